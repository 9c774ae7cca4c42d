"""Whom "they" means: those of whom the clause or the sentence before speaks first, where they are several or a people."""

from __future__ import annotations

import re

from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span
from comity.resolving.together import LINK

WE = re.compile(r"(?i)we|us|our")
"""Who speaks, and no "it": my Government is one."""
THEY = frozenset({"they"})
HEAD = 70
"""Characters of a clause in which its subject must begin."""
CLAUSE = re.compile(
    r"[;:]\s+|,\s+(?:and|but|so|yet|while)\s+|\s+(?:but|because|until|when|after|before|where|if|that|although|though)\s+"
)
GOVERNED = re.compile(
    r"\b(?:in|to|with|of|from|by|at|for|on|against|into|between|over|through|under|near|about|after|before)\s+(?:the\s+)?$", re.I
)
NUMBER = re.compile(r"\n\s*\(?\d{1,2}[.)]\s+$")
OTHERS = re.compile(r"\b(?:[a-z]+(?:men|women)|people|[a-z]{3,}(?:ers|ors|ists|ians|ants|ents|ees))\b")
"""Persons who are no actors, of whom a clause may speak: the miners, the students."""
MANY = re.compile(
    r"(?:s|men|people|police|troops|cavalry|infantry|French|British|Dutch|Spanish|Swiss|Chinese|Japanese|Portuguese|Irish|Danish|Polish)$"
)

OF_ONE = re.compile(r"(?:[Tt]he\s+)?(?:[a-z]+\s+)?[a-z]{3,}s\s+of\s")
"""The forces of Peru."""
EXPLETIVE = re.compile(r"\s+(?:is|was|remains|seems|seemed|appears|appeared|has\s+been)\b[^.;]*\b(?:that|to|who)\b")
"""It was with joy that, it is clear that: nobody is meant."""


def is_they(mention: Mention) -> bool:
    """Is it the mere pronoun?"""
    return isinstance(mention.value, ActorName) and mention.value.how is How.GROUP and mention.value.text.lower() in THEY


def they(annotated: Annotated, mention: Mention) -> list[Mention]:
    """The mentions that "they" points back to; none where the clause before speaks of somebody else, or of one."""
    sentences = annotated.all("sentence")
    at = next((number for number, each in enumerate(sentences) if mention.span in each.span), -1)
    if at < 0:
        return []
    text, own = annotated.document.text, sentences[at].span
    before = text[own.start : mention.span.start]
    if CLAUSE.search(before + " "):
        first = _subject(annotated, Span(own.start, mention.span.start))
        if first or before.strip():
            return first
    if at and len(before) < HEAD and (_is_numbered(text, own.start) or "\n" not in text[sentences[at - 1].span.end : own.start]):
        return _subject(annotated, sentences[at - 1].span)
    return []


def head_before(annotated: Annotated, mention: Mention) -> Mention | None:
    """The one of whom the sentence before speaks first, where a pronoun begins its own: Peru met Chile. It left."""
    sentences = annotated.all("sentence")
    at = next((number for number, each in enumerate(sentences) if mention.span in each.span), 0)
    own = sentences[at].span if sentences else mention.span
    text, lead = annotated.document.text, Span(own.start, mention.span.start)
    if not at or len(lead) > HEAD or annotated.within("actor", lead) or "\n" in text[sentences[at - 1].span.end : own.start]:
        return None
    clause = sentences[at - 1].span
    found, listed = _named(annotated, clause), 0
    for number, each in enumerate(found):
        before, after = text[clause.start : each.span.start], text[each.span.end : each.span.end + 2]
        if len(before) > HEAD or OTHERS.search(before) or after in ("'s", "’s"):
            return None
        if number < listed or GOVERNED.search(before) or before.endswith("("):
            listed = max(listed, number + len(_together(text, found[number:])))
        elif len(_together(text, found[number:])) > 1 or _is_nobody(text, each, clause.end):
            return None
        else:
            return each
    return None


def _is_nobody(text: str, mention: Mention, end: int) -> bool:
    """Is it no one state or body: who speaks, or the "it" of "it was with joy that"?"""
    return bool(
        WE.fullmatch(text, mention.span.start, mention.span.end)
        or (_is_pointer(mention) and EXPLETIVE.match(text, mention.span.end, end))
    )


def _together(text: str, found: list[Mention]) -> list[Mention]:
    """Those that are named together with the first; two with a mere comma between are not: a partner of Peru, Chile left."""
    run = _run(text, found)
    return run[:1] if len(run) == 2 and text[run[0].span.end : run[1].span.start].strip() in (",", ", the") else run


def _named(annotated: Annotated, clause: Span) -> list[Mention]:
    """The actors and persons of a stretch in the order of the text, none within another."""
    found = [each for kind in ("actor", "person") for each in annotated.within(kind, clause)]
    return sorted((each for each in found if not _is_inside(each, found)), key=lambda each: each.span)


def _is_numbered(text: str, start: int) -> bool:
    """Does a numbered paragraph of one text begin there, as of a communiqué: `3. They reviewed ...`?"""
    return bool(NUMBER.search(text, max(0, start - 8), start))


def _subject(annotated: Annotated, clause: Span) -> list[Mention]:
    """Of whom a stretch speaks first, if it begins with them and they are several; a pronoun's own are sought further back."""
    text, found = annotated.document.text, _named(annotated, clause)
    for number, each in enumerate(found):
        lead = text[clause.start : each.span.start]
        if len(lead) > HEAD or OTHERS.search(lead) or _is_pointer(each):
            return they(annotated, each) if is_they(each) else []
        if GOVERNED.search(lead):
            continue
        run = _run(text, found[number:])
        return run if len(run) > 1 or _is_several(text, each) else []
    return []


def _is_inside(mention: Mention, others: list[Mention]) -> bool:
    return any(mention.span in other.span and mention.span != other.span for other in others)


def _is_pointer(mention: Mention) -> bool:
    value = mention.value
    pointing = (How.ITS, How.PRONOUN, How.FIRST, How.INSIDE, How.BEARER)
    return is_they(mention) or (isinstance(value, ActorName) and value.how in pointing)


def _run(text: str, found: list[Mention]) -> list[Mention]:
    run = found[:1]
    for each in found[1:]:
        if not LINK.fullmatch(text, run[-1].span.end, each.span.start):
            break
        run.append(each)
    return run


def _is_several(text: str, mention: Mention) -> bool:
    value = mention.value
    if isinstance(value, PersonName):
        return False
    words = text[mention.span.start : mention.span.end]
    following = text[mention.span.end : mention.span.end + 1].isspace() and text[mention.span.end :].lstrip()[:1].islower()
    how = value.how if isinstance(value, ActorName) else How.NAME
    if how is How.GROUP:
        return True
    many = MANY.search(words) or OF_ONE.match(words)
    return how in (How.AGENT, How.PEOPLE) and bool(many) and (following or how is How.AGENT)
