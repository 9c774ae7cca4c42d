"""Numbers the sources of an answer in the order of their first use, so that every statement can point to its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from comity.querying._question import Quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.model import Claim, Source
    from comity.recording.store import Store

_Place: TypeAlias = tuple[str, int, int]


class Citations:
    """The sources of one answer; `most` says how many may bear one statement, the others are then counted.

    `fully`: with what the passages themselves cite, which takes long where there are many.
    """

    def __init__(self, store: Store, most: int = 0, *, fully: bool = False) -> None:
        self._store, self._most, self._fully = store, most, fully
        self._numbers: dict[_Place, int] = {}
        self._claims: list[Claim] = []

    def marks(self, claims: Iterable[Claim]) -> str:
        """Marks that point to the words of claims: `[1][4]`; a sentence that bears several is one source."""
        firsts: dict[_Place, Claim] = {}
        for claim in sorted(claims, key=lambda claim: (claim.doc, claim.evidence, claim.id)):
            firsts.setdefault(_place(claim), claim)
        # What is asserted goes before what is only reported.
        best = sorted(firsts.values(), key=lambda claim: claim.factuality != "asserted") if self._most else list(firsts.values())
        shown = best[: self._most or None]
        numbers = sorted({self._number(claim) for claim in shown})
        rest = len(best) - len(shown)
        return "".join(f"[{number}]" for number in numbers) + (f" and {rest:,} more" if rest else "")

    def after(self, text: str, claims: Iterable[Claim]) -> str:
        """A text with the marks of its claims at its end."""
        return f"{text} {self.marks(claims)}".strip()

    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """The sources by number; their words are fetched document by document, however the numbers go to and fro."""
        by_document = sorted(enumerate(self._claims), key=lambda numbered: numbered[1].doc)
        copies = self._store.copies(claim.id for claim in self._claims)
        found = {number: replace(self._quoted(one), copy_of=copies.get(one.id, "")) for number, one in by_document}
        return tuple(found[number] for number in sorted(found))

    def _quoted(self, claim: Claim) -> Quoted:
        source = quoted(self._store, claim)
        return replace(source, cited=_cited(self._store, claim)) if self._fully else source

    @property
    def places(self) -> frozenset[_Place]:
        """Where the words stand that have been pointed to."""
        return frozenset(self._numbers)

    def _number(self, claim: Claim) -> int:
        place = _place(claim)
        if place not in self._numbers:
            self._claims.append(claim)
            self._numbers[place] = len(self._claims)
        return self._numbers[place]


def _place(claim: Claim) -> _Place:
    return (claim.doc, claim.evidence.start, claim.evidence.end)


def quoted(store: Store, claim: Claim) -> Quoted:
    """A claim's words with what is known of the document, or of the article of it, that they stand in."""
    source: Source = store.source(claim)
    return Quoted(
        claim=claim.id,
        doc=claim.doc,
        quote=store.quote(claim),
        start=claim.evidence.start,
        end=claim.evidence.end,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        author=source.author,
        accessed=source.accessed,
        archived=source.archived,
        language=source.language,
    )


def _cited(store: Store, claim: Claim) -> str:
    """What the passage itself cites."""
    blocks = store.document(claim.doc).blocks
    return next((block.citation for block in blocks if block.citation and claim.evidence in block.span), "")
