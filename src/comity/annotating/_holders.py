"""Offices with the names of those who hold them: beside the office, before a verb, or shared with another office.

>>> from comity.annotating._example import annotated, tools
>>> text = "Deputy Prime Minister and Foreign Minister Ana Soto met Omar Bello, president and leader of the Green Party."
>>> read = annotated(text)
>>> [(mention.value.name, mention.value.office) for mention in holders(read, tools())]  # doctest: +NORMALIZE_WHITESPACE
[('Ana Soto', 'deputy-prime-minister'), ('Ana Soto', 'foreign-minister'),
 ('Omar Bello', 'president'), ('Omar Bello', 'party-leader')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.annotating import Tools
from comity.annotating._by_turns import by_turns
from comity.annotating._names import NAME, NO_NAME, THINGS, TITLE, name_of, untitled
from comity.annotating._namesakes import is_namesake
from comity.annotating._offices import ENVOYS, Office, accredited, actors, held, offices
from comity.annotating._predicates import HOLDS, IS, holder_before
from comity.mentions import Annotated, Mention, PersonName
from comity.model import BlockKind, Span

KIND = "person"
NEAR = 80  # characters in which a name stands right before an office
WINDOW = 160  # characters in which a verb may bind a name to an office
OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?|\s*\((?:of\s+)?(?:the\s+)?")
OF_STATES = re.compile(r"(?:,\s+|,?\s+and\s+)(?:of\s+)?(?:the\s+)?")
NEXT_NAME = re.compile(rf"(?:,\s+(?:respectively,\s+)?|,?\s+and\s+|:\s+|\s+[–—-]\s+)(?:{TITLE.pattern})?")
AFTER_OFFICE = re.compile(
    r",\s+(?:the\s+(?=(?:Rt|Hon)\b)|an?\s+(?=(?:Mr|Mrs|Ms|Dr|Sir|M|Señor|Herr)\b))"
    r"|\s+(?:of\s+the\s+(?:day|time)|at\s+the\s+time|there),\s+"
    r"|\s+of\s+(?:both|(?:the|our)\s+(?:two|three|four))\s+(?:countries|states|nations|sides|parties|governments|republics),?\s+"
    r"|,?\s+\([a-z][^()]{2,60}\),?\s+|,?\s+with\s+residence\s+in\s+[A-Z]\w+,?\s+|,\s+(?:the|an?)\s+(?:[a-z][\w-]+\s+){1,3}(?=[A-Z])|,?\s+(?:\(|-\s)?"
)
LISTED = re.compile(r":\s+(?=(?:[A-Z][\w’'.-]*\s){1,4}?[A-Z][\w’'.-]*\s*(?:[;,(]|\.?\s*$|\.\s|\n))", re.M)
"""Behind an office in a yearbook, a name and nothing more: `French Minister: Jean Dupont.`"""
BEFORE_OFFICE = re.compile(
    rf"({NAME.pattern})(?:,\s+(?:(?:who\s+(?:is|was)|now|later|formerly|currently|(?P<then>at\s+th(?:e|at)\s+time|then))\s+)?|\s+\()"
    r"(?:(?:the|a|an|his|her|its)\s+)?(?:(?:new|current|then)[\s-]+)?$"
)
NAMED_AS = re.compile(
    rf"(?:\n|[.;:]\s+|\b(?:approved?|approving|recognition)\s+of\s+|\bappoint(?:ed)?\s+)(?:{TITLE.pattern})?({NAME.pattern})(?:,?\s+Esq(?:uire|\.)?,?)?\s+(?:as|to\s+be)\s+(?:the\s+|[Hh](?:is|er)\s+Majesty['’]s\s+)?$"
)
"""Before an envoy's office in a gazette: `Mr. Holm as Consul at Leith`, `John Smith, Esq., to be Consul at Riga`."""
WERE = re.compile(r"\s+(?:were|are|have\s+been|(?:have\s+)?included|include)(?::|\s+successively)?\s+")
# One person holds two offices: "prime minister and minister of trade Ana Soto", "Ana Soto, president and leader of the party".
SHARED = re.compile(r"(?:,?\s+and\s+|\s+cum\s+|\s*/\s*|\s+&\s+|,\s+)(?:also\s+|concurrently\s+)?")
SHARED_AFTER = re.compile(r"(?:,?\s+and|,|\s+as\s+well\s+as)\s+(?:also\s+|concurrently\s+)?(?:the\s+|its\s+|his\s+|her\s+)?")
TITLED = re.compile(rf"\b{TITLE.pattern}$")
OWNED = re.compile(r"['’]s\b")
CHURCH = re.compile(
    r"\s+(?:of|at|in)\s+(?:the\s+|a\s+)?(?:[A-Z][\w’'-]+\s+){0,3}(?:[Cc]hurch|[Cc]hapel|[Kk]irk|[Pp]arish|[Cc]ongregation)\b"
)
HONOURED = re.compile(r",\s+the\s")
APPOSED = re.compile(r",\s+(?:(?:[Tt]he|[Aa]n?)\s+)?")
CLOSED = re.compile(r"\s*[,;.)]|\s+and\s")
WHERE = re.compile(r"\b(?:in|at|near|from|to|into|of|on|via|for)\s+(?:the\s+)?$")
SOLE = frozenset({"president", "monarch"})


