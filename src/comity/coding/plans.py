"""A pattern's forms made ready to be sought: in the active, the passive, and as a noun with what belongs to it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter

from comity.coding.items import tags
from comity.coding.patterns import WHEN, Element, Flat, Gap, Named, Slot, Word
from comity.coding.rules import Pattern, Rules
from comity.coding.screen import NOTHING, Needs, NeedsTable


class Voice(StrEnum):
    """How the words around the anchor are to be read."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOUN = "noun"
    PHRASE = "phrase"
    MENTION = "mention"


@dataclass(frozen=True, eq=False)
class Plan:
    """One way in which one form of a pattern can stand in a sentence."""

    pattern: Pattern
    voice: Voice
    before: Flat
    anchor: Element
    after: tuple[Flat, ...]
    """Constituents to the right: the first may be an object, each other begins with a preposition."""
    agent: Slot | None = None
    """In the passive, the field of who acts: after "by", or as owner of the object, or left open."""
    weight: int = 0
    owner_acts: bool = True
    """May the owner of the object be who acts? Not where another pattern of the rule says that it is somebody else."""
    needs: Needs = NOTHING
    """What a sentence must hold for it to stand there."""

    @property
    def required(self) -> Iterator[Element]:
        """The elements of which none may be missing."""
        yield self.anchor
        yield from self.before
        for part in self.after:
            yield from (each for number, each in enumerate(part) if self._is_required(part, number))
        if self.agent and self.voice is Voice.PASSIVE and not self.before:
            yield from (Word("by"), self.agent)

    def _is_required(self, part: Flat, number: int) -> bool:
        """An owner with no noun behind it is passed over, and a genitive may say what "of" says."""
        element, following = part[number], part[number + 1] if number + 1 < len(part) else None
        if isinstance(element, Slot) and element.belongs:
            return isinstance(following, Named | Word) or (isinstance(following, Slot) and not following.belongs)
        return not (self.voice is Voice.NOUN and number == 0 and element == Word("of"))


class Index:
    """The plans of one anchor, found by the rarest word or concept that each needs besides: most are never looked at."""

    def __init__(self, plans: Sequence[Plan], anchor: str, common: Mapping[str, int]) -> None:
        self._alone: list[tuple[int, Plan]] = []
        self._by_token: dict[str, list[tuple[int, Plan]]] = {}
        for number, plan in enumerate(_by_weight(plans)):
            rarest = min(plan.needs.tokens - {anchor}, key=lambda token: (common[token], token), default=None)
            (self._alone if rarest is None else self._by_token.setdefault(rarest, [])).append((number, plan))

    def __iter__(self) -> Iterator[Plan]:
        return (plan for numbered in (self._alone, *self._by_token.values()) for _, plan in numbered)

    def among(self, tokens: Set[str]) -> Sequence[Plan]:
        """The plans that may stand among these words and concepts, in their order."""
        if not self._alone and self._by_token.keys().isdisjoint(tokens):
            return ()
        found = [numbered for token in self._by_token.keys() & tokens for numbered in self._by_token[token]]
        return [plan for _, plan in sorted(self._alone + found, key=itemgetter(0))]


@dataclass(frozen=True, eq=False)
class Plans:
    """All plans, by the concept of their anchor or, without one, by the kind of mention."""

    by_concept: Mapping[str, Index]
    by_mention: Mapping[str, Index]


def compile_plans(rules: Rules) -> Plans:
    """The plans of every pattern for running text."""
    concepts: dict[str, list[Plan]] = {}
    mentions: dict[str, list[Plan]] = {}
    prepositions = frozenset(word for word, tag in tags(rules.lexicon).items() if tag == "preposition")
    owners, needs = _owners(rules), NeedsTable()
    for pattern in rules.patterns:
        if pattern.is_line:
            continue
        for form in pattern.forms:
            for each in _plans(pattern, form, rules, prepositions):
                plan = _with_owner(each, owners)
                plan = replace(plan, needs=needs.of(pattern.rule, plan.required))
                if isinstance(plan.anchor, Named):
                    concepts.setdefault(plan.anchor.concept, []).append(plan)
                elif isinstance(plan.anchor, Slot):
                    mentions.setdefault(_mention_kind(plan), []).append(plan)
    every = itertools.chain(*concepts.values(), *mentions.values())
    common = Counter(token for plan in every for token in plan.needs.tokens)
    return Plans(*({name: Index(plans, name, common) for name, plans in kind.items()} for kind in (concepts, mentions)))


def _by_weight(plans: Sequence[Plan]) -> Sequence[Plan]:
    """The plans of each rule, which stand together, those that say most first: where one stands, lesser ones are not tried."""
    rules = {plan.pattern.rule.name: number for number, plan in enumerate(plans)}
    return sorted(plans, key=lambda plan: (rules[plan.pattern.rule.name], -plan.weight))


