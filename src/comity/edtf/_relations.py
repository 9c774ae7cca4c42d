"""How two dates stand to each other: order, exclusion, overlap, containment, precision."""

from __future__ import annotations

import math
from datetime import date
from typing import TypeAlias

from comity.edtf._bounds import POINT, Bounds, bounds

Reach: TypeAlias = tuple[float, float]
"""The first and the last day, as ordinals of the calendar, endless where it is open."""


def excludes(one: str, other: str) -> bool:
    """Can the two not both be the date of one thing that happened once?

    >>> excludes("1974-08", "1974-08-12"), excludes("1985~", "1986"), excludes("../1990", "1991"), excludes("", "1991")
    (False, False, True, False)
    """
    if "XXXX" in one + other:
        return _day_of_year_differs(one, other)
    return bool(bounds(one) and bounds(other)) and not overlaps(one, other)


def overlaps(one: str, other: str) -> bool:
    """Is there a day on which both can have been? Of a date without bounds it is not known, so no.

    >>> overlaps("1970/1979", "1979-05"), overlaps("2018/..", "2017"), overlaps("1985~", "1986"), overlaps("XXXX-06-14", "1974")
    (True, False, True, False)
    """
    if not (reaches := _reaches(one, other)):
        return False
    (a_first, a_last), (b_first, b_last) = reaches
    return a_first <= b_last and b_first <= a_last


def contains(one: str, other: str) -> bool:
    """Does the first leave open every day that the second leaves open?

    >>> contains("1974", "1974-08"), contains("1974-08", "1974"), contains("1974/..", "1980"), contains("1985~", "1986-03")
    (True, False, True, True)
    """
    if not (reaches := _reaches(one, other)):
        return False
    (a_first, a_last), (b_first, b_last) = reaches
    return a_first <= b_first and b_last <= a_last


def _reaches(one: str, other: str) -> tuple[Reach, Reach] | None:
    """The days on which each of two dates can have been; None where either has no bounds."""
    a, b = bounds(one), bounds(other)
    return (_reach(a), _reach(b)) if a and b else None


def _reach(span: Bounds) -> Reach:
    """The days on which a momentary thing so dated can have been; one year more at each side where it is approximate.

    An open end reaches beyond the calendar: `../0099` can have been before the year 1, which `00XX` cannot.
    """
    first = span.begin_earliest.toordinal() if span.begin_earliest else -math.inf
    last = span.end_latest.toordinal() if span.end_latest else math.inf
    year = 366 if span.approximate else 0
    return first - year, last + year


def _day_of_year_differs(one: str, other: str) -> bool:
    a, b = POINT.fullmatch(one), POINT.fullmatch(other)
    if not a or not b or a["mark"] or b["mark"]:
        return False
    return any(a[part] and b[part] and a[part] != b[part] and "XX" not in {a[part], b[part]} for part in ("month", "day"))


def _width(text: str) -> float:
    """How many days a date leaves to choose from; more than the calendar has where it is open, or told without a year."""
    span, whole = bounds(text), date.max.toordinal()
    if not span:
        return whole * (3 if text else 4)
    if span.begin_open or span.end_open:
        return whole * 2
    first, last = _reach(span)
    return last - first


def less_precise(one: str, other: str) -> bool:
    """Does the first leave more days to choose from than the second, whatever days these are?"""
    return _width(one) > _width(other)


def sort_key(text: str) -> tuple[int, int, int, str]:
    """Orders dates by their first day, then by their last; a day without its year stands after them, no date last of all."""
    span = bounds(text)
    if not span:
        return (1 if text else 2, 0, 0, text)
    first, last = span.begin_earliest or span.end_earliest, span.end_latest or date.max
    return (0, first.toordinal() if first else 0, last.toordinal(), text)
