"""The second reading of a sentence: what it says in words that no rule knows.

A rule finds a claim where its words stand as it says. Much is said otherwise. A model that has learned from sentences that people
have coded tells how likely a sentence says each sort of thing, and who of those named stands on which side (see `sensing`). What
is likely enough, and no rule has found or refused, is gleaned. Dates, and how sure the text is, are told as for a rule, from
the word on which the reading rests most.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeAlias

from comity.coding.coordination import how
from comity.coding.dating import nearest
from comity.coding.depth import depth
from comity.coding.drafting import place_after
from comity.coding.factuality import judge
from comity.coding.grammar import Grammar
from comity.coding.items import Item
from comity.coding.rules import Rules, Sort
from comity.mentions import GLEANED, Annotated, Draft, Mention, state_of
from comity.model import Block, BlockKind, Document, Span
from comity.schema import Kind
from comity.sensing import Named, Sensed

Sense: TypeAlias = Callable[[str, str, Sequence[Named]], Sequence[Sensed]]
"""Tells what a sentence may say (see `Sensor.read`)."""
ROLES: Mapping[str, tuple[str, str]] = {
    "event": ("source", "target"), "membership": ("member", "organization"), "figure": ("from", "to"),
}  # fmt: skip
"""The kinds that are gleaned, each with the fields for who stands on either side."""
NUMBER = "number"
"""The manner of what is no name but a number, for which the first side is to be what the sentence tells of."""
_FURTHEST = 3.0
"""Log-odds of one in twenty: the model is surer than it should be."""
_MORE = 0.5
"""From how likely on somebody stands on a side."""
_TITLE, _LAST = 60, 140
"""Characters of titles, and of the sentence before, that are read with a sentence."""


def before(document: Document, block: Block, last: str) -> str:
    """What is read with a sentence: the title, the heading over it, and the end of the sentence before."""
    head = document.blocks[0] if document.blocks else block
    title = document.source.title or (head.span.of(document) if head.kind is BlockKind.TITLE else "")
    heading = block.headings[-1].of(document) if block.headings else ""
    told = (title[:_TITLE], heading[:_TITLE] if heading != title else "", last[-_LAST:])
    return " | ".join(" ".join(each.split()) for each in told)


def told(row: Sequence[Item]) -> Iterator[tuple[int, str]]:
    """The items that name somebody or give a number, and by what manner of words."""
    for at, item in enumerate(row):
        if item.actors:
            yield at, str(how(item.actors[0]))
        elif item.quantity:
            yield at, NUMBER


@dataclass(frozen=True)
class View:
    """A sentence as it is looked at again: what stands before it, its items and tree, and what the rules have found."""

    span: Span
    block: int
    before: str
    row: Sequence[Item]
    grammar: Grammar
    found: Sequence[Draft]
    barred: Set[Sort] = frozenset()
    """What its words would say and do not mean."""


class Gleaner:
    """Looks again at sentences that the rules have read."""

    def __init__(self, rules: Rules, sense: Sense, weights: Mapping[str, Mapping[str, float]], limit: float) -> None:
        self._rules, self._sense, self._weights, self._limit = rules, sense, weights, limit

    def glean(self, annotated: Annotated, view: View) -> Iterator[Draft]:
        """What a sentence says that is likely enough; the likeliest first."""
        named = dict(told(view.row))
        if not named:
            return
        asked = [(view.row[at].span.start - view.span.start, manner) for at, manner in named.items()]
        known = {sort for draft in view.found for sort in self._told(draft)} | view.barred
        counts = Counter(draft.kind for draft in view.found)
        taken = [mention for draft in view.found for mention in draft.slots.get("value", ())]
        sensed = self._sense(view.span.of(annotated.document), view.before, asked)
        for one in sorted(sensed, key=lambda one: -one.likely):
            if one.kind not in ROLES or not one.value or (one.kind, one.value) in known:
                continue
            for draft in self._drafts(annotated, view, one, dict(zip(named, one.sides, strict=True))):
                numbers = draft.slots.get("value", ())
                full = counts[one.kind] >= self._rules.kinds[one.kind].most_in_sentence
                if draft.likely >= self._limit and not full and not any(each in taken for each in numbers):
                    counts[one.kind] += 1
                    taken += numbers
                    view = replace(view, found=(*view.found, draft))
                    yield draft

    def _drafts(
        self, annotated: Annotated, view: View, sensed: Sensed, stands: Mapping[int, tuple[float, float]]
    ) -> Iterator[Draft]:
        kind, row = self._rules.kinds[sensed.kind], view.row
        acting = {at: each for at, each in stands.items() if row[at].actors}
        chosen = _chosen(acting, even=kind.even({kind.foremost: sensed.value}))
        filled = {name: _mentions(row, places) for name, places in zip(ROLES[sensed.kind], chosen, strict=True) if places}
        draft = self._draft(annotated, view, sensed, filled)
        surest = min((max(stands[at]) for places in chosen for at in places), default=1)
        if "value" not in kind.fields:
            if filled:
                yield replace(draft, likely=self._likely(view, draft, (sensed.likely, surest)))
            return
        for at, (is_it, _) in stands.items():
            if (number := row[at].quantity) and not row[at].actors and is_it >= _MORE:
                yield replace(draft, slots={**draft.slots, "value": (number,)}, likely=sensed.likely * min(surest, is_it))

    def _likely(self, view: View, draft: Draft, sure: tuple[float, float]) -> float:
        """How likely a claim is right with all its sides: as was learned for its kind, or else as the model tells of each."""
        if not (weights := self._weights.get(draft.kind)):
            return sure[0] * sure[1]
        found = signs(view, draft, sure, self._rules.kinds[draft.kind])
        return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in found.items())))

    def _draft(self, annotated: Annotated, view: View, sensed: Sensed, filled: Mapping[str, tuple[Mention, ...]]) -> Draft:
        kind, row, slots = self._rules.kinds[sensed.kind], view.row, dict(filled)
        offset = view.span.start + sensed.at
        at = max((index for index, item in enumerate(row) if item.span.start <= offset), default=0)
        sure, cues = judge(annotated.document, view.span, row, at, self._rules.lexicon, grammar=view.grammar)
        if date := nearest(row, at, at + 1, own=view.grammar.clause(at)):
            slots["when"] = (date,)
        if "place" in kind.fields and (where := place_after(row, at)):
            slots["place"] = (where,)
        return Draft(
            sensed.kind, {kind.foremost: sensed.value}, slots, view.span, row[at].span, sure,
            f"{sensed.kind}/gleaned:{sensed.value}", GLEANED, view.block, cues, depth=depth(at, view.grammar),
        )  # fmt: skip

    def _told(self, draft: Draft) -> Iterator[Sort]:
        """What a draft tells, and what is told with it: what PLOVER takes a formal act for is no event besides."""
        kind = self._rules.kinds[draft.kind]
        yield self._rules.sort(draft)
        yield "event", kind.plover.get(str(draft.fixed.get(kind.stages, "")), "")
        yield from ((other, value) for other, values in kind.includes.items() for value in values)


def signs(view: View, draft: Draft, sure: tuple[float, float], kind: Kind) -> dict[str, float]:
    """What speaks for and against a claim besides what the model tells: of the sort, and of the least sure of the sides."""
    filled = [draft.slots.get(name, ()) for name in ROLES[draft.kind]]
    even = kind.even(draft.fixed)
    states = {state_of(mention) for item in view.row for mention in item.actors} - {""}
    return {
        "bias": 1.0, "sort": _log_odds(sure[0]), "side": _log_odds(sure[1]),
        "event found": float(any(other.kind == draft.kind for other in view.found)),
        "both sides": float(all(filled)), "first alone": float(bool(filled[0]) and not filled[1] and not even),
        "done together": float(even),
        "states": float(len(states)), "pronoun": float(any(not state_of(mention) for side in filled for mention in side)),
        "parsed": float(view.grammar.is_parsed),
    }  # fmt: skip


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-9), 1 - 1e-9)
    return max(-_FURTHEST, min(_FURTHEST, math.log(share / (1 - share))))


def _chosen(sides: Mapping[int, tuple[float, float]], *, even: bool) -> tuple[list[int], list[int]]:
    """The items on either side; where both sides do alike, all on the first."""
    if even:
        return [at for at, each in sides.items() if max(each) >= _MORE], []
    return (
        [at for at, (one, other) in sides.items() if one >= _MORE and one >= other],
        [at for at, (one, other) in sides.items() if other >= _MORE and other > one],
    )


def _mentions(row: Sequence[Item], places: Sequence[int]) -> tuple[Mention, ...]:
    return tuple(mention for at in places for mention in row[at].actors)
