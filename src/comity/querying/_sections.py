"""The parts of a dossier: what may stand in each, the weightiest first, and how what was chosen is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from comity import edtf
from comity.querying import _standing, timeline
from comity.querying._charts import charts
from comity.querying._listing import stages, told
from comity.querying._question import Table
from comity.querying._severity import order, severity
from comity.querying._words import filled
from comity.querying.contradictions import clashes
from comity.querying.figures import figures_table, series_of
from comity.querying.status import said_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from comity.model import Claim, Entry
    from comity.querying._cite import Citations
    from comity.querying._standing import Thing
    from comity.querying.timeline import Row
    from comity.recording.store import Store

_TITLES = {"mission": "Missions", "agreement": "Agreements", "membership": "Memberships"}
_MANY_TYPES = 6
One = TypeVar("One")


@dataclass(frozen=True)
class Item:
    """One thing that may stand in a dossier: a row, or the rows of one thing."""

    what: object
    weight: tuple[object, ...]
    """The lowest is the weightiest; of those that weigh alike, some from every time go first."""
    group: str = ""
    when: str = ""


@dataclass(frozen=True)
class Section:
    """A part of a dossier: its items in the order of their weight, and how some of them make a table."""

    title: str
    items: tuple[Item, ...]
    table: Callable[[list[Item], Citations], Table]

    def left_out(self, kept: Sequence[Item]) -> str:
        """What does not stand in it, counted and named; "" where nothing is missing."""
        ids = _ids(kept)
        rest = [item for item in self.items if id(item.what) not in ids]
        if not rest:
            return ""
        groups: dict[str, list[Item]] = {}
        for item in rest:
            groups.setdefault(item.group, []).append(item)
        largest = sorted(groups.items(), key=lambda one: -len(one[1]))
        named = [f"{len(each):,} {group}".rstrip() + f" ({_span(each)})" for group, each in largest]
        more = f" and others of {len(named) - _MANY_TYPES} kinds" if len(named) > _MANY_TYPES else ""
        said = f"{len(rest):,} of {len(self.items):,} left out for length"
        return f"{self.title}: {said}: {', '.join(named[:_MANY_TYPES])}{more}."


def _span(items: Sequence[Item]) -> str:
    """From when to when they are dated, and how many are not."""
    years = sorted(year for item in items if (year := edtf.year_of(item.when)) is not None)
    rest = len(items) - len(years)
    if not years:
        return "undated"
    span = str(years[0]) if years[0] == years[-1] else f"{years[0]} to {years[-1]}"
    return span + (f"; {rest:,} undated" if rest else "")


def sections(store: Store, entries: Sequence[Entry], said: Sequence[Claim]) -> list[Section]:
    """The parts after the history of relations."""
    by_kind: dict[str, list[Entry]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(entry)
    return [
        _said(store, said),
        _things(store, "mission", by_kind),
        _posts(store, by_kind.get("post", [])),
        *(_things(store, kind, by_kind) for kind in ("agreement", "membership")),
        _events(store, by_kind.get("event", [])),
        _figures(store, by_kind.get("figure", [])),
        _clashes(store, entries),
    ]


def _weight(claims: Sequence[Claim], *more: object) -> tuple[object, ...]:
    """Asserted before the rest, dated before undated, told by many before told by one."""
    told_by = len({claim.doc for claim in claims})
    asserted = any(claim.factuality == "asserted" for claim in claims)
    return (not asserted, not any(claim.when for claim in claims), *more, -told_by)


def _said(store: Store, claims: Sequence[Claim]) -> Section:
    items = [Item(claim, _weight([claim]), when=claim.when) for claim in claims]

    def table(kept: list[Item], cite: Citations) -> Table:
        ids = _ids(kept)
        chosen = [claim for claim in claims if id(claim) in ids]
        return replace(said_table(store, chosen, cite), title="Also said of relations")

    return _section("Also said of relations", items, table)


def _things(store: Store, kind: str, by_kind: Mapping[str, list[Entry]]) -> Section:
    every = _standing.things(store, kind, by_kind.get(kind, []))
    items = [Item(thing, _weight(thing.entry.claims), when=_first_date(thing.entry)) for thing in every]

    def table(kept: list[Item], cite: Citations) -> Table:
        ids = _ids(kept)
        chosen: list[Thing] = [thing for thing in every if id(thing) in ids]
        return Table(_TITLES[kind], ("what", "state"), tuple((one.title, stages(store, one, cite)) for one in chosen))

    return _section(_TITLES[kind], items, table)


def _posts(store: Store, entries: Sequence[Entry]) -> Section:
    """Envoys and officials: office by office, each in the order of terms."""
    items = [Item(one, _weight(one.claims, not told(store, one, "person")), when=_first_date(one)) for one in entries]

    def table(kept: list[Item], cite: Citations) -> Table:
        ids = _ids(kept)
        chosen = sorted((one for one in entries if id(one) in ids), key=lambda one: _by_term(store, one))
        rows = tuple((office(store, one), told(store, one, "person") or "not named", _term(one, cite)) for one in chosen)
        return Table("Envoys and officials", ("office", "person", "term"), rows)

    return _section("Envoys and officials", items, table)


def office(store: Store, entry: Entry) -> str:
    """An office without its holder: `Ambassador of Kenya to Peru`."""
    fields = {name: next(iter(entry.values(name)), "") for name in store.kinds[entry.kind].fields if name != "person"}
    return filled(store, store.kinds[entry.kind], fields)


def _by_term(store: Store, entry: Entry) -> tuple[object, ...]:
    host = told(store, entry, "host")
    return (not host, office(store, entry), edtf.sort_key(_first_date(entry)), told(store, entry, "person"), entry.id)


def _term(entry: Entry, cite: Citations) -> str:
    """When the office was held: each date with who gives it, the undated only where nobody gives one."""
    dated = {when: claims for when, claims in entry.values("when").items() if when}
    if not dated:
        return cite.after("no source tells", entry.claims)
    ordered = sorted(dated.items(), key=lambda one: edtf.sort_key(str(one[0])))
    return "; ".join(cite.after(edtf.say(str(when)), claims) for when, claims in ordered)


def _first_date(entry: Entry) -> str:
    return min((claim.when for claim in entry.claims if claim.when), key=edtf.sort_key, default="")


def _events(store: Store, entries: list[Entry]) -> Section:
    """Visits and other events: type by type, each in the order of time."""
    rows = timeline.rows_of(store, entries)
    items = [Item(row, _weight(row.claims, not row.disputed), event_type(store, row.entry), row.first.when) for row in rows]

    def table(kept: list[Item], cite: Citations) -> Table:
        ids = _ids(kept)
        chosen = [row for row in rows if id(row) in ids]
        ordered = sorted(chosen, key=lambda row: event_type(store, row.entry))
        cells = tuple((event_type(store, row.entry), timeline.when(row), _who(store, row, cite)) for row in ordered)
        return Table("Visits and other events", ("kind", "when", "what"), cells)

    return _section("Visits and other events", items, table)


def event_type(store: Store, entry: Entry) -> str:
    """What the type of an event is called."""
    code = str(entry.claims[0].fields.get("type", ""))
    return store.kinds[entry.kind].called.get("type", {}).get(code, code.lower())


def _who(store: Store, row: Row, cite: Citations) -> str:
    """Who did it to whom, without the type."""
    fields = {name: value for name, value in row.first.fields.items() if name != "type"}
    words = filled(store, store.kinds[row.entry.kind], fields).lstrip(" :–")
    return cite.after(words if row.first.factuality == "asserted" else f"{words} ({row.first.factuality})", row.claims)


def _figures(store: Store, entries: list[Entry]) -> Section:
    """Aid, trade and other figures: whole series before single numbers."""
    title = "Aid, trade and other figures"
    items = []
    for series in series_of(entries):
        for one in series:
            measure = str(one.claims[0].fields.get("measure", "")).replace("-", " ")
            items.append(Item(one, _weight(one.claims, -len(series)), measure, _first_date(one)))

    def table(kept: list[Item], cite: Citations) -> Table:
        ids = _ids(kept)
        chosen = [one for one in entries if id(one) in ids]
        drawn = tuple(charts(store, chosen))
        return replace(figures_table(store, chosen, cite), title=title, charts=drawn)

    return _section(title, items, table)


def _clashes(store: Store, entries: Sequence[Entry]) -> Section:
    """Contradictions, the gravest first."""
    disputed = [one for one in entries if one.contradictions]
    items = [Item(one, (min(order(severity(clash, one)) for clash in one.contradictions), one.id)) for one in disputed]

    def table(kept: list[Item], cite: Citations) -> Table:
        ids = _ids(kept)
        found = clashes(store, [one for one in disputed if id(one) in ids], cite)
        rows = tuple((what, field, apart, values) for what, field, _, _, apart, values in found.rows)
        return Table("Contradictions", ("what", "field", "apart", "values"), rows)

    return _section("Contradictions", items, table)


def _ids(kept: Sequence[Item]) -> set[int]:
    return {id(item.what) for item in kept}


def _section(title: str, items: Sequence[Item], table: Callable[[list[Item], Citations], Table]) -> Section:
    """A part with its items in the order of their weight, those that weigh alike spread over their time."""
    by_time = sorted(items, key=lambda item: (item.weight, edtf.sort_key(item.when)))
    alike = groupby(by_time, key=lambda item: item.weight)
    return Section(title, tuple(item for _, group in alike for item in spread(list(group))), table)


def spread(items: Sequence[One]) -> list[One]:
    """The same in an order of which any first few lie all over the row: the first, the middle, the middles between.

    >>> spread("abcdefgh")
    ['a', 'e', 'c', 'g', 'b', 'f', 'd', 'h']
    """
    bits = max((len(items) - 1).bit_length(), 1)
    return [items[at] for at in sorted(range(len(items)), key=lambda at: f"{at:0{bits}b}"[::-1])]
