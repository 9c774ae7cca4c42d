"""Errors as they leave over HTTP: one shape for all, and the status that each means."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from comity import errors
from comity.presenting import _json
from comity.recording.moments import Interrupted

if TYPE_CHECKING:
    from collections.abc import Mapping

STATUS: Mapping[type[errors.Error], int] = {
    errors.Error: 500,
    errors.QueryError: 400,
    errors.RequestError: 422,
    errors.RecordError: 503,
    errors.NoToken: 403,
    errors.NotSignedIn: 401,
    errors.WrongPassword: 401,
    errors.NotAllowed: 403,
    errors.NotYourName: 403,
    errors.TooManyTries: 429,
    errors.ForeignHost: 403,
    errors.ForeignOrigin: 403,
    errors.NoSuchPlace: 404,
    errors.UnknownClaim: 404,
    errors.UnknownDocument: 404,
    errors.NothingToUndo: 404,
    errors.WrongMethod: 405,
    errors.RecordBusy: 409,
    errors.TooLarge: 413,
    errors.NoForm: 415,
    errors.NoJson: 415,
    errors.TookTooLong: 503,
    errors.TooBusy: 503,
}
"""By class; one that does not stand here has its parent's."""

_LOG = logging.getLogger(__name__)


def status(error: errors.Error) -> int:
    """The HTTP status of an error.

    >>> status(errors.UnknownClaim(id="9f", hint="")), status(errors.BadDate(value="x", why="y"))
    (404, 400)
    """
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def shown(error: errors.Error) -> errors.Error:
    """The error without the folders of this machine: of a path only its last part.

    >>> shown(errors.NoRecord(path=Path("/srv/records/laos.comity"))).facts
    {'path': 'laos.comity'}
    """
    facts = {name: _fact(value) for name, value in error.facts.items()}
    return type(error)(**facts)


def body(error: errors.Error) -> bytes:
    """The one shape that every error has.

    >>> body(errors.NoName()).decode()
    '{"error": {"code": "query-no-name", "message": "a judgement is made by somebody. Give your name with --by.", "facts": {}}}'
    """
    told = shown(error)
    return _json.line({"error": {"code": told.code, "message": told.sentence, "facts": told.facts}}).encode()


def known(error: Exception, *, seconds: float, record: Path) -> errors.Error:
    """What went wrong as an error that its reader can mend; for what nobody foresaw, one that says so."""
    if isinstance(error, errors.Error):
        return error
    if isinstance(error, Interrupted):
        return errors.TookTooLong(seconds=seconds)
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return errors.RecordBusy(path=record)
    if isinstance(error, sqlite3.DatabaseError):
        return errors.NotARecord(path=record, why=error)
    _LOG.exception("a question failed", exc_info=error)
    return errors.Error(what="something went wrong here that is no fault of yours. The log of `comity serve` tells more.")


def _fact(value: object) -> object:
    if isinstance(value, Path):
        return value.name
    return value if isinstance(value, str | int | float) else str(value)
