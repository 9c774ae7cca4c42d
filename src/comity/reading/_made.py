"""What a text's own lines tell of its making: headline, writer, agency, and the day, as stamps, bylines and datelines give it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from comity.model import Block, BlockKind, Source
from comity.reading._datelines import dateline, in_year
from comity.reading._stamps import bare_date, byline, date_order, full_date, is_day, is_stamp

_EDGE = 6
"""A stamp or byline stands this many blocks from the beginning or the end; elsewhere it may be another text's."""
_OF_ITS_TIME = re.compile(r"\b(?:this (?:year|month|week)|last (?:year|month|week)|years? ago|earlier this)\b", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<![\d,.$€£-])(?:19|20)\d\d(?![\d,%])")


_ISSUED = re.compile(
    r"\b(?:press|briefing|communiqu[eé]|statement|remarks?|address|speech|declaration|debate|session|meeting|record|despatch|dispatch|letter"
    r"|telegram|memorandum|note|bulletin|news|release|ministry|ministère|spokes\w+|department|embassy|office|gazette|minister|president"
    r"|representative|ambassador|secretary)\b",
    re.IGNORECASE,
)
_MADE_ON = re.compile(r"(?:^|[,(–—:-]\s*|\bon\s+)(?P<day>[^,()–—:-]{6,20}(?:,\s+\d{4})?)[.)\s]*$")
_DATED_AT = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]+){0,2},\s+)?(?P<day>[A-Za-z0-9. ]{6,20}(?:,\s+\d{4})?)"
    r"\s*(?:\.?[—–]|\s-|\.(?=\s+[A-Z]|\s*$))"
)
_SHORT = 220
"""Characters of a line at the head that says what a text is and when it was made."""


def told(text: str, blocks: Sequence[Block], *, latest: str = "", order: str = "") -> Source:
    """What the lines of a text, or of one article of a page, tell of its making.

    `latest` is the last day that the page bears, for datelines without their year; `order` how it writes dates in figures.
    """
    near = [block for place, block in enumerate(blocks) if place < _EDGE or place >= len(blocks) - _EDGE]
    notes = [head_of(text, block) for block in near if block.kind is BlockKind.BOILERPLATE]
    titles = [head_of(text, block) for block in blocks[:_EDGE] if block.kind is BlockKind.TITLE]
    bodies = [head_of(text, block) for block in blocks if block.kind is BlockKind.PARAGRAPH]
    lines = [found for body in bodies if (found := dateline(body))]
    published = _stamped(notes, order or date_order(notes)) or _filed((line.day for line in lines), bodies, latest)
    return Source(
        title=next(iter(titles), ""),
        author=_only(byline(note) for note in notes),
        publisher=_only(line.agency for line in lines),
        published=published or _headed(text, blocks[:_EDGE]) or _year_of_pictures(text, blocks),
    )


def head_of(text: str, block: Block) -> str:
    """The first words of a block: a stamp or dateline is not longer."""
    return text[block.span.start : min(block.span.end, block.span.start + 300)]


def _stamped(notes: Sequence[str], order: str) -> str:
    """The only date of publication; that of an update where no other is given."""
    dated = [note for note in notes if is_stamp(note) or bare_date(note) or byline(note)]
    first = [note for note in dated if not re.search(r"updat|modif", note, re.IGNORECASE)]
    return _only(full_date(note, order) for note in first) or _only(full_date(note, order) for note in dated)


def _filed(days: Iterable[str], bodies: Sequence[str], latest: str) -> str:
    """The day of the only dateline, with its year where that is given or follows from the weekday that the report names."""
    day = _only(days)
    return in_year(day, " ".join(bodies), latest) if day.startswith("XXXX") else day


def _headed(text: str, blocks: Sequence[Block]) -> str:
    """The day at the end of a line at the head that says what the text is, or before its first words: `Bonn, 4 May 1901.`

    >>> from comity.model import Span
    >>> words = "Statement by the Minister of Mines of Peru, 4 May 1901"
    >>> _headed(words, [Block(BlockKind.TITLE, Span(0, len(words)))])
    '1901-05-04'
    """
    found: list[str] = []
    for block in blocks:
        words = text[block.span.start : block.span.end].strip()
        end = _MADE_ON.search(words) if len(words) < _SHORT and _ISSUED.search(words) else None
        start = _DATED_AT.match(words)
        start = start if start and (block.kind is BlockKind.PARAGRAPH or start.end() == len(words)) else None
        found += [full_date(match["day"]) for match in (end, start) if match and is_day(match["day"])]
    return _only(found)


def _year_of_pictures(text: str, blocks: Sequence[Block]) -> str:
    """The year of an undated article that speaks of its own time: that of its latest picture, where it names no later year."""
    own = [text[block.span.start : block.span.end] for block in blocks if block.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION)]
    if not any(_OF_ITS_TIME.search(words) for words in own):
        return ""
    pictures = {full_date(text[block.span.start : block.span.end])[:4] for block in blocks if block.kind is BlockKind.CAPTION}
    latest = max(pictures - {""}, default="")
    return latest if latest == max(_years(own), default="") else ""


def _years(paragraphs: Iterable[str]) -> Iterator[str]:
    for words in paragraphs:
        yield from _ANY_YEAR.findall(words)


def _only(values: Iterable[str]) -> str:
    """The value that all give who give one; "" where they differ: the page then holds several texts."""
    found = {value for value in values if value}
    return found.pop() if len(found) == 1 else ""
