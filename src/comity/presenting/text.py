"""An answer as text for a terminal: sentences, tables with aligned columns, numbered sources, notes."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from comity.presenting import _sources
from comity.presenting._plain import bar, clean, hang, width, wrap
from comity.querying._question import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from comity.querying._question import Answer, Cell, Chart, Quoted

NARROW, WIDE = 80, 120
_GAP = "  "
# Below this a column shows no more than one short word a line, and a row is better shown as a list.
_SLIMMEST = 8
# A word up to this length, such as a date or a name, is kept whole while another column can give way.
_KEPT_WORD = 16


def room() -> int:
    """The columns that an answer may take: 80, or a wider terminal's own, but never lines too long to read."""
    return min(max(shutil.get_terminal_size((NARROW, 24)).columns, NARROW), WIDE) if sys.stdout.isatty() else NARROW


def render(answer: Answer, *, columns: int = NARROW) -> str:
    """The answer as text that fits `columns`; only words such as addresses, which cannot be split, may be longer."""
    parts = [list(_sentences(answer, columns))]
    parts += [_table(one, columns) for table in answer.tables for one in (table, *map(_drawn, table.charts))]
    parts += [[line for number, source in enumerate(answer.sources, 1) for line in _source(number, source, columns)]]
    parts += [[line for note in answer.notes for line in hang("Note: ", note, columns, keep_words=True)]]
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts if part) + "\n"


def _sentences(answer: Answer, columns: int) -> Iterator[str]:
    nothing = not (answer.lead or answer.tables or answer.sources)
    for sentence in ("Nothing was found.",) if nothing else answer.lead:
        yield from wrap(sentence, columns, keep_words=True)


def _source(number: int, source: Quoted, columns: int) -> list[str]:
    claim = f" ({source.claim[: _sources.SHORT_ID]})" if source.claim else ""
    return hang(f"[{number}] ", f'{_sources.name(source)}: "{_sources.quote(source)}"{claim}', columns, keep_words=True)


def _table(table: Table, columns: int) -> list[str]:
    rows = [[clean(_sources.shown(cell)) for cell in row] for row in table.rows]
    heads = [clean(head) for head in table.columns]
    title = wrap(table.title, columns) if table.title else []
    if not rows:
        return [*title, f"{_GAP}none"]
    slimmest = len(heads) * (_SLIMMEST + len(_GAP))
    if slimmest > columns and sum(_natural(heads, rows)) + len(_GAP) * (len(heads) - 1) > columns:
        return [*title, *_as_lists(heads, rows, columns)]
    return [*title, *_grid(heads, rows, table.rows, columns)]


def _drawn(chart: Chart) -> Table:
    """A series as bars of letters, in a table of its own."""
    most = max(one.value for one in chart.bars)
    return Table(chart.title, ("when", "value"), tuple((one.label, f"{bar(one.value, most)} {one.said}") for one in chart.bars))


def _natural(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """The width that each column would take if there were room for all."""
    return [max(width(cell) for cell in column) for column in zip(heads, *rows, strict=True)]


def _grid(heads: list[str], rows: list[list[str]], cells: Sequence[Sequence[Cell]], columns: int) -> list[str]:
    words = [max(width(word) for cell in column for word in cell.split(" ")) for column in zip(heads, *rows, strict=True)]
    widths = _widths(_natural(heads, rows), words, columns - len(_GAP) * (len(heads) - 1))
    right = [all(isinstance(cell, int | float) for cell in column) for column in zip(*cells, strict=True)]
    rule = _GAP.join("-" * wide for wide in widths)
    return [*_row(heads, widths, right), rule, *(line for row in rows for line in _row(row, widths, right))]


def _widths(natural: Sequence[int], words: Sequence[int], available: int) -> list[int]:
    """The columns' widths: the widest gives way first, and down to its longest word before any word is split."""
    widths = [max(1, min(wide, available)) for wide in natural]
    floors = [min(word, _KEPT_WORD) for word in words]
    while sum(widths) > available and max(widths) > 1:
        loose = [at for at, wide in enumerate(widths) if wide > floors[at]] or range(len(widths))
        widths[max(loose, key=lambda at: widths[at])] -= 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    """One row: each cell wrapped inside its column."""
    wrapped = [wrap(cell, wide) for cell, wide in zip(cells, widths, strict=True)]
    lines = []
    for at in range(max(map(len, wrapped))):
        pieces = [cell[at] if at < len(cell) else "" for cell in wrapped]
        padded = [_pad(piece, wide, flush) for piece, wide, flush in zip(pieces, widths, right, strict=True)]
        lines.append(_GAP.join(padded).rstrip())
    return lines


def _pad(text: str, wide: int, right: bool) -> str:
    blanks = " " * (wide - width(text))
    return blanks + text if right else text + blanks


def _as_lists(heads: Sequence[str], rows: Sequence[Sequence[str]], columns: int) -> list[str]:
    """The rows one under the other, each cell behind the name of its column, where the columns do not fit side by side."""
    lines: list[str] = []
    for row in rows:
        lines += [""] if lines else []
        for head, cell in zip(heads, row, strict=True):
            lines += hang(f"{_GAP}{head}: ", cell, columns) if width(head) < columns // 2 else wrap(f"{head}: {cell}", columns)
    return lines
