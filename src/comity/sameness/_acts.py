"""Whether two dates are those of one act, and what parts two acts of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.sameness._moments import NEAR_YEARS, Window, window, years_apart
from comity.sameness._terms import content, meaning, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.joins import Stage
    from comity.model import Claim
    from comity.schema import Kind


def in_sequence(first: str, last: str, kind: Kind) -> bool:
    """Is one stage never before another?"""
    return (first, last) in kind.order


def dates_agree(x: Claim, y: Claim) -> bool:
    """Are both dated, and can both dates be those of one act?"""
    return bool(window(x.when) and window(y.when)) and not edtf.excludes(x.when, y.when)


def rival_dates(x: Claim, y: Claim, kind: Kind) -> bool:
    """Can the two be different datings of one act: near in time, and alike in words where the kind has any?"""
    first, second = window(x.when), window(y.when)
    if "near" not in kind.same_thing or first is None or second is None or stage_of(x, kind) != stage_of(y, kind):
        return False
    if kind.stages in kind.same_thing and stage_of(x, kind) in kind.repeats:
        return False
    words = [name for name, field in kind.fields.items() if field.type == "words"]
    tied = not words or any(content(x.fields.get(name, "")) and content(y.fields.get(name, "")) for name in words)
    return tied and (meaning(x, kind).once or years_apart(first, second) <= NEAR_YEARS)


def dividers(claims: Iterable[Claim], kind: Kind) -> list[tuple[Stage, Window]]:
    """The dated ends and starts among claims, which part what lies before them from what lies after."""
    found = []
    for claim in claims:
        stretch, sense = window(claim.when), meaning(claim, kind)
        if stretch is not None and sense.starts != sense.ends and claim.factuality == "asserted":
            found.append((sense, stretch))
    return found


def parted(x: Claim, y: Claim, between: Iterable[tuple[Stage, Window]], kind: Kind) -> bool:
    """Does an end lie between two starts, or a start between two ends? They are then two acts, not two datings of one."""
    first, second = window(x.when), window(y.when)
    sense = meaning(x, kind)
    if first is None or second is None or sense.starts == sense.ends:
        return False
    first, second = sorted((first, second))
    opposite = (stretch for other, stretch in between if other.starts == sense.ends)
    return any(first[1] < stretch[0] and stretch[1] < second[0] for stretch in opposite)
