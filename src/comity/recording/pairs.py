"""Which claims bear on what is between two, and not on what each has with a third: chosen by whom they name, and as what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from comity.recording._rows import claim_of
from comity.recording._tables import CLAIM_COLUMNS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from comity.model import Claim
    from comity.schema import Kind, Kinds

_AMONG = "IN (SELECT value FROM json_each(?))"
# What two fields name is between the two; what one field names may be, as the kind and the other fields tell.
_NAMED = f"""
SELECT x.claim, x.kind, max(x.field <> y.field) FROM claim_actors AS x
CROSS JOIN claim_actors AS y ON y.code {_AMONG} AND y.kind = x.kind AND y.claim = x.claim
WHERE x.code {_AMONG} AND x.kind {_AMONG} AND (x.field <> y.field OR x.code <> y.code) GROUP BY x.claim, x.kind
"""
_READ = ", ".join(f'"{name}"' for name in CLAIM_COLUMNS)


def listed(told: str | Collection[str]) -> str:
    """One or several as SQLite's `json_each` takes them."""
    return json.dumps([told] if isinstance(told, str) else sorted(told))


def between(
    connection: sqlite3.Connection, kinds: Kinds, kind: str | Collection[str], pair: Sequence[str | Collection[str]]
) -> list[int]:
    """The numbers of the claims, of a kind or of some, that are between the two sides of a pair."""
    first, second = map(listed, pair)
    rows = connection.execute(_NAMED, [second, first, listed(kind or kinds.keys())]).fetchall()
    unsure = [number for number, of, apart in rows if not apart and not _always_together(kinds[of])]
    parted = {number for number, claim in _claims(connection, unsure) if not _together(claim, kinds[claim.kind])}
    return [number for number, *_ in rows if number not in parted]


def _always_together(kind: Kind) -> bool:
    """Do all whom one field of a claim names act with each other, whatever the claim?"""
    return len(kind.sides) < 2 or kind.even_sides == "always"


def _together(claim: Claim, kind: Kind) -> bool:
    """Do those whom one side of a claim names act with each other, and not each with the other side?"""
    return kind.even(claim.fields) or len([side for side in kind.sides if any(claim.actors([side]))]) < 2


def _claims(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[int, Claim]]:
    if not numbers:
        return []
    rows = connection.execute(f"SELECT seq, {_READ} FROM claims WHERE seq {_AMONG}", [json.dumps(numbers)])
    return [(row[0], claim_of(row[1:], "")) for row in rows]
