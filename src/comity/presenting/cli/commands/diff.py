"""`comity diff`: what one record tells that another does not, and what it tells otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.gazetteer import actors as gazetteer
from comity.presenting.cli._asking import help_text
from comity.presenting.cli._output import forms_said, show
from comity.presenting.cli._reading import folders, own_folders

if TYPE_CHECKING:
    from collections.abc import Sequence


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "diff",
        callback=_diff,
        params=[
            click.Argument(["old"], metavar="OLD"),
            click.Argument(["new"], metavar="NEW"),
            click.Argument(["a"], metavar="[A]", default="", required=False),
            click.Argument(["b"], metavar="[B]", default="", required=False),
            click.Option(["-o", "--output"], metavar="FILE", default="", help=f"Into a file: {forms_said()}."),
            click.Option(["--json", "as_json"], is_flag=True, help="Give the answer as JSON."),
            *own_folders(),
        ],
        help=help_text(
            "What has come, gone or changed from one record to another: claims are compared by the words that say them.",
            {
                "OLD": "a record",
                "NEW": "another record of the same documents, made by other rules or from newer texts",
                "[A] [B]": "only what is about a state, or about two with each other",
            },
            "comity diff laos-may.comity laos.comity Laos Vietnam",
        ),
        short_help="What has changed from one record to another.",
    )


def _diff(  # noqa: PLR0913 (what the command line gives)
    *, old: str, new: str, a: str, b: str, output: str, as_json: bool, actors: Sequence[str], kinds: Sequence[str]
) -> int:
    from comity.querying.changes import told
    from comity.recording.store import Store

    own = folders(actors, kinds)
    with Store.open(old, own) as before, Store.open(new, own) as after:
        asked = {side: gazetteer(own).find(given) if given else "" for side, given in (("a", a), ("b", b))}
        return show(told(before, after, asked), as_json=as_json, output=output)
