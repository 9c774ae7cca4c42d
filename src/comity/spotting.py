"""An expression tried only where one of the words stands with which its matches begin: the text is searched once for all of them.

>>> spotter = Spotter(("minister", "under"), re.compile(r"(?<!-)(?:minister|under secretary)(?!s)", re.I))
>>> [match[0] for match in spotter.finditer("The ministers met a Minister and an Under Secretary under him.")]
['Minister', 'Under Secretary']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import ahocorasick_rs

from comity.triggers import lower


class Spotter:
    """The expression, with the words of which one stands, in whatever case, where a match begins."""

    def __init__(self, words: Iterable[str], pattern: re.Pattern[str]) -> None:
        self._words = sorted({lower(word) for word in words})
        self._pattern = pattern

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._words)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches that the expression itself would find, from left to right."""
        end = 0
        for start in sorted({start for _, start, _ in self._automaton.find_matches_as_indexes(lower(text), overlapping=True)}):
            if start >= end and (match := self._pattern.match(text, start)):
                end = match.end()
                yield match


class Signs:
    """Strings of which any may stand in a text, all sought in one pass.

    >>> sorted(Signs(("day", "ay", "night")).within("the day before"))
    ['ay', 'day']
    """

    def __init__(self, signs: Iterable[str]) -> None:
        self._signs = sorted(set(signs))
        self._automaton = ahocorasick_rs.AhoCorasick(self._signs)

    def within(self, text: str) -> set[str]:
        """Those that stand in it."""
        return {self._signs[number] for number, _, _ in self._automaton.find_matches_as_indexes(text, overlapping=True)}
