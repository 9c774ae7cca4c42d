"""Where the commands' output goes: data and answers to standard output or a file, everything else to standard error."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from comity.errors import Error, UnknownChoice
from comity.presenting import _json
from comity.presenting._plain import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from comity.querying._question import Answer

STANDARD_OUTPUT = "-"
FOUND, NONE = 0, 1


def set_up_streams() -> None:
    """Lets standard output and error replace what their encoding has not got, instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def complain(what: Error | str) -> None:
    """One line on standard error."""
    click.echo(f"comity: {clean(str(what))}", err=True)


def say(sentence: str) -> None:
    """A sentence about the work, for a person: on standard error, since it is no data."""
    click.echo(clean(sentence), err=True)


def data_stream() -> TextIO:
    """Standard output for data: UTF-8 with LF whatever the terminal's habits are."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def show(answer: Answer, *, as_json: bool, output: str = "") -> int:
    """An answer on standard output or in a file, and the exit status that it means."""
    if output:
        write(answer, "answer.json" if as_json and output == STANDARD_OUTPUT else output, output)
    elif as_json:
        data_stream().write(_as_json(answer))
    else:
        from comity.presenting import text

        click.echo(text.render(answer, columns=text.room()), nl=False)
    return FOUND if answer.found else NONE


def write(answer: Answer, form: str, target: str) -> None:
    """An answer into a file, or on standard output, in the form that the end of a name asks for."""
    page = as_file(answer, form)
    from comity.presenting.export._files import writing

    with writing(data_stream() if target == STANDARD_OUTPUT else Path(target)) as stream:
        if isinstance(page, bytes):
            stream.buffer.write(page)
        else:
            stream.write(page)


def as_file(answer: Answer, path: str) -> str | bytes:
    """An answer in the form that the end of a file's name asks for."""
    from comity.presenting.pages import form

    suffix = ".md" if path == STANDARD_OUTPUT else Path(path).suffix.lower()
    if suffix not in suffixes():
        raise UnknownChoice(what="the end of the file's name", value=suffix, allowed=", ".join(suffixes()), hint="")
    if suffix in _PLAIN:
        return _PLAIN[suffix](answer)
    page: bytes = form(suffix).render(answer)
    return page


def suffixes() -> list[str]:
    """The ends of names for which there is a form."""
    from comity.presenting.pages import pages

    return [*_PLAIN, *pages()]


def forms_said() -> str:
    """The same as help tells them: `.md, .txt or .json`."""
    *most, last = suffixes()
    return f"{', '.join(most)} or {last}"


def _as_markdown(answer: Answer) -> str:
    from comity.presenting import markdown

    return markdown.render(answer)


def _as_text(answer: Answer) -> str:
    from comity.presenting import text

    return text.render(answer)


def _as_csv(answer: Answer) -> str:
    from comity.presenting import _csv

    return _csv.render(answer)


def _as_json(answer: Answer) -> str:
    return _json.page(answer.to_json()) + "\n"


_PLAIN: dict[str, Callable[[Answer], str]] = {".md": _as_markdown, ".txt": _as_text, ".json": _as_json, ".csv": _as_csv}
"""The forms that are text and nothing else."""
