"""What "it" and "them" mean in a sentence: the thing that the verb before was done to, whose words then stand there too.

`Peru seized three trawlers in June and released them` says of trawlers that they were released: a pattern that wants the noun
finds it in the pronoun, with whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.coding.coordination import how
from comity.coding.grammar import Grammar, plain
from comity.coding.items import FINITE, Item
from comity.mentions import How
from comity.triggers import PLURAL

THING = frozenset({"it", "them", "theirs", "both"})
SHARING = frozenset({"conj", "parataxis", "advcl", "xcomp", "ccomp"})
HEADS = frozenset({"it", "they", "both"})
FIRST = 8
"""Items of a sentence among which its head is sought."""
LONGEST = 4
"""Words of a concept that ends in a noun."""


def with_meant(row: Sequence[Item], grammar: Grammar) -> Sequence[Item]:
    """The items of a sentence, each pronoun of a thing with the concepts and the owner of the noun that it means."""
    found = list(row)
    for at, item in enumerate(row):
        sought = _is_object(item, grammar.relation(at))
        if sought and (noun := _noun(found, at, grammar)) is not None:
            found[at] = _as(found, at, noun, grammar)
    return found


def with_told(row: Sequence[Item], before: Sequence[Item], things: frozenset[str]) -> Sequence[Item]:
    """The items of a sentence that begins with a pronoun of the thing of which the sentence before told.

    `things` are the concepts of nouns that may be meant; of several the last, and of an embassy and its city the embassy.
    """
    at = _head(row)
    noun = _last_thing(before, things, several=row[at].lower != "it") if at is not None else {}
    if at is None or not noun:
        return row
    meant = replace(row[at], concepts={**row[at].concepts, **{concept: (forms, at) for concept, forms in noun.items()}})
    return [*row[:at], meant, *row[at + 1 :]]


def _head(row: Sequence[Item]) -> int | None:
    """Where a sentence's pronoun stands that comes before every actor and verb: Three years later it was closed."""
    for at, item in enumerate(row[:FIRST]):
        if item.lower in HEADS:
            return at
        if item.actors or item.verbal(FINITE) or item.tag in ("auxiliary", "relative"):
            return None
    return None


def _last_thing(row: Sequence[Item], things: frozenset[str], *, several: bool) -> dict[str, str]:
    """The concepts, with their forms, of the last noun for one of the things."""
    for at in reversed(range(len(row))):
        named = {concept: forms for concept, (forms, _) in row[at].concepts.items() if concept in things or "=" in concept}
        plural = any(PLURAL in forms for forms in named.values()) or row[at].lower.endswith(("relations", "ties"))
        if named and plural == several and not row[at].verbal():
            return named
    return {}


def _is_object(item: Item, relation: str) -> bool:
    """Is it a pronoun of what something is done to: released them; they were released?"""
    return (item.lower in THING and plain(relation) == "obj") or (item.lower == "they" and relation == "nsubj:pass")


def _noun(row: Sequence[Item], at: int, grammar: Grammar) -> int | None:
    """The nearest noun before a pronoun to which a verb that governs or shares its clause was done."""
    for verb in _verbs_before(at, grammar):
        done_to = grammar.objects(verb) or (grammar.undergone(verb) if grammar.is_undergoing(verb, participle=False) else ())
        acting = grammar.subjects(verb) if row[at].lower == "they" else ()
        for noun in (*done_to, *acting):
            if noun < at and row[noun].lower not in THING and (row[at].lower == "it") != _is_plural(row, noun, grammar):
                return noun
    return None


def _verbs_before(at: int, grammar: Grammar) -> Iterator[int]:
    """The verbs to which the verb of a pronoun is coordinated or subordinate, the nearest first."""
    above = grammar.above(at)
    if not above or not grammar.is_verb(above[0]):
        return
    verb = above[0]
    for up in above[1:]:
        if plain(grammar.relation(verb)) not in SHARING or not grammar.is_verb(up):
            return
        level = [kid for kid in grammar.kids(up, "conj", "parataxis") if kid < above[0] and grammar.is_verb(kid)]
        yield from sorted((each for each in (*level, up) if each < at), reverse=True)
        verb = up


def _is_plural(row: Sequence[Item], noun: int, grammar: Grammar) -> bool:
    """Does a noun name several: by its ending, its number, or a second noun beside it?"""
    last = row[noun].lower.split()[-1:]
    several = bool(last) and last[0].endswith("s") and not last[0].endswith("ss")
    return several or bool(grammar.kids(noun, "conj")) or last[0:1] in (["men"], ["people"], ["aircraft"])


def _as(row: Sequence[Item], at: int, noun: int, grammar: Grammar) -> Item:
    """A pronoun with the concepts of the noun that it means, and whose that is."""
    told = {
        concept: (forms, at)
        for start in range(max(0, noun - LONGEST), noun + 1)
        for concept, (forms, end) in row[start].concepts.items()
        if end == noun
    }
    if any(how(mention) is not How.NAME for mention in row[noun].actors):
        return replace(row[at], concepts=told, actors=row[noun].actors, adjective=row[noun].adjective)
    owners = tuple(mention for index in grammar.owners(noun) for mention in row[index].actors)
    if row[at].actors or not owners:
        return replace(row[at], concepts={**row[at].concepts, **told})
    return replace(row[at], concepts=told, actors=owners, adjective=True)
