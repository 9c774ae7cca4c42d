"""What a person did last and took back last, and a part of the history of judgements: by SQL, since there may be many."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from comity.recording._rows import storable, stored
from comity.recording.docket import judgements
from comity.recording.judgements import UNDO

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from comity.recording.judgements import Judgement
    from comity.recording.store import Store


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody decided at once: a judgement, or all of a batch."""

    numbers: tuple[int, ...]
    verdict: str
    undoes: tuple[int, ...] = ()

    @property
    def names(self) -> list[int | str]:
        """What taking it back is asked with."""
        return list(self.numbers)


@dataclass
class _Pile:
    done: list[Deed] = field(default_factory=list)
    taken_back: list[tuple[Deed, Deed]] = field(default_factory=list)
    """Each undoing with what it took back."""


def last_done(store: Store, who: str) -> Deed | None:
    """What a person decided last and has not taken back."""
    pile = _pile(store, who)
    return pile.done[-1] if pile.done else None


def last_undone(store: Store, who: str) -> Deed | None:
    """The undoing that a person did last, if nothing was decided since and it was not taken back itself."""
    pile = _pile(store, who)
    return pile.taken_back[-1][0] if pile.taken_back else None


def _pile(store: Store, who: str) -> _Pile:
    pile = _Pile()
    for deed in _deeds(store._connection, who):
        if deed.verdict != UNDO:
            pile.done.append(deed)
            pile.taken_back.clear()
            continue
        gone = set(deed.undoes)
        redone = [one for one in pile.taken_back if gone & set(one[0].numbers)]
        pile.taken_back = [one for one in pile.taken_back if one not in redone]
        pile.done += [what for _, what in redone]
        undone = [one for one in pile.done if gone & set(one.numbers)]
        pile.done = [one for one in pile.done if one not in undone]
        pile.taken_back += [(deed, one) for one in undone]
    return pile


# As far back as somebody would step with one key.
_FAR = 2000


def _deeds(connection: sqlite3.Connection, who: str) -> list[Deed]:
    """A person's judgements, those of a batch as one, in their order."""
    sql = (
        "SELECT min(seq), verdict, json_group_array(seq), json_group_array(undoes) FROM "
        "(SELECT seq, verdict, undoes, batch FROM judgements WHERE who = ? ORDER BY seq DESC LIMIT ?) "
        "GROUP BY CASE batch WHEN '' THEN seq ELSE batch END, verdict ORDER BY 1"
    )
    rows = connection.execute(sql, [storable(who), _FAR])
    return [Deed(tuple(sorted(json.loads(seqs))), verdict, tuple(json.loads(undoes))) for _, verdict, seqs, undoes in rows]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which judgements of the history are wanted; what is left empty is not asked about."""

    who: str = ""
    rule: str = ""
    day: str = ""
    verdict: str = ""
    doc: str = ""
    claim: str = ""
    batch: str = ""


# A judgement stands where its claim stands: that tells by which rule it was found.
_PLACED = (
    "claims.doc = judgements.doc AND claims.\"start\" = json_extract(judgements.anchor, '$.start') "
    "AND claims.\"end\" = json_extract(judgements.anchor, '$.end') AND claims.kind = json_extract(judgements.anchor, '$.kind')"
)
_WHERE = {
    "who": "who = :who",
    "rule": f"EXISTS (SELECT 1 FROM main.claims WHERE {_PLACED} AND rule = :rule)",
    "day": '"when" >= :day AND "when" < :day || \'U\'',
    "verdict": "verdict = :verdict",
    "doc": "(doc = :doc OR other_doc = :doc)",
    "batch": "batch = :batch",
    "claim": f"EXISTS (SELECT 1 FROM main.claims WHERE {_PLACED} AND claims.id = :claim)",
}


def history(store: Store, wanted: Wanted, *, limit: int, offset: int = 0) -> tuple[list[Judgement], int]:
    """Judgements, the newest first, and how many there are in all."""
    told = {name: storable(getattr(wanted, name)) for name in _WHERE if getattr(wanted, name)}
    where = " AND ".join(_WHERE[name] for name in told) or "1"
    connection = store._connection
    number = connection.execute(f"SELECT count(*) FROM judgements WHERE {where}", told).fetchone()[0]
    sql = f"SELECT seq FROM judgements WHERE {where} ORDER BY seq DESC LIMIT :limit OFFSET :offset"
    chosen = [row[0] for row in connection.execute(sql, {**told, "limit": limit, "offset": offset})]
    return sorted(judgements(connection, numbers=chosen), key=lambda one: -one.seq), number


def batches(store: Store, names: Iterable[str]) -> dict[str, int]:
    """How many judgements each batch has."""
    sql = "SELECT batch, count(*) FROM judgements WHERE batch IN (SELECT value FROM json_each(?)) GROUP BY batch"
    return dict(store._connection.execute(sql, [json.dumps(sorted(set(names)))]).fetchall())


def deciders(store: Store, what: Iterable[int | str]) -> set[str]:
    """Who made the judgements that are named, by number or batch."""
    names = json.dumps([str(one) for one in what])
    sql = (
        "SELECT DISTINCT who FROM judgements, json_each(?) AS named WHERE batch = named.value OR CAST(seq AS TEXT) = named.value"
    )
    return {stored(row[0]) for row in store._connection.execute(sql, [names])}


def people(store: Store) -> list[str]:
    """Everybody who judged, by name."""
    return [stored(row[0]) for row in store._connection.execute("SELECT DISTINCT who FROM judgements ORDER BY who")]


def taken_back(store: Store) -> dict[int, int]:
    """The judgements that are taken back, each with the number of the undoing."""
    rows: Sequence[tuple[int, int]] = store._connection.execute(
        "SELECT seq, undoes FROM judgements WHERE undoes > 0 ORDER BY seq DESC"
    ).fetchall()
    found: dict[int, int] = {}
    for seq, undoes in rows:
        if seq not in found:
            found[undoes] = seq
    return found
