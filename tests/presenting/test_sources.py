from __future__ import annotations

import pytest

from comity.gazetteer import Actor, Gazetteer, Names
from comity.presenting import _sources

from . import factory

NAMES = [
    ({"title": "History", "publisher": "A Paper", "published": "1976-02"}, "History, A Paper, 1976-02"),
    ({"title": "History", "published": "1976"}, "History, 1976"),
    ({}, "lima"),  # nothing known: the document's id
    ({"title": "two\nlines\x07"}, "two lines␇"),  # nothing that rings
]


@pytest.mark.parametrize(("told", "name"), NAMES)
def test_a_source_is_named_by_what_is_known(told, name):
    assert _sources.name(factory.quoted(**told)) == name


def test_a_long_quote_is_cut_between_words():
    quote = _sources.quote(factory.quoted("word " * 100))
    assert len(quote) <= _sources.LONGEST_QUOTE
    assert quote.endswith("word…")


MARKS = [
    ("opened in 1974 [1]", "opened in 1974 <1>"),
    ("both [1][2].", "both <1><2>."),
    ("both [1, 2]", "both <1><2>"),
    ("[2]", "<2>"),
    ("a note[1] of the document", "a note[1] of the document"),  # no blank before it
    ("no such source [3]", "no such source [3]"),
    ("no number [x]", "no number [x]"),
]


@pytest.mark.parametrize(("text", "marked"), MARKS)
def test_marks_are_told_from_brackets(text, marked):
    assert _sources.with_marks(text, 2, "<{}>".format, str) == marked


def test_a_heading_names_the_question_and_the_states(monkeypatch):
    names = {"CHL": "Chile", "PER": "Peru"}
    known = Gazetteer({code: Actor(code, "state", {"en": Names(name)}) for code, name in names.items()})
    monkeypatch.setattr("comity.gazetteer.actors", lambda: known)
    assert _sources.heading(factory.answer()) == "Status: Chile – Peru, 1980"
