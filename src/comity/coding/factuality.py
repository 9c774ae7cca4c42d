"""How sure the text is of what it says: denied, possible, planned, reported or asserted, by the words around a match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from comity.coding.grammar import Grammar
from comity.coding.items import Item
from comity.coding.scope import is_told, meant_by, pondered, presupposed, wanting
from comity.model import Document, Span
from comity.spotting import Spotter
from comity.triggers import Lexicon

ORDER = ("denied", "possible", "planned", "reported")
# How many items before the anchor a cue may stand. A verb of saying governs all that follows it in the sentence.
REACH = {"denied": 6, "possible": 9, "planned": 9, "reported": 60}
AFTER = 8  # a verb of saying may follow what it reports: "..., the ministry said"
# Concepts of verbs that only carry a noun: made no visit, reached no agreement.
LIGHT = frozenset((
    "be", "have", "make", "hold", "take-place", "establish", "give", "receive", "sign", "announce", "reach", "maintain",
))  # fmt: skip
_PERFORMED = 30
"""Characters from the verb of what is done by saying it to the noun that says what: express our deep gratitude."""
STATES = frozenset({"state", "states"})
"""Words of saying that are as often nouns: several states condemned Peru."""
NO_SAYING = re.compile(
    r"(?i)thanks\s+to\b|denounced(?=\s+(?:the|its|this|that|a)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:treaty|treaties|pact|convention|agreement|protocol|alliance|accord|armistice)\b)"
)
"""Words of saying that say nothing: thanks to Peru, denounced the treaty."""
QUOTES = re.compile(r"[“\"«][^“”\"«»]*[”\"»]?")


@lru_cache(maxsize=8)
def _cues(lexicon: Lexicon) -> dict[str, Spotter]:
    compiled = {}
    for name, words in lexicon.factuality.items():
        either = "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True))
        pattern = re.compile(rf"(?:(?<![\w'’])|(?=n['’]t))(?:{either})(?![\w])", re.I)
        compiled[name] = Spotter((*words, *(word.replace("'", "’") for word in words)), pattern)
    return compiled


@lru_cache(maxsize=64)
def _told(lexicon: Lexicon, name: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where cues of a sort stand in a sentence; kept, since it is asked for each match in it."""
    return tuple(match.span() for match in _cues(lexicon)[name].finditer(text) if not NO_SAYING.match(text, match.start()))


def judge(
    document: Document, sentence: Span, items: Sequence[Item], anchor: int, lexicon: Lexicon, *, grammar: Grammar | None = None
) -> tuple[str, tuple[Span, ...]]:
    """The factuality of a match whose anchor is one of the items, and the words that decide it."""
    text = sentence.of(document)
    first = items[anchor].span
    for name in ORDER:
        for start, end in _told(lexicon, name, text):
            cue = Span(sentence.start + start, sentence.start + end)
            if any((item.date or item.tag == "actor") and item.span.touches(cue) for item in items):
                continue
            if cue.touches(first) or not _governs(name, cue, first, items):
                continue
            if name == "planned" and _is_performed(text, first.start - sentence.start, start, lexicon):
                continue
            if grammar and _is_outside(name, cue, anchor, items, grammar):
                continue
            return name, (cue,)
        if name == "denied" and grammar and _is_shunned(anchor, items, lexicon, grammar):
            return name, ()
        performed = _is_performed(text, first.start - sentence.start, None, lexicon)
        if name == "planned" and grammar and not performed and _is_intended(anchor, lexicon, grammar):
            return name, ()
    if quote := _inside_quotes(text, first.start - sentence.start):
        return "reported", (Span(sentence.start + quote[0], sentence.start + quote[1]),)
    return "asserted", ()


@lru_cache(maxsize=8)
def _performing(lexicon: Lexicon) -> re.Pattern[str]:
    either = "|".join(map(re.escape, lexicon.performed))
    wish = "wish(?:e[sd])?|wants?|like[sd]?|begs?|(?:we|I) must|allow me|permit me|let me|liberty|opportunity"
    wish += "|honou?r|pleasure|compelled|bound"
    adverbs = r"(?:(?:also|again|once\s+again|particularly|here)\s+)*"
    return re.compile(rf"(?i)\b(?:{wish})\s+{adverbs}(?:to\s+)?(?:\w+ly\s+)?(?:{either})\b")


