"""The pieces of a table: a row with its cells, and after it what its long cells tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from comity.model import BlockKind
from comity.reading._lines import ends_sentence
from comity.reading._wiki_pieces import Piece
from comity.reading._wiki_tables import GridRow, RawCell, grid, read_table

Inside: TypeAlias = Callable[[Sequence[str]], list[Piece]]

_PROSE = 120
"""Names, dates and offices are shorter; what is longer tells something."""
_DATES = 300
"""Dates with what happened on each of them may take more room."""
_BAR = " | "
_LINES = frozenset((BlockKind.PARAGRAPH, BlockKind.ITEM))
_SINGLE = frozenset((BlockKind.PARAGRAPH, BlockKind.BOILERPLATE))
_DATED = re.compile(r"\W*(?:[a-z. ]+ )?(?:[A-Z][a-z]{2,8}\.? )?\d")
_YEAR = re.compile(r"\d{3,4}|\d+(?:st|nd|rd|th)?\s+\w+\s*$")


def rows(lines: Sequence[str], inside: Inside) -> Iterator[Piece]:
    """The pieces of the table that the lines hold; `inside` reads the wikitext of a cell."""
    table = read_table(lines)
    reader = _Rows(inside)
    yield from reader.captions(table.captions)
    for row in grid(table):
        yield from reader.row(row)


class _Rows:
    """Goes down a table, and knows what stands over its columns."""

    def __init__(self, inside: Inside) -> None:
        self.inside = inside
        self.caption: tuple[Piece, ...] = ()
        self.banner: tuple[Piece, ...] = ()
        self.headers: dict[int, list[str]] = {}
        self.began = False
        """Has a row of data followed the headers?"""
        self.read: dict[RawCell, list[Piece]] = {}

    def captions(self, captions: Iterable[Sequence[str]]) -> Iterator[Piece]:
        found = [piece for lines in captions for piece in self.inside(lines)]
        pieces = tuple(replace(piece, kind=BlockKind.CAPTION) if piece.kind in _SINGLE else piece for piece in found)
        self.caption = tuple(piece for piece in pieces if piece.kind is BlockKind.CAPTION and not piece.extra)
        yield from pieces

    def row(self, row: GridRow) -> Iterator[Piece]:
        if not row.own:
            return
        if row.is_header:
            yield from self.header(row)
        else:
            self.began = True
            yield from self.data(row)

    def header(self, row: GridRow) -> Iterator[Piece]:
        """Headers go over the columns; one that fills the whole width stands over the rows that follow."""
        cells = row.distinct
        extras = [piece for _, cell in cells if cell in row.own for piece in self.pieces(cell) if piece.extra]
        if len(cells) == 1 and cells[0][1].wide > 1:
            own = [piece for piece in self.pieces(cells[0][1]) if not piece.extra]
            self.banner = tuple(replace(piece, kind=BlockKind.CAPTION, over=self.caption) for piece in own)
            yield from self.banner
        else:
            if self.began:
                self.headers, self.began = {}, False
            for column, cell in row.cells:
                words = " ".join(piece.words for piece in self.pieces(cell) if not piece.extra)
                stacked = self.headers.setdefault(column, [])
                if words and words not in stacked:
                    stacked.append(words)
            yield from self.shown(cells)
        yield from extras

    def shown(self, cells: Sequence[tuple[int, RawCell]]) -> Iterator[Piece]:
        """The headers as a line, for those who read the text."""
        words = [" ".join(piece.words for piece in self.pieces(cell) if not piece.extra) for _, cell in cells]
        if any(words):
            yield Piece(BlockKind.BOILERPLATE, _BAR.join(filter(None, words)), over=self.over)

    @property
    def over(self) -> tuple[Piece, ...]:
        return self.caption + self.banner

    def data(self, row: GridRow) -> Iterator[Piece]:
        told = [(column, cell, _without_extras(self.pieces(cell))) for column, cell in row.distinct]
        short = [(column, cell, pieces) for column, cell, pieces in told if pieces and not _is_prose(pieces)]
        piece = self.line(short)
        if piece:
            yield piece
        kept = {cell for _, cell, _ in short}
        for _, cell in row.distinct:
            if cell in row.own:
                rest = [each for each in self.pieces(cell) if each.extra or cell not in kept]
                yield from (replace(each, row=each.row or piece, over=each.over or self.over) for each in rest)

    def line(self, cells: Sequence[tuple[int, RawCell, list[Piece]]]) -> Piece | None:
        """The row of the short cells."""
        if not cells:
            return None
        words = [" ".join(piece.words for piece in pieces) for _, _, pieces in cells]
        starts = [sum(len(word) + len(_BAR) for word in words[:number]) for number in range(len(words))]
        placed = [
            (start, start + len(word), self.column(place))
            for start, word, (first, cell, _) in zip(starts, words, cells, strict=True)
            for place in range(first, first + cell.wide)
        ]
        state = _state(words, [any(piece.named for piece in pieces) for _, _, pieces in cells])
        return Piece(
            BlockKind.ROW,
            _BAR.join(words),
            citation=_citations(piece for _, _, pieces in cells for piece in pieces),
            cells=tuple(placed),
            state=(starts[state], starts[state] + len(words[state])) if state is not None else None,
            over=self.over,
        )

    def column(self, number: int) -> str:
        return " ".join(self.headers.get(number, ()))

    def pieces(self, cell: RawCell) -> list[Piece]:
        """What a cell holds, read once."""
        if cell not in self.read:
            self.read[cell] = self.inside(cell.lines)
        return self.read[cell]


def _without_extras(pieces: Iterable[Piece]) -> list[Piece]:
    return [piece for piece in pieces if not piece.extra]


def _is_prose(pieces: Sequence[Piece]) -> bool:
    """Does a cell tell something, and not only name it?"""
    length, ends = sum(len(piece.words) for piece in pieces), any(ends_sentence(piece.words) for piece in pieces)
    listed = any(piece.kind not in _SINGLE for piece in pieces)
    if length <= _DATES and not ends and all(piece.kind in _LINES and _DATED.match(piece.words) for piece in pieces):
        return False
    return listed or length > _PROSE or (len(pieces) > 1 and ends)


def _state(words: Sequence[str], named: Sequence[bool]) -> int | None:
    """Which cell says with whom the row is concerned: the first with a link or flag, else the first with words."""
    names = [number for number, word in enumerate(words) if any(letter.isalpha() for letter in word) and not _YEAR.search(word)]
    return next((number for number in names if named[number]), next(iter(names), None))


def _citations(pieces: Iterable[Piece]) -> str:
    found = (line for piece in pieces for line in piece.citation.split(" ; "))
    return " ; ".join(dict.fromkeys(line for line in found if line))
