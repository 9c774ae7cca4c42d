"""`comity export`: the record in the form of another program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.presenting.cli._asking import help_text, record_argument
from comity.presenting.cli._output import STANDARD_OUTPUT, data_stream, say
from comity.presenting.cli._reading import folders, own_folders
from comity.registry import plugins

if TYPE_CHECKING:
    from collections.abc import Sequence


def command() -> click.Command:
    """The command, as click has it."""
    known = {module.NAME: module.WHAT for module in plugins("comity.presenting.export").values()}
    return click.Command(
        "export",
        callback=_export,
        params=[
            record_argument(),
            click.Option(["--as", "form"], metavar="FORMAT", required=True, help=f"One of: {', '.join(known)}."),
            click.Option(["-o", "--output"], metavar="PATH", required=True, help="A file or folder; - is standard output."),
            *own_folders(),
        ],
        help=help_text(
            "Write what a record holds in the form of another program.",
            {"REC": "the record, a file that `comity build` made", **{f"--as {name}": what for name, what in known.items()}},
            "comity export laos.comity --as claims -o claims.jsonl",
            "comity export laos.comity --as csv -o tables/",
        ),
        short_help="Write the record in another form.",
    )


def _export(rec: str, form: str, output: str, actors: Sequence[str], kinds: Sequence[str]) -> int:
    from comity.presenting.export import export
    from comity.recording.store import Store

    target = data_stream() if output == STANDARD_OUTPUT else Path(output)
    with Store.open(rec, folders(actors, kinds)) as store:
        for left_out in export(store, form, target):
            say(f"Not carried: {left_out}.")
    return 0
