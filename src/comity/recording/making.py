"""Entries out of groups of claims: named, in order, with their contradictions; and those made one that rival each other."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from comity import edtf
from comity.model import Claim, Entry, Joined
from comity.recording.bundling import Group, beside, groups_of
from comity.recording.contradictions import contradictions
from comity.sameness import rivals_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from comity.schema import Kind


def entry_of(groups: Sequence[Group], kind: Kind) -> Entry:
    """The entry that joined claims make: they by date, named after the first of their ids."""
    ordered = in_order(claim for group in groups for claim in group.claims)
    smallest = min(claim.id for claim in ordered)
    name = hashlib.sha256(f"{ordered[0].kind} {smallest}".encode()).hexdigest()[:16]
    told = {one: Joined(number, why) for number, group in enumerate(groups) for one, why in group.why.items()}
    joined = {claim.id: told[claim.id] for claim in ordered} if len(ordered) > 1 else {}
    entry = Entry(name, ordered[0].kind, ordered, (), joined)
    return replace(entry, contradictions=contradictions(entry, kind)) if joined else entry


def alone(claim: Claim, kind: Kind) -> Entry:
    """A claim as an entry of its own."""
    group = Group()
    group.take([claim], kind)
    return entry_of([group], kind)


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by date, the undated last; equal dates by id, so that the order never hangs on who came first."""
    return tuple(sorted(claims, key=lambda claim: (edtf.sort_key(claim.when), claim.id)))


def with_rivals(entries: Sequence[Entry], kind: Kind) -> list[Entry]:
    """Entries, with those made one that tell one thing with other parties."""
    if not kind.rivalries:
        return list(entries)
    home = {claim.id: number for number, entry in enumerate(entries) for claim in entry.claims}
    into: dict[int, int] = {}
    """Of an entry the one that it is made part of."""
    made: dict[int, list[Group]] = {}
    for rival in rivals_in([claim for entry in entries for claim in entry.claims], kind):
        first, *others = (claim for side in rival.sides for claim in side)
        for other in others:
            one, two = (_last(home[claim.id], into) for claim in (first, other))
            if one != two:
                into[two] = one
                made.setdefault(one, groups_of(entries[one]))
                made[one] += _beside(first, made.pop(two, []) or groups_of(entries[two]))
    left = ((number, entry) for number, entry in enumerate(entries) if number not in into)
    return [entry_of(made[number], kind) if number in made else entry for number, entry in left]


def _last(number: int, into: dict[int, int]) -> int:
    while number in into:
        number = into[number]
    return number


def _beside(claim: Claim, groups: list[Group]) -> list[Group]:
    groups[0].why[groups[0].claims[0].id] = beside(claim, "the same but for its parties")
    return groups
