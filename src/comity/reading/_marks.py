"""What the marks at a line's edge say: heading, list item, key and value, table row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.model import Span
from comity.reading._lines import Line, ends_sentence

UPPER, PLAIN, LOWER, TERM = 7, 9, 10, 11
"""Levels of headings without marks of their own: below those that have `=` or `#`. Numbered ones stand at 7 and 8."""

_EQUALS = re.compile(r"(={1,6})\s*([^\s=].*?)\s*=+")
_HASHES = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*")
_TERM = re.compile(r";\s*(\S.*?)\s*:?")
_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+(\S.*)")
_BULLET = re.compile(r"(?:[*•·◦▪‣●■]+|[-–]\s)\s*")
_NUMBER = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,5}\))\s+")
_PAIR = re.compile(r"(?:[-*•|]\s*)?(?P<key>[^\s:=|][^:=|]{0,60}?)\s*(?::(?:\s+|$)|=\s*)(?P<value>.*)")
_INFOBOX = re.compile(r"infobox\b.{0,40}", re.IGNORECASE)
_ROW = re.compile(r"\|\s*(\S.*?)\s*\|")
_RULE = re.compile(r"\|?[\s:|=+-]{3,}\|?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked line: what is left of it without its mark, and a heading's level."""

    span: Span
    level: int = 0


def marked_heading(line: Line) -> Mark | None:
    """`== Trade ==` and `## Trade`, at levels 1 to 6."""
    if len(line.text) > 300:
        return None
    match = _EQUALS.fullmatch(line.text) or _HASHES.fullmatch(line.text)
    return Mark(line.part(match, 2), len(match[1])) if match else None


def term(line: Line) -> Mark | None:
    """`;Of Chile`, which stands over the list lines below it."""
    match = _TERM.fullmatch(line.text) if len(line.text) < 120 else None
    return Mark(line.part(match, 1), TERM) if match else None


def underlined(line: Line, following: Line) -> Mark | None:
    """A line over a row of `=` or `-` about as long as itself."""
    drawn = _UNDERLINE.fullmatch(following.text) if len(line.text) <= 120 else None
    if not drawn or len(following.text) < len(line.text) / 2:
        return None
    return Mark(line.span, 1 if following.text[0] == "=" else 2)


def numbered_heading(line: Line) -> Mark | None:
    """`3. Trade` or `3.2 Trade` as a heading is written: at the margin, short, without a full stop."""
    match = _NUMBERED.fullmatch(line.text) if len(line.text) <= 100 else None
    if not match or line.indent or ends_sentence(line.text) or not match[2][0].isupper():
        return None
    return Mark(line.part(match, 2), UPPER + min(1, match[1].count(".")))


def numbered(line: Line) -> bool:
    """Does the line begin with a number or letter of a list?"""
    return _NUMBER.match(line.text) is not None


def item(line: Line) -> Mark | None:
    """A list line: `- `, `* `, `• `, `1. `, `a) `; its span may be empty."""
    match = _BULLET.match(line.text + " ") or _NUMBER.match(line.text + " ")
    return Mark(Span(min(line.start + match.end(), line.end), line.end)) if match else None


def bulleted(line: Line) -> bool:
    """Is the mark a bullet that stands in no running text, unlike a dash or a number?"""
    return line.text[:1] in tuple("*•·◦▪‣●■")


def infobox(line: Line) -> bool:
    """The line that says that an infobox follows."""
    return len(line.text) < 60 and _INFOBOX.fullmatch(line.text) is not None


def pair(line: Line) -> tuple[Span, Span, Span | None] | None:
    """Of a line `Key: value`, the whole without its mark, the key, and the value if there is one."""
    match = _PAIR.fullmatch(line.text)
    if not match:
        return None
    key, value = line.part(match, "key"), line.part(match, "value")
    return Span(key.start, line.end), key, value if len(value) else None


def row(line: Line) -> Mark | None:
    """A line of a table drawn with `|`, without its outer bars; its span is empty for a drawn rule."""
    if not line.text.startswith("|") or len(line.text) < 3:
        return None
    if _RULE.fullmatch(line.text):
        return Mark(Span(line.start, line.start))
    match = _ROW.fullmatch(line.text)
    return Mark(line.part(match, 1)) if match else None
