"""Sides of what holds between two that a further clause leaves open: `Peru resumed ties with Cuba and cut those with Chile`.

Who did the first thing did the second, and with whom relations were frozen they were resumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from comity.mentions import Draft, Mention, code_of
from comity.schema import Kind


def with_shared(told: Sequence[Draft], kinds: Mapping[str, Kind]) -> Iterator[Draft]:
    """The drafts of a sentence; one side that is open is that of the clause before, of one kind."""
    for draft in told:
        kind = kinds[draft.kind]
        open_sides = [name for name in kind.sides if not draft.slots.get(name)]
        if kind.even_sides != "always" or len(kind.sides) != 2 or len(open_sides) != 1:
            yield draft
            continue
        before = [each for each in told if each.kind == draft.kind and each.trigger.end <= draft.trigger.start]
        full = [each for each in before if all(map(each.slots.get, kind.sides))]
        shared = _shared(draft, max(full, key=lambda each: each.trigger.start), open_sides[0], kind) if full else ()
        yield replace(draft, slots={**draft.slots, open_sides[0]: shared}) if shared else draft


def _shared(draft: Draft, before: Draft, name: str, kind: Kind) -> tuple[Mention, ...]:
    """What fills a side in the clause before, where it is one, and can fill it here."""
    other = next(side for side in kind.sides if side != name)
    here, there, told = draft.slots[other], before.slots[other], before.slots[name]
    if len(told) != 1 or code_of(told[0]) in {code_of(mention) for mention in here} - {""}:
        return ()
    acts = name == kind.sides[0]
    return told if acts or here == there else ()
