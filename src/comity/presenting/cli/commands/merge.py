"""`comity merge`: takes in what other people decided in their record of the same documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.presenting.cli._asking import help_text, record_argument
from comity.presenting.cli._judging import told
from comity.presenting.cli._output import say
from comity.presenting.cli._reading import folders, own_folders

if TYPE_CHECKING:
    from collections.abc import Sequence


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "merge",
        callback=_merge,
        params=[record_argument(), click.Argument(["other"], metavar="OTHER"), *own_folders()],
        help=help_text(
            "Take in the judgements of another record. Where people disagree the claim stays as the documents have it, disputed.",
            {"REC": "the record that takes in", "OTHER": "the record whose judgements are taken in"},
            "comity merge laos.comity colleague.comity",
        ),
        short_help="Take in another record's judgements.",
    )


def _merge(rec: str, other: str, actors: Sequence[str], kinds: Sequence[str]) -> int:
    from comity.querying import Record
    from comity.recording.judging import merge

    own = folders(actors, kinds)
    told(rec, merge(rec, other, folders=own))
    with Record(rec, own) as record:
        for line in record.judgements(disagreements=True).lead:
            say(line)
    return 0
