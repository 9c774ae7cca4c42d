"""Offices in a text, with the state served and the state accredited to, before their holders are sought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from comity.mentions import ActorName, Annotated, How
from comity.model import Span
from comity.triggers import Lexicon

ENVOYS = frozenset({"ambassador", "consul", "chargé-d-affaires", "representative", "special-envoy"})
BEFORE = re.compile(r"(?:['’]s?)?\s+(?:(?:Deputy|deputy|visiting|new|current|long-time|former|then)[\s-]+)?")
AFTER = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?(?:\w+\s+of\s+)?")
SENT_TO = re.compile(r"\s+(?:to|in)\s+(?:the\s+)?")
SERVES = re.compile(
    r"\b(?:advis[eo]r|aide|spokes\w+|wife|husband|son|daughter|brother|assistant|secretary|representative|envoy|chief of staff)s?"
    r"\s+(?:to|of|for)\s+(?:the\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office named in the text: the words with the states around them, and what they tell."""

    span: Span
    words: Span
    """Of the office alone."""
    name: str
    plural: bool
    state: str = ""
    host: str = ""
    when: str = ""


@dataclass(frozen=True)
class _Grammar:
    """The expressions for a language's offices."""

    any: re.Pattern[str]
    offices: dict[str, tuple[str, bool]]
    before: re.Pattern[str]
    bodies: tuple[tuple[str, re.Pattern[str]], ...]
    """What a president may preside over besides the state, by the office that this is."""


@lru_cache(maxsize=8)
def _grammar(lexicon: Lexicon) -> _Grammar:
    words: dict[str, tuple[str, bool]] = {}
    for office, names in lexicon.offices.items():
        for name in names:
            words[name] = (office, False)
            head, _, tail = name.partition(" of ")
            words.setdefault(f"{head}s of {tail}" if tail else f"{name}s", (office, True))
    prefixes = [word for names in lexicon.before_office.values() for word in names]
    return _Grammar(
        re.compile(rf"(?:(?<![\w-])|(?<=then-)|(?<=ex-))(?:{_either(words)})(?![\w-])(?!['’]s [Oo]ffice)", re.I),
        words,
        re.compile(rf"\b({_either(prefixes)})[\s-]*$", re.I),
        tuple((office, re.compile(rf"\s+of\s.*\s(?:{_either(names)})$", re.I)) for office, names in lexicon.bodies.items()),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def actors(annotated: Annotated, within: Span) -> Iterator[tuple[Span, ActorName]]:
    """The actors named in a stretch, with their codes."""
    for mention in annotated.within("actor", within):
        if isinstance(mention.value, ActorName) and mention.value.code:
            yield mention.span, mention.value


def offices(annotated: Annotated, lexicon: Lexicon) -> Iterator[Office]:
    """Every office in a document, with the state served."""
    grammar = _grammar(lexicon)
    for match in grammar.any.finditer(annotated.document.text):
        name, plural = grammar.offices[match[0].lower()]
        span = Span(*match.span())
        yield _with_time(annotated, _with_state(annotated, Office(span, span, name, plural), grammar), grammar)


def _with_time(annotated: Annotated, office: Office, grammar: _Grammar) -> Office:
    """The office with `then`, `former`, `acting` before it."""
    for start in (office.words.start, office.span.start):
        if before := grammar.before.search(annotated.document.text, max(0, start - 16), start):
            first = min(before.start(1), office.span.start)
            return replace(office, span=Span(first, office.span.end), when=before[1].lower().strip("-"))
    return office


def _with_state(annotated: Annotated, office: Office, grammar: _Grammar) -> Office:
    """The office with the state that it serves, named before it, around it or after it."""
    text, words = annotated.document.text, office.words
    for span, actor in actors(annotated, Span(max(0, words.start - 60), min(len(text), words.end + 70))):
        inside = span.touches(words)
        before = span.end <= words.start and BEFORE.fullmatch(text, span.end, words.start)
        after = actor.how is not How.CAPITAL and span.start >= words.end and AFTER.fullmatch(text, words.end, span.start)
        if inside or before or after:
            name = _of_body(text, office, span, grammar) if actor.how is How.AGENT else office.name
            office = replace(office, state=actor.code, span=office.span.join(span), name=name)
    return office


def _of_body(text: str, office: Office, actor: Span, grammar: _Grammar) -> str:
    """The office of who presides over a body of the state, not over the state: the president of the Peruvian senate."""
    if office.name != "president":
        return office.name
    return next((other for other, body in grammar.bodies if body.match(text[office.words.end : actor.end])), office.name)


def accredited(annotated: Annotated, office: Office) -> Office:
    """An envoy's office with the state accredited to: `ambassador to Mali`."""
    text, start = annotated.document.text, office.span.end
    if office.name in ENVOYS:
        for span, actor in actors(annotated, Span(start, min(len(text), start + 60))):
            if SENT_TO.fullmatch(text, start, span.start):
                return replace(office, span=office.span.join(span), host=actor.code)
    return office


def held(text: str, office: Office) -> str:
    """The office as a post has it, or `other` for whoever serves its holder: an adviser to the president."""
    return "other" if SERVES.search(text, max(0, office.span.start - 40), office.span.start) else office.name
