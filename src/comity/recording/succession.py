"""What a state has, carried on by the state that continues it: an embassy that one opened and the other keeps is one embassy.

A state that is new, as Ukraine was after the Soviet Union, has nothing from the one before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.recording.bundling import beside
from comity.sameness import act_keys, carried_on, content, differing, fit, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from comity.joins import Succession
    from comity.model import Claim
    from comity.recording.bundling import Group
    from comity.schema import Kind


def carry_on(groups: Sequence[Group], kind: Kind) -> list[Group]:
    """Groups, with what an heir tells of a thing put to what is told of it before, where it goes on unbroken."""
    gone: set[int] = set()
    named = {id(one) for group in groups for one in group.maybe}
    for older, younger in list(_successions(groups, kind)):
        if id(older) in gone or id(younger) in gone | named or younger.maybe or not _goes_on(older, younger, kind):
            continue
        older.claims += younger.claims
        older.why |= younger.why | {younger.points[0].id: beside(older.points[0], reason(older, younger, kind))}
        older.points += younger.points
        gone.add(id(younger))
    return [group for group in groups if id(group) not in gone]


def successions(groups: Sequence[Group], kind: Kind) -> Iterator[tuple[Group, Group, str]]:
    """Pairs of groups of one thing, of which the one is told of a state and the other of its heir, with the reason."""
    for older, younger in _successions(groups, kind):
        yield older, younger, reason(older, younger, kind)


def reason(older: Group, younger: Group, kind: Kind) -> str:
    """Why both are of one thing: `succession, SUN and RUS are one state`."""
    codes = [set(group.points[0].actors(kind.sides)) for group in (younger, older)]
    heirs, before = (", ".join(sorted(one - other)) for one, other in (codes, codes[::-1]))
    return f"succession, {before} and {heirs} are one state"


def _successions(groups: Sequence[Group], kind: Kind) -> Iterator[tuple[Group, Group]]:
    """Each group that tells of an heir what one other, and only one, tells of the state before it."""
    if kind.succession is None or kind.heirs.keys().isdisjoint(
        code for group in groups for code in group.points[0].actors(kind.sides)
    ):
        return
    lives: dict[str, list[Group]] = {}
    for group in groups:
        lives.setdefault(str(act_keys(group.points[0], kind, carried=True)), []).append(group)
    for alike in lives.values():
        for younger, olders in _candidates(alike, kind, kind.succession):
            if len(olders) == 1 or (olders and kind.joins_stages):
                yield olders[-1], younger


def _candidates(groups: Sequence[Group], kind: Kind, how: Succession) -> Iterator[tuple[Group, list[Group]]]:
    ordered = sorted(groups, key=lambda group: _age(group.points[0], kind))
    for number, younger in enumerate(ordered):
        if any(stage_of(claim, kind) in how.apart for claim in younger.claims):
            continue
        before = [
            older
            for older in ordered[:number]
            if act_keys(older.points[0], kind) != act_keys(younger.points[0], kind) and _alike(older, younger, kind, how.named)
        ]
        yield younger, before


def _age(claim: Claim, kind: Kind) -> tuple[object, ...]:
    """States that are carried on before those that carry them on."""
    return (carried_on(claim, kind) == claim.fields, edtf.sort_key(claim.when), claim.id)


def _alike(one: Group, other: Group, kind: Kind, named: str) -> bool:
    """Does nothing tell the two apart, and does the field that must name the thing name it in both?"""
    if any(differing(x, y, kind) for x in one.points for y in other.points):
        return False
    return not named or any(_named_alike(named, x, y, kind) for x in one.points for y in other.points)


def _named_alike(name: str, x: Claim, y: Claim, kind: Kind) -> bool:
    first, second = x.fields.get(name, ""), y.fields.get(name, "")
    if kind.fields[name].type == "words":
        return bool(content(first)) and content(first) == content(second)
    return bool(first and second) and fit(name, x, y, kind)


def _goes_on(older: Group, younger: Group, kind: Kind) -> bool:
    """Is it one life: has nothing ended before, and begun or happened again after?"""
    if not kind.stages or kind.joins_stages:
        return False
    stages = [{stage_of(claim, kind) for claim in group.claims} for group in (older, younger)]
    ended = any(kind.stage_means[stage].ends for stage in stages[0] if stage in kind.stage_means)
    anew = kind.succession is not None and stages[1] & set(kind.succession.anew)
    return not ended and not anew and not (stages[0] & stages[1]) - set(kind.repeats)
