"""The second reading of a sentence: what it says in words that no rule knows.

A rule finds a claim where its words stand as it says. Much is said otherwise. A model that has learned from sentences that people
have coded tells how likely a sentence says each sort of thing, and who of those named stands on which side (see `sensing`). What
is likely enough, and no rule has found or refused, is gleaned. Dates, and how sure the text is, are told as for a rule, from
the word on which the reading rests most. Of what rules have found it tells the same, for where they cannot tell who is meant.
"""

from __future__ import annotations

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
from comity.coding.roles import link, roles
from comity.coding.rules import Rules, Sort
from comity.mentions import GLEANED, Annotated, Draft, Mention, Stand
from comity.model import Block, BlockKind, Document, Span
from comity.schema import Kind
from comity.sensing import Named, Sensed, alike, chosen, two_sides

Sense: TypeAlias = Callable[[str, str, Sequence[Named], Set[Sort]], Sequence[Sensed]]
"""Tells what a sentence may say (see `Sensor.read`)."""
KINDS = frozenset({"event", "membership", "figure"})
"""The kinds that are gleaned. What stands on a day rests on the others: a false one does more harm than one that was missed."""
LENT = frozenset({"event", "agreement"})
"""The kinds whose rules are lent eyes: where a rule has the words and cannot tell who, the reading of the whole sentence may."""
NUMBER = "number"
"""The manner of what is no name but a number, for which the first side is to be what the sentence tells of."""
_MORE = 0.5
"""From how likely on a number is the one that is told."""
_TITLE, _LAST = 60, 140
"""Characters of titles, and of the sentence before, that are read with a sentence."""

Stands: TypeAlias = Mapping[int, tuple[float, float]]
"""For those named in a sentence, by their places, how likely each stands on either side."""
Reading: TypeAlias = tuple[Sensed, Stands]


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

    def __init__(self, rules: Rules, sense: Sense) -> None:
        self._rules, self._sense = rules, sense

    def look(self, annotated: Annotated, view: View) -> Iterator[Draft]:
        """What the rules have found, with those who may stand on its sides, and what the sentence may say besides."""
        if not (named := dict(told(view.row))):
            yield from view.found
            return
        asked = [(view.row[at].span.start - view.span.start, manner) for at, manner in named.items()]
        wanted = frozenset(self._rules.sort(draft) for draft in view.found if draft.kind in LENT)
        every = [
            (one, dict(zip(named, one.sides, strict=True)))
            for one in self._sense(view.span.of(annotated.document), view.before, asked, wanted)
        ]
        read = {(one.kind, one.value): (one, stands) for one, stands in every if (one.kind, one.value) in wanted}
        for draft in view.found:
            yield _seen(view, draft, *own) if (own := read.get(self._rules.sort(draft))) else draft
        yield from self._glean(annotated, view, sorted(every, key=lambda each: -each[0].likely))

    def _glean(self, annotated: Annotated, view: View, every: Sequence[Reading]) -> Iterator[Draft]:
        """What a sentence may say besides, the likeliest first; whether it is likely enough, who they are must tell."""
        known = {sort for draft in view.found for sort in self._told(draft)} | view.barred
        counts = Counter(draft.kind for draft in view.found)
        taken = [mention for draft in view.found for mention in draft.slots.get("value", ())]
        for one, stands in every:
            if one.kind not in KINDS or not one.value or (one.kind, one.value) in known:
                continue
            for draft in self._drafts(annotated, view, one, stands):
                numbers = draft.slots.get("value", ())
                full = counts[one.kind] >= self._rules.kinds[one.kind].most_in_sentence
                if not full and not any(each in taken for each in numbers):
                    counts[one.kind] += 1
                    taken += numbers
                    yield draft

    def _drafts(self, annotated: Annotated, view: View, sensed: Sensed, stands: Stands) -> Iterator[Draft]:
        kind, row = self._rules.kinds[sensed.kind], view.row
        anchor = max((index for index, item in enumerate(row) if item.span.start <= view.span.start + sensed.at), default=0)
        draft = self._draft(annotated, view, sensed, anchor)
        acting = {at: each for at, each in stands.items() if row[at].actors and not _is_owner(row[at], kind)}
        sides = chosen(acting, even=alike(kind, draft.fixed))
        filled = {name: _mentions(row, places) for name, places in zip(two_sides(kind), sides, strict=True) if places}
        draft = replace(draft, slots={**filled, **draft.slots}, stands=tuple(_stands(view, anchor, acting)))
        if "value" not in kind.fields:
            yield draft
            return
        for at, (is_it, _) in stands.items():
            if (number := row[at].quantity) and not row[at].actors and is_it >= _MORE:
                its = Stand(number, is_it, 0.0)
                yield replace(draft, slots={**draft.slots, "value": (number,)}, stands=(*draft.stands, its))

    def _draft(self, annotated: Annotated, view: View, sensed: Sensed, at: int) -> Draft:
        """A claim without its sides, by the item on which the reading rests."""
        kind, row = self._rules.kinds[sensed.kind], view.row
        sure, cues = judge(annotated.document, view.span, row, at, self._rules.lexicon, grammar=view.grammar)
        slots = {name: (mention,) for name, mention in _beside(view, at, kind) if mention}
        return Draft(
            sensed.kind, {kind.foremost: sensed.value}, slots, view.span, row[at].span, sure,
            f"{sensed.kind}/gleaned:{sensed.value}", GLEANED, view.block, cues,
            depth=depth(at, view.grammar), likely=sensed.likely,
            beside=any(other.kind == sensed.kind for other in view.found),
        )  # fmt: skip

    def _told(self, draft: Draft) -> Iterator[Sort]:
        """What a draft tells, and what is told with it: what PLOVER takes a formal act for is no event besides."""
        kind = self._rules.kinds[draft.kind]
        yield self._rules.sort(draft)
        yield "event", kind.plover.get(str(draft.fixed.get(kind.stages, "")), "")
        yield from ((other, value) for other, values in kind.includes.items() for value in values)


def _seen(view: View, draft: Draft, sensed: Sensed, stands: Stands) -> Draft:
    """A rule's draft, with how likely the whole sentence says such a thing, and who may stand on its sides."""
    row = view.row
    anchor = next((at for at, item in enumerate(row) if item.span.end > draft.trigger.start), 0)
    acting = {at: each for at, each in stands.items() if row[at].actors}
    return replace(draft, likely=sensed.likely, stands=tuple(_stands(view, anchor, acting)))


def _is_owner(item: Item, kind: Kind) -> bool:
    """Is it only whose something else is, where a body is sought: joined the market of the Union, an agency of the *EU's*?"""
    return kind.fields[two_sides(kind)[1]].type == "organisation" and (item.owner or item.adjective)


def _beside(view: View, at: int, kind: Kind) -> Iterator[tuple[str, Mention | None]]:
    """When and where it is, by the word on which a reading rests."""
    yield "when", nearest(view.row, at, at + 1, own=view.grammar.clause(at))
    for name in kind.of_type("place"):
        yield name, place_after(view.row, at)


def _stands(view: View, anchor: int, sides: Stands) -> Iterator[Stand]:
    """Those who are named in a sentence, as its grammar has them beside the item on which a reading rests."""
    known = roles(view.grammar, anchor)
    for at, (first, other) in sides.items():
        for mention in view.row[at].actors:
            yield Stand(mention, first, other, known.get(at, ""), link(view.grammar, at), at > anchor)


def _mentions(row: Sequence[Item], places: Sequence[int]) -> tuple[Mention, ...]:
    return tuple(mention for at in places for mention in row[at].actors)
