from __future__ import annotations

import pytest

from comity.model import BlockKind

from .wiki import read, shown

HEAD = '{| class="wikitable sortable"\n! Country\n! Formal relations<br>began\n! Notes\n'


def rows(words: str) -> list[list[tuple[str, str]]]:
    """The cells of each row, with their headers."""
    document = read(words)
    return [
        [(cell.column, cell.span.of(document)) for cell in block.cells]
        for block in document.blocks
        if block.kind is BlockKind.ROW
    ]


def lines(words: str) -> list[str]:
    document = read(words)
    return [block.span.of(document) for block in document.blocks if block.kind is BlockKind.ROW]


def test_a_row_is_its_cells_under_their_headers():
    words = HEAD + "|-\n|{{flag|Peru}}||{{dts|1990|5|3}}||None\n|- valign=top\n| [[Chile]]\n| 1991\n|}"
    assert rows(words) == [
        [("Country", "Peru"), ("Formal relations began", "3 May 1990"), ("Notes", "None")],
        [("Country", "Chile"), ("Formal relations began", "1991")],
    ]
    assert lines(words) == ["Peru | 3 May 1990 | None", "Chile | 1991"]


def test_rows_follow_line_by_line_and_headers_are_no_rows():
    assert read(HEAD + "|-\n|Peru||1990\n|-\n|Chile||1991\n|}").text.split("\n\n")[1:] == [
        "Country | Formal relations began | Notes", "Peru | 1990\nChile | 1991",
    ]  # fmt: skip


def test_long_cells_follow_their_row_and_are_about_its_state():
    notes = (
        "See [[Nepal–Peru relations]]\n\nThe two states sent envoys.<ref>A book</ref>\n* Peru has a consulate in [[Pokhara]].\n"
    )
    document = read("== Asia ==\n" + HEAD + "|-\n|{{flag|Nepal}}||1990<ref>A list</ref>||" + notes + "|-\n|Laos||1991\n|}")
    found = [
        (str(block.kind), block.span.of(document), block.citation, block.about and block.about.of(document))
        for block in document.blocks[3:]
    ]
    assert found == [
        ("table row", "Nepal | 1990", "A list", "Nepal"),
        ("boilerplate", "See Nepal–Peru relations", "", "Nepal"),
        ("paragraph", "The two states sent envoys.", "A book", "Nepal"),
        ("list item", "Peru has a consulate in Pokhara.", "", "Nepal"),
        ("table row", "Laos | 1991", "", "Laos"),
    ]
    assert {head.of(document) for block in document.blocks[3:] for head in block.headings} == {"Asia"}


def test_one_long_sentence_is_no_part_of_its_row():
    long = "The two governments agreed " + "on trade in fish and " * 6 + "wool"
    assert lines(HEAD + f"|-\n|Nepal||1990||{long}\n|}}") == ["Nepal | 1990"]


def test_dates_with_what_happened_stay_in_the_row():
    dates = "12 May 1911 (first, ended in 1940)<br>3 June 1979 (by an exchange of notes, unofficial)<br />2018 (high-level working partnership)"
    assert lines(HEAD + f"|-\n|Nepal||{dates}||\n|}}") == [
        "Nepal | 12 May 1911 (first, ended in 1940) 3 June 1979 (by an exchange of notes, unofficial) 2018 (high-level working partnership)"
    ]


# A row of cells, and the words that say whom it is about.
ABOUT = [
    ("1||{{flag|Nepal}}||1990", "Nepal"),
    ("1990||[[Nepal]]||x", "Nepal"),
    ("[[3 May]] [[1990]]||Nepal", "Nepal"),
    ("{{flagicon|Nepal}}||1990", "Nepal"),
    ("Nepal||1990", "Nepal"),
    ("The treaty||{{flag|Nepal}}", "Nepal"),
    ("1||1990", None),
]


@pytest.mark.parametrize(("cells", "expected"), ABOUT)
def test_a_row_is_about_the_first_that_is_linked_or_flagged(cells, expected):
    document = read("{|\n|-\n|" + cells + "\n|}")
    about = document.blocks[-1].about
    assert (about and about.of(document)) == expected


