"""Dates in forms of their own: formulas of treaties, old and new style, Roman months, quarters, glued words of scraped pages.

>>> [next(odd(text))[2].edtf for text in ("this sixth day of May 1931", "14 (26) October 1875", "7.XI.1949", "Sept.3,2018")]
['1931-05-06', '1875-10-26', '1949-11-07', '2018-09-03']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from string import ascii_uppercase, digits

from comity import edtf
from comity.annotating import _date_doubt as doubt
from comity.annotating import _date_eras as eras
from comity.annotating._date_measured import MEASURED, measured
from comity.annotating._date_words import COUNT, MONTH_NAMES, MONTH_NUMBER
from comity.annotating._numbers import NUMBER, number
from comity.mentions import DateWords
from comity.spotting import Signs

_month = "|".join([*MONTH_NAMES, *(name.upper() for name in MONTH_NAMES), *(f"{name[:3]}t?\\.?" for name in MONTH_NAMES)])
_month = f"(?:{_month})"
_day, _year = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?", r"(?:1\d|20)\d\d"
_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth"
    " twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_ORDINALS = _WORDS.split()
_ordinal = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_CENTURIES = {numeral: number for number, numeral in enumerate(
    [*_ROMAN[11:], "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI"], 11)}  # fmt: skip
_FEASTS = {"New Year's Day": "01-01", "Christmas Day": "12-25", "Christmas Eve": "12-24", "New Year's Eve": "12-31"}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "latter": 2}
_in_words = r"(?:one thousand|nineteen hundred|eighteen hundred|two thousand)[a-z ,-]*[a-z]"

Told = dict[str, str]


def _date(year: str, month: str, day: str) -> str:
    """The day in EDTF; "" where the calendar has none such."""
    digits = re.sub(r"\D", "", day)
    found = f"{year}-{int(month):02}-{int(digits):02}"
    return "" if edtf.fault(found) else found


def _of_month(name: str) -> str:
    return str(MONTH_NUMBER[name[:3].lower()])


def _plain(told: Told) -> str:
    return _date(told["year"], _of_month(told["month"]), told["day"])


def _formula(told: Told) -> str:
    day = told["day"] if told["day"][0].isdigit() else str(_ORDINALS.index(told["day"].lower()) + 1)
    year = told["year"] if told["year"].isdigit() else _year_in_words(told["year"])
    return _date(year, _of_month(told["month"]), day) if year else ""


def _year_in_words(words: str) -> str:
    found = NUMBER.search(words.lower().replace("nineteen hundred", "one thousand nine hundred"))
    value = int(number(found).value) if found else 0
    return str(value) if 1200 <= value <= 2100 else ""


def _new_style(told: Told) -> str:
    """The later of two days, the new style; the first where the other is marked as old."""
    if told.get("old"):
        return _date(told["year"], _of_month(told["month"]), told["day"])
    return _date(told.get("year2") or told["year"], _of_month(told.get("month2") or told["month"]), told["day2"])


def _broken(told: Told) -> str:
    """A month that the end of a line has broken: Octo-ber."""
    name = re.sub(r"[-\xad\s]", "", told["broken"])
    return _date(told["year"], _of_month(name), told["day"]) if name in MONTH_NAMES else ""


def _monthly(told: Told) -> str:
    month = told["number"] if "number" in told else _of_month(told["month"])
    return f"{told['year']}-{int(month):02}"


def _fiscal(told: Told) -> str:
    year = told["year"]
    return f"{year}/{year[:2]}{told['next']}" if "next" in told and told["next"] > year[2:] else year


def _part_of_year(told: Told) -> str:
    year, half = told["year"], told.get("half") or told.get("half2")
    if half:
        return f"{year}-01/{year}-06" if half.lower() in {"first", "1"} else f"{year}-07/{year}-12"
    if "months" in told:
        count = int(told["months"]) if told["months"].isdigit() else COUNT.get(told["months"].lower(), 0)
        first = told["which"].lower() == "first"
        return (f"{year}-01/{year}-{count:02}" if first else f"{year}-{13 - count:02}/{year}-12") if 1 < count < 12 else ""
    which = told.get("quarter", "")
    at = int(told["q"]) if "q" in told else _QUARTERS.get(which.lower(), 0)
    return f"{year}-{3 * at - 2:02}/{year}-{3 * at:02}" if at else ""


# The letters of which a form needs some: "" for a month's, GLUED for a figure and a capital, YEAR-FIRST for a figure and a month.
_FORMS: tuple[tuple[str, str, Callable[[Told], str]], ...] = (
    ("", rf"\b(?:[Tt]his|[Tt]he)\s+(?P<day>{_day}|(?i:{_ordinal}))(?:\s+day)?\s+of\s+(?P<month>{_month}),?\s+"
     rf"(?:in\s+the\s+year\s+)?(?P<year>{_year}\b|{_in_words})", _formula),
    ("(", rf"\b(?P<day>{_day})\s+\((?P<day2>{_day})\)\s+(?P<month>{_month})\s+(?P<year>{_year})\b", _new_style),
    ("(", rf"\b(?P<day>{_day})\s+(?P<month>{_month})\s+\((?P<day2>{_day})\s+(?P<month2>{_month})"
     rf"(?P<old>,?\s+(?:O\.?S\.?|old style))?\)\s+(?P<year>{_year})\b", _new_style),
    ("(", rf"\b(?P<day>{_day})\s+(?P<month>{_month})\s+(?P<year>{_year})\s+\((?P<day2>{_day})\s+(?P<month2>{_month})\s+"
     rf"(?P<year2>{_year})\)",
     _new_style),
    ("-", rf"\b(?P<day>{_day})-(?P<month>{_month})-(?P<year>{_year})\b", _plain),
    ("I V X", rf"(?<![\d.])(?P<day>{_day})(?P<mark>[./ ])(?P<roman>[IVX]{{1,4}})(?P=mark)(?P<year>{_year})\b",
     lambda told: _date(told["year"], str(_ROMAN.index(told["roman"])), told["day"]) if told["roman"] in _ROMAN else ""),
    ("", rf"(?<!\d)(?P<day>{_day})(?:(?P<month>{_month})\s?|\s(?P<month2>{_month}))(?P<year>{_year})(?!\d)",
     lambda told: _date(told["year"], _of_month(told.get("month") or told["month2"]), told["day"])),
    ("", rf"(?<![a-z])(?P<month>{_month})\s?(?P<day>{_day})\s?,\s?(?P<year>{_year})(?!\d)", _plain),
    ("GLUED",
     rf"(?<!\d)(?:(?P<day>{_day})\s(?P<month>{_month})|(?P<month2>{_month})\s(?P<day2>{_day}),?)\s(?P<year>{_year})(?=[A-Z][a-z])",
     lambda told: _date(told["year"], _of_month(told.get("month") or told["month2"]), told.get("day") or told["day2"])),
    ("GLUED", rf"(?<![\w-])(?P<month>{_month})\s(?P<year>{_year})(?=[A-Z][a-z])", _monthly),
    ("- \xad", rf"(?<!\d)(?P<day>{_day})\s+(?P<broken>[A-Z][a-z]+[-\xad]\s?[a-z]+)\s+(?P<year>{_year})\b", _broken),
    ("- \xad", rf"\b(?P<broken>[A-Z][a-z]+[-\xad]\s?[a-z]+)\s+(?P<day>{_day}),\s+(?P<year>{_year})\b", _broken),
    ("NONE", r"(?<![\w.,:/#-])(?=[12][90]\d{6})"
     r"(?P<serial>(?P<year>(?:19|20)\d\d)(?P<month2>0[1-9]|1[0-2])(?P<day>[0-3]\d))(?![\w%/-]|[.,:]\d)",
     lambda told: _date(told["year"], told["month2"], told["day"])),
    ("/", r"(?<![\w.,:/#-])(?P<serial>(?P<number>0[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d))(?![\w%/-]|[.,:]\d)", _monthly),
    ("YEAR-FIRST",
     rf"\b(?P<year>{_year}) (?P<month>{'|'.join(sorted(MONTH_NAMES))}) (?P<day>{_day})(?=[,.;:)]|\s+[a-z])", _plain),
    ("FY", rf"\bFY\s?(?P<year>{_year})(?:[/–-](?P<next>\d\d))?(?![\w/–-])", _fiscal),
    ("’ ' ‘", rf"\b(?P<month>{_month})\s[’'‘](?P<year>\d\d)\b",
     lambda told: f"{'19' if int(told['year']) > 30 else '20'}{told['year']}-{int(_of_month(told['month'])):02}"),
    ("Day Eve", rf"\b(?P<feast>{'|'.join(_FEASTS)})(?:,|\s+of)?\s+(?P<year>{_year})\b",
     lambda told: f"{told['year']}-{_FEASTS[told['feast']]}"),
    ("half quarter month Q H",
     r"\b(?:[Tt]he\s+)?(?:(?P<half>first|second|last|latter)[ -]half|(?P<quarter>first|second|third|fourth|last|final)[ -]quarter"
     rf"|(?P<which>first|last)\s+(?P<months>\d+|\w+)\s+months|Q(?P<q>[1-4])|H(?P<half2>[12]))(?:\s+of|,)?"
     rf"\s+(?P<year>{_year})\b", _part_of_year),
    (") ]", rf"\b(?P<year>{_year})\s?[–—-]\s?(?=[)\]])", lambda told: f"{told['year']}/.."),
    ("re-", rf"\b[Pp]re-(?P<year>{_year})\b(?!-)", lambda told: f"../{told['year']}"),
    ("nd-",
     rf"\b[Ee]nd-(?:(?P<month>{_month})\s)?(?P<year>{_year})\b(?!-)",
     lambda told: _monthly(told) if "month" in told else told["year"]),
    ("ost-", rf"\b[Pp]ost-(?P<year>{_year})\b", lambda told: f"{told['year']}/.."),
    ("century", r"\b(?:the\s+)?(?P<century>[XVI]{2,5})(?:th)?\s+century\b",
     lambda told: f"{_CENTURIES[told['century']] - 1}XX" if told["century"] in _CENTURIES else ""),
)  # fmt: skip
_SIGNS_OF = {
    "": [part for name in MONTH_NAMES for part in (name[:3], name[:3].upper())],
    "GLUED": [f"{digit}{letter}" for digit in digits for letter in ascii_uppercase],
    "YEAR-FIRST": [f"{digit} {name}" for digit in digits for name in MONTH_NAMES],
    "NONE": [],
}
_ANY = tuple(
    (tuple(_SIGNS_OF.get(signs, signs.split())), re.compile(form), read)
    for signs, form, read in (*_FORMS, (" year month decade", MEASURED, measured), *eras.FORMS)
)
_SIGNS = Signs(sign for signs, *_ in _ANY for sign in signs)
_WORTH = re.compile(r"\d|centur|day of|hundred|t(?:y|ies|een)\b|millennium")


def _binds(point: str) -> str:
    return "since" if point.endswith("/..") else "before" if point.startswith("../") else "in"


def odd(text: str) -> Iterator[tuple[int, int, DateWords]]:
    """The dates of a text in such forms, none inside another."""
    taken: list[tuple[int, int]] = []
    if not _WORTH.search(text):
        return
    present = _SIGNS.within(text)
    for signs, form, read in _ANY:
        for match in () if signs and present.isdisjoint(signs) else form.finditer(text):
            told = {name: value for name, value in match.groupdict().items() if value}
            point = read(told)
            if not point or ("serial" in told and doubt.is_serial(text, match.start(), match.end())):
                continue
            if not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
                yield *match.span(), DateWords(point, "", _binds(point))
