"""What a record tells of its documents and sentences without handing out the whole of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.model import Source, Span


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
