"""Those who act for a statesman, told by his name: `Soto's government`, `the government of President Soto`, `Bello's troops`.

>>> from comity.annotating._example import annotated
>>> document = annotated("Chilean President Ana Soto came. In 1990 the government of Soto fell; Soto's new envoys left.")
>>> [mention.span.of(document.document) for mention in document.all("person")]
['Chilean President Ana Soto', 'government of Soto', "Soto's new envoys"]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from comity.mentions import Mention
from comity.model import Document, Span
from comity.triggers import Lexicon

RULING = r"(?:government|administration|regime|cabinet|junta|troops|forces|armies|army|fleet|dictatorship|court)"
OF = re.compile(rf"\b{RULING}\s+(?:(?:led|headed)\s+by|of)\s+(?:the\s+)?$")
NEAR = 40


@lru_cache(maxsize=8)
def _his(lexicon: Lexicon) -> re.Pattern[str]:
    agents = "|".join(sorted(map(re.escape, lexicon.agents), key=len, reverse=True))
    return re.compile(rf"(?:['’]s?\s+(?:[a-z]+\s+)?(?:{agents})|\s+{RULING}|\s+Administration|\s+Government)\b(?!['’-])")


def with_governments(document: Document, persons: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """The persons, each with the words around the name for those who act for him, where these touch nobody else."""
    text, ordered = document.text, sorted(persons, key=lambda each: each.span)
    for number, person in enumerate(ordered):
        start, end = person.span.start, person.span.end
        first = ordered[number - 1].span.end if number else 0
        last = ordered[number + 1].span.start if number + 1 < len(ordered) else len(text)
        if after := _his(lexicon).match(text, end, min(last, end + NEAR)):
            end = after.end()
        elif before := OF.search(text, max(first, start - NEAR), start):
            start = before.start()
        wide = Span(start, end)
        yield person if document.crosses(wide) else replace(person, span=wide)
