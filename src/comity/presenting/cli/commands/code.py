"""`comity code`: claims as JSON Lines, without a record."""

from __future__ import annotations

from typing import Any

import click

from comity.presenting.cli import _reading
from comity.presenting.cli._asking import help_text
from comity.presenting.cli._output import data_stream


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "code",
        callback=_code,
        params=_reading.parameters(),
        help=help_text(
            "Write the claims of documents as JSON Lines on standard output, and keep no record.",
            {"SOURCE": _reading.SOURCES},
            "comity code wire.txt",
            "comity code documents/ --published 2003-06 > claims.jsonl",
        ),
        short_help="Claims as JSON Lines, without a record.",
    )


def _code(sources: tuple[str, ...], strict: bool, **given: Any) -> int:
    from comity import pipeline
    from comity.presenting import claim_lines
    from comity.schema import kinds

    progress, stream = _reading.Progress(quiet=True), data_stream()
    options = _reading.options(given, progress)
    known = kinds(options.folders)
    for document, claims in pipeline.code(sources, options=options):
        stream.writelines(claim_lines.lines(document, claims, known))
    return 1 if strict and progress.failed else 0
