"""Sentences: of paragraphs and captions each one; a heading, list line, pair or table row is one piece.

>>> from comity.annotating._example import annotated
>>> document = annotated("Mr. Abe met Dr. Kim on Jan. 3. They talked.")
>>> [mention.span.of(document.document) for mention in document.all("sentence")]
['Mr. Abe met Dr. Kim on Jan. 3.', 'They talked.']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sentencex import get_sentence_boundaries

from comity.annotating import Tools
from comity.mentions import Annotated, Mention
from comity.model import Block, BlockKind, Span

KIND = "sentence"
NEEDS: frozenset[str] = frozenset()

RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.ITEM})
UNREAD = frozenset({BlockKind.BOILERPLATE})
# What may not end a sentence though a stop stands there: titles, initials, months, "No. 3", "St. Petersburg".
UNENDED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|Prof|Rev|Hon|St|No|Nos|Art|vs|cf|ca|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept|Sep|Oct|Nov|Dec|U\.S|U\.K|U\.N|e\.g|i\.e|approx|Inc|Ltd|Co|Fr|H\.E)|\b[A-Z])\.$"
)
# A day that stands alone leads in what a chronicle tells of it: "Feb. 3. The treaty was signed."
DAY = re.compile(
    r"\W{0,3}(?:\d{4}[,.:]?\s+)?(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)(?:,?\s+\d{4})?\s*\.\W{0,2}$"
)
# Within a quotation of several sentences, where one ends and the next begins.
QUOTED = re.compile(r"(?<=[a-z0-9)’'][.!?])\s+(?=[A-Z][a-z]+(?:['’]\w+)?,? [a-z])")
CLOSING = "\"'”’»)]"


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """The sentences of every block that is read."""
    text = annotated.document.text
    for block in annotated.document.blocks:
        if block.kind in UNREAD:
            continue
        for span in _pieces(text, block):
            yield Mention(KIND, span, block.kind.value)


def _pieces(text: str, block: Block) -> Iterator[Span]:
    if block.kind not in RUNNING:
        yield block.span
        return
    yield from split(text, block.span)


def split(text: str, within: Span) -> Iterator[Span]:
    """The sentences of a stretch of running text, without the blanks around them."""
    piece = text[within.start : within.end]
    bounds = [(found["start_index"], found["end_index"]) for found in get_sentence_boundaries("en", piece)]
    start = None
    for begin, end in bounds:
        start = begin if start is None else start
        words = piece[start:end].strip()
        if not words or (end < len(piece) and not _ends(words, piece[end:].lstrip()[:1])):
            continue
        yield from _unquoted(piece, start, end, within.start)
        start = None
    if start is not None and piece[start:].strip():
        yield from _unquoted(piece, start, len(piece), within.start)


def _unquoted(piece: str, start: int, end: int, offset: int) -> Iterator[Span]:
    """A sentence, or the several of a quotation that was taken for one."""
    cuts = QUOTED.finditer(piece, start, end) if any(mark in piece[start:end] for mark in '"“«') else ()
    for cut in cuts:
        if _ends(piece[start : cut.start()], piece[cut.end()]):
            yield _trimmed(piece, start, cut.start(), offset)
            start = cut.end()
    yield _trimmed(piece, start, end, offset)


def _ends(words: str, following: str) -> bool:
    """Is this the end of a sentence, by its last words and the letter that follows?"""
    bare = words.rstrip(CLOSING)
    if not bare or bare[-1] not in ".!?…:":
        return not following.islower()
    if DAY.match(bare) or (UNENDED.search(bare) and not bare.endswith(("U.S.", "U.K.", "U.N."))):
        return False
    return not following.islower()


def _trimmed(piece: str, start: int, end: int, offset: int) -> Span:
    while start < end and piece[start].isspace():
        start += 1
    while end > start and piece[end - 1].isspace():
        end -= 1
    return Span(offset + start, offset + end)
