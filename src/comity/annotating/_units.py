"""The words of `lexicon/units.yaml`, made ready for reading: currencies, measures, and nouns that are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from comity.registry import PACKAGE, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Currency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one currency is written."""

    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Earlier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the word for a currency meant before a year, or in a sentence that has one of some words."""

    code: str
    until: int
    words: tuple[str, ...] = ()


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it stands; its own comments say what each list is for."""

    currencies: dict[str, Currency]
    earlier_currencies: dict[str, Earlier]
    shared_currencies: dict[str, dict[str, str]]
    doubtful_currencies: frozenset[str]
    measures: dict[str, tuple[str, ...]]
    counted: dict[str, tuple[str, ...]]
    times_words: tuple[str, ...]
    persons: tuple[str, ...]
    persons_plural: tuple[str, ...]
    peoples: frozenset[str]
    things: tuple[str, ...]
    things_plural: tuple[str, ...]
    groups: tuple[str, ...]
    never: frozenset[str]
    describing: frozenset[str]
    stop: frozenset[str]
    names: frozenset[str]
    changing: frozenset[str]
    definite: frozenset[str]
    elapsed: frozenset[str]


@dataclass(frozen=True)
class Units:
    """What numbers count."""

    words: Words
    money: dict[str, str]
    """Currency by sign, by code, and by lower-case word."""
    sign_before: re.Pattern[str]
    sign_after: re.Pattern[str]
    money_after: re.Pattern[str]
    measure: dict[str, str]
    """Unit by the word as it is written, or in lower case."""
    measure_after: re.Pattern[str]
    nouns: dict[str, str]
    """Unit by plural noun, in lower case; of several words where they are one noun."""
    one: dict[str, str]
    """Unit by singular noun, for the number one."""
    groups: frozenset[str]
    shared: dict[str, tuple[tuple[str, str], ...]]
    """Of each name that several currencies share, the states with their currency's code."""


def plural(noun: str) -> str:
    """The regular plural of an English noun, and that of -man.

    >>> [plural(noun) for noun in ("company", "day", "bus", "crewman", "German")]
    ['companies', 'days', 'buses', 'crewmen', 'Germans']
    """
    if noun.endswith("man") and noun not in ("human", "German"):
        return f"{noun[:-3]}men"
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:s|x|ch|sh)$", noun) else f"{noun}s"


@cache
def units() -> Units:
    """The file, read once; a RuleError where it is wrong."""
    words = read_yaml(PACKAGE / "lexicon" / "units.yaml").shaped(Words)
    money = dict(_money(words))
    signs = [sign for currency in words.currencies.values() for sign in currency.signs]
    codes = [code for code in words.currencies if code.isupper()]
    spoken = [word for word in money if word not in codes and word not in signs]
    measure = dict(_measures(words))
    before = rf"(?:{_any(signs)}|\b(?:{_any(codes)}))"
    after = rf"[ \u00a0\u202f]?(?:{_any(codes)})\b|[ \u00a0\u202f]?[$€£¥₩₽₫](?![\w])|[ \u00a0\u202f-]\n?(?i:{_any(spoken)})\b"
    return Units(
        words, money,
        sign_before=re.compile(rf"(?<![A-Za-z$]){before}[ \u00a0\u202f]?\Z"),
        sign_after=re.compile(rf"{before}[ \u00a0\u202f]?(?=[0-9])"),
        money_after=re.compile(after),
        measure=measure,
        measure_after=re.compile(rf"(?P<gap>[ \u00a0\u202f\n-]?)(?P<word>{_any(measure)})(?![\w²³])"),
        nouns=dict(_nouns(words)), one={noun.lower(): "persons" for noun in words.persons},
        groups=frozenset({plural(noun).lower() for noun in words.groups} | set(words.groups)),
        shared={name: (*of.items(),) for word, of in words.shared_currencies.items() for name in (word, plural(word))},
    )  # fmt: skip


def _any(words: Iterable[str]) -> str:
    """An alternation that prefers the longest."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _money(words: Words) -> Iterator[tuple[str, str]]:
    for code, currency in words.currencies.items():
        yield code, code
        for sign in currency.signs:
            yield sign, code
        for word in currency.words:
            yield word.lower(), code
            yield plural(word).lower(), code


def _measures(words: Words) -> Iterator[tuple[str, str]]:
    for unit, names in words.measures.items():
        for name in names:
            yield name, unit
            if len(name) > 2 and name not in ("sq km", "per cent", "percent", "pct"):
                yield plural(name), unit


def _nouns(words: Words) -> Iterator[tuple[str, str]]:
    """Things first, so that a noun that is also a person or a unit of its own counts as that."""
    for noun in words.things:
        yield plural(noun).lower(), "units"
    for noun in words.things_plural:
        yield noun.lower(), "units"
    for unit, names in words.counted.items():
        for noun in names:
            yield plural(noun).lower(), unit
    for noun in words.persons:
        yield plural(noun).lower(), "persons"
    for noun in words.persons_plural:
        yield noun.lower(), "persons"
    for name, unit in _measures(words):
        if name.isalpha() and name.islower() and len(name) > 3 and name.endswith("s"):
            yield name, unit
    for noun in words.times_words:
        yield noun, "times"
