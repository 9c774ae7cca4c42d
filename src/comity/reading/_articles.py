"""Pages that string articles together: where each begins, and what it tells of its own making.

A page holds several where datelines, stamps and bylines stand at the head or the foot of more than one text; then a menu
before a headline parts them too, and each line of a list of teasers is a piece of its own, which takes what is known of the
article that it announces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.model import Block, BlockKind, Source
from comity.reading._datelines import dateline
from comity.reading._lines import ends_sentence
from comity.reading._made import head_of, told
from comity.reading._stamps import bare_date, byline, date_order, full_date, is_stamp

_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_CREDITS = re.compile(r"(?:reporting|writing|compiled|additional reporting|edit(?:ed|ing))\s+by\b", re.IGNORECASE)
_LONG = 80
"""A shorter paragraph that ends as no sentence does may be a headline."""
_MENU = 3
"""Lines of furniture before a headline that part two articles; between a headline and its text fewer stand."""
_TEASERS = 3
"""Lines in turn with paragraphs, from so many on, are a list of teasers."""
_ENOUGH = 25
"""Characters in which two headlines or beginnings must agree to be one article's."""


@dataclass(frozen=True, slots=True)
class _Page:
    """The blocks of a page and what each can be for an article."""

    text: str
    blocks: Sequence[Block]

    def words(self, place: int) -> str:
        return head_of(self.text, self.blocks[place]).strip()

    def is_body(self, place: int) -> bool:
        block = self.blocks[place]
        return block.kind is BlockKind.PARAGRAPH and (len(block.span) >= _LONG or ends_sentence(self.words(place)))

    def is_head(self, place: int) -> bool:
        block = self.blocks[place]
        return block.kind in _HEADS or (block.kind is BlockKind.PARAGRAPH and not self.is_body(place))

    def is_note(self, place: int) -> bool:
        """A line that says when or by whom the article was made."""
        words = self.words(place)
        return self.blocks[place].kind is BlockKind.BOILERPLATE and bool(
            is_stamp(words) or byline(words) or (bare_date(words) and full_date(words)) or _CREDITS.match(words)
        )

    def is_furniture(self, place: int) -> bool:
        return self.blocks[place].kind in (BlockKind.BOILERPLATE, BlockKind.ITEM) and not self.is_note(place)

    def start(self, body: int) -> int:
        """Where the article begins whose text begins at a place: at its headline, or with the text itself."""
        place, skipped = body - 1, 0
        if place >= 0 and self.blocks[place].kind is BlockKind.ITEM and not ends_sentence(self.words(place)):
            return place
        while place >= 0 and not self.is_head(place) and skipped < 4 and not self.is_body(place):
            place, skipped = place - 1, skipped + 1
        if place < 0 or not self.is_head(place):
            return body
        while place > 0 and self.is_head(place - 1) and self.words(place - 1).casefold() == self.words(place).casefold():
            place -= 1
        return place

    def next_body(self, place: int) -> int:
        """The next paragraph of running text; past the end where there is none."""
        return next((at for at in range(place, len(self.blocks)) if self.is_body(at)), len(self.blocks))


def articles(text: str, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Source, ...]]:
    """The blocks with the number of the article that each belongs to, and what is known of each; none where it is one text."""
    page = _Page(text, blocks)
    marked = sorted({0, *_openings(page), *_after_closings(page)})
    starts = [start for start, end in _stretches(marked, len(blocks)) if page.next_body(start) < end or start == 0]
    if len(starts) < 2 or page.next_body(0) >= starts[1]:
        return tuple(blocks), ()
    starts = sorted({*starts, *_after_menus(page), *_teasers(page)})
    parts = [_own(blocks[start:end], number) for number, (start, end) in enumerate(_stretches(starts, len(blocks)))]
    return tuple(block for part in parts for block in part), _sources(text, parts)


def _stretches(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], end], strict=True))


def _openings(page: _Page) -> Iterator[int]:
    """Places of headlines over a text with a dateline, or with a stamp or byline between the two."""
    for place in range(1, len(page.blocks)):
        if page.is_body(place) and dateline(page.words(place)):
            yield page.start(place)
        elif page.is_note(place) and (page.is_head(place - 1) or page.is_note(place - 1)):
            body = page.next_body(place)
            if all(not page.is_head(between) for between in range(place, min(body, len(page.blocks)))):
                yield page.start(place)


