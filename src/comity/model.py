"""The nouns: what one stage hands to the next. All are frozen; a stage returns new ones."""

from __future__ import annotations

import bisect
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

Value: TypeAlias = str | int | float | tuple[str, ...]
"""What a settled field of a claim holds: text, a number, or the codes of actors."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters start (inclusive) to end (exclusive) of one document's text, in Unicode code points.

    >>> Span(0, 4) in Span(0, 9), Span(2, 5).touches(Span(5, 8))
    (True, False)
    """

    start: int
    end: int

    def of(self, document: Document) -> str:
        """The words that stand there: the only place where a quote is made."""
        return document.text[self.start : self.end]

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start

    def touches(self, other: Span) -> bool:
        """Do the two share a character?"""
        return self.start < other.end and other.start < self.end

    def join(self, other: Span) -> Span:
        """The stretch from the first of both to the last."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class BlockKind(StrEnum):
    """What a piece of a document is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    ROW = "table row"
    PAIR = "key and value"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's row: where its words stand, and the header over it."""

    span: Span
    column: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document: its kind, where it stands, and the headings over it, outermost first."""

    kind: BlockKind
    span: Span
    headings: tuple[Span, ...] = ()
    key: Span | None = None
    """Of a pair, the key; `span` holds the whole line."""
    value: Span | None = None
    citation: str = ""
    """What the passage itself cites, as a footnote or a link does."""
    article: int = 0
    """The number of the article that it belongs to, in a page that strings several together."""
    cells: tuple[Cell, ...] = ()
    """Of a table row."""
    about: Span | None = None
    """Words elsewhere that say with whom it is concerned: the cell of the row whose notes it is part of."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document or article as a publication; "" is unknown. Dates are EDTF."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    accessed: str = ""
    archived: str = ""
    language: str = ""
    licence: str = ""

    def over(self, weaker: Source) -> Source:
        """This source, with what it leaves open taken from a weaker witness."""
        given = {name: getattr(self, name) or getattr(weaker, name) for name in self.__slots__}
        return Source(**given)


@dataclass(frozen=True)
class Document:
    """One text with its pieces and what is known of it.

    `id` is the file's name without its suffix, or the full name where two files of one folder differ only in that.
    """

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    source: Source = Source()
    origin: str = ""
    articles: tuple[Source, ...] = ()
    """For a page of several articles, what is known of each; else empty."""
    warnings: tuple[str, ...] = ()

    @cached_property
    def sha256(self) -> str:
        """The digest of the text: it tells one version of a document from another."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sorted({block.span.start for block in self.blocks}))

    def crosses(self, span: Span) -> bool:
        """Does a stretch reach from one block into the next?"""
        at = bisect.bisect_right(self._starts, span.start)
        return at < len(self._starts) and self._starts[at] < span.end

    def article(self, block: Block) -> Source:
        """What is known of the article that a block stands in."""
        return self._known[block.article] if block.article < len(self._known) else self._unnumbered

    @cached_property
    def _known(self) -> tuple[Source, ...]:
        return tuple(own.over(self.source) for own in self.articles) if len(self.articles) < 2 else self.articles

    @cached_property
    def _unnumbered(self) -> Source:
        return Source().over(self.source) if len(self.articles) < 2 else Source()


@dataclass(frozen=True)
class Claim:
    """One thing that one document says, settled. Immutable."""

    doc: str
    kind: str
    fields: Mapping[str, Value]
    when: str
    factuality: str
    evidence: Span
    rule: str
    steps: tuple[str, ...] = ()
    sha256: str = ""
    """Of the document's text: with `evidence` it finds the words again."""
    how: str = "words"

    @cached_property
    def id(self) -> str:
        """Sixteen letters that follow from what is said and where: stable over runs, rules and machines."""
        told = [self.doc, self.kind, dict(sorted(self.fields.items())), self.when, self.factuality]
        where = [self.sha256, self.evidence.start, self.evidence.end]
        packed = json.dumps(told + where, ensure_ascii=False, default=list)
        return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def actors(self, fields: Iterable[str]) -> Iterator[str]:
        """The codes that stand in the given fields."""
        for name in fields:
            value = self.fields.get(name, "")
            if isinstance(value, tuple):
                yield from value
            elif isinstance(value, str) and value:
                yield value


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Values of one field that exclude one another, each with the ids of the claims that give it."""

    entry: str
    field: str
    type: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    stage: str = ""
    way: str = ""
    """In what they exclude one another: date, value, party, polarity, status, order, person or place."""


@dataclass(frozen=True, slots=True)
class Joined:
    """How a claim came into an entry: the act of it that it tells, and why it is there."""

    part: int = 0
    why: str = ""
    copy_of: str = ""
    """The id of a claim of which another document prints the sentence again; two prints of one sentence are not two sources."""


@dataclass(frozen=True)
class Entry:
    """All claims of one thing through its stages; nothing is overwritten."""

    id: str
    kind: str
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...] = ()
    joined: Mapping[str, Joined] = field(default_factory=dict, hash=False)
    """By the id of a claim, how it came to be in the entry."""

    def copy_of(self, claim: Claim) -> str:
        """The id of the claim whose sentence another's document prints again; "" where it is its own."""
        return self.joined[claim.id].copy_of if claim.id in self.joined else ""

    def origin(self, claim: Claim) -> str:
        """The document that had a claim's sentence first."""
        of = self.copy_of(claim)
        return next((one.doc for one in self.claims if one.id == of), claim.doc) if of else claim.doc

    def sources(self, claims: Iterable[Claim]) -> set[str]:
        """The documents that tell claims, copies counted as what they copy."""
        return {self.origin(claim) for claim in claims}

    @cached_property
    def parts(self) -> tuple[tuple[Claim, ...], ...]:
        """The claims of each act of the thing: of one opening, of one severing, however it is dated."""
        found: dict[int, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(self.joined[claim.id].part if claim.id in self.joined else 0, []).append(claim)
        return tuple(map(tuple, found.values()))

    def values(self, name: str) -> dict[Value, list[Claim]]:
        """Every value given for a field, each with the claims that give it."""
        found: dict[Value, list[Claim]] = {}
        for claim in self.claims:
            value = claim.when if name == "when" else claim.fields.get(name, "")
            if value not in ("", ()):
                found.setdefault(value, []).append(claim)
        return found
