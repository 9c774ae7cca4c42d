"""Whom an office without a state means: the holder named before, or the one of the document's states that has such an office."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span
from comity.triggers import lexicon

LOOK_BACK = 1500
"""Characters in which "the king" may have been named before with his state."""


@lru_cache(maxsize=1)
def _having() -> dict[str, tuple[str, ...]]:
    """Offices that only some states have had, with these states."""
    return {office: states for office, states in lexicon().officers.items() if states}


def named_before(annotated: Annotated, mention: Mention) -> tuple[str, ...]:
    """The state of the holders of that office that were named last with it: one, several where they are of several, or none."""
    noun = office_of(annotated, mention)
    before = Span(max(0, mention.span.start - LOOK_BACK), mention.span.start)
    found: dict[str, None] = {}
    for other in (*annotated.within("person", before), *annotated.within("actor", before)):
        if noun in other.span.of(annotated.document).lower() and (code := _serves(other)):
            found[code] = None
    return tuple(found)


def having(annotated: Annotated, mention: Mention, states: Sequence[str]) -> tuple[str, ...]:
    """Of some states, those that can have such an office: the emir is Kuwait's, not Iraq's."""
    some: Collection[str] = _having().get(office_of(annotated, mention), states)
    return tuple(code for code in states if code in some)


def office_of(annotated: Annotated, mention: Mention) -> str:
    """The words of the office, without the article and what else stands before them."""
    words = mention.span.of(annotated.document).lower().split()[1:]
    known = lexicon().officers
    return next((" ".join(words[at:]) for at in range(len(words)) if " ".join(words[at:]) in known), " ".join(words))


def _serves(mention: Mention) -> str:
    value = mention.value
    if isinstance(value, PersonName):
        return value.state if value.office else ""
    return value.code if isinstance(value, ActorName) and value.how is How.AGENT else ""
