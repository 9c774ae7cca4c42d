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
        first = min(draft.trigger.start for draft, _ in told if draft.depth == least)
        readings = [each for each in told if each[0].depth == least and each[0].trigger.start == first]
        yield from max(readings, key=_worth)[1]


def _worth(reading: tuple[Draft, list[Claim]]) -> tuple[int, bool, int, bool, int]:
    """By which of two readings of one act the better is told: its sides, and of what stays inside a state the rules for that."""
    draft, claims = reading
    sides = max(sum(bool(claim.fields.get(name)) for name in SIDES) for claim in claims)
    within = any(claim.fields.get("source") == claim.fields.get("target") for claim in claims)
    return sides, not within or draft.inside, sum(name in draft.slots for name in SIDES), draft.inside, len(draft.trigger)
