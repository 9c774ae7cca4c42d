from __future__ import annotations

import pytest

from comity.coding.coder import Coder
from comity.coding.rules import rules
from comity.gazetteer import actors
from comity.model import BlockKind
from comity.schema import kinds
from made import annotated, claims, document, heading, line, own_pipeline

TOAST = """
claim: {kind: event, type: SUPPORT}
words:
  toast: {verb: [toast]}
patterns:
  - "{source} <toast> {target}"
  - pattern: "{source} <toast> at {target}"
    set: {type: PROTEST}
"""


@pytest.fixture(scope="module")
def pipe(tmp_path_factory):
    return own_pipeline(tmp_path_factory.mktemp("rules"), toast=TOAST)


def test_a_draft_knows_where_it_stands_and_why(pipe):
    text = "It rained. Norway toasted Peru in 1990."
    found = annotated(text)
    (draft,) = Coder(pipe.rules, pipe.gazetteer).code(pipe.annotate(found.document))
    assert draft.evidence.of(found.document) == "Norway toasted Peru in 1990."
    assert draft.trigger.of(found.document).startswith("toasted")
    assert (draft.kind, draft.rule, draft.how, draft.block) == ("event", "toast:1", "words", 0)
    assert set(draft.slots) == {"source", "target", "when"}
    assert draft.fixed == {"type": "SUPPORT"}


def test_a_pattern_may_set_fields_of_its_own(pipe):
    (claim,) = pipe.code(document("Norway toasted at Peru."))
    assert (claim.fields["type"], claim.rule) == ("PROTEST", "toast:2")


def test_the_quote_is_the_sentence_as_it_stands(pipe):
    text = "First.  “Norway  toasted\nPeru.”  Last."
    (claim,) = pipe.code(document(text))
    assert "Norway  toasted\nPeru" in claim.evidence.of(document(text))


def test_furniture_of_a_page_is_not_coded(pipe):
    assert pipe.code(document((BlockKind.BOILERPLATE, "Norway toasted Peru."))) == []


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION])
def test_sentences_are_coded_wherever_they_run(pipe, kind):
    assert len(pipe.code(document((kind, "Norway toasted Peru.")))) == 1


def test_a_sentence_that_claims_too_much_is_not_believed(pipe):
    text = "; ".join(f"Norway toasted Peru on {day} May 1990" for day in range(1, 31))
    assert len(pipe.code(document(text))) <= kinds()["event"].most_in_sentence


def test_the_order_of_claims_is_that_of_the_text(pipe):
    claims = pipe.code(document("Norway toasted Peru.", heading("More"), line("Chile toasted Peru."), "Kenya toasted Peru."))
    assert [claim.fields["source"] for claim in claims] == [("NOR",), ("CHL",), ("KEN",)]


def test_the_same_document_is_coded_the_same_twice(pipe):
    one, two = (pipe.code(document("Norway toasted Peru in 1990.")) for _ in range(2))
    assert one == two
    assert one[0].id == two[0].id


@pytest.mark.parametrize("text", ["", " ", ".", "\n\n", "Norway", "toasted", "Norway toasted", "toasted Peru", "🇳🇴 toasted 🇵🇪"])
def test_scraps_give_nothing(pipe, text):
    assert pipe.code(document(text)) == []


def test_every_pattern_of_the_package_can_be_sought():
    from comity.coding.plans import compile_plans

    plans = compile_plans(rules())
    there = {plan.pattern for table in (plans.by_concept, plans.by_mention) for some in table.values() for plan in some}
    assert {pattern for pattern in rules().patterns if not pattern.is_line} == there
    assert actors()


# What is parsed: sentences in which a rule's word and an actor stand, in running text.
WORTH = [
    ("Norway toasted Peru.", BlockKind.PARAGRAPH, 1),
    ("Norway toasted Peru.", BlockKind.ITEM, 1),
    ("Norway toasted Peru in 1990", BlockKind.ITEM, 0),  # a line of a list
    ("Norway toasted Peru.", BlockKind.HEADING, 0),
    ("The cooks toasted bread.", BlockKind.PARAGRAPH, 0),  # no actor
    ("Norway slept.", BlockKind.PARAGRAPH, 0),  # no word of a rule
]


@pytest.mark.parametrize(("text", "kind", "count"), WORTH)
def test_only_what_may_say_something_is_parsed(pipe, text, kind, count):
    asked = []

    def parse(read, sentences):
        asked.extend(sentences)
        return pipe.trees(read, sentences)

    list(Coder(pipe.rules, pipe.gazetteer, parse).code(pipe.annotate(document((kind, text)))))
    assert len(asked) == count


def test_a_claim_tells_what_the_grammar_said(pipe):
    (claim,) = pipe.code(document("Norway agreed in Lima to toast Peru."))
    assert claim.how == "syntax"
    assert "source by the grammar: the subject of the clause" in claim.steps


REST = """
claim: {kind: figure, measure: advisers}
otherwise: true
words:
  rest-men: {noun: [soldier]}
patterns:
  - "{from}'s {value:rest-men}"
"""
FALLEN = """
claim: {kind: figure, measure: casualties}
words:
  rest-fall: {verb: [fall]}
patterns:
  - "{from}'s {value:persons} <rest-fall>"
"""


def test_a_rule_for_the_rest_leaves_a_number_that_another_rule_takes(tmp_path):
    pipe = own_pipeline(tmp_path, rest=REST, fallen=FALLEN)
    text = "Some 300 Peruvian soldiers fell. Some 400 Peruvian soldiers sang in Kenya."
    told = [
        (claim.fields["measure"], claim.fields["value"])
        for claim in pipe.code(document((BlockKind.TITLE, "Kenya–Peru relations"), text))
    ]
    assert told == [("casualties", 300), ("advisers", 400)]


def test_each_of_several_cities_has_its_own_mission():
    told = claims("Fiji has embassies in Lima, Accra and Oslo.")
    assert sorted((claim.fields["host"], claim.fields["city"]) for claim in told) == [
        ("GHA", "Accra"), ("NOR", "Oslo"), ("PER", "Lima"),
    ]  # fmt: skip


def test_where_somebody_else_acts_is_not_where_an_act_was():
    found = claims("Kenya met Peru in 1995, and Chile met Cuba in Oslo.")
    assert {claim.fields["source"]: claim.fields.get("place", "") for claim in found} == {("KEN",): "", ("CHL",): "Oslo"}


@pytest.mark.parametrize("text", ["Russia had never accepted the Italian claim.", "Peru would not yield to Chile."])
def test_a_reply_that_was_not_given_is_told_by_its_refusal_alone(text):
    assert {(claim.fields["type"], claim.factuality) for claim in claims(text) if claim.kind == "event"} == {
        ("REJECT", "asserted")
    }
