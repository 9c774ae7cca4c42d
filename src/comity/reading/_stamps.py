"""What a document tells of its own making: the day, the writer, the agency. Only what is clear; a date without year is not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
YEAR = r"(?:1[6-9]|20)\d\d"
# Scraped pages glue the time to the year: "3 May 202110:00".
_AFTER_YEAR = r"(?!\d)|(?=\d{1,2}:\d\d)"
_DATE = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{MONTH})\.?,?\s+(?P<y1>{YEAR})(?:{_AFTER_YEAR})"
    rf"|(?P<m2>{MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>{YEAR})(?:{_AFTER_YEAR})"
    rf"|(?P<y3>{YEAR})-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)"
    rf"|(?<![\d./])(?P<m4>\d{{1,2}})(?P<mark>[/.])(?P<d4>\d{{1,2}})(?P=mark)(?P<y4>{YEAR})(?:{_AFTER_YEAR})",
    re.IGNORECASE,
)
_COARSE = re.compile(rf"(?:{MONTH}\.?,?\s+)?{YEAR}|\d{{4}}-\d{{1,2}}-\d{{1,2}}", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*,?\s*|(?:mon|tue|wed|thu|fri|sat|sun)\.?\s*,\s*", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:(?:first\s+)?published|posted|issued|released|release\s+date|publication\s+date|date\s+of\s+publication"
    r"|(?:last|latest)\s+(?:updated?|modified)|updated|modified)(?:\s+(?:on|at))?\s*[:–-]?\s*",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:[\s,T·|–-]|\bat\b)*\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d\d:?\d\d|[A-Z]{2,4})?",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:(?:de|da|van|von|al|bin|la|and)\s+)?[A-Z][\w.'’-]*){1,5}"
_BYLINE = re.compile(rf"By:?\s+(?P<name>{_NAME})(?P<rest>\s*(?:[,|·–(].*)?)", re.DOTALL)


def is_day(words: str) -> bool:
    """Are these words one day and nothing else?

    >>> is_day("4 May 1901"), is_day("since 4 May 1901")
    (True, False)
    """
    return bool(_DATE.fullmatch(words.strip()))


def full_date(words: str, order: str = "") -> str:
    """The first date with day, month and year, in EDTF; "" where there is none.

    `order` says how dates in figures are read on the page, as `date_order` finds it: 5/6/2021 alone is a day in May or in June.

    >>> full_date("Latest Update May 3, 2021"), full_date("May 3"), full_date("23.5.2021"), full_date("5/6/2021", "dmy")
    ('2021-05-03', '', '2021-05-23', '2021-06-05')
    """
    match = _DATE.search(words)
    if not match:
        return ""
    told = {name[0]: value for name, value in match.groupdict().items() if value and name != "mark"}
    if match["m4"]:
        order = _order_of(match) or order
        if order == "dmy":
            told["d"], told["m"] = told["m"], told["d"]
        elif not order:
            return ""
    month = int(told["m"]) if told["m"].isdigit() else month_number(told["m"])
    try:
        return date(int(told["y"]), month, int(told["d"])).isoformat()
    except ValueError:
        return ""


def month_number(name: str) -> int:
    """1 for January or Jan, and so on."""
    return 1 + _MONTHS.index(name[:3].lower())


def _order_of(match: re.Match[str]) -> str:
    """How a date in figures must be read: a number above twelve is the day, and with dots the day comes first."""
    if match["mark"] == "." or int(match["m4"]) > 12:
        return "dmy"
    return "mdy" if int(match["d4"]) > 12 else ""


def date_order(lines: Iterable[str]) -> str:
    """Which comes first in a page's dates with slashes, as those tell that can be read in one way alone: `dmy`, `mdy` or "".

    >>> date_order(["5/6/2021", "28/6/2021"]), date_order(["5/6/2021"])
    ('dmy', '')
    """
    orders = {_order_of(match) for line in lines if (match := _DATE.search(line)) and match["mark"] == "/"} - {""}
    return orders.pop() if len(orders) == 1 else ""


def bare_date(words: str) -> bool:
    """Is a line a date and nothing else? It may date the text or be what the text tells."""
    rest = words.strip(" .,")
    return _DATE.fullmatch(rest) is not None or _COARSE.fullmatch(rest) is not None


def is_stamp(words: str) -> bool:
    """Does a line say when the text was published: a date with a label, a weekday or a time of day, and nothing else?"""
    if len(words) > 80 or not _DATE.search(words):
        return False
    rest, labelled = _LABEL.subn("", words.strip(" ()|·"), count=1)
    rest, weekday = _WEEKDAY.subn("", rest, count=1)
    rest = _DATE.sub(" ", rest, count=1)
    rest, timed = _TIME.subn("", rest, count=1)
    return bool(labelled or weekday or timed) and not rest.strip(" ,.·|()–-")


def byline(words: str) -> str:
    """The name in a line such as `By Ana Perez (3 May 2021)`; "" where it is no such line."""
    match = _BYLINE.fullmatch(words) if len(words) <= 120 else None
    if not match or len(match["rest"]) > 60:
        return ""
    return str(match["name"])
