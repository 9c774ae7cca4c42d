"""`comity check`: tests rules, actors and kinds on their own examples."""

from __future__ import annotations

from pathlib import Path

import click

from comity.errors import NoSource
from comity.presenting.cli._asking import help_text
from comity.presenting.cli._output import complain


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "check",
        callback=_check,
        params=[click.Argument(["folder"], metavar="[DIR]", required=False)],
        help=help_text(
            "Test rules, actors and kinds of your own beside ours: each example must be coded as it says, and no counter-example "
            "may be caught.",
            {"DIR": "a folder that holds rules/, actors/ or kinds/; without it, ours alone are tested"},
            "comity check mine/",
        ),
        short_help="Test rules and actors on their examples.",
    )


def _check(folder: str | None) -> int:
    if folder is not None and not Path(folder).is_dir():
        raise NoSource(path=folder)
    from comity import checking

    report = checking.check(Path(folder) if folder is not None else None)
    for problem in report.problems:
        complain(problem)
    tested = ", ".join(f"{getattr(report, name):,} {name}" for name in ("rules", "patterns", "examples", "actors"))
    wrong = len(report.problems)
    click.echo(f"{tested}: {f'{wrong:,} wrong' if wrong else 'all right'}.")
    return 1 if wrong else 0
