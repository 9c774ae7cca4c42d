"""A page for paper: PDF, set by Typst with fonts of our own, so that Lao, Vietnamese, Cyrillic and Arabic names show.

The text reaches Typst as data, never as its markup. Scripts that our fonts have not got (Chinese, Japanese, Korean) are
set in the fonts of the machine.

>>> [font.name for font in sorted(FONTS.glob("NotoSansLao*"))]
['NotoSansLao-Regular.ttf']
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.errors import MissingExtra
from comity.presenting._plain import clean
from comity.presenting.pages._page import page
from comity.presenting.pages._widths import widths

if TYPE_CHECKING:
    from comity.presenting.pages._page import Grid, Line, Note
    from comity.querying._question import Answer, Chart

WHAT = "a page for paper (wants the extra pdf)"

FONTS = Path(__file__).parent / "fonts"
_TEMPLATE = Path(__file__).parent / "_page.typ"
_FAMILIES = ("", " Lao", " Thai", " Khmer", " Myanmar", " Arabic", " Hebrew", " Armenian", " Georgian", " Devanagari")
_OTHER_SCRIPTS = re.compile("[\u0980-\u0dff\u0f00-\u0fff\u1100-\u137f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff]")
# Our fonts have no pictures of control characters.
_PICTURES = re.compile("[\u2400-\u2421]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=-|$)")


def render(answer: Answer) -> bytes:
    """The answer as a PDF, the same bytes for the same answer; a MissingExtra error where Typst is not installed."""
    try:
        import typst
    except ImportError as error:
        raise MissingExtra(what="a PDF", package="typst", extra="pdf") from error
    data = _PICTURES.sub("\ufffd", json.dumps(_data(answer), ensure_ascii=False))
    made: bytes = typst.compile(
        _TEMPLATE,
        root=_TEMPLATE.parent,
        font_paths=[FONTS],
        ignore_system_fonts=not _OTHER_SCRIPTS.search(data),
        sys_inputs={"data": data.encode("utf-8", "replace").decode()},
        format="pdf",
    )
    return made


def _data(answer: Answer) -> dict[str, Any]:
    """All that the template shows."""
    shown, seen = page(answer), set[int]()
    return {
        "title": shown.title,
        "fonts": [f"Noto Sans{family}" for family in _FAMILIES],
        "lead": [_line(line, seen) for line in shown.lead],
        "grids": [_grid(grid, seen) for grid in shown.grids],
        "remarks": [_line(line, seen) for line in shown.remarks],
        "notes": [_note(note) for note in shown.notes],
        "further": [_note(note) for note in shown.further],
    }


def _line(line: Line, seen: set[int]) -> list[Any]:
    """A text; of each mark whether it is the first of its note."""
    told: list[Any] = []
    for piece in line:
        told.append(piece if isinstance(piece, str) else {"mark": piece, "first": piece not in seen})
        seen.update({piece} if isinstance(piece, int) else ())
    return told


def _grid(grid: Grid, seen: set[int]) -> dict[str, Any]:
    return {
        "title": grid.title,
        "heads": grid.heads,
        "numbers": grid.numbers,
        "widths": widths(grid),
        "rows": [[{"pieces": _line(cell, seen)} for cell in row] for row in grid.rows],
        "charts": [_chart(chart) for chart in grid.charts],
    }


def _chart(chart: Chart) -> dict[str, Any]:
    most = max(bar.value for bar in chart.bars) or 1
    bars = [{"label": clean(bar.label), "share": round(bar.value / most, 4), "said": clean(bar.said)} for bar in chart.bars]
    return {"title": clean(chart.title), "bars": bars}


def _note(note: Note) -> dict[str, str]:
    tongue = _LANGUAGE.match(note.source.language)
    return {
        "quote": note.quote,
        "named": note.cited,
        "place": note.cited_place,
        "url": "" if note.again else note.url,
        "address": "" if note.url or note.again else clean(note.source.url),
        "cited": clean(note.source.cited),
        "language": tongue[0].lower() if tongue else "",
    }
