"""What two are told together to do, each in the other's country: Peru and Kenya opened embassies.

There are two missions then: that of Peru in Kenya, and that of Kenya in Peru.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.coding.coordination import how
from comity.coding.items import Item
from comity.coding.patterns import Slot
from comity.coding.rules import Pattern
from comity.mentions import Draft, How

NAMED = frozenset({How.NAME, How.ADJECTIVE, How.PEOPLE, How.AGENT, How.CAPITAL, How.SEAT})
SEVERAL = frozenset({"embassies", "legations", "consulates", "missions", "representations", "ambassadors", "envoys", "ministers"})
OTHER = frozenset({"other", "other's", "others", "another", "another's", "respective", "mutual", "mutually"})
"""Words by which it is in each other's country, whoever else is named."""


def each_way(draft: Draft, pattern: Pattern, row: Sequence[Item]) -> Iterator[Draft]:
    """A draft, and the same with its sides changed, where one group fills both and the kind says that each does it.

    Not where a third is named, in whose country it may be; nor where only one is told of: Kenya's embassy was opened.
    """
    one, other = (*pattern.rule.kind.sides, "", "")[:2]
    together = any(isinstance(element, Slot) and {one, other} == {*element.fields} for form in pattern.forms for element in form)
    if not pattern.rule.kind.each_way or not together:
        yield draft
    elif draft.slots.get(one) and draft.slots.get(other):
        if _are_two(draft, (one, other), row):
            first, second = sorted((one, other), key=[*draft.slots].index)
            rest = {name: mentions for name, mentions in draft.slots.items() if name not in (one, other)}
            yield draft
            yield replace(draft, slots={second: draft.slots[first], first: draft.slots[second], **rest})
    elif any(item.lower in SEVERAL for item in row) or not any(how(each) in NAMED for item in row for each in item.actors):
        yield draft


def _are_two(draft: Draft, sides: tuple[str, str], row: Sequence[Item]) -> bool:
    """Are those who do it two, and alone, unless it is said to be in each other's country?"""
    group = {mention for name in sides for mention in draft.slots[name]}
    pointed = any(how(mention) not in NAMED for mention in group)
    if len(group) > 2 or pointed or any(item.lower in OTHER for item in row):
        return len(group) <= 2
    return not any(how(each) in NAMED and each not in group for item in row for each in item.actors)
