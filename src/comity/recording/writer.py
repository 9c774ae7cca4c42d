"""The only writer of a record: a transaction for each document, entries and contradictions when all are in."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from comity.model import Claim, Document, Span
from comity.recording import _files, docket, keeping
from comity.recording._rows import Row, actor_rows, claim_row, digest, document_row, packed, storable, stored
from comity.recording._tables import CLAIM_COLUMNS, DOCUMENT_COLUMNS, insert
from comity.recording.copies import copied
from comity.recording.joining import any_bound, bound, joined, write_entries
from comity.recording.writings import named, note

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from comity.recording.judgements import Judgement
    from comity.schema import Kinds

_BATCH = 500  # blocks that are joined in one transaction
_FEW = 100  # of so many it is told whom they name


@dataclass(frozen=True, slots=True)
class Run:
    """By what a record was coded: digests of the data, the program's version, and what came of it."""

    kinds: str = ""
    rules: str = ""
    actors: str = ""
    lexicon: str = ""
    parser: str = ""
    version: str = ""
    documents: int = 0
    claims: int = 0
    entries: int = 0
    contradictions: int = 0
    recorded_at: str = ""

    @property
    def id(self) -> str:
        """The same for every run by the same rules: what a run found is no part of it."""
        told = packed([self.kinds, self.rules, self.actors, self.lexicon, self.parser, self.version])
        return hashlib.sha256(told.encode()).hexdigest()[:16]


