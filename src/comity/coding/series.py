"""Further amounts beside one that was coded: `$3 million in 1990 and $5 million in 2000`; `four tanks and two helicopters`.

What was coded of the first stands again with each of them and, where it has one, with its own date.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from comity.coding.items import Item
from comity.mentions import Draft, Mention, Quantity
from comity.model import Value

KIND = "figure"
SIDES = ("from", "to")
_BETWEEN = frozenset({"conjunction", "preposition", "adverb", "determiner"})
_CHANGED = frozenset(
    {
        "(", ")", ",", ";", "up", "down", "compared", "against", "then", "year", "years", "annually", "later", "rising",
        "falling", "growing", "increasing", "climbing", "dropping", "reaching", "after", "before", "only", "just", "again",
        "earlier", "previously", "previous", "last", "next", ":",
    }
)  # fmt: skip
"""Words between two amounts of one thing at two times."""
_IT = frozenset({"it", "they", "this", "figure", "total", "sum"})
_STANDS = frozenset({"fig-stand", "fig-move", "fig-attain"})
"""How a further clause begins that tells of the same at another time: it had risen to."""
_LEADS = frozenset({":", "to", "at"})
_LISTED = frozenset({"and", ",", "as", "well", "plus", "along", "with", "together", "a", "an", "the"})
_SORTS = {
    "fig-arms": "arms-units",
    "fig-troops": "troops",
    "fig-adviser": "advisers",
    "fos-helper": "advisers",
    "fig-scholarship": "scholarships",
    "fig-helper": "other",
    "fig-relief-goods": "aid",
}
"""What a thing that is given measures, by the concept of its noun."""
_SUMS = {"fos-loan": "loan", "fig-credit": "loan", "fos-gift": "aid", "fig-aid": "aid", "fig-investment": "investment"}
"""What a sum measures, by the concept of what follows it."""
_GIVEN = frozenset({"arms-units", "troops", "advisers", "scholarships", "aid", "loan", "cargo", "investment"})
_SHARE = frozenset({"share", "aid-share", "trade-growth"})


def in_series(row: Sequence[Item], told: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts again for every further amount that stands beside the one that they tell of."""
    taken = {mention for draft in told for mention in draft.slots.get("value", ())}
    numbers = [index for index, item in enumerate(row) if item.quantity] if taken else []
    pairs = list(itertools.pairwise(numbers))
    for base, at in [*pairs, *((later, earlier) for earlier, later in reversed(pairs))]:
        value = row[at].quantity
        if value is None or value in taken:
            continue
        for draft in _of_amount(told, row[base].quantity)[:1]:
            if (again := _again(row, draft, base, at)) is not None:
                taken.add(value)
                told = [*told, again]
                yield again


def _of_amount(told: Sequence[Draft], amount: Mention | None) -> list[Draft]:
    """The drafts that tell of an amount, those first whose sides the words name."""
    mine = [draft for draft in told if draft.kind == KIND and amount in draft.slots.get("value", ())]
    return sorted(mine, key=lambda draft: -sum(name in draft.slots for name in SIDES))


def _again(row: Sequence[Item], draft: Draft, base: int, at: int) -> Draft | None:
    measure, own, first, last = str(draft.fixed.get("measure", "")), row[at].quantity, min(base, at), max(base, at)
    sides = {mention for name in SIDES for mention in draft.slots.get(name, ())}
    bare = _is_bare(row, base, at) and not any(set(item.actors) - sides for item in row[first + 1 : last])
    if own is None or (not bare and any(item.actors and item.lower not in _IT for item in row[first + 1 : last])):
        return None
    if row[at].actors:
        return _of_people(row, draft, base, at)
    later = bare or _is_later(row, first, last, measure)
    told: str | None = measure if later else _listed(row, base, at, measure) if base < at else ""
    if not told:
        return None
    fixed: dict[str, Value] = {**draft.fixed, "measure": told}
    slots = {name: mentions for name, mentions in draft.slots.items() if name != "when"}
    date = _date(row, base, at) if later else None
    when = (date,) if date else () if later and _dates(row, base, at) else draft.slots.get("when", ())
    slots |= {"value": (own,)} | ({"when": when} if when else {})
    return replace(draft, fixed=fixed, slots=slots, trigger=own.span, ways={})


def _of_people(row: Sequence[Item], draft: Draft, base: int, at: int) -> Draft | None:
    """What was told of so many of one people, of so many of another: 500 Danes and 200 Swedes died."""
    if base > at or not (row[base].counts_people and row[at].counts_people) or row[at - 1].lower not in ("and", ","):
        return None
    name = next((side for side in SIDES if draft.slots.get(side) == row[base].actors), "")
    if not name or any(item.tag == "word" for item in row[base + 1 : at]):
        return None
    value = row[at].quantity
    if value is None:
        return None
    return replace(draft, slots={**draft.slots, name: row[at].actors, "value": (value,)}, trigger=row[at].span, ways={})


