"""Lines of lists, tables and infoboxes: patterns that must take in the whole line, with what stands over it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from comity.coding.dating import listed
from comity.coding.drafting import parted
from comity.coding.items import Item
from comity.coding.patterns import WHEN, Element, Flat, Gap, Named, Slot, Word
from comity.coding.rules import Pattern, Rules
from comity.coding.slots import Fill, Filled, Filler
from comity.coding.towns import CITY
from comity.mentions import Draft, Mention
from comity.model import Block, BlockKind, Span

SKIPPED = frozenset({"determiner", "sign", "adverb"})
TELLING = frozenset({"auxiliary", "being", "relative", "subordinator"})
"""What stands in sentences, and not in names."""
DENYING = frozenset({"not", "no", "nor", "never", "without", "former", "formerly", "other"})
_BEHIND_NAME = frozenset("(,:;–—-")
_ABOUT = frozenset({"on", "over", "about", "against", "for", "from"})
"""Talks on a treaty, and the call for one, are none."""


@dataclass(frozen=True, slots=True)
class LineMatch:
    """A pattern that takes in a whole line, and what fills its slots."""

    pattern: Pattern
    filled: Mapping[str, Filled]


@dataclass(frozen=True, eq=False, slots=True)
class _Form:
    """A form of a pattern, with what a line cannot satisfy it without."""

    pattern: Pattern
    elements: Flat
    concepts: frozenset[str]
    words: frozenset[str]
    dated: bool

    def may_stand(self, items: _Seen) -> bool:
        """Has the line the words and the date?"""
        return self.concepts <= items.concepts and self.words <= items.words and (items.dated or not self.dated)


@dataclass(frozen=True, eq=False, slots=True)
class _Seen:
    """What a line holds."""

    concepts: Set[str]
    words: Set[str]
    dated: bool


class Leads:
    """Knows what leads in the lines of each list of a document: words of its headings, and of a sentence that ends in a colon."""

    def __init__(self) -> None:
        self._headings: dict[Span, Set[str] | None] = {}
        self._last: Set[str] | None = frozenset()

    def over(self, block: Block) -> Set[str]:
        """The concepts of what leads in the list of which a block is a line; none, where they are denied."""
        told = [self._last, *(self._headings.get(span, frozenset()) for span in block.headings)]
        return frozenset().union(*(one for one in told if one)) if None not in told else frozenset()

    def read(self, block: Block, text: str, items: Sequence[Item]) -> None:
        """Take note of a block that is no line of a list."""
        denied = any(item.lower in DENYING for item in items)
        concepts = None if denied else frozenset(concept for item in items for concept in item.concepts)
        if block.kind is BlockKind.HEADING:
            self._headings[block.span], self._last = concepts, frozenset()
        else:
            self._last = concepts if text.rstrip().endswith(":") else frozenset()


@lru_cache(maxsize=8)
def _forms(rules: Rules) -> tuple[_Form, ...]:
    """All forms of patterns for lines, in their order."""
    return tuple(
        _Form(
            pattern, form,
            frozenset(each.concept for each in form if isinstance(each, Named)),
            frozenset(_unnumbered(each.text) for each in form if isinstance(each, Word)),
            any(isinstance(each, Slot) and each.fields == (WHEN,) for each in form),
        )
        for pattern in rules.for_lines for form in pattern.forms
    )  # fmt: skip


def _unnumbered(word: str) -> str:
    """A word without the figures at its end, which number lines of one sort: partner2."""
    return word.rstrip("0123456789")


def sentence_matches(rules: Rules, filler: Filler, items: Sequence[Item]) -> list[LineMatch]:
    """What a sentence of running text says as a line does: Member of the UN since 1971."""
    first = items[0].concepts.keys() if items else ()
    if not _headless(rules).isdisjoint(first):
        return [match for match in line_matches(rules, filler, items) if match.pattern.rule.body.verbless]
    return []


@lru_cache(maxsize=8)
def _headless(rules: Rules) -> Set[str]:
    """The concepts with which such sentences may begin."""
    first = (form.elements[0] for form in _forms(rules) if form.pattern.rule.body.verbless)
    return frozenset(element.concept for element in first if isinstance(element, Named))


def line_matches(rules: Rules, filler: Filler, items: Sequence[Item], led: Set[str] = frozenset()) -> Iterator[LineMatch]:
    """Each rule's first pattern that takes in the line; `led` are the concepts of what stands over it."""
    done: set[str] = set()
    concepts = {concept for item in items for concept in item.concepts}
    seen = _Seen(concepts, {_unnumbered(item.lower) for item in items}, any(item.date for item in items))
    for form in _forms(rules):
        body = form.pattern.rule.body
        fits = (not body.led or body.led in led) and body.unled not in led
        if fits and form.may_stand(seen) and form.pattern.rule.name not in done:
            filled = _whole(form.elements, form.pattern, filler, items)
            if filled is not None:
                done.add(form.pattern.rule.name)
                yield LineMatch(form.pattern, filled)


