"""A sentence as a row of items: mentions where there are any, words and signs between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from comity.coding.coordination import AND_OTHERS, how, join_tail, without_brackets
from comity.mentions import Annotated, How, Mention, PersonName, Quantity, Trigger
from comity.model import Span
from comity.triggers import BASE, FIXED, GERUND, PARTICIPLE, PAST, THIRD, Lexicon

TOKEN = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|\S")
VERBAL = frozenset(BASE + THIRD + PAST + PARTICIPLE + GERUND)
FINITE = frozenset(THIRD + PAST)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a sentence. Several readings of it stand side by side."""

    span: Span
    lower: str
    tag: str
    """`word`, `sign`, or a class of the lexicon's closed words."""
    actors: tuple[Mention, ...] = ()
    """Actors and persons that it names; several where they are coordinated."""
    adjective: bool = False
    """The actor stands as an adjective of what follows."""
    owner: bool = False
    """It ends in a genitive: Peru's."""
    place: Mention | None = None
    date: Mention | None = None
    year: Mention | None = None
    """The year by which a treaty is called, which dates nothing else."""
    quantity: Mention | None = None
    capital: bool = False
    """It begins with a capital letter."""
    concepts: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Concepts whose words begin in it: their forms, and the index of the item in which they end."""

    @property
    def is_group(self) -> bool:
        """Does it name several actors, or point at several? A person in two offices is one."""
        return len({_who(mention) for mention in self.actors}) > 1 or any(
            how(mention) in (How.GROUP, How.FIRST) for mention in self.actors
        )

    @property
    def is_word(self) -> bool:
        """Is it a plain word: no name, no sign, none of the words that only bind?"""
        return self.tag == "word" and not self.actors

    @property
    def begins_object(self) -> bool:
        """May it begin what a verb before it is done to, or what that says: signed *the* treaty, noted *that* it rained?"""
        return self.tag in ("determiner", "word", "actor", "quantity") or self.lower == "that"

    @property
    def is_plain_name(self) -> bool:
        """Is it one actor by its mere name, which may qualify a noun: the EU resolution?"""
        return self.tag == "actor" and len(self.actors) == 1 and how(self.actors[0]) is How.NAME

    @property
    def counts_people(self) -> bool:
        """Is it so many of a people, who act for no state: 200 Danes? Soldiers and other agents do."""
        counted = self.quantity.value if self.quantity else None
        persons = isinstance(counted, Quantity) and counted.unit == "persons"
        return persons and bool(self.actors) and how(self.actors[0]) in (How.PEOPLE, How.ADJECTIVE)

    @property
    def is_measure(self) -> bool:
        """Is it an amount of something that cannot act: two hours, five percent?"""
        counted = self.quantity.value if self.quantity and not self.actors else None
        return isinstance(counted, Quantity) and (not counted.noun or counted.unit == "percent")

    def verbal(self, forms: frozenset[str] = VERBAL) -> bool:
        """Can it be a verb of some concept, in one of the forms?"""
        return any(forms & set(found) for found, _ in self.concepts.values())


def _who(mention: Mention) -> str | Span:
    return mention.value.name if isinstance(mention.value, PersonName) and mention.value.name else mention.span


@lru_cache(maxsize=8)
def tags(lexicon: Lexicon) -> dict[str, str]:
    """Each closed word with its class; the first class named wins."""
    found: dict[str, str] = {}
    for name in ("relative", "subordinator", "conjunction", "auxiliary", "preposition", "determiner", "adverb"):
        for word in lexicon.closed.get(name, ()):
            found.setdefault(word, name)
    found["that"] = "relative"
    found["since"] = "preposition"
    return found


def items(
    annotated: Annotated, sentence: Span, lexicon: Lexicon, tidy: Callable[[list[Item]], list[Item]] = list
) -> tuple[Item, ...]:
    """The items of a sentence, actors joined where they are coordinated, triggers attached; `tidy` may leave some out before."""
    rough = without_brackets(_rough(annotated, sentence, tags(lexicon)))
    joined = _coordinated(tidy(_adjectives(annotated, rough)))
    return _with_triggers(annotated, sentence, joined)


def _rough(annotated: Annotated, sentence: Span, known: Mapping[str, str]) -> list[Item]:
    """Mentions and the tokens between them."""
    text, found, at = annotated.document.text, [], sentence.start
    places = {mention.span: mention for mention in annotated.within("place", sentence)}
    for mention in _chosen(annotated, sentence):
        found += _tokens(text, Span(at, mention.span.start), known)
        found.append(_mention_item(annotated, mention, places.get(mention.span)))
        at = mention.span.end
    found += _tokens(text, Span(at, sentence.end), known)
    return _with_owners(found)


def _chosen(annotated: Annotated, sentence: Span) -> list[Mention]:
    """Mentions that do not overlap: persons before dates, quantities, actors and places; the longer before the shorter."""
    rank = {"person": 0, "date": 1, "quantity": 2, "actor": 3, "place": 4, "named-year": 5}
    every = [_widened(annotated, mention, sentence) for kind in rank for mention in annotated.within(kind, sentence)]
    taken: list[Mention] = []
    for mention in sorted(every, key=lambda mention: (rank[mention.kind], -len(mention.span))):
        if not any(mention.span.touches(other.span) for other in taken):
            taken.append(mention)
    return sorted(taken, key=lambda mention: mention.span)


def _widened(annotated: Annotated, mention: Mention, sentence: Span) -> Mention:
    """A quantity with the actor whose name runs on past it: 12 experts from Denmark."""
    if mention.kind != "quantity":
        return mention
    for other in annotated.within("actor", Span(mention.span.start, sentence.end)):
        if mention.span.start < other.span.start < mention.span.end < other.span.end:
            return replace(mention, span=mention.span.join(other.span))
        if other.span.start >= mention.span.end:
            break
    return mention


def _mention_item(annotated: Annotated, mention: Mention, place: Mention | None) -> Item:
    lower = mention.span.of(annotated.document).lower()
    match mention.kind:
        case "date":
            return Item(mention.span, lower, "date", date=mention)
        case "quantity":
            within = annotated.within("actor", mention.span)
            whose = tuple(sorted(within, key=lambda each: (each.span.start, -each.span.end)))[:1]
            acts = any(how(each) in (How.AGENT, How.FIRST) for each in whose) or _is_people(mention, whose)
            return Item(mention.span, lower, "quantity", actors=whose, adjective=bool(whose) and not acts, quantity=mention)
        case "named-year":
            return Item(mention.span, lower, "quantity", year=mention)
        case "place":
            return Item(mention.span, lower, "place", place=mention)
        case _:
            tag = "determiner" if how(mention) is How.ITS else "actor"
            return Item(mention.span, lower, tag, actors=(mention,), place=place)


def _is_people(mention: Mention, whose: Sequence[Mention]) -> bool:
    """Is a people what is counted: 200 Danes, 300 Japanese?"""
    return bool(whose) and whose[0].span.end == mention.span.end and how(whose[0]) in (How.PEOPLE, How.ADJECTIVE)


NO_ADVERBS = frozenset((
    "family", "supply", "resupply", "reply", "assembly", "anomaly", "monopoly", "apply", "comply", "imply", "multiply",
    "early", "friendly", "elderly", "costly", "deadly", "italy",
))  # fmt: skip


def _tokens(text: str, within: Span, known: Mapping[str, str]) -> list[Item]:
    found = []
    for match in TOKEN.finditer(text, within.start, within.end):
        lower = match[0].lower()
        tag = known.get(lower) or ("word" if lower[0].isalnum() else "sign")
        if tag == "word" and lower.endswith("ly") and len(lower) > 4 and lower not in NO_ADVERBS:
            tag = "adverb"
        found.append(Item(Span(*match.span()), lower, tag, capital=match[0][0].isupper()))
    return found


def _with_owners(found: list[Item]) -> list[Item]:
    """Fold a genitive's `'s` into the item before it."""
    kept: list[Item] = []
    for item in found:
        if item.lower in ("'s", "’s", "'", "’") and kept and kept[-1].actors and kept[-1].span.end == item.span.start:
            kept[-1] = replace(kept[-1], span=kept[-1].span.join(item.span), owner=True)
        else:
            kept.append(item)
    return kept


def _adjectives(annotated: Annotated, found: list[Item]) -> list[Item]:
    """Settle which adjectives of states qualify a noun, and which stand for the people: `the Vietnamese withdrew`."""
    if not any(item.actors and how(item.actors[0]) is How.ADJECTIVE for item in found):
        return found
    verbs = {mention.span.start for mention in annotated.within("trigger", _whole(found)) if _finite(mention)}
    settled = []
    for index, item in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        adjective = bool(item.actors) and how(item.actors[0]) is How.ADJECTIVE and item.quantity is None
        if adjective and following is not None:
            adjective = following.tag in ("word", "quantity") and not (following.span.start in verbs and _after_the(found, index))
            joined = following.lower in ("-", "–", "—", "and") and index + 2 < len(found) and bool(found[index + 2].actors)
            adjective = adjective or (joined and how(found[index + 2].actors[0]) is How.ADJECTIVE)
        settled.append(replace(item, adjective=adjective) if adjective else item)
    return settled


def _whole(found: Sequence[Item]) -> Span:
    return found[0].span.join(found[-1].span) if found else Span(0, 0)


def _finite(mention: Mention) -> bool:
    return isinstance(mention.value, Trigger) and any(FINITE & set(forms) for _, forms in mention.value.concepts)


def _after_the(found: Sequence[Item], index: int) -> bool:
    return index > 0 and found[index - 1].lower == "the"


def _coordinated(found: list[Item]) -> list[Item]:
    """Join `Peru, Chile and Bolivia` and `Lao–Russian` into one item each."""
    kept: list[Item] = []
    for index, item in enumerate(found):
        kept.append(item)
        if item.actors and how(item.actors[0]) is not How.ITS and not _has_own_amount(found, index):
            after = " ".join(item.lower for item in found[index + 1 : index + 9])
            join_tail(kept, owning=index + 1 < len(found) and found[index + 1].is_word, ended=bool(AND_OTHERS.match(after)))
    return kept


def _has_own_amount(found: Sequence[Item], index: int) -> bool:
    """Has the last of several an amount of its own: lent $5 million to Peru and Chile $2 million?"""
    counted = index + 1 < len(found) and found[index + 1].quantity is not None and not found[index + 1].actors
    led = index > 2 and found[index - 1].lower == "and" and found[index - 3].tag == "preposition"
    return counted and led and any(item.quantity for item in found[:index])


def begins_clause(row: Sequence[Item], at: int) -> bool:
    """Does somebody stand here with an auxiliary right behind: it closed, and *Peru is* accredited from Lima?"""
    two = row[at : at + 2]
    return len(two) == 2 and two[0].tag == "actor" and not two[0].adjective and two[1].tag == "auxiliary"


def is_twofold(row: Sequence[Item], after: int) -> bool:
    """Does a second clause begin as the sentence does: in Lima there is a club, and in Quito a park?"""
    again = next((at for at in range(after, len(row)) if row[at].lower == row[0].lower), 0)
    return again > 0 and row[again - 1].lower in ("and", ";", "while")


def _with_triggers(annotated: Annotated, sentence: Span, found: list[Item]) -> tuple[Item, ...]:
    starts: dict[int, dict[str, tuple[str, int]]] = {}
    at = 0
    for mention in annotated.within("trigger", sentence):
        while at < len(found) and found[at].span.end <= mention.span.start:
            at += 1
        end = at
        while end < len(found) and found[end].span.end < mention.span.end:
            end += 1
        if at == len(found) or end == len(found) or not isinstance(mention.value, Trigger):
            continue
        end -= end > at and found[end].quantity is not None and mention.span.end < found[end].span.end  # is *about* 300
        if mention.span.start < found[at].span.start:
            continue  # in a name that was left out
        inside = any(how(each) not in (How.GROUP, How.BEARER) for each in found[at].actors) and found[at].quantity is None
        if end == at and any(how(each) is How.NAME and mention.span in each.span for each in found[at].actors):
            continue  # a union in the Soviet Union
        told = {name: (forms, end) for name, forms in mention.value.concepts if not inside or forms != FIXED}
        if earlier := starts.get(at):
            told = {**earlier, **{name: its for name, its in told.items() if name not in earlier or earlier[name][1] < end}}
        starts[at] = told
    return tuple(replace(item, concepts=starts[index]) if index in starts else item for index, item in enumerate(found))
