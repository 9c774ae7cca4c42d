"""What two are told together to do, each in the other's country: Peru and Kenya opened embassies.

There are two missions then: that of Peru in Kenya, and that of Kenya in Peru.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.coding.items import Item
from comity.coding.patterns import Slot
from comity.coding.rules import Pattern
from comity.mentions import Draft


def each_way(draft: Draft, pattern: Pattern, row: Sequence[Item]) -> Iterator[Draft]:
    """A draft, and the same with its sides changed, where one group fills both and the kind says that each does it.

    A sentence that names actors and no such group does not tell of two: Kenya's embassy was opened.
    """
    one, other = (*pattern.rule.kind.sides, "", "")[:2]
    together = any(isinstance(element, Slot) and {one, other} == {*element.fields} for form in pattern.forms for element in form)
    if not pattern.rule.kind.each_way or not together:
        yield draft
    elif draft.slots.get(one) and draft.slots.get(other):
        first, second = sorted((one, other), key=[*draft.slots].index)
        rest = {name: mentions for name, mentions in draft.slots.items() if name not in (one, other)}
        yield draft
        yield replace(draft, slots={second: draft.slots[first], first: draft.slots[second], **rest})
    elif not any(item.actors or item.place for item in row):
        yield draft
