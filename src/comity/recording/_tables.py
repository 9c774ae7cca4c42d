"""The form of the record: its tables, indexes and marks. Whoever changes them raises FORM.

What holds now stands in the tables of plain names; what held before in those that begin with `past_`, each row with the
moments at which it came and went.

Claims and entries are numbered as they come (`seq`), and what points to them holds the number: rows are then added at the end of
their tables, which keeps writing as fast in a large record as in a small one. A claim's number is never given again; its `id`
is what it is known by outside.
"""

from __future__ import annotations

APPLICATION_ID = 0x434F4D54
"""'COMT': what tells a record from any other SQLite file."""

FORM = 4

_DOCUMENT = """
  sha256 TEXT NOT NULL, digest TEXT NOT NULL, run TEXT NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL,
  publisher TEXT NOT NULL, published TEXT NOT NULL, url TEXT NOT NULL, accessed TEXT NOT NULL, archived TEXT NOT NULL,
  language TEXT NOT NULL, licence TEXT NOT NULL, origin TEXT NOT NULL, recorded TEXT NOT NULL, articles TEXT NOT NULL,
  warnings TEXT NOT NULL, text TEXT NOT NULL, blocks TEXT NOT NULL"""
# What is long stands last: SQLite reads a row from its begin.

_CLAIM = """
  kind TEXT NOT NULL, fields TEXT NOT NULL, when_edtf TEXT NOT NULL,
  begin_earliest TEXT, begin_latest TEXT, end_earliest TEXT, end_latest TEXT, factuality TEXT NOT NULL,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL, how TEXT NOT NULL, steps TEXT NOT NULL,
  run TEXT NOT NULL, block TEXT NOT NULL, rival TEXT NOT NULL, recorded TEXT NOT NULL"""

WRITINGS = "CREATE TABLE IF NOT EXISTS writings (seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, codes TEXT NOT NULL)"
"""What was written of whom, for readers that keep answers. No answer is made of it, so that a record may lack it."""

