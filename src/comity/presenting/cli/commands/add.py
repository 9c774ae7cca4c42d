"""`comity add`: adds a claim that no rule found, tied to the words that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comity.presenting.cli._asking import help_text, record_argument
from comity.presenting.cli._judging import by_whom, fields_of, told
from comity.presenting.cli._reading import folders, own_folders

if TYPE_CHECKING:
    from collections.abc import Sequence


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "add",
        callback=_add,
        params=[
            record_argument(),
            click.Argument(["doc"], metavar="DOC"),
            click.Argument(["kind"], metavar="KIND"),
            click.Argument(["fields"], metavar="FIELD=VALUE...", nargs=-1),
            click.Option(["--quote"], metavar="TEXT", required=True, help="The words that say it, as the document has them."),
            *by_whom(),
            *own_folders(),
        ],
        help=help_text(
            "Add a claim that no rule found. It is a judgement: it is kept with who made it, and can be taken back.",
            {
                "REC": "the record, a file that `comity build` made",
                "DOC": "the id of a document, as `comity sources` lists them",
                "KIND": "the kind of claim, such as status or event",
                "FIELD=VALUE": "its fields; when= and factuality= among them; states by name or code",
            },
            'comity add laos.comity note-12 status a=Laos b=Peru change=established when=1976-09 --quote "took up relations"',
        ),
        short_help="Add a claim by hand, tied to its words.",
    )


def _add(  # noqa: PLR0913 (what the command line gives)
    *,
    rec: str,
    doc: str,
    kind: str,
    fields: Sequence[str],
    quote: str,
    by: str,
    why: str,
    actors: Sequence[str],
    kinds: Sequence[str],
) -> int:
    from comity.recording.judging import add

    return told(rec, add(rec, doc, quote, kind, fields_of(fields), by=by, why=why, folders=folders(actors, kinds)))
