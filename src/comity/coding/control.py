"""Who does what an infinitive or a gerund tells: whom the verb above wants it of, or who stands before it.

>>> "promise" in PROMISING  # who promises Chile to leave, leaves himself
True
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.coding.grammar import Grammar
    from comity.coding.items import Item

PROMISING = frozenset({"promise", "pledge", "vow", "swear", "threaten", "offer", "assure"})
"""Verbs whose subject, not their object, does what the infinitive says."""
CALLING = frozenset({"call", "appeal", "plead", "prevail", "push", "press", "lobby"})
"""Called upon Peru to leave, pleaded with it to leave."""
LEADING = frozenset({"lead", "result", "end", "culminate", "contribute"})
"""Led to Peru leaving, resulted in Peru leaving."""
USING = frozenset({"use", "utilise", "utilize", "exploit", "employ"})
"""The port was used by Peru to attack Chile, when attacking Chile."""
CREDITING = frozenset(
    {"thank", "praise", "commend", "congratulate", "applaud", "laud", "salute", "criticise", "criticize", "condemn", "blame"}
)
"""Thanked Peru for its decision to leave."""
_TO_WHOM = frozenset({"to", "on", "upon", "for", "with"})


def asked(grammar: Grammar, up: int) -> list[int]:
    """Who is to do what a verb wants done: urged Peru to leave, called upon Peru to leave; nobody of one that promises."""
    if not grammar.lemma(up) or grammar.lemma(up) in PROMISING:
        return []
    called = grammar.kids(up, "obl") if grammar.lemma(up) in CALLING else []
    return grammar.kids(up, "obj", "iobj") or [kid for kid in called if grammar.marks(kid) & _TO_WHOM]


def credited(grammar: Grammar, noun: int) -> list[int]:
    """Who is thanked or blamed for what a noun names, and does what its infinitive says: thanked Peru for a decision to leave."""
    up = next(iter(grammar.above(noun)), -1)
    if up < 0 or "for" not in grammar.cases(noun) or grammar.lemma(up) not in CREDITING:
        return []
    return grammar.kids(up, "obj")


def users(grammar: Grammar, at: int) -> tuple[int, ...]:
    """Who makes use of something for what an infinitive or a gerund tells: by Peru, where the port was used by Peru to attack."""
    up = next(iter(grammar.above(at)), -1)
    if up < 0 or grammar.relation(at) not in ("advcl", "xcomp") or grammar.lemma(up) not in USING:
        return ()
    return grammar.agents(up) if grammar.is_undergoing(up, participle=True) else ()


def told_of(grammar: Grammar, items: Sequence[Item], at: int) -> tuple[int, ...]:
    """Who acts by what stands around the verb: before a gerund, or as the user of something."""
    return (near,) if (near := led(grammar, items, at)) >= 0 else users(grammar, at)


def led(grammar: Grammar, items: Sequence[Item], at: int) -> int:
    """Who acts in a gerund behind his name, as what else happened led to it, or beside it: led to Peru leaving; -1 if nobody."""
    near = at - 1
    while near > 0 and items[near].tag == "adverb":
        near -= 1
    if near < 1 or not items[at].lower.endswith("ing") or not items[near].actors or items[near].owner:
        return -1
    before = items[near - 2 if items[near - 1].lower == "the" else near - 1].lower
    up = next(iter(grammar.above(at)), -1)
    leading = before in ("to", "in") and up >= 0 and grammar.lemma(up) in LEADING
    return near if leading or before == "with" else -1
