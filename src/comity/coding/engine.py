"""Seeks the rules' patterns in a sentence, by mentions and the order of words within the clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from comity.coding.amounts import COUNTS
from comity.coding.grammar import Grammar
from comity.coding.items import FINITE, Item
from comity.coding.plans import Index, Plan, Plans, Voice
from comity.coding.screen import Screen
from comity.coding.search import Search
from comity.coding.slots import Filled, Filler
from comity.coding.state import State
from comity.coding.towns import behind_region
from comity.mentions import code_of

BETWEEN = frozenset({"conjunction", "determiner", "quantity", "adverb", "date"})
"""What may stand between the parts of a list."""

JOINING = frozenset({",", ":", "(", ")", "while", "whereas", "as", "well", "together", "along", "with", "plus"})
DESCRIBING = frozenset({"compound", "amod", "nmod"})
OTHERWISE = frozenset({"auxiliary", "relative", "subordinator"})
CLOSE = 8
ABOUT = frozenset({"of", "on", "for", "concerning", "regarding"})


Candidate: TypeAlias = tuple[int, Plan]
"""A plan, and the item at which its anchor stands."""


@dataclass(frozen=True, slots=True)
class Match:
    """A plan that stands in a sentence: the items from the anchor to the end, and what fills its slots."""

    plan: Plan
    anchor: int
    end: int
    filled: Mapping[str, Filled]
    ways: Mapping[str, str] = field(default_factory=dict)
    first: int | None = None
    """The item with which a further thing of a list begins."""

    @property
    def worth(self) -> tuple[int, int, int]:
        """By which of two matches the better is told: the longer pattern, the more mentions, the closer words."""
        mentions = {mention.span for value in self.filled.values() if isinstance(value, tuple) for mention in value}
        return self.plan.weight, len(mentions), -self.end


class Engine:
    """Matches all plans against the items of one sentence after another."""

    def __init__(self, plans: Plans, filler: Filler) -> None:
        self._plans = plans
        self._filler = filler

    def candidates(self, items: Sequence[Item]) -> list[Candidate]:
        """The plans that may stand in a sentence by the words and mentions in it, each with the place of its anchor."""
        screen = Screen(items, self._filler)
        anchors = self._anchors(screen)
        found: list[Candidate] = []
        for at, item in enumerate(items):
            for concept in item.concepts:
                if plans := anchors.get(concept):
                    found += [(at, plan) for plan in plans]
            for kind in self._filler.mention_kinds(item):
                if index := self._plans.by_mention.get(kind):
                    found += [(at, plan) for plan in _let(index, screen)]
        return found

    def _anchors(self, screen: Screen) -> Mapping[str, Sequence[Plan]]:
        """The plans that may stand in a sentence, by the concept of their anchor."""
        by_concept = self._plans.by_concept
        among = ((concept, _let(by_concept[concept], screen)) for concept in by_concept.keys() & screen.tokens)
        return {concept: plans for concept, plans in among if plans}

    def matches(self, items: Sequence[Item], grammar: Grammar, candidates: Sequence[Candidate]) -> list[Match]:
        """Every plan that stands in the sentence; of the forms of one rule at one anchor, the one that says most."""
        found: dict[tuple[str, int], Match] = {}
        for at, plan in candidates:
            key = (plan.pattern.rule.name, at)
            best = found.get(key)
            if best is None or best.plan.weight <= plan.weight:
                state = Search(plan, items, self._filler, grammar).run(at)
                match = Match(plan, at, state.end, state.filled, state.ways) if state else None
                if match and (best is None or match.worth > best.worth):
                    found[key] = match
        return [each for match in found.values() for each in self._with_further(match, items, grammar)]

    def _with_further(self, match: Match, items: Sequence[Item], grammar: Grammar) -> Iterator[Match]:
        """A match, and what its rule lets stand beside it: further things of the same sort in a list."""
        yield match
        yield from self._ahead(match, items, grammar)
        while step := self._next(match, items, grammar):
            match = step
            yield match

    def _ahead(self, match: Match, items: Sequence[Item], grammar: Grammar) -> Iterator[Match]:
        """The other things to which a passive says it was done: a *pact* and a treaty were signed."""
        forms = [form[0] for form in match.plan.pattern.rule.further if len(form) == 1]
        if match.plan.voice is not Voice.PASSIVE or not forms:
            return
        search = Search(match.plan, items, self._filler, grammar)
        for form in forms:
            places = _undergoing(items, match.anchor, grammar)
            found = [(at, each) for at in places if (each := search.ending_at(form, at, State(at, match.filled)))]
            own = next((at for at, (_, state) in reversed(found) if state.filled == match.filled), None)
            for at, (start, state) in found:
                if at != own:
                    yield Match(match.plan, match.anchor, state.end, state.filled, match.ways, first=start)

    def _next(self, match: Match, items: Sequence[Item], grammar: Grammar) -> Match | None:
        start, search = (behind := behind_region(items, match.end)), Search(match.plan, items, self._filler, grammar)
        while start < len(items) and (
            _binds(items[start]) or _describes(items, start, grammar) or (start == match.end + 1 and is_where(items, start))
        ):
            start += 1
            for form in match.plan.pattern.rule.further:
                state = search.row(form, start, match.filled)
                alike = not any(item.date for item in items[behind:start]) or _is_dated(items, state)
                if state is not None and alike and not _has_own_verb(items, start, state.end, grammar):
                    return Match(match.plan, match.anchor, state.end, state.filled, first=start)
        return None


def _undergoing(items: Sequence[Item], anchor: int, grammar: Grammar) -> Sequence[int]:
    """Where the nouns on a level with each other stand to which it was done; without a tree, all before the one verb."""
    if grammar.is_parsed:
        heads = {one for head in grammar.undergone(anchor) for one in (head, *grammar.kids(head, "conj"))}
        return sorted(at for at in heads if at < anchor)
    start = next((at for at in range(anchor, 0, -1) if items[at - 1].tag != "auxiliary"), anchor)
    alone = not any(item.tag in OTHERWISE or item.lower in (";", ":") or item.verbal(FINITE) for item in items[:start])
    joined = [at for at in range(start) if items[at].lower == "and"]
    return range(start) if alone and len(joined) == 1 else ()


def _binds(item: Item) -> bool:
    return item.tag in BETWEEN or item.lower in JOINING or item.lower.isdigit() or item.lower in COUNTS


def is_where(items: Sequence[Item], at: int) -> bool:
    """Does a state only say where the city before it lies: in Lima, *Peru*, and in Cusco?"""
    place = items[at - 2].place if at > 1 and items[at - 1].lower == "," else None
    return place is not None and any(code_of(mention) == place.value for mention in items[at].actors)


def _describes(items: Sequence[Item], at: int, grammar: Grammar) -> bool:
    """Is it a word before a noun of the list, or one of what it is about: a *green growth* compact *on trade*?"""
    if not at or items[at].lower in ABOUT:
        return bool(at)
    return items[at].is_word and grammar.relation(at) in DESCRIBING and not _binds(items[at])


def _is_dated(items: Sequence[Item], state: State | None) -> bool:
    """Has a thing of the list its own date behind it, as the one before has: a treaty in 1921, a convention in 1927?"""
    behind = list(items[state.end : state.end + CLOSE]) if state else []
    at = next((number for number, item in enumerate(behind) if item.date), -1)
    return at >= 0 and not any(
        item.tag == "auxiliary" or item.verbal(FINITE) for item in [*behind[:at], *behind[at + 1 : at + 2]]
    )


def _has_own_verb(items: Sequence[Item], start: int, end: int, grammar: Grammar) -> bool:
    """Is a thing the subject of a clause of its own: signed a treaty in 1921, and the *convention* expired?"""
    return any(items[at].is_word and grammar.relation(at).startswith("nsubj") for at in range(start, end))


def _let(index: Index, screen: Screen) -> Sequence[Plan]:
    """The plans of an index for which a sentence has the words and mentions."""
    return [plan for plan in index.among(screen.tokens) if screen.lets(plan.needs)]
