"""An answer as Markdown: headings, tables, sources as footnotes. Nothing in a document's text is taken for markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity.presenting import _sources
from comity.presenting._plain import bar, clean

if TYPE_CHECKING:
    from comity.querying._question import Answer, Cell, Chart, Quoted, Table

_MARKUP = re.compile(r"([\\`*_\[\]|~$^{}])")
_AT_START = re.compile(r"^([#+\-=:>]|\d+(?=[.)]))")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\-]+", re.ASCII)


def escape(text: str) -> str:
    r"""The text so that it reads the same when rendered: no markup, HTML or address in it comes to life.

    >>> print(escape("# <b>Laos</b> | [1975](http://example.org)"))
    \# &lt;b&gt;Laos&lt;/b&gt; \| \[1975\](http:\//example.org)
    """
    plain = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _MARKUP.sub(r"\\\1", plain).replace("://", ":\\//").replace("www.", "www\\.").replace("@", "\\@")
    return _AT_START.sub(lambda found: f"\\{found[0]}" if not found[0].isdigit() else f"{found[0]}\\", plain)


def render(answer: Answer) -> str:
    """The answer as a page of Markdown."""
    parts = [f"# {escape(_sources.heading(answer))}", *(_marked(sentence, answer) for sentence in _lead(answer))]
    for table in answer.tables:
        parts += [f"## {escape(table.title)}"] if table.title else []
        parts += [_table(table, answer), *map(_chart, table.charts)]
    if answer.notes:
        parts += ["## Notes", "\n".join(f"- {_marked(note, answer)}" for note in answer.notes)]
    return "\n\n".join(parts + _footnotes(answer, "\n".join(parts))) + "\n"


def _lead(answer: Answer) -> tuple[str, ...]:
    return answer.lead or (() if answer.tables or answer.sources else ("Nothing was found.",))


def _marked(text: str, answer: Answer) -> str:
    """Escaped text whose marks point to footnotes."""
    return _sources.with_marks(clean(text), len(answer.sources), "[^{}]".format, _escape_between)


def _escape_between(text: str) -> str:
    """Escaped, with the blanks at its ends kept: a mark stands on the other side of them."""
    core = text.strip(" ")
    return text.replace(core, escape(core), 1) if core else text


def _table(table: Table, answer: Answer) -> str:
    if not table.rows:
        return "None."
    heads = [escape(head) for head in table.columns]
    rules = ["---:" if all(isinstance(row[at], int | float) for row in table.rows) else "---" for at in range(len(heads))]
    rows = [[_cell(cell, answer) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rules, *rows))


def _chart(chart: Chart) -> str:
    """A series as bars of letters."""
    most = max(one.value for one in chart.bars)
    rows = [f"| {escape(one.label)} | {bar(one.value, most)} {escape(one.said)} |" for one in chart.bars]
    return "\n".join([f"| {escape(chart.title)} | |", "| ---: | --- |", *rows])


def _cell(cell: Cell, answer: Answer) -> str:
    return _marked(_sources.shown(cell), answer)


def _footnotes(answer: Answer, body: str) -> list[str]:
    """A footnote for each source that the page points to; a renderer would drop the others, so they stand in a list."""
    numbered = list(enumerate(answer.sources, 1))
    used = [(number, source) for number, source in numbered if f"[^{number}]" in body]
    further = [source for number, source in numbered if f"[^{number}]" not in body]
    parts = ["## Further sources", "\n".join(f"- {_source(source)}" for source in further)] if further else []
    return parts + (["\n".join(f"[^{number}]: {_source(source)}" for number, source in used)] if used else [])


def _source(source: Quoted) -> str:
    address = f" <{source.url}>" if _ADDRESS.fullmatch(source.url) else f" {escape(source.url)}".rstrip()
    return f"{escape(_sources.name(source))}: “{escape(_sources.quote(source))}”{address}"
