"""The record as a file: what is read back from it. All SQL stands in this folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from comity.errors import UnknownClaim, UnknownDocument, did_you_mean
from comity.gazetteer import actors
from comity.model import Claim, Contradiction, Document, Entry, Joined, Source, Span
from comity.recording import _files
from comity.recording._rows import claim_of, contradiction_of, document_of, storable, stored
from comity.recording._tables import CLAIM_COLUMNS, CLASH_COLUMNS, DOCUMENT_COLUMNS
from comity.recording.copies import origins
from comity.recording.found import Passage, Told, as_sought, told
from comity.recording.judged import Judged
from comity.recording.making import in_order
from comity.recording.moments import at_once
from comity.recording.pairs import between, listed
from comity.recording.views import View, look, seen
from comity.recording.writer import Run, Writer, writing
from comity.recording.writings import Keep, Keeping, Weight
from comity.registry import Folders
from comity.schema import Kind, Kinds, inheriting, kinds

if TYPE_CHECKING:
    import sqlite3
    from contextlib import AbstractContextManager
    from types import TracebackType

Codes = str | Collection[str]
Made = TypeVar("Made")
Pair = tuple[Codes, Codes]

_CLAIM = ", ".join(f'claims."{name}"' for name in CLAIM_COLUMNS) + ", documents.sha256"
_CLAIMS = f"SELECT {_CLAIM} FROM claims JOIN documents ON documents.id = claims.doc"
_ORDER = 'ORDER BY claims.doc, claims."start", claims.kind, claims.id'
_AMONG = "IN (SELECT value FROM json_each(?))"
_MEMBERS = (
    f"SELECT {_CLAIM}, entry_claims.entry, entry_claims.part, entry_claims.why, entry_claims.copy_of "
    "FROM entry_claims JOIN claims ON claims.seq = entry_claims.claim JOIN documents ON documents.id = claims.doc "
    f"WHERE entry_claims.entry {_AMONG}"
)
_SEARCH = (
    'SELECT doc, "start", "end", passages.text FROM passages_found JOIN passages ON passages.id = passages_found.rowid '
    'WHERE passages_found MATCH ? ORDER BY bm25(passages_found), doc, "start" LIMIT ?'
)
_TEXTS = 32  # documents kept at hand for quoting


class Store:
    """A record, open for reading. `folders` say where its users' own actors stand, `view` as what it is read."""

    def __init__(self, connection: sqlite3.Connection, path: Path, folders: Folders = Folders(), view: View = View()) -> None:
        self.path, self.folders, self.view, self._connection = path, folders, view, connection
        look(connection, view, self.kinds)
        self._document = lru_cache(maxsize=_TEXTS)(self._read_document)
        # Without its blocks, which take the most time to read and are no part of a quote.
        self._page = lru_cache(maxsize=_TEXTS)(partial(self._read_document, blocks="'[]'"))
        self._publication = lru_cache(maxsize=None)(self._read_publication)
        self.keeping: Keeping | None = None
        """Set by who opens a record more than once and knows when it changes: then all of them share what was made of it."""

    @classmethod
    def open(cls, path: Path | str, folders: Folders = Folders(), view: View = View()) -> Store:
        """The record in a file; NoRecord, NotARecord or OtherVersion where it cannot be read."""
        return cls(_files.to_read(Path(path)), Path(path), folders, view)

    @classmethod
    def create(cls, path: Path | str) -> Store:
        """An empty record, open for reading; one that is there already is left as it is."""
        with cls.writer(path):
            pass
        return cls.open(path)

    @staticmethod
    def writer(path: Path | str, run: Run | None = None, of_kinds: Kinds | None = None) -> AbstractContextManager[Writer]:
        """The one writer of a record, which is made where there is none; RecordBusy while another process writes."""
        return writing(Path(path), run or Run(), of_kinds or inheriting(kinds(), actors().heirs))

    def at_once(self, seconds: float) -> AbstractContextManager[None]:
        """What is asked within sees one state of the record, and is given up with `Interrupted` after so many seconds."""
        return at_once(self._connection, seconds)

    def kept(self, what: Hashable, make: Callable[[], Made], keep: Keep = Keep()) -> Made:
        """What was made of this record before, as it is seen now, where somebody keeps such things; else made now."""
        return self.keeping((what, self.view), make, keep) if self.keeping else make()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @cached_property
    def kinds(self) -> Kinds:
        """The kinds of claim by which this record was made."""
        told = self._one("SELECT value FROM meta WHERE name = 'kinds'")
        return Kinds(msgspec.json.decode(told, type=dict[str, Kind])) if told else kinds(self.folders)

    @property
    def finished(self) -> bool:
        """Are all claims joined into entries? Not while a run is under way, or after one that was broken off."""
        return not self._one("SELECT count(*) FROM touched")

    def run_info(self) -> Run | None:
        """The newest run, with the digests of what it coded by; None in an empty record."""
        columns = [name for name in Run.__slots__ if name != "id"]
        row = self._connection.execute(f"SELECT {', '.join(columns)} FROM runs ORDER BY seq DESC LIMIT 1").fetchone()
        return Run(**dict(zip(columns, row, strict=True))) if row else None

    @cached_property
    def judged(self) -> Judged:
        """What people decided in it."""
        return Judged(self._connection)

    def count_by_kind(self) -> dict[str, int]:
        """How many claims of each kind the record holds."""
        return dict(self._connection.execute("SELECT kind, count(*) FROM claims GROUP BY kind ORDER BY kind").fetchall())

    def documents(self) -> list[Told]:
        """All documents, by id, without their texts."""
        return told(self._connection)

    def document(self, id: str) -> Document:
        """One document with its text; an UnknownChoice error where there is none of that id."""
        return self._document(id)

    def sha_of(self, doc: str) -> str:
        """The sha256 of a document's text; "" where the record has none of that id."""
        return self._one("SELECT sha256 FROM documents WHERE id = ?", storable(doc)) or ""

    def quote(self, claim: Claim) -> str:
        """The words that say a claim: of most a sentence that is kept by itself, so that no whole text need be read."""
        sql = 'SELECT text FROM passages WHERE doc = ? AND "start" = ? AND "end" = ?'
        place = (storable(claim.doc), claim.evidence.start, claim.evidence.end)
        kept = "" if self.view.until else self._one(sql, *place)
        # What no search could find, such as half of a surrogate pair, stands there as a question mark.
        return kept if kept and "?" not in kept else claim.evidence.of(self._page(claim.doc))

    def source(self, claim: Claim) -> Source:
        """What is known of the document that a claim stands in; of the article, in a page of several."""
        source, articles = self._publication(claim.doc)
        if articles < 2:
            return source
        document = self.document(claim.doc)
        blocks = (block for block in document.blocks if claim.evidence.touches(block.span))
        return next((document.article(block) for block in blocks), document.source)

    def claims(
        self,
        kind: str = "",
        codes: Codes = (),
        *,
        pair: Pair | None = None,
        doc: str = "",
        within: Span | None = None,
    ) -> list[Claim]:
        """Claims in the order of the documents: of one kind; that name one of the codes; that bear on both sides of a pair."""
        where, told = self._narrowed(kind, codes)
        if pair is not None:
            where, told = [*where, f"claims.seq {_AMONG}"], [*told, self._between(kind, pair)]
        if doc:
            where, told = [*where, "claims.doc = ?"], [*told, storable(doc)]
        if within is not None:
            where, told = [*where, 'claims."start" >= ? AND claims."end" <= ?'], [*told, within.start, within.end]
        return list(self._claims(f"WHERE {' AND '.join(where)} {_ORDER}" if where else _ORDER, told))

    def claim(self, prefix: str) -> Claim:
        """The claim whose id begins so; an UnknownClaim error where there is none, or more than one."""
        wanted = prefix.strip().casefold()
        reach = [wanted, wanted + "\U0010ffff"]
        found = list(self._claims("WHERE claims.id >= ? AND claims.id < ? ORDER BY claims.id LIMIT 4", reach))
        exact = [claim for claim in found if claim.id == wanted] or found
        if len(exact) == 1 and wanted:
            return exact[0]
        hint = f" More than one does: {', '.join(claim.id for claim in found)}." if found and wanted else ""
        if wanted and not found and self._one("SELECT 1 FROM main.claims WHERE id >= ? AND id < ?", *reach):
            hint = " One that was rejected or corrected has: ask with --rejected."
        raise UnknownClaim(id=prefix, hint=hint)

    def entries(
        self, kind: Codes = "", codes: Codes = (), *, pair: Pair | None = None, contradicted: bool = False
    ) -> list[Entry]:
        """Entries, by kind and id, of one kind or some, that hold a claim such as `claims` would give; each with all its claims.

        `contradicted` leaves out those whose sources do not exclude one another.
        """
        only = " AND entries.seq IN (SELECT entry FROM contradictions)" if contradicted else ""
        where, told = self._narrowed(kind, codes)

        def found() -> list[Entry]:
            rows = self._connection.execute(f"SELECT claims.seq FROM claims WHERE {' AND '.join(where)}", told)
            return self._entries_of([row[0] for row in rows], only)

        if pair is not None:
            where, told = [*where, f"claims.seq {_AMONG}"], [*told, self._between(kind, pair)]
            return list(self._beside(("entries", listed(kind), listed(codes), only), pair, found))
        if codes:
            return found()
        return self._entries(f"WHERE {where[0].replace('claims', 'entries') if kind else 1}{only}", told)

    def entry_of(self, claim: Claim) -> Entry | None:
        """The entry that a claim has joined."""
        rows = self._connection.execute("SELECT seq FROM claims WHERE id = ?", [claim.id])
        return next(iter(self._entries_of([row[0] for row in rows])), None)

    def copies(self, claims: Iterable[str]) -> dict[str, str]:
        """For those claims, by id, whose sentence another document had first, that document."""
        return origins(self._connection, claims)

    def search(self, words: str, limit: int = 50) -> list[Passage]:
        """Sentences that hold all of the words, the best first; words between double quotes stand side by side."""
        sought = as_sought(words)
        rows = self._connection.execute(_SEARCH, [sought, limit]) if sought else ()
        return [Passage(stored(doc), Span(start, end), text) for doc, start, end, text in rows]

    def _between(self, kind: Codes, pair: Pair) -> str:
        """The numbers of the claims that bear on both sides of a pair, as SQLite takes them."""
        found = partial(between, self._connection, self.kinds, kind, pair)
        return json.dumps(self._beside(("between", listed(kind)), pair, found))

    def _beside(self, what: tuple[object, ...], pair: Pair, make: Callable[[], Made]) -> Made:
        """What was made of what is between two sides."""
        about = tuple([side] if isinstance(side, str) else side for side in pair)
        return self.kept((what, *map(listed, pair)), make, Keep(Weight.MIDDLING, about))

    def _one(self, sql: str, *told: object) -> Any:
        row = self._connection.execute(sql, told).fetchone()
        return row[0] if row else None

    def _read_publication(self, id: str) -> tuple[Source, int]:
        """What is known of a document as a whole, and of how many articles it is made."""
        columns = ", ".join(Source.__slots__)
        sql = f"SELECT {columns}, json_array_length(articles) FROM documents WHERE id = ?"
        row = self._connection.execute(sql, [storable(id)]).fetchone()
        return (Source(*map(stored, row[:-1])), row[-1]) if row else (Source(), 0)

    def _read_document(self, id: str, blocks: str = "blocks") -> Document:
        columns = ", ".join(blocks if name == "blocks" else name for name in DOCUMENT_COLUMNS)
        row = self._connection.execute(f"SELECT {columns} FROM documents WHERE id = ?", [storable(id)]).fetchone()
        if row is None:
            ids = [stored(one[0]) for one in self._connection.execute("SELECT id FROM documents ORDER BY id")]
            some = ", ".join(ids[:10]) + (" …" if len(ids) > 10 else "")
            raise UnknownDocument(value=id, allowed=some, hint=did_you_mean(id, ids))
        return document_of(row)

    def _claims(self, rest: str, told: Sequence[object]) -> Iterator[Claim]:
        for row in self._connection.execute(f"{_CLAIMS} {rest}", told):
            yield claim_of(row[:-1], row[-1])

    def _narrowed(self, kind: Codes, codes: Codes) -> tuple[list[str], list[object]]:
        """Conditions on claims, and what stands for their question marks."""
        if not codes:
            return ([f"claims.kind {_AMONG}"], [listed(kind)]) if kind else ([], [])
        of_kind = f"kind {_AMONG} AND " if kind else ""
        where = f"claims.seq IN (SELECT claim FROM claim_actors WHERE {of_kind}code {_AMONG})"
        return [where], [*([listed(kind)] if kind else []), listed(codes)]

    def _entries_of(self, claims: Iterable[int], only: str = "") -> list[Entry]:
        """The entries that hold claims of some numbers."""
        chosen = f"SELECT entry FROM entry_claims WHERE claim {_AMONG}"
        return self._entries(f"WHERE entries.seq IN ({chosen}){only}", [json.dumps(list(claims))])

    def _entries(self, where: str, told: Sequence[object]) -> list[Entry]:
        """The entries that a condition chooses, with their claims and contradictions: three statements, however many."""
        names = self._connection.execute(f"SELECT seq, id, kind FROM entries {where} ORDER BY kind, id", told).fetchall()
        chosen = [json.dumps([number for number, *_ in names])]
        members: dict[int, list[Claim]] = {}
        joined: dict[int, dict[str, Joined]] = {}
        for row in self._connection.execute(_MEMBERS, chosen):
            members.setdefault(row[-4], []).append(claim := claim_of(row[:-5], row[-5]))
            joined.setdefault(row[-4], {})[claim.id] = Joined(*row[-3:])
        called, clashes = {number: name for number, name, _ in names}, dict[int, list[Contradiction]]()
        columns = ", ".join(f'"{name}"' for name in CLASH_COLUMNS)
        for row in self._connection.execute(
            f"SELECT {columns} FROM contradictions WHERE entry {_AMONG} ORDER BY 1, 2, 3, 5", chosen
        ):
            clashes.setdefault(row[0], []).append(contradiction_of(row, called[row[0]]))
        return [
            Entry(name, kind, in_order(members[one]), seen(clashes.get(one, ()), members[one]), joined[one])
            for one, name, kind in names
            if one in members
        ]
