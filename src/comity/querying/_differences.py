"""Where sources differ and can all be right: one tells a date less precisely, or dates another act that leads to the thing.

A pair was recognized on one day and took up relations on another; a treaty was signed and came into force later.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from comity import edtf
from comity.querying._acts import founding
from comity.querying._severity import Severity, farthest, told_where
from comity.sameness import HELD, block_keys, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from comity.model import Claim, Entry
    from comity.schema import Kind, Kinds

LESS_PRECISE, ANOTHER_ROLE = "less precise", "another role"


@dataclass(frozen=True, slots=True)
class Side:
    """A date of a stage, and the claims that give it."""

    stage: str
    when: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Dates that differ without excluding one another."""

    entry: Entry
    type: str
    stage: str
    """The stage that all sides date; "" where each dates its own."""
    sides: tuple[Side, ...]

    @property
    def severity(self) -> Severity:
        """Where the sides stand; between acts, how many days lie from the first to the last."""
        pairs = list(combinations(self.sides, 2))
        days = farthest((x.when, y.when) for x, y in pairs) if self.type == ANOTHER_ROLE else None
        return Severity(told_where((self.entry.sources(x.claims), self.entry.sources(y.claims)) for x, y in pairs), days)


def differences(entries: Sequence[Entry], kinds: Kinds) -> list[Difference]:
    """All differences within entries, and among entries of one kind that speak of one and the same pair."""
    found = [one for entry in entries for one in _less_precise(entry, kinds[entry.kind])]
    for group in _things(entries, kinds):
        found += _another_role(group, kinds[group[0].kind])
    return found


def _things(entries: Iterable[Entry], kinds: Kinds) -> list[list[Entry]]:
    """Entries that may date several acts of one thing: of one pair where stages are entries of their own, else each alone."""
    found: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        kind = kinds[entry.kind]
        apart = kind.stages in kind.same_thing
        found.setdefault(block_keys(entry.claims[0], kind) if apart else (entry.id,), []).append(entry)
    return list(found.values())


def _less_precise(entry: Entry, kind: Kind) -> Iterator[Difference]:
    """A date beside finer ones that it leaves room for."""
    if not {"when", "near"} & {*kind.same_thing, *kind.contradict}:
        return
    observed = {stage for stage, means in kind.stage_means.items() if means.observes}
    for part in entry.parts:
        for stage in sorted({stage_of(claim, kind) for claim in part} - observed):
            told = _sides(part, stage, kind)
            for rough in told:
                finer = [one for one in told if _leaves_room(rough.when, one.when) and not _rivals(entry, rough, one)]
                if finer:
                    yield Difference(entry, LESS_PRECISE, stage, (rough, *finer))


def _rivals(entry: Entry, one: Side, other: Side) -> bool:
    """Do they contradict each other, as two lengths of a visit do?"""
    both = {one.when, other.when}
    return any(clash.field == "when" and both <= {value for value, _ in clash.values} for clash in entry.contradictions)


def _leaves_room(rough: str, fine: str) -> bool:
    dated = edtf.bounds(rough) and edtf.bounds(fine)
    return bool(dated) and edtf.less_precise(rough, fine) and not edtf.excludes(rough, fine)


def _another_role(entries: Sequence[Entry], kind: Kind) -> Iterator[Difference]:
    """Acts that lead to a thing and the one that founds it, where no date of the one can be a date of the other."""
    claims = [claim for entry in entries for claim in entry.claims]
    told = [_finest(_sides(claims, stage, kind)) for stage in _roles(kind)]
    dated = [sides for sides in told if sides]
    apart = [(x, y) for x, y in combinations(dated, 2) if _all_exclude(x, y)]
    sides = [side for group in dated if any(group in pair for pair in apart) for side in group]
    if sides:
        yield Difference(entries[0], ANOTHER_ROLE, "", tuple(sides))


def _roles(kind: Kind) -> list[str]:
    """The stages that neither start, end nor see the thing, and the one that founds it, in the order of its life."""
    first = founding(kind)
    told = kind.fields[kind.stages].one_of if kind.stages and first else ()
    plain = {stage for stage, means in kind.stage_means.items() if not (means.starts or means.ends or means.observes)}
    return [stage for stage in told if stage == first or stage in plain]


def _all_exclude(x: Sequence[Side], y: Sequence[Side]) -> bool:
    return all(edtf.excludes(one.when, other.when) for one in x for other in y)


def _finest(sides: Sequence[Side]) -> list[Side]:
    """Dates without those that only tell another less precisely."""
    return [side for side in sides if not any(_leaves_room(side.when, other.when) for other in sides)]


def _sides(claims: Iterable[Claim], stage: str, kind: Kind) -> list[Side]:
    """The dates of a stage, the earliest first; what is planned, possible or denied dates nothing."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.factuality in HELD and edtf.bounds(claim.when) and stage_of(claim, kind) == stage:
            found.setdefault(claim.when, []).append(claim)
    return [Side(stage, when, tuple(found[when])) for when in sorted(found, key=edtf.sort_key)]
