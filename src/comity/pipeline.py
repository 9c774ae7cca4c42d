"""The order of the stages: read, annotate, code, resolve, record. The only place that knows them all."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from comity import __version__
from comity.annotating import Tools, annotate
from comity.arranging import sides
from comity.coding.coder import Coder
from comity.coding.gleaning import Gleaner
from comity.coding.rules import Sort, rules
from comity.errors import DocumentError
from comity.gazetteer import Gazetteer, actors
from comity.learned import GLEANERS
from comity.mentions import GLEANED, Annotated, Draft, Tree
from comity.model import Claim, Document, Source, Span
from comity.parsing import digest as parser_digest
from comity.parsing import parser
from comity.reading import Found, find, load
from comity.reading._formats import container, suffix_of
from comity.recording._rows import digest
from comity.recording.store import Store
from comity.recording.writer import Run, Writer
from comity.registry import NO_PARSER, Folders
from comity.resolving.settle import Resolver
from comity.resolving.standing import Standing
from comity.schema import inheriting
from comity.sensing import Named, Sensed, sensor, told
from comity.waste import uncollected


@dataclass(frozen=True)
class Options:
    """What a run may be told besides its sources."""

    published: str = ""
    publisher: str = ""
    folders: Folders = field(default_factory=Folders)
    titles: tuple[str, ...] = ()
    """Which pages of a dump are wanted, by their titles; without any, all."""
    jobs: int = 1
    inside: bool = False
    """Are affairs inside a state wanted too: police against protesters, rebels against an army?"""
    gleaning: float | None = None
    """How likely what a sentence says by the words of a rule alone must be to be a claim: 1 wants none; None is our own limit."""
    on_error: Callable[[DocumentError], None] = field(default=lambda error: None)

    @property
    def source(self) -> Source:
        """What the options tell of every document."""
        return Source(published=self.published, publisher=self.publisher)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is; `total` is 0 where it is not known."""

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

    def __init__(self, folders: Folders = Folders(), *, inside: bool = False, gleaning: float | None = None) -> None:
        self.gazetteer: Gazetteer = actors(folders)
        self._parser = folders.parser
        self.rules = rules(folders, inside=inside)
        self._limit = told().limit if gleaning is None else gleaning
        self._gleaner = None if inside or folders.parser == NO_PARSER or gleaning == 1 else Gleaner(self.rules, self.sense)
        self._tools = Tools(self.gazetteer, self.rules.lexicon, self.rules.words)
        self._coder = self.coder()

    def coder(self, *, all_parsed: bool = False) -> Coder:
        """A coder over the pipeline's rules; one that parses every sentence, where that is to be compared."""
        parse = self.trees if self._parser != NO_PARSER else None
        return Coder(self.rules, self.gazetteer, parse, all_parsed=all_parsed, gleaner=self._gleaner)

    def trees(self, document: Document, sentences: Sequence[Span]) -> Sequence[Tree | None]:
        """The trees of some sentences; the parser is loaded when the first is asked for."""
        return parser(self._parser).trees(document, sentences)

    def sense(self, text: str, before: str, named: Sequence[Named], wanted: Set[Sort] = frozenset()) -> Sequence[Sensed]:
        """What a sentence may say (see `Sensor.read`); the model is loaded when the first is asked about."""
        return sensor().read(text, before, named, wanted)

    def annotate(self, document: Document) -> Annotated:
        """The document with its mentions."""
        with uncollected():
            return annotate(document, self._tools)

    def code(self, document: Document) -> list[Claim]:
        """The claims of one document."""
        return self.claims(self.annotate(document))

    def claims(self, annotated: Annotated, rule: str = "") -> list[Claim]:
        """The claims of a document whose mentions have been found; of one rule's grammar alone, where it is named."""
        drafts = (draft for draft in self._coder.code(annotated) if not rule or _is_of(draft, rule))
        with uncollected():
            return self.resolver(annotated, alone=bool(rule)).settle(drafts)

    def resolver(self, annotated: Annotated, *, alone: bool = False) -> Resolver:
        """What makes claims of the drafts of a document; of those of a rule alone, nothing is read as a whole."""
        kinds, inside = self.rules.kinds, self.rules.lexicon.inside
        if self._gleaner is None:
            return Resolver(annotated, kinds, self.gazetteer, inside=inside)
        standing = None if alone else Standing(annotated, self.gazetteer, sides(), self._limit)
        return Resolver(annotated, kinds, self.gazetteer, inside=inside, standing=standing, sure=self._limit)


def _is_of(draft: Draft, rule: str) -> bool:
    return draft.how != GLEANED and draft.rule.rpartition(":")[0] == rule


@cache
def pipeline(folders: Folders = Folders(), *, inside: bool = False, gleaning: float | None = None) -> Pipeline:
    """The pipeline over some folders of data, made once; `inside` codes affairs inside a state too, and gleans nothing."""
    with uncollected():
        return Pipeline(folders, inside=inside, gleaning=gleaning)


def code(sources: Sequence[Path | str], *, options: Options = Options()) -> Iterator[tuple[Document, list[Claim]]]:
    """Read and code documents, one after another, keeping no record.

    Args:
        sources: Files and folders.
        options: What the documents do not tell themselves, a user's own folders, and who hears of errors.

    Yields:
        Each document that could be read, with its claims in the order of the text.

    Raises:
        NoSource, NoDocuments: A path is not there, or nothing in it can be read.
        RuleError: A data file is wrong.
    """
    pipe = pipeline(options.folders, inside=options.inside, gleaning=options.gleaning)
    for found in _found(sources, options):
        document = _loaded(found, options)
        if document is not None:
            yield document, pipe.code(document)


