"""What else stood between two states on given days: missions, agreements, and whatever other kind has a life of stages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from comity.querying._history import ANY, WORDS, History, history, reasons
from comity.querying._question import Table
from comity.querying._spells import Held
from comity.querying._words import filled
from comity.schema import field_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from comity.model import Entry, Value
    from comity.querying._cite import Citations
    from comity.querying._lineage import Line
    from comity.recording.store import Store
    from comity.schema import Kind

_TITLES = {"mission": "Missions", "agreement": "Agreements", "membership": "Memberships"}


@dataclass(frozen=True)
class Thing:
    """An entry with its history."""

    entry: Entry
    past: History
    title: str


def things(store: Store, kind: str, entries: Sequence[Entry]) -> list[Thing]:
    """Entries of a kind that has stages, each with its history and what it is called."""
    alive = [one for entry in entries for one in lives(entry, store.kinds[kind])]
    found = [Thing(entry, history(store, entry.claims, kind), title(store, entry, heir=True)) for entry in alive]
    return sorted(found, key=lambda thing: (thing.title, thing.entry.id))


def lives(entry: Entry, kind: Kind) -> list[Entry]:
    """What of an entry has a life of its own: an embassy in each of the cities that it stood in, a legation before it."""
    if kind.joins_stages or len(entry.parts) < 2:
        return [entry]
    return [replace(entry, claims=part) for part in entry.parts]


def title(store: Store, entry: Entry, *, heir: bool = False) -> str:
    """What an entry is called, whatever its stage and values: the caption with only what makes it this thing.

    `heir`: where a state and the one that continues it are told, after the heir.
    """
    kind = store.kinds[entry.kind]
    alike = {field for term in kind.same_thing for field in field_names(term)} - {kind.stages}
    named = [name for name, field in kind.fields.items() if (name in alike and field.type != "unit") or field.type == "words"]
    return filled(store, kind, {name: _called(entry, name, kind.heirs if heir else {}) for name in named}).rstrip(": ")


def _called(entry: Entry, name: str, heirs: Mapping[str, str]) -> Value:
    """The first value of a field; of a state and its heir the heir."""
    values = list(entry.values(name))
    lasting = [value for value in values if heirs.keys().isdisjoint(value if isinstance(value, tuple) else (value,))]
    return next(iter(lasting or values), "")


def standing(store: Store, chosen: Sequence[Line], days: Sequence[date], cite: Citations) -> list[Table]:
    """Tables of the missions and agreements that stood on the last of the days, or may have."""
    tables = []
    for kind in ("mission", "agreement"):
        if kind not in store.kinds:
            continue
        entries = {entry.id: entry for line in chosen for entry in store.entries(kind, pair=(line.a, line.b))}
        rows = []
        for thing in things(store, kind, list(entries.values())):
            held = [thing.past.on(day) for day in days]
            if any(one in (Held.YES, Held.CONTRADICTED, Held.UNCERTAIN) for one in held):
                rows.append((thing.title, in_words(kind, held), reasons(thing.past, days[-1], held[-1], cite)))
        tables.append(Table(_TITLES[kind], ("what", "state", "why"), tuple(rows)))
    return tables


def in_words(kind: str, held: Sequence[Held]) -> str:
    """What stood, or first what stood on the first day and then on the last where they differ."""
    words = WORDS.get(kind, ANY)
    return " / ".join(dict.fromkeys(words.of(one) for one in held))
