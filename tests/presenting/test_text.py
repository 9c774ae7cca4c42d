from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.presenting import text
from comity.presenting._plain import width
from comity.querying._question import Bar, Chart, Table

from . import factory

SHOWN = """\
Chile opened an embassy in Lima in August 1960 [1], or in 1958 [2].

Missions
When             What                          Value
---------------  ----------------------------  -------------
1960-08 [1]      Embassy of Chile in Peru      4,900,000,000
1958 [2]         Embassy of Chile in Peru                2.5

[1] History, A Paper, 1976-02: "Chile opened an embassy." (9f3c2a7105)
[2] lima: "Chile opened an embassy." (9f3c2a7105)

Note: No source tells of an end.
"""


def cells() -> st.SearchStrategy[str]:
    alphabet = st.one_of(st.sampled_from("abc ລາວ한국ệ́\x1b\n\u202e"), st.characters())
    return st.one_of(st.text(alphabet, max_size=60), st.sampled_from(["x" * 300, "1974-08-01 [12]"]))


def tables(columns: int) -> st.SearchStrategy[tuple[Table, ...]]:
    rows = st.lists(st.tuples(*[cells()] * columns), max_size=4).map(tuple)
    heads = st.tuples(*[cells()] * columns)
    return st.builds(Table, cells(), heads, rows).map(lambda table: (table,))


def test_an_answer_is_shown_in_full():
    table = Table(
        "Missions",
        ("When", "What", "Value"),
        (("1960-08 [1]", "Embassy of Chile in Peru", 4.9e9), ("1958 [2]", "Embassy of Chile in Peru", 2.5)),
    )
    sources = factory.quoted(title="History", publisher="A Paper", published="1976-02"), factory.quoted()
    lead = ("Chile opened an embassy in Lima in August 1960 [1], or in 1958 [2].",)
    shown = text.render(factory.answer(lead=lead, tables=(table,), sources=sources, notes=("No source tells of an end.",)))
    assert [line.split() for line in shown.splitlines() if "---" not in line] == [
        line.split() for line in SHOWN.splitlines() if "---" not in line
    ]


def test_columns_of_numbers_stand_to_the_right():
    shown = text.render(factory.answer(tables=(Table("", ("year", "n"), (("1974", 5), ("1975", 1200))),)))
    assert shown == "year      n\n----  -----\n1974      5\n1975  1,200\n"


def test_columns_are_aligned_where_letters_are_wide_or_take_no_room():
    shown = text.render(factory.answer(tables=(Table("", ("city", "n"), (("ວຽງຈັນ", "a"), ("서울", "b"), ("Huế", "c"))),)))
    assert [width(line.rpartition(" ")[0]) for line in shown.splitlines()[2:]] == [6, 6, 6]


def test_a_long_cell_is_wrapped_inside_its_column():
    shown = text.render(factory.answer(tables=(Table("", ("when", "what"), (("1974-08-01", "word " * 30),)),)))
    lines = shown.splitlines()[2:]
    assert len(lines) > 1
    assert lines[0].startswith("1974-08-01  word")
    assert all(line.startswith(" " * 12 + "word") for line in lines[1:])


def test_many_columns_become_a_list_of_cells():
    heads = tuple(f"column {number}" for number in range(12))
    shown = text.render(factory.answer(tables=(Table("T", heads, (("some words",) * 12, ("x",) * 12)),)))
    assert "  column 3: some words" in shown.splitlines()


def test_an_empty_answer_says_so():
    assert text.render(factory.answer(found=False)) == "Nothing was found.\n"


def test_an_empty_table_says_so():
    assert text.render(factory.answer(tables=(Table("Posts", ("who", "when"), ()),))) == "Posts\n  none\n"


def test_a_document_cannot_steer_the_terminal():
    shown = text.render(factory.answer(sources=(factory.quoted("\x1b]0;owned\x07 and \x9b2J", title="\x1b[31mred"),)))
    assert not {"\x1b", "\x07", "\x9b"} & set(shown)


@given(st.integers(1, 14).flatmap(tables), st.lists(cells(), max_size=2), st.sampled_from([80, 97, 120]))
def test_no_line_of_a_table_or_source_is_wider_than_its_room(found, quotes, columns):
    sources = tuple(factory.quoted(quote) for quote in quotes)
    shown = text.render(factory.answer(tables=found, sources=sources), columns=columns)
    assert all(width(line) <= columns or "x" * 100 in line for line in shown.splitlines())


@given(st.lists(cells(), min_size=1, max_size=3).map(tuple))
def test_only_single_words_of_a_sentence_are_wider(lead):
    shown = text.render(factory.answer(lead=lead))
    assert all(width(line) <= 80 or " " not in line for line in shown.splitlines())


def test_a_pipe_gets_eighty_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert text.room() == 80


def test_a_series_is_drawn_under_its_table():
    chart = Chart("Aid, USD", (Bar("1970", 200, "200 USD"), Bar("1971", 400, "400 USD")))
    shown = text.render(factory.answer(tables=(Table("Figures", ("when", "value"), (("1970", "200 USD"),), (chart,)),)))
    small, large = (line for line in shown.splitlines() if "█" in line)
    assert (small.count("█"), large.count("█")) == (12, 24)
    assert large.endswith("400 USD")
