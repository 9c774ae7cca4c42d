"""As what a record is read: as of a day, only what people accepted, or also what they rejected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from comity import edtf
from comity.errors import BadDate
from comity.recording.deciding import ACCEPTED, HIDING
from comity.recording.past import set_back

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from comity.model import Claim, Contradiction
    from comity.schema import Kinds

_HIDDEN = ", ".join(map(repr, HIDING))

_ANY_HIDDEN = f"SELECT 1 FROM rulings WHERE state IN ({_HIDDEN}) LIMIT 1"


@dataclass(frozen=True, slots=True)
class View:
    """What of a record is seen. Without anything told: as it is now, without what people rejected or corrected."""

    as_recorded: str = ""
    """As it stood at the end of a day (EDTF), whatever has been read or decided since."""
    accepted: bool = False
    """Only what somebody accepted, corrected or added."""
    rejected: bool = False
    """Also what was rejected, and what was corrected as it stood before."""

    @property
    def until(self) -> str:
        """The first moment that is not seen any more, as the record writes moments; "" without a day."""
        if not self.as_recorded:
            return ""
        last = edtf.last_day(edtf.check(self.as_recorded))
        if last is None:
            raise BadDate(value=self.as_recorded, why="a record is read as of a day, or of a stretch that ends")
        return (last + timedelta(days=1)).isoformat()

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of an answer must be told of it."""
        told = {
            f"As the record stood at the end of {edtf.say(self.as_recorded)}." if self.as_recorded else "": True,
            "Only claims that somebody accepted.": self.accepted,
            "With claims that somebody rejected or corrected.": self.rejected,
        }
        return tuple(note for note, wanted in told.items() if note and wanted)


def look(connection: sqlite3.Connection, view: View, kinds: Kinds) -> None:
    """Let a connection see a record so."""
    if view.until:
        set_back(connection, view.until, kinds)
    chosen = f"id IN (SELECT claim FROM rulings WHERE state = '{ACCEPTED}')" if view.accepted else ""
    if not view.rejected and not view.accepted and connection.execute(_ANY_HIDDEN).fetchone():
        chosen = f"id NOT IN (SELECT claim FROM rulings WHERE state IN ({_HIDDEN}))"
    if chosen:
        connection.execute("DROP VIEW IF EXISTS temp.claims")
        origin = "temp.all_claims" if view.until else "main.claims"
        connection.execute(f"CREATE TEMP VIEW claims AS SELECT * FROM {origin} WHERE {chosen}")


def seen(clashes: Iterable[Contradiction], claims: Iterable[Claim]) -> tuple[Contradiction, ...]:
    """Contradictions with only those claims that are seen; without rivals left, there is none."""
    seen = {claim.id for claim in claims}
    found = []
    for clash in clashes:
        values = tuple((value, kept) for value, ids in clash.values if (kept := tuple(one for one in ids if one in seen)))
        found += [replace(clash, values=values)] if len(values) > 1 else []
    return tuple(found)
