"""Lists whose parts stand apart: by dates of their own, by bodies that nobody here knows, by a preposition said again.

`Chile joined the UN in 1945, the Alpine Club in 1950 and the WTO in 1995` tells of two memberships, each with its date; names
that stand next to one another are one item already, see `coordination`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from comity.coding.coordination import how
from comity.coding.items import Item
from comity.mentions import ActorName, Draft, How, Mention, code_of

Fits: TypeAlias = Callable[[str], bool]
"""Is it the code of an actor that a list of this sort may name?"""

BODIES = frozenset((
    "group", "club", "association", "organisation", "organization", "community", "union", "bank", "council", "commission",
    "forum", "conference", "initiative", "agency", "fund", "committee", "secretariat", "programme", "program", "assembly",
    "movement", "alliance", "pact", "bureau", "partnership", "court", "network", "league", "federation", "congress",
    "institute", "centre", "center", "corporation", "cooperation", "co-operation", "dialogue", "system", "area", "zone",
    "market", "tribunal", "authority", "society", "confederation", "mechanism", "regime", "institution", "office",
    "charter", "convention", "agreement", "treaty", "chamber", "consortium", "accord", "summit", "process", "nations",
    "states", "countries", "eyes", "arrangement", "arrangements", "coalition", "parliament", "democracies", "choice",
))  # fmt: skip
"""What the names of bodies end in, or hold."""
BINDING = frozenset(
    {
        "of",
        "for",
        "on",
        "the",
        "and",
        "in",
        "to",
        "by",
        "de",
        "des",
        "du",
        "la",
        "le",
        "et",
        "da",
        "do",
        "di",
        "against",
        "with",
        "+",
    }
)
"""What stands within a body's name."""
JOINING = frozenset({",", "and", "&", ";"})
LINKS = frozenset({"and", "or", "&", ",", ";", "later", "then", "also", "subsequently", "finally", "as", "well", "the", "both"})
AGAIN = frozenset({"of", "in", "to", "with", "into", "at", "from"})
"""Prepositions that may stand again before each part: of the UN and of the WTO."""
AHEAD = frozenset({"of", "to", ":", "including", "like", "as", "in", "on", "join", "joined", "joining"})
"""What a list may begin behind."""
LONGEST = 12
"""Items of a body's name, or of a bracket."""
LESSER = frozenset(
    ("observer", "observers", "suspended", "associate", "former", "acceding", "candidate", "applicant", "until", "left")
)
CLOSING = frozenset({"preposition", "conjunction", "relative", "subordinator", "adverb", "date", "sign"})


def without_unknown(found: list[Item], fits: Fits) -> list[Item]:
    """The items of a sentence without the bodies that nobody knows where they stand in a list with known ones."""
    if not any(_is_known(item, fits) for item in found):
        return found
    for backwards in (True, False):
        at = len(found) - 1 if backwards else 0
        while 0 <= at < len(found):
            end = _unknown(found, at) if _begins(found, at) else 0
            if end and (cut := _cut(found, at, end, fits)):
                found = cut
            else:
                at += 1
            at -= 2 * backwards
    return found


def _begins(row: Sequence[Item], at: int) -> bool:
    """May a part of a list begin at an item?"""
    return at > 0 and (row[at - 1].lower in JOINING or row[at - 1].lower in AHEAD)


def _unknown(row: Sequence[Item], at: int) -> int:
    """The end of the name of an unknown body that begins at an item; 0 where none does."""
    start = at + 1 if row[at].lower == "the" else at
    end = start
    while end < min(len(row), start + LONGEST) and (
        _is_name(row[end]) or (end > start and (row[end].lower in BINDING or row[end].lower.isdigit()))
    ):
        end += 1
    while end > start and row[end - 1].lower in BINDING:
        end -= 1
    body = end > start + 1 and any(item.lower in BODIES and item.capital for item in row[start:end])
    led = row[at - 1].lower in (",", ":", "of", "including")
    listed = led and start < end < len(row) and row[end].lower in (",", "(", "and" if row[at - 1].lower == "," else "(")
    return _over_bracket(row, end) if body or listed else 0


def _over_bracket(row: Sequence[Item], at: int) -> int:
    """Where what follows begins, over a bracket behind a name."""
    if at < len(row) and row[at].lower == "(":
        close = next((index for index in range(at, min(len(row), at + LONGEST)) if row[index].lower == ")"), at - 1)
        return close + 1
    return at


def _is_name(item: Item) -> bool:
    return (item.capital and item.is_word) or (item.place is not None and not item.actors) or item.adjective


def _cut(found: list[Item], start: int, end: int, fits: Fits) -> list[Item] | None:
    """The items without those of an unknown body, where a known one stands beside it in the list."""
    before, after = _joint_before(found, start), _joint_after(found, end)
    left = before > 0 and _is_known(found[before - 1], fits)
    right = end < after < len(found) and _is_known(found[after], fits)
    more = (
        before > 0 and found[start - 1].lower in (",", "the") and (_is_name(found[before - 1]) or found[before - 1].lower == ")")
    )
    if left and right:
        linked = [item for item in found[end:after] if item.lower in ("and", "&")]
        return [*found[:before], *(linked[:1] or found[before : before + 1]), *found[after:]]
    if right and start and (more or found[start - 1].lower in AHEAD):
        return [*found[:start], *found[after:]]
    if left and before < start and (end == len(found) or found[end].tag in CLOSING):
        return [*_closed(found[:before], fits), *found[end:]]
    return None


