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
from dataclasses import dataclass, replace
from functools import lru_cache

from comity.annotating import Tools
from comity.model import Annotated, How, Mention, PersonName, Span
from comity.triggers import Lexicon

KIND = "person"
NEEDS = frozenset({"actor", "date"})

ENVOYS = frozenset({"ambassador", "consul", "chargé-d-affaires", "representative", "special-envoy"})
SERVES = re.compile(r"\b(?:advis[eo]r|aide|spokes\w+|wife|husband|son|daughter|brother|assistant|secretary|representative|envoy|chief of staff)s?\s+(?:to|of|for)\s+(?:the\s+)?$")
PARTICLE = r"(?:bin|ibn|al|el|de|da|di|dos|del|della|la|le|van|von|der|den|ben|abu|ul|ur|e|y|ter|zu|af|av|o')"
WORD = r"(?:[A-Z]\.-?[A-Z]\.|[A-Z]\.|(?:[A-ZÀ-ÞĀ-ŽƠ-ƯḀ-ỹ][’'])?(?:al-|el-|Al-|El-|ul-|Mc|Mac|O')?[A-ZÀ-ÞĀ-ŽƠ-ƯḀ-ỹ][^\W\d_]+(?:[-’'][^\W\d_]+)*)"
NAME = re.compile(rf"{WORD}(?:[ ]?(?:{PARTICLE}[ ]){{0,2}}(?:(?<=\.)|(?<=[ ])){WORD}|[ ]+(?:{PARTICLE}[ ]){{0,2}}{WORD}){{0,5}}")
TITLE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Adm|Capt|Hon|H\.E)\.?|Sir|Madam|Lady|Lord|General|Lieutenant General|Major General|Colonel|Admiral|Marshal|Comrade|"
    r"Sheikh|Sheik|Professor|Doctor|His Excellency|Her Excellency|His Majesty|Her Majesty)\s+"
)
# Words with a capital that begin no name: months, days, and what begins sentences and institutions.
NO_NAME = frozenset(
    """January February March April May June July August September October November December Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday The A An In On At By For From With And But If As After Before During Since While When This That
    These Those Both His Her Their Its Our He She It They We I President Prime Minister Foreign Deputy Vice State Government
    Ministry Parliament Assembly National Council Party Republic Kingdom Union United Nations Office Secretary General Treaty
    Agreement Embassy Ambassador Defence Defense House Senate Congress Commission Committee Affairs Security Department
    Central Supreme Federal Political Visit Cold War World Great Joint Special Chairman Speaker King Queen""".split()
)


@dataclass(frozen=True, slots=True)
class _Found:
    """An office found in the text, before its holder is sought."""

    span: Span
    office: str
    state: str
    plural: bool
    when: str
    host: str = ""


@lru_cache(maxsize=8)
def _offices(lexicon: Lexicon) -> tuple[re.Pattern[str], dict[str, tuple[str, bool]], re.Pattern[str]]:
    words: dict[str, tuple[str, bool]] = {}
    for office, names in lexicon.offices.items():
        for name in names:
            words[name] = (office, False)
            head, _, tail = name.partition(" of ")
            words.setdefault(f"{head}s of {tail}" if tail else f"{name}s", (office, True))
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    before = {word: when for when, names in lexicon.before_office.items() for word in names}
    prefix = re.compile(rf"\b({'|'.join(re.escape(word) for word in sorted(before, key=len, reverse=True))})[\s-]*$", re.I)
    return re.compile(rf"(?:(?<![\w-])|(?<=then-)|(?<=ex-))(?:{either})(?![\w-])(?!['’]s [Oo]ffice)", re.I), words, prefix


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """Holders of offices, offices without a name, and known persons by name alone."""
    held = sorted(_held(annotated, tools), key=lambda mention: (mention.span.start, -mention.span.end))
    taken = _without_overlaps(held)
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
    pattern, words, prefix = _offices(tools.lexicon)
    for match in pattern.finditer(text):
        office, plural = words[match[0].lower()]
        found = _with_state(annotated, Span(*match.span()), office, plural, prefix)
        sent = _sent_to(annotated, found)
        names = [name for name in _names_after(text, sent) if _is_name(annotated, name, sent)] or list(_name_before(text, sent))
        found = sent if names else found
        for span, name in names:
            state, own = _state_after(annotated, span) if not found.state else ("", span)
            value = PersonName(name, _office(text, found), found.state or state, found.host, found.when)
            yield Mention(KIND, own if plural else own.join(found.span), value)
        if not names and found.state and not plural:
            yield Mention(KIND, found.span, PersonName("", found.office, found.state, when=found.when))


