"""Tables of wikitext: from lines to rows of cells, and to the column that each cell stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_OPEN = re.compile(r"[:*#;\s]*\{\|")
_CLOSE = re.compile(r"\s*\|\}(?!\})")
_HEADING = re.compile(r"={2,6}[^=].*={2,6}\s*$")
_ATTRIBUTES = re.compile(r"""\s*+(?:(?>[a-z:-]+\s*=\s*(?:"[^"]*+"?|'[^']*+'?|[^\s"'|]*+)|nowrap|[;"'<>])\s*+)*+""", re.IGNORECASE)
_SPANS = re.compile(r"""\b(row|col)span\s*=\s*["']?\s*(\d+)""", re.IGNORECASE)
_SCOPE_ROW = re.compile(r"""\bscope\s*=\s*["']?\s*row\b""", re.IGNORECASE)
_WIDEST, _TALLEST = 60, 1000


@dataclass(eq=False, slots=True)
class RawCell:
    """A cell as it is written."""

    lines: list[str]
    header: bool = False
    attributes: str = ""

    @property
    def wide(self) -> int:
        """How many columns it fills."""
        return min(self._span("col"), _WIDEST)

    @property
    def tall(self) -> int:
        """How many rows it fills."""
        return min(self._span("row"), _TALLEST)

    def _span(self, name: str) -> int:
        found = [int(match[2][:4]) for match in _SPANS.finditer(self.attributes) if match[1].lower() == name]
        return max(1, *found) if found else 1

    @property
    def heads_row(self) -> bool:
        """Is it a header, but of its row?"""
        return self.header and _SCOPE_ROW.search(self.attributes) is not None


@dataclass(slots=True)
class RawTable:
    """A table as it is written."""

    captions: list[list[str]] = field(default_factory=list)
    rows: list[list[RawCell]] = field(default_factory=list)


def opens(line: str) -> bool:
    """Does a table begin on a line?"""
    return "{|" in line and _OPEN.match(line) is not None


def end_of(lines: Sequence[str], at: int) -> int:
    """The line after the table that begins on one; a table that is never closed ends before the next heading, or never."""
    depth = 0
    for number in range(at, len(lines)):
        line = lines[number]
        if opens(line):
            depth += 1
        elif _CLOSE.match(line):
            depth -= 1
            if not depth:
                return number + 1
    return next((number for number in range(at + 1, len(lines)) if _HEADING.match(lines[number])), len(lines))


def read_table(lines: Sequence[str]) -> RawTable:
    """The table of lines of which the first opens it."""
    reader = _Reader()
    for line in lines[1:]:
        reader.line(line)
    return RawTable(reader.table.captions, [row for row in reader.table.rows if row])


@dataclass(slots=True)
class _Reader:
    """Takes one line after another."""

    table: RawTable = field(default_factory=RawTable)
    into: list[str] | None = None
    """The lines of the cell or caption that is being read."""
    inner: int = 0
    """How many tables inside it are open."""

    def line(self, line: str) -> None:
        bare = line.lstrip()
        if self.inner or (opens(line) and self.into is not None):
            self.inner += opens(line)
            self.inner -= _CLOSE.match(line) is not None
            self.more(line)
        elif bare.startswith("|}") and not bare.startswith("|}}"):
            self.into = None
            if rest := bare[2:].strip():
                self.more(rest)
        elif bare.startswith("|-"):
            self.table.rows.append([])
            self.into = None
        elif bare.startswith("|+"):
            self.into = [_attributes(bare[2:])[1]]
            self.table.captions.append(self.into)
        elif bare.startswith(("|", "!")):
            self.cells(bare)
        else:
            self.more(line)

    def more(self, line: str) -> None:
        """A line that goes on with what was begun; words that stand in no cell get one of their own."""
        if self.into is None:
            if not line.strip():
                return
            self.begin(RawCell([]))
        if self.into is not None:
            self.into.append(line)

    def cells(self, line: str) -> None:
        header = line[0] == "!"
        for part in re.split(r"\|\||!!" if header else r"\|\|", line[1:]):
            attributes, words = _attributes(part)
            self.begin(RawCell([words], header, attributes))

    def begin(self, cell: RawCell) -> None:
        if not self.table.rows:
            self.table.rows.append([])
        self.table.rows[-1].append(cell)
        self.into = cell.lines


def _attributes(part: str) -> tuple[str, str]:
    """A cell's attributes and its words. What does not look like attributes is words."""
    before, bar, after = part.partition("|")
    if bar and _ATTRIBUTES.fullmatch(before):
        return before, after
    return "", part


@dataclass(eq=False, slots=True)
class GridRow:
    """The cells of a row with the columns that each fills; a cell of rows above that reaches down into it among them."""

    cells: list[tuple[int, RawCell]]
    own: frozenset[RawCell]
    """Those that begin in this row."""

    @property
    def is_header(self) -> bool:
        """Is it made of headers alone?"""
        return bool(self.cells) and all(cell.header and not cell.heads_row for _, cell in self.cells)

    @property
    def distinct(self) -> list[tuple[int, RawCell]]:
        """Each cell once, with the first column that it fills."""
        seen: dict[RawCell, int] = {}
        for column, cell in self.cells:
            seen.setdefault(cell, column)
        return [(column, cell) for cell, column in seen.items()]


def grid(table: RawTable) -> Iterator[GridRow]:
    """The rows of a table with every cell in each row and column that it covers."""
    reaching: dict[int, tuple[int, RawCell]] = {}
    for row in table.rows:
        found: list[tuple[int, RawCell]] = []
        column = 0
        for cell in row:
            column = _down(reaching, column, found)
            for place in range(column, column + cell.wide):
                found.append((place, cell))
                if cell.tall > 1:
                    reaching[place] = (cell.tall, cell)
            column += cell.wide
        _down(reaching, column, found, rest=True)
        reaching = {place: (left - 1, cell) for place, (left, cell) in reaching.items() if left > 1}
        yield GridRow(sorted(found, key=lambda each: each[0]), frozenset(row))


def _down(reaching: dict[int, tuple[int, RawCell]], column: int, found: list[tuple[int, RawCell]], *, rest: bool = False) -> int:
    """Take the cells that reach down from above at a column; the next free column."""
    taken = {place for place, _ in found}
    while column in reaching or (rest and any(place > column for place in reaching)):
        if column in reaching and column not in taken:
            found.append((column, reaching[column][1]))
        column += 1
    return column
