"""What stands over a line: the headings, and of a numbered pair the others of its number."""

from __future__ import annotations

import re

from comity.gazetteer import Gazetteer
from comity.mentions import Annotated
from comity.model import Block, Span
from comity.resolving.context import states_in

_NEAR = 400
"""Characters between the pairs of one number."""


def over(annotated: Annotated, block: Block) -> list[Span]:
    """What stands over a line, the nearest first: of `Envoy2: Ana Soto` the other pairs that end in 2, then the headings."""
    text = annotated.document.text
    number = re.search(r"\d+$", text[block.key.start : block.key.end]) if block.key else None
    pairs = [
        other.value
        for other in annotated.document.blocks
        if number and other.key and other.value and other is not block and text[: other.key.end].endswith(number[0])
    ]
    return [span for span in pairs if abs(span.start - block.span.start) < _NEAR] + list(reversed(block.headings))


def heading_actors(annotated: Annotated, block: Block, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The states that the nearest words over a block name: `Of Vietnam` over a list of missions."""
    for heading in over(annotated, block):
        if states := states_in(annotated, heading, gazetteer):
            return tuple(states)
    return ()
