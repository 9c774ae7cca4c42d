"""What words match and yet does not say it: visits by crowds, and acts by somebody who acts for no state."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from comity.coding.company import PAPER
from comity.coding.deeds import is_of_deed
from comity.coding.engine import Match
from comity.coding.grammar import Grammar, plain
from comity.coding.items import Item
from comity.coding.plans import Voice
from comity.coding.scope import meant_by, pondered
from comity.coding.slots import Filled
from comity.mentions import ActorName, How, Quantity
from comity.triggers import PLURAL, Lexicon

PART = re.compile(r"group|committee|subcommittee|mission|panel|caucus|club|taskforce|troika|quartet")
"""What a group within a body is called, which may have other members."""
NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "compound"})
_FAR = 3
"""Items before a people in which the word for how many of it may stand."""
_DESCRIBES = ("amod", "compound")
_NAMES = frozenset({How.NAME, How.PEOPLE, How.ADJECTIVE})
_TIMING = frozenset({"during", "since", "throughout", "until", "till", "before"})
"""Before a war that only says when something happened."""
_INNER = frozenset({"civil", "internal", "domestic", "intestine", "fratricidal"})
_ORDINAL = frozenset({"first", "second", "third", "entire", "whole"})
_LINKED = 5
"""Items behind "with" or "between" in which those who are bound must be named."""


def is_barred(match: Match, row: Sequence[Item], grammar: Grammar | None, lexicon: Lexicon) -> bool:
    """Must a match give no claim?"""
    if _by_crowd(match, row, lexicon) or (match.plan.pattern.rule.body.inside and row[match.anchor].date):
        return True  # on 22 March
    if _is_of_difference(match, row, lexicon) or _is_of_many(match, row):
        return True
    if _is_with_private(match, row, lexicon) or _is_paper(match, row) or _is_only_time(match, row):
        return True
    if is_of_deed(match, row, grammar) or _is_civil(match, row):
        return True
    if (concept := match.plan.pattern.rule.body.bare) and _is_described(concept, match, row, grammar):
        return True
    return grammar is not None and (
        _by_stranger(match, row, grammar, lexicon) or _is_noun(match, grammar) or _is_only_meant(match, row, grammar, lexicon)
    )


def is_of_several(match: Match, row: Sequence[Item]) -> bool:
    """Are they acts that a heading, or a line like one, only announces: Visits from Peru to Kenya?"""
    forms = (form for forms, _ in row[match.anchor].concepts.values() for form in forms)
    return match.plan.pattern.rule.kind_name == "event" and PLURAL in forms and not any(item.date for item in row)


def without_replaced(matches: Sequence[Match], row: Sequence[Item]) -> list[Match]:
    """All matches but those whose words another one takes in another sense, or in the same one of others."""
    taken: dict[tuple[int, object], list[Match]] = {}
    for match in matches:
        for value in match.plan.pattern.rule.body.instead:
            for at in range(match.anchor, _ends(row, match.anchor) + 1):
                taken.setdefault((at, value), []).append(match)
    return [
        match
        for match in matches
        if match.plan.pattern.rule.body.instead
        or not any(_replaces(other, match) for other in taken.get((match.anchor, match.plan.pattern.fixed.get("type")), ()))
    ]


def without_poorer(matches: Sequence[Match]) -> list[Match]:
    """All matches but those that leave open a side which another names, of the same act in the same words."""
    return [match for match in matches if not any(_is_poorer(match, other) for other in matches)]


def _is_poorer(one: Match, other: Match) -> bool:
    """Does another match tell the same act, and one who acts or suffers besides: bombed the harbour, the harbour of *Peru*?"""
    rules = one.plan.pattern.rule, other.plan.pattern.rule
    sides = rules[0].kind.sides
    if one.anchor != other.anchor or rules[0].kind_name != rules[1].kind_name or len(sides) != 2:
        return False
    if rules[0].body.inside or not (rules[0].body.paired or rules[0].kind.may_befall(one.plan.pattern.fixed)):
        return False
    alike = one.plan.pattern.fixed.get(rules[0].kind.foremost) == other.plan.pattern.fixed.get(rules[0].kind.foremost)
    given, more = ([match.filled.get(side) for side in sides] for match in (one, other))
    told = any(given) and all(not mine or mine == theirs for mine, theirs in zip(given, more, strict=True))
    return alike and told and any(_is_named(theirs) and not mine for mine, theirs in zip(given, more, strict=True))


def _is_named(filled: Filled | None) -> bool:
    """Do names, and no pronouns or offices, fill a side?"""
    mentions = filled if isinstance(filled, tuple) else ()
    named = [isinstance(each.value, ActorName) and each.value.how in _NAMES for each in mentions]
    return bool(named) and all(named)


def _replaces(one: Match, other: Match) -> bool:
    """Is it another sense of the words, or the same of others: talked of strengthening ties *between Peru and Chile*?"""
    if one.plan.pattern.fixed.get("type") != other.plan.pattern.fixed.get("type"):
        return True
    named = ({mention for told in match.filled.values() if isinstance(told, tuple) for mention in told} for match in (one, other))
    return next(named) != next(named)


def _is_of_difference(match: Match, row: Sequence[Item], lexicon: Lexicon) -> bool:
    """Is a number that of a deficit or surplus, and not of the trade itself: a trade gap of $3 million?"""
    value = match.filled.get("value", ())
    at = next((at for at, item in enumerate(row) if isinstance(value, tuple) and item.quantity in value), None)
    if at is None or match.plan.pattern.fixed.get("measure") == "other":
        return False
    clause = itertools.takewhile(lambda item: item.tag != "sign", reversed(row[:at]))
    nouns = (item.lower for item in clause if item.is_word and not item.actors and not item.verbal())
    behind = {item.lower for item in row[at + 1 : at + 3] if item.is_word}
    differences = lexicon.closed.get("difference", ())
    return next(nouns, "") in differences or not behind.isdisjoint((*differences, *lexicon.closed.get("differing", ())))


def _by_crowd(match: Match, row: Sequence[Item], lexicon: Lexicon) -> bool:
    """Is it talks or a visit of so many tourists, students or Danes?"""
    pattern = match.plan.pattern
    kind = pattern.rule.kind
    if not any(pattern.fixed.get(name) in values for name, values in kind.talks.items()):
        return False
    acting = match.filled.get(kind.sides[0], ())
    return any(
        _is_crowd(row, at, lexicon)
        for at, item in enumerate(row)
        if isinstance(acting, tuple) and any(mention in acting for mention in item.actors)
    )


def _is_crowd(row: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    item = row[at]
    crowds = set(lexicon.closed.get("crowd", ()))
    if crowds & set(item.lower.replace("-", " ").split()):
        return True
    people = any(isinstance(mention.value, ActorName) and mention.value.how is How.PEOPLE for mention in item.actors)
    many = set(lexicon.closed.get("many", ()))
    return people and any(before.lower in many or before.quantity for before in row[max(0, at - _FAR) : at])


def _by_stranger(match: Match, row: Sequence[Item], grammar: Grammar, lexicon: Lexicon) -> bool:
    """Does the passive name who acts, by words that stand for no actor: attacked by rebels?"""
    plan = match.plan
    if plan.voice is not Voice.PASSIVE or plan.agent is None or any(match.filled.get(name) for name in plan.agent.fields):
        return False
    if not grammar.is_undergoing(match.anchor, participle=True):
        return False
    ways = set(lexicon.closed.get("way", ()))
    agents = [at for at in grammar.agents(match.anchor) if not (_is_of_parties(match) and _is_person(row, at, lexicon))]
    acting = [row[at] for at in agents if row[at].tag == "word" and not row[at].place and row[at].lower not in ways]
    return bool(acting) and not any(row[at].actors for at in agents)


def _is_of_parties(match: Match) -> bool:
    """Is it of a kind that binds all its sides alike?"""
    kind = match.plan.pattern.rule.kind
    return len(kind.sides) == 1 and kind.fields[kind.sides[0]].type == "actors"


def _is_person(row: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """Is it a name of several words, as a minister's whose office the sentence does not tell: signed by Ana Soto?"""
    behind = itertools.takewhile(lambda item: item.capital and item.tag == "word", row[at:])
    ahead = itertools.takewhile(lambda item: item.capital and item.tag == "word", reversed(row[:at]))
    words = [item.lower for item in (*ahead, *behind)]
    return len(words) > 1 and not {*lexicon.closed.get("private", ()), *lexicon.closed.get("bodies", ())} & set(words)


