"""How far a plan has been matched in a sentence, and what has been filled so far.

>>> state = State(3, {"source": "PER"}, {"source": "subject"})
>>> state.ending(5).told(State(0, {}), "by")
State(end=5, filled={'source': 'PER'}, ways={'source': 'by'})
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from comity.coding.patterns import Slot
from comity.coding.slots import Filled


@dataclass(frozen=True, slots=True)
class State:
    """How far a plan has been matched, and what has been filled."""

    end: int
    filled: Mapping[str, Filled]
    ways: Mapping[str, str] = field(default_factory=dict)
    """What the grammar said of the fields that it filled."""

    def told(self, before: State, way: str) -> State:
        """The same, with the way for the fields that were not filled before."""
        ways = {**self.ways, **{name: way for name in self.filled if name not in before.filled}}
        return State(self.end, self.filled, ways)

    def ending(self, end: int) -> State:
        """The same, matched up to another item."""
        return self if end == self.end else State(end, self.filled, self.ways)


@lru_cache(maxsize=4096)
def owned(slot: Slot) -> Slot:
    """The slot as one for an owner."""
    return replace(slot, belongs=True)


@lru_cache(maxsize=4096)
def unowned(slot: Slot) -> Slot:
    """The slot as one for who acts himself."""
    return replace(slot, belongs=False)


def used(filled: Mapping[str, Filled], new: Mapping[str, Filled]) -> bool:
    """Does a mention that would fill a field fill another one already?"""
    taken = {mention.span for name, value in filled.items() if name not in new and isinstance(value, tuple) for mention in value}
    return any(mention.span in taken for value in new.values() if isinstance(value, tuple) for mention in value)
