"""Offices in a text, with the state served and the state accredited to, before their holders are sought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from comity.annotating._chambers import presiding
from comity.annotating._namesakes import BODY_BEFORE
from comity.annotating._parties import heads
from comity.annotating._portfolios import portfolios
from comity.annotating._residents import resides
from comity.annotating._years import spoken_of, years
from comity.mentions import ActorName, Annotated, How
from comity.model import Span
from comity.spotting import Spotter
from comity.triggers import Lexicon

ENVOYS = frozenset({"ambassador", "consul", "chargé-d-affaires", "representative", "special-envoy"})
REALM = (
    "republic|kingdom|state|union|government|embassy|legation|commonwealth|principality|sultanate|emirate|federation|people|confederation"
    "|empire|duchy|delegation|mission|high commission|consulate|consulate general|house|court"
)
AFTER = re.compile(rf"\s+(?:of|for)\s+(?:the\s+)?(?:(?:{REALM})\s+of\s+(?:the\s+)?)?", re.I)
# A club, a bank or a school has its president too, and so has a council of a state.
PRESIDING = frozenset({"president", "prime-minister", "monarch", "party-leader"})
OF_THING = re.compile(
    r"\s+of\s+(?:(?:the|a|an|its|his|her|their)\s+)?(?:[a-z]|University|[A-Z]\w+\s+[A-Z]?\w*(?:Bank|Club|University|Cross|Society|Company)\b)"
)
OF_BODY = re.compile(
    r"\s+of\s+(?:the\s+)?[^,.;()]{0,60}?\b(?:Guild|Association|Federation|Chamber|Society|Club|Institute|Foundation|Confederation)\b"
)
IN_NAME = re.compile(r"\b(?:bin|ibn|bint|ben|al|el|Al|El)[\s-]$")
HOLDER = r"secretary[\s-]general|president|prime\s+minister|king|queen|emperor|sultan|chancellor|premier|government|ruler|leader"
RULED = r",?\s+(?:under|led\s+by|headed\s+by|ruled\s+by|governed\s+by|represented\s+by)(?:\s+(?:the|its|their))?"
OF_REALM = re.compile(
    rf"\s+of\s+(?:(?:the|a|his|her|its|their)\s+)?(?:(?i:{REALM}|country|nation|council|cabinet|revolution)\b|(?!University|Bank)[A-Z])"
)
NOT_REALM = re.compile(
    r"\s+(?!republic|federation|state|nation|people|government|union|kingdom|council of)[a-z]*[A-Za-z]{3}", re.I
)
SENT_TO = re.compile(
    r"\s+(?:to|in|at|near)\s+(?:the\s+)?(?:(?:court|king|queen|emperor|president|government)\s+of\s+(?:the\s+)?)?"
)
FOR = re.compile(r"(?:\s+(?:at|in)\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?\s+for\s+(?:the\s+)?")
LEGATIONS_END = 1946
"""The year from which on nearly all missions are embassies."""
SERVES = re.compile(
    r"\b(?:advis[eo]r|aide|spokes\w+|wife|husband|son|daughter|brother|assistant|secretary|representative|envoy|chief of staff)s?"
    r"\s+(?:to|of|for)\s+(?:the\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office named in the text: the words with the states around them, and what they tell."""

    span: Span
    words: Span
    """Of the office alone."""
    name: str
    plural: bool
    state: str = ""
    host: str = ""
    when: str = ""


@dataclass(frozen=True)
class _Grammar:
    """The expressions for a language's offices."""

    any: Spotter
    offices: dict[str, tuple[str, bool]]
    before: re.Pattern[str]
    after: re.Pattern[str]
    times: dict[str, str]
    """What the words before and after an office say of the time."""
    of_state: re.Pattern[str]
    """What may stand between a state and the office."""
    bodies: tuple[tuple[str, re.Pattern[str]], ...]
    """What a president may preside over besides the state, by the office that this is."""