# A table, and its rows with headers.
TABLES = [
    # A cell over several rows is told in each.
    ("{|\n! A !! B !! C\n|-\n| rowspan=2 | x || 1 || p\n|-\n| 2 || q\n|-\n| y || 3 || r\n|}",
     [[("A", "x"), ("B", "1"), ("C", "p")], [("A", "x"), ("B", "2"), ("C", "q")], [("A", "y"), ("B", "3"), ("C", "r")]]),
    # The last column reaching down.
    ("{|\n! A !! B\n|-\n| x || rowspan='2' | 1\n|-\n| y\n|}", [[("A", "x"), ("B", "1")], [("A", "y"), ("B", "1")]]),
    # A cell over several columns stands under each of their headers.
    ('{|\n! A !! B !! C\n|-\n| colspan="2" | x || 1\n|}', [[("A", "x"), ("B", "x"), ("C", "1")]]),
    # Headers in two lines; headers of columns and of parts of them.
    ("{|\n! rowspan=2 | State\n! colspan=2 | Envoys\n|-\n! Sent !! Come\n|-\n| Nepal || 1 || 2\n|}",
     [[("State", "Nepal"), ("Envoys Sent", "1"), ("Envoys Come", "2")]]),
    # A picture over the whole width, and no line before the first row.
    ("{|\n! colspan=3 | [[File:A.svg|frameless]]\n|-\n!#!!Country!!Date\n|-\n|1\n|{{flag|Nepal}}\n|{{dts|1990}}\n|}",
     [[("#", "1"), ("Country", "Nepal"), ("Date", "1990")]]),
    # The header of a row is a cell.
    ("{|\n! A !! B\n|-\n! scope=row | x\n| 1\n|-\n! scope=\"row\" | y\n| 2\n|}", [[("A", "x"), ("B", "1")], [("A", "y"), ("B", "2")]]),
    ("{|\n|-\n! x\n| 1\n|}", [[("", "x"), ("", "1")]]),
    # Headers that come again.
    ("{|\n! A !! B\n|-\n| x || 1\n|-\n! C !! D\n|-\n| y || 2\n|}", [[("A", "x"), ("B", "1")], [("C", "y"), ("D", "2")]]),
    # No headers at all.
    ("{|\n| x || 1\n|-\n| y || 2\n|}", [[("", "x"), ("", "1")], [("", "y"), ("", "2")]]),
    # Attributes, what looks like them, and what does not.
    ("{|\n| style=\"a:b\" nowrap | x || align=left|1 || p|q\n|}", [[("", "x"), ("", "1"), ("", "p|q")]]),
    # Bars inside templates and links.
    ("{|\n| [[Nepal|the state]] || {{flag|Peru|name=P}}\n|}", [[("", "the state"), ("", "P")]]),
    # A template over several lines, a comment between rows.
    ("{|\n| {{flag\n|Nepal\n}}\n<!-- x -->\n|-\n<!-- y -->\n| z\n|}", [[("", "Nepal")], [("", "z")]]),
    # Indented, and closed with an indent.
    (":{|\n  | x\n | 1\n |}", [[("", "x"), ("", "1")]]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), TABLES, ids=range(len(TABLES)))
def test_cells_stand_in_their_columns(words, expected):
    assert rows(words) == expected


def test_the_caption_and_a_line_of_its_own_stand_over_the_rows():
    document = read("== Ties ==\n{|\n|+ Ties of [[Peru]]\n! A !! B\n|-\n| x || 1\n|-\n! colspan=2 | Asia\n|-\n| y || 2\n|}")
    over = {block.span.of(document): [head.of(document) for head in block.headings] for block in document.blocks}
    assert over["x | 1"] == ["Ties", "Ties of Peru"]
    assert over["y | 2"] == ["Ties", "Ties of Peru", "Asia"]
    assert dict(shown("{|\n|+ Ties\n| x\n|}")) == {"caption": "Ties", "table row": "x"}


def test_a_long_cell_over_several_rows_is_told_once():
    words = "{|\n! A !! B\n|-\n| x || rowspan=2 | The envoys met.\n\nThey talked.\n|-\n| y\n|}"
    assert [text for kind, text in shown(words) if kind == "paragraph"] == ["The envoys met.", "They talked."]


def test_a_table_in_a_cell_gives_rows_about_the_same():
    document = read("{|\n! A !! B\n|-\n| [[Nepal]] ||\n{|\n! C\n|-\n| z\n|}\n|-\n| y || 2\n|}")
    found = [(block.span.of(document), block.about.of(document)) for block in document.blocks if block.kind is BlockKind.ROW]
    assert found == [("Nepal", "Nepal"), ("z", "z"), ("y | 2", "y")]


def test_pictures_and_remarks_of_a_row_follow_it():
    found = shown(HEAD + "|-\n|{{flag|Nepal}}{{efn|Then a kingdom.}}||1990||[[File:A.jpg|thumb|The envoy]]\n|}")
    assert found[1:] == [("table row", "Nepal | 1990"), ("paragraph", "Then a kingdom."), ("caption", "The envoy")]


def test_a_table_that_is_never_closed_ends_before_the_next_heading():
    found = shown("{|\n| x || 1\n|-\n| y || 2\n\n== Trade ==\nPeru sells.\n{|\n| z || 3\n|}")
    assert found == [
        ("table row", "x | 1"), ("table row", "y | 2"), ("heading", "Trade"), ("paragraph", "Peru sells."), ("table row", "z | 3"),
    ]  # fmt: skip


def test_tables_in_the_language_of_pages_are_rows_of_words():
    assert [text for _, text in shown("<table><tr><td>Nepal</td><td>1990</td></tr></table>")] == ["Nepal | 1990"]
