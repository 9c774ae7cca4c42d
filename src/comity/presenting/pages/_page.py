"""An answer prepared for a page: text and marks told apart, footnotes numbered in the order in which the page comes to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from comity import edtf
from comity.presenting import _sources
from comity.presenting._plain import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from comity.querying._question import Answer, Cell, Chart, Quoted, Table

Piece: TypeAlias = str | int
"""Text of a document or of ours, never markup; or the number of a footnote."""
Line: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the words, where they stand, and what they stand in."""

    number: int
    quote: str
    source: Quoted
    url: str
    """The address, where it is one that a link may lead to; else ""."""
    again: int = 0
    """The earlier note that tells of the same document in full; 0 in the first."""

    @property
    def cited(self) -> str:
        """What the words stand in: in full the first time, later by its title."""
        title = clean(self.source.title or self.source.doc)
        return f"{title}, as in note {self.again}," if self.again else f"{self.named}."

    @property
    def letters(self) -> str:
        """Where in the document the words stand."""
        return f"characters {self.source.start}–{self.source.end}"

    @property
    def place(self) -> str:
        """The same with the document's id."""
        return f"{clean(self.source.doc)}, {self.letters}"

    @property
    def cited_place(self) -> str:
        """The same, with the id where the note tells of its document in full."""
        return self.letters if self.again else self.place

    @property
    def named(self) -> str:
        """Author, title, publisher and date, as far as they are known."""
        told = self.source
        when = told.published if edtf.fault(told.published) else edtf.say(told.published)
        dated = when if told.published else ""
        return clean(", ".join(filter(None, (told.author, told.title or told.doc, told.publisher, dated))))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its title, heads, rows, which columns hold numbers, and what of it is drawn."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numbers: tuple[bool, ...]
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that a page shows."""

    title: str
    lead: tuple[Line, ...]
    grids: tuple[Grid, ...]
    remarks: tuple[Line, ...]
    notes: tuple[Note, ...]
    """Those that the page points to, by number."""
    further: tuple[Note, ...]
    """Sources to which nothing points."""


def page(answer: Answer) -> Page:
    """The answer prepared."""
    order = _Order(answer)
    empty = () if answer.tables or answer.sources else ("Nothing was found.",)
    lead = tuple(order.line(text) for text in answer.lead or empty)
    grids = tuple(_grid(table, order) for table in answer.tables)
    remarks = tuple(order.line(text) for text in answer.notes)
    rest = [number for number in range(1, len(answer.sources) + 1) if number not in order.numbers]
    notes = _notes([answer.sources[old - 1] for old in (*order.numbers, *rest)])
    used = len(order.numbers)
    return Page(_sources.heading(answer), lead, grids, remarks, notes[:used], notes[used:])


class _Order:
    """Numbers the footnotes anew, in the order in which the page comes to them."""

    def __init__(self, answer: Answer) -> None:
        self._count = len(answer.sources)
        self.numbers: dict[int, int] = {}

    def line(self, text: str) -> Line:
        """A text as pieces."""
        pieces: list[Piece] = []

        def mark(number: int) -> str:
            pieces.append(self.numbers.setdefault(number, len(self.numbers) + 1))
            return ""

        def rest(words: str) -> str:
            pieces.extend([words] if words else [])
            return ""

        _sources.with_marks(clean(text), self._count, mark, rest)
        return tuple(_closed_up(pieces))


def _closed_up(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A mark is raised and stands right behind its word: without the blank that parts it from it in plain text."""
    for at, piece in enumerate(pieces):
        follows = at + 1 < len(pieces) and isinstance(pieces[at + 1], int)
        yield piece.rstrip(" ") if isinstance(piece, str) and follows and piece.strip() else piece


def _grid(table: Table, order: _Order) -> Grid:
    columns = range(len(table.columns))
    numbers = tuple(bool(table.rows) and all(isinstance(row[at], int | float) for row in table.rows) for at in columns)
    rows = tuple(tuple(_cell(cell, order) for cell in row) for row in table.rows)
    return Grid(clean(table.title), tuple(map(clean, table.columns)), rows, numbers, table.charts)


def _cell(cell: Cell, order: _Order) -> Line:
    return order.line(_sources.shown(cell))


def _notes(sources: Sequence[Quoted]) -> tuple[Note, ...]:
    """A note a source; the first of each publication tells of it in full."""
    firsts: dict[tuple[str, ...], int] = {}
    notes = []
    for number, told in enumerate(sources, 1):
        first = firsts.setdefault((told.doc, told.title, told.publisher, told.published, told.url), number)
        notes.append(Note(number, _sources.quote(told), told, address(told.url), again=0 if first == number else first))
    return tuple(notes)


def address(url: str) -> str:
    """An address that a link may lead to: whole, of the web, without anything that could end it early; else "".

    >>> address("https://example.org/a?b=1"), address("javascript:alert(1)"), address('https://a.org/"><script>')
    ('https://example.org/a?b=1', '', '')
    """
    allowed = url.isascii() and url.isprintable() and not set(url) & set(" \"'<>\\^`{}|[]")
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if allowed and parts.scheme in ("http", "https") and parts.hostname and not parts.username else ""
