from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.presenting import markdown
from comity.querying._question import Bar, Chart, Table

from . import factory

SHOWN = """\

They had relations since 1960[^1].

## Missions

| When | Number |
| --- | ---: |
| 1960 [^1] | 2 |
| 1958 \\| 59 | 1,200 |

## Notes

- Nothing is told of an end.

## Further sources

- lima: “Chile opened an embassy.”

[^1]: History, A Paper: “Chile opened an embassy.” <https://example.org/a>
"""


def test_a_page_has_headings_tables_and_footnotes():
    page = markdown.render(
        factory.answer(
            lead=("They had relations since 1960 [1].",),
            tables=(Table("Missions", ("When", "Number"), (("1960 [1]", 2), ("1958 | 59", 1200))),),
            sources=(factory.quoted(title="History", publisher="A Paper", url="https://example.org/a"), factory.quoted()),
            notes=("Nothing is told of an end.",),
        )
    )
    title, _, rest = page.partition("\n")
    assert title.startswith("# Status")
    assert rest.replace("1960 [^1].", "1960[^1].") == SHOWN


ESCAPES = [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("![x](javascript:alert(1))", "!\\[x\\](javascript:alert(1))"),
    ("# heading", "\\# heading"),
    ("1. item", "1\\. item"),
    ("1974-08-01", "1974-08-01"),  # a date stays readable
    ("- item", "\\- item"),
    ("a\n\n# heading", "a # heading"),  # a line cannot be broken
    ("`code` *bold* _it_ ~~no~~ $x$", "\\`code\\` \\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\$x\\$"),
    ("see https://example.org", "see https:\\//example.org"),  # no link of the document's making
    ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
]


@pytest.mark.parametrize(("text", "escaped"), ESCAPES)
def test_markup_of_documents_is_escaped(text, escaped):
    assert markdown.escape(text) == escaped


@given(st.text())
def test_no_bare_markup_is_left(text):
    escaped = markdown.escape(text)
    assert not re.search(r"[<>\n]", escaped)
    assert not re.search(r"[`*_\[\]|~$]", re.sub(r"\\[\\`*_\[\]|~$^{}/@.]", "", escaped))


@given(st.text(), st.text())
def test_a_cell_stays_in_its_row(one, other):
    page = markdown.render(factory.answer(tables=(Table("T", ("a", "b"), ((one, other),)),)))
    row = page.splitlines()[-1]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 3


def test_only_plain_addresses_become_links():
    for url in ("javascript:alert(1)", "https://example.org/a b", "https://x.org/<b>"):
        page = markdown.render(factory.answer(sources=(factory.quoted(url=url),)))
        assert f"<{url}>" not in page


def test_an_empty_answer_says_so():
    assert "Nothing was found." in markdown.render(factory.answer())


def test_an_empty_table_says_so():
    assert "## Posts\n\nNone.\n" in markdown.render(factory.answer(tables=(Table("Posts", ("who",), ()),)))


def test_a_series_is_drawn_under_its_table():
    chart = Chart("Aid | USD", (Bar("1970", 200, "200 USD"), Bar("1971", 400, "400 *USD*")))
    page = markdown.render(factory.answer(tables=(Table("Figures", ("when",), (("1970",),), (chart,)),)))
    assert page.endswith(
        "| Aid \\| USD | |\n| ---: | --- |\n| 1970 | ████████████ 200 USD |\n| 1971 | ████████████████████████ 400 \\*USD\\* |\n"
    )
