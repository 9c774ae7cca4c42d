from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.errors import BinaryDocument
from comity.reading._encoding import decode

WORDS = "Министр посетил Лиму в мае, и стороны подписали соглашение о торговле и туризме."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r"])
def test_the_encoding_is_found(encoding):
    assert decode((WORDS * 5).encode(encoding), file="a.txt") == (WORDS * 5, ())


def test_what_is_declared_is_taken_where_the_bytes_are_no_utf8():
    assert decode("Érdi".encode("iso8859-2"), file="a", declared="iso-8859-2")[0] == "Érdi"


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-7", "hex", "no such thing", "unicode_escape", "utf-16", "\x00"])
def test_valid_utf8_is_utf8_whatever_is_declared(declared):
    assert decode("Pérou".encode(), file="a", declared=declared)[0] == "Pérou"


def test_codes_with_escapes_are_read_where_declared():
    assert decode("東京".encode("iso2022_jp"), file="a", declared="iso-2022-jp")[0] == "東京"


def test_line_ends_become_lf():
    assert decode(b"a\r\nb\rc\n", file="a")[0] == "a\nb\nc\n"


def test_lost_characters_are_told():
    text, warnings = decode(b"\xff\xfea\x00\x00\xd8", file="a")
    assert "\N{REPLACEMENT CHARACTER}" in text
    assert warnings[0].startswith("1 character")


@pytest.mark.parametrize(
    ("raw", "at"),
    [
        (b"%PDF-1.7 text", 0),
        (b"PK\x03\x04zip", 0),
        (b"\x89PNG\r\n", 0),
        (b"words\x00words", 5),
        (b"\x01\x02\x03abc", 0),
        (b"\xff\xfea\x00\x00\x00", 1),
    ],
)
def test_binary_data_is_refused(raw, at):
    with pytest.raises(BinaryDocument) as caught:
        decode(raw, file="a.txt")
    assert caught.value.facts["at"] == at
    assert ".txt" in str(caught.value)


@given(st.binary(max_size=300), st.text(max_size=12))
def test_any_bytes_are_text_or_refused(raw, declared):
    try:
        text, _ = decode(raw, file="a", declared=declared)
    except BinaryDocument:
        return
    assert "\r" not in text
    assert "\0" not in text
