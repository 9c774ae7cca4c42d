"""`comity brief`: the question of the same name, written as Markdown or into a file of any form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.presenting.cli._asking import question_command
from comity.presenting.cli._output import FOUND, NONE, STANDARD_OUTPUT, forms_said, show, write

if TYPE_CHECKING:
    from comity.querying._question import Answer


def command() -> click.Command:
    """The command, as click has it."""
    from comity.querying import questions

    output = click.Option(
        ["-o", "--output"],
        metavar="FILE",
        default=STANDARD_OUTPUT,
        help=f"Where to write it: {forms_said()}; Markdown to standard output if left out.",
    )
    return question_command(questions()["brief"], extra=[output], shown=_write)


def _write(answer: Answer, *, output: str, as_json: bool) -> int:
    if as_json and output == STANDARD_OUTPUT:
        return show(answer, as_json=True)
    write(answer, "brief.json" if as_json else output, output)
    return FOUND if answer.found else NONE
