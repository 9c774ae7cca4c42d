"""Those who are told to head a mission, by no title of their own: `the embassy is headed by Ana Soto`, `with Ana Soto in charge`.

>>> from comity.annotating._example import annotated
>>> document = annotated("The embassy in Lima, headed by Omar Bello, has a consulate in Cusco with Ana Soto in charge.")
>>> [(mention.value.name, mention.value.office) for mention in mission_heads(document)]
[('Omar Bello', 'ambassador'), ('Ana Soto', 'consul')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.annotating._names import TITLE, name_of, untitled
from comity.annotating._predicates import FULL
from comity.mentions import Annotated, Mention, PersonName
from comity.model import Span
from comity.spotting import Spotter

_MISSION = re.compile(
    r"\b(?:embassy|legation|high\s+commission|(?P<consulate>(?:honorary\s+)?consulate(?:[\s-]general)?))\b", re.I
)
_TOLD = rf"(?:{TITLE.pattern})?(?P<name>{FULL})"
_WHOSE = r"(?:its|the\s+(?:mission|embassy|legation|consulate|high\s+commission)['’]s)"
_HEAD = rf"{_WHOSE}\s+(?:(?:first|new|current|next|last|present|long-time)\s+)*(?:head(?:\s+of\s+mission)?|chief|chargé)\b"
_WAYS = Spotter(
    ("headed by", "directed by", "led by", "run by", "with", "its", "the"),
    re.compile(
        rf"\b(?:headed|directed|led|run)\s+by\s+{_TOLD.replace('name', 'led')}(?!['’])"
        rf"|\bwith\s+{_TOLD.replace('name', 'charged')},?\s+(?:in\s+charge|at\s+(?:its|the)\s+head|as\s+(?:its\s+"
        rf"|the\s+)?(?:first\s+)?head(?:\s+of\s+mission)?)\b"
        rf"|\b{_HEAD}\s+(?:is|was|has\s+been|being)\s+{_TOLD.replace('name', 'named')}(?!['’])"
    ),
)
_BECAME = re.compile(
    rf"{_TOLD}\s+(?:has\s+been|had\s+been|is|was|being|became)\s+(?:(?:appointed|named|made|sent|posted)\s+)?(?:as\s+)?{_HEAD}"
)
_REACH = 240
"""Characters back, within the sentence, in which the mission is named."""


def mission_heads(annotated: Annotated) -> Iterator[Mention]:
    """Each with the office of whoever heads a mission of that sort."""
    text = annotated.document.text
    if not _MISSION.search(text):
        return
    for match in (*_WAYS.finditer(text), *_BECAME.finditer(text)):
        group = next(name for name, told in match.groupdict().items() if told)
        told = untitled(match[group])
        name = name_of(told)
        span = Span(match.end(group) - len(told), match.end(group) - len(told) + len(name))
        office = _heads(annotated, match.start())
        if office and " " in name and name == told and not annotated.within("actor", span):
            yield Mention("person", span, PersonName(name, office))


def _heads(annotated: Annotated, at: int) -> str:
    """The office of who heads the mission that the sentence has named last before a place; "" where none is."""
    sentence = next((each.span for each in annotated.all("sentence") if each.span.start <= at < each.span.end), None)
    if sentence is None:
        return ""
    named = list(_MISSION.finditer(annotated.document.text, max(sentence.start, at - _REACH), at))
    return ("consul" if named[-1]["consulate"] else "ambassador") if named else ""
