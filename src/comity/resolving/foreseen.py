"""Acts that a document tells as done, with a date later than its own: that of what was asked or agreed, or they are to come.

>>> later("2004-05", "2004-03-01"), later("2004", "2004-03-01"), later("2003-05/..", "2004-03-01")
(True, False, False)
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity import edtf
from comity.model import Claim, Document
from comity.schema import Kinds

_DAY = "day"


def later(when: str, published: str) -> bool:
    """Does a date begin after the day of which a document is?"""
    first = edtf.first_day(when) if when else None
    own = edtf.last_day(published) if edtf.precision(published) == _DAY else None
    return bool(first and own and first > own)


def without_future(claims: Iterable[Claim], document: Document, kinds: Kinds) -> Iterator[Claim]:
    """The claims, each act with a date to come made one that is planned, or, where it was done by saying it, left undated."""
    acts = {name for name in kinds if kinds[name].said_at_talks}
    starts = [block.span.start for block in document.blocks]
    for claim in claims:
        block = document.blocks[max(0, bisect.bisect_right(starts, claim.evidence.start) - 1)]
        own = document.article(block).published if claim.kind in acts else ""
        if claim.factuality != "asserted" or not later(claim.when, own):
            yield claim
            continue
        spoken = kinds[claim.kind].is_speech(claim.fields)
        step = f"{edtf.say(claim.when)} is later than the document: " + ("what is spoken of" if spoken else "it is to come")
        told = replace(claim, when="") if spoken else replace(claim, factuality="planned")
        yield replace(told, steps=(*claim.steps, step))
