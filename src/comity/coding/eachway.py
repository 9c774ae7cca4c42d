"""What two are told together to do, each in the other's country: Peru and Kenya opened embassies.

There are two missions then: that of Peru in Kenya, and that of Kenya in Peru.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.coding.patterns import Slot
from comity.coding.rules import Pattern
from comity.mentions import Draft


def each_way(draft: Draft, pattern: Pattern) -> Iterator[Draft]:
    """A draft, and the same with its sides changed, where one group fills both and the kind says that each does it."""
    yield draft
    one, other = (*pattern.rule.kind.sides, "", "")[:2]
    together = any(isinstance(element, Slot) and {one, other} == {*element.fields} for form in pattern.forms for element in form)
    if pattern.rule.kind.each_way and together and draft.slots.get(one) and draft.slots.get(other):
        first, second = sorted((one, other), key=[*draft.slots].index)
        rest = {name: mentions for name, mentions in draft.slots.items() if name not in (one, other)}
        yield replace(draft, slots={second: draft.slots[first], first: draft.slots[second], **rest})
