"""Joins claims into entries: one thing through its stages, whatever order the claims come in.

A claim that would fit several things (a year beside two days of it, an embassy's city untold where there are two) joins
none of them: it stays a thing of its own, rather than being given to one by guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from comity import edtf, spelling
from comity.model import Claim, Entry
from comity.recording.bundling import Group, bundles, groups_of
from comity.recording.making import entry_of, with_rivals
from comity.recording.succession import carry_on, successions
from comity.sameness import (
    HELD,
    NEAR_YEARS,
    Window,
    act_keys,
    block_keys,
    compare,
    dates_agree,
    differing,
    dividers,
    in_sequence,
    meaning,
    optional_fields,
    parted,
    plain,
    stage_of,
    titled_alike,
    window,
    years_apart,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from comity.joins import Stage
    from comity.schema import Kind

_PADDING = NEAR_YEARS + 1  # years beyond a date in which a date of the same act may lie
_LONGEST = 200  # a stretch of more years than this is compared with everything


def join(claims: Iterable[Claim], kind: Kind) -> list[Entry]:
    """The entries that claims of one kind make."""
    keyed = sorted(((block_keys(claim, kind), claim) for claim in claims), key=lambda pair: (str(pair[0]), pair[1].id))
    entries = []
    for _, block in groupby(keyed, key=lambda pair: str(pair[0])):
        entries += join_block([claim for _, claim in block], kind)
    return with_rivals(entries, kind)


@dataclass(frozen=True)
class Ties:
    """What people decided about pairs of claims, by id: of one thing, or of two."""

    together: Mapping[str, frozenset[str]] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str, bool]]) -> Ties:
        """From pairs, each with whether they are the same."""
        found: dict[bool, dict[str, frozenset[str]]] = {True: {}, False: {}}
        for a, b, same in pairs:
            for one, other in ((a, b), (b, a)):
                found[same][one] = found[same].get(one, frozenset()) | {other}
        return cls(found[True], found[False])

    def part(self, claim: Claim, others: Iterable[Claim]) -> bool:
        """Is a claim held to be of another thing than one of the others?"""
        apart = self.apart.get(claim.id, frozenset())
        return bool(apart) and any(other.id in apart for other in others)

    def united(self, entries: Sequence[Entry], kind: Kind) -> list[Entry]:
        """Entries, with those made one whose claims are held to be of one thing."""
        if not self.together:
            return list(entries)
        found: list[list[Group]] = []
        for entry in entries:
            bound = {other for claim in entry.claims for other in self.together.get(claim.id, ())}
            near = [groups for groups in found if any(claim.id in bound for group in groups for claim in group.claims)]
            found = [groups for groups in found if groups not in near]
            found.append([*(group for groups in near for group in groups), *groups_of(entry)])
        return [entry_of(self._one(groups), kind) for groups in found]

    def _one(self, groups: Sequence[Group]) -> list[Group]:
        """Groups, with those made one of whose claims somebody held two to be the same."""
        found: list[Group] = []
        for group in groups:
            bound = {other for claim in group.claims for other in self.together.get(claim.id, ())}
            near = [other for other in found if any(claim.id in bound for claim in other.claims)]
            found = [other for other in found if other not in near]
            found.append(Group.of([*near, group], "somebody held the two to be one") if near else group)
        return found


def join_block(claims: Sequence[Claim], kind: Kind, ties: Ties = Ties()) -> list[Entry]:
    """The entries of claims that share their block keys."""
    groups: list[Group] = []
    for alike in _by_act(claims, kind):
        groups += _shelved(alike, kind, ties)
    if len(groups) > 1:
        groups = groups if ties.apart else carry_on(groups, kind)
    return [entry_of(bundle, kind) for bundle in bundles(groups, kind, ties, successions(groups, kind))]


def _by_act(claims: Sequence[Claim], kind: Kind) -> Iterable[Sequence[Claim]]:
    if not kind.block and not kind.heirs:
        return [claims]
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        found.setdefault(act_keys(claim, kind), []).append(claim)
    return [found[key] for key in sorted(found, key=str)]


def _shelved(claims: Sequence[Claim], kind: Kind, ties: Ties) -> list[Group]:
    """Claims of one act together; the best told claims come first and the vaguer ones join them."""
    shelf = _Shelf(kind, dividers(claims, kind) if len(claims) > 2 else (), ties)
    for point in _points(claims, kind, ties):
        fitting = shelf.fitting(point[0])
        if len(fitting) == 1:
            shelf.add(fitting[0], point)
        else:
            shelf.add(Group(maybe=tuple(fitting)), point)
    return shelf.groups


@dataclass
class _Shelf:
    """The groups of a block, found by the years that their dates touch."""

    kind: Kind
    dividers: Sequence[tuple[Stage, Window]]
    ties: Ties = field(default_factory=Ties)
    groups: list[Group] = field(default_factory=list)
    kept: dict[object, dict[int, Group]] = field(default_factory=dict)
    """Groups by a year that their dates touch, or a part of a name."""
    anywhere: dict[int, Group] = field(default_factory=dict)

    def add(self, group: Group, point: Sequence[Claim]) -> None:
        """Put claims that tell the same into a group, and the group where later ones find it."""
        if not group.points:
            group.number = len(self.groups)
            self.groups.append(group)
        group.take(point, self.kind)
        places = _kept_under(point[0], self.kind)
        for place in places or ():
            self.kept.setdefault(place, {})[group.number] = group
        if places is None:
            self.anywhere[group.number] = group

    def fitting(self, claim: Claim) -> list[Group]:
        """The groups that a claim may belong to: those whose dates agree with its own before those that rival it."""
        near = [group for group in self._near(claim) if not any(differing(claim, other, self.kind) for other in group.points)]
        near = [group for group in near if not self.ties.part(claim, group.claims)]
        fitting = [group for group in near if self._fits(claim, group)]
        agreeing = [group for group in fitting if any(dates_agree(claim, other) for other in group.points)]
        return agreeing or fitting

    def _near(self, claim: Claim) -> Iterable[Group]:
        places = _sought_under(claim, self.kind)
        if places is None:
            return self.groups
        found = dict(self.anywhere)
        for place in places:
            found.update(self.kept.get(place, {}))
        return [found[number] for number in sorted(found)]

    def _fits(self, claim: Claim, group: Group) -> bool:
        """Does the claim speak of the group's thing, and does nothing that ended or began between part the two?"""
        staged = self.kind.stages and self.kind.stages not in self.kind.same_thing
        same_stage = [other for other in group.points if stage_of(other, self.kind) == stage_of(claim, self.kind)]
        if staged and not same_stage:
            return all(_in_order(claim, other, self.kind) for other in group.points)
        if "when" in self.kind.same_thing:
            held = [other for other in same_stage if other.factuality in HELD]
            return all(compare(claim, other, self.kind).same for other in held or same_stage)
        return any(compare(claim, other, self.kind).same and not self._parted(claim, other) for other in same_stage)

    def _parted(self, claim: Claim, other: Claim) -> bool:
        return not dates_agree(claim, other) and parted(claim, other, self.dividers, self.kind)


