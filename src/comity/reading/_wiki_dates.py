"""Dates of templates as a reader sees them: `{{dts|1960|10|7}}` is 7 October 1960."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = [name[:3].lower() for name in _MONTHS]
_ISO = re.compile(r"(-?\d{3,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_NUMBER = re.compile(r"-?\d{1,4}")


def day(parts: Sequence[str]) -> str:
    """The date that year, month and day tell, as far as they are given; words as they stand.

    >>> day(["1960", "10", "7"]), day(["1960", "10"]), day(["1960-10-07"]), day(["7 October 1960"])
    ('7 October 1960', 'October 1960', '7 October 1960', '7 October 1960')
    """
    told = [" ".join(part.split()) for part in parts]
    while told and not told[-1]:
        told.pop()
    iso = _ISO.fullmatch(told[0]) if len(told) == 1 else None
    if iso:
        told = [part for part in iso.groups() if part]
    if not told or not (_NUMBER.fullmatch(told[0]) or not told[0]):
        return told[0] if told else ""
    year = f"{told[0][1:]} BC" if told[0].startswith("-") else told[0]
    if len(told) < 2:
        return year
    number = _month(told[1])
    if not number:
        return "-".join(told) if iso else f"{told[1]} {year}".strip()
    date = int(told[2]) if len(told) > 2 and told[2].isdigit() and 0 < int(told[2]) < 32 else 0
    shown = f"{_MONTHS[number - 1]} {year}".strip()
    return f"{date} {shown}" if date else shown


def _month(word: str) -> int:
    """The number of a month given by number or name; 0 for anything else."""
    if word.isdigit():
        return int(word) if 0 < int(word) < 13 else 0
    return 1 + _SHORT.index(word[:3].lower()) if word[:3].lower() in _SHORT else 0


def as_of(parts: Sequence[str], *, lower: bool = False) -> str:
    """The words of `{{as of|2011|5}}`."""
    return f"{'as' if lower else 'As'} of {day(parts)}"
