"""What judgements come to: which claims they are about now, what holds of these, which claims they make.

Nothing is settled by who spoke last: where two people judge one thing differently, it is disputed, and stands as the
documents have it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from comity.model import Claim
from comity.recording import anchors
from comity.recording._rows import packed
from comity.recording.judgements import (
    ACCEPT,
    ADD,
    BOTH,
    CORRECT,
    OF_TWO,
    PREFER,
    REJECT,
    ROUGHER,
    SAME,
    UNSURE,
    agreed,
    by_subject,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from comity.model import Document, Span
    from comity.recording.judgements import Anchor, Judgement
    from comity.schema import Kinds

JUDGED = "judgement"
"""The rule, and the way of finding, of a claim that a person made."""
ACCEPTED, REJECTED, CORRECTED, DISPUTED, PREFERRED = "accepted", "rejected", "corrected", "disputed", "preferred"
DOUBTED = "unsure"
"""Somebody looked and could not tell."""
OUTWEIGHED, BESIDE, COMPATIBLE, UNDECIDED = "outweighed", "both stand", "less precise", "cannot tell"
_RIVALS = {
    PREFER: (PREFERRED, OUTWEIGHED), BOTH: (BESIDE, BESIDE), ROUGHER: (COMPATIBLE, COMPATIBLE), UNSURE: (UNDECIDED, UNDECIDED),
}  # fmt: skip
"""What becomes of two claims that exclude each other: of the one that is named first, and of the other."""
HIDING = (REJECTED, CORRECTED)
"""What takes a claim out of the answers, unless they are asked to show it."""


class Desk(Protocol):
    """Where deciding finds the texts and what the rules made of them."""

    def document(self, anchor: Anchor) -> Document | None:
        """The document that a judgement was about, as it stands now."""

    def claims(self, doc: str) -> Sequence[Claim]:
        """What is claimed in it, before anybody judges."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What holds of a claim, and through which judgements."""

    claim: str
    state: str
    doc: str
    judgements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two claims that people hold to be of one thing, or of two."""

    a: Claim
    b: Claim
    same: bool
    doc: str
    other_doc: str


@dataclass
class Decisions:
    """All that judgements come to."""

    rulings: list[Ruling] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    made: dict[str, Claim] = field(default_factory=dict)
    lost: list[tuple[Judgement, str]] = field(default_factory=list)
    """Judgements that find nothing any more to hold on to, and why."""


def decide(judgements: Iterable[Judgement], desk: Desk, kinds: Kinds) -> Decisions:
    """What the judgements that are in force come to."""
    deciding = _Deciding(desk, kinds)
    for said in by_subject(judgements):
        deciding.take(said)
    return deciding.found


class _Deciding:
    """One pass over what was judged, in the order in which it was."""

    def __init__(self, desk: Desk, kinds: Kinds) -> None:
        self._desk, self._kinds, self.found = desk, kinds, Decisions()

    def take(self, said: Sequence[Judgement]) -> None:
        """What is said of one thing, by one person or several."""
        first = said[0]
        if first.verdict in OF_TWO:
            self._tie(said)
        elif first.of_rivals:
            self._rivals(said)
        elif first.verdict == PREFER:
            self._rule(said, self._claim(first.anchor), PREFERRED)
        else:
            # Who could not tell does not gainsay who could.
            self._of_claim([one for one in said if one.verdict != UNSURE] or said)

    def _of_claim(self, said: Sequence[Judgement]) -> None:
        first = said[0]
        if agreed([replace(one, verdict=ACCEPT) if one.verdict == ADD else one for one in said]):
            self._of_one(said)
        else:
            made = self._restored(said) if any(one.verdict == ADD for one in said) else None
            self._rule(said, self._claim(first.anchor) or made, DISPUTED)

    def _of_one(self, said: Sequence[Judgement]) -> None:
        verdict = said[-1].verdict
        claim = self._claim(said[0].anchor)
        if verdict in (REJECT, UNSURE):
            self._rule(said, claim, REJECTED if verdict == REJECT else DOUBTED)
        elif verdict == CORRECT:
            if claim:
                self._rule(said, claim, CORRECTED)
            self._rule(said, self._restored(said, claim), ACCEPTED)
        else:
            self._rule(said, claim or self._restored(said), ACCEPTED)

    def _tie(self, said: Sequence[Judgement]) -> None:
        pair = [(self._claim(one), one) for one in (said[0].anchor, said[0].other) if one]
        found = [(claim, anchor) for claim, anchor in pair if claim]
        if len(found) < 2:
            self._lose(said, "one of the two claims is not made any more")
        elif not agreed(said):
            for claim, anchor in found:
                self._rule(said, claim, DISPUTED, anchor)
        else:
            (a, of_a), (b, of_b) = sorted(found, key=lambda one: one[0].id)
            self.found.ties.append(Tie(a, b, said[0].verdict == SAME, of_a.doc, of_b.doc))

    def _rivals(self, said: Sequence[Judgement]) -> None:
        """What is said of two claims that exclude each other; each keeps what became of it."""
        last = said[-1]
        found = [(self._claim(one), one) for one in (last.anchor, last.other)]
        if not all(claim for claim, _ in found):
            self._lose(said, "one of the two claims is not made any more")
            return
        states = _RIVALS[last.verdict] if agreed(said) else (DISPUTED, DISPUTED)
        for (claim, anchor), state in zip(found, states, strict=True):
            self._rule(said, claim, state, anchor)

    def _rule(self, said: Sequence[Judgement], claim: Claim | None, state: str, of: Anchor | None = None) -> None:
        anchor = of or said[0].anchor
        if claim is None or anchor is None:
            gone = anchor is None or self._place(anchor) is None
            self._lose(said, "its words are not in the record any more" if gone else "nothing is claimed there any more")
            return
        self.found.rulings.append(Ruling(claim.id, state, anchor.doc, tuple(one.seq for one in said)))

    def _lose(self, said: Iterable[Judgement], why: str) -> None:
        self.found.lost += [(one, why) for one in said]

    def _claim(self, anchor: Anchor | None) -> Claim | None:
        """The claim that was judged, as it is made now."""
        document = self._desk.document(anchor) if anchor else None
        where = anchors.place(anchor, document) if anchor and document else None
        if anchor is None or document is None or where is None or anchor.kind not in self._kinds:
            return None
        made = [claim for claim in self.found.made.values() if claim.doc == document.id]
        return anchors.again(anchor, where, [*self._desk.claims(document.id), *made], self._kinds[anchor.kind])

    def _place(self, anchor: Anchor) -> tuple[Document, Span] | None:
        document = self._desk.document(anchor)
        where = anchors.place(anchor, document) if document else None
        return (document, where) if document and where else None

    def _restored(self, said: Sequence[Judgement], judged: Claim | None = None) -> Claim | None:
        """The claim that people hold to be right though no rule makes it: added, corrected, or accepted under older rules."""
        one, placed = said[-1], self._place(said[0].anchor) if said[0].anchor else None
        if one.anchor is None or placed is None:
            return None
        told = judged or one.anchor
        changes = dict(one.changes or {})
        when, factuality = str(changes.pop("when", told.when)), str(changes.pop("factuality", told.factuality))
        fields = {**told.fields, **changes}
        steps = (*(_step(each) for each in said), *_corrected(one, told.fields, told.when))
        document, where = placed
        claim = Claim(document.id, one.anchor.kind, fields, when, factuality, where, JUDGED, steps, document.sha256, JUDGED)
        there = {claim.id: claim for claim in self._desk.claims(document.id)}
        return there.get(claim.id) or self.found.made.setdefault(claim.id, claim)


def _step(one: Judgement) -> str:
    done = {ADD: "added", ACCEPT: "accepted", CORRECT: "corrected"}.get(one.verdict, one.verdict)
    return f"{done} by {one.who} on {one.when[:10]}" + (f": {one.why}" if one.why else "")


def _corrected(one: Judgement, fields: object, when: str) -> list[str]:
    before = {**dict(fields), "when": when} if isinstance(fields, dict) else {"when": when}
    return [f"{name}: {packed(before.get(name, ''))} became {packed(value)}" for name, value in (one.changes or {}).items()]
