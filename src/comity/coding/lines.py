"""Lines of lists, tables and infoboxes: patterns that must take in the whole line, with what stands over it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from comity.coding.items import Item
from comity.coding.patterns import WHEN, Element, Flat, Gap, Named, Slot, Word
from comity.coding.rules import Pattern, Rules
from comity.coding.slots import Fill, Filled, Filler
from comity.mentions import Mention

SKIPPED = frozenset({"determiner", "sign", "adverb"})
TELLING = frozenset({"auxiliary", "being", "relative", "subordinator"})
"""What stands in sentences, and not in names."""
_ABOUT = frozenset({"on", "over", "about", "against", "for", "from"})
"""Talks on a treaty, and the call for one, are none."""


@dataclass(frozen=True, slots=True)
class LineMatch:
    """A pattern that takes in a whole line, and what fills its slots."""

    pattern: Pattern
    filled: Mapping[str, Filled]


def line_matches(rules: Rules, filler: Filler, items: Sequence[Item]) -> Iterator[LineMatch]:
    """Each rule's first pattern that takes in the line."""
    done: set[str] = set()
    for pattern in rules.for_lines:
        if pattern.rule.name in done:
            continue
        for form in pattern.forms:
            filled = _whole(form, pattern, filler, items)
            if filled is not None:
                done.add(pattern.rule.name)
                yield LineMatch(pattern, filled)
                break


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
    if gap and WHEN not in filled:
        return filled
    if all(item.tag not in TELLING if gap else item.tag in SKIPPED for item in rest):
        return filled
    return None


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
        return (index + 1, {}) if item.lower.rstrip("0123456789") == element.text.rstrip("0123456789") else None
    if isinstance(element, Named):
        found = item.concepts.get(element.concept)
        return (found[1] + 1, {}) if found else None
    if isinstance(element, Slot) and (
        values := filler.fill(pattern.rule, element, items, index) or _name(element, pattern, items, index)
    ):
        return values[0] + 1, dict(zip(element.fields, values[1], strict=True))
    return None


def _name(slot: Slot, pattern: Pattern, items: Sequence[Item], index: int) -> Fill | None:
    """Words with capitals that fill a whole line where a person is wanted: the name of an envoy in an infobox."""
    field = pattern.rule.kind.fields.get(slot.fields[0])
    if field is None or field.type != "person":
        return None
    end = index
    while end < len(items) and items[end].capital and items[end].is_word:
        end += 1
    if end == index or end < len(items):
        return None
    return end - 1, ((Mention("person", items[index].span.join(items[end - 1].span), ""),),)
