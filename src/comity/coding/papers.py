"""Further papers in a list, each with its own date: treaties with Chile in 1901 and Peru in 1903; on tea (1961) and salt (1972).

What was coded of the first stands again with the partner, the sort and the date of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.coding.coordination import how
from comity.coding.items import Item
from comity.coding.rules import Rules
from comity.coding.stages import with_stages
from comity.mentions import Draft, How, Mention
from comity.model import Value
from comity.triggers import PLURAL

LINKS = frozenset({",", ";", "and", "then", "later", "finally", "as", "well"})
LED = frozenset({"with", "by"})
ANOTHER = frozenset({"one", "another", "others", "ones"})
PAPERS = "agreement"
AS_ONE = frozenset(
    {"such", "including", "include", "includes", "included", "namely", "like", "notably", "particularly", "especially"}
)
"""Words before those that are named out of several."""
LONGEST = 25
"""Items of one part of the list, up to its date."""
_ENDS = frozenset({",", ";", ".", "and", ")", ":"})
_BREAKS = frozenset({"relative", "subordinator", "auxiliary"})
_VERBAL = frozenset({"was", "were", "is", "are", "it", "which", "who", "he", "she", "they", "while", "but", "to"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the list: its items from the first to behind its date."""

    start: int
    end: int
    date: Mention


def with_papers(row: Sequence[Item], told: Sequence[Draft], rules: Rules) -> list[Draft]:
    """The drafts, with those of the further papers, and the dates of papers where each has its own."""
    found = list(told)
    for draft in told:
        if draft.how in ("syntax", "words") and (side := _side(draft, rules)) and (first := _dated_at(row, draft)) is not None:
            for part in _parts(row, first + 1):
                found = _with_part(row, found, draft, side, (first, part))
    told = [draft for draft in found if not any(_sums_up(row, draft, other) for other in found)]
    return with_stages(row, told)


def _sums_up(row: Sequence[Item], draft: Draft, other: Draft) -> bool:
    """Does it only announce papers of which another is one, with its date: several treaties, such as one on salt (1972)?"""
    alike = (draft.kind, draft.fixed.get("change")) == (other.kind, other.fixed.get("change")) and draft.kind == PAPERS
    if not alike or draft.trigger.end > other.trigger.start or draft.slots.get("when") != other.slots.get("when"):
        return False
    between = (item for item in row if draft.trigger.end <= item.span.start < other.trigger.start)
    return any(item.lower in AS_ONE for item in between) and _are_several(row, draft)


def _side(draft: Draft, rules: Rules) -> str:
    kind = rules.kinds[draft.kind]
    shared = len(kind.sides) == 1 and kind.fields[kind.sides[0]].type == "actors"
    return kind.sides[0] if shared else ""


def _dated_at(row: Sequence[Item], draft: Draft) -> int | None:
    """Where the one date of a draft stands, behind its words."""
    dates = draft.slots.get("when", ())
    at = next((at for at, item in enumerate(row) if len(dates) == 1 and item.date == dates[0]), None)
    return at if at is not None and row[at].span.start >= draft.trigger.start and not _within(row, at, draft) else None


def _within(row: Sequence[Item], at: int, draft: Draft) -> bool:
    """Is the date part of the words themselves: the treaty of 1901?"""
    return row[at].span.end <= draft.trigger.end and row[at - 1].lower != "("


def _parts(row: Sequence[Item], at: int) -> Iterator[Part]:
    """The parts of the list that follow a date, as long as each ends in a date."""
    at = _behind_brackets(row, 0, at)
    while at < len(row) and row[at].lower in LINKS:
        begun, start = at, at
        while start < len(row) and row[start].lower in LINKS:
            start += 1
        apart = any(item.lower == ";" for item in row[begun:start])
        end = next((index for index in range(start, min(len(row), start + LONGEST)) if _stops(row, index, apart=apart)), None)
        date = row[end].date if end is not None else None
        if end is None or date is None or end == start:
            return
        behind = _behind_brackets(row, start, end + 1)
        if behind < len(row) and row[behind].lower not in _ENDS:
            return
        yield Part(start, end, date)
        at = behind


def _behind_brackets(row: Sequence[Item], start: int, at: int) -> int:
    """Behind the brackets in which a place lies, where some were opened since a start; else the place itself."""
    if not _is_enclosed(row, start, at):
        return at
    return next((index + 1 for index in range(at, len(row)) if row[index].lower == ")"), at)


