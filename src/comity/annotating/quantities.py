"""Quantities: money, percentages, measures and things counted, with how exact they are said to be.

A fraction is read as its percentage, "hundreds" as at least 100; a bare "$" is the dollar of the United States.

>>> for start, end, quantity in find("more than 2,000 tons of rice, $20-25 million and dozens of Polish engineers"):
...     print(start, end, quantity.value, quantity.value_to, quantity.unit, quantity.bound, quantity.noun or "-")
0 20 2000 None tons at-least rice
30 44 20000000 25000000 USD exact -
49 75 12 None persons at-least Polish engineers
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from comity.annotating._counting import Counted, counted
from comity.annotating._guards import is_a_name, is_no_count, is_part_of_more, last_word
from comity.annotating._numbers import NUMBER, SECOND, Number, number
from comity.annotating._units import units
from comity.mentions import Annotated, Mention, Quantity
from comity.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.annotating import Tools

KIND = "quantity"
NEEDS: frozenset[str] = frozenset()

_AT_LEAST = (
    "more than|at least"
    r"|(?<!hand )(?<!hands )(?<!handed )(?<!handing )(?<!turn )(?<!turned )(?<!sign )(?<!signed )(?<!take )(?<!took )over"
    "|upwards of|upward of|exceeding|exceeds|exceeded|exceed|in excess of|above|no fewer than|no less than"
    "|not less than|not fewer than|a minimum of|greater than|surpassing|surpassed|surpass|topping|topped|top|tops|past"
    "|beyond|higher than|larger than|>|≥"
)
_AT_MOST = (
    "up to|at most|less than|under|fewer than|no more than|not more than|below|a maximum of|as many as|as much as|not exceeding"
    "|no greater than|no higher than|<|≤"
)
_ABOUT = (
    "about|around|some|nearly|almost|approximately|approx\\.|roughly|close to|an estimated|estimated at|estimated|circa"
    "|ca\\.|c\\.|in the region of|in the order of|on the order of|somewhere around|near"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?i:(?P<at_least>{_AT_LEAST})|(?P<at_most>{_AT_MOST})|(?P<about>{_ABOUT}))"
    r"(?:[ \u00a0\u202f\n](?:another|a total of|an additional|a further))?[ \u00a0\u202f\n]*\Z|(?P<tilde>[~≈])\Z"
)
_BETWEEN = re.compile(r"\b(?i:between)[ \u00a0\n]\Z")
_LOOSE = re.compile(
    r"(?P<at_least>\+| plus(?= [a-z])|[ -]or more\b)|(?P<about>[- ]odd\b| or so\b)|(?P<at_most> or less\b| or fewer\b)"
)
_JOIN = re.compile(r"\s?[-–—]\s?|\s(?P<word>to|or|and)\s(?:(?:about|around|up to|nearly|almost)\s)?")
_BODY = re.compile(
    r"-(?:member|man|person|strong|people)\b(?P<noun>(?: [\w-]+){0,2} (?:delegation|team|group|mission|contingent|force|unit"
    r"|battalion|crew|party|detachment|army|garrison|brigade))\b"
)
_OF_DOCUMENTS = frozenset(
    {"agreements", "treaties", "programmes", "programs", "contracts", "conventions", "protocols", "regimes", "presidents"}
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A number, or two of a range, with what they count."""

    number: Number
    what: Counted
    bound: str = ""
    upper: float | None = None
    lower: float | None = None


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """Every quantity of a document."""
    for start, end, quantity in _found(annotated.document.text):
        yield Mention(KIND, Span(start, end), quantity)


def find(text: str) -> list[tuple[int, int, Quantity]]:
    """Every quantity of a text: where it starts, where it ends, and what it is.

    >>> find("They met at 10:00 on 8 May 1975.")
    []
    """
    return list(_found(text))


