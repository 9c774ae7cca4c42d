"""The main event of a sentence: that of the clause nearest to the root, and of one act the fullest reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from comity.mentions import Draft
from comity.model import Claim, Span

SIDES = ("source", "target")
Read: TypeAlias = Callable[[Draft], Iterable[Claim]]


def foremost(drafts: Iterable[Draft], read: Read) -> Iterator[Claim]:
    """The claims of drafts, of events only those that each sentence tells first of all."""
    events: dict[Span, list[tuple[Draft, list[Claim]]]] = {}
    for draft in drafts:
        claims = list(read(draft))
        if draft.kind != "event":
            yield from claims
        elif claims:
            events.setdefault(draft.evidence, []).append((draft, claims))
    for told in events.values():
        least = min(draft.depth for draft, _ in told)
        acts: dict[int, list[tuple[Draft, list[Claim]]]] = {}
        for draft, claims in told:
            if draft.depth == least:
                acts.setdefault(draft.trigger.start, []).append((draft, claims))
        for readings in acts.values():
            yield from max(readings, key=_worth)[1]


def _worth(reading: tuple[Draft, list[Claim]]) -> tuple[int, int, bool, int]:
    """By which of two readings of one act the better is told: sides filled, sides told by the words, affairs inside, words."""
    draft, claims = reading
    sides = max(sum(bool(claim.fields.get(name)) for name in SIDES) for claim in claims)
    return sides, sum(name in draft.slots for name in SIDES), draft.inside, len(draft.trigger)
