"""What a number borrows from the words around it: the noun of the number before, the currency of its time.

>>> from comity.annotating.quantities import find
>>> [quantity.unit for _, _, quantity in find("Of the 90 nurses who left for Accra, 30 came back.")]
['persons', 'persons']
>>> [quantity.unit for _, _, quantity in find("The number of Danish firms in Mali rose to 40.")]
['companies']
>>> [quantity.unit for _, _, quantity in find("The USSR lent Mali 9 million roubles.")]
['SUR']
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from comity.annotating._counting import Counted, noun
from comity.annotating._units import units

if TYPE_CHECKING:
    from comity.annotating._numbers import Number
    from comity.mentions import Quantity

_FARTHEST = 160  # characters back to the noun that is not said again
_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z\"“(])")
_YEAR = re.compile(r"(?<![\d.,/-])1[0-9]{3}(?![\d,]|\.\d)")
_OF_THEM = re.compile(r"\s(?:of|among) (?:them|whom|which|these|those)\b")
_HEDGE = r"(?:(?:about|some|nearly|almost|only|at least|over|more than)\s)?\Z"
_WITH_THEM = re.compile(r"(?:\b(?:of|among) (?:whom|which|them|these|those)|\b[Aa]mong them),?\s" + _HEDGE)
_WHOLE = re.compile(r"(?:Out of|Of|Among) (?:the|these|those|some|its|their|all|about|nearly|over|more)\b")
_SAYS_WHAT = re.compile(
    r"\s(?:were|was|are|came|had|have|went|died|stayed|remained|returned|survived|left|arrived|belonged|live|lived|did|fell)\b"
)
_NUMBER_OF = re.compile(r"\b[Nn]umbers? of\b")
_NUMBERED = re.compile(r"\bnumber(?:ed|ing|s)?\s(?:(?:about|some|nearly|almost|over|only|around|more than|at least|up to)\s)?\Z")
_BODY = re.compile(
    r"\b(?:diaspora|community|minority|population|contingent|garrison|army|force|colony|workforce|expedition|mission|staff|delegation"
    r"|corps|detachment|battalion|regiment|brigade)\b"
)
_REACHES = re.compile(
    r"(?:\b(?:to|at|is|was|are|were|be|been|being|of|from|totall?(?:ed|ing|s)|reach(?:ed|es|ing)?|exceed(?:s|ed|ing)?|surpassed|hit"
    r"|number(?:ed|s|ing)?|estimated|approached|topped)\s|\(|:\s)(?:(?:now|already|currently|only|just|about|around|some|nearly|almost|over"
    r"|more than|approximately|roughly|an estimated|estimated at|up to|at least|close to|well over)\s){0,2}\Z"
)
_IS_SUM = re.compile(
    r"\s?(?:[.;:,)–—]|\Z)|\s(?:in|for|to|by|from|at|a|per|and|or|but|went|was|came|has|had|as|on|between|during|over|under|two|three"
    r"|of (?:the|its|that|this)|(?:last|this|the|next) (?:year|same|first|second|third|previous|following)|annually|yearly"
    r"|respectively|each|more|less)\b"
)
"""What may stand behind a sum whose currency is not told again."""
_NO_SUM = re.compile(
    r"\b(?:people|population|inhabitants|persons|refugees|citizens|barrels|tonnes|tons|voters|visitors|tourists)\b", re.IGNORECASE
)
_OF_SORT = re.compile(r"\sfrom (?=[A-Z])|\s(?:of|from) (?:its|their|his|her) own\b|\sof (?:them|whom|these|those)\b")
"""How a number goes on that counts what the one before it did: 600 soldiers, and 200 from Togo."""
_FACTOR = re.compile(r"\bby a factor of\s" + _HEDGE)


def borrowed(text: str, number: Number, before: Quantity | None, at: int) -> Counted | None:
    """What a number without a noun counts, where the quantity that ends at a place tells it."""
    if number.form not in ("digits", "words") or number.year_like(text):
        return None
    if _FACTOR.search(text, max(0, number.start - 40), number.start):
        return Counted(number.start, number.end, "times")
    return (
        _of_number(text, number)
        or _numbered(text, number)
        or _of_money(text, number, before, at)
        or _of_these(text, number, before, at)
    )


def _of_money(text: str, number: Number, before: Quantity | None, at: int) -> Counted | None:
    """The currency of the sum before, where millions are told without one: from $2 million in 1990 to 5 million in 2000."""
    if before is None or not before.money or number.scale < 1e5:
        return None
    between = text[at : number.start]
    near = number.start - at <= _FARTHEST and "\n\n" not in between and not _END.search(between)
    if not near or not _IS_SUM.match(text, number.end) or _NO_SUM.search(between):
        return None
    return Counted(number.start, number.end, before.unit)


def _of_these(text: str, number: Number, before: Quantity | None, at: int) -> Counted | None:
    """The noun of the quantity before, of which this number is a part."""
    if before is None or not before.noun or before.money or before.unit == "percent":
        return None
    alike = number.value > 1 and _OF_SORT.match(text, number.end)
    if not alike and number.value >= before.value:
        return None
    between = text[at : number.start]
    if number.start - at > _FARTHEST or "\n\n" in between or _END.search(between):
        return None
    said = alike or _OF_THEM.match(text, number.end) or _WITH_THEM.search(between)
    if said or (_SAYS_WHAT.match(text, number.end) and _WHOLE.match(text, sentence(text, number.start)[0])):
        return Counted(number.start, number.end, before.unit, before.noun)
    return None


def _of_number(text: str, number: Number) -> Counted | None:
    """The noun of "the number of …", or people where a body of them is numbered."""
    start = max(sentence(text, number.start)[0], number.start - _FARTHEST)
    if number.value < 2 or not _REACHES.search(text, max(start, number.start - 40), number.start):
        return None
    if told := _NUMBER_OF.search(text, start, number.start):
        what = noun(text, number, told.end())
        return replace(what, start=number.start, end=number.end) if what else None
    body = _BODY.search(text, start, number.start)
    between = text[body.end() : number.start] if body else ""
    if body is None or re.search(r"\d|\b(?:in|since|from|until|by) (?:about |early |late )?\Z", between) or number.value < 10:
        return None
    direct = re.match(r" of (?:[a-z]+ ){0,2}\Z", between) or re.search(
        r"\b(?:number(?:s|ed|ing)?|estimated|totall?(?:s|ed|ing)?|exceed)\b", between
    )
    return Counted(number.start, number.end, "persons", body[0]) if direct else None


def _numbered(text: str, number: Number) -> Counted | None:
    """The people that number so many: the Danish troops in Mali numbered 300."""
    start = max(sentence(text, number.start)[0], number.start - _FARTHEST)
    verb = _NUMBERED.search(text, max(start, number.start - 30), number.start)
    if number.value < 2 or verb is None:
        return None
    told = re.findall(r"[a-z]+", text[start : verb.start()])
    who = next((word for word in told if units().nouns.get(word) == "persons"), "")
    return Counted(number.start, number.end, "persons", who) if who else None


def sentence(text: str, at: int) -> tuple[int, int]:
    """About where the sentence around a place begins and ends.

    >>> text = "Peru paid. Chile lent 9 francs. Fiji left."
    >>> text[slice(*sentence(text, 20))]
    'Chile lent 9 francs. '
    """
    first = max(0, at - 400)
    starts = [match.end() for match in _END.finditer(text, first, at)]
    end = _END.search(text, at, at + 400)
    paragraph = text.rfind("\n\n", first, at)
    start = max([starts[-1] if starts else first, paragraph + 2 if paragraph >= 0 else first])
    return start, end.end() if end else min(len(text), at + 400)


def currency(text: str, code: str, at: int) -> str:
    """The currency that a word for it meant at the time of which its sentence tells."""
    earlier = units().words.earlier_currencies.get(code)
    if earlier is None:
        return code
    around = text[slice(*sentence(text, at))]
    years = [int(year) for year in _YEAR.findall(around)]
    said = re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, earlier.words))})(?!\w)", around)
    return earlier.code if said or (years and max(years) <= earlier.until) else code
