"""Pieces of an article in the order of reading, and the text with blocks that they make together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from comity.model import Block, BlockKind, Cell, Span
from comity.reading._furniture import is_back_matter

_CLOSE = frozenset((BlockKind.ROW, BlockKind.ITEM, BlockKind.PAIR))
"""Kinds whose pieces follow one another line by line."""


@dataclass(eq=False, slots=True)
class Piece:
    """A stretch of words that stands apart. Places in it count from its first letter."""

    kind: BlockKind
    words: str
    level: int = 0
    """Of a heading."""
    citation: str = ""
    key: int = 0
    """Of a pair, how long the key is."""
    cells: tuple[tuple[int, int, str], ...] = ()
    """Of a row: start, end and header of each cell."""
    state: tuple[int, int] | None = None
    """Of a row: where it names whom it is concerned with."""
    row: Piece | None = None
    """The row that it is part of."""
    over: tuple[Piece, ...] = ()
    """Captions of its table."""
    extra: bool = False
    """Is it a caption or footnote that stood beside the words?"""
    named: bool = False
    """Is there a link or a flag in it?"""


def compose(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of the pieces and its blocks."""
    composer = _Composer()
    blocks = tuple(composer.all(pieces))
    return "".join(composer.text), blocks


@dataclass(slots=True)
class _Composer:
    """Puts pieces one after another, and knows which headings are open."""

    text: list[str] = field(default_factory=list)
    at: int = 0
    open: list[tuple[int, Span, bool]] = field(default_factory=list)
    """Headings with their level; is what stands under them back matter?"""
    places: dict[Piece, Span] = field(default_factory=dict)

    def all(self, pieces: Sequence[Piece]) -> Iterator[Block]:
        before: BlockKind | None = None
        for piece in pieces:
            if before is not None:
                gap = "\n" if piece.kind is before and before in _CLOSE else "\n\n"
                self.text.append(gap)
                self.at += len(gap)
            before = piece.kind
            yield self.one(piece)

    def one(self, piece: Piece) -> Block:
        span = Span(self.at, self.at + len(piece.words))
        self.text.append(piece.words)
        self.at = span.end
        self.places[piece] = span
        if piece.kind is BlockKind.HEADING:
            self.open = [each for each in self.open if each[0] < piece.level]
        above = [self.places[over] for over in piece.over if over in self.places]
        headings = (*(head for _, head, _ in self.open), *above)
        back = any(matter for _, _, matter in self.open)
        if piece.kind is BlockKind.HEADING:
            back = back or is_back_matter(piece.words)
            self.open.append((piece.level, span, back))
        kind = BlockKind.BOILERPLATE if back else piece.kind
        return Block(
            kind,
            span,
            headings,
            key=Span(span.start, span.start + piece.key) if piece.key else None,
            value=Span(span.start + piece.key + 2, span.end) if piece.key else None,
            citation=piece.citation,
            cells=tuple(Cell(Span(span.start + start, span.start + end), column) for start, end, column in piece.cells),
            about=self.about(piece),
        )

    def about(self, piece: Piece) -> Span | None:
        row = piece if piece.state else piece.row
        if row is None or row.state is None or row not in self.places:
            return None
        start = self.places[row].start
        return Span(start + row.state[0], start + row.state[1])
