"""Which sides a claim may take from what its document is about."""

from __future__ import annotations

import itertools

from comity.resolving.work import Work


def other_of(work: Work, code: str) -> str:
    """The other one of the topic pair, also where the sentence tells of what the one was then: the Soviets, for Russia."""
    if other := work.who.context.other(code):
        return other
    pairs = itertools.permutations(work.who.context.pair, 2)
    return next((other for other, one in pairs if work.who.settled(one, work.when)[0] == code), "")


def may_be_of_others(work: Work, pair: tuple[str, ...]) -> bool:
    """May what is called by its date be that of a third state, which the sentence names, and not both of the pair?"""
    if not any(mention.span in work.draft.trigger for mention in work.draft.slots.get("when", ())):
        return False
    named = {work.who.settled(code, work.when)[0] for code in work.who.named_in(work.draft.evidence)}
    both = {work.who.settled(code, work.when)[0] for code in pair}
    return bool(named - both) and not both <= named
