"""Text of documents made fit to be shown: nothing in it can steer a terminal, and its width on the screen is known."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# C0 controls show as their pictures, DEL too; C1 controls and halves of surrogate pairs as the replacement character.
_VISIBLE: dict[int, int | None] = {code: 0x2400 + code for code in range(0x20)}
_VISIBLE |= {0x7F: 0x2421}
_VISIBLE |= dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), 0xFFFD)
# Overrides of the direction of writing could show a line in another order than it has.
_VISIBLE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), None)

CUT = "…"
_BAR = 24
_BLOCK, _HALF = "█", "▌"
_JOINING_JAMO = range(0x1160, 0x1200)


def clean(text: str) -> str:
    r"""The text on one line, with single spaces and without anything that a terminal obeys.

    >>> clean("Laos\n and \x1b[31mPeru")
    'Laos and ␛[31mPeru'
    """
    return " ".join(text.split()).translate(_VISIBLE)


def shorten(text: str, length: int) -> str:
    """The text, cut at a space where it has more characters than `length`.

    >>> shorten("an embassy in Lima", 12)
    'an embassy…'
    """
    if len(text) <= length:
        return text
    head = text[: length - len(CUT) + 1]
    # A language without spaces is cut in the middle of the line instead of at its start.
    at = head.rfind(" ", length // 2)
    return (head[:at] if at > 0 else head[:-1]).rstrip() + CUT


def width(text: str) -> int:
    """How many columns of a terminal the text takes: none for what combines, two for what is wide.

    >>> width("Hà Nội"), width("ວຽງຈັນ"), width("서울")
    (6, 5, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or ord(char) in _JOINING_JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, room: int, *, keep_words: bool = False) -> list[str]:
    """The text in lines of at most `room` columns.

    A longer word is split, and scripts that write no spaces with it; `keep_words` leaves words of plain letters
    whole, such as addresses, which are of use in one piece only.

    >>> wrap("an embassy in Lima", 10)
    ['an embassy', 'in Lima']
    """
    lines = [""]
    for word in clean(text).split(" "):
        whole = width(word) <= room or (keep_words and word.isascii())
        for piece in [word] if whole else _pieces(word, room):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if not lines[-1] or width(joined) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word in pieces of at most `room` columns; what combines stays with its letter."""
    piece, used = "", 0
    for char in word:
        columns = _columns(char)
        if piece and used + columns > room:
            yield piece
            piece, used = "", 0
        piece += char
        used += columns
    yield piece


def hang(first: str, text: str, room: int, *, keep_words: bool = False) -> list[str]:
    """The text behind a mark such as `[1] `, its further lines under its first.

    >>> hang("[1] ", "an embassy in Lima", 14)
    ['[1] an embassy', '    in Lima']
    """
    indent = width(first)
    head, *tail = wrap(text, max(room - indent, 1), keep_words=keep_words)
    return [first + head, *(" " * indent + line for line in tail)]


def bar(value: float, most: float) -> str:
    """A value as a bar of letters, for forms that cannot draw.

    >>> bar(50, 100), bar(0, 100)
    ('████████████', '')
    """
    halves = round(2 * _BAR * value / most) if most else 0
    return _BLOCK * (halves // 2) + _HALF * (halves % 2)
