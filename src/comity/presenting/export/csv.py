"""Tables for statistics: long and tidy, no lists in cells, the four bounds of every date, who is who in other systems.

>>> bounds("1977-07")
['1977-07', '1977-07-01', '1977-07-31', '1977-07-01', '1977-07-31', 1977]
>>> bounds("2018/..")
['2018/..', '2018-01-01', '2018-12-31', '', '', 2018]
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from comity import __version__, edtf
from comity.gazetteer import Actor, actors
from comity.presenting.claim_lines import plain
from comity.presenting.export._files import folder, writing
from comity.presenting.export._record import by_document
from comity.querying._differences import differences
from comity.querying._severity import severity

if TYPE_CHECKING:
    from pathlib import Path

    from comity.model import Claim, Document, Entry
    from comity.recording.store import Store
    from comity.schema import Kind

NAME = "csv"
WHAT = "A folder of tables: claims, a table for each kind, claim_actors, documents, contradictions, differences."
SUFFIX = ""

Row: TypeAlias = Sequence[object]
_BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
_SOURCE = ("title", "author", "publisher", "published", "url", "accessed", "archived", "language", "licence")
_SYSTEMS = ("iso3", "cow", "gw", "qid", "iso2", "iso4", "cow_letters")
HEADS: dict[str, tuple[str, ...]] = {
    "claims": (
        "claim_id", "entry_id", "doc", "kind", "when_edtf", *_BOUNDS, "year", "factuality",
        "quote", "quote_start", "quote_end", "rule", "how",
    ),
    "claim_actors": ("claim_id", "field", "place_in_field", "code", "name", *_SYSTEMS),
    "documents": ("doc", *_SOURCE, "sha256", "characters", "claims"),
    "contradictions": ("entry_id", "kind", "field", "stage", "way", "type", "value", "claim_id", "where_told", "apart_days"),
    "differences": ("entry_id", "kind", "field", "stage", "type", "value", "claim_id", "where_told", "apart_days"),
}  # fmt: skip


def write(store: Store, target: Path) -> list[str]:
    """The tables, each with the version of the program in its last column."""
    where = folder(target)
    entries = sorted(store.entries(), key=lambda entry: entry.id)
    entry_of = {claim.id: entry.id for entry in entries for claim in entry.claims}
    told = list(by_document(store))
    claims = [claim for _, of_document in told for claim in of_document]
    _table(where, "claims", HEADS["claims"], (_claim(claim, document, entry_of) for document, own in told for claim in own))
    _table(where, "claim_actors", HEADS["claim_actors"], (row for claim in claims for row in _actors(claim, store)))
    _table(where, "documents", HEADS["documents"], (_document(document, len(own)) for document, own in told))
    _table(where, "contradictions", HEADS["contradictions"], (row for entry in entries for row in _contradictions(entry)))
    _table(where, "differences", HEADS["differences"], _differences(entries, store))
    for name, kind in store.kinds.items():
        columns = scalars(kind)
        _table(where, name, ("claim_id", *columns), (_fields(claim, columns) for claim in claims if claim.kind == name))
    return []


def _table(where: Path, name: str, heads: Sequence[str], rows: Iterable[Row]) -> None:
    with writing(where / f"{name}.csv") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow((*heads, "version"))
        writer.writerows((*row, __version__) for row in rows)


def bounds(when: str) -> list[object]:
    """A date as EDTF, its four bounds as days, and its year; what is open or not told stays empty."""
    span = edtf.bounds(when)
    days = [getattr(span, name) for name in _BOUNDS] if span else [None] * len(_BOUNDS)
    return [when, *("" if day is None else day.isoformat() for day in days), _or_empty(edtf.year_of(when))]


def _or_empty(value: object) -> object:
    return "" if value is None else value


def _claim(claim: Claim, document: Document, entry_of: dict[str, str]) -> Row:
    place = (claim.evidence.of(document), claim.evidence.start, claim.evidence.end, claim.rule, claim.how)
    named = (claim.id, entry_of.get(claim.id, ""), claim.doc, claim.kind)
    return (*named, *bounds(claim.when), claim.factuality, *place)


def scalars(kind: Kind) -> list[str]:
    """The fields of a kind that hold one value; lists of actors stand in claim_actors."""
    return [name for name, field in kind.fields.items() if field.type != "actors"]


def _fields(claim: Claim, columns: Iterable[str]) -> Row:
    return (claim.id, *(plain(claim.fields.get(name, "")) for name in columns))


def _actors(claim: Claim, store: Store) -> Iterator[Row]:
    """A row for each actor of a claim, with its numbers in the systems that others use."""
    gazetteer = actors(store.folders)
    for field in (name for name, field in store.kinds[claim.kind].fields.items() if field.holds_actors):
        for place, code in enumerate(claim.actors([field]), 1):
            yield (claim.id, field, place, code, gazetteer.name(code), *_elsewhere(gazetteer.get(code)))


def _elsewhere(actor: Actor | None) -> Row:
    """What other systems call an actor; alpha-3 letters are ISO's only where ISO has, or had, the state."""
    if actor is None:
        return ("",) * len(_SYSTEMS)
    iso3 = actor.code if actor.iso2 or actor.iso4 else ""
    return (iso3, _or_empty(actor.cow), _or_empty(actor.gw), actor.wikidata, actor.iso2, actor.iso4, actor.cow_letters)


def _document(document: Document, claims: int) -> Row:
    source = [getattr(document.source, name) for name in _SOURCE]
    return (document.id, *source, document.sha256, len(document.text), claims)


def _contradictions(entry: Entry) -> Iterator[Row]:
    """A row for each claim that gives one of the values that exclude one another."""
    for found in entry.contradictions:
        grave = severity(found, entry)
        for value, claims in found.values:
            for claim in claims:
                told = (found.field, found.stage, found.way, found.type, value, claim)
                yield (entry.id, entry.kind, *told, grave.where, _or_empty(grave.apart_days))


def _differences(entries: Sequence[Entry], store: Store) -> Iterator[Row]:
    """A row for each claim that gives one of the dates that differ without contradiction; its stage is the claim's own."""
    for found in sorted(differences(entries, store.kinds), key=lambda one: (one.entry.id, one.type, one.stage)):
        grave = found.severity
        for side in found.sides:
            for claim in side.claims:
                told = ("when", side.stage, found.type, side.when, claim.id)
                yield (found.entry.id, found.entry.kind, *told, grave.where, _or_empty(grave.apart_days))
