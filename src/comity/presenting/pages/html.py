"""A page for browsers: one file that asks for nothing outside itself, runs no script, and prints.

>>> from comity.querying._question import Answer
>>> b"<h1>" in render(Answer("brief", {}, ("Nothing is told of <b>Peru</b>.",))), b"<b>" in render(Answer("brief", {}))
(True, False)
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from comity.presenting._plain import clean
from comity.presenting.pages._page import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.presenting.pages._page import Grid, Line, Note, Page
    from comity.querying._question import Answer, Chart

WHAT = "a page for browsers, in one file"

_STYLE = (Path(__file__).parent / "_page.css").read_text(encoding="utf-8")
_DIGEST = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
# Hebrew and Arabic letters with what stands between them.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff](?:[^A-Za-z]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_REL = 'rel="nofollow noreferrer external noopener"'
_BACK = '<a class="back" href="#m{number}-{at}" aria-label="Back to mark {at}">↑</a>'
# The room of a chart, in its own units: labels, bars, values.
_LABELS, _BARS, _VALUES, _ROW = 150, 300, 190, 20


def render(answer: Answer) -> bytes:
    """The answer as a page of HTML."""
    shown = page(answer)
    seen = _Seen(shown)
    body = [
        f"<h1>{_text(shown.title)}</h1>",
        *(f"<p>{_line(line, seen)}</p>" for line in shown.lead),
        *(_grid(grid, seen) for grid in shown.grids),
        *_remarks(shown, seen),
        *_notes(shown, seen),
    ]
    return _whole(shown.title, "\n".join(body)).encode("utf-8", "replace")


def _whole(title: str, body: str) -> str:
    policy = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    """Text that nothing in it can end; names written from right to left stand apart from what is around them."""
    parts, at = [], 0
    for found in _RIGHT_TO_LEFT.finditer(text):
        parts += [escape(text[at : found.start()]), f"<bdi>{escape(found[0])}</bdi>"]
        at = found.end()
    return "".join([*parts, escape(text[at:])])


def _line(line: Line, seen: _Seen) -> str:
    return "".join(_text(piece) if isinstance(piece, str) else seen.mark(piece) for piece in line)


class _Seen:
    """How often each mark has been set, and the words that it leads to."""

    def __init__(self, shown: Page) -> None:
        self._quotes = {note.number: note.quote for note in shown.notes}
        self.times: Counter[int] = Counter()

    def mark(self, number: int) -> str:
        """A mark that shows the words where one rests on it, leads to its note, and is found again from there."""
        self.times[number] += 1
        tip = escape(f"“{self._quotes[number]}”")
        return f'<sup id="m{number}-{self.times[number]}"><a href="#n{number}" title="{tip}">[{number}]</a></sup>'


def _grid(grid: Grid, seen: _Seen) -> str:
    title = f"<h2>{_text(grid.title)}</h2>\n" if grid.title else ""
    if not grid.rows:
        return f"<section>\n{title}<p>None.</p>\n</section>"
    kinds = [' class="number"' if number else "" for number in grid.numbers]
    heads = "".join(f'<th scope="col"{kind}>{_text(head)}</th>' for head, kind in zip(grid.heads, kinds, strict=True))
    rows = "\n".join(f"<tr>{_cells(row, kinds, seen)}</tr>" for row in grid.rows)
    table = f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    return "\n".join([f'<section>\n{title}<div class="wide">\n{table}\n</div>', *map(_chart, grid.charts), "</section>"])


def _cells(row: Sequence[Line], kinds: Sequence[str], seen: _Seen) -> str:
    return "".join(f"<td{kind}>{_line(cell, seen)}</td>" for cell, kind in zip(row, kinds, strict=True))


def _chart(chart: Chart) -> str:
    """Bars, drawn in the page itself."""
    most = max(bar.value for bar in chart.bars) or 1
    width, height = _LABELS + _BARS + _VALUES, _ROW * len(chart.bars)
    rows = []
    for at, bar in enumerate(chart.bars):
        top, long = at * _ROW, max(round(_BARS * bar.value / most, 1), 1)
        rows += [
            f'<text x="{_LABELS - 8}" y="{top + 14}" text-anchor="end">{escape(clean(bar.label))}</text>',
            f'<rect x="{_LABELS}" y="{top + 4}" width="{long}" height="{_ROW - 8}"/>',
            f'<text x="{_LABELS + long + 6}" y="{top + 14}">{escape(clean(bar.said))}</text>',
        ]
    svg = f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(clean(chart.title))}">'
    return f"<figure>\n<figcaption>{_text(clean(chart.title))}</figcaption>\n{svg}\n" + "\n".join(rows) + "\n</svg>\n</figure>"


def _remarks(shown: Page, seen: _Seen) -> list[str]:
    items = "\n".join(f"<li>{_line(line, seen)}</li>" for line in shown.remarks)
    return [f"<section>\n<h2>Notes</h2>\n<ul>\n{items}\n</ul>\n</section>"] if shown.remarks else []


def _notes(shown: Page, seen: _Seen) -> list[str]:
    parts = []
    for title, notes in (("Sources", shown.notes), ("Further sources", shown.further)):
        if notes:
            items = "\n".join(_note(note, seen.times[note.number]) for note in notes)
            parts.append(f'<section class="notes">\n<h2>{title}</h2>\n<ol start="{notes[0].number}">\n{items}\n</ol>\n</section>')
    return parts


def _note(note: Note, marks: int) -> str:
    source = note.source
    tongue = f' lang="{source.language}"' if _LANGUAGE.fullmatch(source.language) else ""
    quote = f'<q dir="auto"{tongue}>{_text(note.quote)}</q>'
    address = f'<a href="{escape(note.url)}" {_REL}>{escape(note.url)}</a>' if note.url else _text(clean(source.url))
    cited = f"It cites: {_text(clean(source.cited))}." if source.cited else ""
    back = [_BACK.format(number=note.number, at=at) for at in range(1, marks + 1)]
    told = [quote, f"{_text(note.named)}.", address, cited, f"<small>{_text(note.place)}</small>", *back]
    return f'<li id="n{note.number}">{" ".join(filter(None, told))}</li>'
