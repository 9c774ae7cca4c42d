"""Listens on this machine and serves a site until it is told to stop."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import uvicorn

from comity.errors import PortTaken
from comity.presenting.web.app import make
from comity.presenting.web.site import Site, checked_host

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from comity.registry import Folders

# Connections held at the same time; a browser takes six.
_CONNECTIONS = 64
# Seconds that open connections are given when the server stops.
_PARTING = 2


def serve(path: Path, folders: Folders, *, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve the record at a path; `ready` is told the address, with its token, once it can be opened."""
    with _listening(checked_host(host), port) as listener:
        site = Site(path, listener.getsockname()[1], folders)
        # Opened once before anybody is told of it: a file that is no record is an error of the command.
        with site.pool.record():
            pass
        config = uvicorn.Config(
            make(site), log_level="warning", access_log=False, server_header=False, proxy_headers=False, ws="none",
            limit_concurrency=_CONNECTIONS, timeout_graceful_shutdown=_PARTING, lifespan="off",
        )  # fmt: skip
        ready(_address(listener, site.token))
        try:
            uvicorn.Server(config).run(sockets=[listener])
        finally:
            site.pool.close()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise PortTaken(port=port, why=error.strerror) from error
    return listener


def _address(listener: socket.socket, token: str) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/?token={token}"
