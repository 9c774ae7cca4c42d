"""Rival values on one axis, a row a value: dates as the days that they may mean, numbers as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from comity.presenting.web.lanes import Axis, window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.model import Claim

# Pixels from one row to the next, and those that the axis takes.
_STEP, _AXIS = 34, 24
# The least share of the width that can be seen.
_LEAST = 1.0
# Free room at either end of an axis of numbers, as a share of what lies between.
_ROOM = 0.12
_TICKS = 5

Labelled = tuple[str, str, "Claim"]


@dataclass(frozen=True, slots=True)
class Row:
    """One value: where it begins, how wide it is, where its words stand."""

    number: int
    label: str
    x: float
    width: float
    y: int
    point: bool

    @property
    def at_end(self) -> bool:
        """Do its words stand to the left of it, since there is no room at its right?"""
        return self.x + self.width > 62

    @property
    def words(self) -> float:
        """Where its words begin, or end."""
        return self.x - 1 if self.at_end else self.x + self.width + 1


@dataclass(frozen=True, slots=True)
class Strip:
    """Rival values over one axis."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[str, float], ...]
    height: int


def strip(field: str, values: Sequence[Labelled]) -> Strip | None:
    """The picture of the values of a field, each with its words and one of its claims; None where nothing can be measured."""
    return _of_dates(values) if field == "when" else _of_numbers(field, values)


def _of_dates(values: Sequence[Labelled]) -> Strip | None:
    told = [(label, window(when)) for label, when, _ in values]
    axis = Axis.over(day for _, days in told for day in days if day)
    if axis is None:
        return None
    places = [(label, *_place(axis, *days)) for label, days in told]
    ticks = tuple((str(year), axis.at(date(year, 1, 1))) for year in axis.years)
    return _strip(places, ticks)


def _place(axis: Axis, first: date | None, last: date | None) -> tuple[float, float]:
    left, right = axis.at(first) if first else 0.0, axis.at(last) if last else 100.0
    return left, round(max(right - left, 0.0), 3)


def _of_numbers(field: str, values: Sequence[Labelled]) -> Strip | None:
    numbers = [(label, *_reach(claim, field)) for label, _, claim in values if isinstance(claim.fields.get(field), int | float)]
    if len(numbers) < len(values) or len({claim.fields.get("unit", "") for _, _, claim in values}) > 1:
        return None
    least, most = min(low for _, low, _ in numbers), max(high for _, _, high in numbers)
    room = (most - least) * _ROOM or abs(most) * _ROOM or 1.0
    first, span = least - room, (most - least) + 2 * room
    places = [(label, round((low - first) / span * 100, 3), round((high - low) / span * 100, 3)) for label, low, high in numbers]
    steps = [first + span * number / (_TICKS + 1) for number in range(1, _TICKS + 1)]
    return _strip(places, tuple((_short(step), round((step - first) / span * 100, 3)) for step in steps))


def _reach(claim: Claim, field: str) -> tuple[float, float]:
    """The lowest and the highest number that a claim tells."""
    low, high = claim.fields.get(field), claim.fields.get("value_to")
    least = float(low) if isinstance(low, int | float) else 0.0
    return least, float(high) if isinstance(high, int | float) else least


def _short(number: float) -> str:
    return f"{number:,.4g}" if abs(number) < 1e4 else f"{number:,.0f}"


def _strip(places: Sequence[tuple[str, float, float]], ticks: tuple[tuple[str, float], ...]) -> Strip:
    rows = tuple(
        Row(number, label, x, max(width, _LEAST), 4 + (number - 1) * _STEP, width < _LEAST)
        for number, (label, x, width) in enumerate(places, 1)
    )
    return Strip(rows, ticks, len(rows) * _STEP + _AXIS)
