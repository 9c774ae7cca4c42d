"""Opens record files: which are ours, of which form, and who may write."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from comity.errors import CannotWrite, NoRecord, NotARecord, OtherVersion, RecordBusy
from comity.recording._tables import APPLICATION_ID, FORM, TABLES, WRITINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 5000  # milliseconds that a reader waits for a writer's moment
_AT_HAND = 32768  # KiB of pages that a connection keeps; a writer twice as many
_BEFORE_SETTLING = 16384  # pages that are written before they are moved to their places, most of them then once and not often


def to_read(path: Path) -> sqlite3.Connection:
    """A connection that can only read; errors where there is no record, or one of another form."""
    if not path.is_file():
        raise NoRecord(path=path)
    # Without a folder that may be written to, SQLite can read a record at rest only if told that nobody writes.
    for flags in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?{flags}", uri=True, check_same_thread=False)
        try:
            _check(connection, path)
        except sqlite3.OperationalError as error:
            connection.close()
            failed = error
        except BaseException:
            connection.close()
            raise
        else:
            return connection
    raise NotARecord(path=path, why=str(failed)) from failed


@contextmanager
def to_write(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for the one writer, held for the run; the record is made where there is none."""
    if path.exists() and not (path.is_file() and os.access(path, os.W_OK)):
        raise CannotWrite(path=path, why="you may only read it" if path.is_file() else "it is a folder")
    with _alone(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            if _is_blank(connection, path):
                _make(connection)
            _check(connection, path)
            _settle(connection)
            connection.execute(WRITINGS)
            yield connection
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def _is_blank(connection: sqlite3.Connection, path: Path) -> bool:
    """Is nothing in the file yet, or only what a run left that was broken off while it made the record?"""
    try:
        return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise NotARecord(path=path, why=str(error)) from error


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.executescript(f"BEGIN;{TABLES} PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={FORM}; COMMIT;")


def _settle(connection: sqlite3.Connection) -> None:
    for setting in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        f"busy_timeout={_PATIENCE}",
        "foreign_keys=OFF",
        f"cache_size=-{2 * _AT_HAND}",
        f"wal_autocheckpoint={_BEFORE_SETTLING}",
    ):
        connection.execute(f"PRAGMA {setting}")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is no record, or one of a form that this program does not know."""
    connection.execute(f"PRAGMA busy_timeout={_PATIENCE}")
    try:
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise NotARecord(path=path, why=str(error)) from error
    if not ours:
        raise NotARecord(path=path, why="another program's database" if path.stat().st_size else "the file is empty")
    form = connection.execute("PRAGMA user_version").fetchone()[0]
    if form != FORM:
        raise OtherVersion(path=path, found=form, wanted=FORM)
    connection.execute(f"PRAGMA cache_size=-{_AT_HAND}")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the right to write for a whole run, over many transactions; a process that dies gives it back by itself."""
    lock = path.with_name(f"{path.name}-lock")
    try:
        connection = sqlite3.connect(lock, isolation_level=None, timeout=0)
    except sqlite3.OperationalError as error:
        raise CannotWrite(path=path, why=error) from error
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise RecordBusy(path=path) from error
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                lock.unlink(missing_ok=True)
    finally:
        connection.close()
