"""Writing files whole or not at all."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from comity.errors import CannotWrite

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def writing(target: Path | TextIO) -> Iterator[TextIO]:
    """A stream of UTF-8 with LF to a file, which takes the place of an earlier one when all is written; or the stream given."""
    if not isinstance(target, Path):
        yield target
        return
    special = target.exists() and not target.is_file()
    part = target if special else target.with_name(f".{target.name}.{os.getpid()}.part")
    stream = _opened(part, target)
    try:
        with stream:
            yield stream
    except BaseException:
        if not special:
            part.unlink(missing_ok=True)
        raise
    if not special:
        _put_in_place(part, target)


def _opened(part: Path, target: Path) -> TextIO:
    try:
        return part.open("w", encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise CannotWrite(path=target, why=error.strerror or error) from error


def _put_in_place(part: Path, target: Path) -> None:
    try:
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise CannotWrite(path=target, why=error.strerror or error) from error


def folder(path: Path) -> Path:
    """The folder, made where it is not there."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(path=path, why=error.strerror or error) from error
    return path
