"""How near pairs stood through time, as bars under one another on one axis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.presenting._plain import shorten
from comity.presenting.web.lanes import Axis
from comity.presenting.web.world import LOOKS
from comity.querying._levels import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comity.gazetteer import Gazetteer

# Pixels from one bar to the next: a line of words, then the bar.
_STEP, _WORDS, _BAR = 58, 18, 24
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar, in per cent of the width."""

    look: str
    x: float
    width: float
    title: str
    open: bool
    """No source tells of its end."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair with its bar."""

    label: str
    y: int
    parts: tuple[Part, ...]

    @property
    def bar(self) -> int:
        """The upper edge of its bar."""
        return self.y + _WORDS


@dataclass(frozen=True)
class Bars:
    """All pairs on one axis."""

    rows: tuple[Row, ...]
    years: tuple[tuple[int, float], ...]
    chosen: tuple[float, ...]
    legend: tuple[tuple[str, Level], ...]
    height: int
    thick: int = _BAR


def bars(pairs: Mapping[str, Mapping[str, Any]], known: Gazetteer, until: date, on: str = "") -> Bars | None:
    """The picture of the pairs of a comparison, by what they are called, up to a day; None where nothing is told of any.

    >>> from comity.gazetteer import actors
    >>> from comity.querying._example import small
    >>> told = dict(zip("xy", small().compare(["Kenya:Peru", "Kenya:Chile"]).data["pairs"]))
    >>> [(part.look, part.open) for part in bars(told, actors(), date(2020, 1, 1)).rows[0].parts][-2:]
    [('embassy', False), ('severed', True)]
    """
    chosen = [day for day in (edtf.first_day(on), edtf.last_day(on)) if day] if on else []
    days = [
        date.fromisoformat(part["first"]) for one in pairs.values() for part in one["stretches"] if part["level"] != Level.NONE
    ]
    axis = Axis.over([*days, until, *chosen]) if days else None
    if axis is None:
        return None
    rows = tuple(_row(number, label, pairs[label], axis, known) for number, label in enumerate(pairs))
    looks = {part.look for row in rows for part in row.parts}
    return Bars(
        rows, tuple((year, axis.at(date(year, 1, 1))) for year in axis.years), tuple(dict.fromkeys(map(axis.at, chosen))),
        tuple((look, level) for level, look in LOOKS.items() if look in looks), len(rows) * _STEP + 26,
    )  # fmt: skip


def _row(number: int, label: str, told: Mapping[str, Any], axis: Axis, known: Gazetteer) -> Row:
    parts = tuple(_part(one, told, axis, known) for one in told["stretches"])
    return Row(shorten(label, _LONGEST), number * _STEP, tuple(part for part in parts if part.width > 0))


def _part(one: Mapping[str, str], told: Mapping[str, Any], axis: Axis, known: Gazetteer) -> Part:
    left = axis.at(date.fromisoformat(one["first"]))
    right = axis.at(date.fromisoformat(one["last"])) if one["last"] else 100.0
    under = "" if {one["a"], one["b"]} == {told["a"], told["b"]} else f", as {known.name(one['a'])} and {known.name(one['b'])}"
    return Part(
        LOOKS[Level(one["level"])], left, round(right - left, 3), f"{one['level']}{under}: {stretch(one)}", not one["last"]
    )


def stretch(one: Mapping[str, str]) -> str:
    """From when to when a level held, in words.

    >>> stretch({"first": "1960-05-01", "last": ""}), stretch({"first": "0001-01-01", "last": "1960-04-30"})
    ('from 1 May 1960, no source tells of an end', 'until 30 April 1960')
    """
    first = "" if one["first"] == date.min.isoformat() else f"from {edtf.say(one['first'])}"
    last = f"until {edtf.say(one['last'])}" if one["last"] else ", no source tells of an end"
    return f"{first} {last}".replace(" ,", ",").strip()
