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

from comity.annotating._before import last_word
from comity.annotating._borrowed import borrowed, currency, sentence
from comity.annotating._counting import Counted, counted
from comity.annotating._guards import is_a_name, is_no_count, is_part_of_more
from comity.annotating._numbers import NUMBER, SCALE, SECOND, Number, number
from comity.annotating._serial import continued, shared
from comity.annotating._units import units
from comity.mentions import Annotated, Mention, Quantity
from comity.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
_VERB = re.compile(r"(?i:exceed|surpass|top)(?:s|ed|ped)?\b")
_BETWEEN = re.compile(r"\b(?i:between|from)[ \u00a0\n]\Z")
_LOOSE = re.compile(
    r"(?P<at_least>\+| plus(?= [a-z])|[ -]or more\b)|(?P<about>[- ]odd\b| or so\b)|(?P<at_most> or less\b| or fewer\b)"
)
_JOIN = re.compile(r"\s?[-‐‑–—]\s?|\s(?P<word>to|or|and)\s(?:(?:about|around|up to|nearly|almost)\s)?")
_DATING = frozenset({"in", "of", "since", "during", "fy", "year"})
_BODY = re.compile(
    r"-(?:member|man|person|strong|people)\b(?P<noun>(?: [\w-]+){0,2} (?:delegation|team|group|mission|contingent|force|unit"
    r"|battalion|crew|party|detachment|army|garrison|brigade))\b|-strong\b(?!-)"
)
_NAMELESS = re.compile(rf"[a-z ]*\d[\d., \u00a0]*(?:{SCALE})?")
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
    for start, end, quantity in find(annotated.document.text):
        yield Mention(KIND, Span(start, end), quantity)


def find(text: str) -> list[tuple[int, int, Quantity]]:
    """Every quantity of a text: where it starts, where it ends, and what it is.

    >>> find("They met at 10:00 on 8 May 1975.")
    []
    """
    found = list(_found(text))
    return [(start, end, _of_neighbours(text, found, at)) for at, (start, end, _) in enumerate(found)]


def _of_neighbours(text: str, found: Sequence[tuple[int, int, Quantity]], at: int) -> Quantity:
    """A sum whose currency is told with a sum beside it, with those who have one of that name."""
    start, end, told = found[at]
    if not told.money or told.currencies or not _NAMELESS.fullmatch(text, start, end):
        return told
    beside = [other for _, _, other in (*reversed(found[max(0, at - 4) : at]), *found[at + 1 : at + 5])]
    return replace(
        told, currencies=next((other.currencies for other in beside if other.currencies and other.unit == told.unit), ())
    )


def _found(text: str) -> Iterator[tuple[int, int, Quantity]]:
    done, before = 0, None
    for match in NUMBER.finditer(text):
        if match.start() < done:
            continue
        first = number(match)
        read = _of_list(text, first) or _read(text, first) or _of_before(text, first, before, done)
        if read is None or read.what.start < done:
            continue
        start, bound = _bound(text, read, done)
        before, done = _quantity(text, read, bound), read.what.end
        yield start, done, before


def _quantity(text: str, read: _Read, bound: str) -> Quantity:
    first, what = read.lower if read.lower is not None else read.number.value, read.what
    money = what.unit in units().words.currencies
    unit = currency(text, what.unit, what.start) if money else what.unit
    owned = _owned(text[what.start : what.end], what.unit, unit) if money else ()
    upper = None if read.upper is None else _plain(read.upper)
    return Quantity(_plain(first), unit, bound, upper, what.noun, money, owned)


def _owned(said: str, code: str, unit: str) -> tuple[tuple[str, str], ...]:
    """Whose currencies have the name that stands at the end of an amount, which without a state would be `unit`."""
    words = re.findall(r"[^\W\d_]+", said)
    if not words or (len(words) > 1 and units().money.get(" ".join(words[-2:]).lower())):
        return ()
    return tuple((state, unit if own == code else own) for state, own in units().shared.get(words[-1].lower(), ()))


