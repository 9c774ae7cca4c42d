"""For which state a king, a junta or "the President" acts, whom the sentence calls by that word alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span
from comity.resolving.context import BY_TALKS, Context
from comity.triggers import lexicon

_MONARCHS = ("king", "queen", "emperor", "empress", "sultan", "monarch", "emir", "shah", "tsar", "grand duke")
_AS_OFFICE = dict.fromkeys(_MONARCHS, "monarch") | {
    "premier": "prime-minister", "president": "president", "prime minister": "prime-minister", "chancellor": "prime-minister",
    "foreign minister": "foreign-minister", "defence minister": "defence-minister",
}  # fmt: skip
_HEADS = frozenset({*_AS_OFFICE, "head of state", "foreign secretary", "secretary of state"})
_OTHER = re.compile(r"(?:the other|its|their|his|her)\b")
_LAND = re.compile(r"the\b.*\b(?:country|republic|nation|federation|islands?|colony|protectorate|dominion|territory|state)$")
_NEAR = 600
"""Characters back in which a holder of the office is the one who is meant."""
_TOGETHER = 120
"""Characters within which holders are named together, so that neither is the one who is meant."""


def borne(annotated: Annotated, context: Context, mention: Mention, taken: Sequence[str]) -> tuple[str, str]:
    """The state and the step that found it; two empty words where nothing tells it.

    In this order: the city of its seat; who reports of talks with another; the other of the pair, where one side of the
    claim is known; whose rulers alone are called so; whose holder of that office the text has named; who publishes.
    """
    words = " ".join(mention.span.of(annotated.document).lower().split())
    if (plain := _plainly(annotated, context, mention.span, words, taken))[0]:
        return plain
    last = _last(annotated, mention.span, context.pair)
    is_other, is_land = bool(_OTHER.match(words)), bool(_LAND.match(words))
    if is_land and context.home and not context.pair:
        home = context.home if context.home not in taken else ""
        return home, home and f"{words!r} is {home}, of which the document speaks"
    if is_land and not set(taken) & set(context.pair):
        return ("", "") if last in taken else (last, last and f"{words!r} is {last}, named before")
    known = (last,) if is_other and not taken else taken
    other = next((code for code in map(context.other, known) if code and code not in taken), "")
    if other and (context.titled or is_other):
        return other, context.why_other(next(code for code in known if context.other(code) == other))
    if is_other or is_land:
        return "", ""
    code, step = _by_office(annotated, context, mention.span, words)
    return ("", "") if code in taken else (code, step)


def _plainly(annotated: Annotated, context: Context, span: Span, words: str, taken: Sequence[str]) -> tuple[str, str]:
    """By its seat; or in a report of talks whose title names the guest alone, by the bare title of who received him."""
    if seat := _seat(annotated, span):
        return seat, f"{words!r} has its seat in {seat}"
    host = context.pair[0] if context.pair and context.why_pair == BY_TALKS else ""
    if not host or host in taken or words.removeprefix("the ") not in _HEADS:
        return "", ""
    return host, f"{words!r} is that of {host}, which reports of talks with another"


def _by_office(annotated: Annotated, context: Context, span: Span, words: str) -> tuple[str, str]:
    """By the word itself: whose rulers alone are called so, who held that office last, who publishes."""
    only = lexicon().rulers
    noun = next((name for name in sorted((*only, *_AS_OFFICE), key=len, reverse=True) if words.endswith(f" {name}")), "")
    sole = [code for code in context.pair if code in only.get(noun, ())]
    if len(sole) == 1:
        return sole[0], f"{words!r} is that of {sole[0]}"
    if holder := _holder(annotated, span, noun):
        return holder, f"{words!r} is the one of {holder}, named before"
    if context.publisher:
        return context.publisher, f"{words!r} is that of {context.publisher}, which publishes the text"
    alone = context.home if not context.pair else ""
    return alone, f"{words!r} is that of {alone}, of which the document speaks" if alone else ""


def _seat(annotated: Annotated, span: Span) -> str:
    for mention in (*annotated.within("actor", span), *annotated.within("place", span)):
        if mention.span != span:
            return mention.value.code if isinstance(mention.value, ActorName) else str(mention.value)
    return ""


def _last(annotated: Annotated, span: Span, pair: Sequence[str]) -> str:
    """The one of a pair that was named last, not long before."""
    before = annotated.within("actor", Span(max(0, span.start - _NEAR), span.start))
    named = (
        mention.value.code
        for mention in reversed(before)
        if isinstance(mention.value, ActorName) and mention.value.how is How.NAME
    )
    return next((code for code in named if code in pair), "")


def _holder(annotated: Annotated, span: Span, noun: str) -> str:
    """The state whose holder of an office was named last, not long before; "" where holders of several were named together."""
    office = _AS_OFFICE.get(noun, "")
    told = [
        (mention.span.end, code) for mention in _before(annotated, span) if (code := _serves(annotated, mention, noun, office))
    ]
    if len({code for _, code in told}) == 1:
        return told[-1][1]
    near = [(end, code) for end, code in told if span.start - end < _NEAR]
    together = {code for end, code in near if near[-1][0] - end < _TOGETHER}
    return near[-1][1] if len(together) == 1 else ""


def _before(annotated: Annotated, span: Span) -> list[Mention]:
    both = (*annotated.within("person", Span(0, span.start)), *annotated.within("actor", Span(0, span.start)))
    return sorted(both, key=lambda mention: mention.span)


def _serves(annotated: Annotated, mention: Mention, noun: str, office: str) -> str:
    """For whom somebody acts who is told with the office and the state: King Olaf of Norway, the king of Norway."""
    value = mention.value
    if isinstance(value, PersonName):
        return value.state if office and value.office == office else ""
    agent = (
        isinstance(value, ActorName) and value.how is How.AGENT and noun in mention.span.of(annotated.document).lower().split()
    )
    return value.code if agent and isinstance(value, ActorName) else ""
