"""A thing in several cities, or several things in one: consulates in Porto and Faro, an embassy and a consulate in Lisbon.

Of each city, and of each sort of thing, a claim of its own is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from comity.coding.items import FINITE, Item
from comity.coding.patterns import WHEN, Flat, Slot, Word
from comity.coding.towns import CITY, SITED, behind_region, is_town, named_until, own_date
from comity.gazetteer import Actor
from comity.mentions import Draft, Mention, code_of
from comity.schema import Kind

LINKS = frozenset({",", "and", "&", "both", "also", "as", "well"})
WITHIN = frozenset({"determiner", "adverb", "quantity"})
"""What may stand between two sorts of things."""


def in_each(draft: Draft, kind: Kind, row: Sequence[Item], anchor: int, known: Mapping[str, Actor]) -> Iterator[Draft]:
    """A draft, and one for each further city of the list, and each further sort of thing that stands there."""
    site = next((name for name, body in kind.fields.items() if body.holds_actors and body.or_place == CITY), "")
    if not site:
        yield draft
        return
    for told in (draft, *_in_further(draft, site, row, anchor)):
        yield from _of_each_sort(_where_it_lies(told, site, row, known), kind, row)


def _where_it_lies(draft: Draft, site: str, row: Sequence[Item], known: Mapping[str, Actor]) -> Draft:
    """A draft whose city alone tells the state, where others are told before: in Lima and Oslo, and a consulate in Madrid.

    A city of a territory is among those of its state: in Paris, Lyon and Papeete.
    """
    named, states = draft.slots.get(CITY, ()), [_lies_in(mention) for mention in draft.slots.get(site, ())]
    at = _last_of(named[-1], row) if named and named[-1].value and states else None
    if at is None or (len(states) < 2 and not row[at].actors):
        return draft
    if (own := known.get(_lies_in(named[-1]))) and own.of and own.of == states[-1]:
        return replace(draft, slots={**draft.slots, site: draft.slots[site][-1:]})
    return replace(draft, slots={**{name: told for name, told in draft.slots.items() if name != CITY}, site: named})


def _lies_in(mention: Mention) -> str:
    """The state in which a city lies, or which it stands for."""
    return str(mention.value) if mention.kind == "place" else code_of(mention)


def _in_further(draft: Draft, site: str, row: Sequence[Item], anchor: int) -> Iterator[Draft]:
    state, town = draft.slots.get(site, ()), draft.slots.get(CITY, ())
    told = town or state
    at = _last_of(told[-1], row) if told and not (town and state) else None
    if at is None or not (row[at].place or told[-1].kind == "place"):
        return
    shared = {name: mentions for name, mentions in draft.slots.items() if name != WHEN or not own_date(row, at)}
    for end, mentions in _listed(row, at, anchor):
        since = own_date(row, end)
        slots = {**shared, **({WHEN: (since,)} if since else {})}
        if town:
            yield replace(draft, slots={**slots, CITY: mentions})
        elif row[end].place and not row[end].actors:
            yield replace(draft, slots={**slots, site: mentions})
        else:
            yield replace(draft, slots={**slots, CITY: mentions, site: told[-1:]})


def _last_of(mention: Mention, row: Sequence[Item]) -> int | None:
    """The item in which a mention ends."""
    return next((at for at in reversed(range(len(row))) if row[at].span.end == mention.span.end), None)


def _listed(row: Sequence[Item], at: int, anchor: int) -> Iterator[tuple[int, tuple[Mention, ...]]]:
    """The further cities of a list behind one, each with the item in which its name ends."""
    while (start := _next(row, behind_region(row, at + 1))) and (end := named_until(row, start)) >= 0:
        behind = row[end + 1] if end + 1 < len(row) else None
        acts = behind is not None and (behind.tag == "auxiliary" or behind.verbal(FINITE)) and end > anchor
        begins = behind is not None and (behind.tag == "determiner" or behind.adjective)  # and in Quito a Chilean one
        if acts or begins or row[end].adjective or row[end].owner:
            return
        if not is_town(row, start):
            return
        known = end == start and row[end].place is not None
        named = Mention("place", row[start].span.join(row[end].span), "")
        yield end, (row[end].actors or (row[end].place or named,)) if known else (named,)
        at = end


def says_where(part: Flat, row: Sequence[Item], subject_end: int, kind: Kind) -> tuple[int, ...]:
    """Where a subject ends that says itself in which city it stands: the embassy *in Lima* opened, that in Quito later."""
    slot = part[1] if len(part) == 2 else None
    sited = isinstance(slot, Slot) and (field := kind.fields.get(slot.fields[0])) is not None and field.or_place == CITY
    return (subject_end,) if sited and subject_end and part[0] == Word(row[subject_end].lower) else ()


def behind_list(row: Sequence[Item], at: int) -> int:
    """What follows the further cities of a list that goes on at an item."""
    while 0 < at < len(row) and row[at - 1].place and (start := _next(row, at)) and row[start].place:
        at = start + 1
    return at


def _next(row: Sequence[Item], at: int) -> int:
    """Where the next city of a list may begin behind a comma or an "and"; 0 if nothing binds it."""
    start = at
    while start < len(row) and row[start].lower in LINKS:
        start += 1
    bound = at < start < len(row)
    return start + 1 if bound and start + 1 < len(row) and row[start].lower in SITED else start if bound else 0


def _of_each_sort(draft: Draft, kind: Kind, row: Sequence[Item]) -> Iterator[Draft]:
    """A draft, and one for each further sort of thing named beside its own: an embassy and a consulate in Lisbon."""
    yield draft
    fixed = str(draft.fixed.get("type", ""))
    where = next((at for name in kind.sides[1:] for told in draft.slots.get(name, ()) if (at := _last_of(told, row))), None)
    if not fixed or where is None:
        return
    for others in _sorts(row, where):
        if fixed in others:
            yield from (replace(draft, fixed={**draft.fixed, "type": other}) for other in others if other != fixed)


def _sorts(row: Sequence[Item], where: int) -> Iterator[tuple[str, ...]]:
    """The sorts of things in a row whose last stands right before "in" and a place."""
    before = next((at for at in range(where, max(0, where - 4), -1) if row[at].lower in SITED), 0)
    found: list[str] = []
    at = before - 1
    while at >= 0:
        start, value = _value_ending(row, at)
        if not value:
            break
        found.append(value)
        at = start - 1
        while at >= 0 and (row[at].tag in WITHIN or row[at].lower in ("full", "resident", "separate", "honorary")):
            at -= 1
        if at < 1 or row[at].lower not in ("and", ","):
            break
        at -= 2 if row[at - 1].lower == "," else 1
    if len(found) > 1:
        yield tuple(found)


def _value_ending(row: Sequence[Item], at: int) -> tuple[int, str]:
    """Where the sort of a thing begins that ends at an item, and the sort."""
    for start in range(max(0, at - 3), at + 1):
        for concept, (_, end) in row[start].concepts.items():
            if end == at and ".type=" in concept:
                return start, concept.partition("=")[2]
    return at, ""
