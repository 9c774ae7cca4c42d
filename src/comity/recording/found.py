"""What a record tells of its documents and sentences without handing out the whole of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.model import Source
from comity.recording._rows import stored

if TYPE_CHECKING:
    import sqlite3

    from comity.model import Span


@dataclass(frozen=True, slots=True)
class Told:
    """A document of the record as a list shows it."""

    id: str
    source: Source
    origin: str
    claims: int
    warnings: tuple[str, ...] = ()
    """What could not be read of it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the record that a search has found."""

    doc: str
    span: Span
    text: str


def as_sought(words: str) -> str:
    """Words as SQLite's search takes them: single ones, and what stands between double quotes as a phrase; "" for none.

    >>> as_sought('treaty "of peace" *')
    '"treaty" "of peace"'
    """
    # Each part is quoted, so that no word is read as an operator.
    parts = [part for index, text in enumerate(words.split('"')) for part in ([text] if index % 2 else text.split())]
    sought = " ".join(f'"{part}"' for part in parts if any(map(str.isalnum, part)))
    return sought.encode("utf-8", "replace").decode()


def told(connection: sqlite3.Connection) -> list[Told]:
    """All documents of a record, by id."""
    columns = ", ".join(f"documents.{name}" for name in Source.__slots__)
    count = "(SELECT count(*) FROM claims WHERE claims.doc = documents.id)"
    rows = connection.execute(f"SELECT id, {columns}, origin, {count}, warnings FROM documents ORDER BY id")
    return [
        Told(stored(row[0]), Source(*map(stored, row[1:-3])), stored(row[-3]), row[-2], tuple(json.loads(stored(row[-1]))))
        for row in rows
    ]
