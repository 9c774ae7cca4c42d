"""Who is party to it besides those that the pattern names: those after "with", and whose the instrument is.

A pattern of a treaty says who signed it; with whom, the sentence tells in a phrase of the verb or of the noun.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.coding.engine import Match
from comity.coding.grammar import Grammar
from comity.coding.items import Item
from comity.coding.standing import AFTER_PREPOSITION, BREAKS, CLAUSE, PHRASE_MATTER
from comity.mentions import Mention
from comity.triggers import GERUND


def with_company(match: Match, row: Sequence[Item], grammar: Grammar) -> Match:
    """A match of a kind with one side for all, with those whom it leaves out of that side."""
    kind = match.plan.pattern.rule.kind
    if len(kind.sides) != 1 or kind.fields[kind.sides[0]].type != "actors":
        return match
    side = kind.sides[0]
    told = match.filled.get(side, ())
    named = told if isinstance(told, tuple) else ()
    others = tuple(mention for mention in _others(match, row, grammar, alone=not named) if mention not in named)
    if not others:
        return match
    return replace(match, filled={**match.filled, side: (*named, *others)}, ways={**match.ways, side: "phrase"})


def _others(match: Match, row: Sequence[Item], grammar: Grammar, *, alone: bool) -> tuple[Mention, ...]:
    """Those after "with"; and, where nobody else is named, whose the thing is: Peru's pact with Chile."""
    for at in _withs(match, row, grammar):
        if found := _named_after(row, at):
            owners = [mention for index in _owners(at, row) for mention in row[index].actors] if alone else []
            return (*dict.fromkeys(owners), *found)
    return ()


def _withs(match: Match, row: Sequence[Item], grammar: Grammar) -> Iterator[int]:
    """Where "with" stands in the clause: by the tree, or the first one after the verb."""
    if grammar.relation(match.anchor):
        yield from grammar.phrases(match.anchor, "with")
        return
    for at in range(match.anchor + 1, min(len(row), match.anchor + CLAUSE)):
        if row[at].tag in ("relative", "subordinator") or row[at].lower in BREAKS:
            return
        if row[at].lower == "with":
            yield at
            return


def _named_after(row: Sequence[Item], at: int) -> tuple[Mention, ...]:
    """The actors right after a preposition, over what only qualifies them."""
    for index in range(at + 1, min(len(row), at + 1 + AFTER_PREPOSITION)):
        item, after = row[index], row[index + 1] if index + 1 < len(row) else None
        if item.actors and not item.quantity:
            acts = after is not None and (after.lower == "as" or after.verbal(frozenset(GERUND)))  # with Peru mediating
            return () if item.adjective or item.owner or item.tag != "actor" or acts else item.actors
        if item.tag not in PHRASE_MATTER:
            return ()
    return ()


def _owners(at: int, row: Sequence[Item]) -> Iterator[int]:
    """Who owns the noun that stands before a preposition: its adjective or genitive."""
    for index in range(at - 1, max(-1, at - 1 - AFTER_PREPOSITION), -1):
        item = row[index]
        if item.actors and (item.adjective or item.owner):
            yield index
            return
        if item.tag != "word":
            return
