"""What the commands share by which people judge: who and why, fields with values, and what is said when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.errors import BadField
from comity.presenting.cli._output import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from comity.recording.judgements import Judgement


def by_whom() -> list[click.Parameter]:
    """Who judges, and why."""
    return [
        click.Option(["--by"], metavar="NAME", default="", envvar="COMITY_BY", help="Who judges; or set COMITY_BY."),
        click.Option(["--why"], metavar="TEXT", default="", help="The reason."),
    ]


def fields_of(given: Iterable[str]) -> dict[str, object]:
    """FIELD=VALUE pairs as the command line gives them.

    >>> fields_of(["when=1974-08", "parties=LAO,VNM"])
    {'when': '1974-08', 'parties': 'LAO,VNM'}
    """
    told: dict[str, object] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise BadField(field=pair, value="", kind="claim", why="it has no =", allowed="FIELD=VALUE, such as when=1974-08")
        told[name.strip()] = value.strip()
    return told


def told(rec: str, said: Sequence[Judgement]) -> int:
    """What was added to the record, in a sentence."""
    if not said:
        say(f"{rec}: nothing new.")
        return 0
    numbers = str(said[0].seq) if len(said) == 1 else f"{said[0].seq} to {said[-1].seq}"
    batch = f", batch {said[0].batch}" if said[0].batch else ""
    say(
        f"{rec}: judgement{'s' * (len(said) > 1)} {numbers}{batch}. `comity undo {rec} {said[0].batch or numbers}` takes it back."
    )
    return 0
