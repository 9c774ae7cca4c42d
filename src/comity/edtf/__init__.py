"""Dates as claims carry them: the forms of EDTF (ISO 8601-2) that the coding guide names, their bounds and their words.

>>> bounds("1977-07").begin_latest, excludes("1973", "1974-08"), excludes("1974", "1974-08")
(datetime.date(1977, 7, 31), True, False)
>>> say("2024-05-08/2024-05-10"), say("2018/.."), say("198X"), say("1985~")
('8 to 10 May 2024', 'since 2018', 'the 1980s', 'about 1985')
"""

from comity.edtf._bounds import OPEN, SEASONS, UNKNOWN, Bounds, bounds, check, fault, first_day, last_day, precision, year_of
from comity.edtf._forms import BY, SINCE, framed, widened
from comity.edtf._relations import contains, excludes, less_precise, overlaps, sort_key
from comity.edtf._words import MONTHS, say

__all__ = [
    "BY",
    "MONTHS",
    "OPEN",
    "SEASONS",
    "SINCE",
    "UNKNOWN",
    "Bounds",
    "bounds",
    "check",
    "contains",
    "excludes",
    "fault",
    "first_day",
    "framed",
    "last_day",
    "less_precise",
    "overlaps",
    "precision",
    "say",
    "sort_key",
    "widened",
    "year_of",
]
