"""Which formats are read, by looking into this folder."""

from __future__ import annotations

from functools import cache
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


@cache
def readers() -> dict[str, Reader]:
    """The reader of each suffix.

    >>> sorted(readers())[:2]
    ['.htm', '.html']
    """
    modules = [cast("Reader", module) for module in plugins("comity.reading").values()]
    return {suffix: reader for reader in modules for suffix in reader.SUFFIXES}


def formats() -> str:
    """The suffixes that are read, for messages."""
    return ", ".join(sorted(readers()))
