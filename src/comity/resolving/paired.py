"""What leaves a side to the reader: "Soviet advisers trained the army" is a claim where the document says whose army it is.

It must be about a pair, or about one state with many others; the sentence may name nobody else, nor a city of who acts.
"""

from __future__ import annotations

import re

from comity.mentions import ActorName, How, Mention, PersonName
from comity.model import Span
from comity.resolving.work import Work

_DATE = 40
"""Characters, at most, in which a date stands behind a name."""
_ACTS = re.compile(r"(?:\s+[a-z]+){0,3}\s*")
"""What stands between them: nothing, or a few words of what he did."""


def other_of(work: Work, code: str) -> str:
    """The other of the pair for what one of them was before: the Soviet Union, where the document speaks of Russia."""
    pair = work.who.context.pair
    return next((pair[1 - at] for at, one in enumerate(pair[:2]) if code in work.who.before(one)), "")


def refuse(work: Work) -> None:
    """Take back a claim of such a rule where the document does not tell both sides."""
    if not work.draft.paired:
        return
    context, who = work.who.context, work.who
    about = set(context.pair) if context.titled else {context.home} - {""} if not context.pair else set()
    known = about.union(*map(who.before, about))
    acting, undergoing = (set(work.actors.get(name, ())) for name in work.kind.sides)
    mentions = who.annotated.within("actor", work.draft.evidence)
    named = {mention.value.code for mention in mentions if isinstance(mention.value, ActorName)} - {""}
    if not context.pair:
        beside = [mention.value for mention in mentions if _has_own_date(work, mention)]
        named -= {value.code for value in beside if isinstance(value, ActorName)}
    where = who.gazetteer.cities.get(str(work.fields.get("place", "")), "")
    told = bool(undergoing) and ({*acting, *undergoing} <= known if context.pair else bool(undergoing & known))
    others = named - known - acting - undergoing
    work.void = work.void or not (_is_named(work) and acting and told) or where in acting or bool(others)


def _has_own_date(work: Work, mention: Mention) -> bool:
    """Does a date follow it, as that of one who did the same: the king of Peru came in 1960, that of Chile in 1962?"""
    text, end = work.who.annotated.document.text, mention.span.end
    dates = work.who.annotated.within("date", Span(end, end + _DATE))
    return bool(dates) and bool(_ACTS.fullmatch(text, end, dates[0].span.start))


def _is_named(work: Work) -> bool:
    """Is it told who acts, by more than a pronoun; or, where nobody is, which official tells of what was done to his state?"""
    told = [tuple(each.value for each in work.draft.slots.get(name, ())) for name in work.kind.sides]
    first, second = told[0], told[-1]
    if first:
        return any(not isinstance(value, ActorName) or value.how not in (How.PRONOUN, How.ITS) for value in first)
    return any(isinstance(value, PersonName) or (isinstance(value, ActorName) and value.how is How.AGENT) for value in second)
