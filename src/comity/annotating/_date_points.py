"""One date's words as year, month and day, and two of them as a stretch; what only the context tells stays a relative date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from comity import edtf
from comity.annotating._date_words import CENTURY_NUMBER, DAY_AND_YEAR, MONTH_NUMBER, NUMERIC, POINTS, WEEKDAY_NUMBER, expression

_POINTS = tuple(expression(point) for point in POINTS)
_DAY_AND_YEAR = expression(DAY_AND_YEAR)
_NUMERIC = expression(NUMERIC)
_SHORT_DECADE = re.compile(r"[’']?(\d)0[’']?s")
_ENDING = str.maketrans("", "", "stndrh")
_STEPS = {
    "last": "pub:{}-1", "next": "pub:{}+1", "this": "pub:{}+0", "following": "text:{}+1", "previous": "text:{}-1",
    "preceding": "text:{}-1",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """What one date's words tell; "" is not told."""

    year: str = ""
    """In EDTF: `1975`, `197X`, `19XX`."""
    month: str = ""
    day: str = ""
    step: str = ""
    """Where the year or month is told from another date: the begin of a relative date, such as `text:year+1`."""
    weekday: int = 0
    century: str = ""
    """The number of a century whose word "century" stands at the second of two: `17th` in "17th and 18th centuries"."""

    @property
    def point(self) -> str:
        """The EDTF of it, with XXXX for a year that is not told."""
        return "-".join(filter(None, (self.year or "XXXX", self.month or ("XX" if self.day else ""), self.day)))

    @property
    def relative(self) -> str:
        """What must be asked of the context; "" where the words tell the year."""
        if self.year:
            return ""
        if self.weekday:
            return f"{self.step or 'pub:on'}:W{self.weekday}"
        return f"{self.step or 'near:on'}:{self.point}"

    @property
    def is_bare_year(self) -> bool:
        return self.year.isdigit() and not self.month


@lru_cache(maxsize=16384)
def read_point(words: str) -> Part | None:
    """The date that the words tell, if the calendar has it."""
    part = _numeric(words) or _worded(words)
    if part is None or (part.month and part.day and edtf.fault(part.point)):
        return None
    return part


def _numeric(words: str) -> Part | None:
    """`13/5/2024`; not `3/5/2024`, which is another day on either side of an ocean. With dots the day always stands first."""
    match = _NUMERIC.fullmatch(words)
    if not match:
        return None
    one, two = int(match["one"]), int(match["two"])
    if match["mark"] != "." and one <= 12 and two <= 12 and one != two:
        return None
    day, month = (one, two) if match["mark"] == "." or one > 12 else (two, one)
    return Part(match["year"], f"{month:02}", f"{day:02}") if 1 <= month <= 12 else None


def _worded(words: str) -> Part | None:
    for form in (*_POINTS, _DAY_AND_YEAR):
        if match := form.fullmatch(words):
            return _part({name: value for name, value in match.groupdict().items() if value})
    if words in CENTURY_NUMBER:
        return Part(century=words)
    digits = words.translate(_ENDING)
    if not digits.isdigit() or len(digits) > 2:
        return None
    return Part(day=f"{int(digits):02}", century=words if words != digits else "")


def _part(told: dict[str, str]) -> Part:
    if "weekday" in told:
        return Part(weekday=WEEKDAY_NUMBER[told["weekday"]])
    if "century" in told:
        return Part(year=century(told["century"]))
    if "decade" in told:
        return Part(year=_decade(told["decade"]))
    month = told.get("month", "")
    day = told["day"].translate(_ENDING) if "day" in told else ""
    return Part(
        year=told.get("year", ""),
        month=(month.zfill(2) if month.isdigit() else f"{MONTH_NUMBER[month[:3].lower()]:02}") if month else "",
        day=day.zfill(2) if day else "",
        step=_step(told["other"]) if "other" in told else "",
    )


def _decade(digits: str) -> str:
    """`197` of "1970s" is 197X, `7` of "'70s" too; "the 1700s" are a century."""
    if len(digits) == 1:
        return f"19{digits}X"
    return f"{digits[:2]}XX" if digits.endswith("0") and digits < "190" else f"{digits}X"


def century(words: str) -> str:
    """`19th` and `nineteenth` are 18XX."""
    number = CENTURY_NUMBER.get(words) or int(words.translate(_ENDING))
    return f"{number - 1:02}XX" if 1 < number < 22 else ""


def _step(words: str) -> str:
    """`text:year+0` of "the same year"."""
    *_, which, unit = words.split()
    if which == "next" and "the" in words.lower().split():
        return f"text:{unit}+1"  # of what is told, not of the day of writing
    return _STEPS.get(which, "text:{}+0").format(unit)


@lru_cache(maxsize=4096)
def read_range(first: str, second: str, dash: str) -> tuple[Part, Part] | None:
    """Both ends of a stretch, each with what only the other tells; None where the words tell none."""
    a, b = read_point(first), _short_decade(first, second) or (_short_year(first, second, dash) if dash else None)
    b = b or read_point(second)
    if not a or not b:
        return None
    if a.century and "XX" in b.year and not b.month:
        a = Part(year=century(a.century))
    if b.day and not b.month:
        b = replace(b, month=a.month) if a.day and a.month else b
        a = a if a.year else replace(a, year=b.year)
    elif a.day and not a.month:
        a = replace(a, year=b.year, month=b.month, step=b.step) if b.day else a
    elif not a.year and a.month and (b.month and bool(a.day) == bool(b.day)):
        a = replace(a, year=b.year, step=a.step or b.step)
    return (a, b) if _fit(a, b) else None


def _short_decade(first: str, second: str) -> Part | None:
    """`60s` after `1950s and`: of the same century."""
    match = _SHORT_DECADE.fullmatch(second)
    return Part(year=f"{first[:2]}{match[1]}X") if match and first[:3].isdigit() else None


def _short_year(first: str, second: str, dash: str) -> Part | None:
    """`89` after `1970–`, `02` after `1998–`; after a plain hyphen a number too small for a later year is a month."""
    if not (len(first) == 4 and first.isdigit() and len(second) == 2 and second.isdigit()):
        return None
    if second > first[2:]:
        return Part(year=first[:2] + second)
    return Part(year=first, month=second) if dash == "-" else Part(year=f"{int(first[:2]) + 1}{second}")


def _fit(a: Part, b: Part) -> bool:
    """Are these two dates of one stretch: both with or both without a year, the second not before the first?"""
    if a.weekday or b.weekday:
        return bool(a.weekday and b.weekday)
    if any(part.day and not part.month and not part.step for part in (a, b)) or bool(a.year) != bool(b.year):
        return False
    if not a.year:
        return bool(a.month and b.month) and bool(a.day) == bool(b.day) and a.point != b.point and a.step == b.step
    return not edtf.fault(f"{a.point}/{b.point}") and a.point != b.point


def stretch(a: Part, b: Part) -> str:
    """The EDTF of a stretch; decades and centuries give their first and last years."""
    if not a.year or not b.year:
        return ""
    return f"{a.point.replace('X', '0')}/{b.point.replace('X', '9')}"