def _points(claims: Iterable[Claim], kind: Kind, ties: Ties) -> Iterator[list[Claim]]:
    """Claims that tell the same, together; the best told first, so that the order of documents changes nothing."""
    ordered = sorted(((_rank(claim, kind), claim) for claim in claims), key=lambda ranked: ranked[0])
    for _, same in groupby(ordered, key=lambda ranked: ranked[0][:-1]):
        alike = [claim for _, claim in same]
        if ("when" in kind.same_thing and not alike[0].when) or any(claim.id in ties.apart for claim in alike):
            yield from ([claim] for claim in alike)
        else:
            yield alike


def _rank(claim: Claim, kind: Kind) -> tuple[object, ...]:
    """How well told a claim is: as done, with all its fields and a date, its first stage, to the day; last what is its own."""
    optional = [plain(claim.fields.get(name, "")) for name in _telling(kind)]
    told = [str(value) if value != () else "" for value in optional]
    dated = not {"when", "near", "term"}.isdisjoint(kind.same_thing)
    stretch = window(claim.when)
    width = (stretch[1] - stretch[0]).days if stretch else 0
    when = (stretch is None, width, edtf.sort_key(claim.when), claim.when) if dated else ()
    place = _place(claim, kind) if "near" in kind.same_thing else 0
    return (claim.factuality not in HELD, sum(not value for value in told), place, stage_of(claim, kind), *when, *told, claim.id)


