"""From the paths that a user names to documents: which files there are, what each is called, and what is told of it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from comity import edtf
from comity.errors import DocumentError, EmptyDocument, NoDocuments, NoSource, SameId, UnknownFormat, UnreadableFile
from comity.model import Document, Source
from comity.reading._formats import Container, Held, container, formats, readers, suffix_of
from comity.reading._metadata import MANIFESTS, SIDECAR, Manifest, Row, manifest, sidecars
from comity.reading._titles import check_patterns


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or a page of one, that will be a document: its id, and what is known of it before it is read."""

    id: str
    path: Path
    given: Source = field(default_factory=Source)
    """What the user says of all documents."""
    listed: Row | None = None
    """Its line in a manifest."""
    fault: DocumentError | None = None
    """Why it cannot be a document; `load` raises it."""
    warnings: tuple[str, ...] = ()
    held: Held | None = None
    """The page, of a file that holds many."""

    @property
    def origin(self) -> str:
        """Where it was found, as the user wrote it."""
        return _text(self.path.as_posix()) + (f"#{self.held.title}" if self.held else "")


def find(
    paths: Sequence[Path], *, given: Source = Source(), titles: Sequence[str] = (), skipped: Counter[str] | None = None
) -> Iterator[Found]:
    """The files at the paths and in the folders, in order; `skipped` counts by suffix what a folder holds besides.

    Files that hold many documents give one after another, as they are asked for; with `titles`, those alone whose title
    fits a pattern: with `*` and `?`, or as a regular expression between slashes.

    A QueryError where a path is missing, a folder holds nothing to read, a given date is none or a pattern cannot be
    read; faults of single files come with the file.
    """
    check_patterns(titles)
    for value in (given.published, given.accessed):
        if value:
            edtf.check(value)
    counted: Counter[str] = Counter() if skipped is None else skipped
    files = [(root, path) for root in map(Path, paths) for path in _files(root, counted)]
    return _Finder(given, titles).all(files)


def load(found: Found) -> Document:
    """The document that a file holds; a DocumentError where it holds none.

    What is known of it: what the user gave, over its sidecar, over its line in a manifest, over what it tells itself.
    """
    if found.fault:
        raise found.fault
    known = found.given
    if found.held:
        # What stands beside the file is told of all its pages.
        known = known.over(found.held.source)
    known = known.over(sidecars(found.path))
    if found.listed:
        known = known.over(found.listed.source())
    raw = found.held.raw if found.held else _bytes(found)
    suffix = found.held.suffix if found.held else suffix_of(found.path)
    document = readers()[suffix].read(raw, id=found.id, origin=found.origin, source=known)
    return replace(document, warnings=found.warnings + document.warnings) if found.warnings else document


def _bytes(found: Found) -> bytes:
    try:
        raw = found.path.read_bytes()
    except OSError as error:
        raise UnreadableFile(file=found.origin, why=error.strerror or str(error)) from error
    if not raw.strip():
        raise EmptyDocument(file=found.origin, size=len(raw))
    return raw


def _files(root: Path, skipped: Counter[str]) -> list[Path]:
    """The files to read at a path that the user named."""
    if root.is_file():
        return [root]
    if not root.is_dir():
        raise NoSource(path=root)
    found = []
    for path in _walk(root):
        if suffix_of(path) in readers():
            found.append(path)
        elif not path.name.endswith(SIDECAR) and path.name not in MANIFESTS:
            skipped[path.suffix.lower()] += 1
    if not found:
        raise NoDocuments(path=root, formats=formats())
    return found


def _walk(root: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, sorted; hidden ones and READMEs are left out."""
    for folder, inner, names in os.walk(root):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and not name.upper().startswith("README") and path.is_file():
                yield path


@dataclass
class _Finder:
    """Gives each file its id and its line in a manifest; knows which ids are taken."""

    given: Source
    titles: Sequence[str] = ()
    taken: dict[str, Path] = field(default_factory=dict)
    seen: set[Path] = field(default_factory=set)
    manifests: dict[Path, Manifest] = field(default_factory=dict)

    def all(self, files: Sequence[tuple[Path, Path]]) -> Iterator[Found]:
        _twins.cache_clear()
        for root, path in files:
            real = path.resolve()
            if real not in self.seen:
                self.seen.add(real)
                many = container(suffix_of(path))
                yield from self.many(path, many) if many else [self.one(root, path)]

    def many(self, path: Path, container: Container) -> Iterator[Found]:
        """The documents of a file that holds many; where it breaks off, those before, and then the fault."""
        pages = container.pages(path, self.titles)
        while True:
            try:
                held = next(pages, None)
            except DocumentError as fault:
                yield Found(_text(path.name), path, fault=fault)
                return
            except OSError as error:
                yield Found(_text(path.name), path, fault=UnreadableFile(file=_text(str(path)), why=error.strerror or str(error)))
                return
            if held is None:
                return
            name = held.name if held.name not in self.taken else f"{held.name}-{held.number}"
            self.taken[name] = path
            yield Found(name, path, self.given, held=held)

    def one(self, root: Path, path: Path) -> Found:
        suffix = suffix_of(path)
        if suffix not in readers():
            return Found(_text(path.name), path, fault=UnknownFormat(file=_text(str(path)), suffix=suffix, formats=formats()))
        name = _text(path.name if path.stem in _twins(path.parent) else path.stem)
        if name in self.taken:
            return Found(name, path, fault=SameId(file=_text(str(path)), id=name, other=_text(str(self.taken[name]))))
        self.taken[name] = path
        near = self.manifest(path.parent)
        listed = near.row(path.name, name, path.stem)
        if root not in (path, path.parent):
            listed = listed or self.manifest(root).row(path.relative_to(root).as_posix())
        return Found(name, path, self.given, listed, warnings=near.warnings)

    def manifest(self, folder: Path) -> Manifest:
        if folder not in self.manifests:
            self.manifests[folder] = manifest(folder)
        return self.manifests[folder]


@cache
def _twins(folder: Path) -> frozenset[str]:
    """The names in a folder that two documents bear, but for their suffix."""
    stems = Counter(path.stem for path in folder.iterdir() if path.suffix.lower() in readers())
    return frozenset(stem for stem, count in stems.items() if count > 1)


def _text(name: str) -> str:
    """A name as text: file names may hold bytes that are none."""
    return os.fsencode(name).decode("utf-8", "replace")
