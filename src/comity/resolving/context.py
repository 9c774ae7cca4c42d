"""What a document is about: its topic pair, its home state, who speaks; the ground on which "the two countries" is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from comity.cover import Cover
from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Block, BlockKind, Span
from comity.resolving.publishers import filed_from, in_capitals, posted, publisher_of, run_in
from comity.resolving.voice import home_of, introduced, is_speech, spoken_by, spoken_on

NAMES = frozenset({How.NAME, How.ADJECTIVE, How.PEOPLE, How.AGENT})
# A pair is believed by count alone where the third state is named at most this share as often as the second.
THIRD_TO_SECOND = 0.6
ALL_RELATIONS = re.compile(
    r"(?:the\s+)?(?:foreign|diplomatic|international|external|bilateral)\s+(?:relations|policy|affairs)\s+of\b", re.I
)
# Where the title names one state alone, another makes a pair with it only if it is named at least this share as often:
# a list of one state's relations names each of the others a few times.
SECOND_TO_FIRST = 0.34
TALKS = re.compile(
    r"\b(?:talks?|meetings?|meets?|met|conversation|(?:tele)?phone[sd]?|calls?|visit(?:s|ed)?|negotiations|consultations|summit|reception"
    r"|audience|message|greetings|congratulat\w+|condolences|telegram|letter|speaks?|spoke|receive[sd]?|welcome[sd]?|host(?:s|ed)?|readout)\b",
    re.I,
)
BY_TITLE = "the title names the two"
BY_MISSION = "the mission of the one in the other publishes it"
BY_TALKS = "the title tells of talks with the one, and the officials who speak are the other's"
MOST_NAMED = "the text names these two most"
MANY = 5
"""States, of which a speech that names them speaks of no two."""
STAND = re.compile(
    r"(?:['’]s?)?\s+(?:[a-z-]+\s+){0,2}(?:support|commitment|decision|readiness|policy|position|intention|solidarity|condolences|assistance"
    r"|backing|determination|willingness|contribution|pledge)\b"
)
"""What a read-out tells of its own side behind its name: Peru's unwavering support."""
LEDE = 400  # characters after the title in which a document says what it is about


@dataclass(frozen=True)
class Context:
    """What is known of a document as a whole before its claims are settled."""

    pair: tuple[str, ...] = ()
    """The two states that the document is about; empty where it is about no pair."""
    home: str = ""
    """The one state that it is about, where it is about one with many others."""
    speaker: str = ""
    """The state in whose name a first person speaks."""
    publisher: str = ""
    """The state whose ministry, presidency or embassy publishes the text."""
    filed: str = ""
    """The state from whose city a report was filed."""
    persons: Mapping[str, str] = field(default_factory=dict)
    """Words of persons' names with the state they serve, where the document tells it."""
    why_pair: str = ""
    spoken: str = ""
    """When it was spoken, where it is a speech."""

    @property
    def titled(self) -> bool:
        """Does the document say that it is about the pair, and not only name the two most?"""
        return bool(self.pair) and self.why_pair != MOST_NAMED

    def other(self, code: str) -> str:
        """The other one of the topic pair; the home state for any other where the document is about one with many."""
        if self.home and not self.pair:
            return self.home if code != self.home else ""
        return next((each for each in self.pair if each != code), "") if code in self.pair else ""

    def why_other(self, code: str) -> str:
        """Why `other` gave this state, for `comity why`."""
        if self.pair:
            return f"{code} is the other of the topic pair: {self.why_pair}"
        return f"{code} is the state that the document is about"

    def known(self, name: str) -> str:
        """The state that a person serves who was told of before, by his whole name or by a name that he alone bears."""
        words = [word for word in name.replace(".", " ").split() if len(word) > 2]
        known = [self.persons[word] for word in words if word in self.persons]
        return known[-1] if known and (len(words) < 2 or len(known) > 1) else ""

    def within(self, annotated: Annotated, block: Block, gazetteer: Gazetteer) -> Context:
        """The context of one block: under a heading, or in a row, about one state, the pair is the home state and that one."""
        if not self.home:
            return self
        led = run_in(annotated.document.text, block)
        for span in ([led] if led else []) + ([block.about] if block.about else []) + list(reversed(block.headings)):
            named = [code for code in states_in(annotated, span, gazetteer) if code != self.home]
            if len(named) == 1:
                words = " ".join(span.of(annotated.document).split())
                return replace(self, pair=(self.home, named[0]), why_pair=f"it stands under or beside {words!r}")
            if named:
                return self
        return self


