"""`comity judge`: lets a person accept, reject or correct claims, tie or part them, or prefer one source to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from comity.errors import WrongJudgement
from comity.presenting.cli._asking import help_text, record_argument
from comity.presenting.cli._judging import by_whom, fields_of, told
from comity.presenting.cli._reading import folders, own_folders

if TYPE_CHECKING:
    from collections.abc import Sequence

_OF_TWO = ("same", "different", "both", "rougher")


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "judge",
        callback=_judge,
        params=[
            record_argument(),
            click.Argument(["claim"], metavar="CLAIM"),
            click.Argument(["verdict"], metavar="VERDICT"),
            click.Argument(["rest"], metavar="[CLAIM2 | FIELD=VALUE...]", nargs=-1),
            *by_whom(),
            *own_folders(),
        ],
        help=help_text(
            "Decide about a claim. Nothing is overwritten: what is decided is kept with its reason, and can be taken back.",
            {
                "REC": "the record, a file that `comity build` made",
                "CLAIM": "the id of a claim, or as much of its begin as names one; several with commas between are one batch",
                "VERDICT": "accept, reject, unsure, correct FIELD=VALUE, same, different, both or rougher CLAIM2, or prefer",
            },
            'comity judge laos.comity 9f3c accept --by "A. Bee"',
            'comity judge laos.comity 9f3c correct when=1974-08 --by "A. Bee" --why "the register has August"',
            'comity judge laos.comity 9f3c prefer --by "A. Bee" --why "it is the host that writes"',
        ),
        short_help="Accept, reject, correct, tie, part or prefer claims.",
    )


def _judge(  # noqa: PLR0913 (what the command line gives)
    *, rec: str, claim: str, verdict: str, rest: Sequence[str], by: str, why: str, actors: Sequence[str], kinds: Sequence[str]
) -> int:
    from comity.recording.judging import judge

    more: dict[str, Any] = {}
    if verdict in _OF_TWO:
        if len(rest) != 1:
            raise WrongJudgement(verdict=verdict, wants="one other claim")
        more["other"] = rest[0]
    elif verdict == "correct":
        more["changes"] = fields_of(rest)
        if not rest:
            raise WrongJudgement(verdict=verdict, wants="at least one FIELD=VALUE")
    elif rest:
        raise WrongJudgement(verdict=verdict, wants="nothing after it")
    return told(rec, judge(rec, claim.split(","), verdict, by=by, why=why, folders=folders(actors, kinds), **more))
