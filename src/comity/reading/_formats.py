"""Which formats are read, by looking into this folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from comity.model import Document, Source
from comity.registry import plugins


class Reader(Protocol):
    """What a module of this folder offers: the suffixes of its files, its name in messages, and `read`."""

    SUFFIXES: tuple[str, ...]
    NAME: str

    def read(self, raw: bytes, *, id: str, origin: str = "", source: Source = Source()) -> Document:
        """The document that the bytes hold; a DocumentError where they hold none."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """A document inside a file that holds many: its bytes, and the suffix of the format that they are in."""

    title: str
    name: str
    """The id that it will have, unless another has it; `number` then tells the two apart."""
    number: str
    raw: bytes
    suffix: str
    source: Source
    """What the file tells of it."""


class Container(Reader, Protocol):
    """What a module of this folder offers besides, whose files hold many documents."""

    CONTAINS: bool

    def pages(self, path: Path, wanted: Sequence[str] = ()) -> Iterator[Held]:
        """The documents that a file holds, one at a time; with patterns, those whose title fits one of them."""
        ...


@cache
def readers() -> dict[str, Reader]:
    """The reader of each suffix.

    >>> sorted(readers())[:2]
    ['.htm', '.html']
    """
    modules = [cast("Reader", module) for module in plugins("comity.reading").values()]
    return {suffix: reader for reader in modules for suffix in reader.SUFFIXES}


def container(suffix: str) -> Container | None:
    """The reader of a suffix, where its files hold many documents."""
    reader = readers().get(suffix)
    return cast("Container", reader) if getattr(reader, "CONTAINS", False) else None


def suffix_of(path: Path) -> str:
    """The longest suffix of a file that is read; its last one where none is.

    >>> suffix_of(Path("a.b.TXT")), suffix_of(Path("wiki.xml.bz2")), suffix_of(Path("a.zip"))
    ('.txt', '.xml.bz2', '.zip')
    """
    parts = path.name.lower().split(".")
    suffixes = ("." + ".".join(parts[number:]) for number in range(1, len(parts)))
    return next((suffix for suffix in suffixes if suffix in readers()), path.suffix.lower())


def formats() -> str:
    """The suffixes that are read, for messages."""
    return ", ".join(sorted(readers()))
