"""A text cut at every edge of a claim, so that claims that overlap can each be marked and found."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


Told: TypeAlias = "Mapping[str, Any]"
"""A claim or a block as the answer about a document has it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text within which the same claims hold; `begun` are those that begin with it."""

    text: str
    claims: tuple[Mapping[str, Any], ...] = ()
    begun: tuple[str, ...] = ()
    chosen: bool = False
    """It lies in the stretch that somebody asked for."""
    first: bool = False
    """It is where that stretch begins."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document with the claims that begin in it."""

    kind: str
    segments: tuple[Segment, ...]
    claims: tuple[Mapping[str, Any], ...]
    start: int = 0
    """Where in the text it begins."""


Span: TypeAlias = tuple[int, int]


def lines(text: str, blocks: Sequence[Told], claims: Sequence[Told], at: Span = (0, 0), within: Span | None = None) -> list[Line]:
    """The lines of a text, those without words left out; `at` is a stretch that somebody asked for, `within` the part to be cut.

    >>> [line] = lines("Peru left.", [], [{"claim": "c1", "start": 0, "end": 4}, {"claim": "c2", "start": 0, "end": 10}])
    >>> [(one.text, len(one.claims), one.begun) for one in line.segments]
    [('Peru', 2, ('c1', 'c2')), (' left.', 1, ())]
    """
    kinds = {start: str(one["kind"]) for one in blocks for start in [one["start"]]}
    first, last = within or (0, len(text))
    waiting = sorted(claims, key=lambda one: int(one["start"]))
    found, start, begun, held = [], first, 0, list[Told]()
    for words in text[first:last].split("\n"):
        end = start + len(words)
        while begun < len(waiting) and waiting[begun]["start"] < end:
            held.append(waiting[begun])
            begun += 1
        held = [one for one in held if one["end"] > start]
        if words.strip():
            mine = [one for one in held if one["start"] < end]
            own = tuple(one for one in mine if one["start"] >= start)
            kind = next((kinds[place] for place in range(start, min(end, start + 8)) if place in kinds), "")
            found.append(Line(kind, tuple(_cut(text, (start, end), mine, at)), own, start))
        start = end + 1
    return found


def _cut(text: str, span: Span, claims: Sequence[Told], at: Span) -> Iterator[Segment]:
    start, end = span
    edges = {start, end, *(edge for one in claims for edge in (one["start"], one["end"])), *at}
    ordered = sorted(edge for edge in edges if start <= edge <= end)
    for first, last in pairwise(ordered):
        over = tuple(one for one in claims if one["start"] <= first and last <= one["end"])
        begun = tuple(str(one["claim"]) for one in over if one["start"] == first)
        yield Segment(text[first:last], over, begun, at[0] <= first and last <= at[1], first == at[0] < at[1])


def parts(text: str, starts: Sequence[int], *, claims: int, characters: int) -> list[Span]:
    """A text cut between lines into parts of so many claims and characters at most, as far as lines allow.

    `starts` is where the claims begin, in order.

    >>> parts("one\\ntwo\\nthree", [0, 4, 9], claims=2, characters=100)
    [(0, 7), (8, 13)]
    """
    found: list[Span] = []
    begin = start = 0
    for words in text.split("\n"):
        end = start + len(words)
        many = bisect_left(starts, end) - bisect_left(starts, begin) > claims or end - begin > characters
        if many and start > begin:
            found.append((begin, start - 1))
            begin = start
        start = end + 1
    found.append((begin, len(text)))
    return found