def _is_noun(match: Match, grammar: Grammar) -> bool:
    """Does the tree take for a noun what stands for a verb: Norway stopped its *exports* to Chile?"""
    verbal = match.plan.voice in (Voice.ACTIVE, Voice.PASSIVE)
    return verbal and grammar.is_noun(match.anchor) and plain(grammar.relation(match.anchor)) in NOMINAL


def _is_described(concept: str, match: Match, row: Sequence[Item], grammar: Grammar | None) -> bool:
    """Has the nearest word of a concept something said of it: trade relations, relations with the press?"""
    found = [at for at, item in enumerate(row) if concept in item.concepts]
    if not found or f"<{concept}>" not in match.plan.pattern.source:
        return False
    at = min(found, key=lambda index: abs(index - match.anchor))
    end = row[at].concepts[concept][1]
    behind = row[end + 1 : end + 2 + _LINKED]
    if behind and behind[0].lower in ("with", "between", "among", "of") and not any(item.actors for item in behind):
        return True
    if grammar is not None and at == match.anchor and any(map(grammar.is_verb, _before_actor(row, end + 1))):
        return True
    before = row[at - 1] if at else None
    own = (last for name, (_, last) in row[match.anchor].concepts.items() if f"<{name}>" in match.plan.pattern.source)
    if before is None or not before.is_word or max(own, default=match.anchor) == at - 1:
        return False
    return grammar is None or not grammar.is_verb(at - 1) or at - 1 in grammar.kids(at, *_DESCRIBES)


