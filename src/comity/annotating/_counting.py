"""What a number counts: money, a measure, or a noun that is reached past its adjectives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.annotating._units import units

if TYPE_CHECKING:
    from comity.annotating._numbers import Number

_BLANK = r"(?:[ \u00a0\u202f]|\n(?=[a-z]))"
_TOKEN = re.compile(rf"{_BLANK}((?:[A-Z]\.){{2,}}|[^\W\d_][\w'’&‑-]*)")
_OF = re.compile(rf"{_BLANK}of(?:{_BLANK}(?:the|its|their|his|her|our|these|those)\b)?(?={_BLANK}\w)")
_OF_WHAT = re.compile(
    rf"{_BLANK}(?:worth{_BLANK})?of(?:{_BLANK}(?:the|its|their|his|her|our|these|those|all|a|an)\b)?(?={_BLANK}\w)"
)
_IN_WHAT = re.compile(rf"{_BLANK}in(?={_BLANK}[a-z])")
_NO_SIGN = re.compile(r"[^\W\d_]")
_ANY_PEOPLE = re.compile(r"[A-Z]\w+(?:ans|landers)\Z")
_ADJECTIVE_PEOPLE = re.compile(r"[A-Z]\w+ese\Z|(?:Lao|Hmong|Kyrgyz|French|Dutch|Irish|Swiss|Basotho|Batswana|Ni-Vanuatu)\Z")
_PLURAL = re.compile(r"[a-z][a-z-]+[^'’us\Wi]s\Z|[a-z][a-z-]{2,}[bcdfghlmnpqrtvxz]is\Z|[A-Z][A-Za-z]*[-‑]?\d+[A-Z]*s\Z")
_MORE = frozenset({"more", "other", "additional", "further", "such", "different", "separate", "extra", "new"})
SHARED = frozenset({"percent", "times"})
_PEOPLE_DO = frozenset(
    {
        "live", "lived", "reside", "resided", "work", "worked", "study", "studied", "died", "perished", "drowned", "fell",
        "fled", "crossed", "arrived", "came", "come", "landed", "lost", "took", "settled", "remain", "remained", "stayed",
        "left", "returned", "entered", "joined", "served", "fought", "visited", "visit", "travelled", "moved", "graduated",
        "held", "received", "sought", "found", "have", "had",
    }
)  # fmt: skip
"""What a people is said to do right behind its name."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted. `start` is before a currency's sign; `head` the noun in lower case, "" for money and measures."""

    start: int
    end: int
    unit: str
    noun: str = ""
    head: str = ""
    signed: bool = False
    distance: int = 0
    """Of a noun, how many words stand between the number and it."""


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    low: str
    start: int
    end: int


def counted(text: str, number: Number, after: int) -> Counted | None:
    """What the number counts, read from `after` on, where words such as "or more" have been passed."""
    if number.form in ("share", "times"):
        unit = "percent" if number.form == "share" else "times"
        return Counted(number.start, number.end, unit, _what(text, number.end, money=False) if number.form == "share" else "")
    of = _OF.match(text, after)
    if of and number.form == "vague":
        after = of.end()
    found = money(text, number, after) or _measure(text, number, after)
    if found or (of and number.value < 4):
        return found
    return noun(text, number, of.end() if of else after)


def money(text: str, number: Number, after: int) -> Counted | None:
    """An amount, by the sign before it or the word behind it."""
    table = units()
    sign = _sign(text, number.start)
    of = _OF.match(text, after) if number.scale > 1 or number.form == "vague" else None
    name = table.money_after.match(text, after) or (table.money_after.match(text, of.end()) if of else None)
    written = re.sub(r"[ \u00a0\u202f\n-]+", " ", name[0]).strip() if name else ""
    behind = table.money.get(written) or table.money.get(written.lower())
    if sign:
        code = table.money[sign[0].strip()]
        if number.value < 1000 and {code, sign[0].strip()} & table.words.doubtful_currencies:
            return None
        end = name.end() if name and behind == code else after
        return Counted(sign.start(), end, code, _what(text, end, money=True), signed=True)
    if name is None or behind is None or (number.value < 1000 and written.lower() in table.words.doubtful_currencies):
        return None
    return Counted(number.start, name.end(), behind, _what(text, name.end(), money=True))


def _sign(text: str, start: int) -> re.Match[str] | None:
    last = text[start - 2 : start].rstrip()[-1:]
    if not last or (last.isalpha() and last.islower() and last not in "hprsł") or last in ",;:()'\"":
        return None
    return units().sign_before.search(text, max(0, start - 6), start)


