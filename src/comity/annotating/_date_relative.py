"""Dates told from another date: the following year, two months later, yesterday, since then."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from comity.annotating._date_leads import Lead, lead_before
from comity.annotating._date_words import COUNT, RELATIVE
from comity.mentions import DateWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SIGN = {"last": "-1", "next": "+1", "this": "+0", "before": "-1", "after": "+1"}
_TOLD_AS = {"year": ("year", 1), "month": ("month", 1), "week": ("day", 7), "day": ("day", 1), "decade": ("year", 10)}
"""The unit in which a count is told, and how many of it one is."""
_DAY = {"yesterday": "-1", "tomorrow": "+1"}
_NOT_EXACT = re.compile(
    r"\b(?:than|over|almost|nearly|about|around|half|some|few|least|within|every|approximately|roughly"
    r"|(?:years?|months?|weeks?|days?"
    r"|[a-z]*(?:one|two|three|four|five|six|seven|eight|nine|ten)|\d)[ \xa0\n](?:and|or|to))[ \xa0\n]$",
    re.I,
)
_LASTING = re.compile(r"\b(?:over|within|for|to|every|each|per|throughout|of|until)[ \xa0\n]$", re.IGNORECASE)
_OF = re.compile(r"[ \xa0\n](?:of|as|that|when|in which)\b")


def relatives(text: str, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, DateWords]]:
    """The dates told from another one, where none of the stretches taken already stands; these come in order."""
    ends = chain(taken, [(len(text) + 1, len(text) + 1)])
    low, high = next(ends)
    for match in RELATIVE.finditer(text):
        while high <= match.start():
            low, high = next(ends)
        lead = lead_before(text, match.start())
        start = match.start() - lead.bound_length(with_other=False)
        relative = _relative(text, match, lead)
        if relative and match.end() <= low:
            role = lead.role or ("since" if "ince" in match[0] else "after" if match["then"] else "in")
            yield start, match.end(), DateWords("", relative, role)


def _relative(text: str, match: re.Match[str], lead: Lead) -> str:
    """What the words ask of the context; "" where they tell no date after all."""
    before = text[max(0, match.start() - 16) : match.start()]
    if match["near"]:
        return "" if lead.role == "until" else f"pub:day{_DAY.get(match['near'].lower(), '+0')}"
    if match["count"]:
        return "" if _NOT_EXACT.search(before) else _counted(match)
    if match["unit"]:
        return "" if (_LASTING.search(before) and not lead.fill) or _OF.match(text, match.end()) else _named(match)
    if match["whole"]:
        return f"near:{match['whole'][4:]}+0" if lead.fill else ""
    if match["beside"]:
        return f"text:{match['beside']}{_SIGN[match['side']]}"
    return "" if lead.fill else "text:then"


def _counted(match: re.Match[str]) -> str:
    word = match["count"].lower()
    number = int(word) if word.isdigit() else COUNT[word]
    unit, way = match["units"], match["way"]
    unit, number = _TOLD_AS[unit][0], number * _TOLD_AS[unit][1]
    return f"pub:{unit}-{number}" if way == "ago" else f"text:{unit}{'-' if way == 'earlier' else '+'}{number}"


def _named(match: re.Match[str]) -> str:
    unit = match["unit"]
    if match["pub"]:
        which = match["pub"].lower()
        if unit == "day":
            return {"this": "text:day+0", "next": "text:day+1"}.get(which, "")
        return "" if (which, unit) == ("last", "decade") else f"pub:{unit}{_SIGN[which]}"
    return f"text:{unit}{'+1' if match['next'] else '-1' if match['before'] else '+0'}"
