"""Wikitext: articles of Wikipedia and other wikis as their editors wrote them.

>>> document = read(b"{{flag|Peru}} '''left'''.<ref>{{cite web|title=A}}</ref>\\n== Ties ==\\n* In [[Lima]].", id="ties-of-peru")
>>> [(str(block.kind), block.span.of(document)) for block in document.blocks]
[('title', 'Ties of Peru'), ('paragraph', 'Peru left.'), ('heading', 'Ties'), ('list item', 'In Lima.')]
>>> document.blocks[1].citation
'"A"'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from comity.errors import EmptyDocument
from comity.model import BlockKind, Document, Source
from comity.reading._encoding import decode
from comity.reading._wiki_inline import Inline
from comity.reading._wiki_layout import Layout
from comity.reading._wiki_pieces import Piece, compose
from comity.reading._wiki_source import prepare

SUFFIXES: tuple[str, ...] = (".wiki", ".wikitext", ".mediawiki")
NAME = "wikitext"

_REDIRECT = re.compile(r"\s*#redirect\s*:?\s*\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]", re.IGNORECASE)
_DISPLAYED = re.compile(r"\{\{\s*DISPLAYTITLE\s*:\s*([^{}|]+)", re.IGNORECASE)


def read(raw: bytes, *, id: str, origin: str = "", source: Source = Source()) -> Document:
    """The document that an article is: what a reader of the wiki would read, and what its footnotes cite.

    Its title is the one that is known, that it displays, or that its file is named after.
    """
    wikitext, warnings = decode(raw, file=origin or id, format=NAME)
    title = source.title or _title(wikitext, id)
    known = source.over(Source(title=title, language="en"))
    head = Piece(BlockKind.TITLE, title)
    if redirect := _REDIRECT.match(wikitext):
        to = " ".join(redirect[1].replace("_", " ").split())
        text, blocks = compose([head, Piece(BlockKind.BOILERPLATE, f"Redirect to {to}")])
        return Document(id, text, blocks, known, origin, warnings=(*warnings, f"it only redirects to {to!r}"))
    layout = Layout(prepare(wikitext))
    pieces = layout.article()
    if not pieces:
        raise EmptyDocument(file=origin or id, size=len(raw))
    text, blocks = compose([head, *pieces])
    return Document(id, text, blocks, known, origin, warnings=(*warnings, *_unread(layout.inline)))


def _unread(inline: Inline) -> Iterator[str]:
    for name, count in _by_number(inline.unknown):
        yield f"template {name!r} not known: {count} times; the words in it were kept"
    for name, count in _by_number(inline.computed):
        yield f"template {name!r} shows what only the wiki can work out: {count} times; nothing stands for it"


def _by_number(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _title(wikitext: str, id: str) -> str:
    """The title that the text displays, or the words of the file's name, with capitals as the text writes them."""
    displayed = _DISPLAYED.search(wikitext)
    if displayed:
        return " ".join(re.sub(r"'{2,}|<[^<>]*>|_", " ", displayed[1]).split())
    words = [word for word in re.split(r"[-_\s]+", id) if word]
    shown = [_as_written(word, wikitext) if word.islower() else word for word in words]
    return " ".join([shown[0][0].upper() + shown[0][1:], *shown[1:]]) if shown else id


def _as_written(word: str, wikitext: str) -> str:
    """A word with the capitals that it mostly has inside sentences; a short one that is only seen at their start has none."""
    form = rf"(?<![\w-]){re.escape(word)}(?![\w-])"
    found = Counter(re.findall(rf"(?<=[a-z,] ){form}", wikitext, re.IGNORECASE))
    if not found and len(word) > 3:
        found = Counter(re.findall(form, wikitext, re.IGNORECASE))
    return max(found, key=lambda form: (found[form], form)) if found else word
