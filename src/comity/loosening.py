"""Wordings of several words found also where a word that changes nothing stands inside them: *held lengthy talks*.

A text is made loose by leaving out such words and by writing one sign for all articles and owners; so is the wording. What is
found in the loose text is told as a span of the true one.

>>> loosening = Loosening(("also", "full", "[0-9]+th"), ("a", "the"))
>>> loosening.of_wording("be a member of"), loosening.of_wording("be a full member of")
('be ~ member of', '')
>>> loose = loosening.of_text("it is also the 75th full member of a league.")
>>> loose.text
'it is ~ member of ~ league.'
>>> start = loose.text.index("is ~ member of")
>>> loose.span(start, start + len("is ~ member of"))
Span(start=3, end=34)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from comity.model import Span

SIGN = "~"


@dataclass(frozen=True)
class LooseText:
    """A text made loose, with where its parts begin in it and in the true text."""

    text: str
    begins: tuple[int, ...]
    truly: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where something of the loose text stands in the true one."""
        return Span(self._true(start), self._true(end - 1) + 1)

    def _true(self, at: int) -> int:
        part = bisect_right(self.begins, at) - 1
        return self.truly[part] + at - self.begins[part]


@dataclass(frozen=True)
class Loosening:
    """What may be left out inside a wording, as expressions, and what stands for one another."""

    passed: tuple[str, ...] = ()
    exchanged: tuple[str, ...] = ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        left_out, one_sign = ("|".join(words) or "(?!)" for words in (self.passed, self.exchanged))
        return re.compile(rf"(?<![\w'’-])(?:(?P<sign>{one_sign})|(?:{left_out}))(?=[ \n])[ \n]+")

    def of_wording(self, wording: str) -> str:
        """A wording made loose; empty where nothing can stand inside it, or where it has itself a word that may be left out."""
        text = self.of_text(wording).text
        words = text.split()
        whole = len(words) == len(wording.split()) > 1
        return text if whole and SIGN not in (words[0], words[-1]) else ""

    def of_text(self, lowered: str) -> LooseText:
        """A text in lower case made loose."""
        pieces, begins, truly, at, length = [], [], [], 0, 0
        for match in self._pattern.finditer(lowered):
            kept = lowered[at : match.start()]
            pieces.append(kept)
            begins.append(length)
            truly.append(at)
            length += len(kept)
            if match["sign"]:
                pieces.append(f"{SIGN} ")
                begins.append(length)
                truly.append(match.end() - 2)
                length += 2
            at = match.end()
        pieces.append(lowered[at:])
        return LooseText("".join(pieces), (*begins, length), (*truly, at))
