"""Holders of the same office elsewhere: `her Finnish counterpart, Olli Aho`.

>>> from comity.annotating._example import annotated
>>> document = annotated("Chilean Foreign Minister Ana Soto met her Malian counterpart, Omar Bello.")
>>> [(mention.value.name, mention.value.office, mention.value.state) for mention in document.all("person")][1]
('Omar Bello', 'foreign-minister', 'MLI')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.annotating._names import NAME, TITLE, name_of
from comity.annotating._offices import actors
from comity.mentions import Annotated, Mention, PersonName
from comity.model import Span

EQUAL = re.compile(r"(?:['’]s?)?\s+(?:counterpart|colleague|opposite number|homologue)s?\b(?:,?\s+|\s*\()?")
NEAR = 400  # characters: whose counterpart it is has been named not long before


def counterparts(annotated: Annotated, holders: Sequence[Mention]) -> Iterator[Mention]:
    """Persons named as the counterpart of one whose office the text has just told."""
    text = annotated.document.text
    for span, actor in actors(annotated, Span(0, len(text))):
        inside = EQUAL.search(text, span.start, span.end)
        equal = EQUAL.match(text, inside.start() if inside else span.end)
        if not equal:
            continue
        before = [holder.value for holder in holders if span.start - NEAR < holder.span.start < span.start]
        office = next((value.office for value in reversed(before) if isinstance(value, PersonName) and value.office), "")
        title = TITLE.match(text, equal.end())
        start = title.end() if title else equal.end()
        name = NAME.match(text, start)
        told = name_of(name[0]) if name else ""
        if office not in ("", "other") and told:
            yield Mention("person", Span(span.start, start + len(told)), PersonName(told, office, actor.code))
