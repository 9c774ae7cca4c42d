"""Whom a holder of an office serves, where the words of the office do not tell: the sentence around it does.

>>> from comity.annotating._example import annotated
>>> text = "Finance Minister Ana Soto represented Chile. Omar Bello, president of Mali, came with his envoy, Ali Touré."
>>> document = annotated(text)
>>> [(mention.value.name, mention.value.state) for mention in document.all("person")]
[('Ana Soto', 'CHL'), ('Omar Bello', 'MLI'), ('Ali Touré', 'MLI')]
"""

from __future__ import annotations

import bisect
import re
from dataclasses import replace

from comity.annotating._hosts import HOSTS, receiving
from comity.annotating._offices import ENVOYS, actors
from comity.mentions import Annotated, How, Mention, PersonName
from comity.model import Span

LISTED = re.compile(
    r"(?:,?\s+(?:and|with|as\s+well\s+as|together\s+with|(?:(?:is|was|were)\s+)?(?:also\s+)?accompanied\s+by)\s+(?:(?:his|her|its|the)\s+)?|,\s+(?:(?:his|her)\s+)?)"
    r"(?:(?:[\w-]+\s+){0,3}(?:[Mm]inisters|[Pp]remiers|[Pp]residents|[Ss]peakers|[Aa]mbassadors)\s+)?"
)
AND = re.compile(r",?\s+and\s+|,\s+")
HIS = re.compile(r"\b(?:[Hh]is|[Hh]er)\s+(?:\w+\s+)?$")
ONE_ONLY = frozenset({"president", "monarch", "prime-minister", "foreign-minister"})
REIGNS = ONE_ONLY - {"prime-minister"}
"""Offices of which two, named together without a state, are of two states."""
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
LED_BY = re.compile(
    r",?\s+(?:[a-z]+\s+){0,3}?(?:(?:led|headed|chaired|presided\s+over)\s+by|under|of|includ(?:ed|es|ing)|compris(?:ed|es|ing)|consist(?:ed|s|ing)\s+of"
    r"|made\s+up\s+of|composed\s+of)\s+(?:the\s+|its\s+)?"
)
FOR_BY = re.compile(r",?\s+by\s+(?:its\s+)?")
FOR = re.compile(r"\bfor\s+(?:the\s+)?$")
ANNOUNCED = re.compile(r"\s+(?:announced|said|reported|confirmed|stated)\s*[.,]?\s*$")
OFFICE_OF = re.compile(r",\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+(?:the\s+)?)?$")
ITS = re.compile(r"\b(?:its|their)\s+(?:\w+\s+)?$")
AS_ITS = re.compile(r",?\s+(?:as\s+|to\s+be\s+)?(?:its|their)\s+")
OF_ITS = re.compile(r",\s+(?:its|their)\s")
GOVERNED = re.compile(r"\b(?:in|to|with|of|from|by|at|for|on|against|into|between|over)\s+(?:the\s+)?$")
MISSION = re.compile(
    r"(?:['’]s?)?\s+(?:embassy|legation|consulate(?:[\s-]general)?|high\s+commission|(?:diplomatic\s+)?mission|delegation)\s+(?:in|at|to)\s+"
    r"(?:the\s+)?",
    re.I,
)
ITS_MISSION = re.compile(r"\b(?:embassy|legation|consulate(?:[\s-]general)?|high\s+commission)\s+(?:in|at)\s+$", re.I)
HEADS = re.compile(
    r"\b(?:head(?:s|ed)?|led|leads?|ran|runs?|manage[sd]|in\s+charge|at\s+the\s+head|director|staffed|as\s+(?:its|the)\s+(?:\w+\s+)?(?:ambassador|high\s+commissioner|envoy|minister|consul|chargé))\b",
    re.I,
)
MISSION_OF = re.compile(
    r"\b(?:embassy|legation|consulate(?:[\s-]general)?|high\s+commission|(?:diplomatic\s+)?mission)\s+of\s+(?:the\s+)?(?:[A-Z]\w+\s+of\s+)?$",
    re.I,
)
IN = re.compile(r"\s+(?:in|at|to)\s+(?:the\s+)?")
REPRESENTED = re.compile(r"\s+(?:(?:has|had)\s+been|is|was|being)\s+represented\s+(?:in|at|to)\s+(?:the\s+)?")
SENT_FROM = re.compile(r"[^.;]{0,40}?\b(?:expelled|recalled|withdrawn|summoned\s+home|departed|ousted)\s+from\s+(?:the\s+)?")
SENT_TO = re.compile(
    r"[^.;]{0,60}?\b(?:accredited|(?:credentials|letters?\s+of\s+credence)[^.;]{0,20}?)\s+to\s+(?:the\s+)?"
    r"(?:(?:[\w.-]+\s+){1,4}of\s+(?:the\s+)?)?(?:court\s+of\s+)?",
    re.I,
)


def served(annotated: Annotated, told: list[Mention]) -> list[Mention]:
    """The same persons, each with the state that the document or the sentence around him tells."""
    kept: list[Mention] = []
    known = _known(told)
    for mention in told:
        value = mention.value
        if isinstance(value, PersonName) and value.name and value.office and not value.state:
            state = known.get(value.name) or _from_list(annotated, mention, kept) or _from_sentence(annotated, mention)
            value = replace(value, state=state) if state else value
        if isinstance(value, PersonName) and value.office in ENVOYS and value.name and not value.host:
            value = _from_mission(annotated, mention.span, value)
        kept.append(replace(mention, value=value))
    return kept


