"""What a document tells of its own making: the day, the writer, the agency. Only what is clear; a date without year is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from comity.model import Block, BlockKind, Source

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:1[6-9]|20)\d\d"
# Scraped pages glue the time to the year: "3 May 202110:00".
_AFTER_YEAR = r"(?!\d)|(?=\d{1,2}:\d\d)"
_DATE = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\.?,?\s+(?P<y1>{_YEAR})(?:{_AFTER_YEAR})"
    rf"|(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>{_YEAR})(?:{_AFTER_YEAR})"
    rf"|(?P<y3>{_YEAR})-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)"
    rf"|(?P<m4>\d{{1,2}})/(?P<d4>\d{{1,2}})/(?P<y4>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_COARSE = re.compile(rf"(?:{_MONTH}\.?,?\s+)?{_YEAR}|\d{{4}}-\d{{1,2}}-\d{{1,2}}", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\s*,?\s*|(?:mon|tue|wed|thu|fri|sat|sun)\.?\s*,\s*", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:(?:first\s+)?published|posted|issued|released|release\s+date|publication\s+date|date\s+of\s+publication"
    r"|(?:last|latest)\s+(?:updated?|modified)|updated|modified)(?:\s+(?:on|at))?\s*[:–-]?\s*",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:[\s,T·|–-]|\bat\b)*\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d\d:?\d\d|[A-Z]{2,4})?",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:(?:de|da|van|von|al|bin|la|and)\s+)?[A-Z][\w.'’-]*){1,5}"
_BYLINE = re.compile(rf"By:?\s+(?P<name>{_NAME})(?P<rest>\s*(?:[,|·–(].*)?)", re.DOTALL)
_AGENCY = r"(?P<{}>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){{0,3}})"
_DATELINE = re.compile(
    rf"[A-Z][A-Z .,'’/-]{{2,40}}?,?\s+(?:(?i:{_MONTH})\.?\s+\d{{1,2}}\.?,?\s+)?"
    rf"(?:/{_AGENCY.format('slashed')}/|\({_AGENCY.format('bracketed')}\))"
    rf"|\((?P<alone>[A-Z]{{2,6}}|Reuters|Xinhua)\)\s+(?:[-–—]+\s*)?(?=[A-Z“\"])"
)
_EDGE = 6
"""A stamp or byline stands this many blocks from the beginning or the end; elsewhere it may be another text's."""


def full_date(words: str) -> str:
    """The first date with day, month and year, in EDTF; "" where there is none.

    >>> full_date("Latest Update May 3, 2021"), full_date("May 3")
    ('2021-05-03', '')
    """
    match = _DATE.search(words)
    if not match:
        return ""
    told = {name[0]: value for name, value in match.groupdict().items() if value}
    if match["m4"] and int(told["d"]) <= 12:
        return ""  # 5/6/2021 is a day in May or in June
    month = int(told["m"]) if told["m"].isdigit() else 1 + _MONTHS.index(told["m"][:3].lower())
    try:
        return date(int(told["y"]), month, int(told["d"])).isoformat()
    except ValueError:
        return ""


def bare_date(words: str) -> bool:
    """Is a line a date and nothing else? It may date the text or be what the text tells."""
    rest = words.strip(" .,")
    return _DATE.fullmatch(rest) is not None or _COARSE.fullmatch(rest) is not None


def is_stamp(words: str) -> bool:
    """Does a line say when the text was published: a date with a label, a weekday or a time of day, and nothing else?"""
    if len(words) > 80 or not _DATE.search(words):
        return False
    rest, labelled = _LABEL.subn("", words.strip(" ()|·"), count=1)
    rest, weekday = _WEEKDAY.subn("", rest, count=1)
    rest = _DATE.sub(" ", rest, count=1)
    rest, timed = _TIME.subn("", rest, count=1)
    return bool(labelled or weekday or timed) and not rest.strip(" ,.·|()–-")


def byline(words: str) -> str:
    """The name in a line such as `By Ana Perez (3 May 2021)`; "" where it is no such line."""
    match = _BYLINE.fullmatch(words) if len(words) <= 120 else None
    if not match or len(match["rest"]) > 60:
        return ""
    return str(match["name"])


def agency(words: str) -> str:
    """The agency of a dateline such as `LIMA, May 3. /ABC/.` or `LIMA (Abc) -`; "" where there is none.

    >>> agency("QUITO, May 3 (Andes) -- The two governments met."), agency("(ABC) The minister arrived.")
    ('Andes', 'ABC')
    """
    match = _DATELINE.match(words[:120])
    return next((value for value in match.groupdict().values() if value), "") if match else ""


def told(text: str, blocks: Sequence[Block]) -> Source:
    """What a document's own lines tell of its making."""
    near = [block for place, block in enumerate(blocks) if place < _EDGE or place >= len(blocks) - _EDGE]
    notes = [_head(text, block) for block in near if block.kind is BlockKind.BOILERPLATE]
    titles = [_head(text, block) for block in blocks[:_EDGE] if block.kind is BlockKind.TITLE]
    bodies = [_head(text, block) for block in blocks if block.kind is BlockKind.PARAGRAPH]
    return Source(
        title=next(iter(titles), ""),
        author=_only(byline(note) for note in notes),
        publisher=_only(agency(body) for body in bodies),
        published=_published(notes),
    )


def _head(text: str, block: Block) -> str:
    return text[block.span.start : min(block.span.end, block.span.start + 300)]


def _published(notes: Sequence[str]) -> str:
    """The only date of publication; that of an update where no other is given."""
    dated = [note for note in notes if is_stamp(note) or bare_date(note) or byline(note)]
    first = [note for note in dated if not re.search(r"updat|modif", note, re.IGNORECASE)]
    return _only(full_date(note) for note in first) or _only(full_date(note) for note in dated)


def _only(values: Iterable[str]) -> str:
    """The value that all give who give one; "" where they differ: the page then holds several texts."""
    found = {value for value in values if value}
    return found.pop() if len(found) == 1 else ""
