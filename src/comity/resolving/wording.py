"""What an agreement is called, what it is about and how long it runs, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from comity.model import Document, Span, Value

TYPE_WORD = (
    r"(?:treat(?:y|ies)|agreements?|pacts?|accords?|conventions?|memorand(?:um|a)(?:\s+of\s+understanding)?|protocols?|declarations?|communiqu[eé]s?|deals?"
    r"|charter|alliance|statement|mou|arrangement|partnerships?|waiver|compact)"
)
TITLE = re.compile(
    rf"(?:(?!(?:By|In|Under|After|With|From|On|At|Since|Through|This|That|These|Its|Their)\b)[A-Z][\w’'–-]*\s+(?:(?:of|on|for|and|the|in|to|between)\s+)*)*(?:(?i:{TYPE_WORD}))\b(?:\s+(?:(?:of|on|for|and|the|in|to|concerning|regarding|against)\s+)*[A-Z][\w’'–-]*)*"
)
DESCRIBED = re.compile(r"\b(?:an?|another)\s+((?:[^\W\d_][\w’'–-]*\s+){1,4})$")
SUBJECT = re.compile(rf"(?i:{TYPE_WORD})\s+(?:on|concerning|regarding|for|of)\s+(?:the\s+)?([^,.;:()“”\"]{{3,80}})")
STOP = re.compile(
    r"\s+(?:with|between|by|in|at|on|during|which|that|was|were|is|are|has|had|signed|to|from|entered|came|took|ended|expired|followed|led|and\s+the)\b"
)
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
    near = sorted(
        TITLE.finditer(text), key=lambda match: _distance(match, trigger.start - sentence.start, trigger.end - sentence.start)
    )
    named = [match for match in near if match[0][0].isupper() and " " in match[0]] or near
    return " ".join((_described(text, named[0]) + named[0][0]).split()) if named else ""


def is_any(fields: Mapping[str, Value], sides: str) -> bool:
    """Is it no treaty in particular: one party, and no name of its own? "The king may conclude treaties."

    >>> [is_any({"title": title, "parties": ("PER",)}, "parties") for title in ("treaties", "Ottawa Treaty")]
    [True, False]
    """
    parties = fields.get(sides)
    return isinstance(parties, tuple) and len(parties) == 1 and str(fields.get("title", "")).islower()


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
    match = SUBJECT.search(sentence.of(document))
    return STOP.split(" ".join(match[1].split()))[0].strip() if match else ""


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
