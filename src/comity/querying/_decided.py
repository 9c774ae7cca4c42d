"""What people decided about contradictions: one value stands, all do, one is only less precise, or it cannot be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity.recording.deciding import BESIDE, COMPATIBLE, DISPUTED, OUTWEIGHED, PREFERRED, UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.model import Contradiction
    from comity.recording.judgements import Judgement
    from comity.recording.store import Store

OPEN, ACCEPTED = "open", "accepted"
STATES = (OPEN, ACCEPTED, BESIDE, COMPATIBLE, UNDECIDED, DISPUTED)
"""What a contradiction may have come to."""
_OF = (PREFERRED, OUTWEIGHED, BESIDE, COMPATIBLE, UNDECIDED, DISPUTED)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of one contradiction, last and still in force."""

    state: str
    by: str = ""
    when: str = ""
    why: str = ""
    value: str = ""
    """The value that stands, where one does."""
    judgements: tuple[int, ...] = ()

    @property
    def said(self) -> str:
        """The decision as it stands beside the values: `accepted by Ann Bee: it is the host's own list`."""
        return f"{self.state} by {self.by}: {self.why}" if self.by else ""

    def to_json(self) -> dict[str, Any]:
        """The same as data."""
        told = {name: getattr(self, name) for name in ("by", "when", "why", "value") if getattr(self, name)}
        return {"state": self.state, **told, **({"judgements": list(self.judgements)} if self.judgements else {})}


NOTHING = Decision(OPEN)


def decisions(store: Store, clashes: Iterable[Contradiction]) -> dict[Contradiction, Decision]:
    """What each contradiction has come to; those about which nothing was decided are left out."""
    told = list(clashes)
    rulings = store.judged.rulings(claim for clash in told for _, claims in clash.values for claim in claims)
    states = {claim: {one.state: one.judgements for one in found if one.state in _OF} for claim, found in rulings.items()}
    numbers = {number for found in states.values() for told_of in found.values() for number in told_of}
    if not numbers:
        return {}
    said = store.judged.numbered(numbers)
    found = {clash: _decision(clash, states, said) for clash in told}
    return {clash: decision for clash, decision in found.items() if decision is not NOTHING}


_Hits = dict[int, dict[int, str]]


def _decision(clash: Contradiction, states: Mapping[str, Mapping[str, Sequence[int]]], said: Mapping[int, Judgement]) -> Decision:
    """Of the judgements that bear on two sides of a contradiction, the last and those that were made with it."""
    hits: _Hits = {}
    for side, (_, claims) in enumerate(clash.values):
        for claim in claims:
            for state, numbers in states.get(claim, {}).items():
                for number in numbers:
                    hits.setdefault(number, {})[side] = state
    mine = [number for number, sides in hits.items() if _bears(said[number], sides, clash)]
    if not mine:
        return NOTHING
    last = said[max(mine)]
    together = [number for number in mine if number == last.seq or (last.batch and said[number].batch == last.batch)]
    reached = {side for number in together for side in hits[number]}
    if last.of_rivals and reached != set(range(len(clash.values))):
        return NOTHING  # a value was told that nobody knew of when this was decided
    became = hits[last.seq]
    if DISPUTED in became.values():
        return Decision(DISPUTED, last.who, last.when, last.why, "", tuple(sorted(together)))
    standing = next((clash.values[side][0] for side, one in became.items() if one == PREFERRED), "")
    word = ACCEPTED if standing else next(iter(became.values()))
    return Decision(word, last.who, last.when, last.why, standing, tuple(sorted(together)))


def _bears(one: Judgement, sides: Mapping[int, str], clash: Contradiction) -> bool:
    if not one.of_rivals:
        return PREFERRED in sides.values()
    return one.field in ("", clash.field) and len(sides) > 1
