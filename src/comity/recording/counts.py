"""How much a record tells of whom: counts that SQLite makes faster than a reader of all claims could."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.recording._rows import stored

if TYPE_CHECKING:
    from comity.recording.store import Store

_PAIRS = """
SELECT a, b, count(*) AS told FROM (
  SELECT DISTINCT one.claim, one.code AS a, other.code AS b
  FROM claim_actors AS one JOIN claim_actors AS other ON other.claim = one.claim AND other.code <> one.code
  WHERE {seen} (one.code = :code OR (:code = '' AND one.code < other.code))
) GROUP BY a, b ORDER BY told DESC, a, b LIMIT :most
"""
# Only where some claims are not seen, for a million of them are looked up for a second.
_SEEN, _SOME = "one.claim IN (SELECT seq FROM claims) AND", "SELECT count(*) FROM temp.sqlite_master WHERE name = 'claims'"
# From the memberships to the claims: few of them are copies, and SQLite would begin at the many claims.
_COPIES = """
SELECT claims.doc, count(*) FROM entry_claims CROSS JOIN claims ON claims.seq = entry_claims.claim
WHERE entry_claims.copy_of <> '' GROUP BY claims.doc
"""


def copies(store: Store) -> dict[str, int]:
    """How many claims of each document stand in a sentence that another document had first."""
    return {stored(doc): number for doc, number in store._connection.execute(_COPIES)}


def pairs(store: Store, code: str = "", *, most: int) -> list[tuple[str, str, int]]:
    """The pairs that most claims name together, of one actor or of all, with the number of claims; as the record is seen."""
    some = store._connection.execute(_SOME).fetchone()[0]
    return list(store._connection.execute(_PAIRS.format(seen=_SEEN if some else ""), {"code": code, "most": most}))


def years(store: Store) -> tuple[int, int] | None:
    """The years in which the first and the last dated claim begin; None where none is dated."""
    sql = "SELECT min(begin_earliest) FROM claims WHERE begin_earliest > '' UNION ALL SELECT max(begin_earliest) FROM claims"
    first, last = (row[0] for row in store._connection.execute(sql))
    return (int(first[:4]), int(last[:4])) if first else None


def has_at_most(store: Store, kind: str, number: int) -> bool:
    """Does a record hold no more claims of a kind than that? Cheaper than to count them all."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM claims WHERE kind = ? LIMIT ?)"
    return int(store._connection.execute(sql, [kind, number + 1]).fetchone()[0]) <= number


def documents(store: Store) -> int:
    """How many documents a record holds."""
    return int(store._connection.execute("SELECT count(*) FROM documents").fetchone()[0])
