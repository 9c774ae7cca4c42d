"""The matching of one plan at one anchor: leftwards to the subject, rightwards to the object and the phrases.

The subject is the nearest actor before the verb that no preposition or verb governs.
"""

from __future__ import annotations

from dataclasses import replace

from comity.coding.cities import says_where
from comity.coding.items import is_twofold
from comity.coding.patterns import Element, Flat, Gap, Named, Slot, Word
from comity.coding.plans import Voice
from comity.coding.roles import objects, undergone
from comity.coding.standing import (
    AFTER_PREPOSITION,
    BREAKS,
    CLAUSE,
    NEAR,
    NOUN_PHRASE,
    OWNER,
    PHRASE_MATTER,
    SUBJECT,
    Standing,
)
from comity.coding.state import State, owned
from comity.triggers import BASE, GERUND, PARTICIPLE, PAST, THIRD


class Search(Standing):
    """One plan in one sentence."""

    def run(self, at: int) -> State | None:
        """The plan with its anchor at an item; None where it does not stand there."""
        self.at = at
        state = self._stands(self.plan.anchor, at, State(at, {}))
        if state is None or not self._voice_fits(at):
            return None
        left = self._left(at, state)
        right = self._right(left, state.end, at) if left else None
        return self._agent(at, state.end, right) if right else None

    def _voice_fits(self, at: int) -> bool:
        """Does the verb's form suit the voice in which the plan reads it?"""
        anchor = self.plan.anchor
        if not isinstance(anchor, Named) or self.plan.voice not in (Voice.ACTIVE, Voice.PASSIVE):
            return True
        forms, end = self.items[at].concepts[anchor.concept]
        if self._only_helps(at) or self._is_attribute_itself(at, forms):
            return False
        if self.plan.voice is Voice.ACTIVE:
            return GERUND in forms or not (self._after_being(at) or (PARTICIPLE in forms and self._is_by_others(at, end)))
        if PARTICIPLE not in forms and PAST not in forms:
            return False
        undergoing = self.grammar.is_undergoing(at, participle=GERUND not in forms)
        return undergoing or self._after_being(at) or (any(map(self._is_noun, self.plan.before)) and not self._has_object(at))

    def _is_attribute_itself(self, at: int, forms: str) -> bool:
        """Does a participle only qualify the noun after it: the proposed treaty?"""
        following = self.items[at + 1] if at + 1 < len(self.items) else None
        article = at > 0 and (self.items[at - 1].tag == "determiner" or self.items[at - 1].owner)
        bare = not set(forms) & {BASE, THIRD} and (article or (at > 0 and self.items[at - 1].tag == "preposition"))
        return bool(bare and GERUND not in forms and following and following.is_word)

    def _has_object(self, at: int) -> bool:
        """Does an object or what is said follow the verb, so that without a form of "be" it is no passive?"""
        anchor = self.plan.anchor
        end = self.items[at].concepts[anchor.concept][1] + 1 if isinstance(anchor, Named) else at + 1
        return end < len(self.items) and self.items[end].begins_object

    def _only_helps(self, at: int) -> bool:
        """Is the verb an auxiliary of another: has closed?"""
        anchor = self.plan.anchor
        end = self.items[at].concepts[anchor.concept][1] if isinstance(anchor, Named) else at
        following = at + 1
        while following < len(self.items) and self.items[following].tag == "adverb":
            following += 1
        if end > at or self.items[at].tag != "auxiliary" or following >= len(self.items):
            return False
        item = self.items[following]
        helped = item.verbal(frozenset("nd")) or (item.tag == "word" and item.lower.endswith("ed"))
        return item.tag == "auxiliary" or (helped and not item.quantity)

    def _after_being(self, at: int) -> bool:
        back = at - 1
        while back >= 0 and self.items[back].tag == "adverb":
            back -= 1
        return back >= 0 and self.items[back].lower in self.filler.being

    def _left(self, at: int, state: State) -> State | None:
        before = self.plan.before
        if not before:
            return state
        if self.plan.voice in (Voice.NOUN, Voice.MENTION):
            return self._in_order(before, at, state)
        head = next((index for index, element in enumerate(before) if self._is_noun(element)), None)
        if head is None and self.plan.voice is Voice.PASSIVE:
            for index in self.grammar.undergone(at):
                if found := self._with_company(before[0], index, state):
                    return found.ending(state.end).told(state, "subject")
            if self.grammar.undergone(at):
                return None  # done to something else
        if head is None:
            return self._subject(before[0], at, state)
        return self._noun_subject(before, head, at, state)

    def _subject(self, slot: Element, at: int, state: State) -> State | None:
        for index in () if [*self._controlled(at)] else self.grammar.subjects(at):
            if found := self._with_company(slot, index, state):
                return found.ending(state.end).told(state, "subject")
        for index in self._subjects(at):
            if found := self._stands(slot, index, state):
                return found.ending(state.end)
            if self.items[index].actors:
                return None
        return None

    def _with_company(self, slot: Element, index: int, state: State) -> State | None:
        """What fills a slot at an item, with the others on a level with it."""
        item = self.items[index]
        if isinstance(slot, Slot) and (item.owner or (item.adjective and not item.counts_people)):
            slot = owned(slot)  # the Peruvian decision to leave
        others = [actor for other in self.grammar.company(index) for actor in self.items[other].actors]
        if not others or not self.items[index].actors:
            return self._stands(slot, index, state)
        alone, self.items = self.items, [*self.items]
        self.items[index] = replace(alone[index], actors=(*alone[index].actors, *others))
        found, self.items = self._stands(slot, index, state), alone
        return found

    def _noun_subject(self, before: Flat, head: int, at: int, state: State) -> State | None:
        """A subject that is a noun of the pattern, with its owner before it and the phrases after it."""
        for index in undergone(self.grammar, at):
            done = self._whole_noun(before, head, index, state)
            if done and (done.end <= at or index > at):
                self.subject_end = done.end
                return done.ending(state.end).told(state, "subject")
        for index in range(at - 1, max(-1, at - self._noun_reach(at)), -1):
            item = self.items[index]
            if item.tag == "sign" and item.lower in BREAKS:
                return None
            found = self._stands(before[head], index, state)
            if found and self._has_nearer_subject(found.end, at):
                return None
            if found is None or found.end > at:
                if item.quantity and isinstance(before[head], Slot):
                    return None
                continue
            done = self._in_order(before[:head], index, found) if head else found
            done = self._follow(before[head + 1 :], done, CLAUSE) if done else None
            if done and done.end <= at:
                self.subject_end = done.end
                return done.ending(state.end)
        return None

    def _has_nearer_subject(self, start: int, at: int) -> bool:
        """Is another noun, between a place and the verb, the verb's own subject: exports grew, and imports reached?"""
        between = (self.items[subject] for subject in self.grammar.subjects(at) if start <= subject < at)
        return any(item.is_word and not item.capital for item in between)

    def _whole_noun(self, before: Flat, head: int, index: int, state: State) -> State | None:
        """The elements of a noun that stands at an item, with its owner and its phrases."""
        found = self.ending_at(before[head], index, state)
        done = self._in_order(before[:head], found[0], found[1]) if found and head else found and found[1]
        return self._follow(before[head + 1 :], done, CLAUSE) if done else None

    def ending_at(self, element: Element, index: int, state: State) -> tuple[int, State] | None:
        """Where an element stands whose last word is at an item: diplomatic relations."""
        for start in range(index, max(-1, index - OWNER), -1):
            found = self._stands(element, start, state)
            if found and found.end > index:
                return start, found
        return None

    def _noun_reach(self, at: int) -> int:
        """How far a noun may stand before the verb: close by where a participle alone says the passive."""
        back = at - 1
        while back >= 0 and self.items[back].tag == "adverb":
            back -= 1
        coordinated = back >= 0 and self.items[back].lower in ("and", "or", "but", ",")
        bare = self.plan.voice is Voice.PASSIVE and not self._after_being(at) and not coordinated
        return NEAR if bare else SUBJECT

    def _in_order(self, before: Flat, at: int, state: State) -> State | None:
        """The elements before a noun, from right to left; an owner may also follow it."""
        done, start = state, at
        for element in reversed(before):
            owner = isinstance(element, Slot) and element.belongs
            step = (
                self._owner(element, start, done) if isinstance(element, Slot) and owner else self._before(element, start, done)
            )
            if step is None:
                return None
            start, done = step
        return done

    def _before(self, element: Element, start: int, state: State) -> tuple[int, State] | None:
        for index in range(start - 1, max(-1, start - 1 - NOUN_PHRASE), -1):
            found = self._stands(element, index, state)
            if found and found.end <= start:
                return index, found.ending(state.end)
            if self.items[index].tag not in PHRASE_MATTER and not self.items[index].adjective:
                return None
        return None

    def _right(self, left: State, base: int, at: int) -> State | None:
        """What follows the anchor: the object next to it, then phrases in any order, also beside the subject or in front."""
        done, furthest = left, max(left.end, base)
        for part in self.plan.after:
            step = self._phrase(part, done, base, at) if self._is_phrase(part) else self._object(part, done, at)
            if step is None:
                return None
            furthest = max(furthest, step.end)
            done = step
        return done.ending(furthest)

    def _object(self, part: Flat, done: State, at: int) -> State | None:
        """The object next to the verb, else where the grammar has it."""
        if step := self._follow(part, done, NOUN_PHRASE):
            return step
        for index in objects(self.grammar, at) if self.plan.voice is Voice.ACTIVE else ():
            head = next((number for number, element in enumerate(part) if not (isinstance(element, Slot) and element.belongs)), 0)
            if step := self._whole_noun(part, head, index, done):
                return step.ending(max(step.end, done.end)).told(done, "object")
        return None

    def _is_phrase(self, part: Flat) -> bool:
        return isinstance(part[0], Gap) or (isinstance(part[0], Word) and part[0].text in self.filler.prepositions)

    def _phrase(self, part: Flat, done: State, base: int, at: int) -> State | None:
        """A phrase after what was found last, else anywhere after the anchor, else with the subject, else at the head."""
        reach = NEAR if self.plan.voice in (Voice.NOUN, Voice.MENTION) else CLAUSE
        if part[0] == Word("by") and self.plan.agent and self.plan.voice is Voice.PASSIVE:
            step = self._follow(part, done.ending(self.subject_end), CLAUSE) if self.subject_end else None
            return step.ending(done.end) if step and step.end <= at else None  # after the verb it is who acts
        twofold = part[0] == Word(self.items[0].lower) and is_twofold(self.items, done.end)
        front = (*says_where(part, self.items, self.subject_end, self.rule.kind), *((0,) if twofold else ()))
        for start in dict.fromkeys((*front, done.end, base)):
            if step := self._follow_anywhere(part, done.ending(start), reach):
                return step
        first = part[0]
        for index in self.grammar.phrases(at, first.text) if isinstance(first, Word) else ():
            if step := self._follow(part, done.ending(index), 0):
                return step.ending(done.end).told(done, "phrase")
        if first == Word("of") and (step := self._undergoer(part, done, at)):
            return step
        starts = ([self.subject_end] if self.subject_end else []) + ([0] if self.items[0].tag == "preposition" else [])
        for start in starts:
            if (step := self._follow(part, done.ending(start), CLAUSE if start else 0)) and step.end <= at:
                return step.ending(done.end)
        return None

    def _undergoer(self, part: Flat, done: State, at: int) -> State | None:
        """Whom a genitive names beside one who acts: Peru's invasion by Chile is one of Peru."""
        if len(part) != 2 or self.plan.voice is not Voice.NOUN:
            return None
        for index in self.grammar.possessors(at) if self.grammar.doers(at) else ():
            if isinstance(part[1], Slot) and (found := self._stands(owned(part[1]), index, done)):
                return found.ending(done.end).told(done, "owner")
        return None

    def _follow_anywhere(self, part: Flat, state: State, reach: int) -> State | None:
        """A phrase at the first of its prepositions after which the rest of it stands too."""
        first, start = part[0], state.end
        while first is not None and start < len(self.items):
            step = self._follow(part, state.ending(start), reach - (start - state.end))
            if step or not isinstance(first, Word):
                return step
            again = next((index for index in range(start, len(self.items)) if self.items[index].lower == first.text), None)
            if again is None or again - state.end > reach:
                return None
            start = again + 1
        return None

    def _agent(self, at: int, after: int, state: State) -> State | None:
        """In the passive, who acts: after "by", or the owner of the object; else left open."""
        slot = self.plan.agent
        if slot is None:
            return state
        for index in self.grammar.agents(at):
            if found := self._stands(slot, index, state):
                return found.ending(max(found.end, state.end)).told(state, "by")
        if found := self._after(("by",), slot, state.ending(after), CLAUSE):
            return found.ending(max(found.end, state.end))
        if not self.plan.before:
            return None
        told = any(item.lower == "by" for item in self.items[after : after + AFTER_PREPOSITION])
        return state if told else self._object_owner(slot, at, state)

    def _object_owner(self, slot: Slot, at: int, state: State) -> State | None:
        head = next((element for element in self.plan.before if self._is_noun(element)), None)
        if head is None:
            return state
        for index in range(at - 1, max(-1, at - SUBJECT), -1):
            if found := self._stands(head, index, state):
                owner = self._owner(owned(slot), index, found)
                if owner and not self.plan.owner_acts:
                    return state if self._is_owned() else None
                return owner[1].ending(state.end) if owner else state
        return state
