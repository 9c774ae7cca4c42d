"""The second reading: what is gleaned from a sentence whose words stand as no pattern has them, and what is not."""

from __future__ import annotations

import pytest

from comity.checking import document as of_example
from comity.coding.coder import Coder
from comity.coding.grammar import Grammar
from comity.coding.odds import Odds, odds
from comity.coding.signs import View
from comity.mentions import GLEANED, MARK
from comity.pipeline import Pipeline, pipeline
from comity.registry import NO_PARSER, Folders
from comity.resolving.settle import Resolver
from made import document, title

GUNS = "Of the guns promised by Chile in 1902 only six reached the Siamese army."
LOANS = "Of the loans of Norway 30 million kroner went to Kenya in 1985 and 20 million kroner in 1986."
EVERYTHING = Odds(0.1, {})
"""Of which nothing is unlikely."""


def gleaned(*parts, pipe=None):
    return [claim for claim in (pipe or pipeline()).code(document(*parts)) if claim.how == GLEANED]


def might_be(*parts, weighed=EVERYTHING):
    """What would be gleaned if so much were enough."""
    pipe = pipeline()
    annotated = pipe.annotate(document(*parts))
    drafts = Coder(pipe.rules, pipe.gazetteer, pipe.trees, odds=weighed).code(annotated)
    return [claim for claim in Resolver(annotated, pipe.rules.kinds, pipe.gazetteer).settle(drafts) if claim.how == GLEANED]


def test_words_in_an_order_that_no_pattern_has_may_be_enough():
    aid = [claim for claim in might_be(title("Chile and Siam"), GUNS) if claim.fields.get("type") == "AID"]
    assert [(claim.fields["source"], claim.fields["target"], claim.when) for claim in aid] == [(("CHL",), ("THA",), "1902")]


def test_numbers_of_which_no_pattern_tells_are_told_each():
    values = {
        claim.fields["value"]: claim.fields for claim in gleaned(title("Kenya and Norway"), LOANS) if claim.kind == "figure"
    }
    assert values.keys() == {20_000_000, 30_000_000}
    assert {(fields["measure"], fields["from"], fields["to"]) for fields in values.values()} == {("loan", ("NOR",), ("KEN",))}


def test_such_a_claim_is_marked_and_tells_how_likely_it_is():
    for claim in gleaned(title("Kenya and Norway"), LOANS):
        assert claim.rule.endswith(MARK)
        assert claim.rule.removesuffix(MARK) in {pattern.name for pattern in pipeline().rules.patterns}
        assert any("no pattern has them" in step and "%" in step for step in claim.steps)


@pytest.mark.parametrize("pipe", [Pipeline(gleaning=1), Pipeline(inside=True), Pipeline(Folders(parser=NO_PARSER))])
def test_nothing_is_gleaned_where_it_is_not_wanted_or_there_is_no_tree(pipe):
    assert gleaned(title("Kenya and Norway"), LOANS, pipe=pipe) == []


def test_who_asks_for_more_gets_more():
    assert len(gleaned(title("Kenya and Norway"), LOANS, pipe=Pipeline(gleaning=0.02))) > len(
        gleaned(title("Kenya and Norway"), LOANS)
    )
    assert gleaned(title("Kenya and Norway"), LOANS, pipe=Pipeline(gleaning=0.99)) == []


def test_what_a_rule_has_found_is_not_told_again():
    say = "In 1902 Chile promised to give Siam six guns."
    found = [claim for claim in pipeline().code(document(title("Chile and Siam"), say)) if claim.kind == "event"]
    assert {claim.fields["type"] for claim in found} >= {"AID"}
    assert all(claim.how != GLEANED for claim in found)
    assert all(claim.fields.get("type") != "AID" for claim in might_be(title("Chile and Siam"), say))


def test_nobody_does_it_to_himself():
    told = might_be(title("Chile and Siam"), GUNS, "Of the Chilean guns promised by Chile only six reached Siam.")
    assert told
    for claim in told:
        assert set(claim.fields.get("source", ())).isdisjoint(claim.fields.get("target", ()))


def test_a_sentence_that_claims_too_much_is_not_gleaned():
    pipe = pipeline()
    most = pipe.rules.kinds["event"].most_in_sentence
    say = "; ".join(f"Norway praised Peru on {day} May 1990" for day in range(1, most + 4)) + "; Chile owed it guns."
    told = pipe.code(document(say)) + might_be(say)
    assert len([claim for claim in told if claim.kind == "event"]) <= most


def test_of_what_rules_must_leave_alone_little_is_gleaned():
    """Their counter-examples are look-alikes: all words, another sense. One in twenty may be taken."""
    pipe = pipeline()
    taken = tried = 0
    for rule in [rule for rule in pipe.rules.rules.values() if not rule.body.inside][::3]:
        for example in rule.body.counter:
            tried += 1
            taken += any(_is_of(claim, rule) for claim in pipe.code(of_example(pipe, example)))
    assert tried > 200
    assert taken < tried / 20


def _is_of(claim, rule):
    name = rule.kind.foremost
    return claim.how == GLEANED and claim.kind == rule.kind_name and rule.fixed.get(name) in (None, claim.fields.get(name))


def test_every_sign_has_its_weight():
    pipe = pipeline()
    coder = Coder(pipe.rules, pipe.gazetteer, pipe.trees, odds=Odds(0, {}))
    annotated = pipe.annotate(document(GUNS, LOANS, "The two sides, who met in Lima, spoke of the aid that Kenya wants from us."))
    signs: set[str] = set()
    for place in coder.places(annotated):
        (tree,) = pipe.trees(annotated.document, [place.span])
        view = View(place.span, place.number, place.row, Grammar(place.row, tree), (), odds())
        signs |= {name for each in coder.gleaner.gleanings(annotated, view) for name in each.signs}
    assert len(signs) > 40
    assert signs <= odds().weights.keys()