def read_context(annotated: Annotated, gazetteer: Gazetteer) -> Context:
    """The context of a document, from its title, its headings, its first lines and what it names most."""
    title = _title(annotated)
    titled = states_in(annotated, title, gazetteer) if title else []
    if title and not titled and title.of(annotated.document).isupper():
        titled = in_capitals(title.of(annotated.document), gazetteer)
    counts = Counter(_all_states(annotated, gazetteer))
    pair, why = _pair(titled, counts, states_in(annotated, _lede(annotated), gazetteer))
    if not pair and not titled:
        pair, why = _pair(titled, _counted(annotated, gazetteer), (), SECOND_TO_FIRST)
    likely = _host(annotated, title, titled, gazetteer, pair) if title else ""
    if likely:
        pair, why = (likely, *titled), BY_TALKS
    home = titled[0] if len(titled) == 1 else ""
    if home and title and ALL_RELATIONS.match(title.of(annotated.document)):
        return Context((), home, persons=_persons(annotated), why_pair=f"the document is about {home}")
    persons = _persons(annotated)
    publisher = publisher_of(annotated, gazetteer)
    speaker = (
        publisher
        or (spoken_by(annotated, title, gazetteer) if title else "")
        or introduced(annotated, _lede(annotated), gazetteer)
        or _speaker(annotated, title, pair or tuple(titled[:1]), persons)
        or home_of(annotated, gazetteer)
    )
    if mission := posted(annotated, gazetteer):
        pair, why = mission, BY_MISSION
    voice = publisher or (speaker if is_speech(annotated.document) else "")
    if voice and why != BY_TITLE and (voice not in pair or _speaks_of_many(why, counts)):
        pair, why, home = (), "", voice
    return Context(pair, home, speaker, publisher, filed_from(annotated, gazetteer), persons, why, spoken_on(annotated))


def _speaks_of_many(why: str, counts: Mapping[str, int]) -> bool:
    """Does a speech name so many states that the two which it names most are no ground to fill what is left open?"""
    return why == MOST_NAMED and len(counts) >= MANY


def article_contexts(annotated: Annotated, gazetteer: Gazetteer) -> dict[int, Context]:
    """The context of each article of a page that strings several together, by its number.

    An article that names no pair of its own is about that of the page, unless it speaks of other states; what its headline
    alone names is no pair, for a scraped headline may be another article's.
    """
    whole = read_context(annotated, gazetteer)
    numbers = {block.article for block in annotated.document.blocks}
    found = dict.fromkeys(numbers, whole)
    for number in numbers if len(numbers) > 1 else ():
        part = annotated.of_article(number)
        own = replace(read_context(part, gazetteer), persons=whole.persons)
        named = Counter(_all_states(part, gazetteer))
        strange = {code for code, count in named.items() if count > 1} - set(whole.pair)
        if any(named[code] < 2 for code in own.pair) and len(part.document.blocks) > 2:
            own = replace(own, pair=(), why_pair="")
        inherits = not own.pair and not strange and own.home in ("", *whole.pair)
        found[number] = replace(own, pair=whole.pair, why_pair=whole.why_pair) if inherits else own
    return found


def _title(annotated: Annotated) -> Span | None:
    blocks = annotated.document.blocks
    titles = [block for block in blocks if block.kind is BlockKind.TITLE]
    if not titles and blocks and blocks[0].kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        titles = [blocks[0]]
    return titles[0].span if titles else None


def _lede(annotated: Annotated) -> Span:
    blocks = annotated.document.blocks
    start = blocks[0].span.start if blocks else 0
    return Span(start, min(len(annotated.document.text), start + LEDE))


def states_in(annotated: Annotated, span: Span, gazetteer: Gazetteer) -> list[str]:
    """The states named in a stretch, each once, in order."""
    return list(dict.fromkeys(_codes(annotated.within("actor", span), gazetteer)))


def _codes(mentions: Iterable[Mention], gazetteer: Gazetteer) -> Iterable[str]:
    for mention in mentions:
        value = mention.value
        if isinstance(value, ActorName) and value.how in NAMES and gazetteer.is_state(value.code):
            yield value.code


def _all_states(annotated: Annotated, gazetteer: Gazetteer) -> Iterable[str]:
    unread = Cover(block.span for block in annotated.document.blocks if block.kind is BlockKind.BOILERPLATE)
    return _codes((mention for mention in annotated.all("actor") if not unread.holds(mention.span)), gazetteer)


