"""What an agreement is called, what it is about and how long it runs, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from comity.model import Document, Span, Value

TYPE_WORD = (
    r"(?:treat(?:y|ies)|agreements?|pacts?|accords?|conventions?|memorand(?:um|a)(?:\s+of\s+understanding)?|protocols?|declarations?|communiqu[eé]s?|deals?"
    r"|charter|alliance|statement|mou|arrangement|partnerships?|waiver|compact)"
)
PROPER = r"[A-Z][\w’'–-]*(?:\s+[A-Z][\w’'–-]*)*"
TITLE = re.compile(
    rf"(?:(?!(?:By|In|Under|After|With|From|On|At|Since|Through|This|That|These|Its|Their)\b)[A-Z][\w’'–-]*\s+(?:(?:of|on|for|and|the|in|to|between)\s+)*)*(?:(?i:{TYPE_WORD}))\b"
    rf"(?:\s+(?:of|on|for|concerning|regarding)\s+(?:the\s+)?{PROPER}(?:,\s+{PROPER})+,?\s+and\s+{PROPER}"
    r"|(?:\s+(?:(?:of|on|for|and|the|in|to|concerning|regarding|against)\s+)*[A-Z][\w’'–-]*)*)"
)
DESCRIBED = re.compile(r"\b(?i:an?|another)\s+((?:(?!(?:an?|and|or|the)\s)[^\W\d_][\w’'–-]*\s+){1,4})$")
SUBJECT = re.compile(rf"(?i:{TYPE_WORD})\s+(?:on|concerning|regarding|for|of)\s+(?:the\s+)?([^,.;:()“”\"]{{3,80}})")
MATTER = r"(?!(?:\w+ed|with|the)\b)[A-Za-z][\w-]*(?:\s+[a-z-]+)?"
MATTERS = re.compile(rf"(?i:{TYPE_WORD})\s+(?:on|concerning|regarding|for|of)\s+({MATTER}(?:,\s+{MATTER})+,?\s+and\s+{MATTER})\b")
"""Several things that one agreement is about: on trade, customs and transport."""
STOP = re.compile(
    r"\s+(?:with|between|by|in|at|on|during|which|that|was|were|is|are|has|had|signed|to|from|entered|came|took|ended|expired|followed|led|and\s+the"
    r"|of\s+\d{4}|and\s+[a-z]+ed|still|further|called|designed|aimed|launching|entailing|allowing|accompanying|and\s+accompanying)\b"
)
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
)
DATED = re.compile(rf"(?:^{MONTH}\s+(?=\S)|\s+(?:in|on|of)(?:\s+(?:early|mid|late))?\s+{MONTH}$|^Whereas\s+in\s+the\s+)")
"""What a date, or the way in which the sentence begins, puts beside a title."""
NO_MATTER = re.compile(rf"(?i)(?:\d[\d\s–-]*|\d*\s*{MONTH}(?:\s+\d+)?|understanding)$")
CALLED = re.compile(r"\b(?:called|named|termed|dubbed|entitled|titled|known)\b|\((?:the\s+)?[A-Z]")
"""What gives a treaty told by its noun a name somewhere else in the sentence."""
TERM = re.compile(r"\b(?P<number>\d+|[a-z]+(?:-[a-z]+)?)[\s-](?P<unit>year|month|week|day)s?\b", re.I)
NUMBERS = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ],
        range(1, 21),
        strict=True,
    )
) | {"twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "ninety-nine": 99}


def title(document: Document, sentence: Span, trigger: Span) -> str:
    """The words that name an agreement: its title in capitals, or the noun with what stands before it."""
    text = sentence.of(document)
    start, end = trigger.start - sentence.start, trigger.end - sentence.start
    near = sorted(TITLE.finditer(text), key=lambda match: _distance(match, start, end))
    told = [match for match in near if not _distance(match, start, end)[0]]
    if not told or CALLED.search(text):
        told = near
    named = [match for match in told if match[0][0].isupper() and " " in match[0]] or told
    return DATED.sub("", " ".join((_described(text, named[0]) + named[0][0]).split())) if named else ""


def is_any(fields: Mapping[str, Value], sides: str) -> bool:
    """Is it no treaty in particular: one party, and no name of its own, "the king may conclude treaties"; a close partnership?

    >>> [is_any({"title": title, "parties": ("PER",)}, "parties") for title in ("treaties", "Ottawa Treaty")]
    [True, False]
    """
    parties, called = fields.get(sides), str(fields.get("title", ""))
    if called.islower() and called.endswith(("partnership", "partnerships")) and fields.get("change") == "in-force":
        return True
    return isinstance(parties, tuple) and len(parties) == 1 and called.islower()


def _described(text: str, match: re.Match[str]) -> str:
    """What stands between the article and the noun: a *double taxation* agreement."""
    before = DESCRIBED.search(text[: match.start()]) if match[0][0].islower() else None
    return before[1] if before else ""


def _distance(match: re.Match[str], start: int, end: int) -> tuple[int, int]:
    if match.start() < end and start < match.end():
        return 0, -len(match[0])
    return min(abs(match.start() - end), abs(start - match.end())), -len(match[0])


def subject(document: Document, sentence: Span) -> str:
    """What an agreement is about, where the sentence says it after "on" or "of"."""
    text = sentence.of(document)
    for match in (*MATTERS.finditer(text), *SUBJECT.finditer(text)):
        told = STOP.split(" ".join(match[1].split()))[0].strip()
        if told and not NO_MATTER.match(told):
            return told
    return ""


def term(document: Document, sentence: Span, trigger: Span) -> str:
    """How long an agreement runs, as an ISO 8601 duration: `25-year treaty` is P25Y.

    >>> term(Document("d", "They signed a ten-year pact."), Span(0, 28), Span(5, 27))
    'P10Y'
    """
    text = sentence.of(document)
    for match in TERM.finditer(text, max(0, trigger.start - sentence.start - 20), trigger.end - sentence.start + 60):
        word = match["number"].lower()
        number = int(word) if word.isdigit() else NUMBERS.get(word, 0)
        after = text[match.end() :].lstrip(" -")
        if number and (
            re.match(rf"(?:[\w-]+\s+){{0,3}}{TYPE_WORD}", after, re.I) or re.search(r"\b(?:for|of)\s+$", text[: match.start()])
        ):
            return f"P{number}{match['unit'][0].upper()}"
    return ""
