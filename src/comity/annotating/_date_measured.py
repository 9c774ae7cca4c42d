"""Periods told by their length and one end: for twelve years from 1819, in the decade to 1990.

>>> import re
>>> texts = ("for nearly five years, from 1960", "in the three years to 1979", "for six months from May 1990")
>>> [measured({k: v for k, v in re.search(MEASURED, text).groupdict().items() if v}) for text in texts]
['1960/1965~', '1976/1979', '1990-05/1990-11']
"""

from __future__ import annotations

from collections.abc import Mapping

from comity import edtf
from comity.annotating._date_words import COUNTS, MONTH_NAMES, MONTH_NUMBER, count_of

_BACK = ("to", "until", "till", "before", "preceding", "up to", "ending")
_UNITS = {"year": 12, "decade": 120, "month": 1}

MEASURED = (
    r"\b(?:(?:[Ff]or|[Ii]n|[Dd]uring|[Ww]ithin|[Tt]hroughout)\s+(?:the\s+)?|[Oo]ver\s+the\s+)"
    r"(?:(?P<about>nearly|almost|about|some|around|roughly|approximately)\s+)?(?:the\s+)?"
    rf"(?:(?P<count>{COUNTS})\s+)?(?P<unit>year|decade|month)s?,?\s+"
    r"(?P<way>from|after|following|since|beginning in|starting in|to|until|till|before|preceding|up to|ending in)\s+"
    rf"(?:(?P<month>{'|'.join(sorted(MONTH_NAMES))})\s+)?(?P<year>(?:1\d|20)\d\d)\b(?!\s?[–/-]\s?\d|\s+(?:to|until|till|through)\s|[.,]\d)"
)


def measured(told: Mapping[str, str]) -> str:
    """The stretch of so many years or months on one side of a year or month; its counted end is about where the count is."""
    count = _UNITS[told["unit"]] * (count_of(told["count"]) if "count" in told else 1)
    if "month" not in told and count % 12:
        return ""
    back = told["way"].startswith(_BACK)
    here = 12 * int(told["year"]) + (MONTH_NUMBER[told["month"][:3].lower()] - 1 if "month" in told else 0)
    ends = [(here, ""), (here - count if back else here + count, "~" if "about" in told else "")]
    begin, end = (f"{_point(at, monthly='month' in told)}{mark}" for at, mark in (reversed(ends) if back else ends))
    return "" if edtf.fault(f"{begin}/{end}") else f"{begin}/{end}"


def _point(months: int, *, monthly: bool) -> str:
    return f"{months // 12:04}-{months % 12 + 1:02}" if monthly else f"{months // 12:04}"