@dataclass(frozen=True, slots=True)
class _Held:
    """An office, those whom the text names as its holders, and where their names stand."""

    office: Office
    names: tuple[tuple[Span, str], ...] = ()
    apart: bool = False
    """The names stand elsewhere, not beside the office's words."""


def holders(annotated: Annotated, tools: Tools) -> Iterator[Mention]:
    """Holders of offices, and offices of a state without a name."""
    told = list(offices(annotated, tools.lexicon))
    for office in told:
        yield from _respectively(annotated, office) if office.plural else ()
        yield from by_turns(annotated, office)
    begun = frozenset(office.span.start for office in told)
    every = [_named(annotated, office, begun) for office in told]
    text = annotated.document.text
    over = _heads(annotated)
    for one in _shared(text, _by_relative(text, every)):
        for name in one.names:
            yield _mention(annotated, one, name)
        office = one.office
        elsewhere = not one.names or (one.apart and one.names[0][0].end <= office.span.start)
        if elsewhere and office.state and (not office.plural or office.span.start in over):
            yield Mention(KIND, office.span, PersonName("", office.name, office.state, when=office.when))


def _heads(annotated: Annotated) -> frozenset[int]:
    """Where headings stand: over a list, "ambassadors of Chile" tells the office of those below."""
    spans = (block.span for block in annotated.document.blocks if block.kind is BlockKind.HEADING)
    return frozenset(at for span in spans for at in range(span.start, span.end))


def _mention(annotated: Annotated, one: _Held, told: tuple[Span, str]) -> Mention:
    span, name = told
    office = one.office
    state, own = _state_after(annotated, span) if not office.state else ("", span)
    text = annotated.document.text
    titled = span.start >= office.span.end and not text.endswith(("the ", "The "), 0, office.span.start)
    served = office.name if titled else held(text, office)  # a spokesman for President Soto is not she
    value = PersonName(name, served, office.state or state, office.host, office.when)
    if one.apart:
        return Mention(KIND, span, value)
    return Mention(KIND, own if office.plural else own.join(office.span), value)


def _respectively(annotated: Annotated, office: Office) -> Iterator[Mention]:
    """The holders of one office in several states: the presidents of Peru and Chile, Ana Soto and Luis Rey."""
    text, at = annotated.document.text, office.span.end
    states = [office.state] if office.state and at > office.words.end else []
    for span, actor in actors(annotated, Span(at, min(len(text), at + WINDOW))):
        if not (OF_STATES if states else OF_STATE).fullmatch(text, at, span.start):
            break
        states.append(actor.code)
        at = span.end
    names: list[Span] = []
    while len(states) > 1 and (begins := NEXT_NAME.match(text, at)) and (name := NAME.match(text, begins.end())):
        at = name.start() + len(name_of(name[0]))
        names.append(Span(name.start(), at))
    if len(names) == len(states) and all(len(span) for span in names):
        for span, state in zip(names, states, strict=True):
            yield Mention(KIND, span, PersonName(span.of(annotated.document), office.name, state))


