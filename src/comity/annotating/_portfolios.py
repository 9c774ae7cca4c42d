"""Ministers by what they are in charge of: `minister for trade and industry`, `secretary of state for defence`.

>>> [(text, office) for text, office in (("Minister of Trade and Industry", office_of("Minister of Trade and Industry")),)]
[('Minister of Trade and Industry', 'minister')]
>>> office_of("vice-minister for foreign affairs"), office_of("state secretary at the Foreign Ministry")
('deputy-foreign-minister', 'deputy-foreign-minister')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from comity.spotting import Spotter
from comity.triggers import Lexicon

RANKS = ("first", "deputy", "vice", "junior", "assistant", "parliamentary", "permanent", "under")
STAFF = (
    r"(?:(?:permanent|principal|parliamentary|state|under|chief|assistant)[\s-]+)*secretary(?:[\s-]general)?"
    r"|(?:parliamentary\s+)?under[\s-]secretary(?:\s+of\s+state)?"
    r"|minister\s+of\s+state|(?:deputy\s+|assistant\s+)?director(?:[\s-]general)?|(?:political|legal|general)\s+director"
    r"|chief\s+of\s+protocol|vice[\s-]minister"
)
"""Those who serve in a ministry, below whoever is its minister."""
BEGIN = ("principal", "state", "chief", "director", "political", "legal", "general")
DESK = (
    r"(?:(?:of|for)\s+(?:the\s+)?(?:(?-i:[A-Z])[\w’'-]*[\s,]+(?:and\s+|of\s+|the\s+)*){1,6}(?:department|division"
    r"|directorate|desk|bureau)\s+)?"
)
NEXT_TO_MINISTER = re.compile(
    r"(?:(?:permanent|principal|parliamentary|state)[\s-]+secretary|(?:parliamentary\s+)?under[\s-]secretary"
    r"|minister\s+of\s+state|vice[\s-]minister)\b",
    re.I,
)
DEPUTY = rf"(?:(?:first\s+)?(?:{'|'.join(RANKS[1:])}))[\s-]+"


@lru_cache(maxsize=8)
def _spotter(lexicon: Lexicon) -> Spotter:
    parts = sorted({*lexicon.portfolios, "foreign", "external", "defence", "defense"}, key=len, reverse=True)
    part = "|".join(parts)
    several = rf"(?:{part})(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s+&\s+|\s+)(?:the\s+)?(?:{part}))*"
    house = rf"(?:ministry|department|office)\s+(?:of|for)\s+(?:the\s+)?{several}|foreign\s+(?:ministry|office)"
    served = rf"(?:at|in|of|from|for|with)\s+(?:the\s+|its\s+)?(?:(?-i:[A-Z])[\w’'-]+\s+){{0,2}}(?:{house})"
    own = rf"(?:{DEPUTY})?(?:(?:minister|secretary(?:\s+of\s+state)?)\s+(?:of|for)\s+(?:the\s+)?{several}|{several}\s+minister)"
    pattern = re.compile(rf"(?<![\w-])(?:(?:{STAFF})\s+{DESK}{served}|{own})(?![\w-])", re.I)
    return Spotter((*parts, *RANKS, *BEGIN, "minister", "secretary"), pattern)


def portfolios(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Where the words of a minister's office stand, and which office it is."""
    for match in _spotter(lexicon).finditer(text) if lexicon.portfolios else ():
        yield *match.span(), office_of(match[0])


def office_of(words: str) -> str:
    """The office that a post has for these words."""
    lower = words.lower()
    foreign = "foreign affairs" in lower or "external" in lower or "foreign minister" in lower or "foreign relations" in lower
    if re.search(r"\b(?:ministry|department|office)\b", lower):
        foreign = foreign or "foreign ministry" in lower or "foreign office" in lower
        return "deputy-foreign-minister" if foreign and NEXT_TO_MINISTER.match(lower) else "other"
    if re.match(DEPUTY, lower):
        return "deputy-foreign-minister" if foreign else "other"
    if foreign:
        return "foreign-minister"
    return "defence-minister" if "defen" in lower else "minister"
