"""Dates as claims carry them: the forms of EDTF (ISO 8601-2) that the coding guide names, their bounds and their words.

>>> bounds("1977-07").begin_latest, excludes("1973", "1974-08"), excludes("1974", "1974-08")
(datetime.date(1977, 7, 31), True, False)
>>> say("2024-05-08/2024-05-10"), say("2018/.."), say("198X"), say("1985~")
('8 to 10 May 2024', 'since 2018', 'the 1980s', 'about 1985')
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from comity.errors import BadDate

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
OPEN, UNKNOWN = "open", "unknown"
SINCE = frozenset({"since", "after", "from"})
"""Words of binding that leave the end of a period open."""
BY = frozenset({"by", "until", "before"})
"""Words of binding that leave its begin open."""

# Wider than the guide: month and day may be X, an end may be empty, and a date may be marked doubtful, as in other people's data.
_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[~?%]?)", re.ASCII)
_LAST_MONTH = re.compile(r"-XX(?=$|[~?%/])")
_EXAMPLES = "a date is written as 1974-12-01, 1974-12, 1974, 197X, 1974/1980, 1974/.. or ../1974"
_Range: TypeAlias = tuple[date, date]


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
    match = _POINT.fullmatch(text)
    if not match or match["mark"] in {"?", "%"} or "XX" in {match["month"], match["day"]} or match.group(1, 2) == ("XXXX", None):
        return _EXAMPLES
    try:
        _days(match)
    except ValueError as error:
        return str(error)
    return ""


def _days(match: re.Match[str]) -> _Range:
    """First and last day of a point; ValueError where the calendar has no such day. A year not told counts as a leap year."""
    year, month, day = match["year"], match["month"] or "XX", match["day"] or "XX"
    digits = "2000" if year == "XXXX" else year
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    first = date(max(low, 1) if "X" in digits else low, 1 if month == "XX" else int(month), 1 if day == "XX" else int(day))
    last_month = 12 if month == "XX" else int(month)
    return first, date(high, last_month, monthrange(high, last_month)[1] if day == "XX" else int(day))


@lru_cache(maxsize=4096)
def _point(text: str) -> _Range | None:
    match = _POINT.fullmatch(text)
    if not match or match["year"] == "XXXX":
        return None
    try:
        return _days(match)
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def bounds(text: str, known_until: date | None = None) -> Bounds | None:
    """The bounds of a date; None where it has none: no date, a day without its year, or no EDTF.

    `known_until` is the day up to which the source vouches for a period whose end is open.
    """
    vague = any(mark in text for mark in "~%")
    left, slash, right = text.partition("/")
    begin = _point(left)
    if not slash:
        return Bounds(*begin, *begin, approximate=vague) if begin else None
    end = _point(right)
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


def excludes(one: str, other: str) -> bool:
    """Can the two not both be the date of one thing that happened once?

    >>> excludes("1974-08", "1974-08-12"), excludes("1985~", "1986"), excludes("../1990", "1991"), excludes("", "1991")
    (False, False, True, False)
    """
    if "XXXX" in one + other:
        return _day_of_year_differs(one, other)
    a, b = bounds(one), bounds(other)
    if not a or not b:
        return False
    (a_first, a_last), (b_first, b_last) = _reach(a), _reach(b)
    return a_last < b_first or b_last < a_first


def _reach(span: Bounds) -> _Range:
    """The days on which a momentary thing so dated can have been; one year more at each side where it is approximate."""
    first, last = span.begin_earliest or date.min, span.end_latest or date.max
    if not span.approximate:
        return first, last
    year = timedelta(days=366)
    return first - year if first.year > 2 else date.min, last + year if last.year < 9998 else date.max


def _day_of_year_differs(one: str, other: str) -> bool:
    a, b = _POINT.fullmatch(one), _POINT.fullmatch(other)
    if not a or not b or a["mark"] or b["mark"]:
        return False
    return any(a[part] and b[part] and a[part] != b[part] and "XX" not in {a[part], b[part]} for part in ("month", "day"))


def _width(text: str) -> int:
    """How many days a date leaves to choose from; more than the calendar has where it is open, or told without a year."""
    span, whole = bounds(text), date.max.toordinal()
    if not span:
        return whole * (3 if text else 4)
    if span.begin_open or span.end_open:
        return whole * 2
    first, last = _reach(span)
    return (last - first).days


def less_precise(one: str, other: str) -> bool:
    """Does the first leave more days to choose from than the second, whatever days these are?"""
    return _width(one) > _width(other)


def precision(text: str) -> str:
    """How finely a date is told: day, month, year, decade, century, range, open, or none (also for a day without its year)."""
    if not bounds(text):
        return "none"
    if "/" in text:
        return "open" if text.startswith(("/", "..")) or text.endswith(("/", "..")) else "range"
    match = _POINT.fullmatch(_LAST_MONTH.sub("", _LAST_MONTH.sub("", text)))
    if match is None:
        return "none"
    if match["month"]:
        return "day" if match["day"] else "month"
    return {0: "year", 1: "decade"}.get(match["year"].count("X"), "century")


def sort_key(text: str) -> tuple[int, int, int, str]:
    """Orders dates by their first day, then by their last; a day without its year stands after them, no date last of all."""
    span = bounds(text)
    if not span:
        return (1 if text else 2, 0, 0, text)
    first, last = span.begin_earliest or span.end_earliest, span.end_latest or date.max
    return (0, first.toordinal() if first else 0, last.toordinal(), text)


def framed(point: str, role: str) -> str:
    """A point as the word that binds it makes it: `1975` after "since" is `1975/..`, after "by" `../1975`.

    >>> framed("1975", "since"), framed("1975", "until"), framed("1975", "in"), framed("", "since")
    ('1975/..', '../1975', '1975', '')
    """
    begin, slash, end = point.partition("/")
    if not point or ".." in {begin, end}:
        return point
    if role in SINCE and not slash:
        return f"{begin}/.."
    if role in BY and not slash:
        return f"../{begin}"
    return point


def say(text: str) -> str:
    """A date as a person reads it.

    >>> say("1960-10-07"), say("../1990"), say("XXXX-06-14"), say("14XX"), say("")
    ('7 October 1960', 'by 1990', '14 June, year not told', 'the 15th century', 'undated')
    """
    if not text:
        return "undated"
    left, slash, right = text.partition("/")
    if not slash:
        return _say_point(text)
    if left in {"", ".."}:
        return f"by {_say_point(right)}" if left else f"until {_say_point(right)}, begin unknown"
    if right in {"", ".."}:
        return f"since {_say_point(left)}" if right else f"from {_say_point(left)}, end unknown"
    return f"{_shortened(left, right)} to {_say_point(right)}"


def _say_point(text: str) -> str:
    match = _POINT.fullmatch(_LAST_MONTH.sub("", _LAST_MONTH.sub("", text)))
    if not match or not _point(text.replace("XXXX", "2000")) or match.group(1, 2) == ("XXXX", None):
        return text
    year = f" {_say_year(match['year'])}" if match["year"] != "XXXX" else ", year not told"
    month = MONTHS[int(match["month"]) - 1] if match["month"] else ""
    day = f"{int(match['day'])} " if match["day"] else ""
    return ("about " if match["mark"] else "") + f"{day}{month}{year}".strip()


def _say_year(year: str) -> str:
    if year.endswith("XX"):
        number = int(year[:2]) + 1
        ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"the {number}{ending} century"
    return f"the {year[:3]}0s" if year.endswith("X") else str(int(year))


def _shortened(left: str, right: str) -> str:
    """The begin of a stretch in words, without the month and year that its end repeats."""
    a, b = _POINT.fullmatch(left), _POINT.fullmatch(right)
    if not a or not b or a["year"] != b["year"] or not a["month"] or a["mark"] or bool(a["day"]) != bool(b["day"]):
        return _say_point(left)
    month = MONTHS[int(a["month"]) - 1]
    if not a["day"]:
        return month
    return str(int(a["day"])) if a["month"] == b["month"] else f"{int(a['day'])} {month}"
