"""Persons with office and state, as the text gives them, and their later mentions by name alone.

>>> from comity.annotating._example import annotated
>>> document = annotated("Chilean Foreign Minister Ana Soto met Omar Bello, the president of Mali. Soto thanked Bello.")
>>> [(m.value.name, m.value.office, m.value.state) for m in document.all("person")]  # doctest: +NORMALIZE_WHITESPACE
[('Ana Soto', 'foreign-minister', 'CHL'), ('Omar Bello', 'president', 'MLI'),
 ('Soto', '', 'CHL'), ('Bello', '', 'MLI')]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from comity.annotating import Tools
from comity.annotating._counterparts import counterparts
from comity.annotating._names import NAME, THINGS, TITLE, WORD, name_of, untitled
from comity.annotating._offices import Office, accredited, actors, held, offices
from comity.mentions import Annotated, Mention, PersonName
from comity.model import Span

KIND = "person"
NEEDS = frozenset({"actor", "date", "place"})

OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?")


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """Holders of offices, offices without a name, and known persons by name alone."""
    holders = list(_held(annotated, tools))
    every = (mention for mention in (*holders, *counterparts(annotated, holders)) if not annotated.document.crosses(mention.span))
    told = sorted(every, key=lambda mention: (mention.span.start, -mention.span.end))
    taken = _without_overlaps(told)
    return [*taken, *_later(annotated, taken)]


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions:
        if kept and mention.span.touches(kept[-1].span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
        else:
            kept.append(mention)
    return kept


def _held(annotated: Annotated, tools: Tools) -> Iterator[Mention]:
    text = annotated.document.text
    for bare in offices(annotated, tools.lexicon):
        full = accredited(annotated, bare)
        names = [name for name in _names_after(text, full) if _is_name(annotated, name, full)] or list(_name_before(text, full))
        office = full if names else bare
        for span, name in names:
            state, own = _state_after(annotated, span) if not office.state else ("", span)
            value = PersonName(name, held(text, office), office.state or state, office.host, office.when)
            yield Mention(KIND, own if office.plural else own.join(office.span), value)
        if not names and office.state and not office.plural:
            yield Mention(KIND, office.span, PersonName("", office.name, office.state, when=office.when))


def _is_name(annotated: Annotated, name: tuple[Span, str], office: Office) -> bool:
    """Is it a person's name, not a state's, nor a single word after more than the office?"""
    span, words = name
    if any(found.touches(span) and found.start >= span.start for found, _ in actors(annotated, span.join(office.span))):
        return False
    directly = span.start - office.span.end <= 1 and not office.host and " of " not in office.span.of(annotated.document)
    return " " in words or "." in words or (directly and not office.plural)


def _state_after(annotated: Annotated, name: Span) -> tuple[str, Span]:
    """The state told after a name: `Presidents Soto of Chile and Rey of Bolivia`."""
    text = annotated.document.text
    for span, actor in actors(annotated, Span(name.end, min(len(text), name.end + 40))):
        if OF_STATE.fullmatch(text, name.end, span.start):
            return actor.code, name.join(span)
    return "", name


def _names_after(text: str, found: Office) -> Iterator[tuple[Span, str]]:
    """The name or, after a plural, the names that follow an office."""
    at = re.compile(r",?\s+(?:\(|-\s)?").match(text, found.span.end)
    while at:
        start = at.end()
        if title := TITLE.match(text, start):
            start = title.end()
        name = NAME.match(text, start)
        cleaned = name_of(name[0]) if name else ""
        if not name or not cleaned or THINGS.search(name[0]):
            return
        yield Span(start, start + len(cleaned)), cleaned
        of_state = r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?"
        at = re.compile(rf"{of_state}(?:,\s+and\s+|,\s+|\s+and\s+)").match(text, start + len(cleaned)) if found.plural else None


def _name_before(text: str, found: Office) -> Iterator[tuple[Span, str]]:
    """The name before an office in apposition: `Omar Bello, the president of Mali`."""
    window = text[max(0, found.span.start - 80) : found.span.start]
    tail = re.search(
        rf"({NAME.pattern})(?:,\s+(?:(?:who\s+(?:is|was)|at\s+th(?:e|at)\s+time|now|later|formerly|currently)\s+)?|\s+\()"
        r"(?:(?:the|a|an|his|her|its)\s+)?(?:(?:new|current|then)[\s-]+)?$",
        window,
    )
    if not tail:
        return
    told = untitled(tail[1])
    name = name_of(told)
    if name and name == told and " " in name:
        start = found.span.start - len(window) + tail.end(1) - len(told)
        yield Span(start, start + len(name)), name


def _later(annotated: Annotated, held: list[Mention]) -> Iterator[Mention]:
    """Mentions by name alone of persons whose state the document has told."""
    text = annotated.document.text
    states: dict[str, set[str]] = defaultdict(set)
    actors = {word for mention in annotated.all("actor") for word in mention.span.of(annotated.document).split()}
    for mention in held:
        if isinstance(mention.value, PersonName) and mention.value.state:
            for word in re.findall(r"[^\W\d_][^\W\d_’'-]{2,}(?:-[^\W\d_]+)*", mention.value.name):
                if word[0].isupper() and word not in actors:
                    states[word].add(mention.value.state)
    known = sorted((word for word, codes in states.items() if len(codes) == 1), key=len, reverse=True)
    if not known:
        return
    either = "|".join(map(re.escape, known))
    taken = [mention.span for mention in (*held, *annotated.all("actor"))]
    pattern = re.compile(rf"\b(?:{WORD}[ ])?(?:{either})\b(?:[ ](?:{either}))*")
    covered = sorted(taken)
    for match in pattern.finditer(text):
        span = Span(*match.span())
        if not _covered(covered, span):
            word = next(word for word in known if word in match[0])
            yield Mention(KIND, span, PersonName(match[0], "", next(iter(states[word]))))


def _covered(spans: list[Span], span: Span) -> bool:
    return any(other.touches(span) for other in spans)