def _measure(text: str, number: Number, after: int) -> Counted | None:
    table = units()
    found = table.measure_after.match(text, after)
    if found is None or (not found["gap"] and text[after - 1].isalpha()):
        return None
    if found["gap"] == "\n" and not found["word"][0].islower():
        return None
    points = found["word"] if "point" in found["word"] else ""
    return Counted(number.start, found.end(), table.measure[found["word"]], points or _what(text, found.end(), money=False))


def _what(text: str, at: int, *, money: bool) -> str:
    """Up to four words behind "of", and behind "in" for money."""
    link = _OF_WHAT.match(text, at) or (_IN_WHAT.match(text, at) if money else None)
    if link is None:
        return ""
    tokens = _tokens(text, link.end(), 4, glue=False)
    return text[tokens[0].start : tokens[-1].end] if tokens else ""


def _tokens(text: str, at: int, most: int, *, glue: bool) -> list[_Token]:
    """The words from a place on, to the first that cannot stand between a number and its noun."""
    stop = units().words.stop
    found: list[_Token] = []
    while len(found) < most and (match := _TOKEN.match(text, at)):
        low = match[1].lower()
        if low in stop:
            if not (glue and found and low in ("and", "or")):
                break
            glue = False
        found.append(_Token(match[1], low, match.start(1), match.end(1)))
        at = match.end()
    return found


def noun(text: str, number: Number, at: int) -> Counted | None:
    tokens = _tokens(text, at, 5, glue=number.value != 1)
    found = _listed(tokens, one=number.value == 1)
    if found is None and number.value > 1:
        found = _unlisted(tokens)
    if found is None:
        return None
    unit, first, last = found
    while tokens[0].low in _MORE and len(tokens) > 1 and last:
        tokens, first, last = tokens[1:], first - 1, last - 1
    head = " ".join(token.low for token in tokens[max(first, 0) : last + 1])
    end = _and_others(text, tokens[last].end) if unit == "persons" else tokens[last].end
    return Counted(number.start, end, unit, text[tokens[0].start : end], head, distance=max(first, 0))


def _listed(tokens: list[_Token], *, one: bool) -> tuple[str, int, int] | None:
    """The unit, first and last token of the first noun that the lists know."""
    nouns, words = units().one if one else units().nouns, units().words
    for at, token in enumerate(tokens):
        if at + 1 < len(tokens) and (unit := nouns.get(f"{token.low} {tokens[at + 1].low}")):
            return unit, at, at + 1
        unit = nouns.get(token.low)
        if unit is None or token.low in units().words.describing or (token.word.istitle() and token.low != "marines"):
            continue
        if unit == "persons" and token.low in words.persons_plural and _qualifies(tokens[at + 1 :]):
            continue
        if unit == "persons" and token.low == "fighters" and any(re.search(r"\d", before.word) for before in tokens[:at]):
            unit = "units"
        last = at
        while last + 1 < len(tokens) and nouns.get(tokens[last + 1].low) == unit:
            last += 1
        return unit, last, last
    return None


def _qualifies(after: list[_Token]) -> bool:
    """Do the words after a noun say that it tells only the sort of what is counted: police cars?"""
    return any(units().nouns.get(token.low) == "units" for token in after[:2])


def _unlisted(tokens: list[_Token]) -> tuple[str, int, int] | None:
    """A people's name, or the first plural that can be a noun."""
    words = units().words
    if len(tokens) > 1 and _is_people(tokens[0]) and tokens[1].low in _PEOPLE_DO:
        return "persons", 0, 0
    tokens = tokens[: next((at for at, token in enumerate(tokens) if token.low in ("and", "or")), 4)][:4]
    for at, token in enumerate(tokens):
        if _ANY_PEOPLE.match(token.word) or (token.word in words.peoples and token.low.endswith("s")):
            return "persons", at, at
        more = at + 1 < len(tokens) and token.low in words.describing
        if _PLURAL.match(token.word) and not more and token.low not in words.never:
            return "units", at, at
    if tokens and _is_people(tokens[-1]):
        return "persons", len(tokens) - 1, len(tokens) - 1
    return None


def _is_people(token: _Token) -> bool:
    """Is it a people's name that is the same for one and many: 300 Lao?"""
    return _ADJECTIVE_PEOPLE.match(token.word) is not None


def _and_others(text: str, end: int) -> int:
    """Where "technicians and advisers" ends, from the end of its first noun."""
    link = _TOKEN.match(text, end)
    if link is None or link[1] not in ("and", "or"):
        return end
    for token in _tokens(text, link.end(), 2, glue=False):
        if units().nouns.get(token.low) == "persons" and not token.word.istitle():
            return token.end
    return end
