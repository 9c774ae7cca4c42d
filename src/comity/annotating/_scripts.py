"""Names of states in other scripts than Latin: 老挝, Лаос, ລາວ. An English text does not hold them by accident.

They are read only where a text holds a letter of such a script. A name in a bracket says once more what stands before it, and
is no mention of its own: "Laos (ລາວ)".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import ahocorasick_rs

from comity.gazetteer import Gazetteer
from comity.model import Span
from comity.names import OTHER_SCRIPT, names

# Scripts that set no blanks between words, where a name may stand inside a longer one: 老挝人民.
UNBROKEN = re.compile(r"[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]")
KATAKANA = re.compile(r"[\u30A1-\u30FF]")
# Letters that belong to the syllable before them, or open the one after them, in Thai, Lao and Khmer.
CLINGS = re.compile(r"[\u0E30\u0E32\u0E33\u0E45\u0EB0\u0EB2\u0EB3\u0EBD]")
OPENS = re.compile(r"[\u0E40-\u0E44\u0EC0-\u0EC4\u17D2]")
BRACKET = re.compile(r"[(（][^()（）]*$")


@lru_cache(maxsize=8)
def _known(gazetteer: Gazetteer) -> tuple[dict[str, str], list[str], ahocorasick_rs.AhoCorasick]:
    """The names with their codes, "" where a file of the actors says that the word is something else."""
    told = {name: of[0] for name, of in names().items() if len(of) == 1 and of[0] in gazetteer and OTHER_SCRIPT.search(name)}
    told |= {name: "" for name, whom in gazetteer.names.items() if not whom and OTHER_SCRIPT.search(name)}
    ordered = sorted(told)
    return told, ordered, ahocorasick_rs.AhoCorasick(ordered)


def in_other_scripts(text: str, gazetteer: Gazetteer) -> Iterator[tuple[Span, str]]:
    """The names of states in other scripts, with their codes; of two that overlap the longer.

    >>> from comity.gazetteer import actors
    >>> text = "Россия и Китай wrote to 老挝人民民主共和国; Laos (ລາວ) replied."
    >>> [(span.start, code) for span, code in in_other_scripts(text, actors())]
    [(0, 'RUS'), (9, 'CHN'), (24, 'LAO')]
    """
    if not OTHER_SCRIPT.search(text):
        return
    told, ordered, automaton = _known(gazetteer)
    matches = automaton.find_matches_as_indexes(text, overlapping=True)
    apart = [(start, -end, number) for number, start, end in matches if _stands_alone(text, start, end)]
    covered = 0
    for start, minus_end, number in sorted(apart):
        if start < covered:
            continue
        covered = -minus_end
        if (code := told[ordered[number]]) and not BRACKET.search(text, max(0, start - 120), start):
            yield Span(start, covered), code


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Is a match a word, or where words are not set apart, made of whole syllables?"""
    return not _joined(text[start - 1 : start], text[start]) and not _joined(text[end - 1], text[end : end + 1])


def _joined(one: str, other: str) -> bool:
    """Do two neighbouring letters belong to one word?

    >>> _joined("в", "а"), _joined("挝", "人"), _joined("ラ", "オ"), _joined("ラ", "と"), _joined("a", " ")
    (True, False, True, False, False)
    """
    if not one or not other:
        return False
    if unicodedata.category(other).startswith("M") or CLINGS.match(other) or OPENS.match(one):
        return True
    if UNBROKEN.match(one) or UNBROKEN.match(other):
        return bool(KATAKANA.match(one) and KATAKANA.match(other))
    return (one.isalnum() or unicodedata.category(one).startswith("M")) and other.isalnum()
