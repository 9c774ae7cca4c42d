"""Plain text and Markdown: the document's text is the file's own, and its blocks are found by their look.

>>> document = read(b"= Peru and Chile =\\n\\n== Missions ==\\n* Chile has an embassy in Lima.\\n", id="a")
>>> [(str(block.kind), block.span.of(document)) for block in document.blocks]
[('title', 'Peru and Chile'), ('heading', 'Missions'), ('list item', 'Chile has an embassy in Lima.')]
"""

from __future__ import annotations

from comity.errors import EmptyDocument
from comity.model import Document, Source
from comity.reading._articles import articles
from comity.reading._encoding import decode
from comity.reading._layout import blocks
from comity.reading._made import told

SUFFIXES: tuple[str, ...] = (".txt", ".text", ".md")
NAME = "text"


def read(raw: bytes, *, id: str, origin: str = "", source: Source = Source()) -> Document:
    """The document that a plain text is; what is known of it already goes over what it tells itself."""
    text, warnings = decode(raw, file=origin or id, format=NAME)
    found = blocks(text)
    if not found:
        raise EmptyDocument(file=origin or id, size=len(raw))
    parted, known = articles(text, found)
    return Document(id, text, parted, source.over(told(text, parted)), origin, known, warnings)
