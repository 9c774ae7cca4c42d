"""An answer as a notebook shows it: sentences, lanes of time, tables, sources. Nothing of a notebook's own is needed for it.

>>> from comity.querying._question import Answer
>>> "<b>" in render(Answer("status", {}, ("Nothing is told of <b>Peru</b>.",)))
False
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.presenting import _sources
from comity.presenting._plain import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.querying._question import Answer, Cell, Quoted, Table

MOST_ROWS, MOST_SOURCES = 60, 30
"""Rows of a table and sources that are shown; the answer itself has all of them."""
_STYLE = Path(__file__).with_name("_notebook.css").read_text(encoding="utf-8")
_LINK = re.compile(r"</?a\b[^>]*>")


def render(answer: Answer) -> str:
    """The answer as a piece of HTML that can stand anywhere."""
    parts = [
        *(f"<p>{_marked(one, answer)}</p>" for one in answer.lead or _nothing(answer)),
        picture(answer),
        *(_table(one, answer) for one in answer.tables),
        *(f'<p class="note">{_marked(one, answer)}</p>' for one in answer.notes),
        _cited(answer.sources),
    ]
    return f'<div class="comity-answer"><style>{_STYLE}</style>\n' + "\n".join(filter(None, parts)) + "\n</div>"


def _nothing(answer: Answer) -> tuple[str, ...]:
    return () if answer.tables or answer.sources else ("Nothing was found.",)


def _text(words: str) -> str:
    return f"<bdi>{escape(clean(words))}</bdi>" if not words.isascii() else escape(clean(words))


def _marked(cell: Cell, answer: Answer) -> str:
    """Escaped text whose marks tell the words that they stand for."""

    def mark(number: int) -> str:
        tip = f"{_sources.quote(answer.sources[number - 1])} ({_sources.name(answer.sources[number - 1])})"
        return f'<sup title="{escape(tip)}">[{number}]</sup>'

    return _sources.with_marks(clean(_sources.shown(cell)), len(answer.sources), mark, _text)


def _table(table: Table, answer: Answer) -> str:
    if not table.rows:
        return ""
    title = f"<caption>{_text(table.title)}</caption>" if table.title else ""
    heads = "".join(f'<th scope="col">{_text(head)}</th>' for head in table.columns)
    rows = "\n".join(f"<tr>{_cells(row, answer)}</tr>" for row in table.rows[:MOST_ROWS])
    rest = len(table.rows) - MOST_ROWS
    more = f'<p class="note">… and {rest:,} more: <code>answer.frame()</code> has all.</p>' if rest > 0 else ""
    return f"<table>{title}<thead><tr>{heads}</tr></thead><tbody>\n{rows}\n</tbody></table>{more}"


def _cells(row: Sequence[Cell], answer: Answer) -> str:
    return "".join(f"<td{' class=number' if isinstance(cell, int | float) else ''}>{_marked(cell, answer)}</td>" for cell in row)


def _cited(sources: Sequence[Quoted]) -> str:
    if not sources:
        return ""
    shown = "\n".join(
        f"<li>“{_text(_sources.quote(one))}” <small>{_text(_sources.name(one))}</small></li>" for one in sources[:MOST_SOURCES]
    )
    rest = len(sources) - MOST_SOURCES
    more = f'<p class="note">… and {rest:,} more in <code>answer.sources</code>.</p>' if rest > 0 else ""
    number = f"{len(sources):,} {'source' if len(sources) == 1 else 'sources'}"
    return f"<details><summary>{number}</summary><ol>\n{shown}\n</ol>{more}</details>"


def picture(answer: Answer) -> str:
    """The lanes of time of an answer that tells of spells or of dates; "" of any other, or without the extra `serve`."""
    try:
        from comity.presenting.web.html import drawn
    except ImportError:
        return ""
    from comity.gazetteer import actors
    from comity.presenting.web.drawing import drawing
    from comity.presenting.web.lanes import lanes

    known = actors()
    made = lanes(
        {"histories": _histories(answer.data)}, _things(answer), _rows(answer.data), {code: known.name(code) for code in known}
    )
    found = drawing(made, _days(str(answer.asked.get("on", ""))))
    if found is None:
        return ""
    own = hashlib.sha256(repr((answer.question, sorted(answer.asked.items(), key=str))).encode("utf-8", "replace")).hexdigest()[
        :8
    ]
    # Rows of the table that the lanes would lead to are not to be found in a notebook.
    return _LINK.sub("", drawn(found, str(answer.asked.get("on", "")), f"c{own}-"))


def _histories(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Of each line of two states its spells: all of them, or those in which the asked days lie."""
    if told := data.get("histories"):
        return list(told)
    lines = [line for day in data.get("days", ()) for line in day.get("lines", ()) if line.get("spell")]
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for line in lines:
        spells = found.setdefault((line["a"], line["b"]), [])
        spells += [line["spell"]] if line["spell"] not in spells else []
    return [{"a": a, "b": b, "spells": spells} for (a, b), spells in found.items()]


def _things(answer: Answer) -> dict[str, list[Mapping[str, Any]]]:
    """Entries with their spells: the question is named after their kind."""
    wanted = {"spells", "entry", "what"}
    told: list[Mapping[str, Any]] = [
        one for one in answer.data.get("entries", ()) if isinstance(one, dict) and wanted <= one.keys()
    ]
    return {answer.question.removesuffix("s"): told} if told else {}


def _rows(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Rows that tell of a time."""
    wanted = {"entry", "kind", "when", "stage", "factuality", "disputed", "claims", "what"}
    return [row for row in data.get("rows", ()) if isinstance(row, dict) and wanted <= row.keys()]


def _days(on: str) -> list[date]:
    return [day for day in dict.fromkeys((edtf.first_day(on), edtf.last_day(on))) if day] if on else []
