"""Holders of an office, and bodies, that the text names without their state: "the king", "the foreign ministry".

>>> from comity.triggers import lexicon
>>> text = "The king of Peru left. The king met the foreign minister; the King Hussein bridge fell, the king's son slept."
>>> [(text[start:end], office) for start, end, office in officers(text, lexicon())]
[('The king', 'monarch'), ('the foreign minister', 'foreign-minister')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from comity.triggers import Lexicon

NOT_AFTER = (
    r"(?!\s+(?:of|for|to|in|at|or|general|elect|designate|regent|consort|dowager|mother|himself|herself)\b|\s+[A-Z]|[-–]|,\s+[A-Z]"
    r"|['’]s?\s+(?:son|daughter|wife|husband|brother|sister|mother|father|death|birth|birthday|palace|eldest|younger|family|body|throne|[Oo]ffice|[Hh]ouse|[Pp]arty|residence))"
)


def officers(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Where an office or a body stands for whoever acts, and which office it is, "" for a body."""
    offices = _offices(lexicon)
    if not offices:
        return
    for match in _pattern(lexicon).finditer(text):
        yield match.start(), match.end(), offices[" ".join(match["office"].lower().split())]


@lru_cache(maxsize=8)
def _offices(lexicon: Lexicon) -> dict[str, str]:
    named = {word: office for office, words in lexicon.offices.items() for word in words}
    return {word: named.get(word, "") for word in lexicon.officers}


@lru_cache(maxsize=8)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_offices(lexicon), key=len, reverse=True))
    return re.compile(rf"\b[Tt]he\s+(?:(?:new|young|old|aged|reigning|visiting)\s+)?(?P<office>(?i:{words}))\b{NOT_AFTER}")
