"""Whom heads of state and of government, and ministers who are known abroad, served: for texts that do not tell it.

>>> ruled("Kwame Nkrumah"), ruled("K. Nkrumah"), ruled("Nkrumah"), ruled("Ana Soto")
('GHA', 'GHA', 'GHA', '')
>>> ruled("Peter Nkrumah")
''
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Iterable
from functools import cache
from typing import TypeVar

from comity.registry import PACKAGE

Key = TypeVar("Key", bound=Hashable)
FILE = PACKAGE / "lexicon" / "rulers.tsv"
RULING = frozenset({"president", "prime-minister", "deputy-prime-minister", "foreign-minister", "monarch", "party-leader"})
"""Offices whose holders the file names."""
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "s", "ʻ": "", "’": "", "'": "", "-": " ", ".": " "})
_SHORTEST = 4
"""Letters of a family name that may stand alone."""


def ruled(name: str) -> str:
    """The state that one of this name served; "" where nobody of the name is known, or men of two states bear it."""
    words = _words(name)
    if len(words) < 2:
        return _only(_by_family().get(words[0], ())) if words and len(words[0]) >= _SHORTEST else ""
    return _only(_by_name().get(" ".join(words), ())) or _only(_by_initial().get((words[0][0], words[-1]), ()))


def _words(name: str) -> list[str]:
    even = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in even if not unicodedata.combining(letter)).translate(_PLAIN).split()


def _only(codes: tuple[str, ...]) -> str:
    return codes[0] if len(codes) == 1 else ""


@cache
def _rulers() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each ruler's state and the words of the name."""
    lines = (line.partition("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
    return tuple((code, tuple(_words(name))) for code, _, names in lines for name in names.split(","))


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    return _gathered((" ".join(words), code) for code, words in _rulers())


@cache
def _by_initial() -> dict[tuple[str, str], tuple[str, ...]]:
    return _gathered(((words[0][0], words[-1]), code) for code, words in _rulers() if len(words) > 1)


@cache
def _by_family() -> dict[str, tuple[str, ...]]:
    return _gathered((words[-1], code) for code, words in _rulers())


def _gathered(pairs: Iterable[tuple[Key, str]]) -> dict[Key, tuple[str, ...]]:
    found: dict[Key, dict[str, None]] = {}
    for key, code in pairs:
        found.setdefault(key, {})[code] = None
    return {key: tuple(codes) for key, codes in found.items()}