@dataclass(frozen=True)
class Coded:
    """What came of one document: itself with its claims and sentences, or why it could not be read."""

    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    sentences: tuple[Span, ...] = ()
    unchanged: bool = False
    error: DocumentError | None = None


@dataclass(frozen=True)
class Work:
    """Reads and codes one document after another; it can be sent to another process."""

    folders: Folders
    known: Mapping[str, str]
    """Digests of documents that need not be coded again, by id."""
    inside: bool = False
    gleaning: float | None = None

    def __call__(self, found: Found) -> Coded:
        """What comes of one document."""
        try:
            document = load(found)
        except DocumentError as error:
            return Coded(error=error)
        if self.known.get(document.id) == digest(document):
            return Coded(unchanged=True)
        pipe = pipeline(self.folders, inside=self.inside, gleaning=self.gleaning)
        annotated = pipe.annotate(document)
        sentences = tuple(mention.span for mention in annotated.all("sentence"))
        return Coded(document, tuple(pipe.claims(annotated)), sentences)


Each = Callable[[Work, Iterable[Found], int], Iterator[Coded | DocumentError]]
"""How the work on many documents is done: the results in their order."""


def one_by_one(work: Work, items: Iterable[Found], jobs: int) -> Iterator[Coded | DocumentError]:
    """The work on each document in this process."""
    del jobs
    return map(work, items)


def build(
    sources: Sequence[Path | str],
    out: Path | str,
    *,
    options: Options = Options(),
    report: Callable[[Progress], None] | None = None,
    each: Each = one_by_one,
) -> Summary:
    """Read, code and record documents; on a record that is there, only what changed is read anew.

    Args:
        sources: Files and folders.
        out: The record, made where there is none.
        options: What the documents do not tell themselves, a user's own folders, and who hears of errors.
        report: Hears how far the run is, after each document.
        each: How the documents are worked on: see `running/`. This process alone writes.

    Returns:
        What the run did, and what the record holds now.

    Raises:
        NoSource, NoDocuments: A path is not there, or nothing in it can be read.
        NotARecord, OtherVersion, RecordBusy: The record cannot be written.
        RuleError: A data file is wrong.
    """
    waiting, total = _counted(sources, options)
    of_kinds = inheriting(pipeline(options.folders).rules.kinds, actors(options.folders).heirs)
    counts: Counter[str] = Counter()
    run = run_of(options.folders, inside=options.inside, gleaning=options.gleaning)
    with Store.writer(Path(out), run, of_kinds) as writer:
        work = Work(options.folders, writer.known(), options.inside, options.gleaning)
        for number, coded in enumerate(each(work, waiting, options.jobs), 1):
            counts += _record(coded, writer, options)
            if report:
                report(Progress(number, total, counts["claims"]))
        done = writer.finish()
    with Store.open(out, options.folders) as store:
        by_kind = store.count_by_kind()
    changed = (counts["unchanged"], counts["failed"])
    return Summary(done.documents, done.claims, done.entries, done.contradictions, *changed, by_kind)


def _found(sources: Sequence[Path | str], options: Options) -> Iterator[Found]:
    return find([Path(source) for source in sources], given=options.source, titles=options.titles)


def _counted(sources: Sequence[Path | str], options: Options) -> tuple[Iterable[Found], int]:
    """The documents and their number, 0 where it is not known: the pages of a dump are not counted, they stream."""
    if any(container(suffix_of(Path(source))) for source in sources):
        return _found(sources, options), 0
    listed = list(_found(sources, options))
    return listed, len(listed)


def _record(coded: Coded | DocumentError, writer: Writer, options: Options) -> Counter[str]:
    """Take what came of one document in; the counts of it."""
    error = coded if isinstance(coded, DocumentError) else coded.error
    if error or isinstance(coded, DocumentError):
        if error:
            options.on_error(error)
        return Counter(failed=1)
    if coded.unchanged or coded.document is None:
        return Counter(unchanged=1)
    writer.put(coded.document, coded.claims, coded.sentences)
    return Counter(claims=len(coded.claims))


def _loaded(found: Found, options: Options) -> Document | None:
    try:
        return load(found)
    except DocumentError as error:
        options.on_error(error)
        return None


def run_of(folders: Folders, *, inside: bool = False, gleaning: float | None = None) -> Run:
    """By which data a run codes: a digest of each sort of file, so that a change of rules is known."""
    told = "+inside" * inside + ("" if gleaning is None else f"+gleaning={gleaning}")
    rules = _digest((*folders.rules, GLEANERS), ".yaml", ".onnx", ".npz")
    return Run(
        kinds=_digest(folders.kinds), rules=rules + told, actors=_digest(folders.actors),
        lexicon=_digest(folders.lexicon, ".yaml", ".tsv"), parser=parser_digest(folders.parser), version=__version__,
    )  # fmt: skip


def _digest(paths: Sequence[Path], *endings: str) -> str:
    """Of the names and contents of all data files below the folders."""
    digest = hashlib.sha256()
    for folder in paths:
        for path in sorted(path for path in folder.rglob("*") if path.suffix in (endings or (".yaml",))):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
