"""Moments of a record: what several statements see of it while others write, for how long they may ask, when it changed."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Steps of SQLite's machine between two looks at the clock: well under a millisecond.
_STEPS = 10_000


class State(NamedTuple):
    """Which state a record is in: equal for equal ones, of one file or of two."""

    file: tuple[int, ...] = ()
    """Which file; of a record without a list of its writings, also when it was written to last, and how long it is."""
    seq: int = 0
    """The number of the last writing."""
    at: str = ""
    """The moment of it; "" in a record without a list of them."""


class Interrupted(Exception):
    """A question took longer than it was given."""


@contextmanager
def at_once(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """One state of the record for all that is read within, and a limit of time for it.

    >>> connection = sqlite3.connect(":memory:")
    >>> endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
    >>> with at_once(connection, 0.01):
    ...     connection.execute(endless)
    Traceback (most recent call last):
        ...
    comity.recording.moments.Interrupted
    >>> connection.execute("SELECT 1").fetchone()
    (1,)
    """
    end = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        connection.execute("BEGIN")
        yield
    except sqlite3.OperationalError as error:
        if time.monotonic() > end:
            raise Interrupted from error
        raise
    finally:
        connection.set_progress_handler(None, 0)
        if connection.in_transaction:
            connection.rollback()


def state(path: Path) -> State:
    """What changes whenever a record's file is replaced or written to; empty where there is none."""
    found: list[int] = []
    for one in (path, path.with_name(f"{path.name}-wal")):
        try:
            told = one.stat()
        except FileNotFoundError:
            continue
        if told.st_size:
            found += [told.st_dev, told.st_ino, told.st_mtime_ns, told.st_size]
    return State(tuple(found))
