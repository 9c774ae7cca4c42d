"""Record files that cannot be opened or written."""

from __future__ import annotations

from comity.errors._base import Error


class RecordError(Error):
    """A record file cannot be opened or written."""

    code = "record"


class NoRecord(RecordError):
    code = "record-missing"
    wording = "{path}: there is no such record. `comity build SOURCE -o {path}` makes one."
    example = {"path": "laos.comity"}


class NotARecord(RecordError):
    code = "record-not-one"
    wording = "{path}: this file is no record of Comity ({why}). Check the path."
    example = {"path": "notes.txt", "why": "file is not a database"}


class OtherVersion(RecordError):
    code = "record-other-version"
    wording = (
        "{path}: the record has form {found}, this program reads form {wanted}. Build it anew, or use the program that made it."
    )
    example = {"path": "laos.comity", "found": 3, "wanted": 1}


class RecordBusy(RecordError):
    code = "record-busy"
    wording = "{path}: another program is writing this record. Wait until it has finished, then try again."
    example = {"path": "laos.comity"}
