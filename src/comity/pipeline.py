"""The order of the stages: read, annotate, code, resolve, record. The only place that knows them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from comity.annotating import Tools, annotate
from comity.coding.coder import Coder
from comity.coding.rules import rules
from comity.errors import DocumentError
from comity.gazetteer import Gazetteer, actors
from comity.model import Annotated, Claim, Document, Source
from comity.reading import _sources as sources
from comity.recording.store import Store
from comity.registry import Folders
from comity.resolving.settle import Resolver


@dataclass(frozen=True)
class Options:
    """What a run may be told besides its sources."""

    published: str = ""
    publisher: str = ""
    folders: Folders = Folders()
    on_error: Callable[[DocumentError], None] = field(default=lambda error: None)

    @property
    def source(self) -> Source:
        return Source(published=self.published, publisher=self.publisher)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    done: int
    total: int
    claims: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done."""

    documents: int
    claims: int
    entries: int
    contradictions: int
    unchanged: int
    failed: int
    by_kind: dict[str, int]


class Pipeline:
    """The stages with the data files that they work from, made once and used for many documents."""

    def __init__(self, folders: Folders = Folders()) -> None:
        self.gazetteer: Gazetteer = actors(folders)
        self.rules = rules(folders)
        self._tools = Tools(self.gazetteer, self.rules.lexicon, self.rules.words)
        self._coder = Coder(self.rules, self.gazetteer)

    def annotate(self, document: Document) -> Annotated:
        """The document with its mentions."""
        return annotate(document, self._tools)

    def code(self, document: Document) -> list[Claim]:
        """The claims of one document."""
        annotated = self.annotate(document)
        drafts = self._coder.code(annotated)
        return Resolver(annotated, self.rules.kinds, self.gazetteer).settle(drafts)


@cache
def pipeline(folders: Folders = Folders()) -> Pipeline:
    """The pipeline over some folders of data, made once."""
    return Pipeline(folders)
