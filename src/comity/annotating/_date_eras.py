"""Years, decades and turns of centuries told in words, cut short, or counted from the birth of Christ.

>>> import re
>>> for text in ("the eighties", "of '56", "in nineteen forty-eight", "AD 802", "in the 80s"):
...     found = [(read, found) for _, form, read in FORMS if (found := re.search(form, text))]
...     print([read({name: told for name, told in match.groupdict().items() if told}) for read, match in found])
['198X']
['1956']
['1948']
['0802']
['198X']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from comity.annotating._date_points import century
from comity.annotating._date_words import CENTURY, NTH

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_HUNDREDS = {word: 13 + at for at, word in enumerate(_TEENS[3:])} | {"twenty": 20}
_YEARS = (
    {word: 10 + at for at, word in enumerate(_TEENS)}
    | {word: 20 + 10 * at for at, word in enumerate(_TENS)}
    | {f"{tens}-{one}": 20 + 10 * at + number for at, tens in enumerate(_TENS) for number, one in enumerate(_ONES, 1)}
)
_PLURALS = {f"{word[:-1]}ies": f"{20 + 10 * at}" for at, word in enumerate(_TENS)}
_SEVERAL = {"two": 2, "three": 3, "four": 4, "five": 5}
_LAST = frozenset({"last", "final", "closing"})

_decade = "|".join([*_PLURALS, *(word.capitalize() for word in _PLURALS)])
_hundred = "|".join(_HUNDREDS)
_rest = "|".join(sorted(_YEARS, key=len, reverse=True))
# What a bare number or word of tens needs before it: elsewhere these are ages and temperatures.
_in_decade = r"(?:(?<=\b[Tt]he )|(?<=\b[Ee]arly[ -])|(?<=\b[Ll]ate[ -])|(?<=\b[Mm]id[ -]))" + "".join(
    rf"(?<!\b{whose} {part}[ -])" for whose in ("h(?:is|er)", "their") for part in ("early", "late", "mid")
)
_of_year = (
    r"(?:(?<=\b[Ii]n )|(?<=\b[Oo]f )|(?<=\b[Bb]y )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Ff]rom )|(?<=\b[Aa]fter )"
    r"|(?<=\b[Bb]efore ))"
)
_christ = r"(?:AD|A\.D\.|CE|C\.E\.)"

Told = Mapping[str, str]


def _of_twentieth(told: Told) -> str:
    """ "the eighties", "the 80s": of the twentieth century, unless another is told."""
    tens = told.get("tens") or _PLURALS[told["plural"].lower()]
    return f"{_HUNDREDS.get(told.get('hundred', ''), 19)}{tens[0]}X"


def _short(told: Told) -> str:
    year = told["short"]
    return f"{'19' if int(year) > 30 else '20'}{year}"


def _spoken(told: Told) -> str:
    return f"{_HUNDREDS[told['hundred']]}{_YEARS[told['rest']]:02}"


def _decade_of_century(told: Told) -> str:
    years = century(told["century"])
    which = told["nth"].lower()
    if not years:
        return ""
    if "several" in told:
        count = 10 * _SEVERAL[told["several"].lower()]
        first, last = (100 - count, 99) if which in _LAST else (0, count - 1)
        return f"{years[:2]}{first:02}/{years[:2]}{last:02}"
    at = 9 if which in _LAST else 0 if which == "opening" else NTH.index(which)
    return f"{years[:2]}{at}X" if at < 10 else ""


def _turn(told: Told) -> str:
    years = century(told["century"]) if "century" in told else "20XX"
    return f"{years[:2]}00~" if years else ""


def _of_christ(told: Told) -> str:
    year = told.get("before") or told.get("behind") or told.get("year") or ""
    if "last" in told:
        return f"{year.zfill(4)}/{told['last'].zfill(4)}" if int(year) < int(told["last"]) else ""
    return year.zfill(4) if int(year) else ""


FORMS: tuple[tuple[str, str, Callable[[Told], str]], ...] = (
    ("ties", rf"(?=[a-zTFSEN]){_in_decade}(?:(?P<hundred>{_hundred})[ -])?(?P<plural>{_decade})\b", _of_twentieth),
    ("0s 0’s 0's", rf"(?=\d){_in_decade}(?P<tens>[2-9]0)[’']?s\b", _of_twentieth),
    ("’ ' ‘", rf"(?=[’'‘]\d){_of_year}[’'‘](?P<short>\d\d)(?![\w’']|[.,]\d)", _short),
    ("een twenty",
     rf"(?=[tfsen][a-z]+[ -][tfsenh]){_of_year}(?P<hundred>{_hundred})[ -](?:hundred(?: and)? )?(?P<rest>{_rest})\b"
     r"(?![ -](?:hundred|thousand|million)|-)",
     _spoken),
    ("decade",
     rf"\b[Tt]he\s+(?P<nth>{'|'.join(NTH[:10])}|last|final|closing|opening)\s+(?:decade|(?P<several>{'|'.join(_SEVERAL)})\s+"
     rf"decades)\s+of\s+the\s+(?P<century>{CENTURY})[\s-]century\b",
     _decade_of_century),
    ("urn of",
     rf"\b[Tt]urn\s+of\s+the\s+(?:(?:{CENTURY})\s+(?:and|to)\s+(?:the\s+)?)?(?P<century>{CENTURY})[\s-]centur(?:y|ies)\b",
     _turn),
    ("urn of", r"\b[Tt]urn\s+of\s+the\s+millennium\b", _turn),
    ("AD A.D CE C.E", rf"\b{_christ}[ \xa0]?(?P<before>\d{{3,4}})\b(?!\s?[–-])", _of_christ),
    ("AD A.D CE C.E",
     rf"(?<![\w.,–-])(?:(?P<year>\d{{3,4}})\s?[–-]\s?(?P<last>\d{{3,4}})|(?P<behind>\d{{3,4}}))[ \xa0]?{_christ}(?!\w)",
     _of_christ),
    ("he year ", r"(?=\d)(?<=\b[Tt]he year )(?P<year>\d{3})\b(?![ ,.]?\d|[ \xa0](?:BC|B\.C))", _of_christ),
)  # fmt: skip
"""For each form what stands in any text that has it, the form, and what reads its named groups as EDTF."""
