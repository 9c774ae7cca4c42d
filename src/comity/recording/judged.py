"""What people decided in a record, for reading."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from comity.recording._rows import stored
from comity.recording.deciding import Ruling
from comity.recording.docket import judgements
from comity.recording.judgements import broken

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from comity.recording.judgements import Judgement


class Judged:
    """The judgements of a record and what they come to."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[Judgement]:
        """All that people decided, in the order in which they did."""
        return judgements(self._connection)

    def numbered(self, numbers: Iterable[int]) -> dict[int, Judgement]:
        """Some of them, by number."""
        return {one.seq: one for one in judgements(self._connection, numbers=numbers)}

    def broken_at(self) -> int:
        """The number of the first judgement that was changed since it was made; 0 where the chain holds."""
        return broken(self.all())

    def lost(self) -> dict[int, str]:
        """The judgements that find nothing any more to hold on to, by number, and why."""
        return dict(self._connection.execute("SELECT judgement, why FROM lost ORDER BY judgement").fetchall())

    def rulings(self, claims: Iterable[str] | None = None) -> dict[str, list[Ruling]]:
        """What holds of claims that were judged: of the given ones, or of all."""
        where = "" if claims is None else " WHERE claim IN (SELECT value FROM json_each(?))"
        told = [] if claims is None else [json.dumps(list(claims))]
        found: dict[str, list[Ruling]] = {}
        sql = f"SELECT claim, state, doc, judgements FROM rulings{where} ORDER BY claim, state"
        for claim, state, doc, numbers in self._connection.execute(sql, told):
            found.setdefault(claim, []).append(Ruling(claim, state, stored(doc), tuple(json.loads(numbers))))
        return found
