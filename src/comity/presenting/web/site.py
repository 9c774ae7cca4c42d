"""What is served, to whom, and under which names."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import comity
from comity.errors import BadOrigin, NotLoopback
from comity.presenting.web.accounts.sessions import Sessions, Tries
from comity.presenting.web.memory import Memory
from comity.presenting.web.pool import Pool
from comity.recording.views import View
from comity.registry import Folders

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from comity.model import Contradiction
    from comity.presenting.web.accounts.book import Book
    from comity.presenting.web.asking import Asked
    from comity.querying import Record
    from comity.querying._question import Answer
    from comity.recording.writings import About

Made = TypeVar("Made")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""Addresses that only this machine reaches."""
_PORTS = {"http": 80, "https": 443}
# Seconds for one question: the slowest of a record with a hundred thousand documents takes a few.
_SECONDS = 30.0


def checked_host(host: str, *, shared: bool = False) -> str:
    """The address to listen on; a NotLoopback error for one that others could reach, unless it is `shared` among accounts.

    >>> checked_host("localhost")
    '127.0.0.1'
    """
    if host not in LOOPBACK and not (shared and host):
        raise NotLoopback(host=host, allowed=", ".join(LOOPBACK))
    return "127.0.0.1" if host == "localhost" else host


def checked_origin(value: str) -> str:
    """An origin as browsers write it; a BadOrigin error where it is none.

    >>> checked_origin("https://Comity.example.org:443/")
    'https://comity.example.org'
    """
    parts = urlsplit(value.strip())
    try:
        port = parts.port
    except ValueError as error:
        raise BadOrigin(value=value) from error
    whole = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
    if parts.scheme not in _PORTS or not parts.hostname or not whole:
        raise BadOrigin(value=value)
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{name}" + (f":{port}" if port not in (None, _PORTS[parts.scheme]) else "")


@dataclass(frozen=True)
class Site:
    """One record as it is served at one port of this machine."""

    path: Path
    port: int
    folders: Folders = field(default_factory=Folders)
    seconds: float = _SECONDS
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    """Stands in the address that the command prints; whoever has it may read and judge."""
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    """What a browser keeps in its cookie instead."""
    accounts: Book | None = None
    """Who may come in; without it, whoever has the token."""
    public: tuple[str, ...] = ()
    """The origins by which others reach it, such as that of a proxy in front."""
    tries: Tries = field(default_factory=Tries, repr=False)
    pool: Pool = field(init=False, repr=False)
    sessions: Sessions | None = field(init=False, repr=False, default=None)
    memory: Memory = field(init=False, repr=False, compare=False)
    clashes: dict[Contradiction, dict[str, Any]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Contradictions as the list of them shows them, kept while they stand in the record: most stay as they are."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "pool", Pool(self.path, self.folders, seconds=self.seconds))
        object.__setattr__(self, "memory", Memory(self.pool.between))
        object.__setattr__(self, "sessions", Sessions(self.accounts) if self.accounts else None)

    @property
    def hosts(self) -> tuple[str, ...]:
        """What a request may call this machine: any other name was made to point here by somebody else."""
        names = [f"[{host}]" if ":" in host else host for host in LOOPBACK]
        # Browsers leave the port out where it is the usual one.
        own = tuple(f"{name}:{self.port}" for name in names) + (tuple(names) if self.port == 80 else ())
        return own + tuple(urlsplit(one).netloc for one in self.public)

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins of this site's own pages."""
        return tuple(f"http://{host}" for host in self.hosts[: len(self.hosts) - len(self.public)]) + self.public

    @property
    def cookie(self) -> str:
        """The cookie's name; ports share their cookies, so that it tells the port."""
        return f"{'__Host-' if self.secure else ''}comity-{self.port}"

    @property
    def secure(self) -> bool:
        """Is it reached over HTTPS, so that the cookie travels over nothing else?"""
        return bool(self.public) and all(one.startswith("https://") for one in self.public)

    def answer(self, wanted: Asked, about: About = ()) -> Answer:
        """The record's answer, kept while it holds: for questions that take long and are asked again and again."""
        told = (wanted.question.name, repr(sorted(wanted.given.items())))
        return self.kept(told, wanted.answer, wanted.view, about)

    def kept(self, what: tuple[object, ...], make: Callable[[Record], Made], view: View = View(), about: About = ()) -> Made:
        """What is made of the record as it is seen, kept until something is written that bears on those whom it is about.

        Never asked for while a record is taken.
        """

        def ask() -> Made:
            with self.pool.record(view) as record:
                return make(record)

        return self.memory.kept(self.pool.state(), (what, view), ask, about)

    def etag(self, *told: str) -> str:
        """What changes when the record, the program or what is asked changes."""
        parts = "\0".join([comity.__version__, repr(self.pool.state()), *told])
        return f'W/"{hashlib.sha256(parts.encode("utf-8", "replace")).hexdigest()[:32]}"'
