"""Makes an annotated document of a sentence, for the examples in the other files of this folder."""

from __future__ import annotations

from functools import cache

from comity.annotating import Tools, annotate
from comity.gazetteer import actors
from comity.mentions import Annotated
from comity.model import Block, BlockKind, Document, Span
from comity.triggers import lexicon
from comity.vocabulary import compile_words


@cache
def tools() -> Tools:
    """The tools that the package ships with, without the words of its rules."""
    return Tools(actors(), lexicon(), compile_words(lexicon()))


def annotated(text: str) -> Annotated:
    """A document of one paragraph, with all mentions."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return annotate(Document("example", text, (block,)), tools())
