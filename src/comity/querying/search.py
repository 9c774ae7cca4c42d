"""Sentences that hold given words, with the claims that they bear.

>>> from comity.querying._example import small
>>> small().search("maize").sources[0].quote
'Kenya sent 200 tonnes of maize in 1970.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.querying._cite import quoted
from comity.querying._question import Answer, Parameter, Question, Quoted, Table
from comity.querying._words import caption

if TYPE_CHECKING:
    from comity.model import Claim
    from comity.recording.found import Passage
    from comity.recording.store import Store

_LIMIT = 50


def ask(store: Store, words: str, *, limit: int = _LIMIT) -> Answer:
    """Sentences with all of the words, the best first; words between double quotes must stand side by side."""
    found = store.search(words, limit or _LIMIT)
    told = [(passage, store.claims(doc=passage.doc, within=passage.span)) for passage in found]
    rows = tuple((f"[{number}]", _claims(store, claims)) for number, (_, claims) in enumerate(told, 1))
    return Answer(
        question="search",
        asked={"words": words},
        lead=(_counted(len(found), limit or _LIMIT, words),),
        tables=(Table("Sentences", ("sentence", "claims in it"), rows),) if found else (),
        sources=tuple(_source(store, passage, claims) for passage, claims in told),
        found=bool(found),
        data={"sentences": [_data(passage, claims) for passage, claims in told]},
    )


def _counted(number: int, limit: int, words: str) -> str:
    if not number:
        return f"No sentence holds all of: {words}."
    more = f", the first {limit} of them" if number == limit else ""
    return f"{number} {'sentence holds' if number == 1 else 'sentences hold'} all of: {words}{more}."


def _claims(store: Store, claims: list[Claim]) -> str:
    return "; ".join(f"{caption(store, claim)}, {edtf.say(claim.when)} ({claim.id[:10]})" for claim in claims) or "none"


def _source(store: Store, passage: Passage, claims: list[Claim]) -> Quoted:
    if claims and claims[0].evidence == passage.span:
        return quoted(store, claims[0])
    source = store.document(passage.doc).source
    return Quoted(
        claim="", doc=passage.doc, quote=passage.text, start=passage.span.start, end=passage.span.end,
        title=source.title, publisher=source.publisher, published=source.published, url=source.url,
    )  # fmt: skip


def _data(passage: Passage, claims: list[Claim]) -> dict[str, object]:
    place = {"doc": passage.doc, "start": passage.span.start, "end": passage.span.end, "text": passage.text}
    return {**place, "claims": [claim.id for claim in claims]}


QUESTION = Question(
    name="search",
    what="Sentences that hold given words, with the claims in them.",
    parameters=(
        Parameter("words", "words", "the words; between double quotes those that stand side by side", required=True),
        Parameter("limit", "number", "how many sentences at most"),
    ),
    example="comity search laos.comity embassy Hanoi",
    ask=ask,
)
