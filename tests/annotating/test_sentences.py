from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.annotating.sentences import split
from comity.model import BlockKind, Span
from made import annotated, document, heading, line


def sentences(*parts):
    found = annotated(*parts)
    return [mention.span.of(found.document) for mention in found.all("sentence")]


# A paragraph, and its sentences.
TEXTS = [
    ("Peru left. Chile stayed.", ["Peru left.", "Chile stayed."]),
    ("Mr. Rey met Dr. Soto. They spoke.", ["Mr. Rey met Dr. Soto.", "They spoke."]),  # titles
    ("J. R. Rey left. He was ill.", ["J. R. Rey left.", "He was ill."]),  # initials
    ("It was on Jan. 3. They left.", ["It was on Jan. 3.", "They left."]),  # a month
    ("Feb. 3. Peru left. 5 May 1901. Chile left.", ["Feb. 3. Peru left.", "5 May 1901. Chile left."]),  # a chronicle
    ("Trade with the U.S. grew. Trade with Chile fell.", ["Trade with the U.S. grew.", "Trade with Chile fell."]),
    ("Trade was US$4.9 billion in 2001. It grew.", ["Trade was US$4.9 billion in 2001.", "It grew."]),  # a point in a number
    ("“We agree.” She left.", ["“We agree.”", "She left."]),  # a closing quotation mark
    ("Did they meet? They did!", ["Did they meet?", "They did!"]),
    (
        'It reads: "Our ties grow. The number of visits has doubled."',
        ['It reads: "Our ties grow.', 'The number of visits has doubled."'],
    ),  # a long quotation
    ('He said "Mr. Rey is ill" and left.', ['He said "Mr. Rey is ill" and left.']),
    ("Peru left", ["Peru left"]),  # no stop
    ("  Peru left.  ", ["Peru left."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_a_paragraph_is_cut_into_sentences(text, found):
    assert sentences(text) == found


def test_a_heading_or_row_is_one_piece():
    assert sentences(heading("Peru. Chile. Bolivia."), (BlockKind.ROW, "1960. Peru. Lima.")) == [
        "Peru. Chile. Bolivia.",
        "1960. Peru. Lima.",
    ]


def test_a_list_line_may_hold_several():
    assert sentences(line("Peru left. Chile stayed.")) == ["Peru left.", "Chile stayed."]


def test_furniture_of_a_page_is_not_read():
    assert sentences((BlockKind.BOILERPLATE, "Sign in. Read more.")) == []


def test_no_sentence_reaches_from_one_block_into_the_next():
    assert sentences("Peru left and", "Chile stayed.") == ["Peru left and", "Chile stayed."]


@settings(max_examples=60)
@given(st.text(alphabet="aA .!?\n’”(", max_size=60))
def test_sentences_stand_in_order_without_overlap_and_lose_no_word(text):
    spans = list(split(text, Span(0, len(text))))
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    kept = "".join(span.of(document(text)) for span in spans)
    assert [letter for letter in kept if letter.isalpha()] == [letter for letter in text if letter.isalpha()]
    assert all(span.of(document(text)) == span.of(document(text)).strip() for span in spans)