class Writer:
    """Takes documents with their claims in and out; `finish` joins what they touched into entries."""

    def __init__(self, connection: sqlite3.Connection, run: Run, of_kinds: Kinds) -> None:
        self._connection, self.run, self.kinds = connection, run, of_kinds
        self._execute = connection.execute
        self._now = datetime.now(UTC).isoformat(timespec="microseconds")
        self._take_kinds(msgspec.json.encode(dict(of_kinds)).decode())

    def _take_kinds(self, told: str) -> None:
        known = self._execute("SELECT value FROM meta WHERE name = 'kinds'").fetchone()
        if known != (told,):
            with self._transaction():
                self._execute("INSERT OR REPLACE INTO meta VALUES ('kinds', ?)", [told])
                self._note()

    def _note(self, codes: Collection[str] | None = None) -> None:
        """Let readers know that something changed, of some actors or of anything."""
        note(self._connection, datetime.now(UTC).isoformat(timespec="microseconds"), codes)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._execute("ROLLBACK")
            raise
        self._execute("COMMIT")

    def has(self, document: Document) -> bool:
        """Is this very document in the record, coded by this run's rules? It then need not be coded again."""
        row = self._execute("SELECT digest, run FROM documents WHERE id = ?", [storable(document.id)]).fetchone()
        return bool(row == (digest(document), self.run.id))

    def known(self) -> dict[str, str]:
        """The digests of the documents that this run's rules have coded, by id."""
        rows = self._execute("SELECT id, digest FROM documents WHERE run = ?", [self.run.id])
        return {stored(row[0]): row[1] for row in rows}

    def sha_of(self, doc: str) -> str:
        """The sha256 of a document's text as the record has it; "" where it has none of that id."""
        row = self._execute("SELECT sha256 FROM documents WHERE id = ?", [storable(doc)]).fetchone()
        return row[0] if row else ""

    def documents(self) -> list[str]:
        """The ids of all documents in the record."""
        return [stored(row[0]) for row in self._execute("SELECT id FROM documents ORDER BY id")]

    def put(self, document: Document, claims: Iterable[Claim], sentences: Iterable[Span] = ()) -> None:
        """Take a document in, in the place of an earlier version of it; `sentences` are what a search finds."""
        settled = {one.id: one for one in (_of(document, claim) for claim in claims)}
        run = self.run.id
        rows = [claim_row(claim, self.kinds[claim.kind], run) for claim in settled.values()]
        name = [storable(document.id)]
        actors = [row for claim in settled.values() for row in actor_rows(claim, self.kinds[claim.kind])]
        with self._transaction():
            known = self._execute("SELECT digest, recorded FROM documents WHERE id = ?", name).fetchone()
            same = bool(known and known[0] == digest(document))
            since = dict(self._execute("SELECT id, recorded FROM claims WHERE doc = ?", name).fetchall()) if known else {}
            if known and not same:
                keeping.shelve_document(self._connection, document.id, self._now)
            self._remove(document.id, staying=settled, known=bool(known))
            self._execute(
                insert("documents", (*DOCUMENT_COLUMNS, "recorded")),
                (*document_row(document, self.run.id), known[1] if same else self._now),
            )
            keeping.write(self._connection, [(*row, since.get(row[0], self._now)) for row in rows], actors)
            self._many("INSERT OR IGNORE INTO touched VALUES (?, ?)", [(block_of(row), row[2]) for row in rows])
            self._many('INSERT INTO passages (doc, "start", "end", text) VALUES (?, ?, ?, ?)', _passages(document, sentences))
            self._note()

    def withdraw(self, doc: str) -> bool:
        """Take a document out, with a trace; False where the record has none of that id."""
        row = self._execute("SELECT sha256, title FROM documents WHERE id = ?", [storable(doc)]).fetchone()
        if row is None:
            return False
        with self._transaction():
            count = self._execute("SELECT count(*) FROM claims WHERE doc = ?", [storable(doc)]).fetchone()[0]
            self._execute("INSERT INTO withdrawals VALUES (?, ?, ?, ?, ?)", [storable(doc), *row, count, self.run.id])
            keeping.shelve_document(self._connection, doc, self._now)
            self._remove(doc)
            self._note()
        return True

    def judge(self, said: Iterable[Judgement]) -> list[Judgement]:
        """Add judgements to the record's chain; those that stand in it already are left out. `finish` lets them take effect."""
        with self._transaction():
            added = docket.append(self._connection, said)
            if added:
                self._note(())
            return added

    def finish(self) -> Run:
        """Settle judgements, join the claims of every block that was touched, and write down what the run came to."""
        with self._transaction():
            self._note(docket.settle(self._connection, self.kinds, self.run.id, self._now))
        while blocks := [row[0] for row in self._execute("SELECT block FROM touched ORDER BY block LIMIT ?", [_BATCH])]:
            with self._transaction():
                self._join(blocks)
        with self._transaction():
            self._note(())
            return self._note_run()

    def _join(self, blocks: Sequence[str]) -> None:
        """Make the entries of some blocks anew."""
        several = any_bound(self._connection)
        tied = sorted({one for block in blocks for one in bound(self._connection, block)}) if several else blocks
        among, told = "block IN (SELECT value FROM json_each(?))", [json.dumps(tied)]
        for table in ("contradictions", "entry_claims"):
            self._execute(f"DELETE FROM {table} WHERE entry IN (SELECT seq FROM entries WHERE {among})", told)
        self._execute(f"DELETE FROM entries WHERE {among}", told)
        self._note(named(self._connection, tied) if len(tied) <= _FEW else None)
        for block, kind, entries in joined(self._connection, tied, self.kinds):
            write_entries(self._connection, "main", (block, kind), copied(self._connection, entries))
        self._many("DELETE FROM touched WHERE block = ?", [(block,) for block in tied])

    def _note_run(self) -> Run:
        counts = {name: self._execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _COUNTED}
        run = replace(self.run, recorded_at=datetime.now(UTC).isoformat(timespec="seconds"), **counts)
        self._execute("DELETE FROM runs WHERE id = ?", [run.id])
        names = [name for name in Run.__slots__ if name != "id"]
        columns = ("id", *names)
        self._execute(insert("runs", columns), [run.id, *(getattr(run, name) for name in names)])
        return run

    def _remove(self, doc: str, *, staying: Collection[str] = (), known: bool = True) -> None:
        """Take a document's rows out, keep those of its claims that do not stay, and note which blocks they leave behind."""
        name, claims = [storable(doc)], keeping.of_document(doc)
        self._execute("INSERT OR IGNORE INTO unsettled VALUES (?)", name)
        if known:
            self._execute("INSERT OR IGNORE INTO touched SELECT DISTINCT block, kind FROM claims WHERE doc = ?", name)
            keeping.shelve(self._connection, claims, self._now, staying)
            keeping.take_out(self._connection, claims)
            self._execute("DELETE FROM passages WHERE doc = ?", name)
            self._execute("DELETE FROM documents WHERE id = ?", name)

    def _many(self, sql: str, rows: Sequence[Row]) -> None:
        self._connection.executemany(sql, rows)


_COUNTED = ("documents", "claims", "entries", "contradictions")


def _of(document: Document, claim: Claim) -> Claim:
    """A claim as one of a document."""
    mine = claim.doc == document.id and claim.sha256 == document.sha256
    return claim if mine else replace(claim, doc=document.id, sha256=document.sha256)


def block_of(row: Row) -> str:
    """The block in a row of `claims`."""
    return str(row[CLAIM_COLUMNS.index("block")])


@contextmanager
def writing(path: Path, run: Run, of_kinds: Kinds) -> Iterator[Writer]:
    """The one writer of a record; the right to write is held until the end."""
    with _files.to_write(path) as connection:
        yield Writer(connection, run, of_kinds)


def _passages(document: Document, sentences: Iterable[Span]) -> list[Row]:
    """What a search finds: the sentences; the blocks or the lines where none are given."""
    spans = sorted(sentences) or [block.span for block in document.blocks] or _lines(document.text)
    told = ((span, span.of(document)) for span in spans)
    return [
        (storable(document.id), span.start, span.end, text.encode("utf-8", "replace").decode())
        for span, text in told
        if text.strip()
    ]


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans
