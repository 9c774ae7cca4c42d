"""Listens on this machine and serves a site until it is told to stop."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from comity.errors import PortTaken
from comity.presenting.web.app import make
from comity.presenting.web.site import LOOPBACK, Site, checked_host, checked_origin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from comity.presenting.web.accounts.book import Book
    from comity.registry import Folders

# Connections held at the same time; a browser takes six.
_CONNECTIONS = 64
# Seconds that open connections are given when the server stops.
_PARTING = 2


@dataclass(frozen=True)
class Shared:
    """Among whom a record is shared, and by which addresses they reach it."""

    accounts: Book | None = None
    origins: tuple[str, ...] = ()


def serve(path: Path, folders: Folders, *, host: str, port: int, ready: Callable[[str], None], shared: Shared = Shared()) -> None:
    """Serve the record at a path; `ready` is told the address, with its token, once it can be opened."""
    public = tuple(checked_origin(one) for one in shared.origins)
    with _listening(checked_host(host, shared=bool(shared.accounts and public)), port) as listener:
        if shared.accounts:
            shared.accounts.all()
        site = Site(path, listener.getsockname()[1], folders, accounts=shared.accounts, public=public)
        # Opened once before anybody is told of it: a file that is no record is an error of the command.
        with site.pool.record():
            pass
        config = uvicorn.Config(
            make(site), log_level="warning", access_log=False, server_header=False, proxy_headers=False, ws="none",
            limit_concurrency=_CONNECTIONS, timeout_graceful_shutdown=_PARTING, lifespan="off",
        )  # fmt: skip
        ready(_address(listener, site, host))
        try:
            uvicorn.Server(config).run(sockets=[listener])
        finally:
            site.pool.close()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, so that asyncio sends small answers at once and does not wait for the reader's next word, a 25th of a second.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise PortTaken(port=port, why=error.strerror) from error
    return listener


def _address(listener: socket.socket, site: Site, wanted: str) -> str:
    """What people open: with the token where there are no accounts."""
    host, port = listener.getsockname()[:2]
    own = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    if site.accounts:
        return f"{site.public[0]}/" if site.public else own if wanted in LOOPBACK else ""
    return f"{own}?token={site.token}"
