"""Joins the claims of blocks into entries, as people's ties and rulings ask: shared by writing and by reading what was before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from comity.recording._rows import claim_of, contradiction_row, member_rows
from comity.recording._tables import CLAIM_COLUMNS, CLASH_COLUMNS, insert
from comity.recording.deciding import HIDING
from comity.recording.entries import Ties, join_block
from comity.recording.making import alone, with_rivals

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from comity.model import Claim, Entry
    from comity.schema import Kind, Kinds

_HIDDEN = f"SELECT claim FROM rulings WHERE state IN ({', '.join(map(repr, HIDING))})"

_RIVAL = """
SELECT DISTINCT other.block FROM claims AS mine JOIN claims AS other ON other.rival = mine.rival AND other.rival <> ''
WHERE mine.block = :block AND mine.rival <> ''
"""

_MEMBERS = "(entry, part, why, copy_of, claim) SELECT ?, ?, ?, ?, seq FROM claims WHERE id = ?"

_TIED = """
SELECT b_block FROM ties WHERE a_block = :block AND same UNION SELECT a_block FROM ties WHERE b_block = :block AND same
"""


def joined(connection: sqlite3.Connection, blocks: Sequence[str], kinds: Kinds) -> Iterator[tuple[str, str, list[Entry]]]:
    """The entries of blocks, each under the first block of those that people's ties bind together, with their kind."""
    done: set[str] = set()
    judged = any(connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in ("rulings", "ties"))
    several = judged or any_bound(connection)
    for block in blocks:
        if block in done:
            continue
        cluster = bound(connection, block) if several else [block]
        done |= set(cluster)
        found = {one: _claims(connection, one) for one in cluster}
        kind = next((claims[0].kind for claims in found.values() if claims), "")
        if kind in kinds:
            told = list(found.values())
            entries, alone = _judged(connection, told, kinds[kind]) if judged else (_joined(told, kinds[kind]), [])
            yield cluster[0], kind, (with_rivals(entries, kinds[kind]) if len(cluster) > 1 else entries) + alone


def _joined(blocks: Iterable[Sequence[Claim]], kind: Kind) -> list[Entry]:
    return [entry for claims in blocks for entry in join_block(claims, kind)]


def write_entries(connection: sqlite3.Connection, into: str, of: tuple[str, str], entries: Sequence[Entry]) -> None:
    """Write down the entries of a block and kind, which claims they hold, and their contradictions."""
    block, kind = of
    first = (connection.execute(f"SELECT max(seq) FROM {into}.entries").fetchone()[0] or 0) + 1
    numbered = list(enumerate(entries, first))
    rows = [(number, entry.id, kind, block) for number, entry in numbered]
    connection.executemany(insert(f"{into}.entries", ("seq", "id", "kind", "block")), rows)
    members = [row for number, entry in numbered for row in member_rows(entry, number)]
    connection.executemany(f"INSERT OR IGNORE INTO {into}.entry_claims {_MEMBERS}", members)
    clashes = [contradiction_row(clash, number) for number, entry in numbered for clash in entry.contradictions]
    if clashes:
        connection.executemany(insert(f"{into}.contradictions", CLASH_COLUMNS), clashes)


def any_bound(connection: sqlite3.Connection) -> bool:
    """Is any block of a record bound to another?"""
    asked = ("SELECT 1 FROM ties LIMIT 1", "SELECT 1 FROM claims WHERE rival <> '' LIMIT 1")
    return any(connection.execute(sql).fetchone() for sql in asked)


def bound(connection: sqlite3.Connection, block: str) -> list[str]:
    """The blocks that people's ties, or tellings of one thing with other parties, bind to one, itself among them, in order."""
    found, waiting = {block}, [block]
    while waiting:
        told = {"block": waiting.pop()}
        new = {row[0] for sql in (_TIED, _RIVAL) for row in connection.execute(sql, told)} - found
        found |= new
        waiting += new
    return sorted(found)


def _claims(connection: sqlite3.Connection, block: str) -> list[Claim]:
    columns = ", ".join(f'claims."{name}"' for name in CLAIM_COLUMNS)
    sql = f"SELECT {columns}, documents.sha256 FROM claims JOIN documents ON documents.id = claims.doc WHERE block = ?"
    return [claim_of(row[:-1], row[-1]) for row in connection.execute(sql, [block])]


def _judged(connection: sqlite3.Connection, blocks: Sequence[Sequence[Claim]], kind: Kind) -> tuple[list[Entry], list[Entry]]:
    """The entries of tied blocks; a claim that a person took out stands alone, where only those who ask to see it find it."""
    names = json.dumps([claim.id for claims in blocks for claim in claims])
    among = "(SELECT value FROM json_each(?))"
    hidden = {row[0] for row in connection.execute(f"{_HIDDEN} AND claim IN {among}", [names])}
    rows = connection.execute(f"SELECT a, b, same FROM ties WHERE a IN {among} OR b IN {among}", [names, names])
    ties = Ties.of((a, b, bool(same)) for a, b, same in rows)
    entries = [entry for claims in blocks for entry in join_block([one for one in claims if one.id not in hidden], kind, ties)]
    taken_out = [alone(one, kind) for claims in blocks for one in claims if one.id in hidden]
    return ties.united(entries, kind), taken_out
