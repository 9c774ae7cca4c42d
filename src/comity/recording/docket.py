"""The judgements of a record: kept, read back, and settled onto the claims as they are now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from comity.recording import keeping
from comity.recording._rows import Row, actor_rows, block_name, claim_of, claim_row, document_of, packed, storable, stored
from comity.recording._tables import CLAIM_COLUMNS, DOCUMENT_COLUMNS, insert
from comity.recording.deciding import HIDING, JUDGED, Decisions, Tie, decide
from comity.recording.judgements import Judgement, anchor_of, anchor_text, in_force, values
from comity.recording.writings import SEEN, named

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from comity.model import Claim, Document
    from comity.recording.judgements import Anchor
    from comity.schema import Kinds

_COLUMNS = (
    "seq", "verdict", "anchor", "other", "changes", "who", "when", "why", "batch", "undoes", "mark", "previous", "hash",
    "doc", "other_doc",
)  # fmt: skip
_READ = ", ".join(f'"{name}"' for name in _COLUMNS)


def judgements(
    connection: sqlite3.Connection, docs: Iterable[str] | None = None, *, numbers: Iterable[int] | None = None
) -> list[Judgement]:
    """All judgements in their order, or those that bear on some documents, or those of some numbers."""
    where, told = "", []
    if numbers is not None:
        where, told = " WHERE seq IN (SELECT value FROM json_each(?))", [json.dumps(sorted(set(numbers)))]
    if docs is not None:
        names = json.dumps(list(docs))
        chosen = "(SELECT value FROM json_each(?))"
        where, told = f" WHERE doc IN {chosen} OR other_doc IN {chosen}", [names, names]
    rows = connection.execute(f"SELECT {_READ} FROM judgements{where} ORDER BY seq", told)
    return [_judgement(dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def _judgement(row: dict[str, str | int]) -> Judgement:
    seq, undoes = int(row["seq"]), int(row["undoes"])
    texts = {name: stored(str(row[name])) for name in ("verdict", "who", "when", "why", "batch", "previous", "hash")}
    told = json.loads(str(row["changes"]))
    return Judgement(
        texts["verdict"], texts["who"], texts["when"], anchor_of(str(row["anchor"])), anchor_of(str(row["other"])),
        values(told["fields"]), texts["why"], texts["batch"], undoes, told["undoes_mark"], seq, texts["previous"], texts["hash"],
    )  # fmt: skip


def append(connection: sqlite3.Connection, said: Iterable[Judgement]) -> list[Judgement]:
    """Add judgements to the chain, leaving out those that stand in it already; the documents they bear on want settling."""
    last = connection.execute("SELECT seq, hash FROM judgements ORDER BY seq DESC LIMIT 1").fetchone() or (0, "")
    seq, previous, added = int(last[0]), str(last[1]), []
    for one in said:
        if connection.execute("SELECT 1 FROM judgements WHERE mark = ?", [one.mark]).fetchone():
            continue
        seq += 1
        link = one.chained(seq, previous)
        connection.execute(insert("judgements", _COLUMNS), _row(link))
        docs = {anchor.doc for anchor in (link.anchor, link.other) if anchor}
        connection.executemany("INSERT OR IGNORE INTO unsettled VALUES (?)", [(doc,) for doc in docs])
        previous = link.hash
        added.append(link)
    return added


def _row(one: Judgement) -> Row:
    changes = packed({"fields": dict(one.changes or {}), "undoes_mark": one.undoes_mark})
    docs = [anchor.doc if anchor else "" for anchor in (one.anchor, one.other)]
    texts = (one.verdict, anchor_text(one.anchor), anchor_text(one.other), changes, one.who, one.when, one.why, one.batch)
    return (one.seq, *map(storable, texts), one.undoes, one.mark, one.previous, one.hash, *map(storable, docs))


class Desk:
    """Texts and claims for deciding, fetched when they are asked for."""

    def __init__(self, connection: sqlite3.Connection, anew: Iterable[str] = ()) -> None:
        self._connection, self._anew = connection, set(anew)
        self._documents: dict[str, Document | None] = {}
        self._claims: dict[str, list[Claim]] = {}

    def document(self, anchor: Anchor) -> Document | None:
        """The document of that id; if it has gone, one of the same text under another name."""
        if anchor.doc not in self._documents:
            columns = ", ".join("'[]'" if name == "blocks" else name for name in DOCUMENT_COLUMNS)
            chosen = f"SELECT {columns} FROM documents WHERE"
            row = self._connection.execute(f"{chosen} id = ?", [storable(anchor.doc)]).fetchone()
            row = row or self._connection.execute(f"{chosen} sha256 = ? ORDER BY id LIMIT 1", [anchor.sha256]).fetchone()
            self._documents[anchor.doc] = document_of(row) if row else None
        return self._documents[anchor.doc]

    def claims(self, doc: str) -> Sequence[Claim]:
        """What the rules found in a document; what people made of it too, unless that is being decided anew."""
        if doc not in self._claims:
            columns = ", ".join(f'claims."{name}"' for name in CLAIM_COLUMNS)
            sql = (
                f"SELECT {columns}, documents.sha256 FROM claims JOIN documents ON documents.id = claims.doc WHERE claims.doc = ?"
            )
            found = [claim_of(row[:-1], row[-1]) for row in self._connection.execute(sql, [storable(doc)])]
            self._claims[doc] = [claim for claim in found if claim.how != JUDGED or doc not in self._anew]
        return self._claims[doc]


def decisions(connection: sqlite3.Connection, kinds: Kinds, docs: Iterable[str], until: str = "") -> Decisions:
    """What the judgements of some documents come to now; only those made up to a moment, where one is given."""
    wanted = set(docs)
    bearing = [one for one in judgements(connection, wanted) if not until or one.when < until]
    mine = [one for one in in_force(bearing) if {anchor.doc for anchor in (one.anchor, one.other) if anchor} & wanted]
    return decide(mine, Desk(connection, wanted), kinds)


def settle(connection: sqlite3.Connection, kinds: Kinds, run: str, now: str) -> set[str]:
    """Decide anew about every document that changed or was judged since this was done last, and note whose entries change.

    Returns the actors whom the claims name of which something was decided otherwise than before, and their kinds.
    """
    codes: set[str] = set()
    docs = [stored(row[0]) for row in connection.execute("SELECT doc FROM unsettled")]
    if docs and connection.execute("SELECT 1 FROM judgements LIMIT 1").fetchone():
        docs = _with_former_names(connection, _with_partners(connection, docs))
        before, found = _standing(connection, docs), decisions(connection, kinds, docs)
        made_of = _made_of(connection, docs)
        found.rulings = [one for one in found.rulings if one.doc in docs]
        made = f"doc IN (SELECT value FROM json_each(?)) AND how = '{JUDGED}'", [json.dumps(docs)]
        keeping.shelve(connection, made, now, found.made)
        keeping.take_out(connection, made)
        _clear(connection, docs)
        _write(connection, found, kinds, (run, now, before))
        after = _standing(connection, docs)
        blocks = _touch(connection, before, after)
        codes = named(connection, blocks).union(*(made_of.get(block, ()) for block in blocks))
        codes |= {SEEN} if any(_hides(one) for one in before ^ after) else set()
    connection.execute("DELETE FROM unsettled")
    return codes


def _hides(decided: tuple[str, ...]) -> bool:
    """Does it change which claims are seen?"""
    *_, how, of = decided
    return of == "made" or (of == "rulings" and how.partition("[")[0] in HIDING)


def _made_of(connection: sqlite3.Connection, docs: Sequence[str]) -> dict[str, set[str]]:
    """For each block the actors whom its claims name that people made, and their kind: they may be taken out."""
    mine = f"WHERE claims.doc IN {_OF_DOCS} AND claims.how = '{JUDGED}'"
    sql = (
        f"SELECT block, code FROM claims JOIN claim_actors ON claim_actors.claim = claims.seq {mine} "
        f"UNION SELECT block, kind FROM claims {mine}"
    )
    found: dict[str, set[str]] = {}
    for block, code in connection.execute(sql, {"docs": json.dumps(docs)}):
        found.setdefault(block, set()).add(code)
    return found


def _with_partners(connection: sqlite3.Connection, docs: Sequence[str]) -> list[str]:
    """Documents, with those whose claims were judged together with theirs: what holds of the one hangs on the other."""
    sql = (
        "SELECT doc, other_doc FROM judgements WHERE other_doc <> '' AND (doc IN (SELECT value FROM json_each(:docs)) "
        "OR other_doc IN (SELECT value FROM json_each(:docs)))"
    )
    rows = connection.execute(sql, {"docs": json.dumps(docs)})
    return sorted({*docs, *(stored(one) for row in rows for one in row)})


def _with_former_names(connection: sqlite3.Connection, docs: Sequence[str]) -> list[str]:
    """Documents, with the names under which the same texts were judged before."""
    among = "(SELECT sha256 FROM documents WHERE id IN (SELECT value FROM json_each(?)))"
    rows = connection.execute(
        f"SELECT DISTINCT doc FROM judgements WHERE anchor <> '' AND json_extract(anchor, '$.sha256') IN {among}",
        [json.dumps(docs)],
    )
    return sorted({*docs, *(stored(row[0]) for row in rows)})


_OF_DOCS = "(SELECT value FROM json_each(:docs))"
_STANDING = {
    "rulings": f"SELECT claims.block, claims.kind, rulings.claim, rulings.state || rulings.judgements FROM rulings JOIN claims ON claims.id = rulings.claim WHERE rulings.doc IN {_OF_DOCS}",  # noqa: E501
    "made": f"SELECT block, kind, id, recorded FROM claims WHERE doc IN {_OF_DOCS} AND how = '{JUDGED}'",
    "a ties": f"SELECT a_block, kind, a || b, same FROM ties WHERE doc IN {_OF_DOCS} OR other_doc IN {_OF_DOCS}",
    "b ties": f"SELECT b_block, kind, a || b, same FROM ties WHERE doc IN {_OF_DOCS} OR other_doc IN {_OF_DOCS}",
}

Standing = set[tuple[str, str, str, str, str]]


def _standing(connection: sqlite3.Connection, docs: Sequence[str]) -> Standing:
    """What was decided: block, kind, what, how, as which."""
    told = {"docs": json.dumps(docs)}
    return {(*row, name) for name, sql in _STANDING.items() for row in connection.execute(sql, told)}


def _clear(connection: sqlite3.Connection, docs: Sequence[str]) -> None:
    told = {"docs": json.dumps(docs)}
    connection.execute(f"DELETE FROM rulings WHERE doc IN {_OF_DOCS}", told)
    connection.execute(f"DELETE FROM lost WHERE doc IN {_OF_DOCS}", told)
    connection.execute(f"DELETE FROM ties WHERE doc IN {_OF_DOCS} OR other_doc IN {_OF_DOCS}", told)


def _write(connection: sqlite3.Connection, found: Decisions, kinds: Kinds, run_now_before: tuple[str, str, Standing]) -> None:
    run, now, before = run_now_before
    since = {one[2]: one[3] for one in before if one[4] == "made"}
    claims = [(*claim_row(one, kinds[one.kind], run), since.get(one.id, now)) for one in found.made.values()]
    keeping.write(connection, claims, [row for one in found.made.values() for row in actor_rows(one, kinds[one.kind])])
    write_decided(connection, found, kinds)
    lost = [(one.seq, storable(one.anchor.doc if one.anchor else ""), why) for one, why in found.lost]
    connection.executemany(insert("lost", ("judgement", "doc", "why")), lost)


_TIE = ("a", "b", "same", "kind", "a_block", "b_block", "doc", "other_doc")


def write_decided(connection: sqlite3.Connection, found: Decisions, kinds: Kinds) -> None:
    """What holds of claims, and what ties or parts them, as rows of `rulings` and `ties`."""
    numbers: dict[tuple[str, str, str], set[int]] = {}
    for one in found.rulings:
        numbers.setdefault((one.claim, one.state, one.doc), set()).update(one.judgements)
    rulings = [(claim, state, storable(doc), packed(sorted(told))) for (claim, state, doc), told in numbers.items()]
    connection.executemany(insert("rulings", ("claim", "state", "doc", "judgements")), rulings)
    connection.executemany(insert("ties", _TIE), [_tie_row(one, kinds) for one in found.ties])


def _tie_row(one: Tie, kinds: Kinds) -> Row:
    blocks = (block_name(claim, kinds[claim.kind]) for claim in (one.a, one.b))
    return (one.a.id, one.b.id, int(one.same), one.a.kind, *blocks, storable(one.doc), storable(one.other_doc))


def _touch(connection: sqlite3.Connection, before: Standing, after: Standing) -> set[str]:
    """The blocks in which something was decided otherwise than before: they are joined anew."""
    blocks = {(block, kind) for block, kind, *_ in before ^ after}
    connection.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?)", sorted(blocks))
    return {block for block, _ in blocks}
