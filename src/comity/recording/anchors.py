"""Finds the claim that somebody judged again, after new rules or in a changed text."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from comity.model import Claim, Span
from comity.recording._rows import packed
from comity.recording.judgements import Anchor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comity.model import Document, Value
    from comity.schema import Kind


def place(anchor: Anchor, document: Document) -> Span | None:
    """Where the quote of a judgement stands now; among several like it, the one whose surroundings are most alike."""
    if document.sha256 == anchor.sha256:
        return Span(anchor.start, anchor.end)
    found, at = [], document.text.find(anchor.quote)
    while anchor.quote and at >= 0:
        found.append(Span(at, at + len(anchor.quote)))
        at = document.text.find(anchor.quote, at + 1)
    return max(found, key=lambda span: (_surrounded_alike(anchor, span, document), -span.start), default=None)


def again(anchor: Anchor, where: Span, claims: Iterable[Claim], kind: Kind) -> Claim | None:
    """The claim among those of a document that a judgement was about; None where none is, or two are as near.

    One that tells the same in the same place is it. Else it is the one of its kind there that tells most alike, if what
    makes it this thing and no other is the same.
    """
    near = [
        claim
        for claim in claims
        # What does not touch the place, as most do not, is left out before more is asked.
        if claim.evidence.start < where.end and where.start < claim.evidence.end
        if claim.kind == anchor.kind and _same_words(claim.evidence, where)
    ]
    exact = [claim for claim in near if _told(claim) == anchor.told]
    if exact:
        return min(exact, key=lambda claim: claim.id)
    told = {name: anchor.fields.get(name) for name in kind.fields} | {"when": anchor.when, "factuality": anchor.factuality}
    scored = sorted(((_alike(claim, told), claim.id, claim) for claim in near), reverse=True)
    likely = [one for one in scored if _names_the_same(one[2], anchor, kind)]
    if not likely or (len(likely) > 1 and likely[0][0] == likely[1][0]):
        return None
    return likely[0][2]


def _told(claim: Claim) -> tuple[str, str, str, str]:
    return claim.kind, packed(dict(sorted(claim.fields.items()))), claim.when, claim.factuality


def _same_words(one: Span, other: Span) -> bool:
    """Do two stretches share most of the shorter one?"""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(len(one), len(other))


def _alike(claim: Claim, told: dict[str, Value | None]) -> int:
    now = {**claim.fields, "when": claim.when, "factuality": claim.factuality}
    return sum((now.get(name) or "") == (value or "") for name, value in told.items())


def _names_the_same(claim: Claim, anchor: Anchor, kind: Kind) -> bool:
    """Do the two agree in what a reader would find a claim by: its type or stage, an actor, its number?"""
    for term in kind.found_by:
        names = term.rstrip("?#").replace("&", "+").split("+")
        if any(kind.fields[name].holds_actors for name in names):
            if not _codes(claim.fields, names) & _codes(anchor.fields, names):
                return False
        elif any(claim.fields.get(name) != anchor.fields.get(name) for name in names) and not term.endswith("?"):
            return False
    return True


def _codes(fields: Mapping[str, Value], names: list[str]) -> set[str]:
    held = [fields.get(name, ()) for name in names]
    return {code for value in held for code in (value if isinstance(value, tuple) else (str(value),)) if code}


def _surrounded_alike(anchor: Anchor, span: Span, document: Document) -> float:
    before = document.text[max(0, span.start - len(anchor.before)) : span.start]
    after = document.text[span.end : span.end + len(anchor.after)]
    return SequenceMatcher(None, anchor.before + "\0" + anchor.after, before + "\0" + after, autojunk=False).ratio()
