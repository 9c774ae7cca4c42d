"""How far the sides of a contradiction lie apart, and whether documents or places of one document hold them.

>>> days_between("1974-12-01", "1973"), days_between("1974", "1974-08"), days_between("2001/2003", "2003-01-05")
(365, 0, 0)
>>> apart_said(365), apart_said(92), apart_said(1), apart_said(None)
('1 year', '3 months', '1 day', '')
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from comity import edtf
from comity.recording.contradictions import numbers_clash
from comity.sameness import window

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.model import Claim, Contradiction, Entry

WITHIN, BETWEEN, BOTH = "within one document", "between documents", "both"

_KEPT = {"day": 10, "month": 7, "year": 4, "decade": 3, "century": 2}
"""How many characters of a date tell it as finely as that."""

_FIRST = "0000-01-01"
_PARTIES = 10**9  # days that no two dates lie apart
_FEWEST_OF_MONTH, _MONTH, _YEAR = 28, 30.44, 365.2425


@dataclass(frozen=True, slots=True)
class Severity:
    """Where the sides of a contradiction stand, and how many days lie between them; None where they are no dates."""

    where: str
    apart_days: int | None
    others: tuple[int, int] | None = None
    """Where it is about parties: how many of how many are others."""

    @property
    def apart(self) -> str:
        return f"{self.others[0]} of {self.others[1]}" if self.others else apart_said(self.apart_days)


def severity(clash: Contradiction, entry: Entry) -> Severity:
    """How grave a contradiction of an entry is: the greatest distance of two values that exclude each other."""
    by_id = {claim.id: claim for claim in entry.claims}
    told = [(value, [by_id[one] for one in ids]) for value, ids in clash.values]
    pairs = [(x, y) for x, y in combinations(told, 2) if _exclude(clash.field, x, y)] or list(combinations(told, 2))
    days = farthest((x[0], y[0]) for x, y in pairs) if clash.field == "when" else None
    others = _others(clash.field, told) if clash.way == "party" else None
    return Severity(told_where((entry.sources(x[1]), entry.sources(y[1])) for x, y in pairs), days, others)


def _others(field: str, told: Sequence[tuple[str, Sequence[Claim]]]) -> tuple[int, int]:
    """How many of the parties are not the same to all sides, and how many each side has."""
    sides = [frozenset(claims[0].actors([field])) for _, claims in told]
    shared = frozenset.intersection(*sides)
    return max(len(side - shared) for side in sides), max(map(len, sides))


def farthest(pairs: Iterable[tuple[str, str]]) -> int | None:
    """The most days between two dates of a pair; None where no pair has a known distance."""
    days = (days_between(one, other) for one, other in pairs)
    return max((one for one in days if one is not None), default=None)


def told_where(pairs: Iterable[tuple[set[str], set[str]]]) -> str:
    """Do two sides, each given by its documents, stand in one, in several, or both, over all pairs of sides?"""
    within = between = False
    for first, second in pairs:
        within = within or bool(first & second)
        between = between or len(first | second) > 1
    return BOTH if within and between else WITHIN if within else BETWEEN


def days_between(one: str, other: str) -> int | None:
    """The days between two dates, both cut to what the less precise tells; of stretches, between their nearest ends.

    Of stretches that meet, which are two lengths of one thing, the days between their begins or their ends, whichever are more.
    """
    if all("/" in date and ".." not in date for date in (one, other)) and edtf.overlaps(one, other):
        return farthest(zip(one.split("/"), other.split("/"), strict=True))
    finenesses = edtf.precision(one), edtf.precision(other)
    if all(fineness in _KEPT for fineness in finenesses):
        kept = min(_KEPT[fineness] for fineness in finenesses)
        first, second = (edtf.first_day(_cut(date, kept)) for date in (one, other))
        return abs((first - second).days) if first and second else None
    x, y = window(one), window(other)
    return max(0, (y[0] - x[1]).days, (x[0] - y[1]).days) if x and y else None


def _cut(date: str, kept: int) -> str:
    """A date with the first of month, year, decade or century in the place of what is cut off."""
    return date.rstrip("~?%").replace("X", "0")[:kept] + _FIRST[kept:]


def apart_said(days: int | None) -> str:
    """A number of days in the unit that a person would count in; "" where none is known."""
    if days is None:
        return ""
    months = round(days / _MONTH)
    number, unit = (days, "day") if days < _FEWEST_OF_MONTH else (months, "month")
    if months >= 12:
        number, unit = round(days / _YEAR), "year"
    return f"{number:,} {unit}" + ("" if number == 1 else "s")


def order(found: Severity) -> int:
    """Sorts the gravest first: who the parties were before when; what is measured in no days stands after all that is."""
    if found.others:
        return -_PARTIES - found.others[0]
    return 1 if found.apart_days is None else -found.apart_days


def _exclude(field: str, x: tuple[str, Sequence[Claim]], y: tuple[str, Sequence[Claim]]) -> bool:
    """Can two of several rival values not both be right? A third may be what made rivals of them."""
    if field == "when":
        return edtf.excludes(x[0], y[0]) or ("/" in x[0] and "/" in y[0] and x[0] != y[0])
    first, second = x[1][0], y[1][0]
    return not _numbers(first.fields, second.fields, field) or numbers_clash(first, second)


def _numbers(first: Mapping[str, object], second: Mapping[str, object], field: str) -> bool:
    return all(isinstance(one.get(field), int | float) for one in (first, second))
