"""Plural words that stand alone for actors named before: they; both, the two, each, neither where a verb follows.

>>> from comity.triggers import Lexicon
>>> text = "They left. Both Peru and Chile stayed, but both sent guns; the two were cold."
>>> [text[start:end] for start, end in plurals(text, Lexicon("en", irregular={"send": ("sent", "sent")}))]
['They', 'both']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from comity.triggers import Lexicon

THEY = re.compile(r"\b[Tt]hey\b(?!['’])")
_BELONG = r"belong|share|remain|(?:are|were)\s+(?:[a-z]+\s+)?(?:members?|parties|signatories|part|participants)"
_HELPS = "have|had|has|would|will|did|also|then|later|soon|again|once|now|still|in\\s+turn|jointly|together|both|each"
_WHEN = r"\b(?:[Ii]n|[Bb]y|[Oo]n|[Ss]ince)\s+(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\s+)?\d{4},?\s+"
_OPENS = (
    rf"(?:^|{_WHEN}|[.;:!?]\s+[“\"]?|,\s+|\n\s*"
    rf"|\b(?:and|but|that|which|while|although|though|when|after|before|since|until|where)\s+)"
)
SIDE = re.compile(
    r"\b[Nn]either\s+(?P<side>side|country|state|government|party|power|nation|capital|kingdom|republic|army)\b(?!\s+of\b)"
)


@lru_cache(maxsize=8)
def _alone(lexicon: Lexicon) -> re.Pattern[str]:
    pasts = {word for forms in lexicon.irregular.values() for word in forms[0].split()} - {"was", "were", "had"}
    verb = rf"(?:{_HELPS}|{_BELONG}|(?:are|were)\s+[a-z]+ing|[a-z]+ed|{'|'.join(sorted(pasts))})\b"
    return re.compile(rf"{_OPENS}(?P<all>(?i:both|each|the\s+two|the\s+pair)(?:\s+of\s+them)?)(?=\s+{verb})")


def plurals(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where such a word stands; of "neither side", the side, for the word before it denies."""
    for match in THEY.finditer(text):
        yield match.span()
    for match in SIDE.finditer(text):
        yield match.span("side")
    if lexicon.irregular:
        for match in _alone(lexicon).finditer(text):
            yield match.span("all")