def _named(annotated: Annotated, bare: Office, begun: frozenset[int]) -> _Held:
    text = annotated.document.text
    full = accredited(annotated, bare)
    behind = list(_names_after(text, full))
    listed = full.plural and len(behind) > 1 and behind[0][0].start - full.span.end <= 1
    names = tuple(
        name for name in behind if is_name(annotated, name, full) or (listed and _is_person(annotated, name[0].start, name[1]))
    )
    foreign = OWNED.match(text, full.span.end) or CHURCH.match(text, full.span.end)
    sought = not foreign and (not names or HONOURED.match(text, full.span.end) or _is_next(text, full, names[0][0], begun))
    before = _name_before(text, full) if sought else None
    if names and not before:
        return _Held(full, tuple(name for name in names if not is_namesake(text, full.span.start, name[0].end)))
    if before and (" " in before[1] or _is_person(annotated, before[0].start, before[1])):
        span, name, then = before
        return _Held(replace(full, when=full.when or then), ((span, name),))
    if text.startswith(("'s", "’s"), full.span.end):
        return _Held(bare)
    start = max(0, full.span.start - WINDOW)
    if (found := holder_before(text[start : full.span.start])) and _is_person(annotated, start + found.start, found.name):
        first = Span(start + found.start, start + found.start + len(found.name))
        return _Held(full, ((first, found.name),), apart=True)
    if (after := IS.match(text, full.span.end)) and _is_person(annotated, after.start("name"), name := name_of(after["name"])):
        first = Span(after.start("name"), after.start("name") + len(name))
        return _Held(full, ((first, name),) if " " in name else (), apart=True)
    return _Held(bare)


def _is_next(text: str, office: Office, name: Span, begun: frozenset[int]) -> bool:
    """Has a name behind a comma an office of its own behind it: Ana Soto, president of Chile, Omar Bello, president of Mali?"""
    own = APPOSED.match(text, name.end)
    return text.startswith(",", office.span.end) and own is not None and own.end() in begun


def _is_person(annotated: Annotated, start: int, name: str) -> bool:
    span = Span(start, start + len(name))
    return not THINGS.search(name) and not annotated.within("place", span) and not any(True for _ in actors(annotated, span))


def _by_relative(text: str, every: list[_Held]) -> list[_Held]:
    """Who is named with one office, and told to hold another: President Soto, who is leader of the Green Party."""
    kept: list[_Held] = []
    for one in every:
        last = next((other for other in reversed(kept[-2:]) if other.names), None)
        if last and not one.names and not one.office.plural:
            end = max(last.names[-1][0].end, last.office.span.end)
            if end < one.office.span.start <= end + WINDOW and HOLDS.fullmatch(text, end, one.office.span.start):
                name = last.names[-1][1]
                kept.append(_Held(_as_of(one.office, last.office), ((one.office.span, name),), apart=True))
                continue
        kept.append(one)
    return kept


def _as_of(office: Office, other: Office) -> Office:
    """The office, of the state of another that the same person holds, where it tells none itself."""
    return replace(office, state=office.state or other.state)


def _shared(text: str, every: list[_Held]) -> list[_Held]:
    """Two offices beside one another that one person holds."""
    kept = list(every)
    for at in range(len(kept) - 1, 0, -1):
        one, two = kept[at - 1], kept[at]
        first, second = one.office, two.office
        between = Span(first.span.end, max(first.span.end, second.span.start))
        if first.plural or second.plural or not two.names or one.names or first.name in SOLE:
            continue
        after = two.names[0][0].start >= second.span.end
        if after and len(two.names) == 1 and SHARED.fullmatch(text, between.start, between.end) and not first.host:
            name = two.names[0][1]
            kept[at] = replace(two, office=_as_of(second, first))
            kept[at - 1] = _Held(_as_of(first, second), ((first.span, name),), apart=True)
    for at in range(1, len(kept)):
        one, two = kept[at - 1], kept[at]
        if len(one.names) == 1 and not two.names and one.names[0][0].end <= one.office.span.start:
            first, second = one.office, two.office
            alike = (
                (not first.state or second.state in ("", first.state))
                and not second.plural
                and first.span.end < second.span.start
            )
            if alike and SHARED_AFTER.fullmatch(text, first.span.end, second.span.start):
                names = ((second.span, one.names[0][1]),) if second.name != first.name else ()
                kept[at] = _Held(_as_of(second, first), names, apart=True)
                kept[at - 1] = replace(one, office=_as_of(first, second))
    return kept


