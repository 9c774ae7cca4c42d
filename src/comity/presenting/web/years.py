"""How many claims fall into which years, as bars that narrow a search to theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.presenting.web.html import place

if TYPE_CHECKING:
    from collections.abc import Mapping

# Bars at most: more could not be hit with a finger.
_MOST = 80
_HEIGHT = 64
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
# The share of claims for which no axis is drawn out, where it would be longer than so many years.
_FEW, _LONG = 0.02, 150
# A bar that is there can be seen.
_LEAST = 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """Some years: where they lie, how high they reach, and the search that is narrowed to them."""

    x: float
    width: float
    height: float
    title: str
    at: str

    @property
    def y(self) -> float:
        """Its upper edge."""
        return _HEIGHT - self.height


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars over one axis of years."""

    bars: tuple[Bar, ...]
    first: int
    last: int
    """The first year behind it."""
    ticks: tuple[tuple[int, float], ...]
    before: int = 0
    """Claims of earlier years, too few to draw the axis out for them."""
    earlier: str = ""
    """The search that is narrowed to these."""
    height: int = _HEIGHT


def histogram(years: Mapping[int, int], given: Mapping[str, str]) -> Histogram | None:
    """The bars of a search; None where less than two years have any.

    >>> found = histogram({1970: 2, 1975: 4}, {"q": "maize"})
    >>> [(bar.x, bar.height, bar.at) for bar in found.bars][1]
    (83.333, 64.0, '/?q=maize&from=1975&to=1975')
    """
    all_of_it = {year: number for year, number in years.items() if 0 < year < 9999}
    if len(all_of_it) < 2:
        return None
    begins = _begin(all_of_it)
    known = {year: number for year, number in all_of_it.items() if year >= begins}
    span = max(known) - min(known) + 1
    step = next(one for one in _STEPS if span / one <= _MOST or one == _STEPS[-1])
    first = min(known) // step * step
    last = max(known) // step * step + step
    grouped: dict[int, int] = {}
    for year, number in known.items():
        grouped[year // step * step] = grouped.get(year // step * step, 0) + number
    most, width = max(grouped.values()), 100 * step / (last - first)
    rest = {name: value for name, value in given.items() if name not in ("from", "to", "offset")}
    bars = tuple(
        Bar(
            round((begin - first) / (last - first) * 100, 3), round(width, 3), round(max(number / most * _HEIGHT, _LEAST), 1),
            f"{begin}{f' to {begin + step - 1}' if step > 1 else ''}: {number:,}",
            place("/", **rest, **{"from": begin, "to": begin + step - 1}),
        )
        for begin, number in sorted(grouped.items())
    )  # fmt: skip
    every = next(one for one in _STEPS if (last - first) / one <= 8 or one == _STEPS[-1])
    ticks = tuple(
        (year, round((year - first) / (last - first) * 100, 3)) for year in range(-(-first // every) * every, last, every)
    )
    before = sum(all_of_it.values()) - sum(known.values())
    earlier = place("/", **rest, to=first - 1) if before else ""
    return Histogram(bars, first, last, ticks, before, earlier)


def _begin(years: Mapping[int, int]) -> int:
    """The year at which an axis begins: the first, unless so few lie long before the others that these could not be seen."""
    ordered, few = sorted(years), sum(years.values()) * _FEW
    passed = 0
    for year in ordered:
        passed += years[year]
        if passed > few:
            return year if ordered[-1] - ordered[0] > _LONG else ordered[0]
    return ordered[0]
