"""How a match becomes a draft: what it fixes and what fills it, one draft for each person and date, where it happened."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from comity.coding.dating import By
from comity.coding.engine import Match
from comity.coding.items import Item
from comity.coding.plans import Voice
from comity.coding.rules import Pattern
from comity.coding.slots import Filled
from comity.mentions import Draft, Mention
from comity.model import Value
from comity.schema import Kind


def parted(pattern: Pattern, filled: Mapping[str, Filled]) -> tuple[Mapping[str, Value], Mapping[str, tuple[Mention, ...]]]:
    """What a match fixes (the rule's own fields and values of words) and what mentions fill."""
    fixed = {**pattern.fixed, **{name: value for name, value in filled.items() if isinstance(value, str)}}
    return fixed, {name: value for name, value in filled.items() if isinstance(value, tuple)}


def about_value(row: Sequence[Item], slots: Mapping[str, tuple[Mention, ...]], start: int, end: int) -> tuple[int, int]:
    """Where to seek the date of a match: close to its number, where it has one."""
    for mention in slots.get("value", ()):
        for index, item in enumerate(row):
            if item.quantity == mention:
                return index, index + 1
    return start, end


_IN_TURN = frozenset({"respectively", "severally"})


def one_each(draft: Draft) -> Iterator[Draft]:
    """A draft for each of several persons named together, and for each of several dates with its place."""
    persons, days, places = (draft.slots.get(name, ()) for name in ("person", "when", "place"))
    count = max(len(days), 1)
    where = places if len(places) == count else places[:1] * count
    for person, at in itertools.product(persons or (None,), range(count)):
        own = {"person": person, "when": days[at] if days else None, "place": where[at] if where else None}
        yield replace(draft, slots={**draft.slots, **{name: (mention,) for name, mention in own.items() if mention}})


def in_turn(draft: Draft, row: Sequence[Item]) -> Iterator[Draft]:
    """A draft for each of as many dates as are named who go with them: with Peru and Chile in 1965 and 1966 respectively."""
    days = draft.slots.get("when", ())
    paired = [name for name, mentions in draft.slots.items() if len(mentions) == len(days)]
    if len(days) < 2 or len(paired) < 2 or not any(item.lower in _IN_TURN for item in row):
        yield draft
        return
    for at in range(len(days)):
        yield replace(draft, slots={**draft.slots, **{name: (draft.slots[name][at],) for name in paired}})


def is_another(draft: Draft, listed: Sequence[Draft]) -> bool:
    """Does a draft tell of something else than what a line lists: a visit, or that what was signed was prolonged?"""
    return all((draft.kind, draft.fixed.get("change")) != (other.kind, other.fixed.get("change")) for other in listed)


def is_no_answer(draft: Draft, kind: Kind) -> bool:
    """Is it a reply that was not given: "would not yield" is a refusal, which its own rules tell?"""
    return draft.factuality == "denied" and draft.fixed.get("type") in kind.answers


def place_after(row: Sequence[Item], anchor: int, beyond: Collection[int] = ()) -> Mention | None:
    """The first place that "in" or "at" names after the anchor, within the clause; `beyond` are the clauses of others."""
    for index in range(anchor + 1, len(row)):
        item = row[index]
        if index in beyond:
            continue
        if item.tag in ("relative", "subordinator") or item.lower in (";", ":"):
            return None
        if item.place and row[index - 1].lower in ("in", "at"):
            return item.place
    return None


def told_by(match: Match, slots: Mapping[str, Filled]) -> By:
    """By what it is told: a treaty that is called by its year was signed then, and not ended."""
    rule = match.plan.pattern.rule
    if match.plan.voice is Voice.NOUN and "value" not in slots:
        return By.NOUN
    stages = rule.kind.stages if "title" in rule.kind.fields else ""
    first = not stages or rule.body.claim.get(stages) in (None, rule.kind.fields[stages].one_of[0])
    return By.ACT if first else By.LATER
