"""Which state publishes a text, by its head; and which partner a paragraph of a briefing is about, by the words that lead it in.

>>> from comity.annotating._example import annotated
>>> from comity.gazetteer import actors
>>> publisher_of(annotated("MINISTRY OF FOREIGN AFFAIRS OF CHILE"), actors())
'CHL'
>>> publisher_of(annotated("Notes on Chile"), actors())
''
"""

from __future__ import annotations

import re

from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, How
from comity.model import Block, BlockKind, Span

_HEAD = 4
"""Blocks at the head, or the foot, of a text in which its publisher is named."""
_LINE = 140
"""Characters, at most, of a line that names the publisher."""
_OFFICES = re.compile(
    r"\b(?:ministry|ministère|ministerio|department\s+of\s+(?:state|foreign\s+affairs)|state\s+department|foreign\s+(?:office|ministry)"
    r"|press\s+(?:service|office|bureau|secretary|department)|presidency|office\s+of\s+the\s+(?:president|prime\s+minister|spokes\w+)"
    r"|presidential\s+(?:office|administration|palace)|government|information\s+(?:service|department|office|bureau)|embassy|high\s+commission"
    r"|legation|permanent\s+mission|chancell(?:e)?ry|cabinet\s+office|royal\s+(?:court|house))\b",
    re.I,
)
_MISSION = re.compile(r"\b(?:embassy|high\s+commission|legation|mission|consulate)\b", re.I)
_TOLD = re.compile(
    r"\b(?:said|met|visited|signed|announced|received|will|was|were|has|have|is|are|we|our|opened|closed|sent|asked|gave|attacked|expelled|recalled|recogni[sz]ed|urges?|condemns?|rejects?|thanks?|calls?|meets?)\b",
    re.I,
)
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}(?:\s+(?:(?:AND|OF|THE|WITH|BETWEEN)\s+)*[A-ZÀ-Þ][A-ZÀ-Þ’'-]+)*")
_FILED = re.compile(
    r"(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,2})(?:,[^—–]{1,30}?)?(?:\s*\([^()]{2,20}\))?\s*(?:\.?[—–]|--?\s|/[A-Z])"
)
_RUN_IN = re.compile(r"\W{0,3}(?P<who>(?:the\s+)?[A-ZÀ-Þ][\w’' -]{2,40}?)\s*(?:[.:]|\s[—–-])\s+(?=[A-ZÀ-Þ“\"])")


def publisher_of(annotated: Annotated, gazetteer: Gazetteer) -> str:
    """The state whose ministry, presidency or mission stands at the head or foot of a text, as who publishes it."""
    return _line(annotated, gazetteer)[0]


def posted(annotated: Annotated, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Of a text that a mission publishes, its own state and the one in which it stands: `Embassy of Peru in Oslo`."""
    owner, words, span = _line(annotated, gazetteer)
    if not owner or not _MISSION.search(words):
        return ()
    places = (str(mention.value) for mention in annotated.within("place", span))
    named = (mention.value.code for mention in annotated.within("actor", span) if isinstance(mention.value, ActorName))
    others = {code for code in (*places, *named) if code and gazetteer.is_state(code)} - {owner}
    return (owner, *others) if len(others) == 1 else ()


def _line(annotated: Annotated, gazetteer: Gazetteer) -> tuple[str, str, Span]:
    """The line that names the publisher: the state, the words, where they stand."""
    blocks = [block for block in annotated.document.blocks if block.kind is not BlockKind.BOILERPLATE]
    for block in (*blocks[:_HEAD], *blocks[-1:]):
        words = block.span.of(annotated.document)
        named = _OFFICES.search(words) if len(words) < _LINE and not _TOLD.search(words) else None
        if named and (code := _owner(annotated, block.span, words, gazetteer)):
            return code, words, block.span
    return "", "", Span(0, 0)


def _owner(annotated: Annotated, span: Span, words: str, gazetteer: Gazetteer) -> str:
    """The first state that a line names, in small letters or in capitals."""
    for mention in annotated.within("actor", span):
        value = mention.value
        if isinstance(value, ActorName) and value.code and gazetteer.is_state(value.code) and value.how is not How.CAPITAL:
            return value.code
    return next(iter(in_capitals(words, gazetteer)), "")


def filed_from(annotated: Annotated, gazetteer: Gazetteer) -> str:
    """The state of whose city the datelines of a report are, where the report names that state too: `LIMA, May 3 --`."""
    text, found = annotated.document.text, set[str]()
    for block in annotated.document.blocks:
        line = _FILED.match(text, block.span.start, block.span.end) if block.kind is BlockKind.PARAGRAPH else None
        if line and (code := gazetteer.cities.get(" ".join(line["city"].split()).title(), "")):
            found.add(code)
    named = {mention.value.code for mention in annotated.all("actor") if isinstance(mention.value, ActorName)}
    return next(iter(found & named), "") if len(found) == 1 else ""


def in_capitals(words: str, gazetteer: Gazetteer) -> list[str]:
    """The states that words in capitals name, in their order: `PERU AND NORWAY`."""
    found = dict[str, None]()
    for match in _CAPITALS.finditer(words):
        run = match[0].split()
        at = 0
        while at < len(run):
            named = ((_named(run[at:end], gazetteer), end) for end in range(len(run), at, -1))
            code, at = next(((code, end) for code, end in named if code), ("", at + 1))
            if code:
                found[code] = None
    return list(found)


def _named(words: list[str], gazetteer: Gazetteer) -> str:
    """The state that words in capitals name; COD may be a fish."""
    told = " ".join(words)
    small = told.title().replace(" Of ", " of ").replace(" The ", " the ").replace(" And ", " and ")
    for surface in (told, small):
        for code, how in gazetteer.names.get(surface, ())[:1]:
            if how in (How.NAME, How.ADJECTIVE) and gazetteer.is_state(code):
                return code
    return ""


def run_in(text: str, block: Block) -> Span | None:
    """The words before the first sentence of a paragraph that say whom it is about: `Peru. The minister left.`"""
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    match = _RUN_IN.match(text, block.span.start, block.span.end)
    return Span(*match.span("who")) if match else None