def _is_performed(text: str, at: int, cue: int | None, lexicon: Lexicon) -> bool:
    """Is it done by these very words: we wish to thank Peru, my delegation would like to express its gratitude to Peru?"""
    for match in _performing(lexicon).finditer(text):
        by_it = match.start() <= at <= match.end() + _PERFORMED and " to " not in text[match.end() : at]
        if by_it and (cue is None or match.start() - len("would ") <= cue <= match.end()):
            return True
    return False


def _governs(name: str, cue: Span, anchor: Span, items: Sequence[Item]) -> bool:
    if name == "denied" and items and _before_object(cue, anchor, items):
        return True
    if cue.end <= anchor.start:
        between = [item for item in items if cue.end <= item.span.start < anchor.start]
        if any(item.lower in (";", "but") for item in between):
            return False
        if name != "reported" and any(item.tag == "subordinator" for item in between):
            return False
        return len(between) <= REACH[name]
    if name != "reported" or not items:
        return False
    rest = [item for item in items if item.span.start >= cue.end]
    before = next((item for item in reversed(items) if item.span.end <= cue.start and item.lower in (",", "”", '"')), None)
    return before is not None and len(rest) <= AFTER and cue.start - before.span.end < 60


def _before_object(cue: Span, anchor: Span, items: Sequence[Item]) -> bool:
    """Is it a "no" before what a verb is done to: made no visit?"""
    at = next((index for index, item in enumerate(items) if item.span == anchor), -1)
    return at >= 0 and any(item.lower == "no" and item.span == cue for item in items[at + 1 : at + 3])


def _is_shunned(anchor: int, items: Sequence[Item], lexicon: Lexicon, grammar: Grammar) -> bool:
    """Does somebody avoid it, or is a "no" beside what the verb is done to, however far: had at that date no treaty?"""
    if not set(lexicon.shunning).isdisjoint(pondered(grammar, anchor)):
        return True
    return any(items[kid].lower == "no" for at in grammar.objects(anchor) for kid in grammar.kids(at, "det"))


def _is_outside(name: str, cue: Span, anchor: int, items: Sequence[Item], grammar: Grammar) -> bool:
    """Does the grammar have the match outside of what the cue governs: praised the pact and *agreed* to widen it?"""
    at = next((index for index, item in enumerate(items) if item.span.touches(cue)), None)
    if at is None:
        return False
    if name == "reported":
        counted, _, last = items[at].lower.rpartition(" ")
        if last in STATES and (counted or grammar.is_noun(at)):
            return True
        return is_told(grammar, anchor, at) is False
    if name == "denied" and grammar.is_verb(anchor):
        return _is_taken_for_granted(grammar, anchor, at)
    light = any(LIGHT & set(items[over].concepts) for over in grammar.above(anchor)[:1])
    return name == "denied" and not light and presupposed(grammar, anchor, at)


def _is_taken_for_granted(grammar: Grammar, anchor: int, cue: int) -> bool:
    """Does a participle only qualify the noun of which something is denied: voted against the draft *submitted* by Peru?"""
    return grammar.relation(anchor) == "acl" and cue not in (*grammar.kids(anchor), *grammar.kids(grammar.above(anchor)[0]))


def _is_intended(anchor: int, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Is it what somebody wants of another or thinks of doing, or the purpose of what he does?"""
    purpose = meant_by(grammar, anchor)
    thought = set(pondered(grammar, anchor)) & set(lexicon.pondering)
    wanted = set(wanting(grammar, anchor)) & set(lexicon.wanting)
    return bool(thought or wanted or (purpose and purpose not in lexicon.enacting))


def _inside_quotes(text: str, at: int) -> tuple[int, int] | None:
    """The quotation of more than a few words in which a place of the text stands."""
    for match in QUOTES.finditer(text):
        if match.start() < at < match.end() and len(match[0].split()) > 4:
            return match.span()
    return None
