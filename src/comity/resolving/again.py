"""Sentences whose words a rule has, and of which it cannot tell who is meant, read once more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from comity.mentions import Draft
from comity.model import Claim, Span
from comity.resolving.standing import Standing, as_gleaned
from comity.schema import Kinds

Read: TypeAlias = Callable[[Draft], Iterable[Claim]]
Act: TypeAlias = tuple[Span, str, object]
"""A sentence and a sort of thing that it says."""


def read_again(drafts: Iterable[Draft], read: Read, standing: Standing | None, kinds: Kinds) -> Iterator[Claim]:
    """The claims of drafts; those of which no rule tells both sides as gleaned, where it is likely enough who they are.

    Args:
        drafts: What rules have found, and what is gleaned, in their order.
        read: Makes claims of one.
        standing: Tells which are to be read again, and who stands on their sides; without it none is.
        kinds: The kinds of claim.
    """
    if standing is None:
        yield from chain.from_iterable(map(read, drafts))
        return
    told: set[Act] = set()
    left: list[tuple[Act, Draft, list[Claim]]] = []
    for draft in drafts:
        claims = list(read(draft))
        act: Act = draft.evidence, draft.kind, draft.fixed.get(kinds[draft.kind].foremost)
        if standing.lends(draft, kinds[draft.kind], claims):
            left.append((act, draft, claims))
            continue
        told |= {act} if claims else set()
        yield from claims
    lent: set[Act] = set()
    for act, draft, _ in left:
        again = list(read(as_gleaned(draft, kinds[draft.kind]))) if act not in told | lent else []
        lent |= {act} if again else set()
        yield from again
    for act, _, claims in left:
        yield from claims if act not in lent else ()
