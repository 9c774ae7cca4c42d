"""From drafts to claims: what the context fills, what is refused, how codes and dates are settled."""

from __future__ import annotations

import pytest

from comity.pipeline import pipeline
from comity.schema import kinds
from made import document, heading, line, own_pipeline, title


def rule(claim: str, words: str, *patterns: str) -> str:
    return f"claim: {{{claim}}}\nwords: {{{words}}}\npatterns: [" + ", ".join(f'"{pattern}"' for pattern in patterns) + "]\n"


SUNDER = "sunder: {verb: [sunder]}, bond: {noun: [bond]}"
RULES = {
    "cut": rule(
        "kind: status, change: severed", SUNDER, "{a} <sunder> <bond> with {b}", "{a+b} <sunder> <bond>", "<sunder> <bond>"
    ),
    "post": rule("kind: mission, change: opened", "unlock: {verb: [unlock]}", "{sender} <unlock> {type} [in {host}]"),
    "toast": rule("kind: event, type: SUPPORT", "toast: {verb: [toast]}", "{source} <toast> {target}", "{source} <toast>"),
    "herd": rule("kind: figure, measure: other", "herd: {verb: [herd]}", "{from} <herd> {value} to {to}"),
    "gave": rule("kind: figure, measure: aid", "bestow: {verb: [bestow]}", "{from} <bestow> {value:money} [on {to}]"),
    "fell": rule("kind: figure, measure: casualties", "fell: {verb: [fell]}", "<fell> {from}'s {value:persons}"),
    "bloc": rule("kind: membership, change: joined", "enlist: {verb: [enlist in]}", "{member} <enlist> {organization}"),
    "pact": rule("kind: agreement, change: signed", "seal: {verb: [seal]}", "{parties} <seal> {type}", "<seal> {type}"),
}


@pytest.fixture(scope="module")
def pipe(tmp_path_factory):
    return own_pipeline(tmp_path_factory.mktemp("rules"), **RULES)


@pytest.fixture
def code(pipe):
    return lambda *parts, **source: pipe.code(document(*parts, **source))


def one(claims):
    (claim,) = claims
    return claim


PAIR = title("Peru and Norway")


def test_the_topic_pair_fills_what_a_sentence_leaves_open(code):
    claim = one(code(PAIR, "Bonds were sundered in 1973."))
    assert (claim.fields["a"], claim.fields["b"], claim.when) == ("PER", "NOR", "1973")
    assert any("topic pair" in step for step in claim.steps)


def test_the_other_of_the_pair_fills_one_side(code):
    claim = one(code(PAIR, "Peru unlocked an embassy."))
    assert (claim.fields["sender"], claim.fields["host"]) == ("PER", "NOR")


def test_the_other_of_the_pair_receives(code):
    claim = one(code(PAIR, "Norway bestowed $4 million."))
    assert (claim.fields["from"], claim.fields["to"]) == (("NOR",), ("PER",))


def test_money_that_nobody_receives_is_no_figure_of_relations(code):
    assert code(title("News"), "Norway bestowed $4 million.") == []


def test_the_dead_have_no_second_side(code):
    claim = one(code(PAIR, "The frost felled 40 Norwegian soldiers."))
    assert (claim.fields["from"], claim.fields["to"]) == (("NOR",), ())


def test_what_no_context_tells_is_no_claim(code):
    assert code(title("News"), "Bonds were sundered in 1973.") == []
    assert code(title("News"), "Peru unlocked an embassy.") == []


def test_a_city_stands_for_its_state_and_is_named(code):
    claim = one(code("Peru unlocked an embassy in Oslo in 1960."))
    assert (claim.fields["host"], claim.fields["city"]) == ("NOR", "Oslo")


def test_nobody_has_relations_with_himself(code):
    assert code("Peru sundered its bonds with Peru.") == []
    assert code("Peru unlocked an embassy in Lima.") == []


def test_an_organisation_has_no_formal_relations_of_states(code):
    assert code("Peru sundered bonds with NATO.") == []


def test_a_state_is_no_organisation(code):
    assert code("Peru enlisted in Chile.") == []
    assert one(code("Peru enlisted in NATO.")).fields["organization"] == "NATO"


def test_each_of_several_members_has_its_claim(code):
    claims = code("Peru and Chile enlisted in NATO in 1990.")
    assert sorted(claim.fields["member"] for claim in claims) == ["CHL", "PER"]


def test_one_side_of_an_event_may_be_empty_if_the_other_is_a_state(code):
    assert one(code("Peru toasted.")).fields["target"] == ()
    assert code("NATO toasted.") == []


# When, and whose act it is.
TIMES = [("in 1978", "SUN"), ("in 1999", "RUS"), ("", "RUS"), ("from 1985 to 1995", "RUS"), ("in the 1960s", "SUN")]


