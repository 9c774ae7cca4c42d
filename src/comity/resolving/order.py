"""In what order those stand who are named in a sentence, and who beside whom: signs for who does what to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from comity.learned import Signs, log_odds
from comity.mentions import Draft, Stand

By: TypeAlias = Mapping[str, Sequence[Stand]]
"""The mentions of each, by his code."""
_LAST = 3
"""The third in a sentence and all after him are told alike."""
_JOINED = re.compile(r"\s*(?:,|/|&|[–-]|,?\s*(?:and|or)(?:\s+the)?|the)?\s*", re.I)
"""What stands between two who do the same: Peru, Chile and the Congo."""


def orders(by: By, draft: Draft, text: str) -> Mapping[str, Signs]:
    """What the order of those named in a sentence tells of each.

    Args:
        by: Their mentions, by code.
        draft: The claim; its trigger is what all stand before or after.
        text: The document's.
    """
    every = [(stand, code) for code, stands in by.items() for stand in stands]
    every.sort(key=lambda each: each[0].mention.span.start)
    if not every:
        return {}
    found: dict[str, dict[str, float]] = {}
    for number, code in enumerate(dict.fromkeys(code for _, code in every), 1):
        found[code] = {f"order {min(number, _LAST)}": 1.0}
    found[code]["last named"] = 1.0
    before = [code for stand, code in every if stand.mention.span.end <= draft.trigger.start]
    after = [code for stand, code in every if stand.mention.span.start >= draft.trigger.start]
    for name, nearest in (("nearest before", before[-1:]), ("nearest after", after[:1])):
        for code in nearest:
            found[code][name] = 1.0
    for code, mate in _mates(every, text):
        told = found[code]
        told["mate"] = 1.0
        told["mate first"] = max(told.get("mate first", -9.0), log_odds(mate.first))
        told["mate other"] = max(told.get("mate other", -9.0), log_odds(mate.other))
    return found


def _mates(every: Sequence[tuple[Stand, str]], text: str) -> Iterator[tuple[str, Stand]]:
    """Each who is named in one breath with another, and that other."""
    for (one, code), (other, next_code) in pairwise(every):
        between = text[one.mention.span.end : other.mention.span.start]
        if code != next_code and _JOINED.fullmatch(between):
            yield code, other
            yield next_code, one
