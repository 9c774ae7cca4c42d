"""Dates in cells for the count of rows, by their forms: in EDTF, each with what it is of."""

from __future__ import annotations

import calendar
import re

SHORT = {
    name: i + 1 for i, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
}
MON = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
YEAR = r"(1[0-9]{3}|20[0-2][0-9])"
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
# Each form of a date with the order of its groups; the first that matches at the leftmost place is taken.
FORMS = [
    (rf"\b{YEAR}-(\d\d?)-(\d\d?)\b", "ymd"),
    (rf"\b{YEAR} (\d\d) (\d\d)\b(?! *{MON})", "ymd"),
    (rf"\b{YEAR}-{MON}-{DAY}\b", "ymd"),
    (rf"-{MON}-{DAY},? {YEAR}\b", "mdy"),
    (rf"\b{DAY}[ -](?:of )?{MON}[,-]? ?{YEAR}(?:-\d\d)?\b", "dmy"),
    (rf"\b{MON} {DAY},? ?{YEAR}\b", "mdy"),
    (rf"\b{YEAR} \({MON} {DAY}\)", "ymd"),
    (rf"\b(\d\d?)/(\d\d?)/{YEAR}\b", "dmy"),
    (rf"\b{DAY} {YEAR}-(\d\d)\b", "dym"),
    (rf"\b{YEAR}-(\d\d?)\b(?!\d)", "ym"),
    (rf"\b{YEAR}–(0[1-9]|1[0-2])\b(?!\d)", "ym"),
    (rf"\b{MON},? (?:of )?{YEAR}\b", "my"),
    (rf"\b{YEAR} {MON}\b", "ym"),
    (rf"\b{YEAR}s\b", "decade"),
    (rf"\b{YEAR}\b", "y"),
    (r"(?<=no later than )(\d{3})\b", "y"),
    (r"\b([1-9]\d{2})(?= \()", "y"),
]
UNGROUPED = [re.sub(r"(?<!\\)\((?!\?)", "(?:", form) for form, _ in FORMS]
ANY_DATE = re.compile("|".join(f"(?P<f{i}>{form})" for i, form in enumerate(UNGROUPED)), re.I)
ROLES = [
    ("severed", r"sever|broke|\bbreak|\bcut\b|\bended\b|rescind|terminat|ceased|lapsed|cancel"),
    ("suspended", r"suspend|frozen|froze"),
    ("restored", r"re-? ?establish|restor|resum|renew|\bagain\b|reopen"),
    ("recognized", r"recogni[sz]"),
    ("established", r"(?<!re)(?<!re-)establish|\bstarted\b|\bformaliz|\bofficial"),
]


def edtf(text: str, index: int) -> str:
    """One matched date in EDTF; a day that no calendar holds is left out, day and month change places if only that helps."""
    pattern, order = FORMS[index]
    m = re.search(pattern, text, re.I)
    if m is None:
        return ""
    if order == "decade":
        return m.group(1)[:2] + "XX" if m.group(1).endswith("00") else m.group(1)[:3] + "X"
    part = dict(zip(order, m.groups(), strict=False))
    year = int(part["y"])
    month = part.get("m", "")
    number = int(month) if month.isdigit() else SHORT.get(month.lower()[:3], 0)
    day = int(part.get("d", 0))
    if number > 12 >= day > 0:
        number, day = day, number
    if number > 12:
        return f"{year:04d}"
    if day and day > calendar.monthrange(year, number)[1]:
        day = 0
    return f"{year:04d}" + (f"-{number:02d}" if number else "") + (f"-{day:02d}" if day else "")


def dates(text: str) -> list[tuple[str, str]]:
    """The dates of a cell with their roles, ranges and approximations joined, in the order of the words."""
    hits: list[tuple[int, int, str]] = []
    for m in ANY_DATE.finditer(text):
        index = next(i for i in range(len(FORMS)) if m.group(f"f{i}") is not None)
        begin = max(0, m.start() - 20) if FORMS[index][0].startswith("(?<=") else m.start()
        date = edtf(text[begin : m.end() + 2], index)
        joined = re.fullmatch(r"\s*(–|-|to|until|till)\s*", text[hits[-1][1] : m.start()]) if hits else None
        if date and joined and "/" not in hits[-1][2]:
            hits[-1] = (hits[-1][0], m.end(), f"{hits[-1][2]}/{date}")
        elif date:
            hits.append((m.start(), m.end(), date))
    bounds = [0, *[end for _, end, _ in hits]]
    found = []
    for i, (start, end, date) in enumerate(hits):
        before = text[bounds[i] : start]
        after = text[end : hits[i + 1][0] if i + 1 < len(hits) else len(text)]
        found.append((hedged(date, before, after), role(before, after, i + 1 == len(hits), "/" in date)))
    return found


def hedged(date: str, before: str, after: str) -> str:
    """The date with what the words say about its closeness."""
    earlier = re.search(r"\b(before|by|prior to|no later than)\s*\(?$", before, re.I)
    if earlier or re.match(r"\s*or (before|earlier)", after, re.I):
        return f"../{date}"
    if re.search(r"\b(after|since at least)\s*$", before, re.I):
        return f"{date}/.."
    if re.search(r"\b(c\.|ca\.?|circa|around|about)\s*$", before, re.I):
        return f"{date}~"
    return f"{date}?" if after.startswith("?") else date


def role(before: str, after: str, last: bool, ranged: bool) -> str:
    """What the date is of: the last such word before it, else one in brackets or alone after it."""
    own = re.split(r";|\.\s+(?=[A-Z])", before)[-1]
    stated = [(m.start(), name) for name, pattern in ROLES for m in re.finditer(pattern, own, re.I)]
    if stated:
        return max(stated)[1]
    bracket = re.match(r"\s*\(([^()]*)(\)|$)", after)
    clause = bracket or re.match(r"([^;(]*?)(?=\.\s+[A-Z]" + (r"|$)" if last else ")"), after)
    clause = bracket if ranged else clause
    told = [name for name, pattern in ROLES if clause and re.search(pattern, clause.group(1), re.I)]
    if bracket and not bracket.group(2) and not last:
        return "established"
    return told[0] if told else "established"


def precision(date: str) -> str:
    """Day, month, year, decade or century, range or hedged."""
    if "/" in date or date[-1] in "~?":
        return "range or hedged"
    return {4: "decade or century" if "X" in date else "year", 7: "month", 10: "day"}.get(len(date), "other")


def span(date: str) -> tuple[int, int]:
    """First and last possible day of a date as numbers, for telling whether two exclude one another."""
    if "/" in date:
        low, high = date.split("/")
        return (span(low)[0] if low != ".." else 0, span(high)[1] if high != ".." else 10**8)
    slack = 50000 if date[-1] in "~?" else 0
    y, m, d = [*date.rstrip("~?").split("-"), "", ""][:3]
    first, final = y.replace("X", "0") + (m or "00") + (d or "00"), y.replace("X", "9") + (m or "99") + (d or "99")
    return int(first) - slack, int(final) + slack


def overlap(one: str, other: str) -> bool:
    """Whether the two dates can be one."""
    (a, b), (c, d) = span(one), span(other)
    return a <= d and c <= b