@lru_cache(maxsize=8)
def _grammar(lexicon: Lexicon) -> _Grammar:
    words: dict[str, tuple[str, bool]] = {}
    for office, names in lexicon.offices.items():
        for name in names:
            words[name] = (office, False)
            if "chairman" in name:
                words.setdefault(name.replace("chairman", "chairwoman"), (office, False))
                words.setdefault(name.replace("chairman", "chairperson"), (office, False))
            head, _, tail = name.partition(" of ")
            words.setdefault(f"{head}s of {tail}" if tail else f"{name}s", (office, True))
            if name.startswith("charg"):
                words.setdefault(re.sub(r"^(charg[ée])\s", r"\1s ", name), (office, True))
    prefixes = [word for names in lexicon.before_office.values() for word in names]
    suffixes = [word for names in lexicon.after_office.values() for word in names]
    marks = (lexicon.before_office, lexicon.after_office)
    times = {
        word.strip("-"): "" if time == "serving" else time for told in marks for time, names in told.items() for word in names
    }
    return _Grammar(
        Spotter(
            words,
            re.compile(
                rf"(?:(?<![\w-])|(?<=then-)|(?<=ex-))(?:{_either(words)})"
                rf"(?!\w|-(?!(?:{_either(suffixes)})\b))(?!['’]s [Oo]ffice)",
                re.I,
            ),
        ),
        words,
        re.compile(rf"\b({_either(prefixes)})[\s-]*$", re.I),
        re.compile(rf",?[\s-]+\(?({_either(suffixes)})(?!\w)\)?", re.I),
        times,
        re.compile(rf"(?:{RULED})?(?:['’]s?)?\s+(?:(?:{HOLDER})['’]s?\s+)?(?:(?:{_either(prefixes)}|deputy)[\s-]+)*", re.I),
        tuple((office, re.compile(rf"\s+of\s.*\s(?:{_either(names)})$", re.I)) for office, names in lexicon.bodies.items()),
    )


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def actors(annotated: Annotated, within: Span) -> Iterator[tuple[Span, ActorName]]:
    """The actors named in a stretch, with their codes."""
    for mention in annotated.within("actor", within):
        if isinstance(mention.value, ActorName) and mention.value.code:
            yield mention.span, mention.value


def offices(annotated: Annotated, lexicon: Lexicon) -> Iterator[Office]:
    """Every office in a document, with the state served."""
    grammar, text = _grammar(lexicon), annotated.document.text
    for start, end, name, plural in _named(annotated, grammar, lexicon):
        span = Span(start, end)
        office = _with_suffix(text, Office(span, span, name, plural), grammar)
        office = _with_time(annotated, _with_state(annotated, office, grammar), grammar)
        if not office.state and (told := lexicon.titles.get(text[start:end].lower())):
            office = replace(office, state=told)
        if not _is_of_thing(text, office):
            yield office


