"""What stands where in a sentence: elements of a pattern at an item, near an item, and what belongs to what.

What a parser will later tell (subject, object, phrase, owner) is found here by walking over the items.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from comity.coding.grammar import Grammar
from comity.coding.items import Item, begins_clause
from comity.coding.patterns import WHEN, Element, Flat, Gap, Named, Slot, Word
from comity.coding.plans import Plan, Voice
from comity.coding.slots import Filled, Filler
from comity.coding.state import State, owned, unowned, used
from comity.mentions import code_of
from comity.triggers import GERUND

# How many items may lie between parts of a pattern. Calibrated on made-up sentences of thirty words: longer reaches
# bring in the neighbouring clause more often than the part that was meant.
NOUN_PHRASE = 6
CLAUSE = 14
NEAR = 7
SUBJECT = 28
AFTER_PREPOSITION = 5
OWNER = 4

CALLING = frozenset({"on", "upon", "to", "for"})
"""Called on Peru to leave, appealed to Peru to leave."""
SENDING = frozenset(
    {"send", "dispatch", "despatch", "deploy", "fly", "travel", "go", "come", "return", "ship", "move", "rush", "march", "sail"}
    | {"transfer", "airlift", "bring", "deliver", "second", "hurry"}
)
"""What goes to a state does there what it went for, and not the state: were sent to Peru to help."""
NAMING = frozenset({"of", "with", "between", "and", "on", "for", ",", "("})
"""What binds the parts of a treaty's name."""
SITES = frozenset(
    {"city", "town", "port", "capital", "seaport", "village", "suburb", "municipality", "island", "cities", "towns", "ports"}
)
"""Nouns that say what a place is, before its name: in the port of Arica."""
PHRASE_MATTER = frozenset({"word", "determiner", "adverb", "quantity"})
BREAKS = frozenset(';:“”"')
ATTRIBUTE_ENDINGS = ("al", "ic", "ian", "ing", "ent", "ern", "ive", "ary", "ed", "or")


