"""Claims as JSON Lines, the form that `comity code` writes and that reference claims are compared in.

>>> NAME, SUFFIX
('claims', '.jsonl')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from comity.presenting import claim_lines
from comity.presenting.export._files import writing
from comity.presenting.export._record import by_document

if TYPE_CHECKING:
    from pathlib import Path

    from comity.recording.store import Store

NAME = "claims"
WHAT = "One claim a line, as JSON: every field of its kind, the quote, where it stands, the rule."
SUFFIX = ".jsonl"


def write(store: Store, target: Path | TextIO) -> list[str]:
    """All claims, in the order of document, place, kind and id."""
    with writing(target) as stream:
        for document, claims in by_document(store):
            stream.writelines(claim_lines.lines(document, claims, store.kinds))
    return []
