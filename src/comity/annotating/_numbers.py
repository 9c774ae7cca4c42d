"""Numbers in digits and in words: where one stands, how much it is, and how it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Form = Literal["digits", "words", "vague", "share", "times"]

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: number for number, word in enumerate(_ONES + _TEENS)} | {word: 20 + 10 * at for at, word in enumerate(_TENS)}
_LONG = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "milliard": 1e9,
    "trillion": 1e12,
    "crore": 1e7,
    "lakh": 1e5,
    "dozen": 12.0,
    "score": 20.0,
}
_SHORT = {
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "mio": 1e6,
    "mrd": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "k": 1e3,
    "m": 1e6,
    "b": 1e9,
}
_VAGUE = {"ten": 10.0, **_LONG}
_PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_TIMES = {
    "double": 2,
    "doubled": 2,
    "doubling": 2,
    "doubles": 2,
    "treble": 3,
    "trebling": 3,
    "quadruple": 4,
    "quadrupling": 4,
    "quintupled": 5,
    "sextupled": 6,
    "thrice": 3,
    "triple": 3,
    "tripled": 3,
    "tripling": 3,
    "trebled": 3,
    "quadrupled": 4,
    "twice": 2,
}
_MIXED = {"½": 0.5, "¼": 0.25, "¾": 0.75}

SCALE = "hundred|thousand|million|milliards?|billion|trillion|crores?|lakhs?|dozen"
"""What multiplies the number before it, spelled out."""

_small = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[1:])}))?|{'|'.join(_TEENS)}|{'|'.join(_ONES)})\b"
_group = rf"(?:{_small})(?: and a half\b)?(?:[ -]hundred\b)?(?:(?:(?<=hundred) and |(?<=hundred)[ -]){_small}(?![ -]hundred\b))?"
_more = rf"(?<=thousand|.million)(?:(?:,| and|, and) {_group}(?![ -](?:{SCALE}|{_small})\b)| {_group}(?:[ -](?:{SCALE})\b)?)"
_lead = rf"an?(?= (?:{SCALE})\b)|a score(?= of\b)|half(?: an?)?(?=[ -](?:{SCALE})\b)"
_words = rf"(?:{_lead}|{_group})(?:[ -](?:{SCALE})\b){{0,3}}(?:{_more})?"
_vague = (
    r"(?:(?:tens|scores|dozens|hundreds|thousands) of (?:thousands|millions|billions|hundreds)"
    r"|(?:several|many|(?:quite )?a few|some few) (?:dozen|hundred|thousand|million|billion)s?"
    r"(?: (?:thousand|million|billion)s?)?"
    r"|(?:tens|scores|dozens|hundreds|thousands|millions|billions|trillions)(?= of\b))\b"
)
_share = (
    rf"(?:(?:an?|{'|'.join(_ONES[1:])})(?:-(?:half|third|quarter|fourth|fifth|tenth)|[ -](?:halves|thirds|quarters|fourths|fifths"
    r"|sixths|sevenths|eighths|ninths|tenths))\b"
    r"|(?:an?|one) (?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?= of\b)"
    r"|(?<=\bby )(?:an?|one) (?:half|third|quarter|fifth)\b|half(?= (?:of|the|its|their|all)\b))"
)
_times = rf"(?:(?:{'|'.join(_ONES[2:] + _TEENS + _TENS)}|hundred)-?fold|{'|'.join(_TIMES)})\b"
_scale = (
    rf"(?:(?:[ \u00a0\u202f-]|&nbsp;)?(?i:{SCALE}|mln|bln|trn|mio|mrd|mn|bn|tn)\b(?:[ -](?:{SCALE})\b|\.(?= (?:[a-z]|U\.?S)))?"
    r"|[ \u00a0\u202f]?[MB](?=[€$£¥])|[kKmMbB]\b(?![²³]))"
)
_plain = (
    r"[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]+)?(?![0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}(?![0-9,])"
    r"|[0-9]{1,3}(?:['’][0-9]{3}){1,6}(?![0-9])|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}){1,6}(?![0-9,])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,6}(?![0-9])"
    rf"|[0-9]{{1,15}},[0-9]{{1,2}}(?=\s?(?:%|per\s?cent|{SCALE}))|[0-9]{{1,15}}(?:\.[0-9]+)?(?![0-9])[½¼¾]?|[½¼¾]"
)
_alone = (
    r"(?:(?<![\w,:/\\=&#@%+.])(?<!\w[-‑])(?<![0-9][–—])(?<!\*)|(?<=\b[A-Z]{3})|(?<=\bR)|(?<=\bR[smp])|(?<=\bRs\.)|(?<=\bFr\.))"
)
_digits = rf"(?P<figure>{_plain})(?P<scale>{_scale})?"
_first = "[abdefhmnoqstzABDEFHMNOQSTZ]"
_spoken = rf"(?<![-‑/_=&])\b(?={_first})(?i:(?P<times>{_times})|(?P<share>{_share})|(?P<vague>{_vague})|(?P<words>{_words}))"
NUMBER = re.compile(rf"{_spoken}|(?=[0-9½¼¾]){_alone}(?:(?P<fold>[0-9]{{1,6}}-?fold\b)|{_digits})")
"""One number that is no part of a name or of a longer figure."""
SECOND = re.compile(rf"\b(?i:(?P<words>{_words}))|{_digits}")
"""The second number of a range, whatever stands before it."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands in a text. `scale` is what its last word multiplies by: 4.9 billion has 1e9."""

    start: int
    end: int
    value: float
    form: Form
    scale: float = 1.0

    def year_like(self, text: str) -> bool:
        """Is it written as years are: four digits, from 1200 to 2100?"""
        return (
            self.form == "digits"
            and self.end - self.start == 4
            and 1200 <= self.value <= 2100
            and text[self.start : self.end].isdigit()
        )


