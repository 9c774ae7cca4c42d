from __future__ import annotations

import pytest

from comity.presenting.pages._page import address, page
from comity.presenting.pages._runs import runs
from comity.presenting.pages._widths import twips, widths
from comity.querying._question import Answer, Quoted, Table


def quoted(number, doc="a"):
    return Quoted(f"c{number}", doc, f"Sentence {number}.", number, number + 1, title=f"Title {doc}")


def test_notes_are_numbered_as_the_page_comes_to_them_and_what_is_not_marked_comes_last():
    table = Table("T", ("what",), (("later [1]",), ("again [3]",)))
    shown = page(Answer("brief", {}, ("First [3].",), (table,), tuple(map(quoted, range(4)))))
    assert shown.lead == (("First", 1, "."),)
    assert shown.grids[0].rows == ((("later", 2),), (("again", 1),))
    assert [note.quote for note in shown.notes] == ["Sentence 2.", "Sentence 0."]
    assert [(note.number, note.quote) for note in shown.further] == [(3, "Sentence 1."), (4, "Sentence 3.")]


def test_a_document_is_told_of_in_full_once():
    sources = (quoted(0), quoted(1), quoted(2, "b"))
    shown = page(Answer("brief", {}, ("[1] [2] [3]",), sources=sources))
    assert [note.cited for note in shown.notes] == ["Title a.", "Title a, as in note 1,", "Title b."]
    assert [note.cited_place for note in shown.notes] == ["a, characters 0–1", "characters 1–2", "b, characters 2–3"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "https://a@example.org/", "https://example.org/a b",
        'https://example.org/"x', "https://example.org/<b>", "https://example.org/}}", "https://example.org/|x", "https://[", "",
        "https://exámple.org/", "https://example.org/\n",
    ],
)  # fmt: skip
def test_no_link_leads_to_what_is_no_plain_address_of_the_web(url):
    assert address(url) == ""


def grid(*rows):
    heads = tuple(f"head {at}" for at in range(len(rows[0])))
    return page(Answer("brief", {}, tables=(Table("T", heads, rows),))).grids[0]


def test_short_columns_are_as_wide_as_their_words_and_long_ones_share_the_rest():
    shares = widths(grid(("1970", "word " * 10, "word " * 20)))
    assert shares[0] == 0
    assert shares[1] < shares[2]
    assert widths(grid(("a", "b"))) == [0, 1]


def test_columns_in_numbers_fill_the_page_however_many_there_are():
    for rows in (("1970", "word " * 30), ("a", "b"), tuple("a long name of a thing" for _ in range(9))):
        wide = twips(grid(rows), 9638)
        assert 9000 < sum(wide) <= 9638
        assert min(wide) > 0


def test_what_xml_cannot_hold_is_replaced():
    assert "\x00" not in runs("a\x00b\ufffe")
    assert runs("a\x00b").count("�") == 1