def is_name(annotated: Annotated, name: tuple[Span, str], office: Office) -> bool:
    """Is it a person's name, not a state's, nor a single word after more than the office?"""
    span, words = name
    if any(found.touches(span) and found.start >= span.start for found, _ in actors(annotated, span.join(office.span))):
        return False
    if len(words) > 2 and TITLED.search(annotated.document.text, max(0, span.start - 30), span.start):
        return True
    directly = span.start - office.span.end <= 1 and not office.host and " of " not in office.span.of(annotated.document)
    return " " in words or "." in words or (directly and not office.plural)


def _state_after(annotated: Annotated, name: Span) -> tuple[str, Span]:
    """The state told after a name: `Presidents Soto of Chile and Rey (Bolivia)`."""
    text = annotated.document.text
    for span, actor in actors(annotated, Span(name.end, min(len(text), name.end + 40))):
        if opened := OF_STATE.fullmatch(text, name.end, span.start):
            closed = text.startswith(")", span.end)
            if "(" not in opened[0] or closed:
                return actor.code, Span(name.start, span.end + int(closed))
    return "", name


def _names_after(text: str, found: Office) -> Iterator[tuple[Span, str]]:
    """The name or, after a plural, the names that follow an office."""
    were = WERE.match(text, found.span.end) if found.plural and found.name in ENVOYS else None
    at = were or AFTER_OFFICE.match(text, found.span.end) or LISTED.match(text, found.span.end)
    while at:
        start = at.end()
        if title := TITLE.match(text, start):
            start = title.end()
        name = NAME.match(text, start)
        cleaned = name_of(name[0]) if name else ""
        if not name or not cleaned or THINGS.search(name[0]):
            return
        yield Span(start, start + len(cleaned)), cleaned
        of_state = r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?|\s*\([^()]{2,30}\))?"
        at = re.compile(rf"{of_state}(?:,\s+and\s+|,\s+|\s+and\s+)").match(text, start + len(cleaned)) if found.plural else None


def _name_before(text: str, found: Office) -> tuple[Span, str, str] | None:
    """The name before an office in apposition, `Omar Bello, the president of Mali`, and what is said of the time."""
    window = text[max(0, found.span.start - NEAR) : found.span.start]
    tail = BEFORE_OFFICE.search(window)
    if not tail:
        return _name_in_gazette(window, found)
    told = untitled(tail[1])
    titled = told != tail[1] or TITLED.search(window, 0, tail.start(1))
    while told.partition(" ")[0] in NO_NAME and " " in told:
        told = untitled(told.partition(" ")[2])
    name = name_of(told)
    if name and name == told and (" " in name or titled or _is_known(text, found, name)):
        start = found.span.start - len(window) + tail.end(1) - len(told)
        return Span(start, start + len(name)), name, "then" if tail["then"] else ""
    return None


def _is_known(text: str, found: Office, name: str) -> bool:
    """Is a single word before an office in commas a name, as it stands elsewhere within a sentence too?"""
    at = text.rfind(name, 0, found.span.start)
    if not CLOSED.match(text, found.span.end) or WHERE.search(text, max(0, at - 12), at) or len(name) < 3:
        return False
    inside = re.compile(rf"[a-z,]\s{re.escape(name)}\b(?!\s+[A-Z])")
    return bool(inside.search(text))


def _name_in_gazette(window: str, found: Office) -> tuple[Span, str, str] | None:
    """The name of an envoy whom a gazette approves of, or whom it tells to be one."""
    told = NAMED_AS.search(f"\n{window}" if len(window) < NEAR else f" {window}")
    if not told or found.name not in ENVOYS or found.plural or not (found.host or found.state):
        return None
    name = untitled(told[1])
    start = found.span.start - len(window) - 1 + told.end(1) - len(name)
    return (Span(start, start + len(name)), name, "") if name_of(name) == name else None