def drafts_of(match: LineMatch, row: Sequence[Item], span: Span, block: Block, number: int) -> Iterator[Draft]:
    """What a line says, once for each of its dates where that is several acts: Prime Minister Soto (May 1984, June 1990).

    Args:
        match: The pattern that takes in the line.
        row: Its items.
        span: Where it stands.
        block: In which block.
        number: The block's number.
    """
    pattern = match.pattern
    fixed, slots = parted(pattern, match.filled)
    how = {BlockKind.PAIR: "pair", BlockKind.ROW: "table"}.get(block.kind, "list")
    sure = pattern.rule.body.factuality or "asserted"
    days = slots.get(WHEN, ())
    if len(days) == 1 and pattern.rule.kind.dated_each:
        days = tuple(day for day, _ in listed(row, days[0]))
    for own in [{**slots, WHEN: (day,)} for day in days] or [{**slots}]:
        yield Draft(pattern.rule.kind_name, fixed, own, span, span, sure, pattern.name, how, number)


def _whole(form: Flat, pattern: Pattern, filler: Filler, items: Sequence[Item]) -> dict[str, Filled] | None:
    filled: dict[str, Filled] = {}
    at, gap = 0, False
    for element in form:
        if isinstance(element, Gap):
            gap = True
            continue
        step = _find(element, pattern, filler, items, at, gap=gap)
        if step is None:
            return None
        at, values = step
        filled |= values
        gap = False
    rest = list(itertools.takewhile(lambda item: item.lower != ";", items[at:]))
    if form[-1:] == (Slot((CITY,)),):
        rest = list(itertools.dropwhile(_goes_on, rest))
    if gap and WHEN not in filled:
        return filled
    if all(item.tag not in TELLING if gap else item.tag in SKIPPED for item in rest):
        return filled
    return None


def _goes_on(item: Item) -> bool:
    """Does it belong to a list of cities?"""
    return item.lower in (",", "and", "&") or item.place is not None or (item.capital and item.is_word)


def _find(
    element: Element, pattern: Pattern, filler: Filler, items: Sequence[Item], at: int, *, gap: bool
) -> tuple[int, dict[str, Filled]] | None:
    """The next place where an element stands; over determiners and signs only, or over anything after a gap."""
    for index in range(at, len(items)):
        if step := _stands(element, pattern, filler, items, index):
            return step
        if (
            _bars(items[index], strict=at > 0 and isinstance(element, Slot) and element.fields != (WHEN,))
            if gap
            else (items[index].tag not in SKIPPED)
        ):
            return None
    return None


def _bars(item: Item, *, strict: bool) -> bool:
    """May a gap not pass over an item? What follows a date may be described, and not be what somebody does."""
    return item.tag in TELLING or (
        strict and ((item.lower in _ABOUT) or (bool(item.actors) and not item.adjective and not item.is_group))
    )


def _stands(
    element: Element, pattern: Pattern, filler: Filler, items: Sequence[Item], index: int
) -> tuple[int, dict[str, Filled]] | None:
    item = items[index]
    if isinstance(element, Word):
        return (index + 1, {}) if _unnumbered(item.lower) == _unnumbered(element.text) else None
    if isinstance(element, Named):
        found = item.concepts.get(element.concept)
        return (found[1] + 1, {}) if found else None
    if isinstance(element, Slot) and (
        values := filler.fill(pattern.rule, element, items, index) or _name(element, pattern, items, index)
    ):
        return values[0] + 1, dict(zip(element.fields, values[1], strict=True))
    return None


def _name(slot: Slot, pattern: Pattern, items: Sequence[Item], index: int) -> Fill | None:
    """Words with capitals that fill a line, up to a sign or bracket, where a person is wanted: an envoy in an infobox."""
    field = pattern.rule.kind.fields.get(slot.fields[0])
    if field is None or field.type != "person":
        return None
    end = index
    while end < len(items) and items[end].capital and items[end].is_word:
        end += 1
    if end == index or (end < len(items) and items[end].lower not in _BEHIND_NAME):
        return None
    return end - 1, ((Mention("person", items[index].span.join(items[end - 1].span), ""),),)
