"""Numbers that count nothing: dates, times of day, names, and those that only point back to what is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity.annotating._before import last_word
from comity.annotating._units import units

if TYPE_CHECKING:
    from comity.annotating._counting import Counted
    from comity.annotating._numbers import Number

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
_AFTER_FIGURE = re.compile(
    rf"[A-Za-z]|[:/][0-9]|[.,][0-9]|[-–—][0-9]|\s?(?:a\.m\b|p\.m\b|am\b|pm\b|o['’]clock|hrs\b|GMT\b|UTC\b|[°º])|\s(?:of\s)?{_MONTH}\b"
)
_OLD = re.compile(r"(?:'|’)?[ -](?:old\b|of age\b)")
_SHIFT = re.compile(r"(?:'|’)?\s(?:ago|later|earlier|old|hence|after|before|on|of age|plans?|now)\b")
_GROUP = re.compile(r"\b[Gg]roup of ?\Z")
_AS_YEAR = frozenset(
    {
        "in",
        "of",
        "since",
        "by",
        "from",
        "until",
        "till",
        "during",
        "early",
        "late",
        "mid",
        "after",
        "before",
        "to",
        "and",
        "around",
    }
    | {"around", "circa", "summer", "spring", "autumn", "winter", "fall", "for", "on", "between", "through"}
)
_EVERY = re.compile(r"\b(?:[Ee]very|[Ee]ach|[Tt]his|[Ll]ast|[Tt]hat|[Aa]) (?:year|month|week|day) \Z")
"""Every year 500 come, and not: in the year 500."""
_TIME = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "decades"})
_NOT_HALF = frozenset(
    {"first", "second", "latter", "other", "next", "last", "either", "northern", "southern", "eastern", "western", "former"}
)
_PERIOD = re.compile(r" (?:of|the)(?: (?:the|a|an|this|that|last))? (?:\d|(?:\w+ )?(?:year|century|decade|hour|day|month|war)\b)")
_DOUBLE_WHAT = re.compile(
    r" (?:the|that|its|what|those|this|their|bilateral|mutual|trade|exports|imports|aid|in|from|over|to|since)\b"
)
_DOUBLE_IDLE = re.compile(r" (?:down|up|back|(?:\w+ )?efforts?|standards?|taxation|agents?|citizenship|role|as)\b")
_AUXILIARY = frozenset({"to", "will", "would", "could", "may", "should", "can", "must", "than", "nearly", "almost", "about"})


def is_part_of_more(text: str, number: Number) -> bool:
    """Do the figures belong to something longer: a date, an hour, an ordinal, a section's number?"""
    if number.form == "words":
        return bool(re.match(r"an? \w+-", text[number.start : number.end + 1], re.IGNORECASE))
    return number.form == "digits" and _AFTER_FIGURE.match(text, number.end) is not None and not _glued(text, number)


def _glued(text: str, number: Number) -> bool:
    """Does a unit stick to the figures, as in 5km?"""
    found = units().measure_after.match(text, number.end) or units().money_after.match(text, number.end)
    return found is not None and text[number.end].isalpha()


def is_a_name(text: str, number: Number, what: Counted | None) -> bool:
    """Do the words before say that the number is a name or date: Article 5, May 8, the Group of 77?"""
    table = units()
    if what and (what.unit == "percent" or what.unit in table.words.currencies):
        return False
    if number.form == "digits" and number.start and text[number.start - 1].isalpha() and not (what and what.signed):
        return True
    before = last_word(text, number.start)
    bare = before.strip("()[]“”\"'#§").rstrip(".:").lower()
    named = bare in table.words.names and not _EVERY.search(text, max(0, number.start - 14), number.start)
    if named and not before.endswith((",", ";", "!", "?")):
        told = number.form in ("words", "vague") or bare in ("number", "numbers")  # the exiles number 700 people
        return not (what and what.head and told and before.islower())
    if number.form != "digits":
        inside = (
            text[number.start].isupper()
            and before[:1].isupper()
            and before[-1:].isalnum()
            and before.lower() not in table.words.stop
        )
        return inside or _GROUP.search(text, max(0, number.start - 12), number.start) is not None
    if re.fullmatch(rf"{_MONTH}\.?", before.strip("()[]|")) and number.scale == 1:
        return number.value <= 31 or number.year_like(text)
    follows_figure = before[-1:].isdigit() and not re.fullmatch(r"(?:1[5-9]|20)\d\d", before)
    return follows_figure or _GROUP.search(text, max(0, number.start - 12), number.start) is not None


def is_no_count(text: str, number: Number, what: Counted) -> bool:
    """Is what was read no quantity after all?"""
    if number.form == "share":
        return _no_share(text, number)
    if number.form == "times":
        return _no_times(text, number)
    if what.unit in _TIME:
        return _no_stretch(text, number, what)
    if not what.head:
        return False
    return _known_already(text, number, what) or (number.year_like(text) and _rather_year(text, number, what))


def _no_share(text: str, number: Number) -> bool:
    return last_word(text, number.start).lower() in _NOT_HALF or _PERIOD.match(text, number.end) is not None


def _no_times(text: str, number: Number) -> bool:
    word = text[number.start : number.end].lower()
    if _DOUBLE_IDLE.match(text, number.end) and not (word == "twice" and text.startswith(" as", number.end)):
        return True
    if word in ("double", "triple"):
        led = last_word(text, number.start).lower() in _AUXILIARY
        return not led and _DOUBLE_WHAT.match(text, number.end) is None
    return word == "twice" and re.match(r" (?:as|the|that|its|what|those)\b", text[number.end : number.end + 8]) is None


def _no_stretch(text: str, number: Number, what: Counted) -> bool:
    """A length of time that is an age, a plan, or a date told from another."""
    if number.value == 1 and what.unit == "days" and number.form == "words":
        return True
    if number.year_like(text) and text.startswith("year", what.end - 4):
        return True
    before = last_word(text, number.start).lower()
    shifted = _OLD.match(text, what.end) or _SHIFT.match(text, what.end)
    return shifted is not None or before in units().words.elapsed or before in ("age", "aged")


def _known_already(text: str, number: Number, what: Counted) -> bool:
    """ "The two sides", "both agreements": the number only points back."""
    before = last_word(text, number.start).lower()
    pointed = before in units().words.definite or bool(
        re.match(r" of (?:the|its|their|these|those)\b", text[number.end : number.end + 10])
    )
    few = number.value <= 3 and number.form != "vague"
    return (few and pointed) or (what.head in units().groups and (few or before in units().words.definite))


def _rather_year(text: str, number: Number, what: Counted) -> bool:
    known = units().nouns.get(what.head) is not None and (what.distance == 0 or what.unit == "persons")
    before = last_word(text, number.start)
    bound = before.lower() in ("some", "about", "over", "nearly", "almost", "approximately", "roughly", "than", "least", "to")
    if not known or before[-1:] in (",", ";"):
        return True
    return not bound and (before.lower() in _AS_YEAR or before.lower() in units().words.definite or before[:1].isupper())