def _is_known(item: Item, fits: Fits) -> bool:
    return any(
        isinstance(mention.value, ActorName) and mention.value.how is How.NAME and fits(mention.value.code)
        for mention in item.actors
    )


def _joint_before(found: Sequence[Item], start: int) -> int:
    """Where the comma and the "and" begin that stand before an item."""
    at = start
    while at and (found[at - 1].lower in JOINING or (at < start and found[at - 1].lower == "the")):
        at -= 1
    return at if at < start else 0


def _joint_after(found: Sequence[Item], end: int) -> int:
    """Where the next part of a list begins after the comma and the "and" behind an item."""
    at = end
    while at < len(found) and (found[at].lower in JOINING or (at > end and found[at].lower == "the")):
        at += 1
    return at


def _closed(found: list[Item], fits: Fits) -> list[Item]:
    """A list that has lost its last part: its last comma is now its "and"."""
    at = len(found) - 2
    if at > 0 and found[at].lower == "the":
        at -= 1
    if at > 0 and found[at].lower == "," and _is_known(found[at - 1], fits):
        found = [*found[:at], replace(found[at], lower="and", tag="conjunction"), *found[at + 1 :]]
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list: what it names, and its own date."""

    mentions: tuple[Mention, ...]
    date: Mention | None


def parts_of(draft: Draft, name: str, row: Sequence[Item], fits: Fits) -> Iterator[Draft]:
    """A draft, and one for each further part of the list in which the last mention of a field stands."""
    told = draft.slots.get(name, ())
    at = next((index for index, item in enumerate(row) if told and told[-1] in (*item.actors, item.place)), None)
    if at is None:
        yield draft
        return
    first, end = _date_behind(row, at + 1)
    own = first is not None and len(draft.slots.get("when", ())) == 1
    yield replace(draft, slots={**draft.slots, "when": (first,)}) if own and first else draft
    parts = [] if row[at].place and not row[at].actors else list(_parts(row, end, fits))
    dated = first is not None or any(part.date for part in parts)
    for number, part in enumerate(parts):
        date = part.date or next((later.date for later in parts[number:] if later.date and not first), None)
        slots = {field: mentions for field, mentions in draft.slots.items() if field != "when" or not (dated and date is None)}
        yield replace(draft, slots={**slots, name: part.mentions, **({"when": (date,)} if date else {})})


def _parts(row: Sequence[Item], at: int, fits: Fits) -> list[Part]:
    """The further parts of a list; the last is none where it acts: joined the UN in 1945, and the EU paid."""
    found: list[Part] = []
    while (start := _next(row, at)) is not None:
        ahead, start = (row[start].date, start + 1) if row[start].date else (None, start)
        while start < len(row) and (row[start].tag == "determiner" or row[start].lower in AGAIN or row[start].lower == ","):
            start += 1
        if start >= len(row):
            break
        mentions = tuple(mention for mention in _mentions(row[start]) if fits(code_of(mention)))
        end = start + 1 if mentions else _unknown(row, start)
        if not end:
            break
        lesser, bracket = _is_lesser(row, end), end < len(row) and row[end].lower == "("
        date, end = _date_behind(row, end)
        if end < len(row) and row[end].tag not in CLOSING:
            break
        at = end
        first, last = (mentions[:-1], mentions[-1:]) if bracket else ((), mentions)
        found += [Part(first, ahead)] if first else []
        found += [Part(last, date or ahead)] if last and not lesser else []
    return found


def _is_lesser(row: Sequence[Item], at: int) -> bool:
    """Does a bracket behind a name tell of another standing than the sentence does?"""
    return bool({item.lower for item in row[at : _over_bracket(row, at)]} & LESSER)


def _next(row: Sequence[Item], at: int) -> int | None:
    """Where the next part begins behind a comma or an "and"."""
    start = at
    while start < len(row) and row[start].lower in LINKS:
        start += 1
    return start if at < start < len(row) and start - at < LONGEST // 2 else None


def _mentions(item: Item) -> tuple[Mention, ...]:
    if item.owner or item.adjective:
        return ()
    return item.actors if item.actors and how(item.actors[0]) in (How.NAME, How.BODY) else ()


def _date_behind(row: Sequence[Item], at: int) -> tuple[Mention | None, int]:
    """The date right behind an item, also in brackets, and where what follows begins."""
    if at < len(row) and row[at].lower == "(":
        close = next((index for index in range(at, min(len(row), at + LONGEST)) if row[index].lower == ")"), None)
        if close is None:
            return None, at
        if inside := [item.date for item in row[at:close] if item.date]:
            return inside[0], close + 1
        at = close + 1
    if at < len(row) and row[at].date:
        return row[at].date, at + 1
    return None, at
