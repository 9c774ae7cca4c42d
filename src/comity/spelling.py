"""When two spellings can be of one name: marks left out, other transcriptions, initials, words of a name left out.

>>> names_alike("Nguyễn Văn An", "Nguyen Van An"), names_alike("V. P. Fyodorov", "Viktor Pavlovich Fedorov")
(True, True)
>>> names_alike("Ann Stone", "Ann Reed"), names_alike("Ann Stone", "Ben Stone")
(False, False)
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

# Letters that transcriptions exchange; what is left of a word without its vowels is its frame.
_EXCHANGED = (("ph", "f"), ("kh", "k"), ("th", "t"), ("ck", "k"), ("tz", "z"), ("c", "k"), ("q", "k"), ("w", "v"), ("z", "s"))
_VOWELS = str.maketrans("", "", "aeiouyjh")
_ENOUGH = 0.7
"""Of their letters two spellings of one word share at least so many: Farid and Fareed do, Martin and Morton do not."""
_ROOT = 4
"""A word of at least so many letters may go on: a patronymic with its ending."""


@lru_cache(maxsize=65536)
def plain(words: str) -> str:
    """Words without case, marks and double blanks.

    >>> plain("Hà  Nội")
    'ha noi'
    """
    letters = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in plain letters, an initial as one letter."""
    return tuple(re.findall(r"[^\W_]+(?:['’][^\W_]+)*", plain(name)))


@lru_cache(maxsize=65536)
def frame(word: str) -> str:
    """What other spellings of a word leave as it is: its first letter, and its consonants.

    >>> frame("fyodorov"), frame("fedorov"), frame("an")
    ('fdrv', 'fdrv', 'an')
    """
    found = re.sub(r"^[yj](?=e)|[^\w]", "", word)
    for one, other in _EXCHANGED:
        found = found.replace(one, other)
    found = re.sub(r"(.)\1+", r"\1", found)
    bare = found[:1] + found[1:].translate(_VOWELS)
    return re.sub(r"(.)\1+", r"\1", bare) if len(bare) > 1 else found


def frames(name: str) -> frozenset[str]:
    """The frames of a name's words, initials left out: two spellings of one name share one."""
    return frozenset(frame(word) for word in words(name) if len(word) > 1)


@lru_cache(maxsize=65536)
def names_alike(one: str, other: str) -> bool:
    """Can two names be of one person? The last words are alike, and the words of the shorter in their order in the longer."""
    shorter, longer = sorted((words(one), words(other)), key=lambda name: (len(name), name))
    if not shorter or shorter == longer:
        return shorter == longer
    if len(shorter) == 1:
        return len(shorter[0]) > 1 and any(_spelt_alike(shorter[0], word) for word in (longer[0], longer[-1]))
    if not _spelt_alike(shorter[-1], longer[-1]):
        return False
    left = iter(longer[:-1])
    return all(any(_may_be(word, of_longer) for of_longer in left) for word in shorter[:-1])


def places_alike(one: str, other: str) -> bool:
    """Can two be one place? They are, letter for letter, or the words of the one are among the other's.

    >>> places_alike("Chiang Mai", "Chiangmai"), places_alike("Lima", "Lima, Peru"), places_alike("Lima", "Cusco")
    (True, True, False)
    """
    if plain(one) == plain(other) or _letters(one) == _letters(other):
        return True
    first, second = set(words(one)), set(words(other))
    return bool(first and second) and (first <= second or second <= first)


@lru_cache(maxsize=65536)
def _letters(name: str) -> str:
    return "".join(re.findall(r"\w", plain(name)))


def _may_be(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return _spelt_alike(word, other)


def _spelt_alike(word: str, other: str) -> bool:
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) >= _ROOT and longer.startswith(shorter):
        return True
    return (
        len(shorter) > 2 and frame(word) == frame(other) and SequenceMatcher(None, word, other, autojunk=False).ratio() >= _ENOUGH
    )
