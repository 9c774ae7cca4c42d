"""Numbers of a series, of which one alone says what all of them count.

>>> from comity.annotating.quantities import find
>>> [(quantity.value, quantity.unit) for _, _, quantity in find("Exports were 3, 5 and 8 million francs in 1950, 1951 and 1952.")]
[(3000000, 'FRF'), (5000000, 'FRF'), (8000000, 'FRF')]
>>> [(quantity.value, quantity.unit) for _, _, quantity in find("Peru had 40 envoys in 1910, 60 in 1920 and 90 in 1930.")]
[(40, 'persons'), (60, 'persons'), (90, 'persons')]
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from comity.annotating._counting import Counted, counted
from comity.annotating._numbers import SECOND, Number, number
from comity.annotating._units import units

if TYPE_CHECKING:
    from comity.mentions import Quantity

_FARTHEST = 120  # characters from a number back to the one that says what it counts
_YEAR = r"(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?"
_DATED = re.compile(
    rf"\s(?:\((?:in )?{_YEAR}\)|(?:only |again )?(?:in|by|for|during|at the end of|as of)\s(?:the end of |early |late |mid-)?"
    rf"(?:[A-Z][a-z]+ )?{_YEAR}(?![\d.,]\d))"
)
_LED = re.compile(
    r"(?:\b(?:and|to|then|from|but|with|against)|[,;(])\s(?:(?:to|a further|another|only|just|some|about|nearly|almost|over"
    r"|around|more than|fewer than|less than|up from|down from|from)\s){0,2}\Z"
)
_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z\"“(])|\n\n")
_DIGITS = re.compile(rf"(?<![\d.,])(?!{_YEAR}\b)\d")
_AND = re.compile(r"(?:,\s(?:and\s)?|\sand\s)")
_YEARS = re.compile(rf"\b{_YEAR}(?:, {_YEAR})*,? and {_YEAR}\b")
_IN_TURN = re.compile(r"\brespectively\b")


def continued(text: str, told: Number, before: Quantity | None, at: int) -> Counted | None:
    """What a dated number counts of which the one before, that ends at a place, says it: 120 nurses in 1980 and 350 in 1990."""
    if before is None or before.money or not before.noun or before.unit == "percent" or told.form not in ("digits", "words"):
        return None
    between = text[at : told.start]
    if len(between) > _FARTHEST or _END.search(between) or _DIGITS.search(between):
        return None
    if not _DATED.match(text, told.end) or not _LED.search(between):
        return None
    return Counted(told.start, told.end, before.unit, before.noun)


def shared(text: str, told: Number) -> tuple[Counted, float] | None:
    """What a number counts, and its scale, where the last of a list says it for all: 3, 5 and 8 million francs in turn."""
    if told.form != "digits" or told.scale > 1 or told.year_like(text):
        return None
    last, count = _last(text, told)
    if last is None or not _is_in_turn(text, told.start, last.end, count):
        return None
    what = counted(text, last, last.end)
    own = units().sign_before.search(text, max(0, told.start - 6), told.start)
    if what is None or (own and not what.signed):
        return None
    start = own.start() if own else told.start
    return replace(what, start=start, end=told.end, signed=bool(own)), last.scale if told.value < 1000 else 1.0


def _last(text: str, first: Number) -> tuple[Number | None, int]:
    """The last number of a list that ends in "and", and how many they are."""
    at, count = first.end, 1
    while link := _AND.match(text, at):
        sign = units().sign_after.match(text, link.end())
        match = SECOND.match(text, sign.end() if sign else link.end())
        if match is None:
            break
        found, count = number(match), count + 1
        if "and" in link[0]:
            return found, count
        if found.scale > 1 or found.year_like(text):
            break
        at = found.end
    return None, 0


def _is_in_turn(text: str, start: int, end: int, count: int) -> bool:
    """Does the sentence say that the amounts go in turn, or name as many years?"""
    first = max([match.end() for match in _END.finditer(text, max(0, start - 300), start)], default=max(0, start - 300))
    closing = _END.search(text, end, end + 300)
    sentence = text[first : closing.start() if closing else end + 300]
    years = (len(re.findall(_YEAR, match[0])) for match in _YEARS.finditer(sentence))
    return _IN_TURN.search(sentence) is not None or any(count <= several for several in years)
