"""What `build` and `code` share: the options for reading documents, the errors of single documents, progress."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.errors import DocumentError, NoSource
from comity.presenting.cli._output import complain
from comity.registry import OWN_PARSER, Folders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity import pipeline

# Seconds between two lines of progress: fast enough to look alive, slow enough to cost nothing.
_PAUSE = 0.1
SOURCES = "a file or folder of documents; several may be given"


def parameters() -> list[click.Parameter]:
    """The sources, and what is to be known of them."""
    return [
        click.Argument(["sources"], nargs=-1, required=True, metavar="SOURCE..."),
        click.Option(["--published"], metavar="DATE", default="", help="When the documents appeared, where they do not say."),
        click.Option(["--publisher"], metavar="NAME", default="", help="Who published them, where they do not say."),
        click.Option(
            ["--title"],
            metavar="PATTERN",
            multiple=True,
            help="Of a dump, only pages with such titles: a glob, or /an expression/.",
        ),
        click.Option(["--rules"], metavar="DIR", multiple=True, help="Rules of your own, beside ours."),
        click.Option(
            ["--parser"],
            metavar="NAME",
            default=OWN_PARSER,
            help="Another parser: a spaCy pipeline with UD labels, stanza:en, or none.",
        ),
        click.Option(
            ["--inside"], is_flag=True, help="Code affairs inside states too, and of each sentence the main event alone."
        ),
        click.Option(
            ["--gleaning"],
            metavar="P",
            type=click.FloatRange(0, 1),
            help="How likely claims in words of no rule must be: 0.4; 1 for none.",
        ),
        *own_folders(),
        click.Option(["--strict"], is_flag=True, help="End with 1 if a document could not be read."),
    ]


def own_folders() -> list[click.Parameter]:
    """A user's own states and kinds, which a record that was built with them must be asked with too."""
    return [
        click.Option(["--actors"], metavar="DIR", multiple=True, help="States and organisations of your own."),
        click.Option(["--kinds"], metavar="DIR", multiple=True, help="Kinds of claim of your own."),
    ]


def options(given: dict[str, Any], progress: Progress) -> pipeline.Options:
    """The pipeline's options as the command line gives them."""
    from comity import edtf, pipeline

    return pipeline.Options(
        published=edtf.check(given["published"]),
        publisher=given["publisher"],
        folders=replace(folders(given["actors"], given["kinds"], given["rules"]), parser=given["parser"]),
        titles=tuple(given["title"]),
        jobs=given.get("jobs", 1),
        inside=given["inside"],
        gleaning=given["gleaning"],
        on_error=progress.error,
    )


def folders(actors: Sequence[str], kinds: Sequence[str], rules: Sequence[str] = ()) -> Folders:
    """Our data and that of the folders that a user names; a NoSource error where one is not there."""
    return Folders().plus(kinds=_folders(kinds), rules=_folders(rules), actors=_folders(actors))


def _folders(given: Sequence[str]) -> list[Path]:
    """The folders that a user names: one that is not there would otherwise be read as empty."""
    folders = [Path(path) for path in given]
    for folder in folders:
        if not folder.is_dir():
            raise NoSource(path=folder)
    return folders


def _bar(done: int, total: int, width: int = 12) -> str:
    full = width * done // max(total, 1)
    return "[" + "#" * full + "." * (width - full) + "]"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"


class Progress:
    """One line on standard error that is written over, where a person looks on; the errors of documents in between."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.failed = 0
        self._shows = sys.stderr.isatty() and not quiet
        self._began = time.monotonic()
        self._next = 0.0

    def __call__(self, progress: pipeline.Progress) -> None:
        """Shows how far the work is."""
        now = time.monotonic()
        if self._shows and (now >= self._next or progress.done == progress.total):
            self._next = now + _PAUSE
            speed = progress.done / max(now - self._began, 0.001)
            told = f"{progress.claims:,} claims, {speed:,.1f} documents a second"
            if progress.total:
                left = _clock((progress.total - progress.done) / speed) if speed else "?"
                told = (
                    f"{_bar(progress.done, progress.total)} {progress.done:,}/{progress.total:,} documents, {told}, {left} left"
                )
            else:
                told = f"{progress.done:,} documents, {told}"
            click.echo(f"\r{told}\x1b[K", err=True, nl=False)

    def error(self, error: DocumentError) -> None:
        """Tells that one document could not be read."""
        self.failed += 1
        self.clear()
        complain(error)

    def clear(self) -> None:
        """Takes the line away."""
        if self._shows:
            click.echo("\r\x1b[K", err=True, nl=False)
