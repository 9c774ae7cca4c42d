"""Acts told without their verb: `Chile did the same`, `as did Chile`; `Soto came in 2002, and Rey in 2007`.

What was coded before stands again, with who acts here and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.coding.coordination import how
from comity.coding.items import Item
from comity.coding.rules import Rules
from comity.mentions import Draft, How, Mention, PersonName, state_of
from comity.model import Span

SAME = tuple(
    tuple(words.split())
    for words in (
        "did the same", "does the same", "do the same", "done the same", "doing the same", "did likewise", "does likewise",
        "do likewise", "acted likewise",
        "done likewise", "followed suit", "follows suit", "following suit", "followed its example",
        "followed the example", "did so too", "did so", "did too",
    )
)  # fmt: skip
DID = frozenset(words[0] for words in SAME)
INVERTED = (
    ("so", "did"),
    ("as", "did"),
    ("so", "has"),
    ("as", "has"),
    ("as", "had"),
    ("so", "had"),
    ("as", "have"),
    ("so", "have"),
)
BETWEEN = frozenset({"adverb", "auxiliary"})
LED = frozenset({"and", ",", ";", "while", "whereas", "but"})
CLOSED = frozenset({".", ";", ",", "and", "but", ")"})
THITHER = frozenset({"in", "to", "from", "with", "of", "on", "by", "against", "into", "at", "over", "for"})
"""What stands before each of several to whom the same was done."""
KINDS = frozenset({"event", "status", "membership"})


def without_verb(row: Sequence[Item], own: Sequence[Draft], before: Sequence[Draft], rules: Rules) -> Iterator[Draft]:
    """The drafts that a sentence repeats of its own, or of the sentence before, for somebody else."""
    for at, item in enumerate(row):
        if not _acts(item):
            continue
        if span := _does_the_same(row, at):
            earlier = [draft for draft in own if draft.trigger.end <= item.span.start] or (list(before) if at < 4 else [])
            for draft in earlier:
                if draft.kind in KINDS and (again := _again(draft, item.actors, _date_near(row, at, span), rules)):
                    yield replace(again, evidence=row[0].span.join(row[-1].span), trigger=span)
        elif date := _gap(row, at):
            for draft in own:
                if name := _undergoes_gap(row, draft, at, rules):
                    told = {field: mentions for field, mentions in draft.slots.items() if field not in ("place", "city")}
                    slots = {**told, name: item.actors, "when": (date,)}
                    yield replace(draft, slots=slots, trigger=item.span.join(date.span), ways={})
                elif (
                    not any(_undergoes_gap(row, other, at, rules) for other in own)
                    and _gives_gap(row, draft, at, rules)
                    and (again := _again(draft, item.actors, date, rules))
                ):
                    yield replace(again, trigger=item.span.join(date.span))


def _acts(item: Item) -> bool:
    return bool(item.actors) and not item.adjective and not item.owner and how(item.actors[0]) not in (How.ITS, How.CAPITAL)


def _does_the_same(row: Sequence[Item], at: int) -> Span | None:
    """Where it is said of one who acts that he did the same, before him or behind."""
    if (
        at >= 2
        and (row[at - 2].lower, row[at - 1].lower) in INVERTED
        and (at + 1 == len(row) or row[at + 1].lower in CLOSED or row[at + 1].date)
    ):
        return row[at - 2].span.join(row[at].span)
    start = at + 1
    while (
        start < len(row)
        and (row[start].tag in BETWEEN or row[start].date)
        and row[start].lower not in ("did", "so", "does", "do")
    ):
        start += 1
    for words in SAME if start < len(row) and row[start].lower in DID else ():
        end = start + len(words)
        if tuple(item.lower for item in row[start:end]) == words and (end == len(row) or len(words) > 2 or _is_closed(row[end])):
            return row[at].span.join(row[end - 1].span)
    return None


def _is_closed(item: Item) -> bool:
    return item.lower in CLOSED or item.date is not None or item.tag in ("preposition", "adverb")


def _date_near(row: Sequence[Item], at: int, span: Span) -> Mention | None:
    """The date of the repetition: between who does it and the end of the clause."""
    for item in row[at:]:
        if item.lower in (";", "."):
            return None
        if item.date and item.span.end >= span.start:
            return item.date
    return None


def _gap(row: Sequence[Item], at: int) -> Mention | None:
    """The date that stands behind one who acts where no verb does: and Rey, then president, in 2007."""
    before = _before(row, at)
    if at < 3 or row[before - 1 if row[before].lower in THITHER else before].lower not in LED:
        return None
    end = at + 1
    if (bracketed := _date_beside(row, at)) and row[end].lower == "(":
        return bracketed if end + 3 == len(row) or row[end + 3].lower in CLOSED else None
    if end < len(row) and row[end].lower == ",":
        closing = next((index for index in range(end + 1, min(len(row), end + 6)) if row[index].lower == ","), None)
        if closing is None or any(item.date or item.tag in ("auxiliary", "relative") for item in row[end:closing]):
            return None
        end = closing + 1
    while end < len(row) and row[end].tag == "adverb":
        end += 1
    if end >= len(row) or (date := row[end].date) is None:
        return None
    return date if end + 1 == len(row) or row[end + 1].lower in CLOSED else None


def _before(row: Sequence[Item], at: int) -> int:
    """Where the item before a name and its article stands."""
    return at - 2 if at > 1 and row[at - 1].lower == "the" else at - 1


def _gives_gap(row: Sequence[Item], draft: Draft, at: int, rules: Rules) -> bool:
    """Does a dated act of one like him, to nobody with whom he could be confused, stand before him?"""
    sides = rules.kinds[draft.kind].sides
    acting, others = draft.slots.get(sides[0], ()), draft.slots.get(sides[-1], ())
    if draft.kind != "event" or not acting or not _is_dated_before(draft, row[at]) or row[_before(row, at)].lower in THITHER:
        return False
    alike = _is_person(acting[0]) == _is_person(row[at].actors[0])
    return alike and not any(_is_person(other) == _is_person(acting[0]) for other in others)


def _undergoes_gap(row: Sequence[Item], draft: Draft, at: int, rules: Rules) -> str:
    """The side of a dated act whose one state another, named in the same way, now takes: saw Peru in May and Chile in June."""
    if draft.kind not in (*KINDS, "mission") or not _is_dated_before(draft, row[at]) or not _is_state(row[at]):
        return ""
    for name in reversed([name for name, body in rules.kinds[draft.kind].fields.items() if body.holds_actors]):
        others = draft.slots.get(name, ())
        first = next((index for index, item in enumerate(row) if len(others) == 1 and others[0] in item.actors), at)
        if first >= at or not _is_state(row[first]) or others[0].span.start < draft.trigger.start:
            continue
        led = [row[_before(row, index)].lower for index in (first, at)]
        one, other = (word if word in THITHER else "" for word in led)
        beside = _date_beside(row, first)
        dated = beside or next((item.date for item in row[first + 1 :] if item.date), None)
        if dated in draft.slots.get("when", ()) and (other == one or (not other and beside is not None)):
            return name
    return ""


def _is_state(item: Item) -> bool:
    return len(item.actors) == 1 and how(item.actors[0]) is How.NAME


def _date_beside(row: Sequence[Item], at: int) -> Mention | None:
    """The date right behind a name, or in brackets behind it."""
    after = [item.lower for item in row[at + 1 : at + 4]]
    place = at + 2 if after[:1] == ["("] and after[2:] == [")"] else at + 1
    return row[place].date if place < len(row) else None


def _is_dated_before(draft: Draft, item: Item) -> bool:
    dated = any(mention.span.end <= item.span.start for mention in draft.slots.get("when", ()))
    return dated and draft.trigger.end <= item.span.start


def _is_person(mention: Mention) -> bool:
    return isinstance(mention.value, PersonName)


def _again(draft: Draft, acting: tuple[Mention, ...], date: Mention | None, rules: Rules) -> Draft | None:
    """An act by somebody else; to the one who did it first, where it was done to him who does it now."""
    sides = rules.kinds[draft.kind].sides
    first = draft.slots.get(sides[0], ())
    if not first or len(sides) != 2 or {*map(state_of, first)} & ({*map(state_of, acting)} - {""}):
        return None
    slots = {name: mentions for name, mentions in draft.slots.items() if name != "when"}
    slots[sides[0]] = acting
    if {*map(state_of, slots.get(sides[1], ()))} & {*map(state_of, acting)} - {""}:
        slots[sides[1]] = first
    return replace(draft, slots=slots | ({"when": (date,)} if date else {}), ways={})
