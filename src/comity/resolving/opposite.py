"""Against whom a sentence sets a person of whom no state is told: the one who meets him, or to whom he turns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.mentions import ActorName, Annotated, How, Mention, state_of
from comity.model import Span

MEETS = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:met|meets|received|receives|hosted|hosts|welcomed|welcomes|greeted|congratulated|thanked|invited|telephoned|held\s+talks"
    r"|spoke|talked)\b[^.;]*"
)
MEETING = re.compile(r"\b(?:met|meets?|meeting|received|hosted|welcomed|greeted|talks|conferred|discussions)\b[^.;]*$")
WHERE = re.compile(r"\b(?:in|at|near)\s+$")
TOWARDS = re.compile(r"\b(?:to|with|against|into|visit(?:ed|s|ing)?|toured)\s+(?:the\s+)?$")


def one_named_with(annotated: Annotated, pair: Sequence[str], mention: Mention) -> str:
    """The one state of the topic pair that the mention's sentence sets against the person, if there is one.

    It is the one that meets or receives him, or to which he turns; where the sentence names but one, it is that one.
    """
    text = annotated.document.text
    sentence = next((each.span for each in annotated.all("sentence") if mention.span in each.span), mention.span)
    named, only = dict[str, list[Span]](), ""
    for other in (*annotated.within("actor", sentence), *annotated.within("person", sentence)):
        code = state_of(other)
        if code in pair and not other.span.touches(mention.span):
            only = code if not only or only == code else "several"
            if _is_where(annotated, other):
                continue
            named.setdefault(code, []).append(other.span)
    if len(named) < 2:
        return next(iter(named), "" if only == "several" else only)
    met = [
        code
        for code, spans in named.items()
        if any(span.end <= mention.span.start and MEETS.fullmatch(text, span.end, mention.span.start) for span in spans)
    ]
    after = sorted((span, code) for code, spans in named.items() for span in spans if span.start >= mention.span.end)
    turned = [code for span, code in after[:1] if TOWARDS.search(text, max(0, span.start - 24), span.start)]
    told = met or turned
    return told[0] if len(told) == 1 else ""


def _is_where(annotated: Annotated, mention: Mention) -> bool:
    """Is it a capital in which something happens?"""
    capital = isinstance(mention.value, ActorName) and mention.value.how is How.CAPITAL
    return capital and bool(WHERE.search(annotated.document.text, max(0, mention.span.start - 8), mention.span.start))


def locates(annotated: Annotated, mention: Mention) -> bool:
    """Does a state only say where the city before it lies: in Lima, Peru?"""
    start, code = mention.span.start, state_of(mention)
    if not annotated.document.text.endswith(", ", 0, start):
        return False
    return any(
        each.span.end == start - 2 and each.value == code for each in annotated.within("place", Span(max(0, start - 40), start))
    )


def is_met(annotated: Annotated, mention: Mention) -> bool:
    """Has the sentence set another person before this one, with words of meeting between the two?"""
    text = annotated.document.text
    sentence = next((each.span for each in annotated.all("sentence") if mention.span in each.span), mention.span)
    before = annotated.within("person", Span(sentence.start, mention.span.start))
    return any(MEETING.search(text, each.span.end, mention.span.start) for each in before)
