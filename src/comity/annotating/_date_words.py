"""The words of dates and the expressions built of them; a blank in an expression stands for any gap between two words.

`CORE` finds what begins with a number, a month or a weekday, and one further end after a dash, "to", "until" or "and";
`RELATIVE` what is told from another date ("the following year"); `LEAD` the words before them ("by the end of").
"""

from __future__ import annotations

import re

_GAP = r"[\x20\n\xa0\u202f]{1,2}"
_NAMED = re.compile(r"\?P<\w+>")


def expression(pattern: str) -> re.Pattern[str]:
    """The expression compiled, its blanks widened to gaps."""
    return re.compile(pattern.replace(" ", _GAP))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def nameless(pattern: str) -> str:
    """The same without names of groups, so that it can stand in a larger one more than once."""
    return _NAMED.sub("?:", pattern)


_MONTHS = _listed("January February March April May June July August September October November December")
_SHORT = _listed("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec")
MONTH_NUMBER = {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}
MONTH_NAMES = frozenset(_MONTHS)
_DAYS = _listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
WEEKDAY_NUMBER = {name: number for number, name in enumerate(_DAYS, 1)}
NTH = _listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth twenty-first"
)
TENTHS = _listed("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
_CENTURIES = NTH[4:]
CENTURY_NUMBER = {name: number for number, name in enumerate(_CENTURIES, 5)}
CENTURY = "|".join([r"\d{1,2}(?:st|nd|rd|th)", *_CENTURIES])
"""Which of the centuries, before the word itself."""
_COUNTS = _listed("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
COUNT = {word: number for number, word in enumerate(_COUNTS, 1)} | {"a": 1, "an": 1, **TENS}
_ones = "|".join(_COUNTS[:9])
COUNTS = rf"\d{{1,3}}|(?:{'|'.join(TENS)})-(?:{_ones})|(?i:{'|'.join(sorted(COUNT, key=len, reverse=True))})"
"""A number that counts years or days."""


def count_of(words: str) -> int:
    """What such a number is.

    >>> count_of("12"), count_of("Twenty-five"), count_of("a")
    (12, 25, 1)
    """
    return int(words) if words.isdigit() else sum(COUNT[word] for word in words.lower().split("-"))


_month = f"(?:(?:{'|'.join([*_MONTHS, *(name.upper() for name in _MONTHS)])})|(?:{'|'.join(_SHORT)})\\b\\.?)(?![\\w’'-]*[a-z])"
_any_case = f"(?i:{'|'.join(_MONTHS)}|{'|'.join(name[:3] for name in _MONTHS)})"
"""Months in any case, where a day and a year stand with them."""
_weekday = f"(?:{'|'.join(_DAYS)})(?!\\w)"
_day = r"(?:3[01]|[12]\d|0?[1-9])(?:(?:st|nd|rd|th)\b|(?!\w|[.,:]\d|%))"
_year = r"(?:1\d|20)\d\d(?![\w%]|[.,:]\d)"
_other_year = r"(?:the (?:very )?same|that(?: same| very)?|this|last|next|the (?:following|next|previous|preceding)) year\b"
_other_month = r"(?:the (?:very )?same|that(?: same)?|this|last|next|the (?:following|next|previous)) month\b"
_told_year = rf"(?:,? (?:(?:of|in) )?(?P<year>{_year})| (?:(?:of|in) )?(?P<other>{_other_year}))"

POINTS = (
    rf"(?:{_weekday}(?:,? | \())?(?P<day>{_day})(?: of)? (?P<month>{_month}){_told_year}?",
    rf"(?:{_weekday}(?:,? | \())?(?P<month>{_month})(?: |(?<=\.))(?:the )?(?P<day>{_day}){_told_year}?",
    rf"(?P<month>{_month}){_told_year}?",
    rf"(?P<day>{_day}) (?:of )?(?P<other>{_other_month})",
    r"(?P<year>(?:1\d|20)\d\d)(?P<mark>[-/.])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>[0-3]\d)(?=T\d|[^\w-]|$)",
    rf"(?<![\w.,;)]\x20)(?P<year>{_year}) (?P<month>{_month})(?: (?P<day>{_day}))?",
    r"(?P<decade>(?:1\d|20)\d)0[’']?s(?!\w)",
    r"[’'](?P<decade>[1-9])0s(?!\w)",
    rf"(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_CENTURIES)})[\x20-]centur(?:y|ies)(?!\w)",
    rf"(?P<day>{_day}) (?P<month>{_any_case}) (?P<year>{_year})",
    rf"(?P<year>(?:1\d|20)\d\d)-(?P<month>{_any_case}|1[0-2]|0?[1-9])-(?P<day>3[01]|[12]\d|0?[1-9])(?![\w-])",
    rf"(?P<year>{_year})",
    rf"(?P<weekday>{_weekday})",
)
"""The forms of one date, the longer before the shorter."""

NUMERIC = r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:1\d|20)\d\d)(?![\w/-])"
"""Day and month in numbers, in either order."""

DAY_AND_YEAR = rf"(?P<day>{_day}),? (?P<year>{_year})"
"""The second end of "May 8-10, 2024"."""

_MAY_LEAD = (
    r"(?:the )?(?:(?:early|late|mid|later|about|around|circa)[\x20-]|(?:mid|end) |(?:beginning|start|middle|end) of (?:the )?)?"
)
GLUE = rf"(?:[\x20\xa0]?[-–—‒−][\x20\xa0]?|/|(?:,? (?:to|until|till|through|up to|up until)| (?:and|or|&)) {_MAY_LEAD})"
OPEN_ENDS = frozenset({"present", "now", "today", "date", "present day"})
_open_end = r"(?:present(?: day)?|now|today|date)(?!\w)"

