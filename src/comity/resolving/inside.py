"""Affairs inside a state: both sides are of one state as different actors, and a side that is left open is the state itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span
from comity.resolving.sight import PLACED
from comity.resolving.work import Work

SAID = re.compile(r"\b(?:said|says|reported|according|told|added|announced|confirmed|charged)\b")
BY_PLACE = frozenset({"ASSAULT", "COERCE"})
"""Acts that hit the state in which they happen."""
GIVEN = frozenset({"AID", "AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
"""What a state as such does to others, not to itself; its parliament or police may do it inside."""
SOURCES = frozenset({How.NAME, How.ADJECTIVE, How.AGENT, How.PEOPLE, How.CAPITAL, How.SEAT, How.BODY})


def fill(work: Work, annotated: Annotated, gazetteer: Gazetteer) -> None:
    """The side that the words leave open: whom they name besides, else the same state."""
    slots = work.draft.slots
    for name, other in zip(work.kind.sides, reversed(work.kind.sides), strict=True):
        codes = work.actors.get(other, ())
        is_open = work.draft.inside if name not in slots else is_unnamed(slots[name])
        if not is_open or not codes or work.actors.get(name):
            continue
        beside = [*_beside(work, annotated, gazetteer, slots.get(other, ()))] if name not in slots else []
        if name not in slots and work.fields.get("type") in GIVEN and not any(map(_is_part, slots.get(other, ()))) and not beside:
            continue
        named = sorted((code for code in beside if code not in codes), key=lambda code: not gazetteer.is_state(code))
        work.actors[name] = tuple(named[:1]) or codes
        work.note(f"the words name {named[0]} besides" if named else f"affairs inside {', '.join(codes)}")


def _beside(work: Work, annotated: Annotated, gazetteer: Gazetteer, taken: Sequence[Mention]) -> Iterator[str]:
    """The actors that the sentence names after the act, but where it only happens, and who tells of it."""
    sentence, text = work.draft.evidence, annotated.document.text
    tail = text.rfind(",", work.draft.trigger.end, sentence.end)
    end = tail if tail > 0 and SAID.search(text, tail, sentence.end) else sentence.end
    within = Span(work.draft.trigger.start, max(end, work.draft.trigger.end))
    hit, last = work.fields.get("type") in BY_PLACE, list[str]()
    for mention in sorted((*annotated.within("actor", within), *annotated.within("person", within)), key=_at):
        place = PLACED.search(text, max(within.start, mention.span.start - 40), mention.span.start)
        code = _code(mention)
        if not code or any(mention.span.touches(one.span) for one in taken):
            continue
        if hit or not place or not gazetteer.is_state(code):
            yield code
        elif isinstance(mention.value, ActorName) and mention.value.how is How.NAME:
            last.append(code)
    yield from last


def _at(mention: Mention) -> Span:
    return mention.span


def _code(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, PersonName):
        return value.state
    return value.code if isinstance(value, ActorName) and value.how in SOURCES else ""


def is_within(work: Work) -> bool:
    """May both sides be of one state, as different actors inside it?"""
    one, other = (work.draft.slots.get(name, ()) for name in work.kind.sides)
    return are_apart(one, other) or (work.draft.inside and not (one and other))


def are_apart(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """Are two sides different actors, though they are of one state: its police and its students?"""
    spans = {mention.span for mention in one} & {mention.span for mention in other}
    return bool(one and other) and not spans and any(map(_is_part, (*one, *other)))


def _is_part(mention: Mention) -> bool:
    """Is it not the state as such?"""
    return mention.kind == "person" or (isinstance(mention.value, ActorName) and mention.value.how in (How.INSIDE, How.AGENT))


def is_unnamed(side: Sequence[Mention]) -> bool:
    """Is a side an actor inside a state that no words of the document tell?"""
    return any(isinstance(mention.value, ActorName) and mention.value.how is How.INSIDE for mention in side)
