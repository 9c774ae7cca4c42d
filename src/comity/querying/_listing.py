"""Entries of one kind as a list with what holds of each: missions, agreements, memberships share it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.querying._cite import Citations
from comity.querying._history import reasons, spell_data
from comity.querying._lineage import entries_between
from comity.querying._question import Answer, Table
from comity.querying._spells import Held, spells
from comity.querying._standing import Thing, in_words, things
from comity.querying._words import called, caption, dated, listed, value_of
from comity.querying.timeline import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from comity.model import Claim, Entry
    from comity.recording.store import Store


def listing(
    store: Store, kind: str, asked: dict[str, str], columns: Callable[[Entry], Sequence[tuple[str, str]]], *, exact: bool = False
) -> Answer:
    """The entries of a kind between the two asked about; with a date, what held then of those that may have held."""
    cite = Citations(store)
    entries = entries_between(store, asked.get("a", ""), asked.get("b", ""), kind=kind, exact=exact)
    days = _days(asked.get("on", ""))
    rows, data = [], []
    for thing in things(store, kind, entries):
        held = [thing.past.on(day) for day in days]
        if days and all(one is Held.NO for one in held):
            continue
        state = f"{in_words(kind, held)}: {reasons(thing.past, days[-1], held[-1], cite)}".rstrip(": ") if days else ""
        rows.append((*(cell for _, cell in columns(thing.entry)), state or stages(store, thing, cite)))
        data.append(_data(thing, days, held))
    heads = tuple(head for head, _ in columns(entries[0])) if entries else ()
    of_whom = listed([called(store, asked[key]) for key in ("a", "b") if asked.get(key)])
    about = (f" of {of_whom}" if of_whom else "") + (" on that day" if days else "")
    return Answer(
        question=f"{kind}s",
        asked={key: value for key, value in asked.items() if value},
        lead=() if rows else (f"No source in this record tells of a {kind}{about}.",),
        tables=(Table(f"{kind.capitalize()}s", (*heads, "state"), tuple(rows)),) if rows else (),
        sources=cite.quoted,
        found=bool(rows),
        data={"entries": data},
    )


def stages(store: Store, thing: Thing, cite: Citations) -> str:
    """The stages of an entry: `opened in August 1974 [1] or in 1973 [2]; exists [3]`."""
    kind, told = store.kinds[thing.entry.kind], []
    for row in rows_of(store, [thing.entry]):
        rivals = [clash for clash in row.clashes if clash.way == "date"]
        dates = rivals[0].values if rivals else ((row.first.when, tuple(one.id for one in row.claims)),)
        each = [cite.after(dated(when), _of(row.claims, ids)) for when, ids in dates]
        others = [one for one in row.claims if not any(one.id in ids for _, ids in dates)]
        said = row.stage.replace("-", " ") if kind.stages else caption(store, row.first)
        qualified = "" if row.first.factuality == "asserted" else f" ({row.first.factuality})"
        told.append(f"{said}{qualified} {' or '.join(each)}" + (f" (less precisely {cite.marks(others)})" if others else ""))
    return "; ".join(told)


def _of(claims: Sequence[Claim], ids: Sequence[str]) -> list[Claim]:
    return [claim for claim in claims if claim.id in ids]


def _days(on: str) -> list[date]:
    first, last = edtf.first_day(on), edtf.last_day(on)
    days = [day for day in (first, last) if day]
    return list(dict.fromkeys(days))


def _data(thing: Thing, days: Sequence[date], held: Sequence[Held]) -> dict[str, object]:
    kind = thing.entry.kind
    return {
        "entry": thing.entry.id,
        "what": thing.title,
        "held": [{"day": day.isoformat(), "state": in_words(kind, [one])} for day, one in zip(days, held, strict=True)],
        "spells": [spell_data(spell) for spell in spells(thing.past.acts)],
        "claims": [claim.id for claim in thing.entry.claims],
    }


def told(store: Store, entry: Entry, field: str) -> str:
    """The values of a field over an entry's claims, in words."""
    return listed(list(dict.fromkeys(said for claim in entry.claims if (said := value_of(store, claim, field)))))
