"""The sentences and lines of a document as they are coded, and what sort of text each is."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from comity.coding.engine import Candidate
from comity.coding.grammar import Grammar
from comity.coding.items import Item
from comity.model import Block, BlockKind, Document, Span

LINES = frozenset({BlockKind.ITEM, BlockKind.PAIR, BlockKind.ROW, BlockKind.HEADING, BlockKind.CAPTION})
RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.TITLE})
PARSED = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION})
"""Blocks that may hold sentences; headings are none, and rows and pairs have no grammar."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence as the coder has it: its block with its number, its items, and its grammar where it was parsed."""

    number: int
    block: Block
    span: Span
    row: Sequence[Item] = ()
    grammar: Grammar | None = None
    candidates: Sequence[Candidate] = ()
    """The plans for which it has the words and mentions."""
    led: Set[str] = frozenset()
    """The concepts of what leads in the list in which it is a line."""
    before: str = ""
    """What stands before it, where it is looked at again."""


def is_running(document: Document, place: Place) -> bool:
    """Is it a sentence of running text? A line of a list is, where it ends as a sentence does."""
    if place.block.kind not in PARSED:
        return False
    return place.block.kind is not BlockKind.ITEM or _is_ended(document, place)


def _is_ended(document: Document, place: Place) -> bool:
    return place.span.of(document).rstrip("”\"')]").endswith((".", "!", "?"))


def announces(document: Document, place: Place) -> bool:
    """Is it a heading, or a line that stands over a list as one does?"""
    following = document.blocks[place.number + 1 : place.number + 2]
    listed = bool(following) and following[0].kind in LINES and place.block.kind is BlockKind.PARAGRAPH
    return place.block.kind is BlockKind.HEADING or (listed and not _is_ended(document, place))
