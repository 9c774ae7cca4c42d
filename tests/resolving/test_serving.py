"""Whom persons serve of whom no words tell it: the states in question, what speaks for each, and what becomes of it."""

from __future__ import annotations

import pytest

from comity.pipeline import Pipeline, pipeline
from comity.resolving.serving import Serving, read, surname, weights
from made import document, title

TITLE = title("Japan and Kenya")
TEXT = (
    "Japan and Kenya have traded since 1964.",
    "In 1990 President Hiroaki Tsukamoto spoke of the harbour, and the talks went on.",
)


@pytest.fixture(scope="module")
def whole():
    return pipeline()


def serving(pipe, *parts, limit=0.5, fits=None):
    annotated = pipe.annotate(document(*parts))
    resolver = pipe.resolver(annotated)
    fits = fits or (lambda name: {"JPN": -0.1, "KEN": -5.0})
    return Serving(annotated, pipe.gazetteer, resolver.offices, limit, fits), resolver.who(len(parts) - 1)


def posts(pipe, *parts):
    return {claim.fields["person"]: claim for claim in pipe.code(document(*parts)) if claim.kind == "post"}


def test_the_states_in_question_are_those_of_which_the_document_speaks(whole):
    reader, who = serving(whole, TITLE, *TEXT, "Peru was far away.")
    found = {one.code: one.signs for one in reader.candidates("Hiroaki Tsukamoto", who.context, lambda mention: ("KEN",))}
    assert set(found) == {"JPN", "KEN", "PER"}
    assert found["JPN"]["pair titled"] == 1
    assert "pair titled" not in found["PER"]
    assert found["JPN"]["fits best"] == 1
    assert found["KEN"]["fits best"] == 0
    assert found["JPN"]["fits"] > found["KEN"]["fits"] >= -3
    assert found["KEN"]["by rule"] == 1
    assert found["JPN"]["by rule another"] == 1
    assert found["JPN"]["office president"] == found["JPN"]["leads"] == 1


def test_an_office_that_a_state_has_never_had_speaks_against_it(whole):
    reader, who = serving(whole, TITLE, *TEXT)
    found = {one.code: one.signs for one in reader.candidates("Hiroaki Tsukamoto", who.context, lambda mention: ())}
    assert found["KEN"]["office fits"] == 1
    assert found["JPN"]["office never"] == 1, "Japan has had no president"


def test_a_name_decides_between_two_where_nothing_else_does(whole):
    for own, other in (("JPN", "KEN"), ("KEN", "JPN")):
        words = "In 1990 Foreign Minister Chris Morangu Sato spoke of the harbour."
        reader, who = serving(whole, TITLE, TEXT[0], words, limit=0.0, fits=lambda name: {own: -0.1, other: -7.0})  # noqa: B023
        mention = next(iter(reader.persons["Sato"]))
        assert reader.of(mention, who.context, lambda mention: ())[0] == own


def test_who_is_not_likely_enough_serves_nobody(whole):
    reader, who = serving(whole, TITLE, *TEXT, limit=1.0)
    mention = next(iter(reader.persons["Tsukamoto"]))
    assert reader.of(mention, who.context, lambda mention: ()) == ("", 0.0)


def test_of_states_that_may_be_served_and_none_the_probabilities_are_shared(whole):
    reader, who = serving(whole, TITLE, *TEXT)
    likely = read(weights(), reader.candidates("Hiroaki Tsukamoto", who.context, lambda mention: ()))
    assert 0 < sum(likely) < 1
    assert read(weights(), []) == []


def test_a_minister_of_one_of_two_is_told_by_all_that_the_text_says_and_why_tells_how_likely(whole):
    words = (
        "Finland and Kenya",
        "Finland and Kenya have had relations since 1965. In 1997 Foreign Minister Wanjiru Kamotho flew to Helsinki.",
    )
    post = posts(whole, title(words[0]), words[1])["Wanjiru Kamotho"]
    assert post.fields["sender"] == "KEN"
    assert any("with a probability of" in step for step in post.steps)


def test_what_words_tell_is_not_weighed(whole):
    words = "In 1990 the Kenyan president, Hiroaki Tsukamoto, spoke, and Tsukamoto left."
    post = posts(whole, TITLE, words)["Hiroaki Tsukamoto"]
    assert post.fields["sender"] == "KEN"
    assert not any("with a probability of" in step for step in post.steps)


def test_without_the_second_reading_nothing_is_weighed():
    found = posts(Pipeline(gleaning=1), TITLE, *TEXT)
    assert not any("with a probability of" in step for claim in found.values() for step in claim.steps)


def test_an_office_without_a_name_and_a_name_that_is_nowhere_are_not_weighed(whole):
    reader, _ = serving(whole, TITLE, *TEXT)
    assert reader.knows("Hiroaki Tsukamoto")
    assert not reader.knows("")
    assert not reader.knows("Ana Soto")


def test_persons_are_called_again_by_their_last_name():
    assert [surname(name) for name in ("Ana Soto", "J. F. K.", "U Nu", "Pham Van Dong")] == ["Soto", "J. F. K.", "U Nu", "Dong"]