def _ends(row: Sequence[Item], anchor: int) -> int:
    """The item in which the longest words that begin at the anchor end."""
    return max((end for _, end in row[anchor].concepts.values()), default=anchor)


def _is_of_many(match: Match, row: Sequence[Item]) -> bool:
    """Are those who hold an office told as a group: a list of the ambassadors of Chile to Mali?"""
    if "person" not in match.plan.pattern.rule.kind.fields or match.filled.get("person"):
        return False
    return match.plan.voice in (Voice.NOUN, Voice.MENTION) and row[_ends(row, match.anchor)].lower.split(" of ")[0].endswith("s")


def _is_paper(match: Match, row: Sequence[Item]) -> bool:
    """Is what stands for the body only part of a treaty's or group's name: the *UN* Convention on Tea?"""
    kind = match.plan.pattern.rule.kind
    if not kind.lists or kind.fields[kind.lists].type != "organisation":
        return False
    named = match.filled.get(kind.lists)
    bodies = (at for at, item in enumerate(row) if isinstance(named, tuple) and any(one in named for one in item.actors))
    behind = (itertools.takewhile(lambda item: item.capital and item.is_word, row[at + 1 : at + 2 + _FAR]) for at in bodies)
    return any(PAPER.fullmatch(item.lower) or PART.fullmatch(item.lower) for after in behind for item in after)


def _is_only_time(match: Match, row: Sequence[Item]) -> bool:
    """Does a war that has a name of its own only say when something else happened: cut off during the Winter War?"""
    pattern = match.plan.pattern
    if match.filled or not all(pattern.fixed.get(side) for side in pattern.rule.kind.sides):
        return False
    behind = _ends(row, match.anchor) + 1
    if any(item.date for item in row[behind : behind + _FAR]):
        return False  # the war is told as well, with its own date: during the Winter War of 1939
    before = itertools.dropwhile(lambda item: item.tag == "determiner" or item.lower in _ORDINAL, reversed(row[: match.anchor]))
    return next((item.lower for item in before), "") in _TIMING


def _is_civil(match: Match, row: Sequence[Item]) -> bool:
    """Is it a war inside one state, where the rule tells what two do to each other: the civil war of 1998?"""
    return match.plan.pattern.rule.body.between and match.anchor > 0 and row[match.anchor - 1].lower in _INNER


def _is_only_meant(match: Match, row: Sequence[Item], grammar: Grammar, lexicon: Lexicon) -> bool:
    """Is it no more than what an act was for, or what was talked about: met to *strengthen* ties, discussed *buying* oil?"""
    pattern = match.plan.pattern
    if not pattern.rule.kind.is_meant(pattern.fixed):
        return False
    if any(row[at].lower in ("i", "me") and row[at].actors for at in grammar.subjects(match.anchor)):
        return True  # let me share some information with you
    return meant_by(grammar, match.anchor) in lexicon.purposeful or not set(lexicon.discussing).isdisjoint(
        pondered(grammar, match.anchor)
    )


def _is_with_private(match: Match, row: Sequence[Item], lexicon: Lexicon) -> bool:
    """Is what binds its sides made with or by somebody who binds no state: with the rebels, with a mining company?"""
    if not _is_of_parties(match):
        return False
    private = frozenset(lexicon.closed.get("private", ()))
    at = next((at for at in range(match.anchor, len(row)) if row[at].lower in ("with", "between")), len(row))
    behind = itertools.takewhile(_describes, row[at + 1 : at + 2 + _LINKED])
    ahead = [*itertools.takewhile(_describes, reversed(row[max(0, match.anchor - _LINKED) : match.anchor]))]
    joined = row[match.anchor - len(ahead) - 1].lower == "and" if len(ahead) < match.anchor else False
    return any(_is_one(item, private) for item in (*behind, *(ahead if joined else ())))


def _describes(item: Item) -> bool:
    return item.tag in ("word", "determiner", "place", "quantity") or item.adjective


def _is_one(item: Item, words: frozenset[str]) -> bool:
    """Is it one of such words, or so many of them: two firms?"""
    counted = item.quantity.value if item.quantity else None
    return item.lower in words or (isinstance(counted, Quantity) and not words.isdisjoint(counted.noun.lower().split()))


def _before_actor(row: Sequence[Item], start: int) -> Iterator[int]:
    """The items up to the next actor: UN members *recognised* Kenya."""
    return itertools.takewhile(lambda at: not row[at].actors, range(start, len(row)))
