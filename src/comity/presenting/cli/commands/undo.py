"""`comity undo`: takes judgements back, one or a batch; they stay in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.presenting.cli._asking import help_text, record_argument
from comity.presenting.cli._judging import by_whom, told
from comity.presenting.cli._reading import folders, own_folders

if TYPE_CHECKING:
    from collections.abc import Sequence


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "undo",
        callback=_undo,
        params=[
            record_argument(),
            click.Argument(["judgements"], metavar="JUDGEMENT...", nargs=-1, required=True),
            *by_whom(),
            *own_folders(),
        ],
        help=help_text(
            "Take judgements back; they stay in the history. To undo an undoing restores what it took.",
            {
                "REC": "the record, a file that `comity build` made",
                "JUDGEMENT": "the number of a judgement, or the name of a batch, as `comity judgements` lists them",
            },
            'comity undo laos.comity 12 --by "A. Bee" --why "the register was misread"',
        ),
        short_help="Take judgements back.",
    )


def _undo(*, rec: str, judgements: Sequence[str], by: str, why: str, actors: Sequence[str], kinds: Sequence[str]) -> int:
    from comity.recording.judging import undo

    return told(rec, undo(rec, judgements, by=by, why=why, folders=folders(actors, kinds)))
