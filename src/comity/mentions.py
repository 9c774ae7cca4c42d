"""What is read into a text: mentions with their values, the document that carries them, and drafts made of them."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from comity.model import Document, Span, Value


class How(StrEnum):
    """By which words an actor is named."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    BODY = "body"
    AGENT = "agent"
    """A noun of acting under a state's adjective or genitive: the Soviet delegation, the army of Peru."""
    PERSON = "person"
    GROUP = "group"
    """Words that stand for the pair or group in sight: the two countries, both sides, they."""
    ITS = "its"
    """A possessive that points back: its, their, his."""
    FIRST = "first person"
    PRONOUN = "pronoun"
    """A word for an actor or person named before: it, he, she."""
    INSIDE = "inside"
    """An actor inside a state by its mere noun: the rebels, police, demonstrators."""
    BEARER = "bearer"
    """Who acts for a state that the words do not name: the king, the junta, the government."""


@dataclass(frozen=True, slots=True)
class ActorName:
    """The value of an actor mention: a code that is not yet settled in time, and how the text names it."""

    code: str
    how: How
    text: str = ""
    group: tuple[str, ...] = ()
    """Of a group with a name of its own, whom it holds: the Baltic states."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """The value of a person mention: name, office (as in kinds/post.yaml) and the state served, each "" if not told."""

    name: str
    office: str = ""
    state: str = ""
    host: str = ""
    """Of an envoy, the state or organisation accredited to."""
    when: str = ""
    """`then`, `former`, `acting`, `designate`, or ""."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """The value of a date mention: EDTF as far as the words alone tell, and what must be asked of the context.

    `edtf` is "" where `relative` must be resolved first. `role` is the word that binds it: in, on, since, from, by, until,
    after, before, during, between; or `of`, where the date belongs to the noun beside it ("the 1972 treaty", "the accord of
    1972"). `relative` is BASE:STEP or BASE:STEP:TOLD, or two of these with " to " between:

    BASE  `pub` the article's own date; `text` the date told before; `near` whichever of the two is nearer at hand
    STEP  `year-1`, `month+0`, `week+2`, `day+1`, `decade+1`, `century-1`: so many units from it (+0: the same one);
          `anniversary+50` the same day or month so many years from it; a `~` behind the count where that is about;
          `on` the one that fits it, `last` before it, `next` after it, `then` from it on
    TOLD  what the words tell besides: `XXXX-08` or `XXXX-06-14` of that year, `XXXX-23` its autumn, `XXXX-XX-15` of that month,
          `W2` Tuesday

    "in August of the same year" is `text:year+0:XXXX-08`, "last July" `pub:last:XXXX-07`, "14 June" `near:on:XXXX-06-14`.
    """

    edtf: str = ""
    relative: str = ""
    role: str = "in"
    outer: str = ""
    """The word over the phrase that the date ends: "after" in "After the war in 1990, they met"; they met after it."""
    reach: int | None = None
    """How many characters before the date that phrase begins; None where there is none."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """The value of a quantity mention. `value_to` is the upper end of a range."""

    value: float
    unit: str
    bound: str = "exact"
    value_to: float | None = None
    noun: str = ""
    """The words that say what was counted, as the text has them."""
    money: bool = field(default=False, compare=False)
    """Is it an amount of money, whether or not its currency has a code?"""
    currencies: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """The states that have a currency of the name that stands there, and its unit: 30 million kroner."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The value of a trigger mention: the concepts whose words stand there, and in which grammatical forms."""

    concepts: tuple[tuple[str, str], ...]


MentionValue: TypeAlias = ActorName | PersonName | DateWords | Quantity | Trigger | str | int


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that a stage has read something into."""

    kind: str
    span: Span
    value: MentionValue


def code_of(mention: Mention) -> str:
    """The code of the actor that a mention names; "" for a person, and where the words do not tell."""
    return mention.value.code if isinstance(mention.value, ActorName) else ""


def state_of(mention: Mention) -> str:
    """The state that a person serves, or the code of the actor that a mention names; "" where the words do not tell."""
    return mention.value.state if isinstance(mention.value, PersonName) else code_of(mention)


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word of a parsed sentence, as Universal Dependencies have it; `head` is its own place at the root."""

    span: Span
    lemma: str
    pos: str
    """The universal part of speech."""
    relation: str
    """The relation to its head, with its subtype: `nsubj:pass`; `root` at the root."""
    head: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The dependency tree of one sentence."""

    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Annotated:
    """A document with its mentions, by kind and in the order of the text."""

    document: Document
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def plus(self, kind: str, found: Iterable[Mention]) -> Annotated:
        """The same with mentions of one more kind."""
        every = tuple(found)
        times = Counter(mention.span for mention in every)

        def place(mention: Mention) -> tuple[int, int, str]:
            return mention.span.start, mention.span.end, str(mention.value) if times[mention.span] > 1 else ""

        return replace(self, mentions=MappingProxyType({**self.mentions, kind: tuple(sorted(every, key=place))}))

    def all(self, kind: str) -> tuple[Mention, ...]:
        """The mentions of a kind in the order of the text."""
        return self.mentions.get(kind, ())

    def of_article(self, number: int) -> Annotated:
        """The blocks and mentions of one article of a page that strings several together; the text stays the page's."""
        blocks = tuple(block for block in self.document.blocks if block.article == number)
        whole = blocks[0].span.join(blocks[-1].span)
        mentions = {kind: tuple(self.within(kind, whole)) for kind in self.mentions}
        return replace(self, document=replace(self.document, blocks=blocks), mentions=mentions)

    def within(self, kind: str, span: Span) -> Sequence[Mention]:
        """The mentions of a kind that stand wholly inside a span."""
        if (starts := self._starts.get(kind)) is None:
            starts = self._starts[kind] = [mention.span.start for mention in self.all(kind)]
        low = bisect.bisect_left(starts, span.start)
        high = bisect.bisect_left(starts, span.end, low)
        if low == high:
            return ()
        return [mention for mention in self.all(kind)[low:high] if mention.span.end <= span.end]

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        """Where the mentions of each kind begin, as far as somebody has asked."""
        return {}


@dataclass(frozen=True, slots=True)
class Stand:
    """Somebody who is named in a sentence from which a claim is gleaned, and how likely he stands on either of its sides."""

    mention: Mention
    first: float
    other: float
    role: str = ""
    """What he is to the word on which the reading rests: `subject`, `object`, `by`, `owner`; "" where the tree does not tell."""
    link: str = ""
    """The preposition before him, or else his relation to what governs him."""
    after: bool = False
    """Does he stand after that word?"""


GLEANED = "gleaned"
"""How a claim was found that a sentence makes as a whole, in words that no rule knows, or of which none can tell who is meant."""
RUNNING = frozenset({"words", "syntax", GLEANED})
"""How claims are found in running text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim whose who and when are still mentions."""

    kind: str
    fixed: Mapping[str, Value]
    """Fields that the rule itself gives."""
    slots: Mapping[str, tuple[Mention, ...]]
    """Fields that mentions fill."""
    evidence: Span
    trigger: Span
    factuality: str
    rule: str
    """Name of the rule's file and the number of its pattern: `status/established:2`."""
    how: str
    """What found the roles: `words`, `syntax`, `gleaned`, `list`, `pair` or `table`."""
    block: int = 0
    """The number of the block in the document."""
    cues: tuple[Span, ...] = ()
    """Words that decided the factuality."""
    ways: Mapping[str, str] = field(default_factory=dict)
    """What the grammar said of the fields that it filled: `subject`, `object`, `by`, `phrase`, `owner`."""
    inside: bool = False
    """It tells of affairs inside a state: a side that the words leave open is the same state."""
    answers: bool = False
    """It counts only as the reply to an act told just before."""
    between: bool = False
    """Where nobody is named, the two of whom the document speaks do it to each other."""
    paired: bool = False
    """Who is left open is the other of the two of whom the document speaks; where it speaks of no two, it is no claim."""
    depth: int = 0
    """How many clauses and phrases stand over its words in the sentence."""
    likely: float = 1.0
    """The probability that the sentence says such a thing, as the second reading has it."""
    stands: tuple[Stand, ...] = ()
    """Those of whom some stand on the sides of a claim that is gleaned, or may be."""
    beside: bool = False
    """Of a claim that is gleaned: has a rule found one of its kind in the sentence?"""
    known: str = ""
    """Of a claim that is gleaned, the rule that has its words and cannot tell who stands on its sides."""
