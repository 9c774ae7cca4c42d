"""Those who act for a state that the sentence does not name: `the king`, `the junta`, `the government in Lima`.

>>> text = "The young king refused, and the government in Lima fell. The king of Norway and the Foreign Minister Ana Soto left."
>>> [text[start:end] for start, end in bearers(text)]
['The young king', 'the government in Lima']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BODY = (
    r"government|cabinet|court|(?:foreign|defen[cs]e|war)\s+ministry|ministry|foreign\s+office|junta|regime|monarchy|crown|admiralty"
    r"|high\s+command|armed\s+forces|army|navy|air\s+force|parliament|authorities|rulers?|regency|senate|national\s+assembly"
    r"|council\s+of\s+(?:ministers|state)|politburo|revolutionary\s+council|military\s+council"
)
_RULER = (
    r"king|queen|emperor|empress|tsar|czar|tsarina|sultan|shah|emir|amir|khedive|bey|dey|pasha|regent|prince\s+regent|crown\s+prince"
    r"|crown\s+princess|queen\s+mother|grand\s+duke|duke|elector|doge|raja|rajah|maharaja|maharajah|nizam|khan|shogun|negus|monarch|sovereign|dictator"
    r"|caudillo|protector|stadtholder"
)
_OFFICE = (
    r"(?:(?:vice|deputy)[\s-]+)?(?:president|prime\s+minister)|premier|chancellor|(?:deputy\s+)?foreign\s+minister|foreign\s+secretary"
    r"|defen[cs]e\s+minister|(?:finance|trade|interior)\s+minister|minister|secretary\s+of\s+state|head\s+of\s+state|grand\s+vizier"
)
_ATTRIBUTE = (
    r"(?:(?:new|young|old|aged|late|then|military|provisional|revolutionary|royal|imperial|federal|central|national|civilian|interim|caretaker"
    r"|transitional|ruling|conservative|liberal|socialist|communist|coalition|present|incoming|outgoing|deposed|exiled)\s+)?"
)
_BEARER = re.compile(
    rf"\b[Tt]he\s+{_ATTRIBUTE}(?i:{_BODY}|{_RULER}|{_OFFICE})(?P<seat>\s+(?:in|at)\s+[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w-]+)?)?"
    r"(?![\w-])(?!\s+(?:of|for|to|designate|elect|general|and\s+(?:the\s+)?[a-z]+\s+of)\b)(?!\s+(?:in|at)\s+[a-z])(?!,?\s+[A-ZÀ-Þ])(?!,\s+(?:a|an|the)\s)"
)
_BESIDE = (
    r"big|bigger|small|smaller|powerful|great|northern|southern|eastern|western|larger|mighty|rich|richer|poor|poorer|giant|immediate"
    r"|hostile|former|old"
)
_NOT_NAMED = r"(?!\s+(?:states?|countries)\b)(?![\w-])(?!,?\s+[A-ZÀ-Þ])"
_OTHERS = (
    rf"\b[Tt]he\s+other\s+(?:side|party|government|power|country|state|kingdom|republic|capital|nation){_NOT_NAMED}",
    rf"\b(?:[Ii]ts|[Tt]heir)\s+(?:(?:{_BESIDE})\s+){{0,2}}(?:neighbou?r|(?:colonial|former)\s+(?:master|ruler|power)|protector|creditor"
    rf"|rival|enemy|adversary){_NOT_NAMED}",
    r"\b(?:[Hh]is|[Hh]er)\s+(?:[a-z]+\s+)?(?:hosts?|guests?|colleagues?|counterparts?|opposite\s+numbers?|interlocutors?|visitors?)\b",
    r"\b[Tt]he\s+(?:(?:whole|entire|small|tiny)\s+)?(?:country|republic|nation|islands?|colony|protectorate|dominion)"
    r"(?!\s+(?:of|for|nation|state|group|chain|kingdom|city)\b)(?![\w-])"
    r"(?!\s+[A-ZÀ-Þ])",
)
_OTHER = re.compile("|".join(_OTHERS))
_NO_COURT = re.compile(
    r"\b[Tt]ribunal|\b(?:International|Supreme|Constitutional|High|Federal|Permanent)\s+Court|\bICJ\b|\bjudges?\b"
)


def bearers(text: str) -> Iterator[tuple[int, int]]:
    """Where the words for such a body, ruler or holder of an office stand alone, or with the city of its seat."""
    yield from (match.span() for match in _OTHER.finditer(text))
    courts = _NO_COURT.search(text) is not None
    for match in _BEARER.finditer(text):
        if not (courts and match[0].lower().endswith("court")):
            yield match.span()