def _of_before(text: str, first: Number, before: Quantity | None, done: int) -> _Read | None:
    """A number whose noun was said with the one before it."""
    if is_part_of_more(text, first) or is_a_name(text, first, None):
        return None
    what = borrowed(text, first, before, done) or continued(text, first, before, done)
    return _Read(first, what) if what else None


def _of_list(text: str, first: Number) -> _Read | None:
    """A number of a list whose last says what all of them count."""
    told = None if is_a_name(text, first, None) else shared(text, first)
    return _Read(first, told[0], lower=round(first.value * told[1], 6)) if told else None


def _plain(value: float) -> float:
    """Whole numbers without a fraction."""
    return int(value) if value == int(value) else value


def _read(text: str, first: Number) -> _Read | None:
    loose = _LOOSE.match(text, first.end) if first.form != "share" else None
    after = loose.end() if loose else first.end
    if not loose and is_part_of_more(text, first) and not _joined(text, first.end):
        return None
    body = _BODY.match(text, first.end) if first.form in ("digits", "words") else None
    what = Counted(first.start, body.end(), "persons", (body["noun"] or "").strip()) if body else counted(text, first, after)
    if what and what.head and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", text[first.start : first.end]):
        first = replace(first, value=round(first.value * 1000))
    ranged = _range(text, first, what)
    if is_a_name(text, first, what) and not (ranged and ranged.upper and ranged.upper >= 1e4):
        return None
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
    if what is None and before in _DATING and first.year_like(text):
        return None  # from $20 million in 2010 to $32 million in 2011
    second = _second(text, first, join) if join and (join["word"] != "and" or before == "between") else None
    counts = _shared(text, what or first, second, to=bool(join and join["word"] == "to")) if second else None
    if join is None or second is None or counts is None or is_no_count(text, second, counts):
        return None
    if join["word"] == "to" and before == "from" and _is_changed(text, first.start):
        return _changed(first, second, what, counts) if what is None or what.signed else None
    share = first.scale == 1 and first.value <= second.value / second.scale and (what is None or what.signed)
    lower = first.value * second.scale if share else first.value
    return _Read(first, counts, "", second.value, lower) if lower < second.value else None


def _second(text: str, first: Number, join: re.Match[str]) -> Number | None:
    """The number after the word or dash that joins two of a range."""
    sign = units().sign_after.match(text, join.end())
    match = SECOND.match(text, sign.end() if sign else join.end())
    second = number(match) if match else None
    if second is None or is_part_of_more(text, second) or (first.year_like(text) and second.year_like(text)):
        return None
    return second


def _is_changed(text: str, at: int) -> bool:
    """Do words of growing or falling stand before, so that "from … to …" tells a change?"""
    start = sentence(text, at)[0]
    return any(word in units().words.changing for word in re.findall(r"[a-z]+", text[max(start, at - 90) : at].lower()))


def _changed(first: Number, second: Number, what: Counted | None, counts: Counted) -> _Read:
    """What a change began with: from 2 to 6 million tonnes, from $20 to $30 million."""
    scale = second.scale if first.scale == 1 and first.value < 1000 else 1.0
    here = replace(what or replace(counts, start=first.start, signed=False), end=first.end)
    return _Read(first, here, lower=first.value * scale)


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
        said.append(_name(match))
        if _VERB.match(text, match.start()):
            break  # the verb is the sentence's own, not the number's
        start = match.start()
    if read.upper is not None and (between := _BETWEEN.search(text, max(done, start - 9), start)):
        start = between.start()
    if read.number.form == "vague" and "at-most" not in said:
        said.append("at-least")
    return start, next((bound for bound in said if bound != "about"), said[0] if said else "exact")


def _name(match: re.Match[str]) -> str:
    return "about" if match.lastgroup in ("about", "tilde") else str(match.lastgroup).replace("_", "-")