def _owners(rules: Rules) -> Mapping[tuple[str, Element], set[str]]:
    """Whose a noun is by the patterns of each rule: the fields that stand as its owner."""
    found: dict[tuple[str, Element], set[str]] = {}
    for pattern in rules.patterns:
        for form in pattern.forms:
            for one, following in itertools.pairwise(form):
                if isinstance(one, Slot) and one.belongs:
                    found.setdefault((pattern.rule.name, following), set()).update(one.fields)
    return found


def _with_owner(plan: Plan, owners: Mapping[tuple[str, Element], set[str]]) -> Plan:
    """The plan, with what the rule's other patterns say of the object's owner."""
    if plan.agent is None:
        return plan
    told = {field for element in plan.before for field in owners.get((plan.pattern.rule.name, element), ())}
    return replace(plan, owner_acts=not told or bool(told & set(plan.agent.fields)))


def _mention_kind(plan: Plan) -> str:
    """By which mentions a plan without any concept is sought."""
    anchor = plan.anchor
    field = plan.pattern.rule.kind.fields[anchor.fields[0]] if isinstance(anchor, Slot) else None
    if field is None:
        return "actor"
    if field.one_of and isinstance(anchor, Slot):
        return f"{plan.pattern.rule.kind_name}.{anchor.fields[0]}"
    return {"person": "person", "number": "quantity"}.get(field.type, "actor")


def _plans(pattern: Pattern, form: Flat, rules: Rules, prepositions: frozenset[str]) -> Iterator[Plan]:
    at = _anchor(form, rules, pattern)
    anchor, before = form[at], form[:at]
    after = _constituents(form[at + 1 :], prepositions)
    weight = len(form) + sum(len(element.fields) - 1 for element in form if isinstance(element, Slot))
    if not isinstance(anchor, Named):
        yield Plan(pattern, Voice.MENTION, before, anchor, after, None, weight)
        return
    if rules.words.parts[anchor.concept] == "phrase":
        yield Plan(pattern, Voice.PHRASE, before, anchor, after, None, weight)
        return
    if rules.words.parts[anchor.concept] != "verb":
        yield Plan(pattern, Voice.NOUN, before, anchor, after, None, weight)
        return
    yield Plan(pattern, Voice.ACTIVE, before, anchor, after, None, weight)
    agent = before[0] if len(before) == 1 and isinstance(before[0], Slot) else None
    if agent and after and not _is_object(after[0], prepositions):
        yield Plan(pattern, Voice.PASSIVE, (), anchor, after, agent, weight)  # whatever it is that was done
    if after and _is_object(after[0], prepositions) and (agent or not before):
        yield Plan(pattern, Voice.PASSIVE, after[0], anchor, after[1:], agent, weight)
    elif after and _is_object(after[0], prepositions) and _is_owned_noun(before):
        yield Plan(pattern, Voice.PASSIVE, after[0], anchor, (*after[1:], (Word("by"), *before)), None, weight)


def _is_owned_noun(elements: Flat) -> bool:
    """Is it somebody's noun, which "by" may bring behind a passive: built by French engineers?"""
    return len(elements) == 2 and isinstance(elements[0], Slot) and elements[0].belongs and isinstance(elements[1], Named)


def _anchor(form: Flat, rules: Rules, pattern: Pattern) -> int:
    """The first verb; else the first concept; else the slot that the rarest mentions fill."""
    named = [at for at, element in enumerate(form) if isinstance(element, Named)]
    verbs = [at for at in named if rules.words.parts[form[at].concept] == "verb"]  # type: ignore[union-attr]
    if verbs or named:
        return (verbs or named)[0]
    fields = pattern.rule.kind.fields
    slots = [
        (at, fields[element.fields[0]])
        for at, element in enumerate(form)
        if isinstance(element, Slot) and element.fields != (WHEN,)
    ]
    ranked = sorted(slots, key=lambda slot: (not slot[1].one_of, slot[1].holds_actors, slot[0]))
    return ranked[0][0] if ranked else 0


def _constituents(elements: Flat, prepositions: frozenset[str]) -> tuple[Flat, ...]:
    """Cut what follows the anchor before each preposition."""
    parts: list[list[Element]] = []
    for element in elements:
        if not parts or isinstance(element, Gap) or (isinstance(element, Word) and element.text in prepositions):
            parts.append([])
        parts[-1].append(element)
    return tuple(tuple(part) for part in parts)


def _is_object(part: Flat, prepositions: frozenset[str]) -> bool:
    first = part[0]
    return not isinstance(first, Gap) and not (isinstance(first, Word) and first.text in prepositions)
