from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.loosening import Loosening
from comity.triggers import Concept, Lexicon
from comity.vocabulary import compile_words

LEXICON = Lexicon(
    "en",
    concepts={"belong": Concept(verb=("remain a member of",)), "talk": Concept(verb=("resume talks with",))},
    passed=("also", "lengthy", "[0-9]+th", "full"),
    exchanged=("a", "the"),
)
WORDS = compile_words(LEXICON)


def found(text):
    return [(mention.span.start, mention.span.end, mention.value.concepts[0][0]) for mention in WORDS.find(text)]


def test_a_word_that_changes_nothing_may_stand_inside_a_wording():
    text = "Mali remained also the 7th full member of it; it resumed lengthy talks with Peru."
    assert [text[start:end] for start, end, _ in found(text)] == [
        "remained also the 7th full member of",
        "resumed lengthy talks with",
    ]


def test_any_other_word_may_not():
    assert not found("Mali remained no member of it, and resumed fruitless talks with Peru.")


def test_what_stands_there_as_it_is_is_found_once():
    assert len(found("Mali remained a member of it.")) == 1


def test_a_wording_with_such_a_word_is_not_weakened():
    assert Loosening(("price", "full")).of_wording("full war between") == ""


@given(st.text("aet hlongy7~", max_size=60))
def test_spans_lead_back_to_the_words(text):
    loose = Loosening(("then", "long"), ("a", "the")).of_text(text)
    for at, letter in enumerate(loose.text):
        if letter not in " ~":
            span = loose.span(at, at + 1)
            assert text[span.start] == letter
