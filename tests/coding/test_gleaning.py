"""The second reading: what is gleaned from a sentence in words that no rule knows, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comity.checking import document as of_example
from comity.coding.coder import Coder
from comity.coding.gleaning import Gleaner, before
from comity.mentions import GLEANED
from comity.model import BlockKind
from comity.pipeline import Pipeline, pipeline
from comity.registry import NO_PARSER, Folders
from comity.resolving.settle import Resolver
from comity.resolving.standing import Standing
from comity.sensing import Sensed
from made import document, heading, title

SAY = "Oslo got nothing out of Lima in 1902 but smiles."
"""No rule knows what this says."""


def sensed(kind="event", value="AID", likely=0.9, at=5, sides=((0.9, 0.1), (0.1, 0.9))):
    return Sensed(kind, value, likely, at, sides)


class Unlearned:
    """Nothing was learned of who stands where: all is as the words have it."""

    def knows(self, kind):
        return False


def gleaned(*parts, found=(), asked=None, limit=0.0):
    """What is gleaned where the model says what is told here."""
    pipe = pipeline()

    def sense(text, before, named, wanted):
        if asked is not None:
            asked.append((text, before, named))
        return [replace(one, sides=one.sides[: len(named)] + ((0.0, 0.0),) * (len(named) - len(one.sides))) for one in found]

    annotated = pipe.annotate(document(*parts))
    drafts = Coder(pipe.rules, pipe.gazetteer, pipe.trees, gleaner=Gleaner(pipe.rules, sense)).code(annotated)
    standing = Standing(annotated, pipe.gazetteer, Unlearned(), limit)
    resolver = Resolver(annotated, pipe.rules.kinds, pipe.gazetteer, standing=standing)
    return [claim for claim in resolver.settle(drafts) if claim.how == GLEANED]


def test_what_a_sentence_is_read_to_say_is_a_claim_with_its_sides_and_date():
    (claim,) = gleaned(SAY, found=[sensed()])
    assert (claim.kind, claim.fields["type"], claim.fields["source"], claim.fields["target"]) == (
        "event",
        "AID",
        ("NOR",),
        ("PER",),
    )
    assert (claim.when, claim.factuality) == ("1902", "asserted")


def test_such_a_claim_is_marked_and_tells_how_likely_it_is():
    (claim,) = gleaned(SAY, found=[sensed(likely=0.8)])
    assert (claim.how, claim.rule) == (GLEANED, "event/gleaned:AID")
    assert any("no rule knows" in step and "72%" in step for step in claim.steps)


def test_what_is_less_likely_than_asked_is_no_claim():
    """A sort with 0.8, and a side with 0.9."""
    assert [len(gleaned(SAY, found=[sensed(likely=0.8)], limit=limit)) for limit in (0.7, 0.75)] == [1, 0]


def test_the_order_of_those_who_do_it_together_does_not_matter():
    (claim,) = gleaned(SAY, found=[sensed(value="CONSULT", sides=((0.9, 0.9), (0.8, 0.9)))])
    assert {*claim.fields["source"], *claim.fields["target"]} == {"NOR", "PER"}


def test_who_stands_on_no_side_is_left_out_and_what_nobody_does_is_no_claim():
    (claim,) = gleaned(SAY, found=[sensed(sides=((0.9, 0.1), (0.2, 0.3)))])
    assert claim.fields["source"] == ("NOR",)
    assert gleaned(SAY, found=[sensed(sides=((0.4, 0.1), (0.2, 0.3)))]) == []
    assert gleaned("The harbour was full of smiles.", found=[sensed()]) == []


def test_a_side_that_the_sentence_leaves_open_is_the_other_of_the_two():
    (claim,) = gleaned(title("Norway and Peru"), "Oslo was all smiles that year.", found=[sensed()])
    assert (claim.fields["source"], claim.fields["target"]) == (("NOR",), ("PER",))


def test_memberships_are_gleaned_with_state_and_body():
    (member,) = gleaned("Kenya came to sit with ASEAN in 1999.", found=[sensed("membership", "joined", at=6)])
    assert (member.fields["member"], member.fields["organization"], member.when) == ("KEN", "ASEAN", "1999")


def test_whose_something_is_that_is_joined_is_not_the_body():
    assert gleaned("Kenya came into ASEAN's market in 1999.", found=[sensed("membership", "joined", at=6)]) == []


def test_a_number_of_which_no_rule_tells_is_that_of_the_likeliest_figure():
    say = "Oslo had sunk 30 million dollars and 60 ships into Lima by 1986."
    sides = ((0.9, 0.1), (0.9, 0.0), (0.2, 0.0), (0.1, 0.9))
    told = gleaned(say, found=[sensed("figure", "loan", 0.6, sides=sides), sensed("figure", "aid", 0.8, sides=sides)])
    assert [(claim.fields["measure"], claim.fields["value"]) for claim in told] == [("aid", 30_000_000)]
    assert [(claim.fields["from"], claim.fields["to"]) for claim in told] == [(("NOR",), ("PER",))]


def test_what_a_rule_has_found_is_not_told_again():
    say = "In 1902 Chile promised to give Siam six guns."
    assert "AID" in {claim.fields.get("type") for claim in pipeline().code(document(title("Chile and Siam"), say))}
    assert gleaned(title("Chile and Siam"), say, found=[sensed()]) == []


def test_what_a_formal_act_says_is_not_gleaned_as_an_event_besides():
    parts = title("Peru and Chile"), "In 2003 the two presidents signed an agreement on the border."
    sides = ((0.9, 0.9),)
    told = gleaned(*parts, found=[sensed(value=name, at=12, sides=sides) for name in ("AGREE", "COOPERATE", "SUPPORT", "AID")])
    assert [claim.fields["type"] for claim in told] == ["AID"]


def test_kinds_that_need_more_than_sides_are_not_gleaned():
    assert (
        gleaned(
            SAY,
            found=[
                sensed("mission", "opened"),
                sensed("status", "severed"),
                sensed("agreement", "signed"),
                sensed("post", "ambassador"),
                sensed(value=""),
            ],
        )
        == []
    )


def test_a_sentence_that_claims_too_much_is_not_gleaned():
    most = pipeline().rules.kinds["event"].most_in_sentence
    types = pipeline().rules.kinds["event"].fields["type"].one_of
    assert len(gleaned(SAY, found=[sensed(value=name) for name in types])) == most


def test_a_sentence_is_read_with_the_titles_over_it_and_the_one_before():
    asked = []
    gleaned(title("Foreign relations of Peru"), heading("Norway"), "It began badly.", "Oslo was all smiles.", asked=asked)
    assert [(text, told) for text, told, _ in asked] == [
        ("It began badly.", "Foreign relations of Peru | Norway | "),
        ("Oslo was all smiles.", "Foreign relations of Peru | Norway | It began badly."),
    ][-len(asked) :]
    made = document((BlockKind.PARAGRAPH, "x"), title="Peru and Norway")
    assert before(made, made.blocks[0], "a  b") == "Peru and Norway |  | a b"


@pytest.mark.parametrize("pipe", [Pipeline(gleaning=1), Pipeline(inside=True), Pipeline(Folders(parser=NO_PARSER))])
def test_nothing_is_gleaned_where_it_is_not_wanted_or_there_is_no_tree(pipe):
    assert [claim for claim in pipe.code(document(title("Norway and Peru"), *PLAIN)) if claim.how == GLEANED] == []


PLAIN = (
    "Norwegian doctors vaccinated half of Puno in 1955.",
    "Oslo's relief train rolled into Cusco within a week of the earthquake of 1970.",
)
"""What the model that is shipped should see something in, and no rule does."""


def test_the_model_that_is_shipped_sees_what_no_rule_does():
    told = [claim for claim in Pipeline(gleaning=0.3).code(document(title("Norway and Peru"), *PLAIN)) if claim.how == GLEANED]
    assert {(claim.fields["type"], claim.fields["source"], claim.fields["target"]) for claim in told} == {
        ("AID", ("NOR",), ("PER",))
    }
    assert {claim.when for claim in told} == {"1955", "1970"}
    more, fewer = (Pipeline(gleaning=limit).code(document(title("Norway and Peru"), *PLAIN)) for limit in (0.05, 0.95))
    assert len(more) > len(fewer)


def test_of_what_rules_must_leave_alone_little_is_gleaned():
    """Their counter-examples are look-alikes: all words, another sense. One in fifteen may be taken."""
    pipe = pipeline()
    taken = tried = 0
    for rule in [rule for rule in pipe.rules.rules.values() if not rule.body.inside][::3]:
        for example in rule.body.counter:
            tried += 1
            taken += any(_is_of(claim, rule) for claim in pipe.code(of_example(pipe, example)))
    assert tried > 200
    assert taken < tried / 15


def _is_of(claim, rule):
    name = rule.kind.foremost
    return claim.how == GLEANED and claim.kind == rule.kind_name and rule.fixed.get(name) in (None, claim.fields.get(name))
