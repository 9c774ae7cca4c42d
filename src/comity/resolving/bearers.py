"""For which state a king, a junta or "the President" acts, whom the sentence calls by that word alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span
from comity.resolving.context import Context

_ONLY: Mapping[str, frozenset[str]] = {
    "tsar": frozenset({"RUS", "BGR"}), "czar": frozenset({"RUS", "BGR"}), "tsarina": frozenset({"RUS"}),
    "negus": frozenset({"ETH"}), "shah": frozenset({"IRN"}), "khedive": frozenset({"EGY"}), "shogun": frozenset({"JPN"}),
    "doge": frozenset({"VEC"}), "stadtholder": frozenset({"NLD"}), "nizam": frozenset({"HYD"}),
    "politburo": frozenset({"SUN", "CHN", "VNM", "DDR"}),
}  # fmt: skip
"""Whose rulers alone are called so."""
_MONARCHS = ("king", "queen", "emperor", "empress", "sultan", "monarch", "emir", "shah", "tsar", "grand duke")
_AS_OFFICE = dict.fromkeys(_MONARCHS, "monarch") | {
    "premier": "prime-minister", "president": "president", "prime minister": "prime-minister", "chancellor": "prime-minister",
    "foreign minister": "foreign-minister", "defence minister": "defence-minister",
}  # fmt: skip
_OTHER = re.compile(r"(?:the other|its|their|his|her)\b")
_LAND = re.compile(r"the\b.*\b(?:country|republic|islands?|colony|protectorate)$")
_NEAR = 600
"""Characters back in which a holder of the office is the one who is meant."""


def borne(annotated: Annotated, context: Context, mention: Mention, taken: Sequence[str]) -> tuple[str, str]:
    """The state and the step that found it; two empty words where nothing tells it.

    In this order: the city of its seat; the other of the pair, where one side of the claim is known; whose rulers alone are
    called so; whose holder of that office the text has named; the state that publishes.
    """
    words = " ".join(mention.span.of(annotated.document).lower().split())
    if seat := _seat(annotated, mention.span):
        return seat, f"{words!r} has its seat in {seat}"
    last = _last(annotated, mention.span, context.pair)
    is_other, is_land = bool(_OTHER.match(words)), bool(_LAND.match(words))
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


def _by_office(annotated: Annotated, context: Context, span: Span, words: str) -> tuple[str, str]:
    """By the word itself: whose rulers alone are called so, who held that office last, who publishes."""
    noun = next((name for name in (*_ONLY, *_AS_OFFICE) if words.endswith(f" {name}")), "")
    sole = [code for code in _ONLY.get(noun, ()) if code in context.pair]
    if len(sole) == 1:
        return sole[0], f"{words!r} is that of {sole[0]}"
    if holder := _holder(annotated, span, _AS_OFFICE.get(noun, "")):
        return holder, f"{words!r} is the one of {holder}, named before"
    return context.publisher, f"{words!r} is that of {context.publisher}, which publishes the text" if context.publisher else ""


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


def _holder(annotated: Annotated, span: Span, office: str) -> str:
    """The state whose holder of an office was named last, not long before; the only one that the text has named so."""
    if not office:
        return ""
    states = [
        (mention.span.end, mention.value.state)
        for mention in annotated.within("person", Span(0, span.start))
        if isinstance(mention.value, PersonName) and mention.value.office == office and mention.value.state
    ]
    if len({state for _, state in states}) == 1 or (states and span.start - states[-1][0] < _NEAR):
        return states[-1][1]
    return ""
