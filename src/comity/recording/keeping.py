"""Rows of claims: put in with their actors, taken out, and what is taken out kept as what the record held before."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.recording._rows import storable
from comity.recording._tables import ACTOR_COLUMNS, CLAIM_COLUMNS, DOCUMENT_COLUMNS, insert

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from comity.recording._rows import Row

CLAIM = ", ".join(f'"{name}"' for name in (*CLAIM_COLUMNS, "recorded"))
DOCUMENT = ", ".join((*DOCUMENT_COLUMNS, "recorded"))
_ACTORS = ", ".join(ACTOR_COLUMNS)
_NAMED = f"INSERT OR IGNORE INTO claim_actors ({_ACTORS}) SELECT ?, kind, seq, ? FROM claims WHERE id = ?"

Chosen = tuple[str, Sequence[object]]
"""Which claims: a condition, and what stands for its question marks."""


def of_document(doc: str) -> Chosen:
    """The claims of a document."""
    return "doc = ?", [storable(doc)]


def write(connection: sqlite3.Connection, claims: Iterable[Row], actors: Iterable[Row]) -> None:
    """Put claims in; each of `actors` tells a code, its field and the id of its claim."""
    connection.executemany(insert("claims", (*CLAIM_COLUMNS, "recorded")), claims)
    connection.executemany(_NAMED, actors)


def take_out(connection: sqlite3.Connection, chosen: Chosen) -> None:
    """Take claims out, with what points to them; what was joined to them because it rivals them is to be joined anew."""
    where, told = chosen
    mine = f"SELECT rival FROM claims WHERE rival <> '' AND {where}"
    rivals = f"SELECT DISTINCT block, kind FROM claims WHERE rival <> '' AND rival IN ({mine})"
    connection.execute(f"INSERT OR IGNORE INTO touched {rivals}", told)
    for table in ("claim_actors", "entry_claims"):
        connection.execute(f"DELETE FROM {table} WHERE claim IN (SELECT seq FROM claims WHERE {where})", told)
    connection.execute(f"DELETE FROM claims WHERE {where}", told)


def shelve(connection: sqlite3.Connection, chosen: Chosen, now: str, staying: Collection[str] = ()) -> None:
    """Keep those of the claims, about to be taken out, that do not stay: they may be asked about as the record stood before."""
    where, given = chosen
    gone, told = (
        f"FROM claims WHERE {where} AND id NOT IN (SELECT value FROM json_each(?))",
        [*given, json.dumps(sorted(staying))],
    )
    connection.execute(f"INSERT INTO past_claims (seq, {CLAIM}, until) SELECT seq, {CLAIM}, ? {gone}", [now, *told])
    actors = f"SELECT {_ACTORS} FROM claim_actors WHERE claim IN (SELECT seq {gone})"
    connection.execute(f"INSERT OR IGNORE INTO past_claim_actors ({_ACTORS}) {actors}", told)


def shelve_document(connection: sqlite3.Connection, doc: str, now: str) -> None:
    """Keep a document that is about to be taken out, or put again otherwise."""
    columns = f"({DOCUMENT}, until) SELECT {DOCUMENT}, ?"
    connection.execute(f"INSERT INTO past_documents {columns} FROM documents WHERE id = ?", [now, storable(doc)])
