"""Of whom something was written, writing by writing, so that who kept an answer knows whether it still holds.

A record that was made by an earlier program has no such list until it is written to again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from enum import IntEnum
from threading import Lock
from typing import TYPE_CHECKING, Any

from comity.errors import RecordError
from comity.recording import _files
from comity.recording.moments import State, state

if TYPE_CHECKING:
    from pathlib import Path

About = tuple[Collection[str], ...]
"""On what an answer hangs: on writings that name one of each of these sides, be it actors by code, kinds, or SEEN; without
sides, on all that is written."""
SEEN = "seen"
"""What a writing names that changes which claims are seen; to accept one does not."""


class Weight(IntEnum):
    """How heavy a thing is that is kept: how many such things are kept at most."""

    LIGHT = 256
    MIDDLING = 96
    """What may hold all claims of a pair."""
    HEAVY = 4
    """What may hold all claims of a state."""


@dataclass(frozen=True)
class Keep:
    """How a thing is kept: how heavy it is, on what it hangs, and how it is made anew of the old one and of what was written."""

    weight: Weight = Weight.LIGHT
    about: About = ()
    mend: Callable[[Any, frozenset[str]], Any] | None = None


COUNTED = Keep(about=({SEEN},))
"""How a count of claims is kept: it changes when one is hidden or shown."""
Keeping = Callable[[Hashable, Callable[[], Any], Keep], Any]
"""Gives what was made of the same before, or makes it."""
KEPT = 1000
"""Writings that are listed; whoever looked before the first of them must take it that all was changed."""
_NEWEST = "SELECT seq, at FROM main.writings ORDER BY seq DESC LIMIT 1"
_AMONG = "(SELECT value FROM json_each(?))"
_NAMED = (
    f"SELECT code FROM claim_actors WHERE claim IN (SELECT seq FROM claims WHERE block IN {_AMONG}) "
    f"UNION SELECT kind FROM claims WHERE block IN {_AMONG}"
)


def note(connection: sqlite3.Connection, at: str, codes: Collection[str] | None = None) -> None:
    """List a writing, within its own transaction: of the claims that name these actors and are of these kinds, or of anything."""
    if codes is None:
        connection.execute("DELETE FROM writings")
    told = "" if codes is None else json.dumps(sorted(codes))
    connection.execute("INSERT INTO writings (at, codes) VALUES (?, ?)", [at, told])
    connection.execute("DELETE FROM writings WHERE seq <= (SELECT max(seq) FROM writings) - ?", [KEPT])


def named(connection: sqlite3.Connection, blocks: Collection[str]) -> set[str]:
    """The actors whom the claims of some blocks name, and the kinds of the claims."""
    told = json.dumps(sorted(blocks))
    return {row[0] for row in connection.execute(_NAMED, [told, told])}


class Watch:
    """Sees when a record is written to, and of whom."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, ...] = ()
        self._told: dict[int, frozenset[str] | None] = {}
        self._last = 0

    def state(self) -> State:
        """What changes whenever the record does."""
        with self._lock:
            try:
                return self._look()
            except (OSError, sqlite3.Error, RecordError):
                self._let_go()
                return state(self._path)

    def between(self, one: State, other: State, about: About) -> frozenset[str] | None:
        """What was written between two states on which something hangs: whom and what it names; None where it may be anything."""
        if one == other:
            return frozenset()
        if not (one.at and other.at) or one.file != other.file or one.seq == other.seq:
            return None
        first, last = sorted((one.seq, other.seq))
        with self._lock:
            told = [self._told.get(seq) for seq in range(first + 1, last + 1)]
        bearing = [names for names in told if names is None or all(not names.isdisjoint(side) for side in about)]
        known = [names for names in bearing if names]
        return frozenset().union(*known) if about and len(known) == len(bearing) else None if bearing else frozenset()

    def _look(self) -> State:
        found = self._path.stat()
        file = (found.st_dev, found.st_ino)
        if self._connection is None or file != self._file:
            self._let_go()
            self._file, self._connection = file, _files.to_read(self._path)
        seq, at = self._connection.execute(_NEWEST).fetchone() or (0, "")
        if not at:
            return state(self._path)
        if seq != self._last:
            self._read(self._connection, seq)
        return State(file, seq, at)

    def _read(self, connection: sqlite3.Connection, seq: int) -> None:
        rows = connection.execute("SELECT seq, codes FROM main.writings WHERE seq > ? AND seq <= ?", [self._last, seq])
        self._told |= {row[0]: frozenset(json.loads(row[1])) if row[1] else None for row in rows}
        for old in [one for one in self._told if one <= seq - KEPT]:
            del self._told[old]
        self._last = seq

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection, self._told, self._last = None, {}, 0

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._let_go()
