"""Looks up a few things of a record that are shown by themselves: an entry by its id, sentences around a place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from comity.model import Span
from comity.recording._rows import contradiction_of, storable, stored
from comity.recording._tables import CLASH_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.model import Claim, Contradiction, Entry
    from comity.recording.judgements import Anchor
    from comity.recording.store import Store


def entry_named(store: Store, name: str) -> Entry | None:
    """The entry of an id."""
    return next(iter(store._entries("WHERE entries.id = ?", [name])), None)


_BEFORE = 'SELECT "start", "end" FROM passages WHERE doc = ? AND "end" <= ? AND "start" < ? ORDER BY "start" DESC LIMIT ?'
_AFTER = 'SELECT "start", "end" FROM passages WHERE doc = ? AND "start" >= ? ORDER BY "start" LIMIT ?'


def around(store: Store, doc: str, place: Span, sentences: int) -> tuple[list[Span], list[Span]]:
    """So many sentences before a place of a document and after it, in the order of the text."""
    name, connection = storable(doc), store._connection
    before = connection.execute(_BEFORE, [name, place.start, place.start, sentences]).fetchall()
    after = connection.execute(_AFTER, [name, place.end, sentences]).fetchall()
    return [Span(*row) for row in reversed(before)], [Span(*row) for row in after]


def claim_at(store: Store, anchor: Anchor) -> Claim | None:
    """The claim that a judgement was about, where it still stands as it did."""
    found = store.claims(doc=anchor.doc, within=Span(anchor.start, anchor.end))
    told = (anchor.kind, dict(anchor.fields), anchor.when, anchor.factuality)
    return next((one for one in found if (one.kind, dict(one.fields), one.when, one.factuality) == told), None)


def all_clashes(store: Store) -> list[Contradiction]:
    """Every contradiction of a record, without the entries that they stand in."""
    columns = ", ".join(f'contradictions."{name}"' for name in CLASH_COLUMNS)
    sql = f"SELECT {columns}, entries.id FROM contradictions JOIN entries ON entries.seq = contradictions.entry"
    return [contradiction_of(row[:-1], row[-1]) for row in store._connection.execute(sql)]


def entries_named(store: Store, names: Iterable[str]) -> list[Entry]:
    """Entries by their ids."""
    return store._entries("WHERE entries.id IN (SELECT value FROM json_each(?))", [json.dumps(sorted(names))])


_SAID_TOO = """
SELECT one.id, claims.id, claims.doc, documents.title FROM claims AS one JOIN entry_claims AS mine ON mine.claim = one.seq
JOIN entry_claims AS theirs ON theirs.entry = mine.entry AND theirs.part = mine.part AND theirs.claim <> mine.claim
JOIN claims ON claims.seq = theirs.claim JOIN documents ON documents.id = claims.doc
WHERE one.id IN (SELECT value FROM json_each(?)) ORDER BY one.id, theirs.copy_of <> '', claims.doc, claims.id
"""


def said_too(store: Store, claims: Iterable[str]) -> dict[str, list[tuple[str, str, str]]]:
    """For claims, the others of the same act: claim, document, its title; those that only print another's words again last."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for mine, other, doc, title in store._connection.execute(_SAID_TOO, [json.dumps(sorted(claims))]):
        found.setdefault(mine, []).append((other, stored(doc), stored(title)))
    return found


def beside(store: Store, doc: str) -> tuple[str, str]:
    """The documents before and after one, by id; "" where there is none."""
    name, connection = storable(doc), store._connection
    before = connection.execute("SELECT max(id) FROM documents WHERE id < ?", [name]).fetchone()[0]
    after = connection.execute("SELECT min(id) FROM documents WHERE id > ?", [name]).fetchone()[0]
    return stored(before or ""), stored(after or "")