def _known(told: list[Mention]) -> dict[str, str]:
    """Whole names and family names with the one state that the document tells for them."""
    found: dict[str, set[str]] = {}
    for mention in told:
        if isinstance(mention.value, PersonName) and mention.value.name and mention.value.state:
            for name in {mention.value.name, *mention.value.name.split()}:
                found.setdefault(name, set()).add(mention.value.state)
    return {name: next(iter(states)) for name, states in found.items() if len(states) == 1}


def _from_list(annotated: Annotated, mention: Mention, before: list[Mention]) -> str:
    """The state of the holder named just before: `Chilean President Ana Soto and Foreign Minister Luis Rey`."""
    text, value = annotated.document.text, mention.value
    last = before[-1] if before else None
    if last is None or not isinstance(last.value, PersonName) or not isinstance(value, PersonName) or not last.value.state:
        return ""
    if mention.span.start - last.span.end < 120 and HIS.search(text, last.span.end, mention.span.start):
        between = text[last.span.end : mention.span.start]
        return last.value.state if "." not in between else ""
    together = len(mention.span) == len(value.name) and AND.fullmatch(text, last.span.end, mention.span.start)
    same = last.value.office == value.office and value.office in ONE_ONLY
    if together and last.value.office == value.office and value.office not in REIGNS:
        return last.value.state
    joined = LISTED.fullmatch(text, last.span.end, mention.span.start)
    return last.value.state if joined and not same and last.value.office and last.value.name else ""


def _sentence(annotated: Annotated, span: Span) -> Span:
    sentences = annotated.all("sentence")
    at = bisect.bisect_right(sentences, span.start, key=lambda mention: mention.span.start) - 1
    return sentences[at].span if at >= 0 and span in sentences[at].span else span


def _owner(annotated: Annotated, sentence: Span, span: Span) -> str:
    """Whose "its ambassador" is: the nearest actor before that no preposition governs."""
    text = annotated.document.text
    said_within = OF_ITS.search(text, span.start, span.end)
    if not said_within and not ITS.search(text, sentence.start, span.start) and not AS_ITS.match(text, span.end):
        return ""
    before = list(actors(annotated, Span(sentence.start, span.start)))
    return next(
        (actor.code for where, actor in reversed(before) if not GOVERNED.search(text, sentence.start, where.start)),
        "",
    )


def _from_sentence(annotated: Annotated, mention: Mention) -> str:
    """The one state for which the sentence says that the person acts."""
    text, span = annotated.document.text, mention.span
    sentence = _sentence(annotated, span)
    if owner := _owner(annotated, sentence, span):
        return owner
    for where, actor in actors(annotated, sentence):
        if where.start >= span.end and _tells_after(text, span, where, actor.how, sentence.end):
            return actor.code
        if where.end <= span.start and actor.how is How.AGENT and LED_BY.fullmatch(text, where.end, span.start):
            return actor.code
        if (
            where.end <= span.start
            and FOR_BY.fullmatch(text, where.end, span.start)
            and FOR.search(text, max(0, where.start - 12), where.start)
        ):
            return actor.code
    return receiving(annotated, sentence, span) if isinstance(mention.value, PersonName) and mention.value.office in HOSTS else ""


def _tells_after(text: str, person: Span, actor: Span, how: How, end: int) -> bool:
    """Do the words between a person and an actor named later, or those after it, say that the one serves the other?"""
    between = (person.end, actor.start)
    return bool(
        REPRESENTS.fullmatch(text, *between)
        or (how in (How.ADJECTIVE, How.PEOPLE, How.AGENT) and NATION.fullmatch(text, *between))
        or (SAID_THAT.fullmatch(text, *between) and WOULD.match(text, actor.end))
        or (ANNOUNCED.fullmatch(text, actor.end, end) and OFFICE_OF.search(text, *between))
    )


def _from_mission(annotated: Annotated, span: Span, value: PersonName) -> PersonName:
    """An envoy with state and host of the mission that he heads, or with the host that he is sent to or sent home from."""
    text, sentence = annotated.document.text, _sentence(annotated, span)
    owners = list(actors(annotated, sentence))
    hosts = [(where, actor.code) for where, actor in owners]
    hosts += [(where.span, str(where.value)) for where in annotated.within("place", sentence) if where.value]
    heads = HEADS.search(text, sentence.start, sentence.end)
    for where, actor in owners:
        if value.state not in ("", actor.code):
            continue
        for place, host in hosts:
            if host != actor.code and (
                (heads and _has_mission(text, where, place))
                or (
                    place.end <= span.start
                    and REPRESENTED.fullmatch(text, where.end, place.start)
                    and " by " in text[place.end : span.start]
                )
            ):
                return replace(value, state=actor.code, host=host)
    for place, host in hosts:
        owned = heads and ITS_MISSION.search(text, sentence.start, place.start)
        sent = place.start >= span.end and any(way.fullmatch(text, span.end, place.start) for way in (SENT_FROM, SENT_TO))
        if (owned or sent) and host != value.state:
            return replace(value, host=host)
    return value


def _has_mission(text: str, owner: Span, place: Span) -> bool:
    """Do the words from a state to a place name the one's mission in the other?"""
    if IN.fullmatch(text, owner.end, place.start) and MISSION_OF.search(text, max(0, owner.start - 50), owner.start):
        return True
    noun = MISSION.search(text, owner.start, place.start)
    return bool(noun and noun.end() == place.start and noun.start() <= owner.end)