@pytest.mark.parametrize(("when", "code_then"), TIMES)
def test_an_act_is_given_to_the_state_of_its_time(code, when, code_then):
    assert one(code(f"Russia toasted Kenya {when}.")).fields["source"] == (code_then,)


def test_a_change_of_code_leaves_a_step(code):
    assert "RUS was SUN in 1978" in one(code("Russia toasted Kenya in 1978.")).steps


def test_a_date_is_resolved_against_the_one_told_before(code):
    claims = code("Peru toasted Kenya in May 1990. Chile toasted Kenya in August of the same year.")
    assert [claim.when for claim in claims] == ["1990-05", "1990-08"]


def test_the_date_of_publication_dates_nothing_by_itself(code):
    assert one(code("Peru toasted Kenya.", published="1990-05-04")).when == ""
    assert one(code("Peru toasted Kenya on Tuesday.", published="1990-05-04")).when == "1990-05-01"


def test_dates_do_not_reach_over_a_heading(code):
    claims = code("Peru toasted Kenya in May 1990.", heading("Chile"), "Chile toasted Kenya in August of the same year.")
    assert [claim.when for claim in claims] == ["1990-05", ""] or claims[1].when == "XXXX-08"


def test_an_undated_change_takes_the_date_told_elsewhere_of_it(code):
    claims = code(PAIR, "Peru sundered its bonds with Norway.", "In May 1973 Peru sundered its bonds with Norway.")
    assert [claim.when for claim in claims] == ["1973-05", "1973-05"]
    assert any("told elsewhere" in step for step in claims[0].steps)


def test_it_takes_none_where_two_are_told(code):
    claims = code(PAIR, *(f"{when}Peru sundered its bonds with Norway." for when in ("", "In 1973 ", "In 1983 ")))
    assert sorted(claim.when for claim in claims) == ["", "1973", "1983"]


def test_numbers_keep_their_bounds(code):
    claim = one(code("Peru herded between 400 and 500 llamas to Kenya."))
    assert [claim.fields[name] for name in ("value", "value_to")] == [400, 500]
    assert one(code("Peru herded about 400 llamas to Kenya.")).fields["bound"] == "about"
    assert "value_to" not in one(code("Peru herded 400 llamas to Kenya.")).fields


def test_an_agreement_has_all_its_parties(code):
    assert one(code("Peru and Norway sealed a treaty.")).fields["parties"] == ("PER", "NOR")
    assert one(code(PAIR, "A treaty was sealed in 1990.")).fields["parties"] == ("PER", "NOR")


def test_every_field_of_a_kind_is_there_in_its_order(code):
    for claim in code("Peru toasted Kenya.", "Peru enlisted in NATO.", "Peru and Norway sealed a treaty."):
        wanted = [name for name, field in kinds()[claim.kind].fields.items() if not field.optional or name in claim.fields]
        assert list(claim.fields) == wanted


def test_what_is_told_twice_in_one_sentence_is_one_claim(code):
    assert len(code("Peru toasted Kenya, and Peru toasted Kenya.")) == 1


def test_the_same_sentence_in_two_places_is_two_claims(code):
    assert len({claim.id for claim in code("Peru toasted Kenya.", line("Peru toasted Kenya."))}) == 2


def test_what_a_clause_tells_after_a_dated_thing_is_dated_from_it_on_and_the_thing_itself_on_its_day(code):
    after = "After Peru toasted Norway in 1973, bonds were sundered."
    assert {claim.kind: claim.when for claim in code(PAIR, after)} == {"event": "1973", "status": "1973/.."}


def test_a_season_that_the_guide_cannot_write_becomes_its_year(code):
    assert one(code(PAIR, "Bonds were sundered in the spring of 1973.")).when == "1973"


# The only other state of a sentence is the side that its verb or noun leaves open.
OPEN = [
    ("Peru toasted, to the joy of Kenya.", ("KEN",)),
    ("Peru toasted, to the joy of Kenya and Chile.", ()),  # two
    ("Peru toasted at a feast in Kenya. Cuba met Chile. Cuba left Chile.", ()),  # where it happened
    ("Peru toasted, as Peru does.", ()),
]


@pytest.mark.parametrize(("text", "target"), OPEN)
def test_the_only_other_state_of_a_sentence_is_the_open_side(code, text, target):
    assert one(code(text)).fields["target"] == target


def test_a_treaty_that_two_rules_find_is_one():
    text = "Peruvian and Kenyan ministers signed a peace accord in 1990."
    (found,) = [claim for claim in pipeline().code(document(text)) if claim.kind == "agreement"]
    assert sorted(found.fields["parties"]) == ["KEN", "PER"]


def test_a_close_partnership_is_no_treaty():
    text = "Peru and Kenya have a {} partnership."
    assert not [c for c in pipeline().code(document(text.format("strategic"))) if c.kind == "agreement"]
    text = "Peru and Kenya have a Strategic Partnership."
    assert [c for c in pipeline().code(document(text)) if c.kind == "agreement"]
