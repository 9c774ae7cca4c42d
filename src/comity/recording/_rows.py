"""Nouns to rows and back."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.model import Block, BlockKind, Cell, Claim, Contradiction, Document, Entry, Joined, Source, Span, Value
from comity.recording._tables import CLAIM_COLUMNS, DOCUMENT_COLUMNS
from comity.sameness import block_keys, rival_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from comity.schema import Kind

Row = tuple[Any, ...]


def storable(text: str) -> str | bytes:
    """Text as SQLite takes it; half of a surrogate pair, which some files hold, only as bytes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def stored(cell: str | bytes) -> str:
    """The text that `storable` was given."""
    return cell.decode("utf-8", "surrogatepass") if isinstance(cell, bytes) else cell


def packed(value: object) -> str:
    """A value as JSON that a person can read."""
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=list)


def digest(document: Document) -> str:
    """What changes when anything that is known of a document changes."""
    told = [document.id, document.sha256, _blocks(document), _source(document.source), document.origin]
    articles = [_source(article) for article in document.articles]
    return hashlib.sha256(packed([*told, articles]).encode("utf-8", "surrogatepass")).hexdigest()


def document_row(document: Document, run: str) -> Row:
    """A document as a row of `documents`."""
    cells = [document.id, document.sha256, digest(document), run, *_source(document.source), document.origin]
    cells += [packed(_blocks(document)), packed([_source(article) for article in document.articles])]
    return tuple(storable(cell) for cell in [*cells, packed(document.warnings), document.text])


def document_of(row: Sequence[Any]) -> Document:
    """The document that a row of `documents` holds."""
    cells = dict(zip(DOCUMENT_COLUMNS, map(stored, row), strict=True))
    return Document(
        id=cells["id"],
        text=cells["text"],
        blocks=tuple(_block(one) for one in json.loads(cells["blocks"])),
        source=Source(*(cells[name] for name in Source.__slots__)),
        origin=cells["origin"],
        articles=tuple(Source(*one) for one in json.loads(cells["articles"])),
        warnings=tuple(json.loads(cells["warnings"])),
    )


def block_name(claim: Claim, kind: Kind) -> str:
    """The name of the block that a claim is compared within."""
    return hashlib.sha256(packed(block_keys(claim, kind)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def rival_name(claim: Claim, kind: Kind) -> str:
    """What a claim shares with those that may tell the same thing with other parties; "" where none may."""
    key = rival_key(claim, kind)
    return hashlib.sha256(packed(key).encode("utf-8", "surrogatepass")).hexdigest()[:16] if key else ""


def claim_row(claim: Claim, kind: Kind, run: str) -> Row:
    """A claim as a row of `claims`."""
    place = (claim.evidence.start, claim.evidence.end)
    fields, steps = storable(packed(dict(claim.fields))), storable(packed(claim.steps))
    told = (claim.id, storable(claim.doc), claim.kind, fields, claim.when, *_bounds(claim.when), claim.factuality)
    return (*told, *place, claim.rule, claim.how, steps, run, block_name(claim, kind), rival_name(claim, kind))


def claim_of(row: Sequence[Any], sha256: str) -> Claim:
    """The claim that a row of `claims` holds."""
    cells = dict(zip(CLAIM_COLUMNS, row, strict=True))
    fields: dict[str, Value] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(stored(cells["fields"])).items()
    }
    return Claim(
        doc=stored(cells["doc"]),
        kind=cells["kind"],
        fields=fields,
        when=cells["when_edtf"],
        factuality=cells["factuality"],
        evidence=Span(cells["start"], cells["end"]),
        rule=cells["rule"],
        steps=tuple(json.loads(stored(cells["steps"]))),
        sha256=sha256,
        how=cells["how"],
    )


def actor_rows(claim: Claim, kind: Kind) -> list[Row]:
    """Whom a claim names: code, field, and its own id."""
    fields = [name for name, field in kind.fields.items() if field.holds_actors]
    return sorted({(code, name, claim.id) for name in fields for code in claim.actors([name])})


def contradiction_row(found: Contradiction, entry: int) -> Row:
    """A contradiction of the entry of that number as a row of `contradictions`."""
    return (entry, found.field, found.stage, found.type, storable(packed(found.values)), found.way)


def member_rows(entry: Entry, number: int) -> list[Row]:
    """How each claim came to the entry of that number, and the claim's id."""
    told = [(claim.id, entry.joined.get(claim.id, Joined())) for claim in entry.claims]
    return [(number, one.part, one.why, one.copy_of, claim) for claim, one in told]


def contradiction_of(row: Sequence[Any], entry: str) -> Contradiction:
    """The contradiction that a row of `contradictions` holds, of the entry of that name."""
    _, field, stage, type_of, values, way = row
    told = tuple((value, tuple(claims)) for value, claims in json.loads(stored(values)))
    return Contradiction(entry, field, type_of, told, stage, way)


def _bounds(when: str) -> tuple[str | None, ...]:
    bounds = edtf.bounds(when) if when else None
    if bounds is None:
        return (None, None, None, None)
    return tuple(map(_day, (bounds.begin_earliest, bounds.begin_latest, bounds.end_earliest, bounds.end_latest)))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _source(source: Source) -> list[str]:
    return [getattr(source, name) for name in Source.__slots__]


def _blocks(document: Document) -> list[list[object]]:
    """The blocks, each as a short list: kind, start, end, headings, key, value, citation, article, cells, about."""
    return [
        [str(block.kind), *_ends(block.span), [_ends(one) for one in block.headings], _ends(block.key), _ends(block.value),
         block.citation, block.article, [[*_ends(cell.span), cell.column] for cell in block.cells], _ends(block.about)]
        for block in document.blocks
    ]  # fmt: skip


def _ends(span: Span | None) -> list[int]:
    return [span.start, span.end] if span else []


def _block(told: list[Any]) -> Block:
    kind, start, end, headings, key, value, citation, article, cells, about = told
    return Block(
        kind=BlockKind(kind),
        span=Span(start, end),
        headings=tuple(Span(*one) for one in headings),
        key=Span(*key) if key else None,
        value=Span(*value) if value else None,
        citation=citation,
        cells=tuple(Cell(Span(first, last), column) for first, last, column in cells),
        about=Span(*about) if about else None,
        article=article,
    )
