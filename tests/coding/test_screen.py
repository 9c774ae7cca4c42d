"""What is ruled out before any search: only what could never stand, and most of what need not be parsed."""

from __future__ import annotations

import pytest

from comity.coding import engine as engines
from comity.coding.coder import Coder
from comity.coding.patterns import Word
from comity.coding.screen import word
from comity.pipeline import pipeline
from made import document


class Open:
    """A screen that lets everything pass."""

    def __init__(self, items, filler):
        rules = pipeline().rules
        elements = (element for pattern in rules.patterns for form in pattern.forms for element in form)
        self.tokens = {*rules.words.parts, *(word(each.text) for each in elements if isinstance(each, Word))}

    def lets(self, needs):
        return True


def sentences():
    """A part of the rules' own examples: sentences of all sorts, with what some rule finds in them."""
    said = [example.say for rule in pipeline().rules.rules.values() for example in (*rule.body.examples, *rule.body.counter)]
    return list(dict.fromkeys(said))[::12]


def test_no_match_is_lost_to_the_screen(monkeypatch):
    pipe = pipeline()
    annotated = pipe.annotate(document(*sentences()))
    coder = pipe.coder(all_parsed=True)
    screened = list(coder.code(annotated))
    monkeypatch.setattr(engines, "Screen", Open)
    assert len(screened) > 20
    assert screened == list(coder.code(annotated))


def parsed(text):
    """The sentences of a text that are worth parsing."""
    pipe, seen = pipeline(), []

    def trees(document, spans):
        seen.extend(span.of(document) for span in spans)
        return [None for _ in spans]

    list(Coder(pipe.rules, pipe.gazetteer, trees).code(pipe.annotate(document(text))))
    return seen


@pytest.mark.parametrize(
    "text",
    [
        "It rained all day in the valley.",
        "Peru is a country.",
        "The visit was long, and the pact was signed by all.",
    ],
)
def test_a_sentence_without_what_any_rule_needs_is_not_parsed(text):
    assert parsed(text) == []


def test_a_sentence_with_a_verb_and_both_sides_is_parsed():
    text = "Peru, of all the states around, invaded Chile."
    assert parsed(text) == [text]


def test_one_mention_does_not_fill_two_slots():
    coder = pipeline().coder()
    plans = {
        text: {plan for place in coder.places(pipeline().annotate(document(text))) for _, plan in place.candidates}
        for text in ("Peru invaded.", "Peru invaded Chile.")
    }
    assert plans["Peru invaded."] < plans["Peru invaded Chile."]