TABLES = f"""
{WRITINGS};

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE runs (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kinds TEXT NOT NULL, rules TEXT NOT NULL, actors TEXT NOT NULL,
  lexicon TEXT NOT NULL, parser TEXT NOT NULL, version TEXT NOT NULL,
  documents INTEGER NOT NULL DEFAULT 0, claims INTEGER NOT NULL DEFAULT 0,
  entries INTEGER NOT NULL DEFAULT 0, contradictions INTEGER NOT NULL DEFAULT 0, recorded_at TEXT NOT NULL DEFAULT ''
);

CREATE TABLE documents (id TEXT PRIMARY KEY, {_DOCUMENT});
CREATE TABLE past_documents (id TEXT NOT NULL, {_DOCUMENT}, until TEXT NOT NULL);
CREATE INDEX past_documents_by_id ON past_documents (id);

CREATE TABLE claims (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL REFERENCES documents, {_CLAIM}
);
CREATE TABLE past_claims (seq INTEGER NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL, {_CLAIM}, until TEXT NOT NULL);
CREATE INDEX past_claims_by_seq ON past_claims (seq);
CREATE INDEX past_claims_by_id ON past_claims (id);
CREATE INDEX past_claims_by_time ON past_claims (until);
CREATE TABLE past_claim_actors (
  code TEXT NOT NULL, kind TEXT NOT NULL, claim INTEGER NOT NULL, field TEXT NOT NULL, PRIMARY KEY (code, kind, claim, field)
) WITHOUT ROWID;
CREATE INDEX claims_by_recording ON claims (recorded);
CREATE INDEX claims_by_place ON claims (doc, "start");
CREATE INDEX claims_by_kind ON claims (kind);
CREATE INDEX claims_by_block ON claims (block);
CREATE INDEX claims_by_rival ON claims (rival, block) WHERE rival <> '';

CREATE TABLE claim_actors (
  code TEXT NOT NULL, kind TEXT NOT NULL, claim INTEGER NOT NULL REFERENCES claims, field TEXT NOT NULL,
  PRIMARY KEY (code, kind, claim, field)
) WITHOUT ROWID;
CREATE INDEX actors_by_claim ON claim_actors (claim);

CREATE TABLE entries (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, block TEXT NOT NULL);
CREATE INDEX entries_by_block ON entries (block);
CREATE INDEX entries_by_kind ON entries (kind);
CREATE INDEX entries_by_id ON entries (id);

CREATE TABLE entry_claims (
  entry INTEGER NOT NULL REFERENCES entries, claim INTEGER NOT NULL REFERENCES claims, part INTEGER NOT NULL, why TEXT NOT NULL,
  copy_of TEXT NOT NULL, PRIMARY KEY (entry, claim)
) WITHOUT ROWID;
CREATE INDEX entries_by_claim ON entry_claims (claim);

CREATE TABLE contradictions (
  entry INTEGER NOT NULL REFERENCES entries, field TEXT NOT NULL, stage TEXT NOT NULL, type TEXT NOT NULL, "values" TEXT NOT NULL,
  way TEXT NOT NULL,
  PRIMARY KEY (entry, field, stage, "values")
) WITHOUT ROWID;

CREATE TABLE judgements (
  seq INTEGER PRIMARY KEY, verdict TEXT NOT NULL, anchor TEXT NOT NULL, other TEXT NOT NULL, changes TEXT NOT NULL,
  who TEXT NOT NULL, "when" TEXT NOT NULL, why TEXT NOT NULL, batch TEXT NOT NULL, undoes INTEGER NOT NULL,
  mark TEXT NOT NULL UNIQUE, previous TEXT NOT NULL, hash TEXT NOT NULL,
  doc TEXT NOT NULL, other_doc TEXT NOT NULL
);
CREATE INDEX judgements_by_doc ON judgements (doc);
CREATE INDEX judgements_by_other_doc ON judgements (other_doc) WHERE other_doc <> '';
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;
CREATE TRIGGER judgements_last BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'a judgement is never removed'); END;

CREATE TABLE withdrawals (
  doc TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT NOT NULL, claims INTEGER NOT NULL, run TEXT NOT NULL
);

CREATE TABLE rulings (
  claim TEXT NOT NULL, state TEXT NOT NULL, doc TEXT NOT NULL, judgements TEXT NOT NULL, PRIMARY KEY (claim, state)
) WITHOUT ROWID;
CREATE INDEX rulings_by_doc ON rulings (doc);
CREATE TABLE ties (
  a TEXT NOT NULL, b TEXT NOT NULL, same INTEGER NOT NULL, kind TEXT NOT NULL, a_block TEXT NOT NULL, b_block TEXT NOT NULL,
  doc TEXT NOT NULL, other_doc TEXT NOT NULL, PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX ties_by_a_block ON ties (a_block);
CREATE INDEX ties_by_b_block ON ties (b_block);
CREATE TABLE lost (judgement INTEGER PRIMARY KEY, doc TEXT NOT NULL, why TEXT NOT NULL);
CREATE TABLE unsettled (doc TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE touched (block TEXT PRIMARY KEY, kind TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE passages (
  id INTEGER PRIMARY KEY, doc TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE INDEX passages_by_doc ON passages (doc, "start");
CREATE VIRTUAL TABLE passages_found USING fts5 (
  text, content='passages', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER passages_in AFTER INSERT ON passages BEGIN
  INSERT INTO passages_found (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER passages_out AFTER DELETE ON passages BEGIN
  INSERT INTO passages_found (passages_found, rowid, text) VALUES ('delete', old.id, old.text);
END;
"""

DOCUMENT_COLUMNS = (
    "id", "sha256", "digest", "run", "title", "author", "publisher", "published", "url", "accessed", "archived", "language",
    "licence", "origin", "blocks", "articles", "warnings", "text",
)  # fmt: skip

CLAIM_COLUMNS = (
    "id", "doc", "kind", "fields", "when_edtf", "begin_earliest", "begin_latest", "end_earliest", "end_latest", "factuality",
    "start", "end", "rule", "how", "steps", "run", "block", "rival",
)  # fmt: skip


ACTOR_COLUMNS = ("code", "kind", "claim", "field")

CLASH_COLUMNS = ("entry", "field", "stage", "type", "values", "way")


def insert(table: str, columns: tuple[str, ...]) -> str:
    """The statement that adds a row."""
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
