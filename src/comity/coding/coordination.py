"""Actors that stand together made one item: `Peru, Chile and Bolivia`, `Peru and, later, Chile`, `Lao–Russian`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from comity.mentions import ActorName, How, Mention

if TYPE_CHECKING:
    from comity.coding.items import Item

GENITIVE = re.compile(r"s['’]|['’]s\b")
LONGEST_ABBREVIATION = 9
ENUMERATED = 3
"""So many names, each after a comma, are a list though no "and" ends it."""
AND_OTHERS = re.compile(
    r",?\s*(?:and|or)\s+(?:(?:the|so|too|a|all|many|several|some|great|number|of|few|numerous|countless|various|those)\s+){0,4}others?\b"
)
"""What ends a list of which not all are named: Peru, Chile and many other nations."""
REPEATED = frozenset({"of", "to", "with", "from", "by", "for"})
"""Words that may stand before each of two who stand together: with Peru and with Chile."""
SOON = frozenset({"later", "then", "afterwards", "soon", "now", "also", "today", "after"})


def how(mention: Mention) -> How:
    """The manner of an actor; of a person, that it is one."""
    return mention.value.how if isinstance(mention.value, ActorName) else How.PERSON


def without_brackets(found: Sequence[Item]) -> list[Item]:
    """A name and its abbreviation in brackets as one item: the Food and Agriculture Organization (FAO)."""
    kept: list[Item] = []
    at = 0
    while at < len(found):
        if kept and _is_abbreviation(kept[-1], found[at : at + 3]):
            kept[-1] = replace(kept[-1], span=kept[-1].span.join(found[at + 2].span))
            at += 3
        else:
            kept.append(found[at])
            at += 1
    return kept


def _is_abbreviation(name: Item, bracket: Sequence[Item]) -> bool:
    """Does a bracket hold only what a name is also called: its code, or capitals without a blank?"""
    if [item.lower for item in bracket[::2]] != ["(", ")"] or not name.actors or name.owner:
        return False
    if how(name.actors[0]) is not How.NAME or not isinstance(name.actors[0].value, ActorName):
        return False
    inner = bracket[1]
    if inner.actors:
        same = inner.actors[0].value
        return len(inner.actors) == 1 and isinstance(same, ActorName) and same.code == name.actors[0].value.code
    return inner.capital and inner.is_word and len(inner.lower) <= LONGEST_ABBREVIATION


def join_tail(kept: list[Item], *, owning: bool, ended: bool = False) -> None:
    """Join the last item with the actors that it is coordinated with, as far as the words between allow.

    A list that others end who are not named is `ended`, and needs no "and" before its last name, nor as many of them.
    """
    last, at = kept[-1], len(kept) - 2
    if at >= 0 and kept[at].lower == "the":
        at -= 1
    at -= _is_repeated(kept, at)
    link: list[str] = []
    while at >= 0 and kept[at].lower in ("and", "nor", ",", "-", "–", "—", "&", "as", "well", "the") and len(link) < 5:
        link.append(kept[at].lower)
        at -= 1
    words = [word for word in reversed(link) if word != "the"]
    if words == [",", "as", "well", "as"]:
        words = words[1:] if len(_list_before(kept, at)) == 1 else [",", "and"]
    if words == [","] and (first_of_two := _aside(kept, at)) is not None:
        at, words = first_of_two, ["and"]
    if at < 0 or words not in (["and"], ["nor"], [",", "and"], ["-"], ["–"], ["—"], ["&"], ["as", "well", "as"], [","]):
        return
    first = kept[at]
    if not _joins(first, last, words, owning=owning) or _is_where(kept, at, last):
        return
    parts = _list_before(kept, at) if words in (["and"], [",", "and"], [","]) else [at]
    if words[0] == "," and len(parts) == 1 and len(first.actors) < len(words) + 1:
        return  # two with a comma between them are two clauses: Peru met Chile, and Bolivia left
    if words == [","] and sum(len(kept[index].actors) for index in parts) < ENUMERATED - ended:
        return
    actors = tuple(mention for index in parts for mention in kept[index].actors) + last.actors
    kept[parts[0] :] = [_group_of(actors, kept[parts[0]], last)]


def _group_of(actors: tuple[Mention, ...], first: Item, last: Item) -> Item:
    """Those from a first item to a last as one."""
    span = first.span.join(last.span)
    return replace(last, span=span, lower="", tag="actor", actors=actors, place=None, capital=False, date=None, quantity=None)


def _is_repeated(kept: Sequence[Item], at: int) -> bool:
    """Does the same word stand there, after an "and", that stands before the first of two: with Peru and with Chile?"""
    if at < 3 or kept[at].lower not in REPEATED or kept[at - 1].lower != "and" or not kept[at - 2].actors:
        return False
    before = at - 4 if kept[at - 3].lower == "the" else at - 3
    return before >= 0 and kept[before].lower == kept[at].lower


def _is_where(kept: Sequence[Item], at: int, last: Item) -> bool:
    """Is the first a city in which something is, and the last a state that begins what follows: in Lima, and Peru has one?"""
    led = at > 0 and kept[at - 1].lower in ("in", "at")
    return led and kept[at].place is not None and last.place is None and how(last.actors[0]) is How.NAME


def _aside(kept: Sequence[Item], end: int) -> int | None:
    """Where the first of two stands between which a date or an adverb is put in, up to an item: Peru and, later, Chile."""
    at = end
    while at > 1 and end - at < 4 and (kept[at].date or kept[at].tag in ("adverb", "preposition") or kept[at].lower in SOON):
        at -= 1
    return at - 2 if 1 < at < end and kept[at].lower == "," and kept[at - 1].lower == "and" and kept[at - 2].actors else None


def _joins(first: Item, last: Item, words: list[str], *, owning: bool) -> bool:
    """May two be joined? Two owners only before a noun that is both's: Peru's and Chile's envoys."""
    if (
        not first.actors
        or how(first.actors[0]) in (How.ITS, How.GROUP, How.FIRST, How.PRONOUN, How.BEARER)
        or first.adjective != last.adjective
        or (last.quantity and not last.adjective)
    ):
        return False
    tight = words[0] in ("-", "–", "—")
    both = (last.owner and owning) or (how(last.actors[0]) is How.AGENT and GENITIVE.search(last.lower) is not None)
    return (tight or not first.owner or both) and (not tight or first.span.end + 1 >= last.span.start - 1)


