"""For which state somebody in office acts of whom none is told: that from whose city a report was filed, or its publisher.

And whose an accession is of which a sentence tells before it tells whose: upon *its* accession to the body, Peru paid.
"""

from __future__ import annotations

import re

from comity.mentions import ActorName, Annotated, Mention, PersonName
from comity.model import Span
from comity.resolving.context import BY_TITLE, Context

_ABROAD = frozenset({"", "monarch", "party-leader"})
"""Offices that a text names as often of another state without telling it."""

_JOINING = re.compile(r"\s+(?:[a-z]+\s+)?(?:accession|admission|admittance|entry|membership|withdrawal|departure|expulsion)\b")
_LEADS = re.compile(r"(?:Upon|On|After|Since|Following|Before|With|Through|By|Until|Despite|Prior to)\s+$")


def ahead(annotated: Annotated, mention: Mention) -> str:
    """The state that follows behind the comma, for an "its" of joining or leaving at the head of the sentence."""
    text = annotated.document.text
    sentence = next((each.span for each in annotated.all("sentence") if mention.span in each.span), mention.span)
    if not (_LEADS.fullmatch(text, sentence.start, mention.span.start) and _JOINING.match(text, mention.span.end)):
        return ""
    comma = text.find(", ", mention.span.end, sentence.end)
    named = (other for other in annotated.within("actor", sentence) if comma >= 0 and other.span.start == comma + len(", "))
    return next((value.code for other in named if isinstance(value := other.value, ActorName)), "")


def from_head(annotated: Annotated, context: Context, mention: Mention, value: PersonName) -> str:
    """The state from which a text was filed, or that publishes it, for whom a sentence names first without telling his."""
    own = context.filed or ("" if context.why_pair == BY_TITLE else context.publisher)
    return own if own and value.office not in _ABROAD and _is_first(annotated, mention, own) else ""


def _is_first(annotated: Annotated, mention: Mention, own: str) -> bool:
    """Does the sentence name no other state, and nobody else in office of whom no state is told, before the person?"""
    sentence = next((each.span for each in annotated.all("sentence") if mention.span in each.span), mention.span)
    before = Span(sentence.start, mention.span.start)
    others = (other.value for other in annotated.within("person", before))
    unknown = any(isinstance(other, PersonName) and other.office and not other.state for other in others)
    named = {other.value.code for other in annotated.within("actor", before) if isinstance(other.value, ActorName)}
    return not unknown and not named - {own, ""}
