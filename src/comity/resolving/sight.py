"""To which state an actor inside one belongs, where its own words do not tell it: the police, rebels, the opposition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span

LOOK_BACK = 400
"""Characters before a sentence in which a state may be named, where the sentence names none."""
BESIDE = re.compile(
    r"(?:\s+[a-z]+){0,2}\s+(?:in|of|from|throughout|across|outside|inside)\s+"
    r"(?:the\s+)?(?:[a-z]+\s+){0,3}(?:of\s+)?(?:the\s+)?"
)
PLACED = re.compile(r"\b(?:in|at|near|of|around|outside|throughout|across)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}$")
ANYBODY = re.compile(r"(?i)^(?:people|civilians?|residents?|villagers?|citizens|inhabitants)$")
"""Who is of the place where the act is, not of the state that acts."""
APART = frozenset({How.AGENT, How.PERSON, How.NAME, How.ADJECTIVE, How.PEOPLE, How.CAPITAL, How.SEAT})


def state_of(annotated: Annotated, mention: Mention, gazetteer: Gazetteer) -> str:
    """The state that stands beside it, where the sentence has it happen, that named last, or next; "" where none is told."""
    text = annotated.document.text
    sentence = next((each.span for each in annotated.all("sentence") if mention.span in each.span), mention.span)
    named = dict(_told(annotated, sentence, gazetteer))
    beside = [code for span, code in named.items() if BESIDE.fullmatch(text, mention.span.end, span.start)]
    where = [code for span, code in named.items() if PLACED.search(text, max(sentence.start, span.start - 40), span.start)]
    before = [code for span, code in named.items() if span.end <= mention.span.start]
    if beside:
        return beside[0]
    if where and ANYBODY.search(mention.span.of(annotated.document)):
        return where[0]
    if len(set(named.values())) > 1 and where and where[-1] in before:
        return where[-1]
    if where and not before:
        return where[0]
    if before or named:
        return before[-1] if before else next(iter(named.values()))
    earlier = dict(_told(annotated, Span(max(0, sentence.start - LOOK_BACK), sentence.start), gazetteer))
    return next(reversed(earlier.values()), "")


def _told(annotated: Annotated, within: Span, gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """The states that a stretch tells, in its order: by name, by an office, by a city."""
    found: dict[Span, str] = {}
    for kind in ("place", "actor", "person"):
        found |= {each.span: code for each in annotated.within(kind, within) if (code := _code(each))}
    states: Mapping[Span, str] = {span: code for span, code in found.items() if gazetteer.is_state(code)}
    yield from sorted(states.items())


def _code(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, PersonName):
        return value.state
    if isinstance(value, ActorName):
        return value.code if value.how in APART else ""
    return value if isinstance(value, str) else ""