def _with_state(annotated: Annotated, office: Span, name: str, plural: bool, prefix: re.Pattern[str]) -> _Found:
    """The office with the state that it serves, named before it or after it."""
    text, span, state, when = annotated.document.text, office, "", ""
    if before := prefix.search(text, max(0, span.start - 16), span.start):
        when, span = before[1].lower(), Span(before.start(1), span.end)
    for mention in annotated.within("actor", Span(max(0, span.start - 60), span.start)):
        between = text[mention.span.end : span.start]
        if re.fullmatch(r"(?:['’]s?)?\s+(?:(?:Deputy|deputy|visiting|new|current|long-time|former|then)[\s-]+)?", between) and mention.value.code:
            state, span = mention.value.code, Span(mention.span.start, span.end)
    for mention in annotated.within("actor", Span(max(0, office.start - 60), min(len(text), span.end + 70))):
        if mention.span.touches(office) and mention.value.code:
            state, span = mention.value.code, span.join(mention.span)
        between = text[office.end : mention.span.start]
        if re.fullmatch(r"\s+(?:of|for)\s+(?:the\s+)?(?:\w+\s+of\s+)?", between) and mention.value.code and mention.value.how is not How.CAPITAL:
            state, span = mention.value.code, Span(span.start, mention.span.end)
    if not when and (again := prefix.search(text, max(0, span.start - 16), span.start)):
        when, span = again[1].lower(), Span(again.start(1), span.end)
    return _Found(span, name, state, plural, when.strip("-"))


def _is_name(annotated: Annotated, name: tuple[Span, str], found: _Found) -> bool:
    """Is it a person's name, not a state's, nor a single word after more than the office?"""
    span, words = name
    if any(mention.span.touches(span) and mention.value.code for mention in annotated.within("actor", span.join(found.span)) if mention.span.start >= span.start):
        return False
    return " " in words or "." in words or span.start - found.span.end <= 1 and annotated.document.text[span.start - 1] == " " and not found.host and not _of_follows(annotated, found)


def _of_follows(annotated: Annotated, found: _Found) -> bool:
    return " of " in found.span.of(annotated.document)


def _office(text: str, found: _Found) -> str:
    """The office, or `other` for whoever serves its holder: an adviser to the president."""
    return "other" if SERVES.search(text, max(0, found.span.start - 40), found.span.start) else found.office


def _sent_to(annotated: Annotated, found: _Found) -> _Found:
    """An envoy's office with the state accredited to: `ambassador to Mali`."""
    if found.office not in ENVOYS:
        return found
    text, start = annotated.document.text, found.span.end
    for mention in annotated.within("actor", Span(start, min(len(text), start + 60))):
        if re.fullmatch(r"\s+(?:to|in)\s+(?:the\s+)?", text[start : mention.span.start]) and mention.value.code:
            return replace(found, span=found.span.join(mention.span), host=mention.value.code)
    return found


def _state_after(annotated: Annotated, name: Span) -> tuple[str, Span]:
    """The state told after a name: `Presidents Soto of Chile and Rey of Bolivia`."""
    text = annotated.document.text
    for mention in annotated.within("actor", Span(name.end, min(len(text), name.end + 40))):
        if re.fullmatch(r"\s+of\s+(?:the\s+)?", text[name.end : mention.span.start]) and mention.value.code:
            return mention.value.code, name.join(mention.span)
    return "", name


def _names_after(text: str, found: _Found) -> Iterator[tuple[Span, str]]:
    """The name or, after a plural, the names that follow an office."""
    at = re.compile(r",?\s+(?:\(|-\s)?").match(text, found.span.end)
    while at:
        start = at.end()
        if title := TITLE.match(text, start):
            start = title.end()
        name = NAME.match(text, start)
        cleaned = _name(name[0]) if name else ""
        if not name or not cleaned:
            return
        yield Span(start, start + len(cleaned)), cleaned
        of_state = r"(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)?"
        at = re.compile(rf"{of_state}(?:,\s+and\s+|,\s+|\s+and\s+)").match(text, start + len(cleaned)) if found.plural else None


def _name_before(text: str, found: _Found) -> Iterator[tuple[Span, str]]:
    """The name before an office in apposition: `Omar Bello, the president of Mali`."""
    window = text[max(0, found.span.start - 80) : found.span.start]
    tail = re.search(rf"({NAME.pattern})(?:,\s+(?:who\s+(?:is|was)\s+)?|\s+\()(?:(?:the|a|an|his|her|its)\s+)?(?:(?:new|current|then)[\s-]+)?$", window)
    if not tail:
        return
    name = _name(tail[1])
    if name and name == tail[1] and " " in name:
        start = found.span.start - len(window) + tail.start(1)
        yield Span(start, start + len(name)), name


def _name(words: str) -> str:
    """The words up to the first that is no part of a name; "" where nothing is left."""
    kept: list[str] = []
    for word in words.split(" "):
        if word.rstrip("’'s") in NO_NAME or word in NO_NAME:
            break
        kept.append(word)
    while kept and re.fullmatch(PARTICLE, kept[-1]):
        kept.pop()
    return re.sub(r"['’]s?$", "", " ".join(kept))


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
