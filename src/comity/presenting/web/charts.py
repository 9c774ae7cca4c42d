"""Figures as small charts: a series a chart, rivals side by side, a line only between values whose times touch."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from comity import edtf
from comity.presenting import _sources
from comity.presenting.web import html
from comity.presenting.web.lanes import Axis, window

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from comity.gazetteer import Gazetteer

    _Dated: TypeAlias = Sequence[tuple[Mapping[str, Any], tuple[date, date]]]  # points with their times

WIDTH, HEIGHT = 420, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 14, 14, 26
# How far rivals of one time are set apart.
_APART = 7.0
_FEWEST, _MOST = 2, 150
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a time: where it is, how far its time and its value may reach, and the words that give it."""

    x: float
    y: float
    from_x: float
    to_x: float
    upper: float | None
    mark: str
    """`up` for at least, `down` for at most, else nothing."""
    look: str
    title: str
    at: str


@dataclass(frozen=True)
class Chart:
    """A series as drawn."""

    title: str
    unit: str
    points: tuple[Point, ...]
    lines: tuple[tuple[float, float, float, float], ...]
    years: tuple[tuple[int, float], ...]
    ticks: tuple[tuple[str, float], ...]
    undated: int
    left_out: int
    """Earlier values, of more than can be drawn."""
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    bottom: int = HEIGHT - _BOTTOM


def charts(series: Sequence[Mapping[str, Any]], known: Gazetteer) -> list[Chart]:
    """The charts of those series that tell more than one value of a time; longer ones first.

    >>> from comity.gazetteer import actors
    >>> told = [{"when": year, "value": value, "value_to": "", "bound": "exact", "factuality": "asserted", "claim": "c",
    ...          "doc": "d", "quote": "q", "disputed": False} for year, value in (("1970", 2), ("1971", 3), ("1975", 4))]
    >>> found = charts([{"measure": "aid", "unit": "USD", "from": ("KEN",), "to": ("PER",), "points": told}], actors())
    >>> found[0].title, len(found[0].points), len(found[0].lines)
    ('Aid, from Kenya to Peru', 3, 1)
    """
    found = [chart for one in series if (chart := _chart(one, known))]
    return sorted(found, key=lambda one: (-len(one.points), one.title, one.unit))


def title(one: Mapping[str, Any], known: Gazetteer) -> str:
    """What a series is of."""
    sides = {side: " and ".join(known.name(code) for code in one[side] or ()) for side in ("from", "to")}
    told = "".join(f" {side} {names}" for side, names in sides.items() if names)
    measure = html.words(str(one["measure"]))
    return measure[:1].upper() + measure[1:] + (f",{told}" if told else "")


def _chart(one: Mapping[str, Any], known: Gazetteer) -> Chart | None:
    told = [(point, stretch) for point in one["points"] if (stretch := _stretch(point["when"]))]
    dated = told[-_MOST:]
    axis = Axis.over(day for _, stretch in dated for day in stretch)
    if axis is None or len(dated) < _FEWEST:
        return None
    scale = Scale.over([float(point[name]) for point, _ in dated for name in ("value", "value_to") if point[name] != ""])
    points = tuple(_points(dated, axis, scale, str(one["unit"])))
    return Chart(
        title(one, known), str(one["unit"]), points, tuple(_lines(dated, points)),
        tuple((year, _x(axis, date(year, 1, 1))) for year in axis.years),
        tuple((said, scale.at(value)) for said, value in scale.ticks),
        len(one["points"]) - len(told), len(told) - len(dated),
    )  # fmt: skip


def _stretch(when: str) -> tuple[date, date] | None:
    first, last = window(when)
    return (first or last, last or first) if first or last else None  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of values: its ends, both multiples of a round step, and 0 among what it reaches over."""

    least: float
    most: float
    step: float

    @classmethod
    def over(cls, values: Sequence[float]) -> Scale:
        """The scale on which all values lie.

        >>> Scale.over([4_900_000]), Scale.over([-3, 8])
        (Scale(least=0.0, most=6000000.0, step=2000000.0), Scale(least=-5.0, most=10.0, step=5.0))
        """
        low, high = min(0.0, *values), max(0.0, *values)
        whole, power = (high - low) or 1.0, 1e-6
        while power * 10 * _TICKS < whole:
            power *= 10
        step = next((power * part for part in (1, 2, 2.5, 5) if power * part * _TICKS >= whole), power * 10)
        return cls(math.floor(low / step) * step, math.ceil(high / step) * step or step, step)

    @property
    def ticks(self) -> list[tuple[str, float]]:
        """Values to be named, in words."""
        count = round((self.most - self.least) / self.step)
        return [(_short(self.least + self.step * at), self.least + self.step * at) for at in range(count + 1)]

    def at(self, value: float) -> float:
        """Where a value stands in the picture."""
        share = (value - self.least) / (self.most - self.least)
        return round(HEIGHT - _BOTTOM - (HEIGHT - _BOTTOM - _TOP) * share, 1)


def _short(value: float) -> str:
    """A number in few letters.

    >>> _short(2_500_000), _short(-40), _short(0)
    ('2.5 m', '-40', '0')
    """
    for size, name in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(value) >= size:
            return f"{_sources.shown(round(value / size, 2))} {name}"
    return _sources.shown(round(value, 2))


def _x(axis: Axis, day: date) -> float:
    return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * axis.at(day) / 100, 1)


def _points(dated: _Dated, axis: Axis, scale: Scale, unit: str) -> Iterator[Point]:
    """The points; those of one time stand beside one another around its middle."""
    for point, stretch in dated:
        rivals = [other for other, same in dated if same == stretch]
        aside = (next(at for at, one in enumerate(rivals) if one is point) - (len(rivals) - 1) / 2) * _APART
        left, right = _x(axis, stretch[0]), _x(axis, stretch[1])
        look = " ".join(
            filter(None, ("disputed" if point["disputed"] else "", "soft" if point["factuality"] != "asserted" else ""))
        )
        upper = scale.at(float(point["value_to"])) if point["value_to"] != "" else None
        yield Point(
            round((left + right) / 2 + aside, 1), scale.at(float(point["value"])), left, right, upper,
            {"at-least": "up", "at-most": "down"}.get(str(point["bound"]), ""), look, _said(point, unit),
            f"{html.place('/doc/' + point['doc'], claim=point['claim'])}#{point['claim']}",
        )  # fmt: skip


def _said(point: Mapping[str, Any], unit: str) -> str:
    """A value with its time, its bound and its words."""
    upper = f" to {_sources.shown(point['value_to'])}" if point["value_to"] != "" else ""
    bound = "" if point["bound"] == "exact" else f"{html.words(str(point['bound']))} "
    doubt = "" if point["factuality"] == "asserted" else f" ({point['factuality']})"
    return f"{edtf.say(point['when'])}: {bound}{_sources.shown(point['value'])}{upper} {unit}{doubt}. “{point['quote']}”"


def _lines(dated: _Dated, points: Sequence[Point]) -> Iterator[tuple[float, float, float, float]]:
    """Between two values without rivals of which the one's time begins where the other's ends."""
    times = [stretch for _, stretch in dated]
    alone = [at for at, stretch in enumerate(times) if times.count(stretch) == 1]
    for at in alone:
        for other in alone:
            if times[at][1] < date.max and times[at][1] + timedelta(days=1) == times[other][0]:
                yield points[at].x, points[at].y, points[other].x, points[other].y
