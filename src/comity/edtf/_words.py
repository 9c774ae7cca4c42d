"""Dates as a person reads them."""

from __future__ import annotations

from comity.edtf._bounds import LAST_MONTH, POINT, SEASONS, point

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def say(text: str) -> str:
    """A date as a person reads it.

    >>> say("1960-10-07"), say("../1990"), say("XXXX-06-14"), say("14XX"), say("")
    ('7 October 1960', 'by 1990', '14 June, year not told', 'the 15th century', 'undated')
    """
    if not text:
        return "undated"
    left, slash, right = text.partition("/")
    if not slash:
        return _say_point(text)
    if left in {"", ".."}:
        return f"by {_say_point(right)}" if left else f"until {_say_point(right)}, begin unknown"
    if right in {"", ".."}:
        return f"since {_say_point(left)}" if right else f"from {_say_point(left)}, end unknown"
    return f"{_shortened(left, right)} to {_say_point(right)}"


def _say_point(text: str) -> str:
    match = POINT.fullmatch(LAST_MONTH.sub("", LAST_MONTH.sub("", text)))
    if not match or not point(text.replace("XXXX", "2000")) or match.group(1, 2) == ("XXXX", None):
        return text
    year = f" {_say_year(match['year'])}" if match["year"] != "XXXX" else ", year not told"
    month = _say_month(match["month"])
    day = f"{int(match['day'])} " if match["day"] else ""
    return ("about " if match["mark"] else "") + f"{day}{month}{year}".strip()


def _say_month(month: str | None) -> str:
    """The name of a month or season; "" where none is told."""
    return SEASONS.get(month) or MONTHS[int(month) - 1] if month else ""


def _say_year(year: str) -> str:
    if year.endswith("XX"):
        number = int(year[:2]) + 1
        ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"the {number}{ending} century"
    return f"the {year[:3]}0s" if year.endswith("X") else str(int(year))


def _shortened(left: str, right: str) -> str:
    """The begin of a stretch in words, without the month and year that its end repeats."""
    a, b = POINT.fullmatch(left), POINT.fullmatch(right)
    if not a or not b or a["year"] != b["year"] or not a["month"] or a["mark"] or bool(a["day"]) != bool(b["day"]):
        return _say_point(left)
    month = _say_month(a["month"])
    if not a["day"]:
        return month
    return str(int(a["day"])) if a["month"] == b["month"] else f"{int(a['day'])} {month}"
