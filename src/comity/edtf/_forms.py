"""Dates in other forms: as the word that binds them makes them, and as the guide can write them."""

from __future__ import annotations

from comity.edtf._bounds import POINT, SEASONS, fault

SINCE = frozenset({"since", "after", "from"})
"""Words of binding that leave the end of a period open."""
BY = frozenset({"by", "until", "before"})
"""Words of binding that leave its begin open."""


def framed(point: str, role: str) -> str:
    """A point as the word that binds it makes it: `1975` after "since" is `1975/..`, after "by" `../1975`.

    >>> framed("1975", "since"), framed("1975", "until"), framed("1975", "in"), framed("", "since")
    ('1975/..', '../1975', '1975', '')
    """
    begin, slash, end = point.partition("/")
    if not point or ".." in {begin, end}:
        return point
    if role in SINCE and not slash:
        return f"{begin}/.."
    if role in BY and not slash:
        return f"../{begin}"
    return point


def widened(text: str) -> str:
    """A date in the narrowest form of the guide that holds all that it may mean; "" where none does.

    >>> widened("1996-21"), widened("../1990-23"), widened("1901?"), widened("1985/"), widened("1975-XX-XX"), widened("May")
    ('1996', '../1990', '1901', '1985/..', '1975', '')
    """
    if not text or not fault(text):
        return text
    left, slash, right = text.partition("/")
    if slash:
        ends = [_wider_point(end) if end not in {"", ".."} else ".." for end in (left, right)]
        found = "/".join(ends)
        found = ends[0] if ends[0] == ends[1] else found
    else:
        found = _wider_point(text)
    return "" if fault(found) else found


def _wider_point(text: str) -> str:
    """Without its season, the parts not told and a mark that the guide has not; doubt widens nothing, "about" stays."""
    match = POINT.fullmatch(text)
    if not match:
        return text
    month = match["month"] if match["month"] not in {*SEASONS, "XX"} else None
    day = match["day"] if month and match["day"] != "XX" else None
    return "-".join(part for part in (match["year"], month, day) if part) + ("~" if match["mark"] in {"~", "%"} else "")
