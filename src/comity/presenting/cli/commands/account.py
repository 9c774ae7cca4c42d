"""`comity account`: who may come in where a record is shared: lists, adds, changes and removes accounts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from comity.presenting.cli._asking import help_text
from comity.presenting.cli._output import data_stream, say

_ROLES = ("reader", "annotator", "curator")


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "account",
        callback=_account,
        params=[
            click.Argument(["file"], metavar="FILE"),
            click.Argument(["name"], metavar="[NAME]", required=False, default=""),
            click.Option(["--role"], metavar="|".join(_ROLES), default="", help="Add the account, or change what it may do."),
            click.Option(["--password"], is_flag=True, help="Give it another password."),
            click.Option(["--remove"], is_flag=True, help="Remove it; who is signed in with it is out at once."),
            click.Option(["--token"], is_flag=True, help="Make a token for a program, with --role or the account's."),
        ],
        help=help_text(
            "Keep the accounts of those who share a record that `comity serve --accounts` shows. A reader reads; an annotator "
            "decides about claims too; a curator also decides between sources and takes back what others decided. A password is "
            "asked for, or read from standard input; only a digest of it is kept. A name alone shows its role, no name "
            "lists all.",
            {"FILE": "the file of accounts, made where it is missing", "NAME": "the name under which judgements stand"},
            'comity account accounts.json "A. Bee" --role curator',
            'comity account accounts.json "A. Bee" --token --role reader',
            "comity account accounts.json",
        ),
        short_help="Keep the accounts of those who share a record.",
    )


def _account(*, file: str, name: str, role: str, password: bool, remove: bool, token: bool) -> int:
    from comity.presenting.web.accounts import book

    path, known = Path(file), None
    if name and path.exists():
        known = book.Book(path).get(name)
    if remove:
        book.remove(path, name)
        say(f"{name} is removed.")
    elif token:
        told = book.add_token(path, name, role or (known.role if known else ""))
        say("The token, which is told this once:")
        data_stream().write(told + "\n")
    elif name and (role or password):
        made = book.put(path, name, role=role, password=_password() if password or known is None else "")
        say(f"{made.name} is {made.role}.")
    else:
        _list(path, name)
    return 0


def _password() -> str:
    """Asked for twice at a terminal; else the first line of standard input."""
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


def _list(path: Path, name: str) -> None:
    from comity.presenting._plain import clean
    from comity.presenting.web.accounts import book

    for one in book.read(path):
        if not name or book.key(one.name) == book.key(name):
            tokens = f", tokens: {len(one.tokens)}" if one.tokens else ""
            data_stream().write(f"{clean(one.name)}: {one.role}{tokens}\n")
