"""Those who lead parties and councils, by the words of the body: `leader of the Peasants' Party`, `Security Council secretary`.

>>> [office for *_, office in heads("Ana Soto, chairwoman of the Peasants' Party, left.")]
['party-leader']
>>> [office for *_, office in heads("the deputy secretary of the State Security Council")]
['other']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

DEPUTY = r"(?:(?:first\s+)?(?:deputy|vice|assistant)[\s-]+)?"
CHAIR = (
    rf"(?i:{DEPUTY}(?:(?:first|general|executive)\s+)?"
    r"(?:secretary(?:[\s-]+general)?|chair(?:man|woman|person)|leader|president|head))"
)
ATTRIBUTE = r"(?:ruling|governing|opposition|[a-z]+ist|[a-z]+-[a-z]+)\s+"
NAMED = r"(?:[A-ZÀ-ÞĀ-Ž][\w’'-]*\s+(?:(?:and|of|for|de|the)\s+)*){1,6}"
COMMITTEE = r"(?:(?:the\s+)?Central\s+Committee\s+of\s+(?:the\s+)?)?"
PARTY = rf"{COMMITTEE}(?:{ATTRIBUTE})?{NAMED}(?:Party|Congress\s+Party|Front)(?:['’]s?\s+Central\s+Committee)?"
SECURITY = r"(?:(?:National|State|Supreme|Presidential|Federal)\s)?(?:Security|Defen[cs]e)\s+Council"
OF_PARTY = re.compile(rf"(?<![\w-]){CHAIR}\s+of\s+(?:the\s+)?{PARTY}\b")
PARTY_OF = re.compile(rf"\b(?:[A-ZÀ-ÞĀ-Ž][\w’'-]*\s+(?:and\s+)?){{1,4}}Party\s+{CHAIR}(?![\w-])(?!\s+of\b)")
OF_COUNCIL = re.compile(rf"(?<![\w-]){CHAIR}\s+of\s+(?:the\s+)?(?:[A-Z]\w+\s+)?{SECURITY}\b|\b{SECURITY}\s+{CHAIR}(?![\w-])")


def heads(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the words of such an office stand, and which office it is."""
    for pattern in (OF_PARTY, PARTY_OF) if "Party" in text or "Front" in text else ():
        for match in pattern.finditer(text):
            second = re.search(r"(?i)\b(?:deputy|vice|assistant)\b", match[0])
            yield *match.span(), "other" if second else "party-leader"
    for match in OF_COUNCIL.finditer(text) if "Council" in text else ():
        yield *match.span(), "other"
