"""`comity build`: reads, codes and records documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from comity.presenting.cli import _reading
from comity.presenting.cli._asking import help_text
from comity.presenting.cli._output import say

if TYPE_CHECKING:
    from comity.pipeline import Summary


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "build",
        callback=_build,
        params=[
            *_reading.parameters(),
            click.Option(["-o", "--output"], metavar="REC", required=True, help="The record to make or to bring up to date."),
            click.Option(["--jobs"], type=click.IntRange(1), default=1, help="How many processes read and code at once."),
            click.Option(["--quiet"], is_flag=True, help="Show neither progress nor summary."),
        ],
        help=help_text(
            "Read documents, code what they say, and record it. On a record that is there only what changed is read anew.",
            {"SOURCE": _reading.SOURCES},
            "comity build documents/ -o laos.comity",
            "comity build wire.txt -o laos.comity --published 2003-06",
        ),
        short_help="Read documents and record what they claim.",
    )


def _build(sources: tuple[str, ...], output: str, quiet: bool, strict: bool, **given: Any) -> int:
    from comity import running

    progress = _reading.Progress(quiet=quiet)
    options = _reading.options(given, progress)
    summary = running.build(sources, output, options=options, report=progress)
    progress.clear()
    for line in () if quiet else summary_lines(summary, output):
        say(line)
    return 1 if strict and summary.failed else 0


def summary_lines(summary: Summary, record: str) -> list[str]:
    """What a run did, in one line or two."""
    counts = (summary.documents, "document"), (summary.claims, "claim"), (summary.contradictions, "contradiction")
    told = [_count(*count) for count in counts]
    told.insert(2, f"{summary.entries:,} {'entry' if summary.entries == 1 else 'entries'}")
    aside = [f"{summary.unchanged:,} unchanged"] if summary.unchanged else []
    aside += [f"{summary.failed:,} could not be read"] if summary.failed else []
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in sorted(summary.by_kind.items()))
    first = f"{record}: {', '.join(told)}" + (f" ({', '.join(aside)})" if aside else "") + "."
    return [first, f"Claims by kind: {kinds}."] if kinds else [first]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
