"""Lanes on one axis of time: what held between two states, drawn so that the certain stands apart from what is not.

They are made of answers' data alone: whatever has spells becomes bars, whatever is told of a time becomes marks.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from comity import edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# From what holds longest to what passes; a kind that does not stand here comes last.
_ORDER = ("status", "mission", "post", "agreement", "membership", "event", "figure")
DONE, TOLD = "asserted", "reported"


@dataclass(frozen=True, slots=True)
class Bar:
    """A spell: the days on which it surely held, and those on which it may have begun and ended. None is beyond the axis."""

    begins: tuple[date | None, date | None]
    ends: tuple[date | None, date | None]
    core: tuple[date, date | None] | None
    """From its first sure day to its last; None as last where no source tells of an end."""
    goes_on: bool
    """A source says that it has no end yet."""
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is told of one time: an act, an event, a sight of something; its factuality says how it is drawn."""

    first: date | None
    last: date | None
    when: str
    stage: str
    factuality: str
    disputed: bool
    claims: tuple[str, ...]
    what: str


@dataclass(frozen=True)
class Lane:
    """One thing, or one kind of what happened, through time."""

    kind: str
    title: str
    bars: tuple[Bar, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def days(self) -> list[date]:
        """All days that it names."""
        told = [day for bar in self.bars for day in (*bar.begins, *bar.ends, *(bar.core or ()))]
        return [day for day in (*told, *(day for mark in self.marks for day in (mark.first, mark.last))) if day]

    @property
    def undated(self) -> list[Mark]:
        """What no source dates; it is listed beside the axis."""
        return [mark for mark in self.marks if not (mark.first or mark.last)]


@dataclass
class _Found:
    """What is gathered of one lane."""

    kind: str
    title: str
    spells: list[Mapping[str, Any]] = field(default_factory=list)
    rows: list[Mapping[str, Any]] = field(default_factory=list)


def lanes(status: Mapping[str, Any], things: Mapping[str, Sequence[Mapping[str, Any]]], rows: Iterable[Mapping[str, Any]],
          name: Mapping[str, str]) -> list[Lane]:  # fmt: skip
    """The lanes of a pair.

    Args:
        status: The data of the question `status` without a day: a history for each line of the two.
        things: Of each kind with a life of its own, the entries with their spells.
        rows: The rows of the timeline, which become marks: on the thing's lane, or on that of their kind.
        name: What codes are called.
    """
    found: dict[str, _Found] = {}
    for one in status.get("histories", ()):
        key = f"status {one['a']} {one['b']}"
        found[key] = _Found(
            "status", f"Relations: {name.get(one['a'], one['a'])} and {name.get(one['b'], one['b'])}", list(one["spells"])
        )
    for kind, entries in things.items():
        for one in entries:
            found[one["entry"]] = _Found(kind, one["what"], list(one["spells"]))
    for row in rows:
        key = row["entry"] if row["entry"] in found else _lane_of(found, row)
        found.setdefault(key, _Found(row["kind"], f"{row['kind'].capitalize().removesuffix('s')}s")).rows.append(row)
    made = [
        Lane(one.kind, one.title, tuple(map(_bar, filter(_holds, one.spells))), tuple(map(_mark, one.rows)))
        for one in found.values()
    ]
    return sorted(
        (one for one in made if one.bars or one.marks),
        key=lambda one: _ORDER.index(one.kind) if one.kind in _ORDER else len(_ORDER),
    )


def within(told: Iterable[Lane], part: Axis) -> list[Lane]:
    """Lanes with only what reaches into a part of time; those without any are left out."""

    def reaches(first: date | None, last: date | None) -> bool:
        return (first is None or first <= part.last) and (last is None or last >= part.first)

    cut = [
        replace(
            one,
            bars=tuple(bar for bar in one.bars if reaches(bar.begins[0] or bar.begins[1], bar.ends[1])),
            marks=tuple(mark for mark in one.marks if (mark.first or mark.last) and reaches(mark.first, mark.last)),
        )
        for one in told
    ]
    return [one for one in cut if one.bars or one.marks]


def _lane_of(found: Mapping[str, _Found], row: Mapping[str, Any]) -> str:
    """Acts between two states stand on the lane of their relations, whichever the order of the two."""
    if row["kind"] != "status":
        return str(row["kind"])
    mine = [key for key, one in found.items() if one.kind == "status" and set(row["claims"]) & _claims(one.spells)]
    return mine[0] if mine else next((key for key, one in found.items() if one.kind == "status"), "status")


def _claims(spells: Iterable[Mapping[str, Any]]) -> set[str]:
    edges = [edge for one in spells for edge in (one["since"], one["until"]) if edge]
    return {claim for edge in edges for told in edge["dates"] for claim in told["claims"]}


def _holds(spell: Mapping[str, Any]) -> bool:
    return bool(spell["holds"])


def _bar(spell: Mapping[str, Any]) -> Bar:
    since, until, certain = spell["since"], spell["until"], spell["certain"]
    core = (_day(certain[0]), _day(certain[1])) if certain else (None, None)
    dates = [told["when"] for told in since["dates"]]
    return Bar(
        begins=(_day(since["earliest"]), _day(since["latest"])),
        ends=(_day(until["earliest"]), _day(until["latest"])) if until else (None, None),
        core=(core[0], core[1]) if core[0] else None,
        goes_on=not until and any(when.endswith("..") for when in dates),
        claims=tuple(sorted(_claims([spell]))),
    )


def _mark(row: Mapping[str, Any]) -> Mark:
    first, last = window(row["when"])
    disputed, claims = bool(row["disputed"]), tuple(row["claims"])
    return Mark(first, last, row["when"], row["stage"], row["factuality"], disputed, claims, row["what"])


def window(when: str) -> tuple[date | None, date | None]:
    """The first and the last day that a date may mean, as far as it tells them.

    >>> window("1974-02")[1], window("1974-02-05/..")[1]
    (datetime.date(1974, 2, 28), None)
    """
    told = edtf.bounds(when) if when else None
    return (told.begin_earliest or told.begin_latest, told.end_latest or told.end_earliest) if told else (None, None)


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


@dataclass(frozen=True)
class Axis:
    """Where a day stands, in per cent from the left; the years that are named below."""

    first: date
    last: date

    @classmethod
    def over(cls, days: Iterable[date]) -> Axis | None:
        """From the year of the first day to that of the last; None where there is no day."""
        known = sorted(days)
        if not known:
            return None
        return cls(date(max(known[0].year - 1, 1), 1, 1), date(min(known[-1].year + 2, 9999), 1, 1))

    def at(self, day: date) -> float:
        """A day's place, kept within the axis.

        >>> Axis(date(1970, 1, 1), date(1970, 1, 11)).at(date(1970, 1, 6))
        50.0
        """
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(100.0 * min(max(share, 0), 1), 3)

    def cut(self, first: date | None, last: date | None) -> Axis:
        """The part between two days; None leaves an end where it is."""
        begin, end = first or self.first, last or self.last
        return Axis(begin, end) if begin < end else self

    def zoomed(self, times: float) -> Axis:
        """As many times as much around its middle."""
        half = timedelta(days=max((self.last - self.first).days * times / 2, 1))
        middle = self.first + (self.last - self.first) / 2
        first, last = date(1, 1, 1), date(9999, 12, 31)
        begin = middle - half if middle - first > half else first
        return Axis(begin, middle + half if last - middle > half else last)

    def overlap(self, other: Axis) -> Axis:
        """What the two have in common, if that is anything; else itself."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Axis(first, last) if first < last else self

    @property
    def years(self) -> list[int]:
        """Years to be named, at most seven: more would run into one another on a telephone."""
        span = self.last.year - self.first.year
        step = next(one for one in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000) if span / one <= 7)
        return [year for year in range(-(-self.first.year // step) * step, self.last.year + 1, step) if year > 0]