def _is_later(row: Sequence[Item], base: int, at: int, measure: str) -> bool:
    """Are they two amounts of one sort, with nothing between them but dates and small words?"""
    one, two = (_quantity(row[index]) for index in (base, at))
    if one is None or two is None or one.unit != two.unit or (two.unit == "percent" and measure not in _SHARE):
        return False
    if row[at].actors or (not two.money and two.unit != "percent" and two.noun and not _is_same_noun(one, two)):
        return False
    between = row[base + 1 : at]
    small = all(item.date or item.tag in _BETWEEN or item.lower in _CHANGED or _stands(item) for item in between)
    near = at + 1 >= len(row) or row[at + 1].lower not in ("of", "in") or not _names_a_sum(row, at)
    return bool(between) and small and near and (bool(_dates(row, base, at)) or _is_change(between))


def _is_bare(row: Sequence[Item], base: int, at: int) -> bool:
    """Is it a dated number whose noun is told with the one before: 40 nurses, and 75 in 1966?"""
    one, two = (_quantity(row[index]) for index in (base, at))
    if base > at or one is None or two is None or two.money or not row[at].lower.replace(",", "").isdecimal():
        return False
    dated = at + 1 < len(row) and row[at + 1].date is not None
    apart = any(item.tag in ("relative", "subordinator") for item in row[base + 1 : at])
    return dated and not apart and bool(two.noun) and _is_same_noun(one, two)


def _stands(item: Item) -> bool:
    """Is it a word of a clause that goes on about the same amount: it had risen, it was?"""
    return item.lower in _IT or item.tag == "auxiliary" or not _STANDS.isdisjoint(item.concepts)


def _is_same_noun(one: Quantity, two: Quantity) -> bool:
    return one.noun.split()[-1:] == two.noun.split()[-1:]


def _is_change(between: Sequence[Item]) -> bool:
    """Does a word between them say that the one became the other, or was before: up from, compared with, to?"""
    words = {item.lower for item in between}
    return bool(words & {"up", "down", "compared", "against", "to", "rising", "falling", "growing", "then", "later"})


def _listed(row: Sequence[Item], base: int, at: int, measure: str) -> str | None:
    """What another thing in the list of what is given measures: four tanks and two helicopters, $3 million in grants and ..."""
    between = [item for item in row[base + 1 : at] if not item.date]
    two = _quantity(row[at])
    if measure not in _GIVEN or two is None or row[at].actors or row[at - 1].lower not in ("and", ",", "plus"):
        return None
    if any(item.tag in ("relative", "subordinator", "auxiliary") or item.lower in (";", ":", "(") for item in between):
        return None
    if any(item.verbal() and item.lower not in _LISTED and not _is_part_of_sum(item) for item in between):
        return None
    if two.money:
        return next((_SUMS[name] for name in _names(row[at + 1 : at + 4]) if name in _SUMS), None)
    return next((told for name, told in _SORTS.items() if name in row[at].concepts), None)


def _is_part_of_sum(item: Item) -> bool:
    """Is it the noun of a sum, or of what is given, that could also be a verb: aid, loan, grants?"""
    return not _SUMS.keys().isdisjoint(item.concepts)


def _names(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if item.lower in (",", ";", ".", "and"):
            return
        yield from item.concepts


def _names_a_sum(row: Sequence[Item], at: int) -> bool:
    """Does what follows tell of a sum of another sort: and $5 million in loans?"""
    return any(name in _SUMS for name in _names(row[at + 1 : at + 4]))


def _dates(row: Sequence[Item], base: int, at: int) -> Set[Mention]:
    """The dates right behind either of the two."""
    behind = (item.date for index in (base, at) for item in row[index + 1 : index + 3])
    return {date for date in behind if date}


def _date(row: Sequence[Item], base: int, at: int) -> Mention | None:
    """The date of the second: where it leads it, in 1981 24 million; else right behind it."""
    ahead = [item for item in row[base + 2 : at] if item.lower not in _LEADS and not _stands(item)][-1:]
    led = ahead[0].date if ahead and base >= 0 and row[base + 1].date is not ahead[0].date else None
    return led or next((item.date for item in row[at + 1 : at + 3] if item.date), None)


def _quantity(item: Item) -> Quantity | None:
    value = item.quantity.value if item.quantity else None
    return value if isinstance(value, Quantity) else None
