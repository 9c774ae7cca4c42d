"""Holders of one office, each named behind his state: `the presidents of Peru, Ana Soto, and of Chile, Luis Rey`.

>>> from comity.annotating._example import annotated
>>> document = annotated("The presidents of Peru, Ana Soto, of Chile, Luis Rey, and of Mali, Omar Bello, met.")
>>> [(mention.value.name, mention.value.state) for mention in document.all("person")]
[('Ana Soto', 'PER'), ('Luis Rey', 'CHL'), ('Omar Bello', 'MLI')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.annotating._names import NAME, TITLE, name_of
from comity.annotating._offices import Office, actors
from comity.mentions import Annotated, Mention, PersonName
from comity.model import Span

KIND = "person"
WINDOW = 400
"""Characters in which all of them stand."""
FIRST = re.compile(r"\s+of\s+(?:the\s+)?")
NEXT = re.compile(r"(?:,?\s+and|,|;)\s+(?:and\s+)?of\s+(?:the\s+)?")
NAMED = re.compile(rf"(?:,\s+|\s+)(?:(?:H\.\s?E\.|(?:His|Her)\s+Excellency)\s+)?(?:{TITLE.pattern})?")


def by_turns(annotated: Annotated, office: Office) -> Iterator[Mention]:
    """The holders of a plural office, where a name follows each of two states or more."""
    if not office.plural:
        return
    text, at, found = annotated.document.text, office.span.end, list[Mention]()
    if office.state and at > office.words.end:
        at = _name(annotated, at, office.state, office.name, found)
    for span, actor in actors(annotated, Span(office.words.end, min(len(text), office.words.end + WINDOW))):
        if span.start >= at and actor.code and (NEXT if found else FIRST).fullmatch(text, at, span.start):
            at = _name(annotated, span.end, actor.code, office.name, found)
    if len(found) > 1:
        yield from found


def _name(annotated: Annotated, end: int, state: str, office: str, found: list[Mention]) -> int:
    """Add the name that follows a state; where it ends, or else the state."""
    text = annotated.document.text
    begins = NAMED.match(text, end)
    name = NAME.match(text, begins.end()) if begins else None
    told = name_of(name[0]) if name else ""
    if not name or " " not in told:
        return end
    span = Span(name.start(), name.start() + len(told))
    found.append(Mention(KIND, span, PersonName(told, office, state)))
    return span.end
