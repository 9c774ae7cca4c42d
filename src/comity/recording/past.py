"""What the record held before: rows are kept with the moments at which they came and went, and can be read as of a day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from comity.recording._rows import storable, stored
from comity.recording._tables import CLAIM_COLUMNS, DOCUMENT_COLUMNS
from comity.recording.copies import copied
from comity.recording.docket import decisions, write_decided
from comity.recording.joining import joined, write_entries

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from comity.schema import Kinds

_CLAIM = ", ".join(f'"{name}"' for name in (*CLAIM_COLUMNS, "recorded"))
_DOCUMENT = ", ".join((*DOCUMENT_COLUMNS, "recorded"))


def shelve(connection: sqlite3.Connection, doc: str, now: str, *, staying: Collection[str] = (), same: bool = False) -> None:
    """Keep what is about to be taken out: the claims of a document that do not stay, and itself unless it is the same."""
    gone = "FROM claims WHERE doc = ? AND id NOT IN (SELECT value FROM json_each(?))"
    told = [storable(doc), json.dumps(sorted(staying))]
    connection.execute(f"INSERT INTO past_claims ({_CLAIM}, until) SELECT {_CLAIM}, ? {gone}", [now, *told])
    actors = f"SELECT code, claim, field FROM claim_actors WHERE claim IN (SELECT id {gone})"
    connection.execute(f"INSERT OR IGNORE INTO past_claim_actors {actors}", told)
    if not same:
        columns = f"({_DOCUMENT}, until) SELECT {_DOCUMENT}, ?"
        connection.execute(f"INSERT INTO past_documents {columns} FROM documents WHERE id = ?", [now, storable(doc)])


_CHANGED = """
SELECT block FROM main.claims WHERE recorded >= '{until}' UNION SELECT block FROM main.past_claims WHERE until >= '{until}'
UNION SELECT block FROM main.claims WHERE id IN (SELECT claim FROM main.rulings UNION SELECT claim FROM temp.rulings)
UNION SELECT a_block FROM main.ties UNION SELECT b_block FROM main.ties
UNION SELECT a_block FROM temp.ties UNION SELECT b_block FROM temp.ties
"""


def set_back(connection: sqlite3.Connection, until: str, kinds: Kinds) -> None:
    """Let a connection see the record as it stood just before a moment; entries that have changed since are joined again.

    Tables of the same names, of this connection alone, stand before those of the record.
    """
    for table, columns in (("documents", _DOCUMENT), ("claims", _CLAIM)):
        now = f"SELECT {columns} FROM main.{table} WHERE recorded < '{until}'"
        then = f"SELECT {columns} FROM main.past_{table} WHERE recorded < '{until}' AND until >= '{until}'"
        connection.execute(f"CREATE TEMP VIEW all_{table} AS {now} UNION ALL {then}")
        connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM all_{table}")
    both = "SELECT code, claim, field FROM main.claim_actors UNION SELECT code, claim, field FROM main.past_claim_actors"
    connection.execute(f"CREATE TEMP VIEW claim_actors AS {both}")
    for table in ("rulings", "ties", "lost"):
        connection.execute(f"CREATE TEMP TABLE {table} AS SELECT * FROM main.{table} WHERE 0")
    connection.execute(f"CREATE TEMP VIEW judgements AS SELECT * FROM main.judgements WHERE \"when\" < '{until}'")
    _decided(connection, until, kinds)
    _rejoined(connection, until, kinds)


def _decided(connection: sqlite3.Connection, until: str, kinds: Kinds) -> None:
    """What the judgements of that time came to."""
    docs = [stored(row[0]) for row in connection.execute("SELECT doc FROM judgements UNION SELECT other_doc FROM judgements")]
    if docs:
        write_decided(connection, decisions(connection, kinds, docs, until), kinds)


def _rejoined(connection: sqlite3.Connection, until: str, kinds: Kinds) -> None:
    """Entries as they stood: those of blocks in which nothing has changed since, and the others made anew."""
    connection.execute(f"CREATE TEMP TABLE changed AS {_CHANGED.format(until=until)}")
    connection.execute("CREATE UNIQUE INDEX temp.changed_once ON changed (block)")
    kept = "SELECT id FROM main.entries WHERE block NOT IN (SELECT block FROM temp.changed)"
    connection.execute(f"CREATE TEMP TABLE entries AS SELECT * FROM main.entries WHERE id IN ({kept})")
    connection.execute(f"CREATE TEMP TABLE entry_claims AS SELECT * FROM main.entry_claims WHERE entry IN ({kept})")
    connection.execute(f"CREATE TEMP TABLE contradictions AS SELECT * FROM main.contradictions WHERE entry IN ({kept})")
    for table, column in (("entries", "id"), ("entry_claims", "claim"), ("contradictions", "entry")):
        connection.execute(f"CREATE INDEX temp.then_{table} ON {table} ({column})")
    connection.execute("CREATE INDEX temp.then_members ON entry_claims (entry)")
    blocks = [row[0] for row in connection.execute("SELECT block FROM temp.changed ORDER BY block")]
    for block, kind, entries in joined(connection, blocks, kinds):
        connection.executemany("INSERT INTO temp.entries VALUES (?, ?, ?)", [(entry.id, kind, block) for entry in entries])
        write_entries(connection, "temp", copied(connection, entries, passages=False))
