"""Who gave, or got, what a sentence tells of one alone: "Norway lent $5 million", in a text that speaks of others.

A sum of which the text tells one side, and speaks of nobody else, is a state's own: its debt, its budget, its army.
"""

from __future__ import annotations

from comity.mentions import GLEANED
from comity.model import Span
from comity.resolving.work import Work

_WHOLE = frozenset({"exports", "imports", "tourists"})


def fill(work: Work) -> None:
    """Give a number its other side, where the paragraph names but one who can be it."""
    if not work.kind.two_sided(work.fields) or len(work.kind.sides) != 2 or _is_whole(work):
        return
    missing = [name for name in work.kind.sides if not work.actors.get(name) and not work.draft.slots.get(name)]
    given = _given(work)
    if len(missing) != 1 or not given:
        return
    pair = set(work.who.context.pair)
    so_far = Span(_paragraph(work).start, work.draft.evidence.end)
    spans = (work.draft.evidence, so_far) if pair else (so_far,)
    for span in spans:
        others = _others(work, span, given)
        known = others & pair if pair else others
        if len(known) == 1:
            work.actors[missing[0]] = tuple(known)
            work.note(f"{next(iter(known))} is the only other state that can be it in what stands around")
            return


def is_told(work: Work) -> bool:
    """Does the text speak of others near a number of which it tells one side?"""
    given, context = _given(work), work.who.context
    if not given or given == {context.home} or _is_whole(work):
        return False
    return bool(context.pair or context.home) or bool(_others(work, _paragraph(work, before=1), given))


def _is_whole(work: Work) -> bool:
    """May it be the number for all the world: a state's exports? What is gleaned settles its sides otherwise."""
    return work.draft.how == GLEANED or work.fields.get("measure") in _WHOLE


def _given(work: Work) -> set[str]:
    return {code for name in work.kind.sides for code in work.actors.get(name, ())}


def _others(work: Work, span: Span, given: set[str]) -> set[str]:
    settled = {work.who.settled(code, work.when)[0] for code in given} | given
    return {code for code in work.who.named_in(span) if work.who.settled(code, work.when)[0] not in settled}


def _paragraph(work: Work, before: int = 0) -> Span:
    blocks = work.who.annotated.document.blocks
    return blocks[max(0, work.draft.block - before)].span.join(blocks[work.draft.block].span)
