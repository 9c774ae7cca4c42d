"""Actors inside a state: police, rebels, demonstrators, and movements by name; none where the lexicon does not ask for them.

>>> from comity.triggers import Lexicon
>>> words = Lexicon("en", insiders=("police", "rebel", "rebels"), insider_heads=("leaders",), inside=True)
>>> [mention.value.text for mention in insiders("Riot police met rebel leaders at a police-run camp.", words)]
['police', 'rebel leaders']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from comity.mentions import ActorName, How, Mention
from comity.model import Span
from comity.triggers import Lexicon

KIND = "actor"


def insiders(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Every such actor of a text: one by its noun has no code yet, a movement has that of its state."""
    if not lexicon.inside:
        return
    nouns, names, known, parts = _expressions(lexicon)
    for match in nouns.finditer(text):
        yield Mention(KIND, Span(*match.span()), ActorName("", How.INSIDE, match[0]))
    for match in names.finditer(text):
        how = How.CAPITAL if match[0] in parts else How.AGENT
        yield Mention(KIND, Span(*match.span()), ActorName(known[match["name"]], how, match[0]))


@lru_cache(maxsize=8)
def _expressions(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], frozenset[str]]:
    parts = {name: code for code, names in lexicon.regions.items() for name in names}
    known = parts | {name: code for code, names in lexicon.movements.items() for name in names}
    heads = _either(lexicon.insider_heads)
    also = _either((*lexicon.insiders, *lexicon.insider_heads))
    nouns = re.compile(
        rf"(?<![\w-])(?i:{_either(lexicon.insiders)})(?:\s+(?:{heads})){{0,2}}(?![\w-])(?!\s+(?:{_either(lexicon.not_insiders_before)})\b)"
    )
    return nouns, re.compile(rf"(?<![\w-])(?P<name>{_either(known)})(?:\s+(?:{also})){{0,2}}(?![\w-])"), known, frozenset(parts)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
