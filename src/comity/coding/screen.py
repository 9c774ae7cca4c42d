"""Which plans a sentence has the words and mentions for, whatever its grammar: a test so cheap that it comes before any search.

No plan stands without each of its concepts and words, nor without a mention of its own for each of its slots. Their order and
the tree decide the rest. What many plans need alike is tested once a sentence.

>>> from comity.coding.items import Item
>>> from comity.coding.rules import rules
>>> from comity.coding.slots import Filler
>>> from comity.gazetteer import actors
>>> from comity.model import Span
>>> known = rules()
>>> needs = Needs(frozenset({"visit"}), frozenset({"to"}), ())
>>> row = (Item(Span(0, 7), "visited", "word", concepts={"visit": ("d", 0)}), Item(Span(8, 10), "to", "preposition"))
>>> [Screen(row[:end], Filler(actors(), known.lexicon)).lets(needs) for end in (1, 2)]
[False, True]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from comity.coding.items import Item
from comity.coding.patterns import Element, Named, Slot, Word
from comity.coding.rules import Rule
from comity.coding.slots import Filler, points
from comity.mentions import Mention
from comity.model import Span


@dataclass(frozen=True, eq=False, slots=True)
class Wanted:
    """A slot that some plans need filled, in any form; the rule stands for all rules of its kind."""

    rule: Rule
    slot: Slot


@dataclass(frozen=True, eq=False, slots=True)
class Needs:
    """What a plan cannot stand without. Plans that need the same share one, so that the answer is found by identity."""

    concepts: frozenset[str]
    words: frozenset[str]
    slots: tuple[Wanted, ...]


NOTHING = Needs(frozenset(), frozenset(), ())


class NeedsTable:
    """Each set of needs once."""

    def __init__(self) -> None:
        self._wanted: dict[tuple[str, Slot], Wanted] = {}
        self._needs: dict[tuple[frozenset[str], frozenset[str], frozenset[Wanted]], Needs] = {}

    def of(self, rule: Rule, elements: Iterable[Element]) -> Needs:
        """What a plan of a rule needs that has to find all of these elements."""
        found = list(elements)
        concepts = frozenset(element.concept for element in found if isinstance(element, Named))
        words = frozenset(element.text for element in found if isinstance(element, Word))
        slots = tuple(self._one(rule, element) for element in found if isinstance(element, Slot))
        return self._needs.setdefault((concepts, words, frozenset(slots)), Needs(concepts, words, slots))

    def _one(self, rule: Rule, slot: Slot) -> Wanted:
        loose = replace(slot, belongs=True)
        return self._wanted.setdefault((rule.kind_name, loose), Wanted(rule, loose))


@dataclass(frozen=True, slots=True)
class _Filling:
    """What could fill a slot somewhere in the sentence."""

    spans: frozenset[Span] = frozenset()
    value: bool = False
    """Words of the lexicon give the field its value."""
    several: bool = True
    """There are enough for all fields of the slot."""


class Screen:
    """The words and mentions of one sentence, asked for what plans need."""

    def __init__(self, items: Sequence[Item], filler: Filler) -> None:
        self._items, self._filler = items, filler
        self._concepts = {concept for item in items for concept in item.concepts}
        self._words = {item.lower for item in items}
        self._fillings: dict[Wanted, _Filling] = {}
        self._answers: dict[Needs, bool] = {}

    def lets(self, needs: Needs) -> bool:
        """May a plan that needs this stand in the sentence?"""
        answer = self._answers.get(needs)
        if answer is None:
            named = needs.concepts <= self._concepts and needs.words <= self._words
            answer = self._answers[needs] = named and self._has_fillings(needs.slots)
        return answer

    def _has_fillings(self, wanted: Sequence[Wanted]) -> bool:
        """Is there something for each slot, and a mention of its own for each of those that mentions fill?"""
        fields: set[str] = set()
        spans: set[Span] = set()
        filled = 0
        for each in wanted:
            filling = self._filling(each)
            if not filling.several or not (filling.spans or filling.value):
                return False
            if not filling.value and fields.isdisjoint(each.slot.fields):
                filled += 1
                spans |= filling.spans
            fields.update(each.slot.fields)
        return filled <= len(spans)

    def _filling(self, wanted: Wanted) -> _Filling:
        if wanted not in self._fillings:
            self._fillings[wanted] = self._found(wanted)
        return self._fillings[wanted]

    def _found(self, wanted: Wanted) -> _Filling:
        one = replace(wanted.slot, fields=wanted.slot.fields[:1])
        fills = [self._filler.fill(wanted.rule, one, self._items, index) for index in self._places(wanted)]
        values = [value for fill in fills if fill for value in fill[1]]
        mentions: list[Mention] = [mention for value in values if isinstance(value, tuple) for mention in value]
        spans = frozenset(mention.span for mention in mentions)
        several = len(wanted.slot.fields) == 1 or len(spans) > 1 or any(map(points, mentions))
        return _Filling(spans, any(isinstance(value, str) for value in values), several)

    def _places(self, wanted: Wanted) -> Sequence[int]:
        field = wanted.rule.kind.fields[wanted.slot.fields[0]]
        if field.holds_actors:
            return self._named
        if field.one_of:
            return self._valued
        return range(len(self._items))

    @cached_property
    def _named(self) -> Sequence[int]:
        return [index for index, item in enumerate(self._items) if item.actors or item.place]

    @cached_property
    def _valued(self) -> Sequence[int]:
        return [index for index, item in enumerate(self._items) if item.actors or any("=" in name for name in item.concepts)]
