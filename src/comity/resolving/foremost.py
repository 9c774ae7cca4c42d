"""The main event of a sentence: that of the clause nearest to the root, and of one act the fullest reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from comity.mentions import Draft
from comity.model import Claim, Span

Read = Callable[[Draft], Iterable[Claim]]


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


def _worth(reading: tuple[Draft, list[Claim]]) -> tuple[int, bool, int, int]:
    """By which of two readings of one act the better is told: the sides told, the rules of affairs inside, the words."""
    draft, claims = reading
    sides = max(sum(1 for name in ("source", "target") if claim.fields.get(name)) for claim in claims)
    return sides, draft.inside, len(draft.slots), len(draft.trigger)
