"""`comity withdraw`: takes documents and what they claim out of a record."""

from __future__ import annotations

import click

from comity.errors import UnknownChoice, did_you_mean
from comity.presenting.cli._asking import help_text, record_argument
from comity.presenting.cli._output import say


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "withdraw",
        callback=_withdraw,
        params=[record_argument(), click.Argument(["documents"], metavar="DOC...", nargs=-1, required=True)],
        help=help_text(
            "Take documents out of a record, with all that they claim.",
            {
                "REC": "the record, a file that `comity build` made",
                "DOC": "the id of a document, as `comity sources` lists them",
            },
            "comity withdraw laos.comity wire-russia-laos",
        ),
        short_help="Take documents out of a record.",
    )


def _withdraw(rec: str, documents: tuple[str, ...]) -> int:
    from comity.recording.store import Store

    with Store.open(rec) as store:
        known, run, kinds = [told.id for told in store.documents()], store.run_info(), store.kinds
    for doc in documents:
        if doc not in known:
            raise UnknownChoice(what="the document", value=doc, allowed=_some(known), hint=did_you_mean(doc, known))
    with Store.writer(rec, run, kinds) as writer:
        for doc in documents:
            writer.withdraw(doc)
        writer.finish()
    left = len(known) - len(set(documents))
    say(f"{rec}: {len(set(documents)):,} withdrawn, {left:,} left.")
    return 0


def _some(known: list[str]) -> str:
    """The first few ids; a record may hold thousands."""
    return ", ".join(known[:10]) + (f" and {len(known) - 10:,} more" if len(known) > 10 else "")
