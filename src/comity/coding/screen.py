"""Which plans a sentence has the words and mentions for, whatever its grammar: a test so cheap that it comes before any search.

No plan stands without each of its concepts and words, nor without a mention of its own for each of its slots. Their order and
the tree decide the rest. What many plans need alike is tested once a sentence.

>>> from comity.coding.items import Item
>>> from comity.coding.rules import rules
>>> from comity.coding.slots import Filler
>>> from comity.gazetteer import actors
>>> from comity.model import Span
>>> known = rules()
>>> visit = Needs(frozenset({"visit", word("to")}), ())
>>> row = (Item(Span(0, 7), "visited", "word", concepts={"visit": ("d", 0)}), Item(Span(8, 10), "to", "preposition"))
>>> [Screen(row[:end], Filler(actors(), known.lexicon)).lets(visit) for end in (1, 2)]
[False, True]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from comity.coding.items import Item
from comity.coding.patterns import WHEN, Element, Named, Slot, Word
from comity.coding.rules import Rule
from comity.coding.slots import Filler, points
from comity.coding.towns import CITY, SITED
from comity.mentions import Mention
from comity.model import Span
from comity.schema import Field


def word(text: str) -> str:
    """A word among the names of concepts: no concept is called so."""
    return f"'{text}"


@dataclass(frozen=True, eq=False, slots=True)
class Source:
    """What fills a slot of some sort in any form; the rule stands for all rules, of all kinds, whose slots are of that sort."""

    rule: Rule
    slot: Slot

    @property
    def field(self) -> Field:
        """The field of the rule's kind that the slot fills."""
        return self.rule.kind.fields[self.slot.fields[0]]


@dataclass(frozen=True, eq=False, slots=True)
class Wanted:
    """A slot that a plan needs filled: its fields, and from what."""

    fields: tuple[str, ...]
    source: Source


@dataclass(frozen=True, eq=False, slots=True)
class Needs:
    """What a plan cannot stand without. Plans that need the same share one, so that the answer is found by identity."""

    tokens: frozenset[str]
    """Concepts and words."""
    slots: tuple[Wanted, ...]


NOTHING = Needs(frozenset(), ())


class NeedsTable:
    """Each set of needs once."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, ...], Source] = {}
        self._needs: dict[tuple[object, ...], Needs] = {}

    def of(self, rule: Rule, elements: Iterable[Element]) -> Needs:
        """What a plan of a rule needs that has to find all of these elements."""
        found = list(elements)
        concepts = (element.concept for element in found if isinstance(element, Named))
        tokens = frozenset((*concepts, *(word(element.text) for element in found if isinstance(element, Word))))
        sought = (element for element in found if isinstance(element, Slot) and element.fields != (WHEN,))
        slots = [Wanted(element.fields, self._source(rule, element)) for element in sought]
        slots.sort(key=lambda each: not each.source.field.holds_actors)  # most sentences without any are told by these
        key = (tokens, *((each.fields, each.source) for each in slots))
        return self._needs.setdefault(key, Needs(tokens, tuple(slots)))

    def _source(self, rule: Rule, slot: Slot) -> Source:
        source = Source(rule, Slot(slot.fields[:1], slot.filter, belongs=True))
        field = source.field
        sort = (field.type, field.or_place) if field.holds_actors else (rule.kind_name, slot.fields[0])
        return self._sources.setdefault((*sort, slot.filter), source)


@dataclass(frozen=True, slots=True)
class _Filling:
    """What could fill a slot somewhere in the sentence."""

    spans: frozenset[Span] = frozenset()
    value: bool = False
    """Words of the lexicon give the field its value."""
    several: bool = True
    """There are two, or words for more than one."""


NOBODY = _Filling()


class Screen:
    """The words and mentions of one sentence, asked for what plans need."""

    def __init__(self, items: Sequence[Item], filler: Filler) -> None:
        self._items, self._filler = items, filler
        self.tokens = {concept for item in items for concept in item.concepts} | {word(item.lower) for item in items}
        self._fillings: dict[Source, _Filling] = {}
        self._answers: dict[Needs, bool] = {}

    def lets(self, needs: Needs) -> bool:
        """May a plan that needs this stand in the sentence?"""
        if not needs.tokens <= self.tokens:
            return False
        if not needs.slots:
            return True
        answer = self._answers.get(needs)
        if answer is None:
            answer = self._answers[needs] = self._has_fillings(needs.slots)
        return answer

    def _has_fillings(self, wanted: Sequence[Wanted]) -> bool:
        """Is there something for each slot, and a mention of its own for each of those that mentions fill?"""
        fields: set[str] = set()
        spans: set[Span] = set()
        filled = 0
        for each in wanted:
            filling = self._filling(each.source)
            if not (filling.spans or filling.value) or (len(each.fields) > 1 and not filling.several):
                return False
            if not filling.value and fields.isdisjoint(each.fields):
                filled += 1
                spans |= filling.spans
            fields.update(each.fields)
        return filled <= len(spans)

    def _filling(self, source: Source) -> _Filling:
        found = self._fillings.get(source)
        if found is None:
            found = self._fillings[source] = self._found(source)
        return found

    def _found(self, source: Source) -> _Filling:
        places = self._places(source)
        if not places:
            return NOBODY
        fills = [self._filler.fill(source.rule, source.slot, self._items, index) for index in places]
        values = [value for fill in fills if fill for value in fill[1]]
        mentions: list[Mention] = [mention for value in values if isinstance(value, tuple) for mention in value]
        spans = frozenset(mention.span for mention in mentions)
        several = len(spans) > 1 or any(map(points, mentions))
        return _Filling(spans, any(isinstance(value, str) for value in values), several)

    def _places(self, source: Source) -> Sequence[int]:
        """The items that may fill a slot, by what can be seen at once."""
        field = source.field
        if field.holds_actors:
            return self._sited if field.or_place == CITY else self._acting
        if field.one_of:
            told = self._values.get(f"{source.rule.kind_name}.{source.slot.fields[0]}", ())
            return (*self._acting, *told) if source.slot.fields[0] == "office" else told
        if field.type == "person":
            return self._acting
        return self._counted if field.type == "number" else range(len(self._items))

    @cached_property
    def _acting(self) -> Sequence[int]:
        return [index for index, item in enumerate(self._items) if item.actors or item.place]

    @cached_property
    def _sited(self) -> Sequence[int]:
        """Who acts, and where towns may be told of that nobody knows."""
        led = (index for index, item in enumerate(self._items) if index and self._items[index - 1].lower in SITED)
        return sorted({*self._acting, *(index for index in led if self._items[index].capital)})

    @cached_property
    def _counted(self) -> Sequence[int]:
        return [index for index, item in enumerate(self._items) if item.quantity]

    @cached_property
    def _values(self) -> Mapping[str, Sequence[int]]:
        """Where words stand that give a field of a kind its value: `mission.type`."""
        found: dict[str, list[int]] = {}
        for index, item in enumerate(self._items):
            for concept in item.concepts:
                if "=" in concept:
                    found.setdefault(concept.partition("=")[0], []).append(index)
        return found
