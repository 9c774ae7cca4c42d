"""Ministers by what they are in charge of: `minister for trade and industry`, `secretary of state for defence`.

>>> [(text, office) for text, office in (("Minister of Trade and Industry", office_of("Minister of Trade and Industry")),)]
[('Minister of Trade and Industry', 'minister')]
>>> office_of("vice-minister for foreign affairs")
'deputy-foreign-minister'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from comity.spotting import Spotter
from comity.triggers import Lexicon

RANKS = ("first", "deputy", "vice", "junior", "assistant", "parliamentary", "permanent", "under")
DEPUTY = rf"(?:(?:first\s+)?(?:{'|'.join(RANKS[1:])}))[\s-]+"


@lru_cache(maxsize=8)
def _spotter(lexicon: Lexicon) -> Spotter:
    parts = sorted({*lexicon.portfolios, "foreign", "external", "defence", "defense"}, key=len, reverse=True)
    part = "|".join(parts)
    several = rf"(?:{part})(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s+&\s+|\s+)(?:the\s+)?(?:{part}))*"
    pattern = re.compile(
        rf"(?<![\w-])(?:{DEPUTY})?(?:(?:minister|secretary(?:\s+of\s+state)?)\s+(?:of|for)\s+(?:the\s+)?{several}"
        rf"|{several}\s+minister)(?![\w-])",
        re.I,
    )
    return Spotter((*parts, *RANKS, "minister", "secretary"), pattern)


def portfolios(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Where the words of a minister's office stand, and which office it is."""
    for match in _spotter(lexicon).finditer(text) if lexicon.portfolios else ():
        yield *match.span(), office_of(match[0])


def office_of(words: str) -> str:
    """The office that a post has for these words."""
    lower = words.lower()
    foreign = "foreign affairs" in lower or "external" in lower or "foreign minister" in lower or "foreign relations" in lower
    if re.match(DEPUTY, lower):
        return "deputy-foreign-minister" if foreign else "other"
    if foreign:
        return "foreign-minister"
    return "defence-minister" if "defen" in lower else "minister"