def _counted(annotated: Annotated, gazetteer: Gazetteer) -> Counter[str]:
    """How often each state is named; by its capital or a seat of its government too, where it is named otherwise as well."""
    counts = Counter(_all_states(annotated, gazetteer))
    values = [mention.value for mention in annotated.all("actor") if isinstance(mention.value, ActorName)]
    counts.update(value.code for value in values if value.how in (How.CAPITAL, How.SEAT) and value.code in counts)
    return counts


def _pair(
    titled: Sequence[str], counts: Counter[str], lede: Sequence[str], third_to_second: float = THIRD_TO_SECOND
) -> tuple[tuple[str, ...], str]:
    if len(titled) == 2:
        return tuple(titled), BY_TITLE
    common = [code for code, _ in counts.most_common(3)]
    if len(common) >= 2:
        third = counts[common[2]] if len(common) > 2 else 0
        if len(titled) == 1 and counts[common[1]] < SECOND_TO_FIRST * counts[common[0]]:
            return (), ""
        if third <= third_to_second * counts[common[1]] and (counts[common[1]] > 2 or set(common[:2]) <= set(lede)):
            return tuple(sorted(common[:2], key=lambda code: (lede.index(code) if code in lede else len(lede), code))), (
                MOST_NAMED
            )
    return (), ""


def _host(annotated: Annotated, title: Span, titled: Sequence[str], gazetteer: Gazetteer, pair: Sequence[str]) -> str:
    """In a report of talks with those of one state, the other: whose officials, or else whose seat, its opening names.

    Where it opens with somebody in office of whom no state is told, it is the one whose stand is told; else, where the text
    names no pair, the one other whose officials are named anywhere.
    """
    if len(titled) != 1 or not TALKS.search(title.of(annotated.document)):
        return ""
    opening = _opening(annotated, title)
    if host := _officials(annotated, opening, titled, gazetteer):
        return host
    unknown = [mention.value for mention in (*annotated.within("person", opening), *annotated.within("actor", opening))]
    if any(value.how is How.BEARER if isinstance(value, ActorName) else _is_unknown(value) for value in unknown):
        return _taking_a_stand(annotated, titled, gazetteer)
    return "" if pair else _officials(annotated, Span(0, len(annotated.document.text)), titled, gazetteer)


def _is_unknown(value: object) -> bool:
    return isinstance(value, PersonName) and bool(value.office) and not value.state


def _officials(annotated: Annotated, within: Span, titled: Sequence[str], gazetteer: Gazetteer) -> str:
    """The one state, besides those titled, whose officials a stretch names, or else whose seat."""
    persons = (mention.value for mention in annotated.within("person", within))
    named = (mention.value for mention in annotated.within("actor", within))
    serving = {value.state for value in persons if isinstance(value, PersonName) and value.office}
    seats = {value.code for value in named if isinstance(value, ActorName) and value.how is How.SEAT}
    found = [{code for code in codes - set(titled) if gazetteer.is_state(code)} for codes in (serving, seats)]
    likely = found[0] or found[1]
    return likely.pop() if len(likely) == 1 else ""


def _taking_a_stand(annotated: Annotated, titled: Sequence[str], gazetteer: Gazetteer) -> str:
    """The first other state whose support, decision or position is told."""
    text = annotated.document.text
    mentions = (mention for mention in annotated.all("actor") if STAND.match(text, mention.span.end))
    return next((code for code in _codes(mentions, gazetteer) if code not in titled), "")


def _opening(annotated: Annotated, title: Span) -> Span:
    """A title with the first paragraph below it."""
    blocks = annotated.document.blocks
    first = next((each for each in blocks if each.kind is BlockKind.PARAGRAPH and each.span.start >= title.end), None)
    return title.join(first.span) if first else title


def _persons(annotated: Annotated) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for mention in annotated.all("person"):
        value = mention.value
        if isinstance(value, PersonName) and value.name and value.state:
            for word in value.name.replace(".", " ").split():
                if len(word) > 2:
                    found.setdefault(word, set()).add(value.state)
    return {word: next(iter(states)) for word, states in found.items() if len(states) == 1}


def _speaker(annotated: Annotated, title: Span | None, states: tuple[str, ...], persons: Mapping[str, str]) -> str:
    """Of a speech or article in the first person, the state of the person that its head names."""
    lede = _lede(annotated)
    head = Span(lede.start, max(lede.end, title.end if title else 0))
    for mention in annotated.within("person", head):
        value = mention.value
        if isinstance(value, PersonName) and value.office:
            known = value.state or next((persons[word] for word in value.name.split() if word in persons), "")
            return known or (states[0] if states else "")
    return ""
