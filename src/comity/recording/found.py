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
