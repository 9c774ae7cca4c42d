"""Things that each of two has in the other's country: whose they are where no words name the sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.mentions import RUNNING, code_of
from comity.model import Value
from comity.resolving.work import Work, single

THING = r"(?:embass|legation|consulate|mission|high commission|office)"
SEVERAL = re.compile(rf"\b{THING}(?:ies|s)\b", re.I)
ONE = re.compile(rf"\b(?:an?|the|its|our|own|new|this|that|first)\s+(?:\w+\s+)?{THING}y?\b", re.I)


def both_ways(work: Work) -> Iterator[dict[str, Value]]:
    """The fields of the claims; the sides also changed, where things are told of and nobody is named: embassies were opened."""
    named = any(map(work.draft.slots.get, (*work.kind.sides, "city")))
    mutual = work.kind.each_way and not named and work.draft.how in RUNNING and _are_several(work)
    for fields in single(work):
        yield fields
        if mutual:
            one, other = work.kind.sides
            yield {**fields, one: fields.get(other, ()), other: fields.get(one, ())}


def is_of_one(work: Work) -> bool:
    """Is one thing told of, and not whose, in a sentence that names somebody: an embassy was opened when Peru left?"""
    if not work.kind.each_way or work.draft.how not in RUNNING or _are_several(work):
        return False
    return any(code_of(mention) for mention in work.who.annotated.within("actor", work.draft.evidence))


def _are_several(work: Work) -> bool:
    words = work.draft.evidence.of(work.who.annotated.document)
    return bool(SEVERAL.search(words)) and not ONE.search(words)
