"""Whom an agreement binds of which the words name one party or none: those whom the sentence or the one before it names.

>>> [bool(CALLED_AFTER.search(words)) for words in ("the Treaty of ", "the friends of ")]
[True, False]
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from comity.brokers import how_helping
from comity.mentions import ActorName, How, Mention, PersonName, state_of
from comity.model import Span
from comity.resolving.bystanders import REBELS
from comity.resolving.opposite import WHERE, locates
from comity.resolving.work import Work

BACK = 2
"""Sentences before, in which the other party may be named."""
CALLED_AFTER = re.compile(
    r"(?i)\b(?:treat(?:y|ies)|peace|conventions?|pacts?|accords?|agreements?|protocols?|declarations?|charter|congress|conference|statute|truce"
    r"|articles?|act)\s+(?:of|signed\s+(?:at|in))\s+$"
)
"""What stands before the city after which a treaty is called."""
WITH = re.compile(r"\bwith\s+(?:the\s+)?$")
JOINS = re.compile(r"(?i)\b(?:acced|adher|party\b|parties\b|signator|adopt)")
"""Words by which one state joins what many have made."""
_POINTS = frozenset({How.GROUP, How.ITS, How.FIRST, How.PRONOUN, How.BEARER, How.INSIDE})


def fill(work: Work) -> None:
    """Fill the parties that the words and the context leave open."""
    if len(work.kind.sides) != 1 or not _is_open(work):
        return
    name = work.kind.sides[0]
    given = work.actors.get(name, ())
    if told := _one_more(work, given[0]) if given else _both(work):
        work.actors[name] = told
        work.note(f"{', '.join(told)}: those of whom the text speaks there")


def _is_open(work: Work) -> bool:
    name = work.kind.sides[0]
    body, given, document = work.kind.fields[name], work.actors.get(name, ()), work.who.annotated.document
    if body.type != "actors" or not body.from_context or len(given) > 1 or REBELS.search(work.draft.evidence.of(document)):
        return False
    named = re.search(r"\s[A-Z]", str(work.fields.get("title", "")))
    return not given or not (named or JOINS.search(work.draft.trigger.of(document)))


def _one_more(work: Work, given: str) -> tuple[str, ...]:
    """The other party, beside one that is named."""
    partners = _partners(work)
    for named in _told(work):
        others = [code for code in named if code != given and not {code, given} <= partners]
        if others:
            return (given, *others) if len(others) == 1 else ()
    return ()


def _both(work: Work) -> tuple[str, ...]:
    """Both parties, of whom the words name neither."""
    context, told = work.who.context, _told(work)
    here = next(told)
    if context.pair:
        return here if len(here) == 2 else ()
    if len(here) == 2 and (not context.home or context.home in here):
        return here
    found = dict.fromkeys([context.home, *here] if context.home else here)
    for named in ((), *told):
        found |= dict.fromkeys(named)
        if len(found) > 1:
            return tuple(found) if len(found) == 2 else ()
    return ()


def _told(work: Work) -> Iterator[tuple[str, ...]]:
    """The states named with it, and those named before it: in the rest of the sentence, in those before in the same paragraph."""
    annotated = work.who.annotated
    block = annotated.document.blocks[work.draft.block].span
    every = annotated.all("sentence")
    at = bisect.bisect_left([each.span.start for each in every], work.draft.evidence.start)
    parts = list(_parts(work))
    yield _named(work, parts.pop())
    for span in (*reversed(parts), *(each.span for each in reversed(every[max(0, at - BACK) : at]) if each.span in block)):
        yield _named(work, span)


def _parts(work: Work) -> Iterator[Span]:
    """The parts of the sentence between semicolons, up to that which tells of the agreement."""
    start, text = work.draft.evidence.start, work.who.annotated.document.text
    ends = [match.end() for match in re.finditer(";", text[start : work.draft.evidence.end])]
    for end in (*(start + each for each in ends), work.draft.evidence.end):
        yield Span(start, end)
        if work.draft.trigger.start < end:
            return
        start = end


def _named(work: Work, within: Span) -> tuple[str, ...]:
    """The states that act or are acted upon in a stretch; where some stand after "with", those."""
    annotated, who = work.who.annotated, work.who
    mentions = sorted((*annotated.within("actor", within), *annotated.within("person", within)), key=lambda each: each.span)
    found: dict[str, bool] = {}
    for mention in mentions:
        code = state_of(mention)
        if code and who.gazetteer.is_state(code) and not _is_scene(work, mention):
            text, settled = annotated.document.text, who.settled(code, work.when)[0]
            found[settled] = found.get(settled, False) or bool(WITH.search(text, within.start, mention.span.start))
    partners = tuple(code for code, is_with in found.items() if is_with)
    return partners if len(partners) == 1 and len(found) > 2 else tuple(found)


def _partners(work: Work) -> set[str]:
    """Those named after "with", none of whom is party to what another one signed: one with Peru, one with Mali."""
    text, evidence = work.who.annotated.document.text, work.draft.evidence
    told = work.who.annotated.within("actor", evidence)
    return {state_of(each) for each in told if WITH.search(text, evidence.start, each.span.start)} - {""}


def _is_scene(work: Work, mention: Mention) -> bool:
    annotated, value = work.who.annotated, mention.value
    if isinstance(value, PersonName):
        return False
    if not isinstance(value, ActorName) or value.how in _POINTS:
        return True
    text, start = annotated.document.text, max(0, mention.span.start - 40)
    return bool(
        WHERE.search(text, start, mention.span.start)
        or how_helping(text, mention.span.start, mention.span.end, first=work.draft.evidence.start)
        or CALLED_AFTER.search(text, start, mention.span.start)
        or locates(annotated, mention)
    )
