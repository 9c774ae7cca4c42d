"""From claims of one thing to acts: what started it, ended it, or saw it there, each with the dates that its sources give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from comity import edtf
from comity.model import Claim
from comity.sameness import NEAR_YEARS, Window, stage_of, window, years_apart

if TYPE_CHECKING:
    from comity.schema import Kind

Published = Callable[[Claim], str]
"""The date of the document that a claim stands in; "" where it has none."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dating:
    """One date that sources give to an act, and who gives it."""

    window: Window
    when: str
    claims: tuple[Claim, ...]

    @property
    def width(self) -> int:
        return (self.window[1] - self.window[0]).days


@dataclass(frozen=True, slots=True)
class Act:
    """Something that starts, ends or sees a thing; more than one dating means that sources exclude each other."""

    stage: str
    starts: bool
    datings: tuple[Dating, ...]
    founding: bool = False
    """Before it there was nothing: established, opened, joined."""
    again: bool = False
    """Before it there was a break, whether told or not: restored, reopened."""
    observes: bool = False
    presupposes: bool = False
    """Just before it the thing was there: it was ended, raised or lowered."""
    undated: bool = False
    vaguer: tuple[Claim, ...] = ()
    """Further claims of the act, which date it less precisely or not at all."""

    @property
    def envelope(self) -> Window:
        """From the earliest day that any source allows to the latest."""
        return min(one.window[0] for one in self.datings), max(one.window[1] for one in self.datings)

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for one in self.datings for claim in one.claims) + self.vaguer

    @property
    def disputed(self) -> bool:
        """Do its sources exclude each other?"""
        return len(self.datings) > 1


def acts(claims: Iterable[Claim], kind: Kind, published: Published) -> tuple[Act, ...]:
    """The acts that claims of one thing tell, each once, in an order that does not hang on theirs."""
    stages: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        stages.setdefault(stage_of(claim, kind), []).append(claim)
    dated: dict[str, list[Dating]] = {}
    for stage, told in sorted(stages.items()):
        dated[stage] = precise(told, published, observed=kind.stage_means[stage].observes if stage in kind.stage_means else False)
    found = [act for stage in sorted(stages) for act in _acts_of(stage, stages[stage], dated, kind)]
    return tuple(found + _undated(stages, found, kind, published))


def precise(claims: Sequence[Claim], published: Published, *, observed: bool = False) -> list[Dating]:
    """The datings that claims of one stage give, without those that only repeat another less precisely."""
    told: dict[Window, list[Claim]] = {}
    for claim in claims:
        stretch = _stretch(claim, published(claim), observed=observed)
        if stretch:
            told.setdefault(stretch, []).append(claim)
    datings = [Dating(stretch, group[0].when or published(group[0]), tuple(group)) for stretch, group in told.items()]
    kept: list[Dating] = []
    for dating in sorted(datings, key=lambda dating: (dating.width, dating.window)):
        if not any(_meet(dating.window, other.window) and other.width < dating.width for other in kept):
            kept.append(dating)
    return sorted(kept, key=lambda dating: dating.window)


def _stretch(claim: Claim, published: str, *, observed: bool) -> Window | None:
    """The days on which an act can have been; what is told as done was done when its document appeared."""
    when = claim.when or (published if observed else "")
    stretch = window(when)
    known = edtf.last_day(published) if published else None
    if stretch and stretch[1] == date.max and known and known >= stretch[0]:
        return stretch[0], known
    return stretch


def _acts_of(stage: str, claims: Sequence[Claim], dated: dict[str, list[Dating]], kind: Kind) -> list[Act]:
    """The acts of one stage: datings that rival each other make one act, those far apart or parted several."""
    means = kind.stage_means.get(stage)
    if means is None or not dated[stage] or not (means.starts or means.ends or means.observes):
        return []
    first = founding(kind)
    runs: list[list[Dating]] = []
    for dating in dated[stage]:
        near = runs and not means.observes and not _parted(runs[-1][-1], dating, stage, dated, kind)
        far = bool(runs) and years_apart(runs[-1][-1].window, dating.window) > NEAR_YEARS
        if near and not (far and (stage != first or _told_by_one(runs[-1], dating))):
            runs[-1].append(dating)
        else:
            runs.append([dating])
    shown = {claim.id for dating in dated[stage] for claim in dating.claims}
    vaguer = tuple(claim for claim in claims if claim.id not in shown)
    found = []
    for number, run in enumerate(runs):
        own = tuple(claim for claim in vaguer if _vague_of(claim, run, alone=len(runs) == 1))
        anew = number > 0 and stage == first
        found.append(
            Act(
                stage,
                not means.ends,
                tuple(run),
                founding=stage == first and not anew,
                again=means.again or anew,
                observes=means.observes,
                presupposes=means.ends or means.presupposes,
                vaguer=own,
            )
        )
    return found


def _told_by_one(run: Sequence[Dating], dating: Dating) -> bool:
    """Does one document tell both, so that they are two acts and not two datings of one?"""
    docs = {claim.doc for claim in dating.claims}
    return any(claim.doc in docs for other in run for claim in other.claims)


def founding(kind: Kind) -> str:
    """The stage before which there is nothing: the first of those that start."""
    stages = kind.fields[kind.stages].one_of if kind.stages else ()
    return next((stage for stage in stages if stage in kind.stage_means and kind.stage_means[stage].starts), "")


def _parted(x: Dating, y: Dating, stage: str, dated: dict[str, list[Dating]], kind: Kind) -> bool:
    """Does the opposite of a stage lie between two of its dates?"""
    ends = kind.stage_means[stage].ends
    for other, datings in dated.items():
        means = kind.stage_means.get(other)
        opposite = means and (means.starts if ends else means.ends)
        if opposite and any(x.window[1] < between.window[0] and between.window[1] < y.window[0] for between in datings):
            return True
    return False


def _vague_of(claim: Claim, run: Sequence[Dating], *, alone: bool) -> bool:
    stretch = window(claim.when)
    return alone if stretch is None else any(_meet(stretch, dating.window) for dating in run)


def _undated(stages: dict[str, list[Claim]], found: Sequence[Act], kind: Kind, published: Published) -> list[Act]:
    """Acts that no source dates, where none of their sense is dated: some day up to when the document appeared."""
    extra = []
    earliest = min((act.envelope[0] for act in found if act.starts), default=None)
    for stage in sorted(stages):
        means = kind.stage_means.get(stage)
        if means is None or not (means.starts or means.ends):
            continue
        if any(act.starts != means.ends and not act.observes for act in found):
            continue
        claims = tuple(claim for claim in stages[stage] if window(claim.when) is None)
        known = [day for claim in claims if (day := edtf.last_day(published(claim)))]
        first = earliest + DAY if means.ends and earliest and earliest < date.max else date.min
        last = min(known, default=date.max)
        if claims:
            dating = Dating((min(first, last), last), "", claims)
            extra.append(Act(stage, not means.ends, (dating,), stage == founding(kind), means.again, undated=True))
    return extra


def _meet(x: Window, y: Window) -> bool:
    return x[0] <= y[1] and y[0] <= x[1]