def _list_before(kept: list[Item], at: int) -> list[int]:
    """The indexes of a list of actors that ends at `at`: `Peru, the Congo` before `and Bolivia`."""
    parts = [at]
    while True:
        before = at - 1 if at and kept[at - 1].lower != "the" else at - 2
        if before >= 1 and kept[before].lower == "," and not kept[before - 1].actors:
            before = _over_unknown(kept, before)
        if before < 1 or kept[before].lower != "," or not kept[before - 1].actors or kept[before - 1].adjective:
            return parts
        if (
            before == at - 1
            and how(kept[at].actors[0]) in (How.AGENT, How.ADJECTIVE)
            and how(kept[before - 1].actors[0]) is How.NAME
        ):
            return parts  # after the war with Chile, Peruvian and Bolivian troops left
        at = before - 1
        parts.insert(0, at)


def _over_unknown(kept: list[Item], comma: int) -> int:
    """The comma before a name in a list that nobody knows: Peru, the Pacific Bureau, Chile; 0 where there is none such."""
    at = comma - 1
    while at > 0 and (kept[at].capital or kept[at].lower in ("of", "for", "the", "on", "and")) and not kept[at].actors:
        at -= 1
    return at if at < comma - 1 and kept[at + 1 if kept[at + 1].capital else min(at + 2, comma)].capital else 0
