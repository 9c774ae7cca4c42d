"""`comity serve`: shows a record to a browser and to programs on this machine."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.errors import MissingExtra
from comity.presenting.cli._asking import help_text, record_argument
from comity.presenting.cli._output import say
from comity.presenting.cli._reading import folders, own_folders

if TYPE_CHECKING:
    from collections.abc import Sequence

_PACKAGES = ("starlette", "jinja2", "uvicorn")


def command() -> click.Command:
    """The command, as click has it."""
    return click.Command(
        "serve",
        callback=_serve,
        params=[
            record_argument(),
            click.Option(["--port"], type=click.IntRange(0, 65535), default=0, help="The port; without it any that is free."),
            click.Option(
                ["--host"], metavar="ADDRESS", default="127.0.0.1", help="The address to listen on; others' only with --accounts."
            ),
            click.Option(["--accounts"], metavar="FILE", default="", help="Share it among the accounts of `comity account`."),
            click.Option(
                ["--origin"], metavar="URL", multiple=True, help="What people type to reach it: https://comity.example.org."
            ),
            click.Option(["--open", "open_"], is_flag=True, help="Open it in the browser."),
            *own_folders(),
        ],
        help=help_text(
            "Show a record to a browser, and to programs under /api/, on this machine alone. The address that is printed holds a "
            "token: whoever has it may read the record and judge in it.",
            {"REC": "the record, a file that `comity build` made"},
            "comity serve laos.comity --open",
            "comity serve laos.comity --accounts accounts.json --origin https://comity.example.org --port 8000",
        ),
        short_help="Show a record to a browser and to programs.",
    )


def _serve(  # noqa: PLR0913 (what the command line gives)
    *,
    rec: str,
    port: int,
    host: str,
    accounts: str,
    origin: Sequence[str],
    open_: bool,
    actors: Sequence[str],
    kinds: Sequence[str],
) -> int:
    for package in _PACKAGES:
        if importlib.util.find_spec(package) is None:
            raise MissingExtra(what="the web server", package=package, extra="serve")
    from comity.presenting.web.accounts.book import Book
    from comity.presenting.web.serving import Shared, serve

    def ready(address: str) -> None:
        say(f"{rec} is shown at {address} until you press Ctrl+C.")
        if any(one.startswith("http://") for one in origin):
            say("Over http:// passwords can be read on their way. A server in front that speaks HTTPS mends that.")
        if open_:
            click.launch(address)

    shared = Shared(Book(Path(accounts)) if accounts else None, tuple(origin))
    serve(Path(rec), folders(actors, kinds), host=host, port=port, ready=ready, shared=shared)
    return 0