_iso, _numeric = nameless(POINTS[4]).replace("(?P=mark)", "[-/.]"), nameless(NUMERIC).replace("(?P=mark)", "[-/.]")
_point = "|".join(nameless(point) for number, point in enumerate(POINTS) if number != 4)
_part_century = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_CENTURIES)})(?={GLUE}(?:\d\d?(?:st|nd|rd|th)|{'|'.join(_CENTURIES)})[\x20-]centur)"
)
_part_day = rf"{_day}(?={GLUE}{_day}(?: of)? {_month})"
_rest = rf"[’']?\d0[’']?s(?!\w)|{_day}(?:,? {_year})?|\d\d(?![\w-])|{_open_end}"

# The set of first letters in front spares most places the look behind: three times as fast.
CORE = expression(
    r"(?=[\dJFMASONDTWtfsen’'])"
    r"(?<![\w$€£¥#/])(?<!\d[.,:–])(?:(?<!-)|(?<=\b[Mm]id-)|(?<=\b[Ll]ate-)|(?<=\b[Ee]arly-))"
    rf"(?P<first>{_iso}|{_numeric}|{_part_century}|{_part_day}|{_point})(?:(?P<glue>{GLUE})(?P<second>{_iso}|{_point}|{_rest}))?"
)

_unit = r"(?P<unit>year|month|week|day|decade|century)"
_same = r"[Tt]he (?:very )?same|[Tt]hat(?: very| same)?|[Tt]his same"
_next = r"[Tt]he (?:following|next|subsequent|ensuing)"
_before = r"[Tt]he (?:previous|preceding|prior)"
_count = "|".join(["[Aa]n?", r"\d{1,2}", *(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in COUNT if len(w) > 2)])
RELATIVE = expression(
    rf"\b(?=[\dTtLlNnAaOoSsEeFfYy])(?<![./-])(?:(?:(?P<same>{_same})|(?P<next>{_next})|(?P<before>{_before})"
    rf"|(?P<pub>(?<![Tt]he\s)(?:[Tt]his|[Ll]ast|[Nn]ext))) {_unit}(?![\w-])"
    rf"|(?P<count>{_count})"
    r" (?P<units>year|month|week|day|decade)s? (?P<way>later|earlier|ago|afterwards?|thereafter)(?!\w| than\b)"
    r"|[Tt]he (?P<beside>year|month|week|day) (?P<side>before|after)(?=[,.;:)]|$)"
    r"|(?P<whole>[Tt]he (?:year|month))(?= [a-z]|[,.;:)]|$)"
    r"|(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Tt]his (?:morning|afternoon|evening))(?!\w)"
    r"|(?P<then>[Ss]ince then|[Ff]rom then on|[Ff]rom that time(?: on)?|[Tt]hereafter|[Ss]ubsequently)(?!\w))"
)

ROLE = {
    "in": r"in the course of|in|at|for|as of|as at|towards?|on or about|within|dated",
    "on": "on",
    "during": "during|throughout",
    "since": r"ever since|since|starting (?:in|from|on)|beginning (?:in|from|on)|with effect from|as from",
    "from": "from",
    "by": r"by|no later than|not later than",
    "until": r"up until|until|till|up to|through",
    "after": r"after",
    "before": r"before|prior to|earlier than",
    "between": "between",
    "of": "of",
}  # fmt: skip
_prepositions = "|".join(f"(?P<role{role}>{words})" for role, words in ROLE.items())
_part = (
    r"(?:the )?(?:very )?(?:(?:early|late|later|earlier|latter|mid)(?: part of| in| of)?"
    r"|(?:beginning|start|end|close|middle|onset|dawn|outset|turn|course|rest|remainder) of"
    r"|(?:first|second|third|fourth|last|latter|final) (?:half|quarter|third|part|decade|days|weeks|months|years) of"
    r"|(?:spring|summer|autumn|fall|winter|month|night|morning|evening|afternoon|week|weekend)(?:,| of)?"
    r"|(?:fiscal |financial |academic |calendar )?years?|period|decades?|Q[1-4]|[Mm]id)(?: of)?(?: the)?"
)
_hedge = r"as (?:early|late|recently) as|at least|only|already|exactly|some ?time in|the"
LEAD = expression(
    rf"(?<![\w’'-])(?:(?i:{_prepositions}) )?(?:(?:{_hedge}) )?(?:(?P<fill>(?i:{_part})) ){{0,2}}"
    r"(?P<about>(?:[Aa]bout|[Aa]round|[Cc]irca|[Aa]pproximately|[Rr]oughly) |[Cc]a?\. )?"
    r"(?P<other>(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]hat(?: same)?|[Tt]he (?:same|following|next|previous|preceding)) )?\Z"
)
LEAD_WORDS = frozenset(
    _listed(
        "in the course of at for as toward towards on or about within dated during throughout ever since starting from "
        "beginning with effect by no not later than until till up to through after before prior earlier between early "
        "late latter mid part very start end close middle onset dawn outset turn rest remainder first second third "
        "fourth last final half quarter decade decades days weeks months month years year spring summer autumn fall "
        "winter night morning evening afternoon week weekend fiscal financial academic calendar period recently least "
        "only already exactly some time sometime around circa c. ca. approximately roughly this next that same "
        "following previous preceding q1 q2 q3 q4 spring, summer, autumn, winter,"
    )
)
"""Every word of `LEAD`: the search for it ends at any other."""
