"""Lanes as shapes of a picture whose widths are shares of its own, so that it fits any screen without a script."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from comity.presenting._plain import shorten
from comity.presenting.web.lanes import DONE, TOLD, Axis, Bar, Lane, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Pixels from one lane to the next: a line of words, then the bar.
_STEP, _WORDS, _BAR = 46, 14, 14
# The least share of the width that can be seen and hit.
_LEAST = 0.7
_LABEL = 56


@dataclass(frozen=True)
class Shape:
    """A rectangle or line: its class says how it looks."""

    look: str
    x: float
    width: float
    fill: str = ""
    title: str = ""


@dataclass(frozen=True)
class Row:
    """One lane as drawn."""

    number: int
    kind: str
    label: str
    title: str
    y: int
    shapes: tuple[Shape, ...]

    @property
    def bar(self) -> int:
        """The upper edge of its bar."""
        return self.y + _WORDS + 5


@dataclass(frozen=True)
class Drawing:
    """All lanes over one axis."""

    rows: tuple[Row, ...]
    years: tuple[tuple[int, float], ...]
    chosen: tuple[float, ...] = ()
    height: int = 0
    thick: int = field(default=_BAR)
    axis: Axis | None = None

    @property
    def kinds(self) -> list[str]:
        """The kinds of its lanes: each has its own colour, which a pattern cannot take from what it fills."""
        return list(dict.fromkeys(row.kind for row in self.rows))


def drawing(lanes: Sequence[Lane], days: Sequence[date] = (), part: Axis | None = None) -> Drawing | None:
    """The picture of lanes, with the chosen days, or only of a part of time; None where nothing has a date."""
    axis = part or Axis.over([day for lane in lanes for day in lane.days] + list(days))
    if axis is None or not lanes:
        return None
    rows = tuple(_row(number, lane, axis) for number, lane in enumerate(lanes, 1))
    years = tuple((year, axis.at(date(year, 1, 1))) for year in axis.years)
    return Drawing(rows, years, tuple(axis.at(day) for day in days), len(rows) * _STEP + 34, axis=axis)


def _row(number: int, lane: Lane, axis: Axis) -> Row:
    shapes = tuple(_shapes(lane, axis))
    without = f" ({len(lane.undated)} undated)" if lane.undated else ""
    label = shorten(lane.title, _LABEL - len(without)) + without
    return Row(number, lane.kind, label, lane.title + without, 6 + (number - 1) * _STEP, shapes)


def _shapes(lane: Lane, axis: Axis) -> Iterator[Shape]:
    for bar in lane.bars:
        yield from _of_bar(bar, lane, axis)
    for mark in lane.marks:
        if mark.first or mark.last:
            yield from _of_mark(mark, axis, on_bar=bool(lane.bars))


def _of_bar(bar: Bar, lane: Lane, axis: Axis) -> Iterator[Shape]:
    """The sure core; hatched where it may have begun or ended; fading, or an arrow, where no end is told."""
    if bar.core:
        known = [day for day in lane.days if day >= bar.core[0]]
        last = bar.core[1] or max(known, default=bar.core[0])
        yield _box("core", axis.at(bar.core[0]), axis.at(last), "certain")
        if bar.core[1] is None:
            look = ("core arrow", "arrow") if bar.goes_on else ("fade", "fade")
            yield Shape(
                look[0], axis.at(last), 100 - axis.at(last), look[1], "goes on" if bar.goes_on else "no source tells of an end"
            )
    for first, last_day, what in ((*bar.begins, "begin"), (*bar.ends, "end")):
        if first and last_day and first != last_day:
            if axis.at(first) == axis.at(last_day) in (0.0, 100.0):
                continue  # beyond the part that is shown
            yield _box("unsure", axis.at(first), axis.at(last_day), f"its {what} lies between {first} and {last_day}", "hatch")
        elif last_day and not first:
            yield Shape("fade", max(axis.at(last_day) - 6, 0), min(6, axis.at(last_day)), "dawn", f"its {what} is not told")


def _of_mark(mark: Mark, axis: Axis, *, on_bar: bool) -> Iterator[Shape]:
    first, last = mark.first or mark.last, mark.last or mark.first
    if first is None or last is None:
        return
    title = f"{mark.when}: {mark.what}" + ("" if mark.factuality == DONE else f" ({mark.factuality})")
    left, right = axis.at(first), axis.at(last)
    if mark.factuality not in (DONE, TOLD):
        yield _box("outline", left, right, title)
        if mark.factuality == "denied":
            yield Shape("strike", left, max(right - left, _LEAST), "", title)
        return
    open_end = mark.last is None or mark.when.endswith("..")
    if mark.factuality == TOLD or (right - left > _LEAST and not on_bar):
        yield _box("unsure", left, 100 if open_end and mark.when.endswith("..") else right, title, "hatch")
    else:
        yield Shape("tick onbar" if on_bar else "tick", (left + right) / 2, 0, "", title)
    if mark.disputed:
        yield Shape("clash", left, 0, "", f"sources exclude one another: {title}")


def _box(look: str, left: float, right: float, title: str, fill: str = "") -> Shape:
    return Shape(look, left, round(max(right - left, _LEAST), 3), fill, title)