def _found(text: str) -> Iterator[tuple[int, int, Quantity]]:
    done = 0
    for match in NUMBER.finditer(text):
        if match.start() < done:
            continue
        read = _read(text, number(match))
        if read is None or read.what.start < done:
            continue
        start, bound = _bound(text, read, done)
        first, noun = read.lower if read.lower is not None else read.number.value, read.what.noun
        quantity = Quantity(_plain(first), read.what.unit, bound, None if read.upper is None else _plain(read.upper), noun)
        done = read.what.end
        yield start, done, quantity


def _plain(value: float) -> float:
    """Whole numbers without a fraction."""
    return int(value) if value == int(value) else value


def _read(text: str, first: Number) -> _Read | None:
    loose = _LOOSE.match(text, first.end) if first.form != "share" else None
    after = loose.end() if loose else first.end
    if not loose and is_part_of_more(text, first) and not _joined(text, first.end):
        return None
    body = _BODY.match(text, first.end) if first.form in ("digits", "words") else None
    what = Counted(first.start, body.end(), "persons", body["noun"].strip()) if body else counted(text, first, after)
    if what and what.head and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text[first.start : first.end]):
        first = replace(first, value=round(first.value * 1000))
    if is_a_name(text, first, what):
        return None
    ranged = _range(text, first, what)
    if ranged:
        return ranged
    if what is None or is_no_count(text, first, what) or is_part_of_more(text, first):
        return None
    late = None if loose else _LOOSE.match(text, what.end)
    if late:
        what = replace(what, end=late.end())
    said = loose or late
    return _Read(first, what, _name(said) if said else "")


def _joined(text: str, at: int) -> bool:
    return _JOIN.match(text, at) is not None


def _range(text: str, first: Number, what: Counted | None) -> _Read | None:
    """The range that the number begins: 20 to 25 million, $20 million-$25 million, between 5 and 6 percent."""
    if first.form not in ("digits", "words"):
        return None
    join = _JOIN.match(text, what.end if what else first.end)
    before = last_word(text, what.start if what else first.start).lower()
    if join is None or (join["word"] == "and" and before != "between") or (join["word"] == "to" and before == "from"):
        return None
    sign = units().sign_after.match(text, join.end())
    match = SECOND.match(text, sign.end() if sign else join.end())
    if match is None:
        return None
    second = number(match)
    if is_part_of_more(text, second) or (first.year_like(text) and second.year_like(text)):
        return None
    counts = _shared(text, what or first, second, to=join["word"] == "to")
    if counts is None or is_no_count(text, second, counts):
        return None
    share = first.scale == 1 and first.value <= second.value / second.scale and (what is None or what.signed)
    lower = first.value * second.scale if share else first.value
    return _Read(first, counts, "", second.value, lower) if lower < second.value else None


def _shared(text: str, first: Counted | Number, second: Number, *, to: bool) -> Counted | None:
    """What both ends of a range count; None where they count two things."""
    other = counted(text, second, second.end)
    what = first if isinstance(first, Counted) else None
    if other is None and what and what.signed and (second.scale > 1 or not to):
        return replace(what, end=second.end)
    if other is None or (what and what.unit != other.unit):
        return None
    return replace(other, start=first.start)


def _bound(text: str, read: _Read, done: int) -> tuple[int, str]:
    """Where the words begin that say how exact a number is, and what they say."""
    start = read.what.start
    said = [read.bound] if read.bound else []
    while match := _BEFORE.search(text, max(done, start - 28), start):
        if _name(match) == "at-most" and match[0].strip().lower() == "under" and read.what.head in _OF_DOCUMENTS:
            break
        start = match.start()
        said.append(_name(match))
    if read.upper is not None and (between := _BETWEEN.search(text, max(done, start - 9), start)):
        start = between.start()
    if read.number.form == "vague" and "at-most" not in said:
        said.append("at-least")
    return start, next((bound for bound in said if bound != "about"), said[0] if said else "exact")


def _name(match: re.Match[str]) -> str:
    return "about" if match.lastgroup in ("about", "tilde") else str(match.lastgroup).replace("_", "-")
