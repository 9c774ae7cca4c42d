"""Acts of one thing made one entry: the stages of relations, an embassy that moved or was raised, rivals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from comity.recording.linking import rivals
from comity.sameness import act_keys, compare, stage_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from comity.model import Claim, Entry
    from comity.recording.entries import Ties
    from comity.schema import Kind

_FIRST = "the first of its thing that is told best"


@dataclass(eq=False)
class Group:
    """Claims that are taken to tell of one act; of those that tell the same, one stands for all."""

    number: int = 0
    points: list[Claim] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    why: dict[str, str] = field(default_factory=dict)
    """Why each claim is here, by its id."""
    maybe: tuple[Group, ...] = ()
    """Several that its first claim would fit."""

    def take(self, point: Sequence[Claim], kind: Kind) -> None:
        """Add claims that tell the same, with the reason against one that is here."""
        first = point[0]
        self.why[first.id] = self._reason(first, kind) if self.points else _FIRST
        alike = beside(first, compare(first, first, kind).why) if len(point) > 1 else ""
        for claim in point[1:]:
            same = claim.fields == first.fields and claim.factuality == first.factuality and claim.when == first.when
            self.why[claim.id] = alike if same else beside(first, compare(first, claim, kind).why)
        self.points.append(first)
        self.claims += point

    def _reason(self, claim: Claim, kind: Kind) -> str:
        staged = (stage_of(claim, kind) == stage_of(other, kind) for other in self.points)
        other = next((other for other, alike in zip(self.points, staged, strict=True) if alike), self.points[0])
        return beside(other, compare(other, claim, kind).why)

    @classmethod
    def of(cls, groups: Sequence[Group], why: str) -> Group:
        """One group of several, which somebody made one."""
        made = cls(points=[one for group in groups for one in group.points], claims=[one for g in groups for one in g.claims])
        for before, group in zip([None, *groups], groups, strict=False):
            made.why |= group.why | ({group.points[0].id: beside(before.points[0], why)} if before else {})
        return made


def groups_of(entry: Entry) -> list[Group]:
    """An entry as the groups that it was made of."""
    said = {name: one.why for name, one in entry.joined.items()} or {entry.claims[0].id: _FIRST}
    return [Group(0, list(part), list(part), {claim.id: said[claim.id] for claim in part}) for part in entry.parts]


def beside(claim: Claim, why: str) -> str:
    """A reason, with the claim that it is told against."""
    return f"beside {claim.id[:8]}: {why}"


Pair = tuple[Group, Group, str]
"""Two groups of one thing, with the reason."""


def bundles(groups: Sequence[Group], kind: Kind, ties: Ties, links: Iterable[Pair] = ()) -> list[list[Group]]:
    """Groups of one block, those of one thing together: as the kind has it, and as `links` tells."""
    found = _Bundles(groups, ties)
    if len(groups) > 1:
        for one, other, why in (*links, *_linked(groups, kind)):
            found.unite(one, other, why)
        for group in groups:
            if group.maybe and len(found.of(group.maybe)) == 1:
                found.unite(group.maybe[0], group, "it fits several of its acts")
    return found.all()


def _linked(groups: Sequence[Group], kind: Kind) -> Iterator[Pair]:
    """Pairs of groups of one thing, with the reason."""
    lives: dict[tuple[object, ...], Group] = {}
    for group in groups if kind.joins_stages else ():
        if stage_of(group.points[0], kind) in kind.joins_stages:
            first = lives.setdefault(act_keys(group.points[0], kind), group)
            if first is not group:
                yield first, group, "another act of the same"
    for link in kind.links:
        told = [(claim, group) for group in groups for claim in group.claims]
        for x, y in rivals(link, told, kind):
            if x.mark is not y.mark:
                yield x.mark, y.mark, f"{link.differ} differs, and the rest agrees"  # type: ignore[misc]


class _Bundles:
    """Groups that are being put together; those that hold claims which somebody held to be of two things stay apart."""

    def __init__(self, groups: Sequence[Group], ties: Ties) -> None:
        self._groups, self._ties = groups, ties
        self._bundle: dict[int, list[Group]] = {id(group): [group] for group in groups}

    def of(self, groups: Iterable[Group]) -> set[int]:
        return {id(self._bundle[id(group)]) for group in groups}

    def unite(self, one: Group, other: Group, why: str) -> None:
        first, second = self._bundle[id(one)], self._bundle[id(other)]
        if first is second or self._parted(first, second):
            return
        if len(second) == 1:
            second[0].why[second[0].points[0].id] = beside(one.points[0], why)
        elif len(first) == 1:
            first[0].why[first[0].points[0].id] = beside(other.points[0], why)
        first += second
        for group in second:
            self._bundle[id(group)] = first

    def _parted(self, first: Sequence[Group], second: Sequence[Group]) -> bool:
        others = [claim for group in second for claim in group.claims]
        return bool(self._ties.apart) and any(self._ties.part(claim, others) for group in first for claim in group.claims)

    def all(self) -> list[list[Group]]:
        found = {id(self._bundle[id(group)]): self._bundle[id(group)] for group in self._groups}
        return list(found.values())
