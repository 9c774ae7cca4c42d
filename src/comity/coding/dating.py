"""Which of a sentence's dates belongs to a match."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum

from comity.coding.items import Item
from comity.mentions import DateWords, Mention, Quantity

# What crossing costs, in items: a clause, a further verb. A date at the head of a sentence dates all of it.
CLAUSE_COST = 9
VERB_COST = 6
LEADING = 3
OWN = 8
"""What a date gains by standing in the match's own clause."""
CALLED = 14
"""What a date loses that belongs to the noun beside it."""
FURTHEST = 32
NEAR_NOUN = 9
JOINING = frozenset({"and", ",", "again"})
BESIDE_LISTED = frozenset({"in", "on", "at", "then", "also", "later", "finally", "once", "both"})
MANY = frozenset({"many", "several", "numerous", "frequent", "regular", "various", "multiple", "repeated"})
FURTHEST_LISTED = 6
COMPARING = frozenset({"than", "compared", "versus", "vs", "vs.", "relative", "unlike"})
COMPARING_REACH = 5
GAINED = frozenset({"from", "on", "over"})
"""What stands between a growth and the year from which it is reckoned."""
ASIDE = frozenset({"which", "who", "whose"})  # a relative clause behind the match has dates of its own
BARE_YEAR = re.compile(r"\d{4}")


class By(Enum):
    """By what it is told that something was done."""

    NOUN = "a noun"
    ACT = "a verb"
    LATER = "a verb that tells what became of a thing which was there before"


def nearest(
    items: Sequence[Item], start: int, end: int, *, by: By = By.ACT, own: Collection[int] = (), aside: Collection[int] = ()
) -> Mention | None:
    """The date that stands closest to a match, counting clauses and verbs between; None where none is near.

    `own` are the items that the grammar has in the match's clause, `aside` those that only qualify a noun of it. What is said
    by a noun ("the opening of") takes only a date close to it: one at the head dates the sentence's verb. What is said by a verb
    takes the date by which a thing is called (the 1954 treaty) only for want of another; what became of it later, never.
    """
    best: tuple[int, int, Mention] | None = None
    for index, item in enumerate(items):
        if item.date is None or index in aside or _is_part_of_name(items, index) or _is_compared(items, index):
            continue
        if _is_of_another_city(items, index, range(start, end)):
            continue
        cost = _cost(items, index, start, end) - (OWN if index in own else 0)
        if by is not By.NOUN and _calls(item.date):
            cost += CALLED if by is By.ACT else FURTHEST + OWN + 1
        if _is_of_another(items, index, start):
            cost += CALLED
        far = cost > FURTHEST or (by is By.NOUN and (index < start - LEADING or cost > NEAR_NOUN))
        if not far and (best is None or (cost, index) < best[:2]):
            best = (cost, index, item.date)
    return best[2] if best else None


def _is_of_another_city(items: Sequence[Item], at: int, match: range) -> bool:
    """Does a date stand in brackets behind a city outside of the match: in Lima and in *Cusco (since 1970)*?"""
    return at > 1 and items[at - 1].lower == "(" and items[at - 2].place is not None and at - 2 not in match


def _is_of_another(items: Sequence[Item], at: int, start: int) -> bool:
    """Does a date behind an amount stand by another one: 20 tanks, in 1981 24; 20 tanks and 24 in 1981?"""
    if at < start + 2 or items[start].quantity is None:
        return False
    ahead = [item for item in items[at + 1 : at + 3] if item.lower not in (":", ",")][:1]
    return any(item.quantity for item in (*ahead, *items[start + 1 : at])) or any(item.lower.isdecimal() for item in ahead)


def _calls(date: Mention) -> bool:
    return isinstance(date.value, DateWords) and date.value.role == "of"


def listed(items: Sequence[Item], date: Mention) -> tuple[tuple[Mention, Mention | None], ...]:
    """The dates in a row with one, itself first, each with the place told with it: in Lima in 1984, in Oslo in 1986.

    Many visits in 1984 and 1986 are not one in each.
    """
    at = next((index for index, item in enumerate(items) if item.date == date), len(items))
    found = [(date, _place_before(items, at))]
    if any(item.lower in MANY for item in items[:at]):
        return tuple(found)
    while (following := _next_listed(items, at)) is not None:
        at = following[0]
        found.append((following[1], _place_before(items, at)))
    return tuple(found)


def _place_before(items: Sequence[Item], at: int) -> Mention | None:
    near = [item.place for item in items[max(0, at - 2) : at] if item.place]
    return near[-1] if near else None


def _next_listed(items: Sequence[Item], at: int) -> tuple[int, Mention] | None:
    """The next date after one, if only an "and" or comma, and a place, stand between."""
    joined = False
    for index in range(at + 1, min(at + 1 + FURTHEST_LISTED, len(items))):
        item = items[index]
        if item.date:
            return (index, item.date) if joined and _is_point(item.date) else None
        joined = joined or item.lower in JOINING
        if not (item.place or item.lower in JOINING or item.lower in BESIDE_LISTED):
            return None
    return None


def _is_point(date: Mention) -> bool:
    value = date.value
    return isinstance(value, DateWords) and "/" not in value.edtf and " to " not in value.relative and value.role in ("in", "on")


def _cost(items: Sequence[Item], at: int, start: int, end: int) -> int:
    if start <= at < end:
        return 0
    between = items[end:at] if at >= end else items[at + 1 : start]
    crossed = sum(CLAUSE_COST for item in between if item.tag in ("relative", "subordinator") or item.lower in (";", "but"))
    verbs = sum(VERB_COST for item in between if _is_further_verb(item))
    cost = len(between) + crossed + verbs
    if at >= end and any(item.lower in ASIDE for item in between):
        return FURTHEST + 1
    if at < start:
        return min(cost, LEADING + CLAUSE_COST) if at <= LEADING else cost + 1
    return cost


def _is_further_verb(item: Item) -> bool:
    return item.tag == "word" and not item.actors and any(set("sd") & set(forms) for forms, _ in item.concepts.values())


def _is_compared(items: Sequence[Item], at: int) -> bool:
    """Is it the date of something that the match is only compared with: three times as many as in 1990?"""
    if _is_start_of_growth(items, at):
        return True
    for item in reversed(items[max(0, at - COMPARING_REACH) : at]):
        if item.date or item.lower in (";", ",", "and"):
            return False
        if item.lower in COMPARING:
            return True
    return False


def _is_start_of_growth(items: Sequence[Item], at: int) -> bool:
    """Is it the year from which a growth before it is reckoned: up 18% from 2017?"""
    date = items[at].date
    words = date.value if date else None
    if at == 0 or not isinstance(words, DateWords) or "/" in words.edtf.removesuffix("/.."):
        return False
    amount = items[at - 1].quantity
    growth = amount.value if amount else None
    return isinstance(growth, Quantity) and growth.unit == "percent" and items[at].lower.split()[0] in GAINED


def _is_part_of_name(items: Sequence[Item], at: int) -> bool:
    """Is it a bare year before a name: the 1954 Geneva Conference?"""
    item = items[at]
    words = item.date.value if item.date else None
    bare = isinstance(words, DateWords) and bool(BARE_YEAR.fullmatch(item.lower))
    over = 2 if at + 1 < len(items) and items[at + 1].place else 1  # the 1985 Lima Conference
    following = items[at + over] if at + over < len(items) else None
    return (
        bare
        and following is not None
        and following.capital
        and following.tag == "word"
        and at > 0
        and items[at - 1].tag != "preposition"
    )
