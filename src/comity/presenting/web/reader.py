"""A document as it is read beside its claims: its parts, its outline, what is marked in it, where claims lie along its edge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity.model import BlockKind
from comity.presenting.web.segments import Line, lines, parts
from comity.querying._words import caption
from comity.recording.looking import beside, said_too
from comity.recording.queue import contradicted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.model import Claim, Document
    from comity.recording.store import Store

# Claims and characters of one page: more would be slow to draw.
_CLAIMS, _CHARACTERS = 250, 60_000
# Pieces of the bar at the edge.
_PIECES = 120
# Others that say the same, named on a card.
_OTHERS = 3
UNREVIEWED, CONTRADICTED = ONLY = ("unreviewed", "contradicted")


@dataclass(frozen=True)
class Wanted:
    """Which claims are marked, and which part of the text is read."""

    only: str = ""
    kinds: tuple[str, ...] = ()
    part: int = 0
    claim: str = ""
    at: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Piece:
    """A piece of the bar at the edge: where it lies, the kind that most of its claims have, and how many they are."""

    y: float
    height: float
    kind: str
    number: int
    claim: str
    part: int


@dataclass(frozen=True)
class Reading:
    """One part of a document, ready to be shown."""

    document: Document
    lines: list[Line]
    outline: list[tuple[str, int, int, int]]
    """Each heading: its words, how deep it lies, the part that it stands in, where it begins."""
    pieces: list[Piece]
    part: int
    parts: int
    kinds: dict[str, int]
    marked: int
    all: int
    undecided: int
    beside: tuple[str, str]


def reading(store: Store, doc: str, wanted: Wanted) -> Reading:
    """A document with its claims marked, as far as they are wanted."""
    document = store.document(doc)
    claims = sorted(store.claims(doc=doc), key=lambda one: (one.evidence, one.kind, one.id))
    cut = parts(document.text, [one.evidence.start for one in claims], claims=_CLAIMS, characters=_CHARACTERS)
    part = _part(cut, claims, wanted)
    rulings = store.judged.rulings(one.id for one in claims)
    states = {claim: [one.state for one in found] for claim, found in rulings.items()}
    chosen = _chosen(store, claims, states, wanted)
    shown = [one for one in chosen if one.evidence.start < cut[part][1] and one.evidence.end > cut[part][0]]
    blocks = [{"kind": str(one.kind), "start": one.span.start} for one in document.blocks]
    told = _cards(store, shown, states)
    return Reading(
        document, lines(document.text, blocks, told, wanted.at, cut[part]), _outline(document, cut),
        _pieces(document, chosen, cut), part, len(cut), dict(Counter(one.kind for one in claims)), len(chosen), len(claims),
        sum(not states.get(one.id) for one in claims), beside(store, doc),
    )  # fmt: skip


def _part(cut: Sequence[tuple[int, int]], claims: Sequence[Claim], wanted: Wanted) -> int:
    """The part that holds the claim or the stretch that is asked for; else the one of the number."""
    place = next((one.evidence.start for one in claims if one.id == wanted.claim), wanted.at[0] if wanted.at[1] else None)
    if place is None:
        return min(max(wanted.part - 1, 0), len(cut) - 1)
    return _number(cut, place) - 1


def _number(cut: Sequence[tuple[int, int]], place: int) -> int:
    """The number of the part in which a character stands, from 1."""
    return next((number for number, (_, end) in enumerate(cut, 1) if place <= end), len(cut))


def _chosen(store: Store, claims: Sequence[Claim], states: Mapping[str, list[str]], wanted: Wanted) -> list[Claim]:
    found = [one for one in claims if not wanted.kinds or one.kind in wanted.kinds]
    if wanted.only == UNREVIEWED:
        return [one for one in found if not states.get(one.id)]
    if wanted.only == CONTRADICTED:
        at_odds = contradicted(store, [one.id for one in found])
        return [one for one in found if one.id in at_odds]
    return found


def _cards(store: Store, claims: Sequence[Claim], states: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    """Claims with what their cards tell."""
    names = [one.id for one in claims]
    at_odds, too = contradicted(store, names), said_too(store, names)
    return [_card(store, one, states.get(one.id, []), too.get(one.id, []), odd=one.id in at_odds) for one in claims]


def _card(store: Store, claim: Claim, states: list[str], too: list[tuple[str, str, str]], *, odd: bool) -> dict[str, Any]:
    kind = store.kinds[claim.kind]
    parties = [name for name, field in kind.fields.items() if field.holds_actors]
    docs = {doc: (other, title or doc) for other, doc, title in reversed(too) if doc != claim.doc}
    return {
        "claim": claim.id, "kind": claim.kind, "what": caption(store, claim), "when": claim.when, "factuality": claim.factuality,
        "actors": sorted(set(claim.actors(parties))), "start": claim.evidence.start, "end": claim.evidence.end,
        "rule": claim.rule, "how": claim.how, "steps": claim.steps, "judged": states, "contradicted": odd,
        "others": [(doc, *docs[doc]) for doc in sorted(docs)[:_OTHERS]], "also": len(docs),
    }  # fmt: skip


def _outline(document: Document, cut: Sequence[tuple[int, int]]) -> list[tuple[str, int, int, int]]:
    headings = (BlockKind.TITLE, BlockKind.HEADING)
    return [
        (one.span.of(document).strip(), min(len(one.headings), 4), _number(cut, one.span.start), one.span.start)
        for one in document.blocks
        if one.kind in headings and one.span.of(document).strip()
    ]


def _pieces(document: Document, claims: Sequence[Claim], cut: Sequence[tuple[int, int]]) -> list[Piece]:
    """The bar at the edge: each piece of the text in which claims begin."""
    length = max(len(document.text), 1)
    within: dict[int, list[Claim]] = {}
    for one in claims:
        within.setdefault(one.evidence.start * _PIECES // length, []).append(one)
    height = 100 / _PIECES
    return [
        Piece(round(number * height, 3), round(height, 3), Counter(one.kind for one in found).most_common(1)[0][0], len(found),
              found[0].id, _number(cut, found[0].evidence.start))
        for number, found in sorted(within.items())
    ]  # fmt: skip
