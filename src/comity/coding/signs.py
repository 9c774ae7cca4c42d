"""What speaks for and against a claim whose words are in a sentence in no order that a rule knows: the signs that are weighed.

Each sign is a number; most are 1 or 0. How much each weighs is learned (see `odds`). They tell of the words, of where they
stand in the tree, of who is named, and of what else has been found in the sentence.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from comity.coding.coordination import how
from comity.coding.depth import depth
from comity.coding.grammar import Grammar
from comity.coding.items import FINITE, Item
from comity.coding.odds import Odds, log_odds
from comity.coding.patterns import Slot
from comity.coding.slots import Filled
from comity.coding.wordings import Wording
from comity.mentions import Draft, How, Mention, PersonName, state_of
from comity.model import Span

Sort = tuple[str, str]
_LENGTH = 20
"""Items of a sentence of middling length."""
_FAR = 6
_NEAR = 4
_UP = 3
"""How far above a word the other words of a wording are sought, to be one phrase with it."""
_DEEP = 3
ROLES = ("who acts", "whose", "whom", "beside", "another subject", "close by")
"""The signs of who stands where."""
_LEAST = 0.05
"""The share of the strongest rival, where there is none."""


@dataclass(frozen=True)
class View:
    """A sentence as it is looked at again: its items and tree, and what the rules have found."""

    span: Span
    block: int
    row: Sequence[Item]
    grammar: Grammar
    found: Sequence[Draft]
    odds: Odds
    barred: Set[tuple[Sort, int]] = frozenset()
    """What its words would say and do not mean, each with the item where they stand."""
    options: dict[tuple[str, Slot], Sequence[tuple[int, Filled]]] = field(default_factory=dict)
    """What may fill the slots of a kind, and where it stands, as far as somebody has asked."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words and signs in small letters."""
        return frozenset(item.lower for item in self.row)

    @cached_property
    def acting(self) -> Sequence[int]:
        """Where actors are named."""
        return [index for index, item in enumerate(self.row) if item.actors]

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """The actors and persons that are named."""
        return [mention for index in self.acting for mention in self.row[index].actors]

    @cached_property
    def of_sentence(self) -> Mapping[str, float]:
        """The signs that are the same for all that the sentence may say."""
        states = {state_of(mention) for mention in self.mentions} - {""}
        kinds = {draft.kind for draft in self.found}
        return {
            "bias": 1,
            "nobody named": not self.mentions, "one named": len(states) == 1, "two named": len(states) == 2,
            "several named": len(states) > 2,
            "a group": any(how(mention) is How.GROUP for mention in self.mentions),
            "first person": any(how(mention) is How.FIRST for mention in self.mentions),
            "a person": any(isinstance(mention.value, PersonName) for mention in self.mentions),
            "a date": any(item.date for item in self.row), "a number": any(item.quantity for item in self.row),
            "length": math.log(len(self.row) / _LENGTH),
            "nothing found": not self.found, "an event found": "event" in kinds,
            "anything but events found": bool(kinds - {"event"}),
        }  # fmt: skip

    def is_taken(self, at: int) -> bool:
        """Does an item stand within the words of what has been found?"""
        start = self.row[at].span.start
        return any(draft.trigger.start <= start < draft.trigger.end for draft in self.found)


@dataclass(frozen=True)
class Roles:
    """Who may stand on each side of what the words may say, the likeliest first, and by what."""

    acting: Sequence[int]
    """Subjects, or named by "by" in the passive."""
    owning: Sequence[int]
    undergoing: Sequence[int]
    """Objects, or subjects in the passive."""
    beside: Sequence[int]
    """In phrases of the same clause."""
    strange: bool
    """Is the subject somebody or something else?"""


def of_words(
    view: View, at: int, one: Wording, rivals: Mapping[Sort, float], among: Sequence[tuple[int, Wording]]
) -> dict[str, float]:
    """What the words tell by themselves: how often they say it, how many there are, and what else they might say."""
    kind, value = one.sort
    share, word = view.odds.share(one.key), key_of_word(one, view.row[at])
    strongest = max((of for sort, of in rivals.items() if sort != one.sort), default=_LEAST)
    return {
        kind: 1, f"{kind} {value}".strip(): 1, "share": log_odds(share), "seen": math.log1p(view.odds.seen(one.key)),
        "share of the word": log_odds(view.odds.share(word)), "seen of the word": math.log1p(view.odds.seen(word)),
        "ahead of rivals": log_odds(share) - log_odds(strongest),
        "rules": math.log(len({each.pattern.rule.name for _, each in among})),
        "places": math.log(len({place for place, _ in among})),
        "two words": len(one.concepts) > 1, "three words": len(one.concepts) > 2,
        "prepositions": bool(one.words) and one.words <= view.words, "other prepositions": bool(one.words - view.words),
        "a rule for pairs": one.pattern.rule.body.paired or one.pattern.rule.body.between,
    }  # fmt: skip


def of_tree(view: View, at: int, one: Wording) -> dict[str, float]:
    """Where the words stand in the tree, and whether they stand together."""
    grammar, row = view.grammar, view.row
    others = places(row, at, one)
    above = grammar.above(at)[:_UP]
    deep = depth(at, grammar)
    return {
        "together": any(at in grammar.above(other)[:_UP] or other in above for other in others),
        "far apart": bool(others) and min(abs(other - at) for other in others) > _FAR,
        "part of speech": grammar.is_verb(at) == one.is_verb,
        "finite": one.is_verb and bool(FINITE & set(row[at].concepts[one.anchor][0])),
        "depth": min(deep, _DEEP), "main clause": not deep,
        "words of another": view.is_taken(at), "in a name": row[at].capital and at > 0,
    }  # fmt: skip


def of_roles(view: View, at: int, roles: Roles) -> dict[str, float]:
    """Whether the tree has somebody for each side."""
    near = any(abs(index - at) <= _NEAR for index in view.acting)
    told = map(bool, (roles.acting, roles.owning, roles.undergoing, roles.beside, roles.strange, near))
    return dict(zip(ROLES, told, strict=True))


def places(row: Sequence[Item], at: int, one: Wording) -> list[int]:
    """Where the other words of a wording stand."""
    others = one.concepts - {one.anchor}
    return [index for index, item in enumerate(row) if index != at and not others.isdisjoint(item.concepts)]


def key_of_word(one: Wording, item: Item) -> str:
    """By what a word is counted with what it may say."""
    return " ".join((*one.sort, f"'{item.lower}"))


def numbers(signs: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Several groups of signs as one, as numbers; those that are 0 weigh nothing and are left out."""
    return {name: float(value) for group in signs for name, value in group.items() if value}
