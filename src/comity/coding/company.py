"""Who is party to it besides those that the pattern names: those after "with", and whose the instrument is.

A pattern of a treaty says who signed it; with whom, the sentence tells in a phrase of the verb or of the noun. Treaties with
Chile and Bolivia are one with each, a treaty with Chile and Bolivia is one of three.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.brokers import how_helping, names_paper
from comity.coding.engine import Match
from comity.coding.grammar import Grammar
from comity.coding.items import Item
from comity.coding.standing import AFTER_PREPOSITION, BREAKS, CLAUSE, PHRASE_MATTER
from comity.mentions import ActorName, How, Mention
from comity.triggers import GERUND

PAPER = re.compile(
    r"treat(?:y|ies)|memorand(?:um|a)|(?:agreement|pact|accord|convention|protocol|mou|deal|memorandum|declaration)s?"
)

FOUNDING = frozenset({
    "establishing", "restoring", "normalising", "normalizing", "resuming", "upgrading", "regulating", "governing", "delimiting",
    "demarcating", "fixing", "settling", "defining", "formalising", "formalizing",
})  # fmt: skip
"""What a paper does for those who sign it."""
TWO = 2


def with_company(match: Match, row: Sequence[Item], grammar: Grammar) -> Iterator[Match]:
    """A match of a kind with one side for all, with those whom it leaves out of that side; one for each of several papers."""
    side = _shared_side(match)
    if not side:
        yield match
        return
    filled = match.filled.get(side, ())
    named = told = filled if isinstance(filled, tuple) else ()
    named += tuple(mention for mention in _called_after(match, row) if mention not in named)
    told_with = _others(match, row, grammar, alone=not named) or (_meant(match, row, grammar) if len(named) < TWO else ())
    others = tuple(mention for mention in told_with if mention not in named)
    if named != told and not others:
        yield replace(match, filled={**match.filled, side: named})
        return
    if not others:
        yield match
        return
    for each in [(one,) for one in others] if _is_one_each(others, row) else [others]:
        yield replace(match, filled={**match.filled, side: (*named, *each)}, ways={**match.ways, side: "phrase"})


def _shared_side(match: Match) -> str:
    """The one side of a kind that binds all alike; "" where there is none."""
    kind = match.plan.pattern.rule.kind
    return kind.sides[0] if len(kind.sides) == 1 and kind.fields[kind.sides[0]].type == "actors" else ""


def without_helpers(match: Match, text: str, first: int) -> Match:
    """A match without those who only broker, host or witness what others agree upon; of witnesses alone two are the parties.

    Nor is it the capital after which a treaty is called.
    """
    side = _shared_side(match)
    filled = match.filled.get(side, ())
    named = filled if isinstance(filled, tuple) else ()
    if len(named) == 1 and _is_seat(named[0]) and names_paper(text, named[0].span.start, named[0].span.end):
        return replace(match, filled={**match.filled, side: ()})
    how = {mention: how_helping(text, mention.span.start, mention.span.end, first=first) for mention in named}
    if not any(how.values()):
        return match
    left = tuple(mention for mention in named if not how[mention])
    if not left and "broker" not in how.values() and len(named) > 1:
        return match
    return replace(match, filled={**match.filled, side: left})


def _is_seat(mention: Mention) -> bool:
    return isinstance(mention.value, ActorName) and mention.value.how in (How.CAPITAL, How.SEAT)


def _called_after(match: Match, row: Sequence[Item]) -> tuple[Mention, ...]:
    """The two whose names the treaty itself bears: signed the *Chilean-Kenyan* Treaty of Friendship."""
    near = range(max(0, match.anchor - CLAUSE), min(len(row), match.end + CLAUSE))
    papers = (at for at in near if PAPER.fullmatch(row[at].lower) and row[at].capital)
    at = min(papers, key=lambda index: abs(index - match.anchor), default=0)
    for item in reversed(row[max(0, at - AFTER_PREPOSITION) : at]):
        if item.actors:
            return item.actors if len(item.actors) > 1 else ()
        if not item.capital or not item.is_word:
            return ()
    return ()


def _is_one_each(others: Sequence[Mention], row: Sequence[Item]) -> bool:
    """Are they several papers: *treaties* with Chile and Bolivia?"""
    if len(others) < 2:
        return False
    at = next((index for index, item in enumerate(row) if others[0] in item.actors), 0)
    papers = (item.lower for item in reversed(row[:at]) if PAPER.fullmatch(item.lower))
    return next(papers, "").endswith(("s", "memoranda"))


def _others(match: Match, row: Sequence[Item], grammar: Grammar, *, alone: bool) -> tuple[Mention, ...]:
    """Those after "with"; and, where nobody else is named, whose the thing is: Peru's pact with Chile."""
    for at in _withs(match, row, grammar):
        if found := _named_after(row, at):
            owners = [mention for index in _owners(at, row) for mention in row[index].actors] if alone else []
            return (*dict.fromkeys(owners), *found)
    return ()


def _meant(match: Match, row: Sequence[Item], grammar: Grammar) -> tuple[Mention, ...]:
    """With whom something is, that a paper is to do: an agreement establishing relations with Chile."""
    papers = {*grammar.objects(match.anchor), *grammar.undergone(match.anchor)}
    doing = (kid for paper in sorted(papers) for kid in grammar.kids(paper, "acl") if row[kid].lower in FOUNDING)
    found = (_named_after(row, at) for kid in doing for at in _withs_behind(row, kid))
    return next(filter(None, found), ())


def _withs_behind(row: Sequence[Item], start: int) -> Iterator[int]:
    clause = itertools.takewhile(lambda at: row[at].lower not in BREAKS, range(start + 1, min(len(row), start + CLAUSE)))
    return (at for at in clause if row[at].lower == "with")


def _withs(match: Match, row: Sequence[Item], grammar: Grammar) -> Iterator[int]:
    """Where "with" stands in the clause: by the tree, or the first one after the verb."""
    if grammar.relation(match.anchor):
        yield from grammar.phrases(match.anchor, "with")
        return
    for at in range(match.anchor + 1, min(len(row), match.anchor + CLAUSE)):
        if row[at].tag in ("relative", "subordinator") or row[at].lower in BREAKS:
            return
        if row[at].lower == "with":
            yield at
            return


def _named_after(row: Sequence[Item], at: int) -> tuple[Mention, ...]:
    """The actors right after a preposition, over what only qualifies them."""
    for index in range(at + 1, min(len(row), at + 1 + AFTER_PREPOSITION)):
        item, after = row[index], row[index + 1] if index + 1 < len(row) else None
        if item.actors and not item.quantity:
            acts = after is not None and (after.lower == "as" or after.verbal(frozenset(GERUND)))  # with Peru mediating
            return () if item.adjective or item.owner or item.tag != "actor" or acts else item.actors
        if item.tag not in PHRASE_MATTER:
            return ()
    return ()


def _owners(at: int, row: Sequence[Item]) -> Iterator[int]:
    """Who owns the noun that stands before a preposition: its adjective or genitive."""
    for index in range(at - 1, max(-1, at - 1 - AFTER_PREPOSITION), -1):
        item = row[index]
        if item.actors and (item.adjective or item.owner):
            yield index
            return
        if item.tag != "word":
            return