def number(match: re.Match[str]) -> Number:
    """What a match of NUMBER is worth."""
    form = match.lastgroup
    start, end = match.span()
    if form in ("times", "fold"):
        return Number(start, end, _of_times(match[0].lower()), "times")
    if form == "share":
        return Number(start, end, _of_share(match[0].lower()), "share")
    if form == "vague":
        return Number(start, end, _product(match[0].lower()), "vague")
    if form == "words":
        value, scale = _of_words(match[0].lower())
        return Number(start, end, value, "words", scale)
    figure, scaled = match["figure"], match["scale"]
    if not scaled and figure.isdecimal():
        return Number(start, end, float(figure), "digits")
    scale = _of_scale(scaled or "")
    return Number(start, end, float(f"{_of_figure(figure) * scale:.15g}"), "digits", scale)


def _of_figure(written: str) -> float:
    bare = re.sub(r"[ \u00a0\u202f'’]", "", written)
    rest = _MIXED.get(bare[-1], 0.0)
    bare = bare.rstrip("½¼¾")
    if re.fullmatch(r"[0-9]+,[0-9]{1,2}", bare):
        bare = bare.replace(",", ".")
    if bare.count(".") > 1:
        bare = bare.replace(".", "")
    return float(bare.replace(",", "") or 0) + rest


def _of_scale(written: str) -> float:
    word = written.removeprefix("&nbsp;").strip(" \u00a0\u202f-.").lower()
    return _SHORT[word] if word in _SHORT else _product(word)


def _product(words: str) -> float:
    """The scale words multiplied; 1 where there is none."""
    value = 1.0
    for word in re.findall(r"[a-z]+", words):
        value *= _VAGUE.get(word.removesuffix("s"), 1.0)
    return value


def _of_words(words: str) -> tuple[float, float]:
    """The value of number words, and what the scale words at their end multiply by."""
    total, current, last = 0.0, 0.0, 1.0
    for word in re.findall(r"[a-z]+", words.replace("and a half", "half")):
        scale = _LONG.get(word.removesuffix("s"))
        if scale is None:
            current += 0.5 if word == "half" else _SMALL.get(word, 0)
            last = 1.0
            continue
        last *= scale
        if scale <= 100:
            current = (current or 1) * scale
        elif current or not total:
            total, current = total + (current or 1) * scale, 0.0
        else:
            total *= scale
    return total + current, last


def _of_share(words: str) -> float:
    """A fraction in percent, to two decimals: two thirds are 66.67."""
    parts = re.findall(r"[a-z]+", words)
    count = next((_SMALL[word] for word in parts if word in _SMALL), 1)
    return round(100 * count / _PARTS[parts[-1].removesuffix("s")], 2)


def _of_times(word: str) -> float:
    if word in _TIMES:
        return _TIMES[word]
    count = word.removesuffix("fold").rstrip("-")
    return float(count) if count.isdigit() else float(_SMALL.get(count, 100))
