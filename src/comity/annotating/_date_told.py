"""Dates told from another date in forms of their own: the 12th inst., over the next three years, until then.

>>> for text in ("of the 12th inst.", "Over the next three years it grew.", "until then", "The following autumn it fell."):
...     print([(words.relative, words.role) for _, _, words in told(text)])
[('near:month+0:XXXX-XX-12', 'of')]
[('text:then to text:year+3', 'in')]
[('text:then', 'until')]
[('text:next:XXXX-23', 'in')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from comity.annotating._date_leads import lead_before
from comity.annotating._date_words import COUNTS, NTH, TENS, TENTHS, count_of
from comity.mentions import DateWords
from comity.spotting import Signs

_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_MONTHS_AWAY = {"i": "+0", "u": "-1", "p": "+1"}
_UNITS = {
    "year": ("year", 1), "month": ("month", 1), "week": ("day", 7), "fortnight": ("day", 14), "day": ("day", 1),
    "decade": ("year", 10), "century": ("year", 100), "centurie": ("year", 100),
}  # fmt: skip
"""The unit in which a count is told, and how many of it one is."""
_PARTS_OF_YEAR = {
    "quarter": {"first": (1, 3), "second": (4, 6), "third": (7, 9), "fourth": (10, 12), "last": (10, 12), "final": (10, 12)},
    "half": {"first": (1, 6), "second": (7, 12), "latter": (7, 12), "last": (7, 12)},
}
_PARTS_OF_CENTURY = {"half": 50, "quarter": 25, "third": 33}
_YEARS = {"this": "pub:year+0", "last": "pub:year-1", "next": "pub:year+1", "the": "near:year+0"}
_AHEAD = re.compile(r"\b(?:will|shall|would|(?:is|are) (?:to|set|due|expected|planned)|plans? to|hopes? to|to be)\b")
_BY = {"until": "until", "till": "until", "up to": "until", "by": "by", "before": "before"}

_unit = "year|month|week|fortnight|day|decade|century|centurie"
_count = rf"(?P<count>{COUNTS})"
_back = r"(?P<way>later|afterwards?|thereafter|earlier|ago)(?!\w| than\b)"
_inexact = r"(?<![\w-])(?<!than\s)(?<!over\s)(?<!some\s)(?<!every\s)"
_year = r"(?P<which>this|last|next|the (?:same|following|next|previous|preceding)|that(?: same)?|the) year(?![\w-]|[’']s| \d)"
_on = r"(?:(?<=\b[Oo]n\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Ss]ince\s)|(?<=\b[Bb]efore\s)|(?<=\b[Bb]y\s)|(?<=\b[Aa]t\s))"
_clause = r"(?:he|she|it|they|we|the|an?|his|her|its|their|at|in|with|both|this|that|when|there)\b(?! \d)"
# A season with a noun behind it belongs to that: a summer palace, the Winter Games.
_told_season = (
    rf"(?=[,.;:)]|$| {_clause}| (?:and|or|but|as|after|before|by|for|from|to|on|until|while|was|were|had|has|have|will|would)\b"
    r"| [a-z]+ed\b| (?!Olympic|Game|Palace|School|Universiade|Paralympic|Festival|University|Institute|War|Offensive|Cup)[A-Z])"
)
_through = r"(?:[Oo]ver|[Ii]n|[Dd]uring|[Ww]ithin|[Ff]or|[Tt]hroughout|[Aa]cross)"
_verb = r"(?=(?: [a-z]+ly)? (?!then\b)[a-z]+(?:ed|en|wn|un|eld|ade|ept|ent|ought|ook|ilt|ew|ose|me|ne)\b)"
_nth = (
    rf"(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|(?:{'|'.join(TENTHS)})|(?:{'|'.join(TENS)})-(?:{'|'.join(NTH[:9])})|{'|'.join(NTH[:19])})"
)


Told = dict[str, str]
"""The named groups of a match; `around` is the text near it."""


def _letter(told: Told) -> str:
    """The 12th inst., ultimo or proximo: of this, the last or the next month."""
    away = _MONTHS_AWAY[told["which"][0].lower()]
    return f"near:month{away}:XXXX-XX-{int(told['day']):02}"


def _day_alone(told: Told) -> str:
    return f"near:on:XXXX-XX-{int(told['day']):02}" if int(told["day"]) < 32 else ""


def _season(told: Told) -> str:
    """The following autumn; that, last, next and this summer."""
    which, season = told["which"].lower().split()[-1], f"XXXX-{_SEASONS[told['season'].lower()]}"
    if which in {"this", "that", "same"}:
        return f"{'pub' if which == 'this' else 'text'}:year+0:{season}"
    by_own = not told["which"].lower().startswith("the")
    return f"{'pub' if by_own else 'text'}:{'next' if which in {'next', 'following'} else 'last'}:{season}"


def _part(told: Told) -> str:
    """The second quarter of this year."""
    if "months" in told:
        count = count_of(told["months"])
        low, high = (1, count) if told["nth"].lower() == "first" else (13 - count, 12)
    else:
        low, high = _PARTS_OF_YEAR[told["part"]].get(told["nth"].lower(), (0, 0))
    if not 0 < low < high <= 12:
        return ""
    which = told["which"].lower()
    away = {"following": "+1", "next": "+1", "previous": "-1", "preceding": "-1"}.get(which.split()[-1], "+0")
    base = _YEARS.get(which, f"text:year{away}")
    return f"{base}:XXXX-{low:02} to {base}:XXXX-{high:02}"


def _period(told: Told) -> str:
    """Over the next three years: from what was told to three years later; the past three years end with the article."""
    unit, each = _UNITS[told["unit"]]
    if "count" not in told and ("many" in told or told["unit"] != "decade"):
        return ""
    count = each * (count_of(told["count"]) if "count" in told else 1)
    about = "~" if "about" in told else ""
    way = told["way"].lower()
    if way in {"past", "last"}:
        return f"pub:{unit}-{count}{about} to pub:{unit}+0"
    if way in {"previous", "preceding", "prior"}:
        return f"text:{unit}-{count}{about} to text:then"
    if way == "coming" or (way == "next" and (_AHEAD.search(told["around"]))):
        return f"pub:{unit}+0 to pub:{unit}+{count}{about}"
    return f"text:then to text:{unit}+{count}{about}"


def _counted(told: Told) -> str:
    unit, each = _UNITS[told["unit"]]
    way, count = told["way"].split()[0].lower(), each * count_of(told["count"])
    if "exact" in told:
        unit = "anniversary" if unit == "year" else unit
    base = "pub" if way == "ago" else "text"
    sign = "-" if way in {"ago", "earlier", "before"} else "+"
    return f"{base}:{unit}{sign}{count}{'~' if 'about' in told else ''}"


def _fraction(told: Told) -> str:
    """Half a century later."""
    count = _PARTS_OF_CENTURY[told["fraction"].lower()] if told["unit"] == "century" else 5
    if told["unit"] == "decade" and told["fraction"].lower() != "half":
        return ""
    base, sign = ("pub", "-") if told["way"] == "ago" else ("text", "-" if told["way"] == "earlier" else "+")
    return f"{base}:year{sign}{count}"


def _anniversary(told: Told) -> str:
    nth = told["nth"].lower()
    if nth[0].isdigit():
        return f"text:anniversary+{int(nth[:-2])}"
    if nth in NTH:
        return f"text:anniversary+{1 + NTH.index(nth)}"
    tens, _, ones = nth.partition("-")
    return f"text:anniversary+{TENS[tens] + 1 + NTH.index(ones) if ones else 20 + 10 * TENTHS.index(tens)}"


def _then(_: Told) -> str:
    return "text:then"


def _same(told: Told) -> str:
    return f"text:{told['unit']}+0"


def _beside_today(told: Told) -> str:
    return {"before yesterday": "pub:day-2", "after tomorrow": "pub:day+2"}.get(told.get("beside", ""), "pub:day-1")


_FORMS: tuple[tuple[str, str, Callable[[Told], str], str], ...] = (
    ("inst|ult|prox",
     r"\b(?:[Tt]he )?(?P<day>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)? (?P<which>inst|ult|prox)(?:ant|imo)?\b\.?", _letter, ""),
    ("the", rf"(?=the){_on}the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?=[,.;:)]| {_clause}| of the month\b)", _day_alone, ""),
    ("spring|summer|autumn|fall|winter",
     r"\b(?P<which>[Tt]he (?:following|next|previous|preceding|same)|[Tt]hat|[Ll]ast|[Nn]ext|[Tt]his) "
     rf"(?P<season>spring|summer|autumn|fall|winter){_told_season}", _season, ""),
    (" year",
     r"\b(?:[Tt]he )?(?P<nth>first|second|third|fourth|last|final|latter)[\x20-]"
     rf"(?:(?P<part>quarter|half)|(?P<months>{COUNTS}) months) of {_year}", _part, ""),
    ("next|following|ensuing|subsequent|coming|past|last|previous|preceding|prior",
     rf"\b{_through} the (?P<way>next|following|ensuing|subsequent|coming|past|last|previous|preceding|prior) "
     rf"(?:(?P<about>nearly|almost|about|some|around|roughly) )?(?:{_count} )?(?P<unit>{_unit})(?P<many>s?)(?![\w-]| of\b|[’'])",
     _period, ""),
    ("later|earlier| ago|after",
     r"(?<![\w-])(?P<about>[Ss]ome|[Aa]bout|[Aa]round|[Rr]oughly|[Nn]early|[Aa]lmost|[Aa]pproximately) "
     rf"{_count} (?P<unit>{_unit})s? {_back}", _counted, ""),
    ("century|decade",
     r"\b(?:[Aa] )?(?P<fraction>[Hh]alf|[Qq]uarter|[Tt]hird)(?: of)?(?: an?|-) ?(?P<unit>century|decade) "
     r"(?P<way>later|earlier|ago)\b",
     _fraction, ""),
    ("fortnight|centur", rf"{_inexact}{_count} (?P<unit>fortnight|century|centurie)s? {_back}", _counted, ""),
    ("after|before",
     rf"{_inexact}{_count} (?P<unit>{_unit})s? (?P<way>after|before)(?: (?:that|this)(?=[,.;:)]| {_clause}|$)|(?=[,.;:)]|$))",
     _counted, ""),
    ("to the day",
     rf"(?<![\w-]){_count} (?P<unit>year|decade)s? (?P<exact>to the day) (?P<way>after|later|before|earlier)"
     r"(?: (?:that|this)\b)?",
     _counted, ""),
    ("anniversary", rf"(?=the|its){_on}(?:the|its|their) {_nth} anniversary(?![’']| [a-z]+ of\b| of\b)", _anniversary, ""),
    ("date", r"\b(?:[Oo]n|[Ff]rom) (?:that|the same) date\b", lambda told: "text:day+0", ""),
    ("latter", r"\b[Tt]he latter (?P<unit>year|month|day|decade|century)\b", _same, ""),
    ("then|that",
     r"\b(?P<by>[Uu]ntil|[Tt]ill|[Uu]p to|[Bb]y|[Bb]efore) (?:then|that (?:time|date|point|moment))(?![\w-])", _then, "by"),
    ("since", rf"(?=since)(?:(?<=\bhas\s)|(?<=\bhave\s)|(?<=\bhad\s))since{_verb}", _then, "since"),
    ("later",
     rf"(?=later)(?:(?<=\bwas\s)|(?<=\bwere\s)|(?<=\band\s)|(?<=\bwho\s)|(?<=\bwhich\s)|(?<=\bthey\s)|(?<=\bit\s))later{_verb}"
     r"(?![^.;:!?\n]{0,90}\b(?:1\d|20)\d\d\b)", _then, "after"),
    ("ears|ecades|onths|eeks|enturies|eriod|ime",
     rf"\b{_through} the (?:(?:next|following|subsequent|ensuing|later|intervening) (?:few |several |many )?"
     r"(?:years|decades|months|weeks|centuries)"
     r"|(?:years|decades|months|weeks|period|time)(?: immediately)? (?:that|which) followed"
     r"|(?:years|decades|months|weeks) (?:thereafter|afterwards?|following(?=[,.;])))"
     r"(?![\w-]| of\b| the\b|[’'])", _then, "after"),
    ("e day |t night",
     r"\b[Tt]he day (?P<beside>before yesterday|after tomorrow)\b|\b[Ll]ast night\b", _beside_today, ""),
)  # fmt: skip
"""For each form what stands in any text that has it, the form, what it asks of the context, and the word that binds it."""
_ALL = tuple(
    (tuple(signs.split("|")), re.compile(form.replace(" ", r"[\x20\n\xa0\u202f]{1,2}")), read, role)
    for signs, form, read, role in _FORMS
)
_SIGNS = Signs(sign for signs, *_ in _ALL for sign in signs)


def told(text: str) -> Iterator[tuple[int, int, DateWords]]:
    """The dates of a text in such forms, none inside another."""
    taken: list[tuple[int, int]] = []
    present = _SIGNS.within(text)
    for signs, form, read, role in _ALL if present else ():
        for match in () if present.isdisjoint(signs) else form.finditer(text):
            if any(match.start() < high and low < match.end() for low, high in taken):
                continue
            groups = {name: words for name, words in match.groupdict().items() if words}
            relative = read({**groups, "around": text[max(0, match.start() - 60) : match.end() + 60]})
            if not relative:
                continue
            taken.append(match.span())
            lead = lead_before(text, match.start())
            bound = _BY.get(groups["by"].lower(), "by") if "by" in groups else role or lead.role or "in"
            yield match.start() - lead.bound_length(with_other=False), match.end(), DateWords("", relative, bound)