def _ministries(annotated: Annotated, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Where the words of ministers' offices stand; none begins in the heading over it."""
    text = annotated.document.text
    for start, end, name in portfolios(text, lexicon):
        if annotated.document.crosses(Span(start, end)):
            begin = text.rindex("\n", start, end) + 1
            yield from ((begin + first, begin + last, told) for first, last, told in portfolios(text[begin:end], lexicon))
        else:
            yield start, end, name


def _named(annotated: Annotated, grammar: _Grammar, lexicon: Lexicon) -> list[tuple[int, int, str, bool]]:
    """The words of offices, the longest of those that overlap."""
    text = annotated.document.text
    found = [(*match.span(), *grammar.offices[match[0].lower()]) for match in grammar.any.finditer(text)]
    found += [
        (start, end, name, False) for start, end, name in (*_ministries(annotated, lexicon), *heads(text), *presiding(text))
    ]
    kept: list[tuple[int, int, str, bool]] = []
    for one in sorted(found, key=lambda office: (office[0], -office[1])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
        elif one[1] - one[0] > kept[-1][1] - kept[-1][0]:
            kept[-1] = one
    return kept


def _is_of_thing(text: str, office: Office) -> bool:
    """Does the holder preside over a club, a bank or a school?"""
    if text[office.words.start : office.words.end].lower() == "speaker" and not office.state:
        return True  # at a conference
    if IN_NAME.search(text, max(0, office.words.start - 8), office.words.start):
        return True
    if not office.state and BODY_BEFORE.search(text, max(0, office.words.start - 24), office.words.start):
        return True
    if office.name == "other" and not office.state and OF_BODY.match(text, office.words.end):
        return True
    if office.name not in PRESIDING or office.span.end > office.words.end:
        return False
    return bool(OF_THING.match(text, office.words.end)) and not OF_REALM.match(text, office.words.end)


def _with_suffix(text: str, office: Office, grammar: _Grammar) -> Office:
    """The office with `-designate`, `-elect`, `a.i.` behind it."""
    if after := grammar.after.match(text, office.words.end):
        span = Span(office.words.start, after.end())
        when = "" if office.name == "chargé-d-affaires" else grammar.times[after[1].lower()]  # who is in charge acts for another
        return replace(office, span=span, words=span, when=when)
    return office


def _with_time(annotated: Annotated, office: Office, grammar: _Grammar) -> Office:
    """The office with `then`, `former`, `acting` before it."""
    for start in (office.words.start, office.span.start):
        if before := grammar.before.search(annotated.document.text, max(0, start - 16), start):
            first = min(before.start(1), office.span.start)
            when = grammar.times[before[1].lower().strip("-")]
            return replace(office, span=Span(first, office.span.end), when=when or office.when)
    return office


def _with_state(annotated: Annotated, office: Office, grammar: _Grammar) -> Office:
    """The office with the state that it serves, named before it, around it or after it."""
    text, words = annotated.document.text, office.words
    near = list(actors(annotated, Span(max(0, words.start - 60), min(len(text), words.end + 70))))
    for owner, (span, actor) in zip((None, *near), near, strict=False):
        if annotated.document.crosses(span.join(words)):
            continue  # the heading over it
        inside = span.touches(words)
        before = span.end <= words.start and grammar.of_state.fullmatch(text, span.end, words.start)
        after = actor.how is not How.CAPITAL and span.start >= words.end and AFTER.fullmatch(text, words.end, span.start)
        if after and actor.how is How.ADJECTIVE and office.name in PRESIDING and NOT_REALM.match(text, span.end):
            continue  # the president of the Peruvian bank
        if inside or before or after:
            name = _of_body(text, office, span, grammar) if actor.how is How.AGENT else office.name
            if before and owner and office.name in ENVOYS and _owns(text, *owner, span):
                office = replace(office, state=owner[1].code, host=actor.code, span=office.span.join(owner[0]))
                continue  # Peru's United Nations ambassador
            if after and office.name == "special-envoy" and " for " in text[words.end : span.start]:
                office = replace(office, host=actor.code, span=office.span.join(span))
                continue  # Peru's special envoy for Chad
            office = replace(office, state=actor.code, span=office.span.join(span), name=name)
    return office


def _owns(text: str, owner: Span, actor: ActorName, posted: Span) -> bool:
    """Is it the envoy of the one at the other: Peru's Lima ambassador, the Peruvian UN ambassador?"""
    between = text[owner.end : posted.start]
    return between.strip() in ("'s", "’s", "'", "’") or (actor.how is How.ADJECTIVE and between == " ")


def _of_body(text: str, office: Office, actor: Span, grammar: _Grammar) -> str:
    """The office of who presides over a body of the state, not over the state: the president of the Peruvian senate."""
    if office.name != "president":
        return office.name
    return next((other for other, body in grammar.bodies if body.match(text[office.words.end : actor.end])), office.name)


def accredited(annotated: Annotated, office: Office) -> Office:
    """An envoy's office with the state accredited to: `ambassador to Mali`."""
    text, start = annotated.document.text, office.span.end
    if _is_legate(annotated, office):
        posted = accredited(annotated, replace(office, name="ambassador"))  # the Russian minister at Athens
        old = office.name == "minister" and _is_of_old(annotated, office)
        stays = office.name == "special-envoy" and resides(annotated, office.words)
        return posted if old or stays or (posted.host and posted.host != office.state) else office
    if office.name in ENVOYS:
        for span, code in _places(annotated, Span(start, min(len(text), start + 60))):
            if SENT_TO.fullmatch(text, start, span.start):
                return _serving(annotated, replace(office, span=office.span.join(span), host=code))
        return _serving(annotated, office)
    return office


def _is_legate(annotated: Annotated, office: Office) -> bool:
    """Is it a mere minister, or a state's envoy, who may head a mission?"""
    if office.name == "ambassador":
        return False
    word = annotated.document.text[office.words.start : office.words.end].lower()
    return word == "minister" or (
        word == "envoy" and (office.span.start < office.words.start or resides(annotated, office.words))
    )


def _is_of_old(annotated: Annotated, office: Office) -> bool:
    """Is it one whom a state calls its own in a time when ministers, not ambassadors, headed most missions?"""
    sentence = next((each.span for each in annotated.all("sentence") if office.words in each.span), office.words)
    last = max(years(annotated, sentence), default=spoken_of(annotated)[1])
    before = list(actors(annotated, Span(office.span.start, office.words.start)))
    foreign = any(actor.how is How.ADJECTIVE for _, actor in before) or bool(office.state and not before)
    return last < LEGATIONS_END and foreign


def _serving(annotated: Annotated, office: Office) -> Office:
    """An envoy's office with the state that it serves behind the place: `Consul at Leith for Denmark`."""
    text, end = annotated.document.text, office.span.end
    for span, actor in actors(annotated, Span(end, min(len(text), end + 50))) if not office.state else ():
        if actor.how is How.NAME and FOR.fullmatch(text, end, span.start) and actor.code != office.host:
            return replace(office, span=office.span.join(span), state=actor.code)
    return office


def _places(annotated: Annotated, within: Span) -> Iterator[tuple[Span, str]]:
    """States, and cities with the state in which they lie."""
    yield from ((span, actor.code) for span, actor in actors(annotated, within))
    yield from ((mention.span, str(mention.value)) for mention in annotated.within("place", within) if mention.value)


def held(text: str, office: Office) -> str:
    """The office as a post has it, or `other` for whoever serves its holder: an adviser to the president."""
    return "other" if SERVES.search(text, max(0, office.span.start - 40), office.span.start) else office.name
