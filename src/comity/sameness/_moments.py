"""When something was, as far as a date tells: the days it leaves open, and those of which it leaves no doubt."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from comity import edtf

HELD = ("asserted", "reported")
"""What is planned, possible or denied joins an entry but excludes nothing that is said to have happened."""


NEAR_YEARS = 3
"""How far apart two dates of one act may lie in texts that get it wrong; further apart they are two acts."""


_YEAR = timedelta(days=366)


Window = tuple[date, date]


@lru_cache(maxsize=65536)
def window(when: str) -> Window | None:
    """The first and the last day on which a momentary act of that date can have been; None where it is not dated."""
    bounds = edtf.bounds(when) if when else None
    if bounds is None:
        return None
    first, last = bounds.begin_earliest or date.min, bounds.end_latest or date.max
    if not bounds.approximate:
        return first, last
    # "About 1985" may be a year out at either side, as edtf.excludes has it.
    return max(first, date(2, 1, 1)) - _YEAR, min(last, date(9998, 1, 1)) + _YEAR


def years_apart(first: Window, second: Window) -> int:
    """How many calendar years lie between two stretches; 0 where they touch one year."""
    return max(0, second[0].year - first[1].year, first[0].year - second[1].year)


def core(when: str) -> Window | None:
    """The first and last day of those on which what lasted through a date surely held; None where no day is sure."""
    bounds = edtf.bounds(when) if when else None
    if bounds is None or bounds.approximate or not bounds.begin_latest or not bounds.end_earliest:
        return None
    return (bounds.begin_latest, bounds.end_earliest) if bounds.begin_latest <= bounds.end_earliest else None


def closed(when: str) -> bool:
    return "/" in when and ".." not in when


def other_period(one: str, other: str) -> bool:
    """Is one of two a stretch, which the other is not? What was given in ten years is not what was given in the last."""
    return "/" in one + other and window(one) != window(other)
