from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.presenting._plain import clean, hang, shorten, width, wrap

WIDTHS = [
    ("Peru", 4),
    ("Việt Nam", 8),  # letters with marks of their own
    (unicodedata.normalize("NFD", "Việt Nam"), 8),  # the same with marks that combine
    ("ສະຫວັນນະເຂດ", 10),  # Lao vowels over letters
    ("대한민국", 8),  # wide letters
    ("a\u200bb", 2),  # a space that takes none
]


@pytest.mark.parametrize(("text", "columns"), WIDTHS)
def test_width_is_what_a_terminal_takes(text, columns):
    assert width(text) == columns


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text):
    assert not [char for char in clean(text) if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set(clean(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(), st.integers(2, 100))
def test_no_line_is_wider_than_its_room(text, room):
    assert max(map(width, wrap(text, room))) <= room


@given(st.text(), st.integers(2, 100))
def test_wrapping_loses_nothing(text, room):
    assert "".join(wrap(text, room)).replace(" ", "") == clean(text).replace(" ", "")


@given(st.text(st.characters(codec="ascii")), st.integers(5, 60))
def test_only_single_words_are_wider_where_words_are_kept(text, room):
    assert all(width(line) <= room or " " not in line for line in wrap(text, room, keep_words=True))


@given(st.text(), st.integers(1, 300))
def test_a_shortened_text_has_its_length(text, length):
    assert len(shorten(text, length)) <= max(length, 1)


def test_a_hanging_text_stands_behind_its_mark():
    assert hang("[10] ", "an embassy", 8) == ["[10] an", "     emb", "     ass", "     y"]
