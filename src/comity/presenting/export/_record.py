"""The record in the order in which exports write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.model import Claim, Document
    from comity.recording.store import Store


def by_document(store: Store) -> Iterator[tuple[Document, list[Claim]]]:
    """Each document in the order of ids, with its claims in the order of its text."""
    for told in store.documents():
        yield store.document(told.id), store.claims(doc=told.id)
