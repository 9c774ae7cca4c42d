"""What a date of EDTF is and between which days it lies."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from comity.errors import BadDate

OPEN, UNKNOWN = "open", "unknown"
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
"""What ISO 8601-2 writes in the place of a month."""

# Wider than the guide: month and day may be X, a month a season, an end empty, and a date doubtful, as in other people's data
# and in what a document's own words tell.
POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[~?%]?)", re.ASCII)
LAST_MONTH = re.compile(r"-XX(?=$|[~?%/])")
_EXAMPLES = "a date is written as 1974-12-01, 1974-12, 1974, 197X, 1974/1980, 1974/.. or ../1974"
Range: TypeAlias = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which days a date begins and ends; an end that is not given is None, with the reason beside it."""

    begin_earliest: date | None
    begin_latest: date | None
    end_earliest: date | None
    end_latest: date | None
    begin_open: str = ""
    """`open`, `unknown`, or "" where the begin is given."""
    end_open: str = ""
    approximate: bool = False


def fault(text: str) -> str:
    """Why a text is no date of the guide's forms; "" where it is one, and for the empty text, which is no date told."""
    if not text:
        return ""
    ends = text.split("/")
    if len(ends) > 2 or set(ends) == {".."}:
        return _EXAMPLES
    for end in ends:
        if end != ".." and (why := _point_fault(end)):
            return why
    span = bounds(text)
    if span and span.begin_earliest and span.end_latest and span.begin_earliest > span.end_latest:
        return "it ends before it begins"
    return ""


def check(text: str) -> str:
    """The text, if it is a date of the guide's forms or empty; a QueryError that says why not, if not."""
    if why := fault(text):
        raise BadDate(value=text, why=why)
    return text


@lru_cache(maxsize=4096)
def _point_fault(text: str) -> str:
    match = POINT.fullmatch(text)
    if not match or match["mark"] in {"?", "%"} or match.group(1, 2) == ("XXXX", None):
        return _EXAMPLES
    if match["month"] in {"XX", *SEASONS} or match["day"] == "XX":
        return _EXAMPLES
    try:
        days_of(match)
    except ValueError as error:
        return str(error)
    return ""


def days_of(match: re.Match[str]) -> Range:
    """First and last day of a point; ValueError where the calendar has no such day. A year not told counts as a leap year.

    A season is some days of its year: which, the place would tell, and no date names one.
    """
    year, month, day = match["year"], match["month"] or "XX", match["day"] or "XX"
    if month in SEASONS:
        if day != "XX":
            raise ValueError("a season has no days")
        month = "XX"
    digits = "2000" if year == "XXXX" else year
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    first = date(max(low, 1) if "X" in digits else low, 1 if month == "XX" else int(month), 1 if day == "XX" else int(day))
    last_month = 12 if month == "XX" else int(month)
    return first, date(high, last_month, monthrange(high, last_month)[1] if day == "XX" else int(day))


@lru_cache(maxsize=4096)
def point(text: str) -> Range | None:
    match = POINT.fullmatch(text)
    if not match or match["year"] == "XXXX":
        return None
    try:
        return days_of(match)
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def bounds(text: str, known_until: date | None = None) -> Bounds | None:
    """The bounds of a date; None where it has none: no date, a day without its year, or no EDTF.

    `known_until` is the day up to which the source vouches for a period whose end is open.
    """
    vague = any(mark in text for mark in "~%")
    left, slash, right = text.partition("/")
    begin = point(left)
    if not slash:
        return Bounds(*begin, *begin, approximate=vague) if begin else None
    end = point(right)
    if not (begin or left in {"", ".."}) or not (end or right in {"", ".."}) or not (begin or end):
        return None
    vouched = known_until if begin and right == ".." and known_until and known_until >= begin[0] else None
    begin_earliest, begin_latest = begin or (None, None)
    end_earliest, end_latest = end or (vouched, None)
    begin_open = "" if begin else OPEN if left else UNKNOWN
    end_open = "" if end else OPEN if right else UNKNOWN
    return Bounds(begin_earliest, begin_latest, end_earliest, end_latest, begin_open, end_open, vague)


def first_day(text: str) -> date | None:
    """The earliest day on which it can begin; None where that is open or not told."""
    span = bounds(text)
    return span.begin_earliest if span else None


def last_day(text: str) -> date | None:
    """The latest day on which it can end; None where that is open or not told."""
    span = bounds(text)
    return span.end_latest if span else None


def year_of(text: str) -> int | None:
    """The first year that a date names: 1979 for `1979/2002`, 1990 for `../1990`."""
    span = bounds(text)
    first = (span.begin_earliest or span.end_earliest) if span else None
    return first.year if first else None


def precision(text: str) -> str:
    """How finely a date is told: day, month, year, decade, century, range, open, or none (also for a day without its year).

    A season is as fine as its year.
    """
    if not bounds(text):
        return "none"
    if "/" in text:
        return "open" if text.startswith(("/", "..")) or text.endswith(("/", "..")) else "range"
    match = POINT.fullmatch(LAST_MONTH.sub("", LAST_MONTH.sub("", text)))
    if match is None:
        return "none"
    if match["month"] and match["month"] not in SEASONS:
        return "day" if match["day"] else "month"
    return {0: "year", 1: "decade"}.get(match["year"].count("X"), "century")
