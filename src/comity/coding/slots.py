"""What may fill a slot of a pattern: which mention, which words, in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from comity.coding.items import Item
from comity.coding.patterns import WHEN, Slot
from comity.coding.rules import Rule
from comity.coding.towns import CITY, is_town, located, place
from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, How, Mention, PersonName, Quantity
from comity.schema import Field
from comity.triggers import BASE, Lexicon

Filled: TypeAlias = tuple[Mention, ...] | str
"""Mentions, or the value that words of the lexicon stand for."""
Fill: TypeAlias = tuple[int, tuple[Filled, ...]]
"""The index of the last item used, and what each field of the slot gets."""

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
NO_CODE = frozenset({How.GROUP, How.ITS, How.FIRST, How.PRONOUN, How.INSIDE, How.BEARER})
HERE = re.compile(r"(?:[Tt]his|[Oo]ur)\s+(?:\w+\s+)?(?:Organi[sz]ation|League)")
"""The body before which somebody speaks."""

LONGEST = 3
"""Words before the last of a value of the lexicon."""
BARE = "bare"
"""A date without a word before it, as it describes a noun: the 1929 treaty."""
ENCLOSED = "enclosed"
"""A date alone in brackets or between commas behind a name: the Treaty of Lima (4 May 1929)."""


class Filler:
    """Decides what fills a slot, by the type of its field in the kind's file."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._gazetteer = gazetteer
        self.being = frozenset(lexicon.closed.get("being", ()))
        self.prepositions = frozenset(lexicon.closed.get("preposition", ()))
        self._officials = frozenset(lexicon.closed.get("official", ()))

    def mention_kinds(self, item: Item) -> Iterator[str]:
        """By which mentions of an item a pattern may be sought that names no concept."""
        if any(isinstance(mention.value, PersonName) and mention.value.name for mention in item.actors):
            yield "person"
        if item.quantity:
            yield "quantity"
        for concept in item.concepts:
            if "=" in concept:
                yield concept.partition("=")[0]

    def fill(self, rule: Rule, slot: Slot, items: Sequence[Item], index: int) -> Fill | None:
        """What fills the slot at an item, if anything does."""
        if slot.fields == (WHEN,):
            told = items[index].date or items[index].year
            lower = items[index].lower
            led = lower[:1].isdigit() if slot.filter == BARE else not slot.filter or lower.startswith(slot.filter + " ")
            led = _is_enclosed(items, index) if slot.filter == ENCLOSED else led
            return (index, ((told,),)) if told and led else None
        field = rule.kind.fields[slot.fields[0]]
        if field.one_of:
            return _choice(rule, slot, items, index)
        if field.holds_actors:
            return self._actors(rule, slot, items, index)
        item = items[index]
        if field.type == "place":
            return place(items, index) if slot.fields != (CITY,) or is_town(items, index) else None
        if field.type == "person":
            return _person(rule, item, slot, index)
        return _number(item, slot, index) if field.type == "number" else None

    def _actors(self, rule: Rule, slot: Slot, items: Sequence[Item], index: int) -> Fill | None:
        field = rule.kind.fields[slot.fields[0]]
        item = items[index]
        if not slot.belongs and _only_owns(rule, slot, item):
            return None
        unfit = slot.filter == CITY and (not item.place or item.owner)
        if unfit or (slot.filter == "official" and not self._travels(item)):
            return None
        fit = tuple(mention for mention in item.actors if self._fits(mention, field, slot))
        if not fit:
            sited = len(slot.fields) == 1 and field.or_place and not item.actors
            return located(items, index, any_town=field.or_place == CITY) if sited else None
        if len(slot.fields) == 1:
            return index, (fit,)
        if not item.is_group or (len(fit) < 2 and not points(fit[0])):
            return None
        return index, ((fit[0],), fit[1:] or fit)

    def _travels(self, item: Item) -> bool:
        """Is it a person or a body that goes somewhere for a state: the Omani delegation, and not Oman or its army?"""
        return bool(self._officials & set(WORD.findall(item.lower))) or any(
            isinstance(mention.value, PersonName) and mention.value.name for mention in item.actors
        )

    def _fits(self, mention: Mention, field: Field, slot: Slot) -> bool:
        value = mention.value
        if isinstance(value, PersonName):
            return field.type != "organisation" and slot.filter not in ("organisation", "people")
        if not isinstance(value, ActorName) or (slot.filter == "named" and value.how not in (How.NAME, How.ADJECTIVE)):
            return False
        here = HERE.match(value.text) is not None
        if value.how in NO_CODE and not here:
            return field.type != "organisation" and slot.filter != "people" and (value.how is not How.ITS or slot.belongs)
        organisation = here or not self._gazetteer.is_state(value.code)
        if slot.filter == "people":
            return value.how in (How.PEOPLE, How.ADJECTIVE)
        if "organisation" in (field.type, slot.filter):
            return organisation
        return not (organisation and "state" in (field.type, slot.filter))


