"""Words for who speaks and for those who act for him: my Government, the people of my country, our soldiers, our Organization."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.spotting import Spotter
from comity.triggers import Lexicon

CLOSED = r"(?:of|in|to|for|with|by|from|on|at|and|or|the|a|an|that|which|is|was|are|were|has|had|have|will)\b"
# Ours alone, not what two have together: our soldiers, but our friendship.
OURS = (
    r"\b[Oo]ur\b(?!\s+(?:\w+\s+)?(?:relations?|relationship|ties|links|cooperation|co-operation|partnership|friendship|peoples|countries|nations"
    r"|states|sides|governments|contacts|dialogue|exchanges|trade|collaboration|interaction|meetings?|talks|bilateral|joint|mutual|common)\b)"
)
# The body before which somebody speaks.
OUR_BODY = r"\b(?:[Tt]his|[Oo]ur)\s+(?:great\s+|world\s+|august\s+)?(?:Organi[sz]ation|League)(?!\s+(?:of|for)\b)(?![\w-])"
# Who acts, or is struck, for us: our soldiers.
OWN_HANDS = (
    "soldiers", "troops", "forces", "army", "navy", "air force", "fleet", "warships", "ships", "vessels", "aircraft", "planes",
    "citizens", "nationals", "men", "women",
    "sailors", "fishermen", "pilots", "officers", "diplomats", "delegation", "police", "border guards",
    "villagers", "farmers", "compatriots", "countrymen", "fellow citizens",
)  # fmt: skip
# Who acts for us: my Prime Minister; and those of my country.
OWN_HEADS = (
    "prime minister", "foreign minister", "minister of foreign affairs", "minister for foreign affairs", "minister of defence",
    "president", "head of state", "head of government", "sovereign", "king", "queen", "foreign secretary", "chancellor",
    "parliament", "congress", "ministers", "authorities", "armed forces",
)  # fmt: skip
OWN_BODIES = ("government", "people", "peoples", "authorities", "parliament", "president", "prime minister", "foreign minister")


def first_person(lexicon: Lexicon) -> Spotter:
    """Who speaks, and who acts for him: my Government, the people of my country, our soldiers."""
    hands = rf"(?:[Oo]ur|[Mm]y)\s+(?:(?!{CLOSED})[a-z]+\s+)?(?:{either(OWN_HANDS)})"
    of_ours = rf"(?:(?:[Tt]he\s+)?(?i:{either(OWN_BODIES)})\s+(?:and\s+(?:the\s+)?(?i:{either(OWN_BODIES)})\s+)?of\s+)?"
    head = rf"(?:[Oo]ur|[Mm]y)\s+(?i:{either(OWN_HEADS)})(?!\s+(?:of|in|to|at)\b|\s+[A-Z])"
    words = re.compile(rf"\b(?:{hands}|{head}|{of_ours}(?i:{either(lexicon.first_person)})|us)\b")
    return Spotter((*lexicon.first_person, "us", "our", "my", *OWN_BODIES, *(f"the {body}" for body in OWN_BODIES)), words)


def either(words: Iterable[str]) -> str:
    """An expression for any of several words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
