"""The form of the record: its tables, indexes and marks. Whoever changes them raises FORM."""

from __future__ import annotations

APPLICATION_ID = 0x434F4D54
"""'COMT': what tells a record from any other SQLite file."""

FORM = 1

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE runs (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kinds TEXT NOT NULL, rules TEXT NOT NULL, actors TEXT NOT NULL,
  lexicon TEXT NOT NULL, version TEXT NOT NULL, documents INTEGER NOT NULL DEFAULT 0, claims INTEGER NOT NULL DEFAULT 0,
  entries INTEGER NOT NULL DEFAULT 0, contradictions INTEGER NOT NULL DEFAULT 0, recorded_at TEXT NOT NULL DEFAULT ''
);

CREATE TABLE documents (
  id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, digest TEXT NOT NULL, run TEXT NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL,
  publisher TEXT NOT NULL, published TEXT NOT NULL, url TEXT NOT NULL, accessed TEXT NOT NULL, archived TEXT NOT NULL,
  language TEXT NOT NULL, licence TEXT NOT NULL, origin TEXT NOT NULL, blocks TEXT NOT NULL, articles TEXT NOT NULL,
  warnings TEXT NOT NULL, text TEXT NOT NULL
);

CREATE TABLE claims (
  id TEXT PRIMARY KEY, doc TEXT NOT NULL REFERENCES documents, kind TEXT NOT NULL, fields TEXT NOT NULL, when_edtf TEXT NOT NULL,
  begin_earliest TEXT, begin_latest TEXT, end_earliest TEXT, end_latest TEXT, factuality TEXT NOT NULL,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL, how TEXT NOT NULL, steps TEXT NOT NULL,
  run TEXT NOT NULL, block TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX claims_by_place ON claims (doc, "start");
CREATE INDEX claims_by_kind ON claims (kind, begin_earliest);
CREATE INDEX claims_by_time ON claims (begin_earliest, end_latest);
CREATE INDEX claims_by_block ON claims (block);

CREATE TABLE claim_actors (
  code TEXT NOT NULL, claim TEXT NOT NULL REFERENCES claims, field TEXT NOT NULL, PRIMARY KEY (code, claim, field)
) WITHOUT ROWID;
CREATE INDEX actors_by_claim ON claim_actors (claim);

CREATE TABLE entries (id TEXT PRIMARY KEY, kind TEXT NOT NULL, block TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX entries_by_block ON entries (block);
CREATE INDEX entries_by_kind ON entries (kind);

CREATE TABLE entry_claims (
  entry TEXT NOT NULL REFERENCES entries, claim TEXT NOT NULL REFERENCES claims, PRIMARY KEY (entry, claim)
) WITHOUT ROWID;
CREATE INDEX entries_by_claim ON entry_claims (claim);

CREATE TABLE contradictions (
  entry TEXT NOT NULL REFERENCES entries, field TEXT NOT NULL, stage TEXT NOT NULL, type TEXT NOT NULL, "values" TEXT NOT NULL,
  PRIMARY KEY (entry, field, stage, "values")
) WITHOUT ROWID;

CREATE TABLE judgements (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
  kind TEXT NOT NULL, verdict TEXT NOT NULL, field TEXT NOT NULL DEFAULT '', value TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL, "when" TEXT NOT NULL, why TEXT NOT NULL, batch TEXT NOT NULL DEFAULT '',
  undone INTEGER REFERENCES judgements, hash TEXT NOT NULL, previous TEXT NOT NULL
);
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;
CREATE TRIGGER judgements_last BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'a judgement is never removed'); END;

CREATE TABLE withdrawals (
  doc TEXT NOT NULL, sha256 TEXT NOT NULL, title TEXT NOT NULL, claims INTEGER NOT NULL, run TEXT NOT NULL
);

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
    "start", "end", "rule", "how", "steps", "run", "block",
)  # fmt: skip


def insert(table: str, columns: tuple[str, ...]) -> str:
    """The statement that adds a row."""
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"