LED = re.compile(r"(?:in|on|of|at|by|since|until|till|from|during|before|after|to|between|as|last|next|this|that|the)\b")
"""Words with which a date begins that tells when something was done, and does not date a name."""


def _is_enclosed(items: Sequence[Item], index: int) -> bool:
    if LED.match(items[index].lower):
        return False
    before, behind = items[index - 1].lower if index else "", items[index + 1].lower if index + 1 < len(items) else ""
    return (before, behind) in (("(", ")"), (",", ","))


def _only_owns(rule: Rule, slot: Slot, item: Item) -> bool:
    """Does an item only tell whose something is? What so many of a people do, their state has not done."""
    return not _undergoes(rule, slot) if item.counts_people else item.adjective


def _undergoes(rule: Rule, slot: Slot) -> bool:
    """May people fill the slot: whom an act strikes or helps, and whom a number counts, not who acts or recognises another?"""
    number = any(field.type == "number" for field in rule.kind.fields.values())
    receives = rule.kind.fields[slot.fields[0]].type == "actors" and slot.fields[0] != rule.kind.sides[0]
    return number or slot.filter == "people" or (receives and not slot.filter)


def points(mention: Mention) -> bool:
    """Does a mention point at several actors, without naming them?"""
    return isinstance(mention.value, ActorName) and mention.value.how in (How.GROUP, How.FIRST)


def _choice(rule: Rule, slot: Slot, items: Sequence[Item], index: int) -> Fill | None:
    """Words of the lexicon that give the field its value; the longest where several stand here."""
    offices = [
        mention.value.office for mention in items[index].actors if isinstance(mention.value, PersonName) and mention.value.office
    ]
    if slot.fields[0] == "office" and offices:
        passes = _passes(rule, slot, offices[0]) and not _to_do(items, index)
        return (index, (offices[0],)) if passes else None
    prefix = f"{rule.kind_name}.{slot.fields[0]}="
    found = [(end, concept) for concept, (_, end) in items[index].concepts.items() if concept.startswith(prefix)]
    if found and not _is_tail(prefix, items, index):
        end, concept = max(found)
        value = concept.removeprefix(prefix)
        doing = slot.fields[0] == "office" and _to_do(items, end)
        return (end, (value,)) if _passes(rule, slot, value) and not doing else None
    return None


def _is_tail(prefix: str, items: Sequence[Item], index: int) -> bool:
    """Is it only the end of a longer value that begins before: the consulate of an honorary *consulate*?"""
    return any(
        end >= index and concept.startswith(prefix)
        for before in items[max(0, index - LONGEST) : index]
        for concept, (_, end) in before.concepts.items()
    )


def _to_do(items: Sequence[Item], index: int) -> bool:
    """Does a verb with `to` follow: the first minister to visit Peru, who had been one before?"""
    after = [item for item in items[index + 1 : index + 5] if item.tag != "adverb" or item.lower == "to"]
    return len(after) > 1 and after[0].lower == "to" and after[1].verbal(frozenset(BASE))


def _passes(rule: Rule, slot: Slot, value: str) -> bool:
    """Is it a value that the slot's filter lets through: the value itself, or one of a group of the field?"""
    return slot.filter in ("", value) or value in rule.kind.fields[slot.fields[0]].groups.get(slot.filter, ())


def _holds(rule: Rule, slot: Slot, office: str) -> bool:
    """Does the slot's filter let through who holds the office: the office itself, or one of a group of offices?"""
    offices = rule.kind.fields.get("office")
    return slot.filter in ("", office) or bool(offices and office in offices.groups.get(slot.filter, ()))


def _person(rule: Rule, item: Item, slot: Slot, index: int) -> Fill | None:
    named = tuple(
        mention
        for mention in item.actors
        if isinstance(mention.value, PersonName) and mention.value.name and _holds(rule, slot, mention.value.office)
    )
    return (index, (named,)) if named else None


def _number(item: Item, slot: Slot, index: int) -> Fill | None:
    if item.quantity is None or not isinstance(item.quantity.value, Quantity):
        return None
    unit = item.quantity.value.unit
    sort = "money" if item.quantity.value.money else unit
    counted = slot.filter == "count" and sort not in ("money", "percent")
    if slot.filter not in ("", sort, unit) and slot.filter not in item.concepts and not counted:
        return None
    return index, ((item.quantity,),)
