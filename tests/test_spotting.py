"""An expression tried only where its words stand: it finds what the expression alone finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from comity.spotting import Signs, Spotter

WORDS = ("vice minister", "minister", "mini", "sub")
PATTERN = re.compile(r"(?<!-)(?:vice minister|minister|mini|sub(?: mini)?)(?!s)", re.I)


@given(st.lists(st.sampled_from(["Vice ", "vice minister", "MINI", "minister", "s", "sub", " ", "-", "İ"])).map("".join))
def test_it_finds_what_the_expression_finds(text):
    found = [match.span() for match in Spotter(WORDS, PATTERN).finditer(text)]
    assert found == [match.span() for match in PATTERN.finditer(text)]


@given(st.text("abc"), st.lists(st.text("abc", min_size=1, max_size=3), min_size=1))
def test_signs_are_those_that_stand_in_the_text(text, signs):
    assert Signs(signs).within(text) == {sign for sign in signs if sign in text}