def _place(claim: Claim, kind: Kind) -> int:
    """The place of a claim's stage in the life of its thing."""
    stages, stage = kind.fields[kind.stages].one_of if kind.stages else (), stage_of(claim, kind)
    return stages.index(stage) if stage in stages else len(stages)


def _telling(kind: Kind) -> list[str]:
    words = [name for name, field in kind.fields.items() if field.type == "words"] if "near" in kind.same_thing else []
    return sorted({*optional_fields(kind), *words})


def _kept_under(claim: Claim, kind: Kind) -> Iterable[object] | None:
    """Where later claims find the thing that a claim tells of; None where any may."""
    persons = [name for name, field in kind.fields.items() if field.type == "person"]
    if not persons:
        return _years(claim, kind)
    frames, told = _frames(claim, persons), _optional_actors(claim, kind)
    return [*frames, *((frame, told) for frame in frames), *_offices(claim, persons, kind, named=True)]


def _sought_under(claim: Claim, kind: Kind) -> Iterable[object] | None:
    """Where a claim finds the things that it may tell of."""
    persons = [name for name, field in kind.fields.items() if field.type == "person"]
    if not persons:
        return _years(claim, kind)
    frames, told = _frames(claim, persons), _optional_actors(claim, kind)
    if frames and len(told) == 1 and told[0]:
        # Of a name that many bear, or one through many posts, only what is told with the same host, or with none.
        return [(frame, one) for frame in frames for one in (told, ("",))]
    return frames or _offices(claim, persons, kind, named=False)


def _optional_actors(claim: Claim, kind: Kind) -> tuple[str, ...]:
    """The actors that are compared only where both claims give them."""
    return tuple(str(claim.fields.get(name, "")) for name in optional_fields(kind) if kind.fields[name].holds_actors)


def _frames(claim: Claim, persons: Iterable[str]) -> list[object]:
    return [frame for name in persons for frame in spelling.frames(str(claim.fields.get(name, "")))]


def _offices(claim: Claim, persons: Iterable[str], kind: Kind, *, named: bool) -> list[object]:
    """For a holder who is not named: where the named ones of the same post are kept."""
    if any(bool(claim.fields.get(name)) is not named for name in persons):
        return []
    return [tuple(str(claim.fields.get(side, "")) for side in kind.sides)]


def _years(claim: Claim, kind: Kind) -> range | None:
    """The years under which a claim is kept and sought; None where it may belong to any."""
    stretch = window(claim.when)
    crossing = kind.stages and kind.stages not in kind.same_thing
    anywhen = crossing or meaning(claim, kind).once
    if anywhen or stretch is None or not {"when", "near"} & set(kind.same_thing):
        return None
    first, last = stretch[0].year - _PADDING, stretch[1].year + _PADDING
    return None if last - first > _LONGEST else range(first, last + 1)


def _in_order(x: Claim, y: Claim, kind: Kind) -> bool:
    """Can two stages be of one thing, so that the first stage is not later than an end?"""
    first, last = sorted((x, y), key=lambda claim: _place(claim, kind))
    begun, ended = window(first.when), window(last.when)
    if "near" not in kind.same_thing or not begun or not ended:
        return True
    if begun[0] <= ended[1] or not in_sequence(stage_of(first, kind), stage_of(last, kind), kind):
        return begun[0] <= ended[1]
    # What bears the same title is the same, and one of the two dates is wrong.
    return years_apart(begun, ended) <= NEAR_YEARS and titled_alike(first, last, kind)
