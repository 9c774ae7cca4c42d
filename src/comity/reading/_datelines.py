"""The first words of a wire report, which say where, when and by whom it was filed: `LIMA, May 3 (Andes) --`.

>>> dateline("QUITO, May 3 (Andes) -- The two governments met.")
Dateline(agency='Andes', day='XXXX-05-03', length=20)
>>> dateline("LIMA, 3 May 2021 /ABC/. The minister arrived.").day
'2021-05-03'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from comity.reading._stamps import MONTH, YEAR, full_date, month_number

_AGENCY = r"(?P<{}>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){{0,3}})"
_DAY = (
    rf"(?i:(?P<m1>{MONTH})\.?\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{MONTH}))\b\.?(?:,?\s+(?:{YEAR}\b|\({YEAR}\)))?[.,]?"
)
_CITY = r"[A-Z][A-Z .,'’/-]{2,40}?,?"
_BY = rf"(?:/{_AGENCY.format('slashed')}/|\({_AGENCY.format('bracketed')}\))"
_LINE = re.compile(
    rf"{_CITY}\s+(?:[-–—]+\s*)?(?:(?P<date>{_DAY})\s+)?(?:{_BY}|(?(date)[-–—]+\s|(?!)))"
    rf"|\((?P<alone>[A-Z]{{2,6}}|Reuters|Xinhua)\)\s+(?:[-–—]+\s*)?(?=[A-Z“\"])"
)
_DAYS_OF_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ON = re.compile(rf"(?<!last )(?<!next )\b({'|'.join(_DAYS_OF_WEEK)})\b")
_NEAR = 1000
"""A report names the day of the week in its first sentences."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline tells; `day` is EDTF, XXXX its year where that is left out."""

    agency: str = ""
    day: str = ""
    length: int = 0


def dateline(words: str) -> Dateline | None:
    """The dateline that a paragraph begins with; None where it has none."""
    match = _LINE.match(words[:120])
    if not match:
        return None
    told = {name: value for name, value in match.groupdict().items() if value}
    agency = match["slashed"] or match["bracketed"] or match["alone"] or ""
    return Dateline(agency, _day(told), match.end())


def _day(told: dict[str, str]) -> str:
    if "date" not in told:
        return ""
    if whole := full_date(told["date"].replace("(", "").replace(")", "")):
        return whole
    month, day = month_number(told.get("m1") or told["m2"]), int(told.get("d1") or told["d2"])
    try:
        return f"XXXX{date(2000, month, day).isoformat()[4:]}"
    except ValueError:
        return ""


def agency(words: str) -> str:
    """The agency of a dateline such as `LIMA, May 3. /ABC/.` or `LIMA (Abc) -`; "" where there is none.

    >>> agency("QUITO, May 3 (Andes) -- The two governments met."), agency("(ABC) The minister arrived.")
    ('Andes', 'ABC')
    """
    found = dateline(words)
    return found.agency if found else ""


def in_year(day: str, body: str, latest: str) -> str:
    """The day of a dateline in its year: the last up to `latest` in which it falls on the weekday that the report names.

    "" where the report names no weekday or several, where no last day is known, or where no year of the last four fits;
    after five or six years the days fall alike again.

    >>> in_year("XXXX-05-04", "The ministers met on Tuesday.", "2022-01-01")
    '2021-05-04'
    """
    named = set(_ON.findall(body[:_NEAR]))
    if len(named) != 1 or len(latest) != len("2021-05-04"):
        return ""
    weekday = _DAYS_OF_WEEK.index(named.pop())
    for year in range(int(latest[:4]), int(latest[:4]) - 4, -1):
        told = f"{year}{day[4:]}"
        if told <= latest and _exists(told) and date.fromisoformat(told).weekday() == weekday:
            return told
    return ""


def _exists(day: str) -> bool:
    return full_date(day) == day