def _after_closings(page: _Page) -> Iterator[int]:
    """Where the next article begins after a byline, stamp or credit at the foot of one."""
    for place in range(1, len(page.blocks)):
        if page.is_note(place) and page.is_body(place - 1):
            body = page.next_body(place)
            if body < len(page.blocks) and (start := page.start(body)) > place:
                yield start


def _after_menus(page: _Page) -> Iterator[int]:
    """Where a headline follows a menu."""
    run = 0
    for place in range(len(page.blocks)):
        if page.is_body(place):
            start = page.start(place)
            if run >= _MENU and start < place and sum(page.is_furniture(at) for at in range(start, place)) < _MENU:
                yield start
            run = 0
        else:
            run += page.is_furniture(place)


def _teasers(page: _Page) -> Iterator[int]:
    """The headlines of a list of teasers: lines in turn with paragraphs."""
    run: list[int] = []
    for place in range(len(page.blocks) + 1):
        inside = place < len(page.blocks)
        if inside and page.blocks[place].kind is BlockKind.ITEM and place + 1 < len(page.blocks) and page.is_body(place + 1):
            run.append(place)
        elif not inside or not (run and place == run[-1] + 1):
            yield from run if len(run) >= _TEASERS else ()
            run = []


def _own(blocks: Sequence[Block], number: int) -> list[Block]:
    """The blocks of one article: its first headline is its title, and no heading of another stands over it."""
    begin = blocks[0].span.start
    found = [
        replace(block, article=number, headings=tuple(head for head in block.headings if head.start > begin)) for block in blocks
    ]
    if found[0].kind is BlockKind.HEADING:
        found[0] = replace(found[0], kind=BlockKind.TITLE)
    return found


def _sources(text: str, parts: Sequence[Sequence[Block]]) -> tuple[Source, ...]:
    notes = [head_of(text, block) for part in parts for block in part if block.kind is BlockKind.BOILERPLATE]
    order = date_order(notes)
    latest = max((full_date(note, order) for note in notes), default="")
    known = [replace(told(text, part, latest=latest, order=order), title=_title(text, part)) for part in parts]
    wholes = [text[part[0].span.start : part[-1].span.end] for part in parts]
    bodies = [_body(text, part) for part in parts]
    return tuple(_of_announced(number, known, bodies, wholes) for number in range(len(parts)))


def _title(text: str, part: Sequence[Block]) -> str:
    first = part[0]
    return head_of(text, first) if first.kind is not BlockKind.PARAGRAPH or len(first.span) < _LONG else ""


def _body(text: str, part: Sequence[Block]) -> str:
    """The beginning of an article's text, without its dateline."""
    words = next((head_of(text, block) for block in part if block.kind is BlockKind.PARAGRAPH and len(block.span) >= _LONG), "")
    line = dateline(words)
    return words[line.length :].lstrip(" .-–—") if line else words


def _of_announced(number: int, known: Sequence[Source], bodies: Sequence[str], wholes: Sequence[str]) -> Source:
    """What is known of an article, with what it leaves open taken from the one that it announces or repeats."""
    source = known[number]
    for other, full in enumerate(known) if not source.published else ():
        if other != number and full.published:
            repeated = _begins(bodies[number], wholes[other]) or _begins(bodies[other], wholes[number])
            if repeated or _agree(source.title, full.title):
                return source.over(full)
    return source


def _begins(body: str, other: str) -> bool:
    """Do the first words of a text stand in another?"""
    begin = _plain(body)[:_LONG]
    return len(begin) == _LONG and begin in _plain(other)


def _agree(one: str, other: str) -> bool:
    """Do two headlines agree as far as the shorter goes?"""
    left, right = _plain(one), _plain(other)
    length = min(len(left), len(right))
    return length >= _ENOUGH and left[:length] == right[:length]


def _plain(words: str) -> str:
    return re.sub(r"\s*(?:\.\.\.|…)$", "", " ".join(words.split())).casefold()
