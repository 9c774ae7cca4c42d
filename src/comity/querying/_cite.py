"""Numbers the sources of an answer in the order of their first use, so that every statement can point to its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from comity.querying._question import Quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.model import Claim, Source
    from comity.recording.store import Store


class Citations:
    """The sources of one answer."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._claims: list[Claim] = []

    def marks(self, claims: Iterable[Claim]) -> str:
        """Marks that point to the words of claims: `[1][4]`; a sentence that bears several is one source."""
        ordered = sorted(claims, key=lambda claim: (claim.doc, claim.evidence, claim.id))
        numbers = dict.fromkeys(self._number(claim) for claim in ordered)
        return "".join(f"[{number}]" for number in sorted(numbers))

    def after(self, text: str, claims: Iterable[Claim]) -> str:
        """A text with the marks of its claims at its end."""
        return f"{text} {self.marks(claims)}".strip()

    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """The sources by number; their words are fetched document by document, however the numbers go to and fro."""
        by_document = sorted(enumerate(self._claims), key=lambda numbered: numbered[1].doc)
        copies = self._store.copies(claim.id for claim in self._claims)
        found = {number: replace(quoted(self._store, one), copy_of=copies.get(one.id, "")) for number, one in by_document}
        return tuple(found[number] for number in sorted(found))

    def _number(self, claim: Claim) -> int:
        place = (claim.doc, claim.evidence.start, claim.evidence.end)
        if place not in self._numbers:
            self._claims.append(claim)
            self._numbers[place] = len(self._claims)
        return self._numbers[place]


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
    )
