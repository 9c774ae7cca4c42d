"""Document -> Annotated: one kind of mention a file, found by looking into this folder.

A kind of mention is a module with `KIND` (its name), `NEEDS` (the kinds that it reads) and
`annotate(annotated, tools)`, which yields the mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from comity.gazetteer import Gazetteer
from comity.mentions import Annotated, Mention
from comity.model import Document
from comity.registry import plugins
from comity.triggers import Lexicon
from comity.vocabulary import Words


@dataclass(frozen=True, eq=False)
class Tools:
    """What annotators work with: who is who, and the words of the language."""

    gazetteer: Gazetteer
    lexicon: Lexicon
    words: Words


@dataclass(frozen=True, slots=True)
class Annotator:
    """One kind of mention: what it needs to have been found before, and how it is found."""

    kind: str
    needs: frozenset[str]
    annotate: Callable[[Annotated, Tools], Iterable[Mention]]


@cache
def annotators() -> tuple[Annotator, ...]:
    """All kinds of mention, each after those that it needs."""
    waiting = [
        Annotator(module.KIND, frozenset(module.NEEDS), module.annotate) for module in plugins("comity.annotating").values()
    ]
    ordered: list[Annotator] = []
    while waiting:
        there = {annotator.kind for annotator in ordered}
        ready = [annotator for annotator in waiting if annotator.needs <= there]
        if not ready:
            missing = {annotator.kind: sorted(annotator.needs - there) for annotator in waiting}
            raise RuntimeError(f"kinds of mention that wait for one another or for what nobody finds: {missing}")
        ordered += ready
        waiting = [annotator for annotator in waiting if annotator not in ready]
    return tuple(ordered)


def annotate(document: Document, tools: Tools) -> Annotated:
    """Find all kinds of mention in a document."""
    annotated = Annotated(document)
    for annotator in annotators():
        annotated = annotated.plus(annotator.kind, annotator.annotate(annotated, tools))
    return annotated
