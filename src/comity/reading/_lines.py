"""The lines of a text and what their look tells: marks, wrapping, sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from comity.model import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks around it, and where it stands."""

    text: str
    start: int
    indent: int

    @property
    def end(self) -> int:
        """Where its last character ends."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """The line without the blanks around it."""
        return Span(self.start, self.end)

    def part(self, match: re.Match[str], group: str | int) -> Span:
        """Where a group of a match of this line stands in the document."""
        return Span(self.start + match.start(group), self.start + match.end(group))


def split(text: str) -> list[Line]:
    """The lines of a text.

    >>> [(line.text, line.start, line.indent) for line in split("Lima\\n  Quito")]
    [('Lima', 0, 0), ('Quito', 7, 2)]
    """
    found = []
    at = 0
    for whole in text.split("\n"):
        stripped = whole.strip()
        indent = len(whole) - len(whole.lstrip()) if stripped else 0
        found.append(Line(stripped, at + indent, indent))
        at += len(whole) + 1
    return found


_SENTENCE_END = re.compile(r"[.!?:;…။។。][\"'”’»)\]]*$")


def ends_sentence(words: str) -> bool:
    """Does a line stop where a sentence does?"""
    return _SENTENCE_END.search(words[-8:]) is not None


_WIDEST = 110
"""A line that an editor wrapped is not longer; typewriters and mail stop at 60 to 80."""
_NARROWEST = 30
_RAGGED = 0.85
"""Columns of scanned pages break up to a seventh before the margin."""
_HANGING = re.compile(r"(?:\b(?:to|of|the|and|an?|in|for|with|by|from|on|at|or|that|as|its|their)|,)$", re.IGNORECASE)
"""No paragraph ends so."""


def paragraphs(run: Sequence[Line]) -> Iterator[Span]:
    """The paragraphs of lines that stand together: each line one, unless the lines were wrapped.

    >>> [len(span) for span in paragraphs(split("Quito opened an embassy.\\nLima did not."))]
    [24, 13]
    """
    width = _width(run)
    first = run[0]
    for line, following in pairwise(run):
        if not _joined(line, following, width):
            yield Span(first.start, line.end)
            first = following
    yield Span(first.start, run[-1].end)


def _fits(line: Line, following: Line, width: int) -> bool:
    """Would the next word have had ample room on this line?"""
    word = following.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(word) <= _RAGGED * width


def _width(run: Sequence[Line]) -> int:
    """The width at which a run of lines was wrapped; 0 where it was not."""
    width = max(len(line.text) for line in run)
    pairs = list(pairwise(run))
    if not pairs or not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(not _fits(line, following, width) for line, following in pairs)
    running = sum(not ends_sentence(line.text) for line in run[:-1])
    # Three in five lines full and one in three broken inside a sentence: lists of sentences have neither.
    wrapped = full >= 0.6 * len(pairs) and running >= len(pairs) / 3
    return width if wrapped and (len(run) > 2 or width >= 50) else 0


def _joined(line: Line, following: Line, width: int) -> bool:
    """Do two lines belong to one paragraph?"""
    if not width:
        hanging = following.text[0].islower() or _HANGING.search(line.text[-12:])
        return len(line.text) >= 40 and not ends_sentence(line.text) and bool(hanging)
    if following.indent > line.indent:
        return False
    if ends_sentence(line.text):
        return not _fits(line, following, width)
    heading_like = len(line.text) < width / 2 and following.text[0].isupper() and not line.text.endswith(",")
    return not heading_like


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY, _YEAR = r"\d{1,2}(?:st|nd|rd|th)?", r"[12]\d{3}"
_DATED = re.compile(
    rf"\(?(?:(?:{_DAY}(?:[-–]{_DAY})?\s+)?{_MONTH}\s+(?:{_DAY},?\s+)?{_YEAR}|{_YEAR}(?:\s+{_MONTH}(?:\s+{_DAY})?|[-–]{_YEAR})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2})\)?\s*(?:[:,.–—-]\s*|\s)[\"“(]?[A-Z]"
)
_DATED_BEHIND = re.compile(rf"[\"“]?[A-Z][^()]+\([^()]*\b{_YEAR}\b[^()]*\)")


def stretches(run: Sequence[Line], before: Line, after: Line) -> Iterator[tuple[bool, list[Line]]]:
    """Parts lines that stand together into entries of a list without marks, each with its date in front, and others.

    Args:
        run: The lines.
        before: The last line of text before them.
        after: The next one behind them.
    """
    every = [_is_entry(line) for line in (before, *run, after)]
    listed = [one and (left or right) for left, one, right in zip(every, every[1:], every[2:], strict=False)]
    for is_list, part in groupby(zip(listed, run, strict=True), key=itemgetter(0)):
        yield is_list, [line for _, line in part]


def _is_entry(line: Line) -> bool:
    """Does a line begin with its date, or end with it in brackets, and say the rest in a few words that are no sentence?"""
    dated = _DATED.match(line.text) or _DATED_BEHIND.fullmatch(line.text)
    return len(line.text) <= _WIDEST and dated is not None and not ends_sentence(line.text)
