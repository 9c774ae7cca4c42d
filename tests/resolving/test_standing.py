"""Who stands on the sides of what was gleaned: those who may, what speaks for each, and how likely all of it is right."""

from __future__ import annotations

import math

import pytest

from comity.arranging import Arrangement
from comity.coding.coder import Coder
from comity.coding.gleaning import Gleaner
from comity.mentions import GLEANED
from comity.pipeline import pipeline
from comity.resolving.settle import Resolver
from comity.resolving.standing import Standing
from comity.sensing import Sensed
from made import document, title

SAY = "Oslo got nothing out of Lima in 1902 but smiles."
"""No rule knows what this says."""
PARSED = "In 1902 Oslo gave wheat to Lima."
"""This a rule knows, so that it is parsed."""
ABOUT = title("Norway and Peru")


class Learned:
    """What was learned is told by the test: who stands on either side, by a sign of each, and how likely the whole is."""

    def __init__(self, first="read as first", other="read as other", sure=0.9):
        self.first, self.other, self.told, self.asked, self.signs = first, other, sure, [], {}

    def knows(self, kind):
        return kind in ("event", "event known")

    def arrange(self, asked, value, *, even):
        self.asked += asked
        first, other = (tuple(at for at, signs in enumerate(asked) if wanted in signs) for wanted in (self.first, self.other))
        both = tuple(dict.fromkeys(first + other))
        return Arrangement(both, (), 0.8, 2.0) if even else Arrangement(first, other, 0.8, 9.0)

    def sure(self, kind, signs):
        self.signs = signs
        return self.told


def gleaned(sides, *parts, value="AID", stands=((0.9, 0.1), (0.1, 0.9)), at=5, limit=0.5):
    """The claims that are gleaned where the last of the sentences says what is told here."""
    pipe = pipeline()

    def sense(text, before, named, wanted):
        told = (*stands, *[(0.0, 0.0)] * len(named))[: len(named)]
        return [Sensed("event", value, 0.8, at, told)] if text == parts[-1] else []

    annotated = pipe.annotate(document(*parts))
    drafts = Coder(pipe.rules, pipe.gazetteer, pipe.trees, gleaner=Gleaner(pipe.rules, sense)).code(annotated)
    standing = Standing(annotated, pipe.gazetteer, sides, limit)
    resolver = Resolver(annotated, pipe.rules.kinds, pipe.gazetteer, standing=standing)
    return [claim for claim in resolver.settle(drafts) if claim.how == GLEANED]


def test_who_stands_where_is_as_was_learned():
    (claim,) = gleaned(Learned(), SAY)
    assert (claim.fields["source"], claim.fields["target"]) == (("NOR",), ("PER",))
    (turned,) = gleaned(Learned(first="read as other", other="read as first"), SAY)
    assert (turned.fields["source"], turned.fields["target"]) == (("PER",), ("NOR",))


def test_what_is_less_likely_than_asked_or_done_by_nobody_is_no_claim():
    assert gleaned(Learned(sure=0.4), SAY) == []
    assert gleaned(Learned(first="-", other="-"), SAY) == []


def test_the_other_of_two_may_be_meant_where_a_sentence_names_one():
    (claim,) = gleaned(Learned(other="left of pair"), ABOUT, "Oslo was all smiles that year.")
    assert (claim.fields["source"], claim.fields["target"]) == (("NOR",), ("PER",))


def test_why_tells_how_likely_it_is_and_who_is_not_named():
    words = "Kenya and Chile were friends, and Peru was poor.", "Oslo was all smiles that year."
    (claim,) = gleaned(Learned(other="rank 3"), *words)
    assert claim.fields["target"] == ("PER",)
    assert any("no rule knows" in step and "90%" in step for step in claim.steps)
    assert any("PER is not named here" in step for step in claim.steps)


def test_steps_that_the_words_alone_would_have_taken_are_not_told_where_they_are_not_followed():
    (followed,) = gleaned(Learned(), ABOUT, "Oslo was all smiles that year.")
    (other,) = gleaned(Learned(first="left of pair", other="-"), ABOUT, "Oslo was all smiles that year.")
    assert any("topic pair" in step for step in followed.steps)
    assert not any("topic pair" in step for step in other.steps)


def test_those_who_act_together_share_the_sides():
    (claim,) = gleaned(Learned(first="here"), SAY, value="CONSULT")
    assert {*claim.fields["source"], *claim.fields["target"]} == {"NOR", "PER"}


@pytest.mark.parametrize(
    ("sign", "parts"),
    [
        ("left of pair", [ABOUT, "Oslo was all smiles that year."]),
        ("nobody of pair", [ABOUT, "Chile was all smiles that year."]),
        ("before 1", ["Kenya had no king.", SAY]),
        ("before 2", ["Kenya had no king.", "It rained.", SAY]),
        ("last begun with", ["Kenya had no king.", SAY]),
        ("rank 3", [SAY, "Peru paid Norway and Kenya.", "Peru thanked Norway.", SAY]),
        ("how capital", [SAY]),
        ("role subject", [PARSED]),
        ("link to", [PARSED]),
        ("own none", [SAY]),
        ("rival first", [SAY]),
        ("order 1", [SAY]),
    ],
)
def test_what_speaks_for_and_against_each(sign, parts):
    sides = Learned()
    gleaned(sides, *parts, value="ACCUSE", at=13)
    has = [sign in signs for signs in sides.asked]
    assert any(has) is (sign != "own none")
    if sign not in ("how capital", "rival first", "own none"):
        assert not all(has), "it tells one from another"


def test_a_claim_is_judged_by_the_arrangement_of_those_on_its_sides():
    sides = Learned()
    gleaned(sides, "Kenya had no king.", SAY)
    assert sides.signs["share"] == pytest.approx(math.log(0.8 / 0.2))
    assert (sides.signs["value AID"], sides.signs["ahead"]) == (1.0, 5.0)
    assert (sides.signs["nobody first"], sides.signs["not here"]) == (0.0, 0.0)
    gleaned(sides, "Kenya had no king.", SAY, limit=0.0, value="CONSULT")
    assert (sides.signs["even"], sides.signs["ahead"]) == (1.0, 2.0)


ACTED = "The following year wheat was given to Lima as a gift."
"""The words of a rule, which does not tell who gave."""


def test_where_a_rule_has_the_words_and_not_both_sides_they_are_those_that_the_document_tells():
    about = "Kenya and Chile had no kings, and Norway had one."
    (claim,) = gleaned(Learned(first="rank 1", other="how capital"), "Norway is large. Norway is cold.", about, ACTED, stands=())
    assert (claim.fields["type"], claim.fields["source"], claim.fields["target"]) == ("AID", ("NOR",), ("PER",))
    assert any("words of event/" in step and "90%" in step for step in claim.steps)
    assert gleaned(Learned(first="rank 1", other="how capital", sure=0.3), about, ACTED, stands=()) == []


def test_what_rules_tell_of_one_side_alone_gives_way_to_what_is_told_of_both():
    pipe = pipeline()
    (claim,) = (one for one in pipe.code(document("Norway is large. Norway is cold.", ACTED)) if one.kind == "event")
    assert (claim.how, claim.fields["source"], claim.fields["target"]) == (GLEANED, ("NOR",), ("PER",))


def test_what_a_rule_tells_with_both_sides_stays_as_it_is():
    sides = Learned()
    assert gleaned(sides, ABOUT, PARSED, stands=()) == []
    assert sides.asked == []
