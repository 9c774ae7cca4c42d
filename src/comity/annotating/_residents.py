"""Is an envoy one who stays, as ambassadors do, and not one who is sent on an errand?

>>> from comity.annotating._example import annotated
>>> def stays(text):
...     at = text.index("envoy")
...     return resides(annotated(text), Span(at, at + 5))
>>> stays("Mali recalled its envoy, Ana Soto."), stays("The first Malian envoy, Ana Soto, arrived.")
(True, False)
>>> stays("Mali's envoy Ana Soto proposed a truce."), stays("The peace envoy, Ana Soto, was recalled.")
(False, False)
"""

from __future__ import annotations

import re

from comity.mentions import Annotated
from comity.model import Span

_STAYS = re.compile(
    r"\b(?:recall(?:ed|s|ing)?|(?:call|summon|order)(?:ed|s|ing)?\s+(?:home|back)|summon(?:ed|s|ing)|expel(?:led|s|ling)?|withdr[ae]w(?:n|s|ing)?"
    r"|credentials|letters?\s+of\s+credence|legations?|embass(?:y|ies)|resident|accredited|persona\s+non\s+grata|passports?"
    r"|ask(?:ed|s)\s+to\s+leave|order(?:ed|s)\s+to\s+leave|declared\s+unwelcome)\b",
    re.I,
)
_ERRAND = re.compile(
    r"\b(?:peace|trade|climate|personal|special|presidential|royal|hostage|nuclear|human\s+rights|sports|goodwill|youth|UN|U\.N\.|EU|AU|ASEAN)\s+$"
)
_NEAR = 50


def resides(annotated: Annotated, span: Span) -> bool:
    """Does the sentence speak of an envoy as of the head of a mission?"""
    text = annotated.document.text
    sentence = next((each.span for each in annotated.all("sentence") if span in each.span), span)
    near = max(sentence.start, span.start - _NEAR)
    if _ERRAND.search(text, near, span.start):
        return False
    return bool(_STAYS.search(text, sentence.start, sentence.end))
