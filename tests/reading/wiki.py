"""Wikitext read in one line, for the tests of its reader."""

from __future__ import annotations

from comity.model import Document
from comity.reading import wikitext


def read(words: str, id: str = "ties-of-peru") -> Document:
    return wikitext.read(words.encode(), id=id)


def shown(words: str) -> list[tuple[str, str]]:
    """The kinds and words of all blocks but the title."""
    document = read(words)
    return [(str(block.kind), block.span.of(document)) for block in document.blocks[1:]]


def texts(words: str) -> list[str]:
    return [text for _, text in shown(words)]
