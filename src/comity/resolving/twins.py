"""Two who are named together as holders of one office, each of them for one of two states: Presidents Ana Soto and Omar Bello."""

from __future__ import annotations

import re

from comity.mentions import Annotated, Mention, PersonName
from comity.model import Span

_AND = re.compile(r"\s+and\s+")
_OFFICES = re.compile(
    r"\b(?:presidents|ministers|premiers|chancellors|kings|queens|emperors|sultans|ambassadors|leaders|secretaries)\s+$", re.I
)
_NEAR = 80


def twin_of(annotated: Annotated, mention: Mention) -> Mention | None:
    """The one who is named before another, with nothing but an "and" between and the office of both before them."""
    text, value = annotated.document.text, mention.value
    before = annotated.within("person", Span(max(0, mention.span.start - _NEAR), mention.span.start))
    if not before or not isinstance(value, PersonName) or not value.office or value.state:
        return None
    twin = before[-1]
    alike = isinstance(twin.value, PersonName) and twin.value.office == value.office and not twin.value.state
    together = alike and _AND.fullmatch(text, twin.span.end, mention.span.start)
    return twin if together and _OFFICES.search(text, max(0, twin.span.start - _NEAR), twin.span.start) else None
