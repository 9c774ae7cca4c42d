"""States that a text names together: `Peru, Chile and Bolivia`, `neither Peru nor Chile`; whom "the three" then means.

>>> bool(LINK.fullmatch(", and the ")), bool(LINK.fullmatch(" met "))
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, How, Mention, code_of
from comity.model import Span

LINK = re.compile(
    r"(?:['’]s?)?(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+nor\s+|\s+or\s+|\s+as\s+well\s+as\s+|\s*&\s*|[-–—])(?:the\s+|both\s+)?"
)
APPOSED = re.compile(r"\s*(?:,|:|\(|[-–—])\s*(?:namely\s+|that\s+is,?\s+)?(?:the\s+)?")
NAMED = frozenset({How.NAME, How.ADJECTIVE, How.PEOPLE, How.CAPITAL, How.AGENT, How.SEAT, How.BODY})
HOW_MANY = {"three": 3, "four": 4, "five": 5, "six": 6, "trio": 3, "quartet": 4, "quintet": 5}


def states(annotated: Annotated, within: Span, gazetteer: Gazetteer) -> list[Mention]:
    """The mentions in a stretch that name states."""
    return [
        mention
        for mention in annotated.within("actor", within)
        if isinstance(mention.value, ActorName) and mention.value.how in NAMED and gazetteer.is_state(mention.value.code)
    ]


def _runs(annotated: Annotated, within: Span, gazetteer: Gazetteer) -> list[list[Mention]]:
    """The states named in a stretch, those of one coordination together, in the order of the text."""
    text, found = annotated.document.text, list[list[Mention]]()
    for mention in states(annotated, within, gazetteer):
        if found and LINK.fullmatch(text, found[-1][-1].span.end, mention.span.start):
            found[-1].append(mention)
        else:
            found.append([mention])
    return found


def listed_before(annotated: Annotated, within: Span, gazetteer: Gazetteer, sizes: Collection[int] = ()) -> tuple[str, ...]:
    """The states of the last coordination in a stretch, of one of the sizes if any are given.

    None where as many others have been named since, one after the other.
    """
    since: set[str] = set()
    for run in reversed(_runs(annotated, within, gazetteer)):
        codes = tuple(dict.fromkeys(map(code_of, run)))
        if len(codes) > 1 and (not sizes or len(codes) in sizes):
            return codes if len(since) < len(codes) else ()
        since |= set(codes)
    return ()


def listed_after(annotated: Annotated, mention: Mention, gazetteer: Gazetteer, size: int) -> tuple[str, ...]:
    """So many states named in apposition to a group: `the three kingdoms, Peru, Chile and Bolivia`."""
    text = annotated.document.text
    found = states(annotated, Span(mention.span.end, min(len(text), mention.span.end + 160)), gazetteer)[:size]
    if len({code_of(one) for one in found}) != size or not APPOSED.fullmatch(text, mention.span.end, found[0].span.start):
        return ()
    joined = all(LINK.fullmatch(text, one.span.end, two.span.start) for one, two in pairwise(found))
    return tuple(map(code_of, found)) if joined else ()