def _is_enclosed(row: Sequence[Item], start: int, at: int) -> bool:
    signs = [item.lower for item in row[start:at] if item.lower in ("(", ")")]
    return signs[-1:] == ["("]


def _stops(row: Sequence[Item], at: int, *, apart: bool) -> bool:
    """Does a part end at an item? One that semicolons part from the others may hold commas."""
    item = row[at]
    if item.date is not None or item.tag in _BREAKS or item.lower in _VERBAL or item.lower in (";", "."):
        return True
    if item.lower == ",":
        return not apart
    return item.is_word and not item.capital and item.lower.endswith("ed") and row[at - 1].lower != "("


def _with_part(row: Sequence[Item], found: list[Draft], draft: Draft, side: str, where: tuple[int, Part]) -> list[Draft]:
    """The drafts with that of one part: another date for what was coded there, or a paper that nothing tells yet."""
    first, part = where
    inside = row[part.start].span.join(row[part.end].span)
    there = [each for each in found if each.kind == draft.kind and each.trigger in inside]
    if there:
        own = {id(each) for each in there if each.rule == draft.rule}
        return [replace(each, slots={**each.slots, "when": (part.date,)}) if id(each) in own else each for each in found]
    slots, sort = dict(draft.slots), _sort(row, part)
    if partners := _partners(row, part):
        another = row[part.start].lower in ANOTHER
        kept = (
            _without_withs(row, draft, side, partners)
            if another
            else _without_partner(row, draft, side, first, led=_leads(row, part))
        )
        if kept is None:
            return found
        if another:
            found = [_less(each, side, partners) if each is draft else each for each in found]
        slots[side] = (*kept, *partners)
    elif not sort and not _are_several(row, draft) and row[part.start].lower not in ANOTHER:
        return found
    fixed: dict[str, Value] = {**draft.fixed, **({"type": sort} if sort else {})}
    return [*found, replace(draft, fixed=fixed, slots={**slots, "when": (part.date,)}, trigger=inside, ways={})]


def _sort(row: Sequence[Item], part: Part) -> str:
    """The type of paper that a part names; "" where it names none."""
    told = (name for item in row[part.start : part.end] for name in item.concepts if name.startswith("agreement.type="))
    return next(told, "").rpartition("=")[2]


def _partners(row: Sequence[Item], part: Part) -> tuple[Mention, ...]:
    acting = (item for item in row[part.start : part.end] if item.actors and not item.adjective and not item.owner)
    return next((item.actors for item in acting if how(item.actors[0]) is How.NAME), ())


def _leads(row: Sequence[Item], part: Part) -> str:
    return next((item.lower for item in row[part.start : part.end] if item.lower in LED), "")


def _without_partner(row: Sequence[Item], draft: Draft, side: str, first: int, *, led: str) -> tuple[Mention, ...] | None:
    """The parties without the one named right before the first date; nothing where none is, or he is named in another way."""
    named = draft.slots.get(side, ())
    at = first - 1 - (row[first - 1].lower == "(")
    partner = row[at].actors if at >= 0 else ()
    if not partner or partner[0] not in named or (led and row[at - 1 - (row[at - 1].lower == "the")].lower != led):
        return None
    return tuple(mention for mention in named if mention not in partner)


def _without_withs(row: Sequence[Item], draft: Draft, side: str, partners: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The parties that no "with" makes partners: a treaty with Chile was made in 1901, and one with Peru in 1903."""
    led = {mention for at, item in enumerate(row) for mention in item.actors if at > 1 and "with" in _two_before(row, at)}
    return tuple(mention for mention in draft.slots.get(side, ()) if mention not in led and mention not in partners)


def _two_before(row: Sequence[Item], at: int) -> tuple[str, ...]:
    return (row[at - 1].lower,) if row[at - 1].lower != "the" else (row[at - 2].lower,)


def _less(draft: Draft, side: str, partners: tuple[Mention, ...]) -> Draft:
    left = tuple(mention for mention in draft.slots.get(side, ()) if mention not in partners)
    return replace(draft, slots={**draft.slots, side: left})


def _are_several(row: Sequence[Item], draft: Draft) -> bool:
    """Does the noun name several papers: agreements on air services (1962), double taxation (1972)?"""
    own = (item for item in row if item.span.touches(draft.trigger))
    return any("treaty" in item.concepts and PLURAL in item.concepts["treaty"][0] for item in own)
