"""Who is not acted upon, though the sentence or the document names nobody else: whoever judges an act, or its own state's rebels.

>>> bool(JUDGES.search(" at the United Nations condemned the Soviet ")), bool(JUDGES.search(" fled from the Soviet "))
(True, False)
"""

from __future__ import annotations

import re

from comity.brokers import how_helping, names_paper
from comity.mentions import ActorName, How, Mention, code_of
from comity.resolving.work import Work

JUDGES = re.compile(
    r"\b(?:condemn|oppos|denounc|critici[sz]|deplor|reject|disapprov|support|back|endors|prais|welcom|applaud)(?:e?d|e?s|ing|ion|als?)?\b"
    r"(?!\s+(?:by|from)\b)[^.;:]*$"
)
"""Words between a state and an act of another by which the one speaks of it, and does not suffer it."""
JUDGED = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
TIES = re.compile(
    r"\b(?:ties|links|relations|relationship|contacts|alliance|friendship|closeness|rapprochement|dealings|proximity|sympathies|cooperation"
    r"|co-operation|pact|deal)\s+(?:to|with|towards?)\s+(?:the\s+)?$"
)
"""Words before those whom a sentence names as somebody's friends alone."""
_NEAR = 40
"""Characters in which such words stand."""
HELPS = frozenset({"AID", "SUPPORT"})
_NO_STATE = (
    r"(?:rebel|guerrilla|guerilla|insurgen|separatist|secessionist|militia|militant|mujahi|partisan|resistance\s+(?!to\b)|opposition\b(?!\s+to\b)"
    r"|dissident|liberation\s+(?:movement|front|arm|struggle)|paramilitar|warlord|freedom\s+fighter|terrorist|faction|contras\b"
    r"|(?:armed|leftist|left-wing|right-wing|revolutionary|extremist|nationalist|Marxist|communist|Islamist|minority)\s+(?:groups?|movements?|parties)"
    r"|[A-Z]\w+\s+(?:Front|Movement|Alliance)\b)"
)
GROUP = re.compile(rf"[^.;:,]{{0,60}}?\b{_NO_STATE}")
REBELS = re.compile(rf"\b{_NO_STATE}")
FIGHTING = re.compile(r"\b(?:against|fight|fighting|combat|suppress|quell|crush|defeat|counter|from)\b")
NAMED = re.compile(r"\s+of\s+(?:the\s+)?(?:[a-z]+\s+)?[A-Z]")


def is_for_no_state(work: Work, name: str) -> bool:
    """Is what a side leaves open said, of somebody who is no state: arms to the rebels, the annexation of Goa?"""
    if name != work.kind.sides[-1] or work.draft.slots.get(name) or work.kind.even(work.fields):
        return False
    text, trigger = work.who.annotated.document.text, work.draft.trigger
    if work.fields.get("type") in HELPS and (group := GROUP.match(text, trigger.end, work.draft.evidence.end)):
        return not FIGHTING.search(group[0])
    named = work.fields.get("type") in JUDGED and NAMED.match(text, trigger.end, work.draft.evidence.end)
    return bool(named) and not any(mention.span.start < trigger.end + 40 for mention in _actors_after(work))


def _actors_after(work: Work) -> list[Mention]:
    after = work.draft.evidence
    return [each for each in work.who.annotated.within("actor", after) if each.span.start >= work.draft.trigger.end]


def befriended(work: Work) -> set[str]:
    """The states that the sentence names only as those with whom somebody has ties: left because of its links with Peru."""
    if not work.kind.may_befall(work.fields):
        return set()
    text, found = work.who.annotated.document.text, dict[str, bool]()
    for mention in work.who.annotated.within("actor", work.draft.evidence):
        start = mention.span.start
        ties = bool(TIES.search(text, max(0, start - _NEAR), start))
        found[code_of(mention)] = found.get(code_of(mention), True) and ties
    return {code for code, ties in found.items() if code and ties}


def judging(work: Work) -> set[str]:
    """The states that the sentence names only before words by which they judge the act."""
    if work.fields.get("type") not in JUDGED:
        return set()
    text, at = work.who.annotated.document.text, work.draft.trigger.start
    found: dict[str, bool] = {}
    for mention in work.who.annotated.within("actor", work.draft.evidence):
        judges = mention.span.end <= at and bool(JUDGES.search(text, mention.span.end, at))
        found[code_of(mention)] = found.get(code_of(mention), True) and judges
    return {code for code, judges in found.items() if code and judges}


def helping(work: Work) -> set[str]:
    """The states that the sentence names only as brokers, hosts or witnesses of what others agree upon, or in a treaty's name."""
    text, first = work.who.annotated.document.text, work.draft.evidence.start
    found: dict[str, bool] = {}
    for mention in work.who.annotated.within("actor", work.draft.evidence):
        at = mention.span.start, mention.span.end
        helps = bool(how_helping(text, *at, first=first)) or (_is_seat(mention) and names_paper(text, *at))
        found[code_of(mention)] = found.get(code_of(mention), True) and helps
    return {code for code, helps in found.items() if code and helps}


def _is_seat(mention: Mention) -> bool:
    return isinstance(mention.value, ActorName) and mention.value.how in (How.CAPITAL, How.SEAT)
