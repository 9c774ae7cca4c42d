"""The second reading: what is gleaned from a sentence whose words stand as no pattern has them, and what is not."""

from __future__ import annotations

import pytest

from comity.checking import document as of_example
from comity.coding.coder import Coder
from comity.coding.grammar import Grammar
from comity.coding.odds import Odds, odds
from comity.coding.rules import Example
from comity.coding.signs import View
from comity.mentions import GLEANED, MARK
from comity.pipeline import Pipeline, pipeline
from comity.registry import NO_PARSER, Folders
from made import document, title

GUNS = "Of the guns promised by Chile in 1902 only six reached the Siamese army."


def gleaned(*parts, pipe=None):
    return [claim for claim in (pipe or pipeline()).code(document(*parts)) if claim.how == GLEANED]


def test_words_in_an_order_that_no_pattern_has_are_enough():
    (claim,) = gleaned(title("Chile and Siam"), GUNS)
    assert (claim.kind, claim.fields["type"], claim.when) == ("event", "AID", "1902")
    assert (claim.fields["source"], claim.fields["target"]) == (("CHL",), ("THA",))


def test_such_a_claim_is_marked_and_tells_how_likely_it_is():
    (claim,) = gleaned(title("Chile and Siam"), GUNS)
    assert claim.rule.endswith(MARK)
    assert claim.rule.removesuffix(MARK) in {pattern.name for pattern in pipeline().rules.patterns}
    assert any("no pattern has them" in step and "%" in step for step in claim.steps)


@pytest.mark.parametrize("pipe", [Pipeline(gleaning=1), Pipeline(inside=True), Pipeline(Folders(parser=NO_PARSER))])
def test_nothing_is_gleaned_where_it_is_not_wanted_or_there_is_no_tree(pipe):
    assert gleaned(title("Chile and Siam"), GUNS, pipe=pipe) == []


def test_what_a_rule_has_found_is_not_told_again():
    told = pipeline().code(document(title("Chile and Siam"), "In 1902 Chile promised Siam six guns."))
    assert [claim.fields["type"] for claim in told if claim.kind == "event"] == ["AID"]
    assert all(claim.how != GLEANED for claim in told)


def test_nobody_does_it_to_himself():
    for claim in gleaned(title("Chile and Siam"), GUNS, "Of the Chilean guns promised by Chile only six reached Siam."):
        assert set(claim.fields["source"]).isdisjoint(claim.fields["target"])


def test_of_what_rules_must_leave_alone_little_is_gleaned():
    """Their counter-examples are look-alikes: all words, another sense. One in ten may be taken, as in running text."""
    pipe = pipeline()
    taken = tried = 0
    for rule in [rule for rule in pipe.rules.rules.values() if not rule.body.inside][::3]:
        for example in rule.body.counter:
            tried += 1
            taken += any(_is_of(claim, rule) for claim in pipe.code(of_example(pipe, example)))
    assert tried > 200
    assert taken < tried / 10


def _is_of(claim, rule):
    name = rule.kind.foremost
    return claim.how == GLEANED and claim.kind == rule.kind_name and rule.fixed.get(name) in (None, claim.fields.get(name))


def test_the_limit_decides():
    pipe = pipeline()
    annotated = pipe.annotate(document(title("Chile and Siam"), GUNS))

    def drafts(limit):
        coder = Coder(pipe.rules, pipe.gazetteer, pipe.trees, odds=Odds(limit, odds().weights, odds().counts))
        return [draft for draft in coder.code(annotated) if draft.how == GLEANED]

    assert drafts(0.999) == []
    assert len(drafts(0.01)) >= len(drafts(odds().limit)) == 1


def test_numbers_are_told_once_each():
    say = "Of the loans of Norway 30 million kroner went to Kenya in 1985 and 20 million kroner in 1986."
    values = [claim.fields["value"] for claim in pipeline().code(document(title("Kenya and Norway"), say)) if claim.kind == "figure"]
    assert len(values) == len(set(values))


def test_every_sign_has_its_weight():
    pipe = pipeline()
    coder = Coder(pipe.rules, pipe.gazetteer, pipe.trees, odds=Odds(0, {}))
    signs: set[str] = set()
    for say in (GUNS, "The two sides, who met in Lima, spoke of the loan that Kenya wants.", "Chile's envoys in Siam were two."):
        example = Example(say=say, about=("CHL", "THA"), get={})
        annotated = pipe.annotate(of_example(pipe, example))
        for place in coder.places(annotated):
            signs |= _signs(coder, annotated, place)
    assert len(signs) > 30
    assert signs <= odds().weights.keys()


def _signs(coder, annotated, place):
    (tree,) = coder._parse(annotated.document, [place.span])
    grammar = Grammar(place.row, tree)
    view = View(place.span, place.number, place.row, grammar, (), coder.gleaner.odds)
    return {name for each in coder.gleaner.gleanings(annotated, view) for name in each.signs}
