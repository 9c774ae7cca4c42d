"""Events as PLOVER 0.8 has them, one JSON object a line.

Formal changes become the event that PLOVER codes for them, as `kinds/*.yaml` says; what is planned becomes AGREE where it is
cooperation and THREATEN where it is conflict; organisations have the code of their sort, such as IGO; what a document denies,
and what only exists, is no event.

>>> type_of("AID", "planned"), type_of("ASSAULT", "planned"), type_of("AID", "reported")
('AGREE', 'THREATEN', 'AID')
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TextIO

from comity import __version__, edtf
from comity.gazetteer import actors
from comity.presenting import _json
from comity.presenting.export._files import writing
from comity.presenting.export._record import by_document
from comity.querying._dyads import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from comity.gazetteer import Gazetteer
    from comity.model import Claim, Document
    from comity.recording.store import Store
    from comity.schema import Kind

NAME = "plover"
WHAT = "PLOVER 0.8 events, one JSON object a line: events, and formal changes as the events that PLOVER codes for them."
SUFFIX = ".jsonl"

_QUAD = {name: number for number, names in enumerate(CLASSES.values(), 1) for name in names}
IGO = "IGO"
"""PLOVER's code for every organisation of states; which one it is stands beside it."""
_NOT_OF_STATES = {"ICRC": "NGO"}
"""Organisations with actor files that are not organisations of states."""
_PLANNED = {
    **dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"), "AGREE"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "THREATEN"),
}
"""Manual of PLOVER 0.8: cooperation in the future is an agreement to it, force in the future a threat."""


def write(store: Store, target: Path | TextIO) -> list[str]:
    """All events in the order of document and place; how many claims are no event for PLOVER comes back in words."""
    gazetteer = actors(store.folders)
    left_out: Counter[str] = Counter()
    with writing(target) as stream:
        for document, claims in by_document(store):
            for claim in claims:
                told = event(claim, document, store.kinds[claim.kind], gazetteer)
                if told is None:
                    left_out[f"{claim.kind} claims" if claim.factuality != "denied" else "denied claims"] += 1
                else:
                    stream.write(_json.line(told) + "\n")
    return [f"{count} {what}" for what, count in sorted(left_out.items())]


def type_of(told: str, factuality: str) -> str:
    """The PLOVER type of what a claim tells, by how sure the document is of it."""
    return _PLANNED.get(told, told) if factuality == "planned" else told


def event(claim: Claim, document: Document, kind: Kind, gazetteer: Gazetteer) -> dict[str, object] | None:
    """A claim as PLOVER has it; None where it is no event there."""
    stage = str(claim.fields.get(kind.stages, ""))
    told = str(claim.fields["type"]) if claim.kind == "event" else kind.plover.get(stage, "")
    first, rest = list(claim.actors(kind.sides[:1])), list(claim.actors(_others(kind)))
    if not told or claim.factuality == "denied" or not (first or rest):
        return None
    name = type_of(told, claim.factuality)
    return {
        "id": claim.id,
        "doc": claim.doc,
        **_dates(claim, document),
        "actor": _named(first, gazetteer),
        "recipient": _named(rest, gazetteer),
        "event": name,
        "quad_code": _QUAD[name],
        "event_loc": _place(claim),
        "event_text": claim.evidence.of(document),
        "text_info": {"start": claim.evidence.start, "end": claim.evidence.end},
        "cite_info": _citation(claim, document),
        "coder": f"comity {__version__}",
        "comment": f"{claim.kind}; {claim.factuality}; rule {claim.rule}; when {claim.when or 'unknown'}",
    }


def _others(kind: Kind) -> list[str]:
    """The fields for actors beside the first side."""
    return [name for name, field in kind.fields.items() if field.holds_actors and name != kind.sides[0]]


def _dates(claim: Claim, document: Document) -> dict[str, object]:
    """PLOVER wants days: the first and last of what is told; without a date that of publication, and it says so."""
    span = edtf.bounds(claim.when)
    first = span.begin_earliest or span.end_earliest if span else None
    last = span.end_latest if span else None
    if first:
        return {"date": first.isoformat(), **({"enddate": last.isoformat()} if last and last != first else {})}
    published = document.source.published if edtf.precision(document.source.published) == "day" else ""
    return {"date": published, **({"date_of": "publication"} if published else {})}


def _named(codes: Iterable[str], gazetteer: Gazetteer) -> list[dict[str, str]]:
    found = []
    for code in codes:
        actor = gazetteer.get(code)
        known = {"identifier_id": actor.wikidata} if actor and actor.wikidata else {}
        group = {"code": _NOT_OF_STATES.get(code, IGO), "organization": code} if actor and not actor.is_state else {"code": code}
        found.append({**group, "identifier_text": gazetteer.name(code), **known})
    return found


def _place(claim: Claim) -> dict[str, object]:
    place = claim.fields.get("place") or claim.fields.get("city") or ""
    return {"extracted_place": place} if place else {}


def _citation(claim: Claim, document: Document) -> dict[str, object]:
    block = next((block for block in document.blocks if claim.evidence.touches(block.span)), None)
    source = document.article(block) if block else document.source
    told = {"title": source.title, "publication": source.publisher, "url": source.url, "language": source.language}
    return {name: value for name, value in told.items() if value}
