"""What the record held before: rows are kept with the moments at which they came and went, and can be read as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.recording._rows import stored
from comity.recording.copies import copied
from comity.recording.docket import decisions, write_decided
from comity.recording.joining import joined, write_entries
from comity.recording.keeping import CLAIM, DOCUMENT

if TYPE_CHECKING:
    import sqlite3

    from comity.schema import Kinds

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
    for table, columns in (("documents", DOCUMENT), ("claims", f"seq, {CLAIM}")):
        now = f"SELECT {columns} FROM main.{table} WHERE recorded < '{until}'"
        then = f"SELECT {columns} FROM main.past_{table} WHERE recorded < '{until}' AND until >= '{until}'"
        connection.execute(f"CREATE TEMP VIEW all_{table} AS {now} UNION ALL {then}")
        connection.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM all_{table}")
    both = "SELECT * FROM main.claim_actors UNION ALL SELECT * FROM main.past_claim_actors"
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
    kept = "SELECT seq FROM main.entries WHERE block NOT IN (SELECT block FROM temp.changed)"
    connection.execute(f"CREATE TEMP TABLE entries AS SELECT * FROM main.entries WHERE seq IN ({kept})")
    connection.execute(f"CREATE TEMP TABLE entry_claims AS SELECT * FROM main.entry_claims WHERE entry IN ({kept})")
    connection.execute(f"CREATE TEMP TABLE contradictions AS SELECT * FROM main.contradictions WHERE entry IN ({kept})")
    for table, column in (("entries", "seq"), ("entry_claims", "claim"), ("contradictions", "entry")):
        connection.execute(f"CREATE INDEX temp.then_{table} ON {table} ({column})")
    connection.execute("CREATE INDEX temp.then_members ON entry_claims (entry)")
    blocks = [row[0] for row in connection.execute("SELECT block FROM temp.changed ORDER BY block")]
    for block, kind, entries in joined(connection, blocks, kinds):
        write_entries(connection, "temp", (block, kind), copied(connection, entries, passages=False))
