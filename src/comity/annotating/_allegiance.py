"""Whom a holder of an office serves, where the words of the office do not tell: the sentence around it does.

>>> from comity.annotating._example import annotated
>>> document = annotated("Finance Minister Ana Soto represented Chile. Omar Bello, president of Mali, came with his finance minister, Ali Touré.")
>>> [(mention.value.name, mention.value.state) for mention in document.all("person")]
[('Ana Soto', 'CHL'), ('Omar Bello', 'MLI'), ('Ali Touré', 'MLI')]
"""

from __future__ import annotations

import re
from dataclasses import replace

from comity.annotating._offices import ENVOYS, actors
from comity.mentions import Annotated, How, Mention, PersonName
from comity.model import Span

LISTED = re.compile(
    r",?\s+(?:and|with|as\s+well\s+as|together\s+with|accompanied\s+by)\s+(?:(?:his|her|its|the)\s+)?|,\s+(?:(?:his|her)\s+)?"
)
HIS = re.compile(r"\b(?:[Hh]is|[Hh]er)\s+(?:\w+\s+)?$")
ONE_ONLY = frozenset({"president", "monarch", "prime-minister", "foreign-minister"})
REPRESENTS = re.compile(
    r",?\s+(?:who\s+)?(?:represent(?:ed|s|ing)|[^.;]{0,80}?\b(?:on\s+behalf\s+of|in\s+the\s+name\s+of))\s+(?:the\s+)?"
)
NATION = re.compile(r",\s+(?:an?|the)\s+(?:[a-z-]+\s+){0,2}")
SAID_THAT = re.compile(
    r"\s+(?:told|said|assured|promised|pledged|announced|declared|stressed|warned|vowed|informed)\b[^.;,]{0,60}?\b(?:that\s+)(?:the\s+)?"
)
WOULD = re.compile(
    r"\s+(?:would|will|was\s+ready|is\s+ready|stood\s+ready|intended|intends|had\s+decided|has\s+decided|was\s+willing)\b"
)
FOR_BY = re.compile(r",?\s+by\s+(?:its\s+)?")
FOR = re.compile(r"\bfor\s+(?:the\s+)?$")
ANNOUNCED = re.compile(r"\s+(?:announced|said|reported|confirmed|stated)\s*[.,]?\s*$")
OFFICE_OF = re.compile(r",\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+(?:the\s+)?)?$")
MISSION = re.compile(
    r"(?P<of>['’]s?)?\s+(?:embassy|legation|consulate(?:[\s-]general)?|high\s+commission|(?:diplomatic\s+)?mission|delegation)"
    r"(?P<of_state>\s+of\s+(?:the\s+)?)?",
    re.I,
)
HEADS = re.compile(
    r"\b(?:head(?:s|ed)?|led|leads?|ran|run(?:s)?|manage[sd]|in\s+charge|at\s+the\s+head|director|represent(?:s|ed)|staffed)\b",
    re.I,
)
SENT_FROM = re.compile(r"[^.;]{0,40}?\b(?:expelled|recalled|withdrawn|summoned\s+home|departed|ousted)\s+from\s+")


def served(annotated: Annotated, told: list[Mention]) -> list[Mention]:
    """The same persons, each with the state that the sentence around it tells."""
    kept: list[Mention] = []
    for mention in told:
        value = mention.value
        if isinstance(value, PersonName) and value.name and value.office and not value.state:
            state = _from_list(annotated, mention, kept) or _from_sentence(annotated, mention)
            value = replace(value, state=state) if state else value
        if isinstance(value, PersonName) and value.office in ENVOYS and value.name and not value.host:
            value = _from_mission(annotated, mention.span, value)
        kept.append(replace(mention, value=value))
    return kept


def _from_list(annotated: Annotated, mention: Mention, before: list[Mention]) -> str:
    """The state of the holder named just before: `Chilean President Ana Soto and Foreign Minister Luis Rey`."""
    text, value = annotated.document.text, mention.value
    last = before[-1] if before else None
    if last is None or not isinstance(last.value, PersonName) or not isinstance(value, PersonName) or not last.value.state:
        return ""
    if mention.span.start - last.span.end < 120 and HIS.search(text, last.span.end, mention.span.start):
        between = text[last.span.end : mention.span.start]
        return last.value.state if "." not in between else ""
    same = last.value.office == value.office and value.office in ONE_ONLY
    joined = LISTED.fullmatch(text, last.span.end, mention.span.start)
    return last.value.state if joined and not same and last.value.office and last.value.name else ""


def _sentence(annotated: Annotated, span: Span) -> Span:
    return next((each.span for each in annotated.all("sentence") if span in each.span), span)


def _from_sentence(annotated: Annotated, mention: Mention) -> str:
    """The one state for which the sentence says that the person acts."""
    text, span = annotated.document.text, mention.span
    sentence = _sentence(annotated, span)
    for where, actor in actors(annotated, sentence):
        if where.start >= span.end:
            between = (span.end, where.start)
            if REPRESENTS.fullmatch(text, *between):
                return actor.code
            if actor.how in (How.ADJECTIVE, How.PEOPLE, How.AGENT) and NATION.fullmatch(text, *between):
                return actor.code
            if SAID_THAT.fullmatch(text, *between) and WOULD.match(text, where.end):
                return actor.code
            if ANNOUNCED.fullmatch(text, where.end, sentence.end) and OFFICE_OF.search(text, span.end, where.start):
                return actor.code
        elif where.end <= span.start and FOR_BY.fullmatch(text, where.end, span.start) and FOR.search(text, 0, where.start):
            return actor.code
    return ""


def _from_mission(annotated: Annotated, span: Span, value: PersonName) -> PersonName:
    """An envoy with state and host of the mission that he heads, or with the host that he was sent home from."""
    text, sentence = annotated.document.text, _sentence(annotated, span)
    places = [*annotated.within("place", sentence)]
    for where, actor in actors(annotated, sentence):
        mission = MISSION.match(text, where.end)
        if mission and value.state in ("", actor.code) and HEADS.search(text, sentence.start, sentence.end):
            for place in places:
                if re.fullmatch(r"\s+(?:in|at)\s+", text[mission.end() : place.span.start]) and place.value != actor.code:
                    return replace(value, state=actor.code, host=str(place.value or ""))
    for place in places:
        if place.span.start >= span.end and SENT_FROM.fullmatch(text, span.end, place.span.start) and place.value != value.state:
            return replace(value, host=str(place.value or ""))
    return value
