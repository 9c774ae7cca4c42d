"""The name of a place where a rule wants one: a known city, or words with capitals that may be a town's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from comity.coding.items import Item
from comity.mentions import Mention

Site: TypeAlias = tuple[int, tuple[tuple[Mention, ...], ...]]
"""The last item of a name, and the mention of the place."""
LONGEST = 6
"""Items between two brackets, with these, of a name that only tells where a city lies."""
CITY = "city"
"""The field for the city in which a thing stands."""
SITED = frozenset({"in", "at"})
_WITHIN = "- ’ ' de do da dos das du del di la le les el al of y sur am an upon"
_PARTICLES = frozenset(_WITHIN.split())
"""What stands within the name of a place."""
_TOLD = """
    center centre institute school hospital museum library europe asia africa america americas oceania north south east
    west northern southern eastern western central southeast latin middle caribbean pacific arab gulf parliament council
    line street avenue road drive square house palace building hotel university lane boulevard plaza avenida calle rue via
    tower district commonwealth empire kingdom republic union embassy embassies consulate consulates legation legations
    mission missions commission office offices ambassador
    """
_NO_TOWN = frozenset(_TOLD.split())
"""What no name of a town holds where nobody knows it."""


def place(items: Sequence[Item], index: int) -> Site | None:
    """A known city, or words with capitals where a place is wanted."""
    end = named_until(items, index)
    if end < 0:
        return None
    known = items[index].place if end == index else None
    return end, ((known or Mention("place", items[index].span.join(items[end].span), ""),),)


def located(items: Sequence[Item], index: int, *, any_town: bool) -> Site | None:
    """A place that stands for the state in which it lies: a known city, or an unknown one where something is said to be."""
    if items[index].place:
        return place(items, index)
    end = named_until(items, index) if any_town and index and items[index - 1].lower in SITED else -1
    return place(items, index) if end >= 0 and is_town(items, index) else None


def is_town(items: Sequence[Item], index: int) -> bool:
    """May words with capitals be the name of a town: not of a street, nor of a part of the world?"""
    end = named_until(items, index)
    return _NO_TOWN.isdisjoint(item.lower for item in items[index : end + 1]) if end >= 0 else False


def named_until(items: Sequence[Item], index: int) -> int:
    """The last item of the name of a place that begins at an item; -1 where none does: Porto, *New* Porto, Vila do Porto."""
    if items[index].place:
        return index
    end = at = index
    while at < len(items) and (_is_part(items, at) or (at > index and items[at].lower in _PARTICLES)):
        end = at if _is_part(items, at) else end
        at += 1
        if items[at - 1].place:
            break
    return end if _is_part(items, index) else -1


def _is_part(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    return item.capital and item.is_word if item.place is None else not item.adjective and not item.owner


def behind_region(items: Sequence[Item], at: int) -> int:
    """What follows a bracket that only tells where the city before it lies, Arica (*Tarapacá*), or since when; else the same."""
    if not (0 < at < len(items) and items[at].lower == "(" and _names(items[at - 1])):
        return at
    end = next((index for index in range(at + 2, min(at + LONGEST, len(items))) if items[index].lower == ")"), at)
    told = all(map(_names, items[at + 1 : end])) or own_date(items, at - 1) is not None
    return end + 1 if end > at and told else at


def own_date(items: Sequence[Item], at: int) -> Mention | None:
    """The date that stands alone in brackets behind a city: Arica (*since 1970*)."""
    bracket = items[at + 1 : at + 4]
    return bracket[1].date if [item.lower for item in bracket[::2]] == ["(", ")"] else None


def _names(item: Item) -> bool:
    return item.capital or item.place is not None or bool(item.actors)
