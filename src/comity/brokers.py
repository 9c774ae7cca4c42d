"""Who only helps others to an agreement, and is no party to it: whoever brokers, hosts or witnesses it.

>>> text = "They signed a pact brokered by Qatar and Oman in the presence of the Kenyan president, thanks to Swedish help."
>>> [how_helping(text, text.index(name), text.index(name) + len(name)) for name in ("Qatar", "Oman", "Kenyan", "Swedish")]
['broker', 'broker', 'witness', 'broker']
>>> how_helping("Peru signed a pact.", 0, 4)
''
"""

from __future__ import annotations

import re

_HELP = (
    r"(?:mediation|mediators?|arbitration|auspices|aegis|good\s+offices|intercession|brokerage|facilitation|patronage|sponsorship|supervision"
    r"|chairmanship|invitation|initiative|insistence|urging|encouragement|intervention|pressure|help|assistance|support)"
)
_LED = r"(?:under|through|with|by|via|thanks\s+to|after|following|at|on|upon|due\s+to|owing\s+to)\s+(?:the\s+)?"
_DONE = (
    r"(?:brokered|mediated|facilitated|hosted|guaranteed|sponsored|overseen|supervised|chaired|presided\s+over|monitored|convened|backed|drafted"
    r"|negotiated\s+with\s+the\s+help\s+of)"
)
_SEEN = r"(?:in|with)\s+the\s+presence\s+of|(?:witnessed|attended)(?:\s+\w+)?\s+by"
_WORDS = r"(?:the\s+)?(?:[a-z]+\s+)?[A-Z][\w.’'-]*(?:\s+[\w.’'-]+){0,4}?"
_AND = rf"(?:{_WORDS}\s+(?:and|as\s+well\s+as)\s+)?"
_LIST = rf"(?:{_WORDS}(?:,\s+and|,|\s+and|\s+as\s+well\s+as)\s+){{0,6}}"
_TITLES = r"(?:the\s+|its\s+|then\s+|both\s+)*(?:[a-z]+\s+)?"
"""What may stand between such words and a name: the former French president."""


def _before(words: str) -> re.Pattern[str]:
    """Such words up to a name; what begins a sentence ends with its comma: mediated by Peru, Chile and Kenya made peace."""
    return re.compile(rf"(?:\b(?:{words})\s+{_AND}|(?<=[\w,)”\"’])\s\(?(?:{words})\s+{_LIST}){_TITLES}$")


_BROKERS = _before(
    rf"{_LED}(?:[a-z]+\s+)?{_HELP}\s+(?:of|by|from)|{_DONE}(?:\s+\w+)?\s+by|[Uu]nder\s+the\s+(?:auspices|aegis)\s+of"
)
_WITNESSES = _before(_SEEN)
_LEADS = re.compile(rf"(?i)\b{_LED}$")
_OWN = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+)?{_HELP}\b")
_ACTS = re.compile(
    r"(?:\s+(?:also|had|has|then|later|successfully))*\s+(?:brokered|mediated|facilitated|oversaw|supervised|arbitrated|chaired)\b|\s+as\s+(?:an?\s+)?"
    r"(?:mediator|guarantor|witness|broker|observer|facilitator)"
)
_CALLED_AFTER = re.compile(
    r"(?i)\b(?:treat(?:y|ies)|peace|conventions?|pacts?|accords?|agreements?|protocols?|declarations?|charter|statute|truce|armistice|act)"
    r"\s+(?:of|(?:done|signed|made|concluded)\s+(?:at|in))\s+$"
)
_CALLS = re.compile(
    r"\s+(?:[A-Z]\w+\s+)?(?i:treat(?:y|ies)|conventions?|pacts?|accords?|agreements?|protocols?|declarations?|memorandum|statute|armistice|peace)\b"
)
_BACK = 160
"""Characters before a name in which such words may begin."""


def how_helping(text: str, start: int, end: int, *, first: int = 0) -> str:
    """How a name helps others to agree: as "broker", as "witness" (who may be a party all the same), or "" not at all.

    `first` is where the sentence begins.
    """
    near = text[max(first, start - _BACK) : start]
    after = text[end : end + 60]
    if _BROKERS.search(_small(near)) or _ACTS.match(after) or (_LEADS.search(near) and _OWN.match(after)):
        return "broker"
    return "witness" if _WITNESSES.search(_small(near)) else ""


def names_paper(text: str, start: int, end: int) -> bool:
    """Is a city that after which a treaty is called?

    >>> names_paper("the protocol of Lima", 16, 20), names_paper("the Lima Accords", 4, 8), names_paper("Lima's accords", 0, 4)
    (True, True, False)
    """
    return bool(_CALLED_AFTER.search(text[max(0, start - 40) : start]) or _CALLS.match(text, end))


def _small(text: str) -> str:
    """The words with a small letter at the head of the sentence, where they are no name."""
    return text[:1].lower() + text[1:]
