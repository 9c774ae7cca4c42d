"""Whom the statesmen of two centuries served: heads of state and government, foreign ministers, and who else acts for a state.

They stand in `actors/statesmen.tsv`, a line for each state. A single word, or the last word of a name with a star behind it,
tells the man by itself, in a text that names his state too.

>>> [(found.start, found.end, found.code) for found in statesmen("In 1972 Richard Nixon met Zhou Enlai.", ())]
[(8, 21, 'USA'), (26, 36, 'CHN')]
>>> [[found.code for found in statesmen("Brezhnev answered.", named)] for named in ((), ("SUN",))]
[[], ['SUN']]
>>> whose("Emmanuel Macron"), whose("Macron"), whose("Macron", ("FRA",)), whose("Ana Soto")
('FRA', '', 'FRA', '')
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Container, Iterator
from functools import cache
from typing import NamedTuple

from comity.registry import PACKAGE

FILE = PACKAGE / "actors" / "statesmen.tsv"
_WORD = re.compile(r"(?:[A-Z]\.)+|[^\W\d_](?:[^\W\d_]|['’ʻʼ-](?=[^\W\d_]))*\.?")
_APOSTROPHE = re.compile(r"['’ʻʼ]s?$")
_NAME_BEFORE = re.compile(r"([^\W\d_][\w.'’-]*)[ ]$")
_NAME_AFTER = re.compile(r"[ ](?:[A-ZÀ-ÞĀ-Ž][^\W\d_]+|[IVX]+\b)|[–/-]")

_BEFORE = """
    President Premier Chancellor Minister Secretary Marshal General Colonel Captain Chairman Comrade Prince Princess King
    Queen Emperor Sultan Sheikh Emir Shah Tsar Czar Count Baron Lord Lady Sir Mr Mrs Ms Dr Senator Ambassador Imam Ayatollah
    Leader Dictator When While As If But And Although After Before Since Until Then In On At By For From With Under To Both
    Like Meanwhile Later
    """
_NO_FIRST_NAME = frozenset(_BEFORE.split())
"""Words with a capital that may stand before a family name and are no part of the name: titles, and what begins sentences."""


class Statesman(NamedTuple):
    """Where a name stands in a text, and the state that its bearer served."""

    start: int
    end: int
    code: str


def plain(word: str) -> str:
    """A word of a name without accents, stops and kinds of apostrophe.

    >>> plain("Löfven"), plain("Ya’alon"), plain("J.")
    ('lofven', "ya'alon", 'j')
    """
    even = re.sub("[’ʻʼ]", "'", word).strip(".")
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", even) if not unicodedata.combining(sign))
    return (
        bare.replace("ł", "l")
        .replace("Ł", "L")
        .replace("đ", "d")
        .replace("Đ", "D")
        .replace("ı", "i")
        .replace("ø", "o")
        .casefold()
    )


@cache
def _known() -> dict[str, dict[tuple[str, ...], str]]:
    """Every name as its words, with the code of its state, under its first word; "" where two states had one of that name."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        code, _, names = line.partition("\t")
        for name in names.split("; "):
            words = tuple(plain(word) for word in name.removesuffix("*").split())
            for way in (words, words[-1:]) if name.endswith("*") else (words,):
                under = found.setdefault(way[0], {})
                under[way] = code if under.get(way, code) == code else ""
    return found


def whose(name: str, named: Container[str] = ()) -> str:
    """The state that the bearer of a name served; of a single word, if the text names that state."""
    words = tuple(plain(word) for word in name.split())
    code = _known().get(words[0], {}).get(words, "") if words else ""
    return code if len(words) > 1 or code in named else ""


def statesmen(text: str, named: Container[str]) -> Iterator[Statesman]:
    """Known names in a text, the longest where several begin at one place."""
    known = _known()
    tokens = list(_WORD.finditer(text))
    at = 0
    while at < len(tokens):
        first = plain(_APOSTROPHE.sub("", tokens[at][0]))
        ways = known.get(first)
        length, code = _longest(text, tokens, at, ways) if ways else (0, "")
        if length and code:
            start, last = tokens[at].start(), tokens[at + length - 1]
            end = last.start() + len(_APOSTROPHE.sub("", last[0].removesuffix(".")))
            if length > 1 or (code in named and _alone(text, start, end)):
                yield Statesman(start, end, code)
        at += max(length, 1)


def _longest(text: str, tokens: list[re.Match[str]], at: int, ways: dict[tuple[str, ...], str]) -> tuple[int, str]:
    """How many words from a place on make the longest of some names, and whose it is."""
    for way in sorted(ways, key=len, reverse=True):
        some = tokens[at : at + len(way)]
        words = tuple(plain(_APOSTROPHE.sub("", token[0])) for token in some)
        joined = all(text[one.end() : two.start()].isspace() for one, two in itertools.pairwise(some))
        if words == way and joined and some[-1][0][0].isupper():
            return len(way), ways[way]
    return 0, ""


def _alone(text: str, start: int, end: int) -> bool:
    """Is it no part of a longer name?"""
    before = _NAME_BEFORE.search(text, max(0, start - 24), start)
    titled = before is None or not before[1][0].isupper() or before[1].rstrip(".") in _NO_FIRST_NAME
    return titled and not _NAME_AFTER.match(text, end)
