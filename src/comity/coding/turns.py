"""Amounts listed one after another, each with its own date or measure: `2, 3 and 5 million in 1950, 1951 and 1952`.

Of what was coded of one of them, each is told with the date or the measure whose turn it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from comity.coding.items import Item
from comity.mentions import DateWords, Draft, Mention, Quantity
from comity.model import Span

KIND = "figure"
_JOINING = frozenset({",", "and", "or", "then", "in", "&"})
_AGAINST = frozenset({"against", "with", "to", "from", "versus", "than", "and", ";"})
_IN_TURN = frozenset({"respectively", "severally"})
_OPPOSITE = {"fig-exports": "exports", "fig-imports": "imports"}
"""What is measured, by the concept of its noun."""
_NEAR = 3
"""Items between the last amount of a list and its one date."""

Run = tuple[int, ...]
"""Where the members of a list stand."""


def by_turns(row: Sequence[Item], told: Sequence[Draft]) -> list[Draft]:
    """The drafts, where amounts are listed each with its own date or measure; the others as they are."""
    for run in _runs(row, _amount_of):
        if not any(row[at].actors for at in run[:-1]):
            told = _carried(row, run, told)
            told = _both_ways(row, run, told) or _dated(row, run, told) or _measured(row, run, told) or told
    return list(told)


def _carried(row: Sequence[Item], run: Run, told: Sequence[Draft]) -> Sequence[Draft]:
    """With what was coded of exports before, told of the imports whose amounts follow, or the other way round."""
    nouns = [name for item in row[max(0, run[0] - _NEAR) : run[0]] for name in _OPPOSITE if name in item.concepts]
    if len(nouns) != 1 or any(_place(row, draft) in run for draft in told):
        return told
    before = [draft for draft in told if draft.fixed.get("measure") in _OPPOSITE.values() and 0 <= _place(row, draft) < run[0]]
    last = max(before, key=lambda draft: _place(row, draft), default=None)
    if last is None or last.fixed.get("measure") == _OPPOSITE[nouns[0]]:
        return told
    return [*told, _again(row, _turned(last, _OPPOSITE[nouns[0]]), run[0], None)]


def _dated(row: Sequence[Item], run: Run, told: Sequence[Draft]) -> list[Draft]:
    """As many amounts as dates: each is told with its own; nothing where they are not so listed."""
    days = _days(row, run)
    mine = [draft for draft in told if draft.kind == KIND and _place(row, draft) in run]
    if not days or not mine:
        return []
    mine = [draft for draft in mine if _sort(draft) == _sort(mine[0])][:1]
    rest = [draft for draft in told if draft.kind != KIND or _place(row, draft) not in run]
    return [*rest, *(_again(row, mine[0], at, day) for at, day in zip(run, days, strict=True))]


def _days(row: Sequence[Item], run: Run) -> list[Mention]:
    """The dates of a list of amounts: those of a list as long, or each of its own of as many amounts before."""
    lists = [each for each in _runs(row, _date_of) if len(each) == len(run)]
    if not lists and len(run) == 2 and (two := next(filter(None, map(_two_years, row)), None)):
        return list(two)
    if lists:
        nearest = min(lists, key=lambda each: min(abs(each[0] - run[-1]), abs(run[0] - each[-1])))
        return [date for at in nearest if (date := row[at].date)]
    before = [index for index in range(run[0]) if _amount_of(row[index])][-len(run) :]
    if len(before) < len(run) or not any(item.lower in _IN_TURN for item in row[run[-1] :]):
        return []
    own = [date for index in before for item in row[index + 1 : index + 3] if (date := item.date)]
    return own if len(own) == len(run) else []


def _both_ways(row: Sequence[Item], run: Run, told: Sequence[Draft]) -> list[Draft]:
    """Exports and imports named together, and the amounts of both after them, in the same order."""
    first = {name: next((at for at in range(run[0]) if name in row[at].concepts), -1) for name in _OPPOSITE}
    one, other = sorted(first, key=lambda name: first[name])
    base = next((draft for draft in told if _place(row, draft) in run and draft.fixed.get("measure") in _OPPOSITE.values()), None)
    named = range(first[one], first[other]) if first[one] >= 0 else range(0)
    if base is None or len(run) != 2 or not 0 < len(named) <= _NEAR + 1 or any(_amount_of(row[at]) for at in range(run[0])):
        return []
    if not any(row[at].lower in ("and", "/", "&") for at in named):
        return []
    rest = [draft for draft in told if draft.kind != KIND or _place(row, draft) not in run]
    when = next(iter(base.slots.get("when", ())), None)
    return [
        *rest,
        *(_again(row, _turned(base, _OPPOSITE[name]), at, when) for name, at in zip((one, other), run, strict=True)),
    ]


def _turned(draft: Draft, measure: str) -> Draft:
    """What was coded of exports, of imports, or the other way; who sells to the one buys from him."""
    if draft.fixed.get("measure") == measure:
        return draft
    sides = {"from": draft.slots.get("to", ()), "to": draft.slots.get("from", ())}
    rest = {name: mentions for name, mentions in draft.slots.items() if name not in sides}
    slots = {**rest, **{name: mentions for name, mentions in sides.items() if mentions}}
    return replace(draft, fixed={**draft.fixed, "measure": measure}, slots=slots)


def _two_years(item: Item) -> tuple[Mention, Mention] | None:
    """Two years that one date names: in 2012 and 2013."""
    words = item.date.value if item.date else None
    if item.date is None or not isinstance(words, DateWords) or " and " not in item.lower or words.role not in ("in", "during"):
        return None
    one, _, other = words.edtf.partition("/")
    span = item.date.span
    first = Mention("date", Span(span.start, span.start + item.lower.index(" and ")), replace(words, edtf=one))
    second = Mention("date", Span(span.end - len(other), span.end), replace(words, edtf=other))
    return (first, second) if one.isdecimal() and other.isdecimal() else None


def _measured(row: Sequence[Item], run: Run, told: Sequence[Draft]) -> list[Draft]:
    """Two amounts set against two of two measures: exports of $5 million and imports of 3, against $4 million and $2 million."""
    before = [index for index in range(run[0]) if _amount_of(row[index])][-len(run) :]
    ahead = [item for item in row[max(0, run[0] - _NEAR) : run[0]] if not item.quantity]
    led = [item.lower for item in ahead if not item.date and item.lower != ","][-1:]
    if len(run) != 2 or len(before) != 2 or not _AGAINST.issuperset(led) or before[1] - before[0] < 2:
        return []
    first = [next((draft for draft in told if draft.kind == KIND and _place(row, draft) == at), None) for at in before]
    one, other = first
    if one is None or other is None or _sort(one) == _sort(other) or not _are_alike(row, (*before, *run)):
        return []
    day = next((item.date for item in (*row[run[-1] + 1 : run[-1] + 1 + _NEAR], *ahead) if item.date), None)
    rest = [draft for draft in told if draft.kind != KIND or _place(row, draft) not in run]
    return [*rest, _again(row, one, run[0], day), _again(row, other, run[1], day)]


def _again(row: Sequence[Item], draft: Draft, at: int, day: Mention | None) -> Draft:
    own = row[at].quantity
    slots = {name: mentions for name, mentions in draft.slots.items() if name != "when"} | ({"value": (own,)} if own else {})
    return replace(draft, slots=slots | ({"when": (day,)} if day else {}), trigger=row[at].span, ways={})


def _runs(row: Sequence[Item], member: Callable[[Item], object]) -> Iterator[Run]:
    """The lists of two or more of a sort: nothing stands between them but commas and "and"."""
    run: list[int] = []
    for index, item in enumerate(row):
        if member(item) and not (run and all(each.lower == "in" for each in row[run[-1] + 1 : index])):
            run.append(index)
        elif item.lower not in _JOINING:
            yield from [tuple(run)] if len(run) > 1 else []
            run = []
    yield from [tuple(run)] if len(run) > 1 else []


def _amount_of(item: Item) -> Quantity | None:
    value = item.quantity.value if item.quantity else None
    return value if isinstance(value, Quantity) else None


def _date_of(item: Item) -> Mention | None:
    return item.date


def _are_alike(row: Sequence[Item], places: Sequence[int]) -> bool:
    return len({amount.unit for at in places if (amount := _amount_of(row[at]))}) == 1


def _place(row: Sequence[Item], draft: Draft) -> int:
    """Where the amount of a draft stands; -1 where it has none."""
    values = draft.slots.get("value", ())
    return next((index for index, item in enumerate(row) if item.quantity and item.quantity in values), -1)


def _sort(draft: Draft) -> tuple[object, ...]:
    return draft.fixed.get("measure"), draft.slots.get("from"), draft.slots.get("to")