class Standing:
    """The elements of one plan in one sentence."""

    def __init__(self, plan: Plan, items: Sequence[Item], filler: Filler, grammar: Grammar) -> None:
        self.plan, self.items, self.filler, self.grammar = plan, items, filler, grammar
        self.rule = plan.pattern.rule
        self.at = -1
        """Where the anchor stands."""
        self.subject_end = 0
        """Where a subject that is a noun ends: phrases that belong to it stand from there to the verb."""

    def row(self, form: Flat, start: int, filled: Mapping[str, Filled]) -> State | None:
        """The elements of a form one next to the other from an item on, over determiners and brackets only."""
        state: State | None = State(start, filled)
        for element in form:
            while state and state.end < len(self.items) and self._opens(self.items[state.end]):
                state = state.ending(state.end + 1)
            if state is None or state.end >= len(self.items):
                return None
            state = (
                self._owned_here(element, state)
                if isinstance(element, Slot) and element.belongs
                else self._stands(element, state.end, state)
            )
        return state

    def _opens(self, item: Item) -> bool:
        return item.tag == "determiner" or item.lower == "("

    def _owned_here(self, slot: Slot, state: State) -> State | None:
        item = self.items[state.end]
        return self._stands(slot, state.end, state) if item.adjective or item.owner else None

    def _stands(self, element: Element, index: int, state: State) -> State | None:
        """The state after an element that stands at this item; None where it does not."""
        item = self.items[index]
        if isinstance(element, Named):
            found = item.concepts.get(element.concept)
            return State(found[1] + 1, state.filled, state.ways) if found else None
        if isinstance(element, Word):
            return State(index + 1, state.filled, state.ways) if item.lower == element.text else None
        if isinstance(element, Slot) and (values := self.filler.fill(self.rule, element, self.items, index)):
            new = dict(zip(element.fields, values[1], strict=True))
            return None if used(state.filled, new) else State(values[0] + 1, {**state.filled, **new}, state.ways)
        return None

    def _is_noun(self, element: Element) -> bool:
        """Does the element stand for words that name a thing, not an actor?"""
        if isinstance(element, Slot):
            if element.fields == (WHEN,):
                return False
            field = self.rule.kind.fields[element.fields[0]]
            return bool(field.one_of) or field.type == "number"
        return not isinstance(element, Gap)

    def _is_by_others(self, at: int, end: int) -> bool:
        """Is it a participle right before who does it: a plan condemned by Peru, and not one who stood by Peru?"""
        following = self.items[at + 1].lower if at == end and at + 1 < len(self.items) else ""
        acting = [agent for agent in self.grammar.agents(at) if self.items[agent].actors or not self.items[agent].quantity]
        return following == "by" and bool(acting)  # has risen by 5 percent

    def _is_owned(self) -> bool:
        """Does the plan itself name the owner of the object?"""
        return any(isinstance(element, Slot) and element.belongs for element in self.plan.before)

    def _follow(self, part: Flat, state: State, reach: int) -> State | None:
        """The elements of one part, one after the other; the first within reach, the rest close by."""
        done: State | None = state
        free = isinstance(part[0], Word | Gap) if part else False
        owner: Slot | None = None
        for element in part:
            if done is None:
                return None
            if isinstance(element, Gap):
                reach, free = CLAUSE, True
            elif isinstance(element, Slot) and element.belongs:
                owner = element
            else:
                start = done
                done = self._next(element, done, reach, free=free)
                if done and owner:
                    done, owner = self._owned(owner, done, start), None
                reach, free = AFTER_PREPOSITION, False
        return done

    def _owned(self, owner: Slot, noun: State, start: State) -> State | None:
        """A noun of an object with its owner, before or after it."""
        step = self._owner(owner, noun.end - 1, noun)
        if step and step[0] >= start.end:
            return step[1]
        return self._after(("of", "by", "from"), owner, noun, NOUN_PHRASE)

    def _next(self, element: Element, state: State, reach: int, *, free: bool = False) -> State | None:
        """The nearest place to the right where an element stands, over what may lie between."""
        if isinstance(element, Slot) and element.fields == (WHEN,) and element.filter:
            return self._date_in_name(element, state)
        for index in range(state.end, min(len(self.items), state.end + reach + 1)):
            if found := self._stands(element, index, state):
                return found
            if not self._may_skip(index, free=free):
                return None
        return None

    def _date_in_name(self, element: Slot, state: State) -> State | None:
        """A date that belongs to a name: the treaty of peace with Peru of 1904, but not the treaty ended the war of 1904."""
        for index in range(state.end, min(len(self.items), state.end + CLAUSE)):
            if found := self._stands(element, index, state):
                return found
            item, last = self.items[index], self.items[index - 1].lower
            named = item.capital or item.actors or item.place or item.lower in NAMING
            if not named and (last not in NAMING or last in (",", "(") or not item.is_word or item.verbal()):
                return None
        return None

    def _may_skip(self, index: int, *, free: bool) -> bool:
        item = self.items[index]
        other = item.tag in ("relative", "subordinator") or (item.tag == "sign" and item.lower in BREAKS)
        if other or (item.tag == "conjunction" and begins_clause(self.items, index + 1)):
            return False
        if item.tag == "auxiliary" and self.plan.voice in (Voice.NOUN, Voice.MENTION):
            return False
        if free or item.adjective or item.owner:
            return True
        if item.is_plain_name and index + 1 < len(self.items) and self.items[index + 1].is_word:
            return True
        if item.tag == "conjunction" or item.lower == ",":
            return 0 < index < len(self.items) - 1 and self.items[index - 1].is_word and self.items[index + 1].is_word
        named = item.lower == "of" and index > 0 and self.items[index - 1].lower in SITES
        return named or item.tag in PHRASE_MATTER or item.lower in ("-", "‘", "’", "'", "“")

    def _after(self, words: tuple[str, ...], slot: Slot, state: State, reach: int) -> State | None:
        """What fills a slot after one of these prepositions, within reach."""
        for index in range(state.end, min(len(self.items), state.end + reach)):
            item = self.items[index]
            if item.lower in words:
                found = self._next(unowned(slot), state.ending(index + 1), AFTER_PREPOSITION)
                if found:
                    return found
            if item.tag in ("subordinator", "relative") or (item.tag == "sign" and item.lower in BREAKS):
                return None
        return None

    def _owner(self, slot: Slot, at: int, state: State) -> tuple[int, State] | None:
        """To whom a noun belongs: an adjective or genitive before it, or "of", "by" or "from" after it."""
        if at == self.at and (by := self._one_of(self.grammar.doers(at), unowned(slot), state)):
            return at, by.ending(state.end).told(state, "owner")
        if at < len(self.items) and self.items[at].actors and (own := self._stands(slot, at, state)):
            return at, own.ending(max(own.end, state.end))
        for index in range(at - 1, max(-1, at - 1 - OWNER), -1):
            item = self.items[index]
            near = index == at - 1 and item.tag == "actor"
            if item.actors and (item.adjective or item.owner or near or item.tag == "determiner"):
                found = (item.tag == "determiner" and self._subject_of(slot, index, state)) or self._stands(slot, index, state)
                return (index, found.ending(state.end)) if found else None
            if item.tag not in PHRASE_MATTER or item.tag == "determiner":
                break
        if own := self._one_of(self.grammar.owners(at), owned(slot), state):
            return at, own.ending(max(own.end, state.end)).told(state, "owner")
        for words in self._owner_words(slot):
            if found := self._after(words, slot, state, NOUN_PHRASE):
                return at, found
        return None

    def _one_of(self, places: Sequence[int], element: Element, state: State) -> State | None:
        """The first of some places at which an element stands."""
        return next(filter(None, (self._stands(element, index, state) for index in places)), None)

    def _owner_words(self, slot: Slot) -> Iterator[tuple[str, ...]]:
        """Prepositions that name an owner; "from" only where the pattern does not use it otherwise."""
        own = {element.text for part in self.plan.after for element in part if isinstance(element, Word)}
        near = ("of", "by", "between") if self._takes_several(slot) else ("of", "by")
        for words in (tuple(word for word in near if word not in own), () if "from" in own else ("from",)):
            if words:
                yield words

    def _subject_of(self, slot: Slot, index: int, state: State) -> State | None:
        """Whom "its" means: the subject of the clause, where there is one."""
        for subject in self._subjects(index):
            return self._stands(unowned(slot), subject, state)
        return None

    def _takes_several(self, slot: Slot) -> bool:
        return len(slot.fields) > 1 or len(self.rule.kind.sides) == 1

    def _subjects(self, at: int) -> Iterator[int]:
        """Where the subject of a verb may stand, the likeliest first: leftwards past objects and phrases."""
        yield from self._controlled(at)
        yield from sorted(self._leftwards(at), key=self._locates)

    def _leftwards(self, at: int) -> Iterator[int]:
        for index in range(self._before_aside(at) - 1, max(-1, at - SUBJECT), -1):
            item = self.items[index]
            if item.tag == "subordinator" or (item.tag == "sign" and item.lower in BREAKS):
                return
            if item.tag == "relative":
                yield from self._antecedents(index)
                return
            acts = (item.tag == "actor" or bool(item.actors)) and not item.adjective and not item.owner
            if (acts or item.quantity) and not self._is_governed(index):
                yield index

    def _before_aside(self, at: int) -> int:
        """Where a clause between commas before a verb begins, past which its subject stands: Peru, when it rained, left."""
        if at < 2 or self.items[at - 1].lower != ",":
            return at
        for index in range(at - 2, max(0, at - SUBJECT), -1):
            if self.items[index].tag == "subordinator" and self.items[index - 1].lower == ",":
                return index - 1
            if self.items[index].lower in (",", ";", ":"):
                return at
        return at

    def _locates(self, index: int) -> bool:
        """Does it only say where the place before it lies: in Lima, Peru?"""
        place = self.items[index - 2].place if index >= 2 and self.items[index - 1].lower == "," else None
        return place is not None and any(code_of(mention) == place.value for mention in self.items[index].actors)

    def _controlled(self, at: int) -> Iterator[int]:
        """Where another verb's object acts: accused Chile of attacking, asked Peru to withdraw."""
        before = self.items[at - 1].lower if at else ""
        named = at >= 2 and self.items[at - 2].tag == "actor" and not self.items[at - 2].adjective
        governed = at >= 3 and self.items[at - 3].tag == "preposition" and self.items[at - 3].lower not in CALLING
        sent = [self.grammar.lemma(up) for up in self.grammar.above(at - 2)[:1]] if named else []
        named = named and not governed and SENDING.isdisjoint(sent)  # agreed in Lima to, was asked by Peru to
        if named and (before == "to" or (before in ("of", "from", "for", "into") and self._is_gerund(at))):
            yield at - 2

    def _is_gerund(self, at: int) -> bool:
        return self.items[at].verbal(frozenset(GERUND))

    def _antecedents(self, relative: int) -> Iterator[int]:
        for index in range(relative - 1, max(-1, relative - OWNER - 1), -1):
            if self.items[index].tag == "actor" and not self.items[index].adjective:
                yield index
                return

    def _is_governed(self, index: int) -> bool:
        """Is it the object of a preposition or of a verb?"""
        back = index - 1
        while back >= 0 and (self.items[back].tag in ("determiner", "adverb") or self._is_attribute(back)):
            back -= 1
        if back < 0:
            return False
        before = self.items[back]
        if before.lower == "with" and index + 1 < len(self.items) and self._is_gerund(index + 1):
            return False  # with Peru leading the way
        return before.tag == "preposition" or (before.tag == "word" and not before.actors and before.verbal())

    def _is_attribute(self, index: int) -> bool:
        item, following = self.items[index], self.items[index + 1]
        plain = item.tag == "word" and not item.concepts and item.lower.endswith(ATTRIBUTE_ENDINGS)
        return item.adjective or (plain and following.tag in ("word", "actor"))
