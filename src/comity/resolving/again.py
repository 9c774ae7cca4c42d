"""Sentences whose words a rule has, and of which it cannot tell who is meant, read once more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from comity.mentions import Draft
from comity.model import Claim, Span
from comity.resolving.between import BY
from comity.resolving.bystanders import is_for_no_state
from comity.resolving.plurals import is_they
from comity.resolving.sides import is_inner
from comity.resolving.standing import as_gleaned
from comity.resolving.work import Work
from comity.schema import Kinds
from comity.sensing import two_sides

Read: TypeAlias = Callable[[Draft], Iterable[Claim]]
Lends: TypeAlias = Callable[[Draft, Sequence[Claim]], bool]
Act: TypeAlias = tuple[Span, str, object]
"""A sentence and a sort of thing that it says."""


def read_again(drafts: Iterable[Draft], read: Read, lends: Lends, kinds: Kinds) -> Iterator[Claim]:
    """The claims of drafts; those of which no rule tells both sides as gleaned, where it is likely enough who they are.

    Args:
        drafts: What rules have found, and what is gleaned, in their order.
        read: Makes claims of one.
        lends: Tells which are to be read again.
        kinds: The kinds of claim.
    """
    told: set[Act] = set()
    left: list[tuple[Act, Draft, list[Claim]]] = []
    for draft in drafts:
        claims = list(read(draft))
        act: Act = draft.evidence, draft.kind, draft.fixed.get(kinds[draft.kind].foremost)
        if lends(draft, claims):
            left.append((act, draft, claims))
            continue
        told |= {act} if claims else set()
        yield from claims
    lent: dict[Act, set[str]] = {}
    for act, draft, _ in left:
        if act not in told and act not in lent and (again := list(read(as_gleaned(draft, kinds[draft.kind])))):
            lent[act] = set().union(*map(_actors, again))
            yield from again
    for act, _, claims in left:
        yield from (claim for claim in claims if act not in lent or not _actors(claim) <= lent[act])


def _actors(claim: Claim) -> set[str]:
    """Who stands on the sides of a claim."""
    return {code for value in claim.fields.values() if isinstance(value, tuple) for code in value}


def tells_of_others(work: Work) -> bool:
    """Does the sentence tell of an open side that somebody else stands there: a church, the guerrillas, "they", a person?"""
    text, draft = work.who.annotated.document.text, work.draft
    for name in two_sides(work.kind):
        if work.actors.get(name):
            continue
        by = name == work.kind.sides[0] and BY.search(text, draft.trigger.start, draft.evidence.end)
        if (
            by
            or is_inner(work, name)
            or is_for_no_state(work, name)
            or any(is_they(one) or one.kind == "person" for one in draft.slots.get(name, ()))
        ):
            return True
    return False
