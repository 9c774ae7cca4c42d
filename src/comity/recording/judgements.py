"""What people decide about claims: rows that are added and never changed, chained by hashes so that a change would show.

A judgement holds on to words: the document, the quote with what stands around it, and what the claim told when it was
judged. It therefore survives new rules and a changed text.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from comity.model import Claim, Document, Value
from comity.recording._rows import packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ACCEPT, REJECT, UNSURE, CORRECT, SAME, DIFFERENT, PREFER, BOTH, ROUGHER, ADD, UNDO = VERDICTS = (
    "accept", "reject", "unsure", "correct", "same", "different", "prefer", "both", "rougher", "add", "undo",
)  # fmt: skip
OF_TWO = (SAME, DIFFERENT)
OF_RIVALS = (PREFER, BOTH, ROUGHER, UNSURE)
"""What may be said of two claims that exclude each other: one is the better, both can be right, one is only less precise,
or it cannot be told."""
AROUND = 48
"""Characters kept from before and after a quote, by which it is found again among several like it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a judged claim stood and what it told."""

    doc: str
    sha256: str
    start: int
    end: int
    quote: str
    before: str
    after: str
    kind: str
    fields: Mapping[str, Value]
    when: str
    factuality: str

    @property
    def told(self) -> tuple[str, str, str, str]:
        """What the claim said, to be compared."""
        return self.kind, packed(dict(sorted(self.fields.items()))), self.when, self.factuality

    @property
    def subject(self) -> str:
        """The same for every judgement of the same claim in the same words, whatever version of the text they were found in."""
        return packed([self.doc, self.quote, *self.told])


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person. `changes` are a correction's new values, or the field in which two claims are rivals;
    `undoes` is the number of the one taken back."""

    verdict: str
    who: str
    when: str
    anchor: Anchor | None = None
    other: Anchor | None = None
    changes: Mapping[str, Value] | None = None
    why: str = ""
    batch: str = ""
    undoes: int = 0
    undoes_mark: str = ""
    seq: int = 0
    previous: str = ""
    hash: str = ""

    @property
    def mark(self) -> str:
        """What tells it from every other, in whatever record it stands: merging twice adds nothing."""
        told = [self.verdict, _told(self.anchor), _told(self.other), dict(self.changes or {}), self.who, self.when, self.why]
        return _hash(packed([*told, self.batch, self.undoes_mark]))

    @property
    def subject(self) -> tuple[str, ...]:
        """What is judged: later words of one person on it take the place of his earlier ones."""
        named = [one.subject for one in (self.anchor, self.other) if one]
        if self.verdict in OF_TWO:
            return ("pair", *sorted(named))
        if self.of_rivals:
            return ("rivals", self.field, *sorted(named))
        return (PREFER if self.verdict == PREFER else "claim", *named)

    @property
    def of_rivals(self) -> bool:
        """Is it about what two claims exclude each other in?"""
        return self.verdict in OF_RIVALS and self.other is not None

    @property
    def field(self) -> str:
        """The field in which two claims are rivals; "" for whichever it is."""
        return str((self.changes or {}).get("field", "")) if self.of_rivals else ""

    def chained(self, seq: int, previous: str) -> Judgement:
        """The judgement as the next link of a chain."""
        placed = replace(self, seq=seq, previous=previous, hash="")
        return replace(placed, hash=_hash(packed([previous, seq, placed.undoes, placed.mark])))


def anchor(claim: Claim, document: Document) -> Anchor:
    """What a judgement of a claim holds on to."""
    start, end = claim.evidence.start, claim.evidence.end
    text = document.text
    return Anchor(
        claim.doc, document.sha256, start, end, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND],
        claim.kind, claim.fields, claim.when, claim.factuality,
    )  # fmt: skip


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that are not taken back; taking back an undoing brings its judgement back."""
    ordered = sorted(judgements, key=lambda one: one.seq)
    gone = undone(ordered)
    return [one for one in ordered if one.verdict != UNDO and one.seq not in gone]


def undone(ordered: Sequence[Judgement]) -> set[int]:
    """The numbers of those that are taken back, by undoings that are not taken back themselves."""
    found: set[int] = set()
    for one in reversed(ordered):
        if one.verdict == UNDO and one.seq not in found:
            found.add(one.undoes)
    return found


def by_subject(judgements: Iterable[Judgement]) -> list[list[Judgement]]:
    """What each person last said of each thing, in the order in which the things were first judged."""
    found: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for one in judgements:
        found[one.subject].append(one)
    things = [thing for told in found.values() for thing in _apart(told)]
    return [sorted({one.who: one for one in said}.values(), key=lambda one: one.seq) for said in things]


def _apart(told: Sequence[Judgement]) -> list[list[Judgement]]:
    """Judgements of the same words, told apart where these stand more than once in a text.

    What was judged in an older version of the text is of the only place that is known now, if there is only one.
    """
    newest = _texts(told[-1])
    now = {_places(one) for one in told if _texts(one) == newest}
    found: dict[object, list[Judgement]] = defaultdict(list)
    for one in told:
        here = _places(one) if len(now) > 1 or _texts(one) == newest else next(iter(now))
        found[here].append(one)
    return list(found.values())


def _texts(one: Judgement) -> list[str]:
    return sorted(anchor.sha256 for anchor in (one.anchor, one.other) if anchor)


def _places(one: Judgement) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((anchor.sha256, anchor.start) for anchor in (one.anchor, one.other) if anchor))


def agreed(said: Sequence[Judgement]) -> bool:
    """Do all who judged one thing say the same of it?"""
    return len({(one.verdict, packed(dict(one.changes or {})), _chosen(one)) for one in said}) == 1


def _chosen(one: Judgement) -> str:
    """The claim that is preferred, which of two rivals it is."""
    return one.anchor.subject if one.verdict == PREFER and one.anchor else ""


def broken(chain: Iterable[Judgement]) -> int:
    """The number of the first judgement whose hash does not follow from itself and the one before; 0 where all do."""
    previous = ""
    for expected, one in enumerate(chain, 1):
        if one.seq != expected or one.previous != previous or one.chained(one.seq, previous).hash != one.hash:
            return expected
        previous = one.hash
    return 0


def anchor_text(one: Anchor | None) -> str:
    """An anchor as the record keeps it."""
    return packed(_told(one)) if one else ""


def anchor_of(text: str) -> Anchor | None:
    """The anchor that the record keeps."""
    if not text:
        return None
    told: dict[str, Any] = json.loads(text)
    return Anchor(**{**told, "fields": values(told["fields"])})


def values(told: Mapping[str, Any]) -> dict[str, Value]:
    """Fields as claims hold them: lists of codes are tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}


def _told(one: Anchor | None) -> dict[str, object]:
    return {name: getattr(one, name) for name in Anchor.__slots__} if one else {}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
