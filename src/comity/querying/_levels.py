"""How near two states stood to each other on a day, in one word: what maps are coloured by and bars are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from comity.querying._spells import Held
from comity.sameness import window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.model import Claim
    from comity.querying._dyads import Dyad, Mission


class Level(StrEnum):
    """From the nearest to what nobody tells."""

    EMBASSY = "embassy"
    LEGATION = "legation"
    CONSULATE = "consulate"
    OFFICE = "other mission"
    RELATED = "relations"
    UNSURE = "uncertain or contradicted"
    RECOGNIZED = "recognized"
    NONE = "no relations"
    SEVERED = "severed"
    UNRECOGNIZED = "not recognized"
    UNTOLD = "no source says"


_OF_MISSION = {
    Level.EMBASSY: ("embassy", "high-commission", "permanent-mission"),
    Level.LEGATION: ("legation",),
    Level.CONSULATE: ("consulate-general", "consulate", "honorary-consulate"),
    Level.OFFICE: ("interests-section", "liaison-office", "trade-office", "cultural-centre"),
}
_ENDED = ("severed", "suspended")
MOST_TURNS = 200
"""Days on which what holds between two may turn; beyond, levels through time would take minutes, and be no picture."""
_MAY_BE = (Held.UNCERTAIN, Held.CONTRADICTED)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days through which a level held; of a pair whose relations passed on, under which pair. None is beyond what is told."""

    level: Level
    pair: tuple[str, str]
    first: date
    last: date | None


def level(dyad: Dyad, day: date) -> Level:
    """How near the two stood on a day; a mission counts whoever of the two sent it, and an end of relations before any."""
    held, _ = dyad.status(day)
    if held is Held.NO and _was_ended(dyad, day):
        return Level.SEVERED
    open_then = {one.type for one in open_missions(dyad, day)}
    found = next((one for one, types in _OF_MISSION.items() if open_then & set(types)), None)
    if found or held is Held.YES:
        return found or Level.RELATED
    if held in _MAY_BE:
        return Level.UNSURE
    return _recognition(dyad, day) or (Level.NONE if held is Held.NO else Level.UNTOLD)


def open_missions(dyad: Dyad, day: date) -> list[Mission]:
    """The missions between the two that were surely open on a day."""
    return [one for one in dyad.missions if one.steady.on(day) is Held.YES]


def may_be_open(dyad: Dyad, day: date) -> list[Mission]:
    """Those of which the sources leave it open."""
    return [one for one in dyad.missions if one.steady.on(day) in _MAY_BE]


def _was_ended(dyad: Dyad, day: date) -> bool:
    spell = dyad.relations.past.spell(day)
    return bool(spell and not spell.holds and spell.begin and spell.begin.stage in _ENDED)


def recognizing(dyad: Dyad, day: date) -> list[Claim]:
    """What is told by a day of one having recognized the other."""
    return [claim for claim in dyad.recognition if (window(claim.when) or (date.min, date.min))[1] <= day]


def _recognition(dyad: Dyad, day: date) -> Level | None:
    told = {claim.factuality for claim in recognizing(dyad, day)}
    return Level.RECOGNIZED if "asserted" in told else Level.UNRECOGNIZED if "denied" in told else None


def stretches(dyad: Dyad) -> list[Stretch]:
    """The levels of a pair through time, and before it those of the pairs that it came from; what nobody tells is left out.

    None where more is told than `MOST_TURNS`.
    """
    chain = [dyad, *(one for _, one in dyad.before)]
    days = sorted({day for one in chain for day in _turns(one)} | {last + timedelta(days=1) for last, _ in dyad.before})
    if len(days) > MOST_TURNS:
        return []
    found: list[Stretch] = []
    for day, after in zip(days, [*days[1:], None], strict=False):
        one = _telling(dyad, day)
        told = Stretch(level(one, day), (one.a, one.b), day, after - timedelta(days=1) if after else None)
        if found and (found[-1].level, found[-1].pair) == (told.level, told.pair):
            told = Stretch(told.level, told.pair, found.pop().first, told.last)
        found.append(told)
    return [one for one in found if one.level is not Level.UNTOLD]


def _telling(dyad: Dyad, day: date) -> Dyad:
    """Of a pair and those that it came from, the one of which something is told on a day."""
    chain = [*(one for last, one in dyad.before if day <= last), dyad]
    levels = [(one, level(one, day)) for one in chain]
    together = (one for one, found in levels if found not in (Level.NONE, Level.UNTOLD))
    apart = (one for one, found in reversed(levels) if found is Level.NONE)
    return next(together, next(apart, dyad))


def too_many(dyad: Dyad) -> bool:
    """Is more told of a pair than can be followed through time?"""
    return sum(len(_turns(one)) for one in (dyad, *(one for _, one in dyad.before))) > MOST_TURNS


def _turns(dyad: Dyad) -> Sequence[date]:
    """The days on which the level of a pair may change."""
    found = {day for past in (dyad.relations, *(one.steady for one in dyad.missions)) for day in past.turns}
    found |= {stretch[1] for claim in dyad.recognition if (stretch := window(claim.when)) and stretch[1] < date.max}
    return sorted(found)
