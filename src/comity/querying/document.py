"""One document with all that it tells: its text, and its claims in the order of the text.

>>> from comity.querying._example import small
>>> answer = small().document("note")
>>> answer.tables[0].rows[0][:2]
('May 1967', 'Embassy of Kenya in Peru, Lima: opened [1]')
>>> [answer.data["text"][one["start"] : one["end"]] for one in answer.data["claims"]][1]
'Kenya sent 200 tonnes of maize in 1970.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.querying._cite import Citations
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import caption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.model import Claim, Document
    from comity.recording.store import Store


def ask(store: Store, doc: str) -> Answer:
    """The text of a document and its claims; the document is given by its id."""
    document = store.document(doc)
    claims = sorted(store.claims(doc=doc), key=lambda one: (one.evidence, one.kind, one.id))
    cite = Citations(store)
    rows = tuple((edtf.say(one.when), cite.after(caption(store, one), [one]), one.factuality, one.id) for one in claims)
    number = f"{len(claims)} {'claim' if len(claims) == 1 else 'claims'}"
    return Answer(
        question="document",
        asked={"doc": doc},
        lead=(f"{document.source.title or doc}: {number}.",),
        tables=(Table("Claims in the order of the text", ("when", "what", "as", "claim"), rows),) if rows else (),
        sources=cite.quoted,
        data={**_about(document), "claims": [_told(store, one, states) for one, states in _judged(store, claims)]},
    )


def _about(document: Document) -> dict[str, Any]:
    """What is known of the document, with its text and where its headings and other blocks stand."""
    source = document.source
    return {
        "id": document.id, "sha256": document.sha256, "origin": document.origin,
        **{name: getattr(source, name) for name in type(source).__slots__},
        "warnings": list(document.warnings), "text": document.text,
        "blocks": [{"kind": str(one.kind), "start": one.span.start, "end": one.span.end} for one in document.blocks],
    }  # fmt: skip


def _judged(store: Store, claims: Iterable[Claim]) -> Iterable[tuple[Claim, list[str]]]:
    """Each claim with what people decided of it."""
    told = list(claims)
    rulings = store.judged.rulings(one.id for one in told)
    return [(one, [ruling.state for ruling in rulings.get(one.id, ())]) for one in told]


def _told(store: Store, claim: Claim, states: list[str]) -> dict[str, Any]:
    kind = store.kinds[claim.kind]
    parties = [name for name, field in kind.fields.items() if field.holds_actors]
    return {
        "claim": claim.id, "kind": claim.kind, "what": caption(store, claim), "when": claim.when, "factuality": claim.factuality,
        "actors": sorted(set(claim.actors(parties))), "start": claim.evidence.start, "end": claim.evidence.end,
        "rule": claim.rule, "judged": states,
    }  # fmt: skip


QUESTION = Question(
    name="document",
    what="One document with its text and all that is claimed from it, in the order of the text.",
    parameters=(Parameter("doc", "words", "the id of a document, as `comity sources` lists them", required=True),),
    example="comity document laos.comity laos-vietnam",
    ask=ask,
)
