"""How wide the columns of a printed table are: short ones as wide as their words, long ones by how much stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.presenting._plain import width

if TYPE_CHECKING:
    from comity.presenting.pages._page import Grid, Line

_SHORT = 26
_LONG = 90
# A letter of nine points, and what stands left and right of a cell's words.
_LETTER, _PADDING = 105, 230


def widths(grid: Grid) -> list[int]:
    """For each column its share of the room that short columns leave; 0 for a short one."""
    longest = [max(map(_width, (column)), default=0) for column in zip(*grid.rows, strict=True)]
    longest = [max(wide, width(head)) for wide, head in zip(longest, grid.heads, strict=True)]
    shares = [0 if wide <= _SHORT else min(wide, _LONG) for wide in longest]
    # Where every column is short, the last one takes what is left: a table is as wide as its page.
    return shares if any(shares) else [*shares[:-1], 1]


def twips(grid: Grid, room: int) -> list[int]:
    """The same as numbers that fill a room, in twentieths of a point, for forms that want them."""
    # Heads are bold.
    longest = [max(round(1.3 * width(head)), *map(_width, cells), 4) for head, *cells in zip(grid.heads, *grid.rows, strict=True)]
    shares = widths(grid)
    fixed = [0 if share else _PADDING + _LETTER * letters for share, letters in zip(shares, longest, strict=True)]
    left = room - sum(fixed)
    if left < room // 4:
        # Too many columns for their words: all of them give way alike.
        return [room * letters // sum(longest) for letters in longest]
    return [own or left * share // sum(shares) for own, share in zip(fixed, shares, strict=True)]


def _width(line: Line) -> int:
    return sum(width(piece) if isinstance(piece, str) else len(str(piece)) for piece in line)
