"""What a body does or has, where a state joins in that and not in the body: the EU's sanctions, the NATO mission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.coding.engine import Match
from comity.coding.grammar import Grammar, plain
from comity.coding.items import Item
from comity.triggers import GERUND

_OF_NOUN = frozenset({"compound", "nmod", "amod"})
DEEDS = frozenset({
    "sanctions", "embargo", "boycott", "blockade", "ban", "condemnation", "criticism", "protest", "statement", "declaration",
    "resolution", "appeal", "call", "calls", "demand", "demands", "mission", "missions", "force", "forces", "troops", "operation",
    "operations", "intervention", "campaign", "bombing", "strikes", "airstrikes", "attack", "invasion", "exercise", "exercises",
    "manoeuvres", "patrol", "patrols", "effort", "efforts", "delegation", "observers", "talks", "negotiations", "position",
})  # fmt: skip
_FAR = 3
"""Items behind the body in which the noun may stand that is its own."""


def is_of_deed(match: Match, row: Sequence[Item], grammar: Grammar | None) -> bool:
    """Is a body named only as whose something is, or as whom one joins in doing something?"""
    kind = match.plan.pattern.rule.kind
    if not kind.lists or kind.fields[kind.lists].type != "organisation":
        return False
    named = match.filled.get(kind.lists)
    bodies = [at for at, item in enumerate(row) if isinstance(named, tuple) and any(one in named for one in item.actors)]
    return any(_has_deed(row, at, grammar, match) or _is_doing(row, at) for at in bodies)


def _has_deed(row: Sequence[Item], at: int, grammar: Grammar | None, match: Match) -> bool:
    """Does a deed follow that is the body's, and none of the pattern's words?"""
    noun = next(_nouns(row, at, grammar), None)
    if noun is None or row[noun].lower not in DEEDS or noun < match.end:
        return False
    if row[at].owner:
        return True
    return grammar is not None and plain(grammar.relation(at)) in _OF_NOUN and noun in grammar.above(at)[:1]


def _nouns(row: Sequence[Item], at: int, grammar: Grammar | None) -> Iterator[int]:
    for behind in range(at + 1, min(at + 1 + _FAR, len(row))):
        item = row[behind]
        if not item.is_word or item.capital or item.date or item.quantity:
            return
        if grammar is None or grammar.is_noun(behind):
            yield behind


def _is_doing(row: Sequence[Item], at: int) -> bool:
    """Does one join the body in an act: joined NATO in condemning Peru?"""
    behind = row[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].lower == "in" and behind[1].verbal(frozenset({GERUND}))
