"""Contradictions that are no rival values of one act: a thing denied, stages in an order that cannot be, rival fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.model import Contradiction
from comity.recording.linking import rivals
from comity.sameness import HELD, NEAR_YEARS, act_keys, compare, rivals_in, stage_of, told_otherwise, window, years_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from comity.model import Claim, Entry
    from comity.schema import Kind

_DENIED = "denied"


def across(entry: Entry, held: Sequence[Claim], kind: Kind) -> list[Contradiction]:
    """Contradictions between the acts of an entry, and within them in the fields that `links` name."""
    return [*_disordered(held, kind), *_rival_fields(held, kind), *_parties(held, kind)]


def _parties(held: Sequence[Claim], kind: Kind) -> Iterator[Contradiction]:
    """One thing told with other parties."""
    for rival in rivals_in(held, kind):
        values: dict[str, set[str]] = {}
        for side in rival.sides:
            value = side[0].fields[rival.differ]
            values[", ".join(sorted(value)) if isinstance(value, tuple) else str(value)] = {claim.id for claim in side}
        stages = {stage_of(claim, kind) for side in rival.sides for claim in side}
        yield Contradiction("", rival.differ, rival.differ, _said(values), stages.pop() if len(stages) == 1 else "", "party")


def denials(part: Sequence[Claim], kind: Kind) -> Iterator[Contradiction]:
    """What one source says was, and another denies for the same time and in the same words."""
    denied = [claim for claim in part if claim.factuality == _DENIED and window(claim.when)]
    for stage in sorted({stage_of(claim, kind) for claim in denied}):
        told = [claim for claim in part if claim.factuality in HELD and window(claim.when) and stage_of(claim, kind) == stage]
        no = [claim for claim in denied if stage_of(claim, kind) == stage]
        pairs = [(x, y) for x in told for y in no if _denies(y, x, kind)]
        if pairs:
            values: dict[str, set[str]] = {}
            for pair in pairs:
                for claim in pair:
                    values.setdefault(claim.factuality, set()).add(claim.id)
            yield Contradiction("", "factuality", "factuality", _said(values), stage, "polarity")


def _denies(no: Claim, told: Claim, kind: Kind) -> bool:
    """Does a denial reach all of the time at which something is told to have been, and deny just that?"""
    wide, narrow = window(no.when), window(told.when)
    if (no.doc, no.evidence) == (told.doc, told.evidence):
        return False  # "fought then, and never since": one sentence that is not understood
    if not wide or not narrow or not (wide[0] <= narrow[0] and narrow[1] <= wide[1]):
        return False
    return compare(no, told, kind).same and set(told_otherwise(no, told, kind)) <= {"when", "factuality"}


def _disordered(held: Sequence[Claim], kind: Kind) -> Iterator[Contradiction]:
    """Stages told in an order that cannot be, so near to each other that no earlier act of that name can be meant."""
    for first, second in kind.order:
        pairs = [
            (x, y)
            for x in held
            if stage_of(x, kind) == first
            for y in held
            if stage_of(y, kind) == second and _before(y, x) and _near(x, y) and act_keys(x, kind) == act_keys(y, kind)
        ]
        if pairs and not _ever_in_order(held, first, second, kind):
            values: dict[str, set[str]] = {}
            for pair in pairs:
                for claim in pair:
                    values.setdefault(claim.when, set()).add(claim.id)
            yield Contradiction("", "when", f"{second} before {first}".replace("-", " "), _said(values), "", "order")


def _ever_in_order(held: Sequence[Claim], first: str, second: str, kind: Kind) -> bool:
    """Does any date of the first stage leave room for one of the second after it? What rivals it is a date, not an order."""
    stages = [[window(one.when) for one in held if stage_of(one, kind) == stage] for stage in (first, second)]
    return any(x and y and x[0] <= y[1] for x in stages[0] for y in stages[1])


def _before(x: Claim, y: Claim) -> bool:
    one, other = window(x.when), window(y.when)
    return bool(one and other and one[1] < other[0])


def _near(x: Claim, y: Claim) -> bool:
    """Do two dates lie so near that they are of one life?"""
    one, other = window(x.when), window(y.when)
    return bool(one and other) and years_apart(one, other) <= NEAR_YEARS  # type: ignore[arg-type]


def _rival_fields(held: Sequence[Claim], kind: Kind) -> Iterator[Contradiction]:
    for link in kind.links:
        if not link.way:
            continue
        for x, y in rivals(link, [(claim, None) for claim in held], kind):
            values: dict[str, set[str]] = {}
            for side in (x, y):
                shown = str(side.first.fields[link.differ])
                values.setdefault(shown, set()).update(claim.id for claim in side.claims)
            stages = {stage_of(claim, kind) for side in (x, y) for claim in side.claims}
            yield Contradiction("", link.differ, link.differ, _said(values), stages.pop() if len(stages) == 1 else "", link.way)


def _said(values: dict[str, set[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (value, tuple(sorted(ids))) for value, ids in sorted(values.items(), key=lambda one: (edtf.sort_key(one[0]), one[0]))
    )
