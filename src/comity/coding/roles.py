"""What those who are named in a sentence are to a word of it, by the tree."""

from __future__ import annotations

from itertools import pairwise

from comity.coding.grammar import Grammar, plain

LEVEL = frozenset({"conj", "flat", "appos"})
"""Relations of what stands on a level with what governs it."""


def roles(grammar: Grammar, at: int) -> dict[int, str]:
    """What others are to a word: its subject, what undergoes it, its object, by whom it is done, whose it is."""
    found: dict[int, str] = {}
    if not grammar.is_parsed:
        return found
    passive = grammar.is_undergoing(at, participle=True)
    every = (
        ("by", (*grammar.agents(at), *grammar.doers(at))), ("undergone", grammar.undergone(at) if passive else ()),
        ("subject", () if passive else grammar.subjects(at)), ("object", grammar.objects(at)), ("owner", grammar.owners(at)),
    )  # fmt: skip
    for role, places in every:
        for place in places:
            own = (*grammar.kids(place, "conj"), *grammar.possessors(place), *grammar.kids(place, "amod", "compound"))
            for one in (place, *own):
                found.setdefault(one, role)
    return found


def undergone(grammar: Grammar, at: int) -> tuple[int, ...]:
    """What undergoes what a verb says, then the nouns in whose phrases that stands: a *pact* of trade and rail made in 1990."""
    return _governing(grammar, grammar.undergone(at)) if grammar.relation(at) == "acl" else grammar.undergone(at)


def objects(grammar: Grammar, at: int) -> tuple[int, ...]:
    """What a verb is done to, then the nouns in whose phrases that stands: the *pact* of the lakes, which Peru made in 1990."""
    relative = plain(grammar.relation(at)) == "acl" and not grammar.kids(at, "obj")
    return _governing(grammar, grammar.objects(at)) if relative else grammar.objects(at)


def _governing(grammar: Grammar, places: tuple[int, ...]) -> tuple[int, ...]:
    """Nouns, with those whose phrases they close."""
    found = dict.fromkeys(places)
    for place in places:
        for one, governing in pairwise((place, *grammar.above(place))):
            if plain(grammar.relation(one)) not in ("nmod", "conj") or not grammar.is_noun(governing):
                break
            found.setdefault(governing)
    return tuple(found)


def link(grammar: Grammar, at: int) -> str:
    """The preposition before an item, or before the one that it is joined to; without any, the relation by which it hangs."""
    level = next((one for one in (at, *grammar.above(at)) if plain(grammar.relation(one)) not in LEVEL), at)
    return min(grammar.cases(level), default=plain(grammar.relation(level)))
