"""The pattern language: how a rule says what a sentence looks like, without a word of grammar.

    {source} <visit> {target}          who, the words of a concept, whom
    {source}'s <a-visit> to {target}   belonging in any form: Peru's visit, the Peruvian visit, the visit of Peru, by Peru
    {source+target} <hold> <talks>     one group that fills two fields: the two countries, Peru and Chile
    {value:money}                      a quantity of that sort
    {type}                             words that give the field its value, from the lexicon
    relations with                     words as they stand
    [in {city}]   (to|into)   ...      what may be missing; either; anything up to the end of the clause

Patterns are written in the active. The engine finds the passive, participles, infinitives and relative clauses.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of the claim, filled by a mention. Several fields share one group of actors."""

    fields: tuple[str, ...]
    filter: str = ""
    belongs: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """The words of a concept."""

    concept: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands, in lower case."""

    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Anything within the clause."""


Element: TypeAlias = Slot | Named | Word | Gap
Flat: TypeAlias = tuple[Element, ...]

TOKEN = re.compile(
    r"\s*(?:(?P<slot>\{(?P<fields>\w+(?:\+\w+)*)(?::(?P<filter>[\w-]+))?\}(?P<belongs>['’]s)?)|<(?P<concept>[\w-]+)>|(?P<gap>\.\.\.)"
    r"|(?P<sign>[\[\]|])|(?P<open>(?<!\\)\()|(?P<close>(?<!\\)\))|\\?(?P<word>[^\s\[\]()|{}<>]+|[()]))"
)
WHEN = "when"
"""The slot for a date that is told as a part of the wording: the treaty of 4 May 1901."""
MOST = 64  # flat forms of one pattern: more means that it wants to be two


class PatternFault(ValueError):
    """Why a pattern cannot be read, and at which character."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at, self.why = at, why


def parse(pattern: str) -> tuple[Flat, ...]:
    """All flat forms of a pattern, the longest first.

    >>> parse("{source} <visit> [{target}]")[1]
    (Slot(fields=('source',), filter='', belongs=False), Named(concept='visit'))
    """
    tokens = list(_tokens(pattern))
    forms, rest = _sequence(tokens, 0)
    if rest < len(tokens):
        raise PatternFault(tokens[rest].start(), f"{tokens[rest][0].strip()!r} closes nothing that was opened")
    flat = sorted(set(forms), key=lambda form: (-len(form), repr(form)))
    if len(flat) > MOST:
        raise PatternFault(0, f"it has {len(flat)} forms, more than {MOST}: write it as two patterns")
    if not any(flat):
        raise PatternFault(0, "it is empty")
    return tuple(form for form in flat if form)


def _tokens(pattern: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(pattern.rstrip()):
        match = TOKEN.match(pattern, at)
        if not match:
            raise PatternFault(at, "a bracket or brace is not closed, or a sign stands where none may")
        yield match
        at = match.end()


def _sequence(tokens: Sequence[re.Match[str]], at: int) -> tuple[list[Flat], int]:
    """All forms of the tokens from `at` up to a closing sign, and where that stands."""
    choices: list[list[Flat]] = []
    current: list[list[Flat]] = []
    while at < len(tokens):
        token = tokens[at]
        if token["close"] or token["sign"] == "]":
            break
        if token["sign"] == "|":
            choices.append(_product(current))
            current = []
        elif token["open"] or token["sign"] == "[":
            inner, end = _sequence(tokens, at + 1)
            wanted = "]" if token["sign"] else ")"
            if end >= len(tokens) or tokens[end][0].strip() != wanted:
                raise PatternFault(token.start(), f"{token[0].strip()!r} is not closed")
            current.append([*inner, ()] if token["sign"] else inner)
            at = end
        else:
            current.append([(_element(token),)])
        at += 1
    return [form for part in [*choices, _product(current)] for form in part], at


def _product(parts: Sequence[Sequence[Flat]]) -> list[Flat]:
    if (count := math.prod(map(len, parts))) > MOST * MOST:
        raise PatternFault(0, f"it has {count} forms, more than {MOST}: write it as two patterns")
    return [tuple(itertools.chain.from_iterable(chosen)) for chosen in itertools.product(*parts)]


def _element(token: re.Match[str]) -> Element:
    if token["slot"]:
        return Slot(tuple(token["fields"].split("+")), token["filter"] or "", bool(token["belongs"]))
    if token["concept"]:
        return Named(token["concept"])
    return Gap() if token["gap"] else Word(token["word"].lower())
