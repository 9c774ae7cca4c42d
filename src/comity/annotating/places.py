"""Cities, whether they stand for a government or are only where something happened.

>>> from comity.annotating._example import annotated
>>> document = annotated("They met in Lima.")
>>> [(mention.span.of(document.document), mention.value) for mention in document.all("place")]
[('Lima', 'PER')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import ahocorasick_rs

from comity.annotating import Tools
from comity.mentions import Annotated, Mention
from comity.model import Span
from comity.triggers import is_bounded

TREATY = re.compile(
    r"\s+(?:Peace\s+|Framework\s+|Ceasefire\s+)?(?:Accords?|Agreements?|Treat(?:y|ies)|Conventions?|Protocols?|Declaration|Charter|Pact|Statute)\b"
)
"""What makes a city the name of a treaty: the *Ottawa* Convention lies nowhere."""
KIND = "place"
NEEDS: frozenset[str] = frozenset()


@lru_cache(maxsize=8)
def _automaton(names: tuple[str, ...]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """Every known city, with the code of the state that it lies in."""
    text, cities = annotated.document.text, tools.gazetteer.cities
    names = tuple(cities)
    for number, start, end in _automaton(names).find_matches_as_indexes(text):
        if is_bounded(text, start, end) and not TREATY.match(text, end):
            yield Mention(KIND, Span(start, end), cities[names[number]])
