"""Holders told by another holder: `her Finnish counterpart, Olli Aho`, `his predecessor Omar Bello`, `was replaced by Ana Soto`.

>>> from comity.annotating._example import annotated
>>> document = annotated("Chilean Foreign Minister Ana Soto met her Malian counterpart, Omar Bello.")
>>> [(mention.value.name, mention.value.office, mention.value.state) for mention in document.all("person")][1]
('Omar Bello', 'foreign-minister', 'MLI')
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comity.annotating._before import follows
from comity.annotating._names import NAME, TITLE, name_of
from comity.annotating._offices import actors
from comity.annotating._predicates import FULL
from comity.mentions import Annotated, How, Mention, PersonName
from comity.model import Span

KIND = "person"
EQUAL = re.compile(r"(?:['’]s?)?\s+(?:counterpart|colleague|opposite number|homologue)s?\b(?:,?\s+|\s*\()?")
APPOSED = re.compile(rf"(?P<name>{FULL}),\s+(?:his|her|its|their|the)\s+$")
NEAR = 400  # characters: whose counterpart it is has been named not long before
HEIR = re.compile(
    rf"\b(?:(?:[Hh]is|[Hh]er|[Ww]hose|[Tt]he\s+latter['’]s)\s+(?:immediate\s+|eventual\s+"
    rf"|designated\s+)?(?P<role>predecessor|successor),?"
    rf"|(?:replaced|succeeded|followed)\s+(?:in\s+(?:\w+\s+)?\d{{4}}\s+|later\s+|soon\s+after\s+"
    rf"|as\s+(?:the\s+)?[a-z][a-z ]{{3,40}}?\s+)?by)\s+(?:{TITLE.pattern})?(?P<name>{FULL})"
)
LEADER = re.compile(r"\b(?:leader|official|diplomat|negotiator|ruler|strongman|dictator|statesman|politician)$")
ELLIPSIS = re.compile(rf"['’]s?\s+(?P<name>{FULL})")
SIGNED_FOR = re.compile(
    rf"\b(?:signed|initialled|initialed|concluded|negotiated|ratified)\b[^.;]{{0,120}}?\b(?:by"
    rf"|and)\s+(?:{TITLE.pattern})?(?P<name>{FULL})"
    r"\s+(?:for|on\s+behalf\s+of|in\s+the\s+name\s+of)\s+(?:the\s+)?$"
)
JOINED = re.compile(r",?\s+and\s+|,\s+(?:and\s+)?")


def by_another(annotated: Annotated, holders: Sequence[Mention]) -> Iterator[Mention]:
    """Persons whose office is told by naming another holder, and leaders named without an office."""
    for span, actor in actors(annotated, Span(0, len(annotated.document.text))):
        if found := _counterpart(annotated, span, actor.code, holders) or _likewise(annotated, span, actor.code, holders):
            yield found
        elif actor.how is How.AGENT and LEADER.search(span.of(annotated.document)):
            yield from _leader(annotated, span, actor.code)
    yield from _heirs(annotated, holders)
    yield from _signatories(annotated)


def _last(holders: Sequence[Mention], at: int, *, named: bool = False) -> Mention | None:
    """The last holder of an office named before a place, not long before."""
    before = [holder for holder in holders if at - NEAR < holder.span.start < at]
    every = (holder for holder in reversed(before) if isinstance(holder.value, PersonName) and holder.value.office)
    return next((holder for holder in every if not named or (isinstance(holder.value, PersonName) and holder.value.name)), None)


def _counterpart(annotated: Annotated, span: Span, code: str, holders: Sequence[Mention]) -> Mention | None:
    text = annotated.document.text
    inside = EQUAL.search(text, span.start, span.end)
    equal = EQUAL.match(text, inside.start() if inside else span.end)
    if not equal:
        return None
    last = _last(holders, span.start)
    office = last.value.office if last and isinstance(last.value, PersonName) else ""
    name = _name_at(text, equal.end()) or _name_before(text, span.start)
    if office in ("", "other") or not name:
        return None
    return Mention(KIND, span.join(name), PersonName(text[name.start : name.end], office, code))


def _name_at(text: str, start: int) -> Span | None:
    """The name that stands there, after titles."""
    title = TITLE.match(text, start)
    start = title.end() if title else start
    name = NAME.match(text, start)
    told = name_of(name[0]) if name else ""
    return Span(start, start + len(told)) if told else None


def _name_before(text: str, start: int) -> Span | None:
    """The name to which it is added: `Ana Soto, his Chilean counterpart`."""
    told = APPOSED.search(text, max(0, start - 80), start)
    name = name_of(told["name"]) if told else ""
    return Span(told.start("name"), told.end("name")) if told and name == told["name"] else None


def _likewise(annotated: Annotated, span: Span, code: str, holders: Sequence[Mention]) -> Mention | None:
    """The same office of another state: `Peru's president Ana Soto and Kenya's Omar Bello`."""
    text = annotated.document.text
    told = ELLIPSIS.match(text, span.end)
    last = _last(holders, span.start) if told else None
    if not told or not last or not isinstance(last.value, PersonName) or not last.value.name or last.value.state in ("", code):
        return None
    name = name_of(told["name"])
    if not name or " " not in name or not JOINED.fullmatch(text, last.span.end, span.start):
        return None
    return Mention(
        KIND, span.join(Span(told.start("name"), told.start("name") + len(name))), PersonName(name, last.value.office, code)
    )


def _leader(annotated: Annotated, span: Span, code: str) -> Iterator[Mention]:
    """A person who leads or acts for a state, by no office that has a name: `the Malian leader Omar Bello`."""
    text = annotated.document.text
    name = _name_at(text, span.end + 1) if text[span.end : span.end + 1] == " " else None
    if name and " " in text[name.start : name.end]:
        yield Mention(KIND, span.join(name), PersonName(text[name.start : name.end], "", code))


def _heirs(annotated: Annotated, holders: Sequence[Mention]) -> Iterator[Mention]:
    """Who held an office before or after the one just named."""
    text = annotated.document.text
    for match in HEIR.finditer(text):
        last = _last(holders, match.start(), named=True)
        name = name_of(match["name"])
        if last and isinstance(last.value, PersonName) and last.value.name and name and " " in name:
            value = last.value
            when = "former" if match["role"] == "predecessor" else ""
            span = Span(match.start("name"), match.start("name") + len(name))
            yield Mention(KIND, span, PersonName(name, value.office, value.state, value.host, when))


def _signatories(annotated: Annotated) -> Iterator[Mention]:
    """Who signed for a state, by no office: `was signed by Ana Soto for Chile`."""
    text = annotated.document.text
    for span, actor in actors(annotated, Span(0, len(text))):
        if not follows(text, span.start, "for", "of"):
            continue
        if found := SIGNED_FOR.search(text, max(0, span.start - NEAR), span.start):
            name = Span(found.start("name"), found.start("name") + len(name_of(found["name"])))
            if " " in text[name.start : name.end] and not annotated.within("actor", name):
                yield Mention(KIND, name, PersonName(text[name.start : name.end], "", actor.code))
