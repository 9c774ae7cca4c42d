"""What held on a day, and through which spells: worked out from acts, with what is certain apart from what is not.

Each way to believe one dating of every act is a world. In a world the acts stand in one order: what surely came first
comes first, and where dates leave the order open, a thing is started before it is ended and ended before it is started
again. A day on which all worlds agree is certain; where worlds exclude each other, the sources do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise, product, zip_longest
from math import prod
from typing import TYPE_CHECKING

from comity.querying._acts import DAY, Act, Dating

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from comity.sameness import Window

# Beyond so many worlds only the acts about a day are tried, and their datings one act at a time.
_MANY_WORLDS = 256
# Acts that surely were before a day, or after it, of which so many are about it.
_NEAREST = 6


class Held(StrEnum):
    """The answer for a day."""

    YES = "related"
    NO = "not related"
    CONTRADICTED = "contradicted"
    UNCERTAIN = "uncertain"
    UNTOLD = "no source says"


@dataclass(frozen=True, slots=True)
class _Step:
    """An act with one of its datings, or a break that no source tells."""

    act: Act | None
    starts: bool
    window: Window


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch in which a thing held or did not: the acts that began and ended it, None where no source tells them."""

    holds: bool
    begin: Act | None
    begun: Window
    """From the first to the last day on which it can have begun."""
    end: Act | None = None
    ended: Window | None = None
    """The same for its end; None where nothing tells of one."""

    @property
    def core(self) -> tuple[date, date] | None:
        """The first and last day on which it surely held; None where no day is sure."""
        last = self.ended[0] - DAY if self.ended and self.ended[0] > date.min else date.max
        return (self.begun[1], last) if self.begun[1] <= last else None

    def covers(self, day: date) -> bool:
        """Can it have held on a day?"""
        return self.begun[0] <= day and (self.ended is None or day < self.ended[1])


def on(day: date, told: Sequence[Act]) -> Held:
    """What sources say of a day."""
    worlds = [world for steps in _worlds(_about(day, told)) for world in _readings(day, steps)]
    together = set().union(*worlds) if worlds else {Held.UNTOLD}
    if len(together) == 1:
        return together.pop()
    if any(not x & y for x in worlds for y in worlds):
        return Held.CONTRADICTED
    only_undated = Held.UNTOLD in together and all(act.undated for act in told if _covers(act, day))
    return Held.UNTOLD if only_undated else Held.UNCERTAIN


def spells(told: Sequence[Act]) -> list[Spell]:
    """The whole history, in order; what the acts leave open stands at the edges of the spells."""
    steps = _agreed(_ordered([_Step(act, act.starts, act.envelope) for act in told]))
    turns = [step for index, step in enumerate(steps) if not index or steps[index - 1].starts != step.starts]
    found = []
    for step, after in zip_longest(turns, turns[1:]):
        end = (after.act, after.window) if after else (None, None)
        found.append(Spell(step.starts, step.act, step.window, *end))
    return found


def at_odds(told: Sequence[Act]) -> list[tuple[Act, Act]]:
    """Sights of a thing before it is said to have begun, with no end between: each with the beginning that it contradicts."""
    steps = _ordered([_Step(act, act.starts, act.envelope) for act in told])
    return [(one.act, other.act) for one, other in pairwise(steps) if one.act and other.act and _too_early(one, other)]


def _too_early(step: _Step, after: _Step) -> bool:
    seen, founded = step.act and step.act.observes, after.act and after.act.founding
    return bool(seen and founded and step.window[1] < after.window[0])


def _agreed(steps: list[_Step]) -> list[_Step]:
    """The steps, with a beginning that a sight contradicts sure only from the later of the two on."""
    found = list(steps)
    for index in range(len(steps) - 2, -1, -1):
        one, other = steps[index], found[index + 1]
        unsure = one.starts and other is not steps[index + 1]
        if unsure or _too_early(one, steps[index + 1]):
            found[index] = _Step(one.act, one.starts, (one.window[0], other.window[1]))
    return found


def _covers(act: Act, day: date) -> bool:
    return act.envelope[0] <= day < act.envelope[1]


def _about(day: date, told: Sequence[Act]) -> Sequence[Act]:
    """The acts on which a day hangs: all, unless they make too many worlds; then those that were nearest to it."""
    if prod(len(act.datings) for act in told) <= _MANY_WORLDS:
        return told
    spans = sorted(((*act.envelope, number) for number, act in enumerate(told)), key=lambda one: one[:2])
    before = sorted((one for one in spans if one[1] <= day), key=lambda one: one[1])[-_NEAREST:]
    after = [one for one in spans if one[0] > day][:_NEAREST]
    chosen = {number for *_, number in (*before, *after)} | {number for first, last, number in spans if first <= day < last}
    return [act for number, act in enumerate(told) if number in chosen]


