"""What is told of a document beside it: a sidecar for one, a manifest for a folder."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from comity import edtf
from comity.errors import BadDate, BadMetadata, did_you_mean
from comity.model import Source

FIELDS: tuple[str, ...] = tuple(Source.__slots__)
DATES = ("published", "accessed")
MANIFESTS = ("manifest.csv", "sources.csv")
SIDECAR = ".meta.json"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a manifest: where it stands and what it tells, unchecked until its document is read."""

    file: str
    where: str
    told: Mapping[str, str]

    def source(self) -> Source:
        """What the line tells; BadMetadata where it is wrong."""
        return checked(self.told, file=self.file, where=f" in {self.where}")


@dataclass(frozen=True)
class Manifest:
    """The lines of a folder's manifests by the file or document that they name, and what was wrong with the tables."""

    rows: Mapping[str, Row] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def row(self, *names: str) -> Row | None:
        """The line of the first of these names that has one."""
        return next((self.rows[name] for name in names if name in self.rows), None)


def checked(told: Mapping[str, object], *, file: str, where: str = "") -> Source:
    """What is told, as a Source; BadMetadata names the first field that is wrong."""
    for name, value in told.items():
        why = _wrong(name, value)
        if why:
            raise BadMetadata(file=file, where=f"{name!r}{where}", why=why, fields=", ".join(FIELDS))
    return Source(**{name: str(value).strip() for name, value in told.items()})


def _wrong(name: str, value: object) -> str:
    """What is wrong with a field; "" where nothing is."""
    if name not in FIELDS:
        return f"there is no such field.{did_you_mean(name, FIELDS)}"
    if not isinstance(value, str):
        return f"{json.dumps(value, ensure_ascii=False)[:60]} is no text; put it in quotation marks"
    if name in DATES and value.strip():
        try:
            edtf.check(value.strip())
        except BadDate as error:
            return error.sentence
    return ""


def sidecars(document: Path) -> Source:
    """What the sidecars of a document tell; that of `notes.txt.meta.json` goes over that of `notes.meta.json`."""
    found = Source()
    for path in (document.with_name(document.stem + SIDECAR), document.with_name(document.name + SIDECAR)):
        if path.is_file():
            found = _sidecar(path).over(found)
    return found


def _sidecar(path: Path) -> Source:
    facts: dict[str, Any] = {"file": str(path), "fields": ", ".join(FIELDS)}
    try:
        told = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadMetadata(where="the file", why=f"it cannot be read as JSON ({error})", **facts) from error
    if not isinstance(told, dict):
        raise BadMetadata(where="the file", why="it is no JSON object { … }", **facts)
    return checked(told, file=str(path))


def manifest(folder: Path) -> Manifest:
    """The manifests of a folder, read; `manifest.csv` goes over `sources.csv`."""
    rows: dict[str, Row] = {}
    warnings = []
    for path in (folder / name for name in reversed(MANIFESTS)):
        if not path.is_file():
            continue
        try:
            rows.update(_rows(path))
        except (OSError, ValueError, csv.Error) as error:
            warnings.append(f"{path} was not used: {error}")
    return Manifest(rows, tuple(warnings))


def _rows(path: Path) -> Iterator[tuple[str, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        table = csv.DictReader(stream)
        columns = {(name or "").strip().lower(): name for name in table.fieldnames or ()}
        keys = [columns[name] for name in ("file", "doc") if name in columns]
        if not keys:
            raise ValueError("it has no column file or doc")
        for line in table:
            told = {name: line[column].strip() for name, column in columns.items() if name in FIELDS and line[column]}
            for key in keys:
                if name := (line[key] or "").strip():
                    yield name, Row(str(path), f"the row of {name}", told)
