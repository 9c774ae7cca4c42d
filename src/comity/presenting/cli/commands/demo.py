"""`comity demo`: builds the example record and shows a brief."""

from __future__ import annotations

from pathlib import Path

import click

from comity.presenting.cli._asking import ask, help_text
from comity.presenting.cli._output import say, show


def command() -> click.Command:
    """The command, as click has it."""
    keep = click.Option(["--keep"], metavar="PATH", help="Keep the record here, not among what your system may clear away.")
    return click.Command(
        "demo",
        callback=_demo,
        params=[keep],
        help=help_text(
            "Build a record of the seven example documents, and show what it holds on Laos and the Soviet Union.",
            {},
            "comity demo",
            "comity demo --keep laos.comity",
        ),
        short_help="Build the example record and show a brief.",
    )


def _demo(keep: str | None) -> int:
    from comity import pipeline, running
    from comity.presenting import demo
    from comity.presenting.cli._reading import Progress
    from comity.presenting.cli.commands.build import summary_lines
    from comity.querying import questions

    record, progress = Path(keep) if keep else demo.cache(), Progress()
    summary = running.build(demo.sources(), record, options=pipeline.Options(on_error=progress.error), report=progress)
    progress.clear()
    say(summary_lines(summary, str(record))[0])
    brief = questions()["brief"]
    first, second = (parameter.name for parameter in brief.parameters[:2])
    status = show(ask(str(record), brief, dict(zip((first, second), demo.STATES, strict=True))), as_json=False)
    click.echo("\n".join(["", "Try next:", *(f"  {line}" for line in demo.commands(record))]))
    return status
