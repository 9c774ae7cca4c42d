"""How deep in its sentence an act is told: the main clause's is the event, what stands below may be background or purpose."""

from __future__ import annotations

from comity.coding.grammar import Grammar, plain

BELOW = frozenset({"advcl", "acl", "ccomp", "xcomp", "csubj", "parataxis", "nmod", "obl", "obj", "appos"})
"""Relations that put a clause or a noun one step below what governs it."""


def depth(at: int, grammar: Grammar | None) -> int:
    """The steps from an item up to the main clause; 0 where there is no tree."""
    if grammar is None:
        return 0
    return sum(plain(grammar.relation(index)) in BELOW for index in (at, *grammar.above(at)))
