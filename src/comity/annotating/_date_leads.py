"""The words before a date: what binds it ("since"), which part of it is meant ("the end of"), and how surely ("about")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from comity.annotating._date_words import LEAD, LEAD_WORDS, ROLE

_STRONG = re.compile(r"(?:ever )?since|in|in the course of|as of|as at|during|throughout|until|between|prior to", re.IGNORECASE)
_AND = re.compile(r"[ \n](?:and|or)[ \n](?:in |on )?|, (?:and |or )?")
_STEPS = {"last": "pub:last", "next": "pub:next", "this": "pub:year+0", "following": "text:next", "previous": "text:last"}
_JOINED = re.compile(r"(?:\b(?:[Mm]id|[Ll]ate|[Ee]arly)-|\b[Cc]a?\.)$")
_REACH = 64
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_SEASON = re.compile("|".join(_SEASONS), re.IGNORECASE)
_OTHER_SEASON = re.compile(rf"\b(?:{'|'.join(_SEASONS)})[ \n](?:and|or|to|until|through)[ \n](?:the )?$", re.IGNORECASE)
_PHRASE = 120
_OUTER = re.compile(
    r"(?:^|[.!?,;:]\s+|\n|\b(?:[Bb]ut|[Aa]nd|[Hh]owever)\s+)(?P<phrase>(?:(?:[Ss]oon|[Ss]hortly|[Ii]mmediately|[Jj]ust|[Ee]ver)\s+)?"
    r"(?:(?P<after>[Aa]fter|[Ff]ollowing)|(?P<since>[Ss]ince)|(?P<until>[Uu]ntil)|(?P<before>[Bb]efore|[Pp]rior\s+to))"
    r"\s+(?!(?:that|this|then)\b)[^,.;:!?()\n]*)$"
)
_CLOSED = re.compile(r"[)”\"’]?,")
_OPENING = "([“\"‘'*•"


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that stand before a date and belong to it."""

    length: int = 0
    role: str = ""
    strong: bool = False
    """What follows can only be a date: "in", "since", "the end of", not "by" or "of"."""
    fill: bool = False
    """They name a part of the date: "early", "the spring of"."""
    about: bool = False
    other: str = ""
    """The word by which it is told from another date: last, that, the following."""
    article: bool = False
    season: str = ""
    """As EDTF writes it: `21` for spring."""

    @property
    def may_be_article(self) -> bool:
        """May these words belong to a noun that the date stands before, as in "after the 1979 invasion"?"""
        return self.article or not (self.role or self.fill or self.about)

    def bound_length(self, *, with_other: bool) -> int:
        """How much of the words belongs to the date's span."""
        if not (self.role or self.fill or self.about or (self.other and with_other)):
            return 0
        return self.length if with_other or not self.other else 0

    def step(self, *, weekday: bool) -> str:
        """How the other date is reached: `pub:last`, `text:year+0`."""
        which = self.other.lower().split()[-1]
        if which == "this" and weekday:
            return "pub:on"
        return _STEPS.get("previous" if which == "preceding" else which, "text:year+0" if not weekday else "text:on")


def lead_before(text: str, start: int) -> Lead:
    """The words before a place that can bind a date there."""
    window = text[max(0, start - _REACH) : start]
    if not window or not window[-1].isspace():
        return _joined(text, start)
    low = len(window)
    for word in reversed(window.split()):
        bare = word.lstrip(_OPENING)
        if bare.lower() not in LEAD_WORDS:
            break
        low = window.rindex(word, 0, low) + len(word) - len(bare)
        if bare != word:
            break
    words = window[low:].rpartition("\n\n")[2]
    lead = _read(words) if words else _NONE
    return replace(lead, season="") if lead.season and _OTHER_SEASON.search(window[:low]) else lead


def outer(text: str, start: int, end: int) -> tuple[str, int]:
    """The word over a phrase at the head of a clause that a date ends, and how far before the date it begins.

    >>> text = "After the fall of the league in 1931, Peru left."
    >>> outer(text, 29, 36), outer("Peru left in 1931, glad.", 9, 17)
    (('after', 29), ('', 0))
    """
    if not _CLOSED.match(text, end):
        return "", 0
    found = _OUTER.search(text, max(0, start - _PHRASE), start)
    if not found:
        return "", 0
    role = next(name for name in ("after", "since", "until", "before") if found[name])
    return role, start - found.start("phrase")


def _joined(text: str, start: int) -> Lead:
    """ "mid-1975" and "c.1975" have no gap before the year: the words before "mid-" bind it."""
    prefix = _JOINED.search(text, max(0, start - 7), start)
    if not prefix:
        return _NONE
    outer = lead_before(text, prefix.start())
    length = outer.length + len(prefix[0])
    return replace(outer, length=length, strong=True, fill="-" in prefix[0], about="." in prefix[0], article=False)


_NONE = Lead()


@lru_cache(maxsize=4096)
def _read(words: str) -> Lead:
    match = LEAD.search(words)
    if not match or not match[0]:
        return _NONE
    told = match.groupdict()
    role = next((name for name in ROLE if told[f"role{name}"]), "")
    season = _SEASON.search(told["fill"] or "")
    return Lead(
        length=len(match[0]),
        role=role,
        strong=bool(told["fill"] or (role and _STRONG.fullmatch(told[f"role{role}"]))),
        fill=bool(told["fill"]),
        about=bool(told["about"]),
        other=(told["other"] or "").strip(),
        season=_SEASONS[season[0].lower()] if season else "",
        article=match[0].lower().endswith("the ") and not told["fill"] and not told["other"],
    )


def inherited(text: str, end: int, start: int) -> bool:
    """Does only "and", "or" or a comma stand between two dates, so that the word before the first binds both?"""
    return 0 <= end < start <= end + 8 and bool(_AND.fullmatch(text, end, start))
