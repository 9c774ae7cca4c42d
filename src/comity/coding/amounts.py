"""Amounts told without their verb: `Ghana sent 200 men, Mali 50`; `Norway lent Mali $20 million, Chad $5 million`.

What was coded of the amount before stands again, with who gives or receives here and how much.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.coding.coordination import how
from comity.coding.items import Item
from comity.coding.rules import Rules
from comity.mentions import Draft, How, Mention, Quantity

LED = frozenset({"and", ",", ";", "while", "but"})
TO = frozenset({"to", "for", "from", "in"})
KINDS = frozenset({"event", "figure"})
CLOSED = frozenset({".", ";", ",", "and", "but", "to", "while"})
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
WORDS = {word: count for count, word in enumerate(COUNTS, 1)}


def with_amounts(row: Sequence[Item], own: Sequence[Draft], rules: Rules) -> Iterator[Draft]:
    """The drafts that a sentence repeats of its own for another actor with an amount of his own."""
    yield from _to_others(row, own, rules)
    counted = [index for index, item in enumerate(row) if _counted(item)] if own else []
    for at in range(counted[0] + 2, len(row) - 1) if counted else ():
        if not _is_state(row, at):
            continue
        for base, draft in itertools.product(counted, own):
            told = _amount(row, at, base) if base < at else None
            if told and (name := _side(row, draft, (base, at), rules)):
                yield _dated(_again(draft, name, row[at], told), row, at)


def _to_others(row: Sequence[Item], own: Sequence[Draft], rules: Rules) -> Iterator[Draft]:
    """The drafts again for whom a further amount goes to: lent $20 million to Mali and $5 million to Chad."""
    for base, at in itertools.combinations([index for index, item in enumerate(row) if _counted(item)], 2):
        led = (row[at - 1].lower if row[at - 1].lower in LED else "") and row[base + 1].lower in TO
        if not led or at + 2 >= len(row) or row[at + 1].lower != row[base + 1].lower or not _is_alike(row[base], row[at]):
            continue
        for draft in own:
            sides = rules.kinds[draft.kind].sides
            name = next((side for side in sides if draft.slots.get(side) == row[base + 2].actors and row[base + 2].actors), "")
            of_it = row[base].quantity in draft.slots.get("value", (row[base].quantity,)) and draft.kind in KINDS
            told = row[at].quantity
            if told and name and of_it and len(row[at + 2].actors) == 1 and how(row[at + 2].actors[0]) is How.NAME:
                yield _again(draft, name, row[at + 2], told)


def _again(draft: Draft, name: str, other: Item, told: Mention) -> Draft:
    """A draft again, with another actor on one side and his own amount."""
    value = {"value": (told,)} if "value" in draft.slots else {}
    slots = {**draft.slots, name: other.actors, **value}
    return replace(draft, slots=slots, trigger=told.span.join(other.span), ways={})


def _dated(draft: Draft, row: Sequence[Item], at: int) -> Draft:
    """A draft with the date that stands behind another's own amount, where one does."""
    date = row[at + 2].date if at + 2 < len(row) else None
    return replace(draft, slots={**draft.slots, "when": (date,)}) if date and "when" in draft.slots else draft


def _is_alike(one: Item, other: Item) -> bool:
    first, second = _counted(one), _counted(other)
    return bool(first and second and (first.unit, first.money) == (second.unit, second.money))


def _counted(item: Item) -> Quantity | None:
    value = item.quantity.value if item.quantity else None
    return value if isinstance(value, Quantity) and value.unit != "percent" else None


def _is_state(row: Sequence[Item], at: int) -> bool:
    """Does one state stand, by its name, where another is set beside those before?"""
    before = row[at - 2 if row[at - 1].lower == "the" else at - 1].lower
    return before in LED and len(row[at].actors) == 1 and how(row[at].actors[0]) is How.NAME and not row[at].owner


def _amount(row: Sequence[Item], at: int, base: int) -> Mention | None:
    """The amount right behind a state where no verb stands, of the same sort as the one before."""
    item, first, value = row[at + 1], _counted(row[base]), _counted(row[at + 1])
    if first is None or not (at + 2 >= len(row) or row[at + 2].lower in CLOSED or row[at + 2].date):
        return None
    if value:
        return item.quantity if (value.unit, value.money) == (first.unit, first.money) else None
    bare = WORDS.get(item.lower) or (int(item.lower) if item.lower.isdecimal() and len(item.lower) < 4 else 0)
    if at + 3 < len(row) and row[at + 3].lower.isdecimal() and row[at + 3].span.start == item.span.end + 1:
        return None
    return (
        Mention("quantity", item.span, Quantity(float(bare), first.unit, noun=first.noun)) if bare and not first.money else None
    )


def _side(row: Sequence[Item], draft: Draft, places: tuple[int, int], rules: Rules) -> str:
    """The side that another takes: whom the first amount follows, lent Mali $20 million; else who acts before it."""
    base, at = places
    values = draft.slots.get("value", ())
    of_it = row[base].quantity in values if values else draft.trigger.start <= row[base].span.end
    if draft.kind not in KINDS or not of_it or row[base].actors:
        return ""
    sides = {name: draft.slots[name] for name in rules.kinds[draft.kind].sides if len(draft.slots.get(name, ())) == 1}
    if row[at].actors[0] in [mention for mentions in draft.slots.values() for mention in mentions]:
        return ""
    received = next((name for name, mentions in sides.items() if mentions == row[base - 1].actors), "") if base else ""
    if received:
        return received if row[base + 1].lower in LED else ""
    ahead = [name for name, mentions in sides.items() if mentions[0].span.end <= row[base].span.start and _is_named(mentions[0])]
    return ahead[0] if len(ahead) == 1 else ""


def _is_named(mention: Mention) -> bool:
    return how(mention) is not How.GROUP