def _worlds(told: Sequence[Act]) -> Iterator[list[_Step]]:
    """Every way to believe one dating of each act."""
    if prod(len(act.datings) for act in told) <= _MANY_WORLDS:
        choices: Iterator[tuple[Dating, ...]] = product(*(act.datings for act in told))
    else:
        first = tuple(act.datings[0] for act in told)
        varied = [(*first[:index], one, *first[index + 1 :]) for index, act in enumerate(told) for one in act.datings]
        choices = iter(varied)
    for chosen in choices if told else ():
        yield _ordered([_Step(act, act.starts, dating.window) for act, dating in zip(told, chosen, strict=True)])


def _ordered(steps: Sequence[_Step]) -> list[_Step]:
    """The steps in the order that their dates, and where these leave it open the sense of them, ask for."""
    waiting = sorted(steps, key=lambda step: (step.window, step.act.stage if step.act else ""))
    done: list[_Step] = []
    while waiting:
        earliest_end = min([step.window[1] for step in waiting])
        ready = [step for step in waiting if step.window[0] <= earliest_end]
        step = min(ready, key=lambda step: (_rank(step, done), step.window)) if len(ready) > 1 else ready[0]
        waiting.remove(step)
        done += _with_untold(step, done)
    return _tightened(done)


def _rank(step: _Step, done: Sequence[_Step]) -> int:
    """Which of several steps comes first, as the thing stands: the lower."""
    act = step.act
    observed = bool(act and act.observes)
    if not done:
        return 0 if act and act.founding else 1 if observed else 2 if not step.starts else 3
    if done[-1].starts:
        return 0 if observed else 2 if step.starts else 1
    return 2 if not step.starts else 1 if observed else 0


def _with_untold(step: _Step, done: Sequence[_Step]) -> list[_Step]:
    """A step, with the turn that it presupposes where none is told: a break before a restoring, a start before a sight."""
    act, last = step.act, done[-1] if done else None
    if act is None or last is None:
        return [step]
    if act.again and last.starts and last.window[1] < step.window[0]:
        return [_Step(None, False, (last.window[1] + DAY, step.window[1])), step]
    if act.observes and not last.starts and last.window[1] < step.window[0]:
        return [_Step(None, True, (last.window[1] + DAY, step.window[1])), step]
    return [step]


def _tightened(steps: Sequence[_Step]) -> list[_Step]:
    """The same with windows that keep the order: none begins before an earlier one, or ends after a later one.

    A turn holds for its own day, so that the next one is a day later unless it is told of the same day.
    """
    firsts, lasts = [step.window[0] for step in steps], [step.window[1] for step in steps]
    for index in range(1, len(steps)):
        turn = steps[index].starts != steps[index - 1].starts and firsts[index - 1] < date.max
        after = min(firsts[index - 1] + DAY, lasts[index]) if turn else firsts[index - 1]
        firsts[index] = max(firsts[index], firsts[index - 1], after)
    for index in range(len(steps) - 2, -1, -1):
        turn = steps[index].starts != steps[index + 1].starts and lasts[index + 1] > date.min
        before = max(lasts[index + 1] - DAY, firsts[index]) if turn and lasts[index + 1] < date.max else lasts[index + 1]
        lasts[index] = min(lasts[index], lasts[index + 1], before)
    return [_Step(step.act, step.starts, (first, last)) for step, first, last in zip(steps, firsts, lasts, strict=True)]


def _readings(day: date, steps: Sequence[_Step]) -> list[set[Held]]:
    """What one world allows on a day; two things where it tells of a sight before the founding, with no end between."""
    for step, after in pairwise(steps):
        if _too_early(step, after) and step.window[1] <= day < after.window[0]:
            return [{Held.YES}, {Held.NO}]
    return [_possible(day, steps)]


def _possible(day: date, steps: Sequence[_Step]) -> set[Held]:
    """What one world allows on a day. A turn counts from its own day on."""
    found = set()
    first = steps[0].act
    if first and first.presupposes and day < date.max and steps[0].window == (day + DAY, day + DAY):
        return {Held.YES}
    if day < steps[0].window[1]:
        found.add(Held.NO if first and first.founding and not first.undated else Held.UNTOLD)
    for index, step in enumerate(steps):
        until = steps[index + 1].window[1] if index + 1 < len(steps) else date.max
        if step.window[0] <= day and (day < until or index + 1 == len(steps)):
            found.add(Held.YES if step.starts else Held.NO)
    return found
