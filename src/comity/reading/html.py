"""Web pages: the article's headings, paragraphs, lists, tables and captions, without the page's furniture.

>>> document = read(b"<title>A | B</title><nav>Menu</nav><h1>Lima</h1><p>Chile has an embassy in Lima.</p>", id="a")
>>> document.text
'Lima\\n\\nChile has an embassy in Lima.'
>>> [str(block.kind) for block in document.blocks], document.source.title
(['title', 'paragraph'], 'Lima')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from comity.errors import EmptyDocument
from comity.model import Block, BlockKind, Document, Source, Span
from comity.reading._articles import articles
from comity.reading._encoding import decode
from comity.reading._furniture import kind_of, without_furniture
from comity.reading._made import told
from comity.reading._mainpart import main_pieces
from comity.reading._page import Piece, bare, parse, pieces, prune
from comity.reading._pagemeta import declared_encoding, told_by_page

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml")
NAME = "web page"

_GAP = "\n\n"
_NEAR_TOP = 8
"""A title that is no heading stands among the first pieces."""


def read(raw: bytes, *, id: str, origin: str = "", source: Source = Source()) -> Document:
    """The document that a page is: its extracted text, and what the page declares under what is known already."""
    page, warnings = decode(raw, file=origin or id, format=NAME, declared=declared_encoding(raw))
    tree = parse(page)
    if tree is None:
        raise EmptyDocument(file=origin or id, size=len(raw))
    declared = told_by_page(tree)
    found = _pieces(tree, declared.title)
    if not found:
        raise EmptyDocument(file=origin or id, size=len(raw))
    text = _GAP.join(piece.words for piece in found)
    blocks = tuple(without_furniture(text, list(_blocks(found))))
    parted, articles_known = articles(text, blocks)
    known = source.over(declared).over(told(text, parted))
    return Document(id, text, parted, known, origin, articles_known, warnings)


def _pieces(tree: Any, title: str) -> list[Piece]:
    """The pieces of the page's text under its title."""
    prune(tree)
    found = main_pieces(tree, list(pieces(tree)))
    if not found or not title:
        return found
    same = [place for place, piece in enumerate(found) if bare(piece.words).casefold() == bare(title).casefold()]
    heads = [place for place in same if found[place].kind is BlockKind.HEADING] or [place for place in same if place < _NEAR_TOP]
    if not heads:
        return [Piece(BlockKind.TITLE, title, 0, 0.0, framed=False, home=0), *found]
    head = heads[0]
    # Above the title, the same words are the page's path to itself.
    above = [piece for place, piece in enumerate(found[:head]) if place not in same]
    return [*above, replace(found[head], kind=BlockKind.TITLE), *found[head + 1 :]]


def _blocks(found: Sequence[Piece]) -> Iterator[Block]:
    """The pieces as blocks of the text that they make together."""
    open_: list[tuple[int, Span]] = []
    at = 0
    for piece in found:
        span = Span(at, at + len(piece.words))
        at = span.end + len(_GAP)
        if piece.kind in (BlockKind.HEADING, BlockKind.TITLE):
            open_ = [(level, head) for level, head in open_ if level < piece.level]
        yield Block(_kind(piece), span, tuple(head for _, head in open_))
        if piece.kind is BlockKind.HEADING:
            open_.append((piece.level, span))


def _kind(piece: Piece) -> BlockKind:
    """What a piece is: one that is all link, a button or a byline is furniture."""
    if piece.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.ROW):
        return piece.kind
    if piece.kind is BlockKind.PARAGRAPH and piece.linked > 0.9 and len(piece.words) < 200:
        return BlockKind.BOILERPLATE
    return kind_of(piece.words) or piece.kind
