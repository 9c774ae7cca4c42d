"""Wiki text, as Wikipedia's pages are written: tables, and each source as a `<ref>` with a citation template.

>>> from comity.querying._question import Answer, Quoted
>>> quoted = Quoted("c", "a", "They met.", 0, 9, title="{{A}}", url="https://example.org")
>>> print(render(Answer("brief", {}, ("They met [1].",), sources=(quoted,))).decode().splitlines()[2])  # doctest: +ELLIPSIS
They met<ref name="comity-...">{{cite web |url=https://example.org |title=&#123;&#123;A&#125;&#125; |quote=They met.}}</ref>.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from comity import edtf
from comity.presenting._plain import bar, clean
from comity.presenting.pages._page import address, page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.presenting.pages._page import Grid, Line, Note, Page
    from comity.querying._question import Answer, Chart, Quoted

WHAT = "wiki text with citation templates"

# Every letter that wiki text, its templates or HTML read as more than a letter; as a reference it is only shown.
_MARKUP = re.compile(r"[&<>{}\[\]|='\"*#:;!~_\\-]{2,}|[&<>{}\[\]|=~_]|://|(?i:ISBN|PMID|RFC)(?= )|(?<=www)\.|^[ *#:;!+\-]")
_WIKI = re.compile(r"(?:^|\.)wikipedia\.org$")
_PAPER = re.compile(r"(?i)\bnews|\btimes\b|\breuters\b|\bpress\b|\bdaily\b|\btass\b|\bherald\b|\bgazette\b")
_CLASS = 'class="wikitable"'


def render(answer: Answer) -> bytes:
    """The answer as a page of wiki text."""
    shown = page(answer)
    refs = _Refs(shown)
    parts = [f"'''{escape(shown.title)}'''", *(refs.line(line) for line in shown.lead)]
    parts += [_grid(grid, refs) for grid in shown.grids]
    if shown.remarks:
        parts.append("== Notes ==\n" + "\n".join(f"* {refs.line(line)}" for line in shown.remarks))
    if shown.further:
        parts.append("== Further sources ==\n" + "\n".join(f"* {citation(note)}" for note in shown.further))
    parts += ["== References ==\n{{reflist}}"] if shown.notes else []
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def escape(text: str) -> str:
    """The text so that a wiki shows it as it is: no template, link, tag, table or list in it comes to life.

    >>> escape("{{x|y}} [[Peru]] <b>")
    '&#123;&#123;x&#124;y&#125;&#125; &#91;&#91;Peru&#93;&#93; &#60;b&#62;'
    """
    return _MARKUP.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found[0]), clean(text))


class _Refs:
    """The references of a page: whole where first used, by name afterwards."""

    def __init__(self, shown: Page) -> None:
        self._notes = {note.number: note for note in shown.notes}
        self._used: set[int] = set()

    def line(self, line: Line) -> str:
        """A text with its references."""
        shown = "".join(_kept_blanks(piece) if isinstance(piece, str) else self._ref(piece) for piece in line)
        return shown.lstrip(" ")

    def _ref(self, number: int) -> str:
        note = self._notes[number]
        name = f'<ref name="comity-{_name(note.source)}"'
        if number in self._used:
            return f"{name} />"
        self._used.add(number)
        return f"{name}>{citation(note)}</ref>"


def _kept_blanks(text: str) -> str:
    """Escaped; a blank at an end parts it from a reference, and is kept."""
    core = text.strip(" ")
    return text[: len(text) - len(text.lstrip(" "))] + escape(core) + text[len(text.rstrip(" ")) :] if core else text


def _name(source: Quoted) -> str:
    """A name that follows from the words and their place, so that pages put together do not mix their references up."""
    return hashlib.sha256(f"{source.doc}\0{source.start}\0{source.quote}".encode("utf-8", "replace")).hexdigest()[:10]


def citation(note: Note) -> str:
    """A source as a citation template; words of Wikipedia, which is not to be cited there, with what it cites for them."""
    source = note.source
    if _WIKI.search(urlsplit(note.url).hostname or "") or clean(source.publisher).casefold() == "wikipedia":
        cited = f"which cites: {escape(source.cited)}" if source.cited else "which is no source here: cite what it rests on"
        return f"“{escape(note.quote)}” (read in the Wikipedia article “{escape(source.title or source.doc)}”, {cited})"
    fields = {name: value for name, value in _fields(note).items() if value}
    return "{{" + " |".join([_template(note), *(f"{name}={value}" for name, value in fields.items())]) + "}}"


def _template(note: Note) -> str:
    """Where there is no address, what was read is a document."""
    if not note.url:
        return "citation"
    return (
        "cite news"
        if re.search(r"(?i)\bnews|\btimes\b|\breuters\b|press|\bdaily\b|\btass\b", note.source.publisher)
        else "cite web"
    )


def _fields(note: Note) -> dict[str, str]:
    """The parameters of the template; an archived address wants its date, which its own form may tell."""
    source = note.source
    archived = address(source.archived)
    stamp = re.search(r"/web/(\d{4})(\d{2})(\d{2})\d*/", archived)
    whole = bool(archived and note.url and stamp)
    day = edtf.say("-".join(stamp.groups())) if stamp and not edtf.fault("-".join(stamp.groups())) else ""
    return {
        "url": note.url,
        "title": escape(source.title or source.doc),
        "author": escape(source.author),
        "publisher": escape(source.publisher),
        "date": _date(source.published),
        "access-date": _date(source.accessed) if note.url else "",
        "archive-url": archived if whole and day else "",
        "archive-date": day if whole else "",
        "url-status": "live" if whole and day else "",
        "language": escape(source.language),
        "quote": escape(note.quote),
    }


def _date(when: str) -> str:
    """A date as the templates have it: `c. 1960` where it is not sure, and never as EDTF."""
    return "" if not when or edtf.fault(when) else escape(re.sub("^about ", "c. ", edtf.say(when)))


def _grid(grid: Grid, refs: _Refs) -> str:
    title = [f"== {escape(grid.title)} =="] if grid.title else []
    if not grid.rows:
        return "\n".join([*title, "None."])
    heads = "\n".join(f'! scope="col" | {escape(head)}' for head in grid.heads)
    rows = [line for row in grid.rows for line in ("|-", *_cells(row, grid, refs))]
    return "\n".join([*title, f"{{| {_CLASS}", heads, *rows, "|}", *map(_chart, grid.charts)])


def _cells(row: Sequence[Line], grid: Grid, refs: _Refs) -> list[str]:
    kinds = ['style="text-align:right" ' if number else "" for number in grid.numbers]
    return [f"| {kind}| {refs.line(cell)}" if kind else f"| {refs.line(cell)}" for kind, cell in zip(kinds, row, strict=True)]


def _chart(chart: Chart) -> str:
    """Bars of letters: no template is sure to be there in every wiki."""
    most = max(one.value for one in chart.bars)
    rows = [f"|-\n| {escape(one.label)}\n| {bar(one.value, most)} {escape(one.said)}" for one in chart.bars]
    return "\n".join([f"{{| {_CLASS}", f"|+ {escape(chart.title)}", "! when", "! value", *rows, "|}"])
