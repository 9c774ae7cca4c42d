"""How an answer names its sources and itself, in any form of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity.presenting._plain import clean, shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from comity.querying._question import Answer, Cell, Quoted

# Longer quotes bury the answer; `comity why` shows the whole sentence.
LONGEST_QUOTE = 200
# Enough letters of a claim's id to name it in records of millions of claims.
SHORT_ID = 10
_MARKS = re.compile(r"(?:(?<=\s)|(?<=\])|^)\[(\d+(?:, ?\d+)*)\]")


def name(source: Quoted) -> str:
    """Title, publisher and date of a source, as far as they are known; else the document's id; and what it copies."""
    copy = f"copy of {source.copy_of}" if source.copy_of else ""
    return clean(", ".join(filter(None, (source.title or source.doc, source.publisher, source.published, copy))))


def quote(source: Quoted) -> str:
    """The words of a source, on one line and cut where they are long."""
    return shorten(clean(source.quote), LONGEST_QUOTE)


def shown(cell: Cell) -> str:
    """A cell of a table as text; numbers with marks between thousands.

    >>> shown(4900000000.0), shown(2.5), shown("1975")
    ('4,900,000,000', '2.5', '1975')
    """
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell)
    return f"{int(cell):,}" if isinstance(cell, float) and cell.is_integer() else f"{cell:,}"


def with_marks(text: str, sources: int, mark: Callable[[int], str], rest: Callable[[str], str]) -> str:
    """The text with each mark such as [3] that points to a source put in another form, and what stands between in another.

    >>> with_marks("opened in 1974 [1][2] or [x]", 2, lambda number: f"({number})", str.upper)
    'OPENED IN 1974 (1)(2) OR [X]'
    """
    parts, at = [], 0
    for found in _MARKS.finditer(text):
        numbers = [int(number) for number in found[1].split(",")]
        if all(1 <= number <= sources for number in numbers):
            parts += [rest(text[at : found.start()]), *map(mark, numbers)]
            at = found.end()
    return "".join([*parts, rest(text[at:])])


def heading(answer: Answer) -> str:
    """What an answer is about, as a title: the question and whom it was asked about."""
    from comity.gazetteer import actors

    known = actors()
    asked = [str(value) for value in answer.asked.values() if value and value is not True]
    about = " – ".join(known.name(value) for value in asked if value in known)
    others = ", ".join(value for value in asked if value not in known)
    return clean(f"{answer.question.capitalize()}: {about}".rstrip(": ") + (f", {others}" if others else ""))
