"""Stretches of a text that is asked about again and again: does any of them touch this one, or hold it?

>>> cover = Cover([Span(0, 4), Span(2, 9), Span(12, 15)])
>>> cover.touches(Span(8, 10)), cover.touches(Span(9, 12)), cover.holds(Span(3, 9)), cover.holds(Span(8, 13))
(True, False, True, False)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from comity.model import Span


class Cover:
    """Some stretches, in order, with how far those up to each of them reach."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def touches(self, span: Span) -> bool:
        """Does any stretch share a character with this one?"""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start

    def holds(self, span: Span) -> bool:
        """Does any stretch hold the whole of this one?"""
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._reach[before - 1] >= span.end
