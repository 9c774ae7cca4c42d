"""Dates that the words tell only from another date, settled against the date told before and the article's own.

>>> from comity.mentions import DateWords
>>> resolve(DateWords(relative="text:year+0:XXXX-08"), anchor="1974-03", published="")
('1974-08', 'August of the same year as 1974-03 (told before): 1974-08')
>>> resolve(DateWords(relative="pub:on:W2", role="on"), anchor="", published="2024-05-09")[0]
'2024-05-07'
>>> resolve(DateWords(relative="near:on:XXXX-06-14", role="on"), anchor="", published="")[0]
'XXXX-06-14'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from comity import edtf
from comity.resolving._steps import Side, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.mentions import DateWords

_RELATIVE = re.compile(
    r"(?P<base>pub|text|near):(?P<step>then|on|last|next|(?P<unit>year|month|week|day|decade|century|anniversary)(?P<count>[+-]\d+)"
    r"(?P<about>~?))(?::(?P<told>\S+))?"
)
_FINE = frozenset({"day", "month", "year", "range", "open"})
# A fortnight: news that names a coming day leaves its year out, and nobody does so for a day that is almost a year past.
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class _Context:
    """The dates that a relative date is settled against."""

    anchor: str
    published: str
    planned: bool

    def bases(self, base: str) -> list[tuple[str, str]]:
        """The dates that a base may mean, the likelier first, each with the reason why it is known.

        An article that is dated to the day or the month speaks of its own days where it leaves the year out; any other of those
        that it told.
        """
        text, own = (self.anchor, "told before"), (self.published, "published")
        if base != "near":
            return [text if base == "text" else own]
        return [own, text] if edtf.precision(self.published) in ("day", "month") else [text, own]


def resolve(words: DateWords, *, anchor: str, published: str, planned: bool = False) -> tuple[str, str]:
    """The date in EDTF, "" where nothing settles it, and the step that settled it, for `comity why`.

    `anchor` is the last date told before in the text, `published` the article's own; `planned` says that the sentence
    speaks of what is to come, so that "on Tuesday" is the next one and not the last.
    """
    if not words.relative:
        return words.edtf, ""
    context = _Context(anchor, published, planned)
    first, _, second = words.relative.partition(" to ")
    when, step = _end(first, context)
    if second:
        last, step_of_last = _end(second, context)
        return _stretch(when, last, planned), f"{step}; {step_of_last}"
    return _framed(when, words.role), step


def seen_from(words: DateWords, when: str, *, inside: bool) -> str:
    """The date for a thing told inside the phrase that it ends, or outside: "After the war in 1990, Peru left" is since 1990.

    >>> from comity.mentions import DateWords
    >>> words = DateWords("1990", outer="after", reach=14)
    >>> seen_from(words, "1990", inside=True), seen_from(words, "1990", inside=False)
    ('1990', '1990/..')
    """
    return when if inside else edtf.framed(when, words.outer)


def anchors(dates: Iterable[DateWords], *, published: str) -> list[str]:
    """For each date of a text, in order, the date told before it: the last that names a year and dates no noun beside it."""
    anchor, found = "", []
    for words in dates:
        found.append(anchor)
        when, _ = resolve(words, anchor=anchor, published=published)
        if edtf.precision(when) in _FINE and words.role != "of" and words.relative != "pub:day+0":
            anchor = when
    return found


def _end(relative: str, context: _Context) -> tuple[str, str]:
    """One relative date settled, with the step in words."""
    match = _RELATIVE.fullmatch(relative)
    if not match:
        return "", f"{relative!r} is no relative date"
    for base, reason in context.bases(match["base"]):
        by_own = reason == "published"
        side = _side(match["step"], by_own=by_own, planned=context.planned)
        if when := _settled(match, base, side, by_own=by_own):
            return when, f"{in_words(match, side)} {base} ({reason}): {when}"
    told = match["told"] or ""
    missing = " nor ".join(reason for _, reason in context.bases(match["base"]))
    when = _valid(told) if match["step"] == "on" and len(told) == len("XXXX-06-14") else ""
    return when, f"no date {missing} that settles it"


def _side(step: str, *, by_own: bool, planned: bool) -> Side:
    if step in {"last", "next"}:
        return "before" if step == "last" else "after"
    return "from" if planned and by_own else "up to"


def _settled(match: re.Match[str], base: str, side: Side, *, by_own: bool) -> str:
    told = match["told"] or ""
    if match["step"] == "then":
        return _named(base)[-1] if _named(base) else ""
    if match["unit"]:
        moved = _moved(base, match["unit"], int(match["count"]))
        if match["about"] and moved and "/" not in moved:
            return f"{moved.rstrip('~')}~"
        return _filled(moved, told) if told else moved
    if told.startswith("XXXX-XX-"):
        return _day_of_month(base, told, side, by_own=by_own)
    if told.startswith("W"):
        return _weekday(base, int(told[1:]), side) if by_own or match["step"] != "on" else ""
    return _day_of_year(base, told, side) if by_own or match["step"] != "on" else _same_year(base, told)


def _named(text: str) -> list[str]:
    """The points that a date names: one, or the ends of a stretch."""
    return [point for point in text.split("/") if point not in {"", ".."} and edtf.bounds(point)]


def _moved(base: str, unit: str, count: int) -> str:
    """So many units after or before a date; of a stretch, after its end or before its begin."""
    points = _named(base)
    if not points:
        return ""
    if count:
        return _moved_point(points[-1 if count > 0 else 0], unit, count)
    same = {_moved_point(point, unit, 0) for point in points}
    return same.pop() if len(same) == 1 else ""


def _moved_point(point: str, unit: str, count: int) -> str:
    first, fine = edtf.first_day(point), edtf.precision(point)
    mark = "~" if point.endswith("~") else ""
    if first is None or (unit in {"day", "week"} and fine != "day") or (unit == "month" and fine not in {"day", "month"}):
        return ""
    if unit in {"day", "week"}:
        return _moved_day(first, unit, count)
    if unit == "month":
        year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
        return _valid(f"{year:04}-{month + 1:02}{mark}")
    if unit in {"year", "anniversary"}:
        whole = point if unit == "anniversary" else f"{first.year:04}{mark}"
        return _valid(_turned(whole, count)) if fine in {"day", "month", "year"} else ""
    if unit == "decade":
        return _decade(first.year, count, fine)
    return _valid(f"{first.year // 100 + count:02}XX{mark}")


def _decade(year: int, count: int, fine: str) -> str:
    """After a year "the following decade" is the ten years from it, after a decade the next one."""
    if fine in {"decade", "range"} or not count:
        return _valid(f"{year // 10 + count:03}X")
    return _valid(f"{year}/{year + 10}" if count > 0 else f"{year - 10}/{year}") if fine != "century" else ""


def _moved_day(day: date, unit: str, count: int) -> str:
    """A day so many days away, or the Monday to Sunday of a week so many weeks away."""
    away = count if unit == "day" else 7 * count - day.weekday()
    if not date.min.toordinal() <= day.toordinal() + away <= date.max.toordinal() - 6:
        return ""
    moved = day + timedelta(days=away)
    return moved.isoformat() if unit == "day" else f"{moved}/{moved + timedelta(days=6)}"


def _filled(point: str, told: str) -> str:
    """What the words tell besides, put into the year or month that was reached."""
    if told.startswith("XXXX-XX-"):
        return _valid(f"{point}{told[7:]}") if edtf.precision(point) == "month" else ""
    return _valid(f"{point}{told[4:]}") if edtf.precision(point) == "year" else ""


def _day_of_month(base: str, told: str, side: Side, *, by_own: bool) -> str:
    """The 19th: of the month in hand, in a story the next one from its day on, for an article the last one up to its own.

    >>> _day_of_month("1804-10-04", "XXXX-XX-19", "up to", by_own=False)
    '1804-10-19'
    """
    point = _named(base)[-1].rstrip("~") if _named(base) else ""
    fine = edtf.precision(point)
    if fine == "month":
        return _filled(point, told)
    if fine != "day":
        return ""
    forward = not by_own or side in {"from", "after"}
    turns = told[8:] < point[8:] if forward else told[8:] > point[8:]
    month = _moved_point(point, "month", (1 if forward else -1) * turns)
    return _filled(month, told)


def _same_year(base: str, told: str) -> str:
    """A month or day of the year that was told; January after December is of the next."""
    year = _moved(base, "year", 0)
    last = _named(base)[-1] if year else ""
    turns = edtf.precision(last) in {"day", "month"} and last[5:7] >= "11" and told[5:7] <= "02"
    return _filled(_moved(year, "year", 1) if turns else year, told)


def _day_of_year(base: str, told: str, side: Side) -> str:
    """The month or day of the year that lies nearest to a date on one side of it."""
    points = _named(base)
    point = points[-1] if points else ""
    fine = edtf.precision(point)
    year = edtf.year_of(point)
    if year is None or (fine not in {"day", "month"} and point[5:7] not in edtf.SEASONS):
        return ""
    if side == "up to" and _is_soon(point, _valid(f"{year:04}{told[4:]}")):
        side = "from"
    length = min(len(told), len(point.rstrip("~"))) - 5
    mine, there = _in_months(told)[5 : 5 + length], _in_months(point)[5 : 5 + length]
    if side in {"up to", "before"}:
        year -= mine > there or (side == "before" and mine == there)
    else:
        year += mine < there or (side == "after" and mine == there)
    return _valid(f"{year:04}{told[4:]}")


def _in_months(point: str) -> str:
    """A season as its first month, north of the tropics, so that it can be compared with months."""
    season = point[5:7]
    return f"{point[:5]}{3 * (int(season) - 20):02}" if season in edtf.SEASONS else point


def _is_soon(own: str, when: str) -> bool:
    """Is it so soon after the article's day that last year's cannot be meant?"""
    if edtf.precision(own) != "day" or edtf.precision(when) != "day":
        return False
    ahead = date.fromisoformat(when.rstrip("~")) - date.fromisoformat(own.rstrip("~"))
    return timedelta() < ahead <= SOON


def _weekday(base: str, number: int, side: Side) -> str:
    day = edtf.first_day(base) if edtf.precision(base) == "day" else None
    if day is None:
        return ""
    back = (day.isoweekday() - number) % 7
    away = {"up to": -back, "before": -(back or 7), "from": -back % 7, "after": (-back % 7) or 7}[side]
    return _moved_day(day, "day", away)


def _valid(text: str) -> str:
    """The date if the calendar has it, also a season; else ""."""
    return "" if edtf.fault(edtf.widened(text) or text) else text


def _framed(when: str, role: str) -> str:
    """The date as its binding word makes it; a week binds by its first or last day."""
    begin, slash, end = when.partition("/")
    if slash and ".." not in when:
        return edtf.framed(begin, role) if role in edtf.SINCE else edtf.framed(end, role) if role in edtf.BY else when
    return edtf.framed(when, role)


def _stretch(first: str, last: str, planned: bool) -> str:
    """From the one date to the other; where a year was left out, a stretch does not end before it begins."""
    if not first or not last:
        return ""
    begin, end = first.partition("/")[0], last.rpartition("/")[2]
    if edtf.fault(f"{begin}/{end}"):
        begin, end = (_turned(begin, -1), end) if planned else (begin, _turned(end, 1))
    return _valid(f"{begin}/{end}")


def _turned(point: str, years: int) -> str:
    year = edtf.year_of(point)
    return f"{year + years:04}{point[4:]}" if year else point
