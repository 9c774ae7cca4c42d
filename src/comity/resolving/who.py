"""Whom a mention means, here and at that time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.gazetteer import Earlier, Gazetteer
from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span
from comity.resolving.bearers import borne
from comity.resolving.context import BY_TITLE, Context
from comity.resolving.heads import from_head
from comity.resolving.opposite import WHERE, is_met, locates, one_named_with
from comity.resolving.plurals import head_before, is_they, they
from comity.resolving.sight import state_of
from comity.resolving.together import HOW_MANY, code_of, listed_after, listed_before, states

# How far back, in characters, "the two countries" may look for two states before it means the topic pair.
LOOK_BACK = 400
UNCOUNTED = re.compile(
    r"(?i)(?:their|the\s+(?!two\b|pair\b|duo\b)\w+)\s"
)  # of any number: their governments, the signatory powers
POINTING = frozenset({How.GROUP, How.ITS, How.FIRST, How.PRONOUN, How.BEARER})
HE = re.compile(r"(?i)(?:he|she|him|his|her)\b")
BODIES = frozenset({"bloc", "grouping", "organisation", "organization", "alliance", "body"})
CALLED = frozenset({"council", "union", "community", "league", "association"})
"""What a body is called for short whose name has the word."""
GOVERNED = re.compile(r"\b(?:in|to|with|of|from|by|at|for|on|against|into|between|and)\s+(?:the\s+)?$")


@dataclass(frozen=True)
class Who:
    """Reads actor mentions of one document."""

    annotated: Annotated
    gazetteer: Gazetteer
    context: Context
    learned: dict[str, str] = field(default_factory=dict)
    """Persons with the state that they serve by what the document tells of their acts."""
    inside: bool = False
    """Are affairs inside a state read, in which a president without a state is that of the state in sight?"""

    def codes(self, mention: Mention, taken: Sequence[str] = ()) -> tuple[tuple[str, ...], str]:
        """The codes that a mention stands for, not yet settled in time, and the step that found them, "" if it names them.

        `taken` are codes that other fields of the same claim hold already.
        """
        value = mention.value
        if mention.kind == "place":
            code = str(value) if value else self.context.other(taken[0]) if taken else ""
            return ((code,) if code else ()), f"{self._words(mention)!r} lies in {code}" if code else ""
        if isinstance(value, PersonName):
            return self._person(mention, value, taken)
        if isinstance(value, ActorName) and value.how is How.INSIDE:
            return self._inside(mention)
        if isinstance(value, ActorName) and value.how in POINTING:
            return self._pointed(mention, value.how, taken)
        return ((value.code,) if isinstance(value, ActorName) else ()), ""

    def _inside(self, mention: Mention) -> tuple[tuple[str, ...], str]:
        """The state in sight, for who acts inside it."""
        code = state_of(self.annotated, mention, self.gazetteer) or self.context.home or self.context.speaker
        return ((code,) if code else ()), f"{self._words(mention)!r}: {code} is the state in sight" if code else ""

    def named_in(self, span: Span) -> set[str]:
        """The states that a stretch names, but for those in which something only happens."""
        text = self.annotated.document.text
        return {
            mention.value.code
            for mention in self.annotated.within("actor", span)
            if isinstance(mention.value, ActorName)
            and mention.value.code
            and self.gazetteer.is_state(mention.value.code)
            and not WHERE.search(text, max(0, mention.span.start - 12), mention.span.start)
            and not locates(self.annotated, mention)
        }

    def _pointed(self, mention: Mention, how: How, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        if how is How.GROUP:
            return self._they(mention, taken) if is_they(mention) else self._named_group(mention) or self._group(mention)
        if how is How.ITS and self._words(mention).lower() != "our":
            return self._its(mention, taken)
        if how is How.PRONOUN:
            return self._pronoun(mention, taken)
        if how is How.BEARER:
            code, step = borne(self.annotated, self.context, mention, taken)
            return ((code,) if code else ()), step
        speaker = self._speaker(mention)
        titled = taken and self.context.why_pair == BY_TITLE
        if not speaker and titled and (other := self.context.other(taken[0])):
            return (other,), f"{self._words(mention)!r}: who speaks to {taken[0]} is the other of the topic pair, {other}"
        return ((speaker,) if speaker else ()), f"{self._words(mention)!r}: {speaker} speaks" if speaker else ""

    def _speaker(self, mention: Mention) -> str:
        """The state of the one who speaks at a place: by the transcript, or by the head of the document."""
        speech = next((each for each in self.annotated.all("speaker") if mention.span in each.span), None)
        if speech and isinstance(speech.value, PersonName):
            return speech.value.name and next(iter(self._person(speech, speech.value, ())[0]), "")
        return self.context.speaker

    def _words(self, mention: Mention) -> str:
        return mention.span.of(self.annotated.document)

    def learn(self, mention: Mention, code: str) -> None:
        """Keep whom a holder of an office serves, as a visit or talks of his tell, in a document about two states."""
        value = mention.value
        if (
            isinstance(value, PersonName)
            and value.name
            and value.office
            and not value.state
            and self.context.why_pair == BY_TITLE
        ):
            self.learned[value.name] = code if self.learned.get(value.name, code) == code else ""

    def _person(self, mention: Mention, value: PersonName, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        if value.state:
            return (value.state,), "" if value.office else f"{value.name} serves {value.state}, as told elsewhere"
        if known := self._known(value.name):
            return (known,), f"{value.name} serves {known}, as told elsewhere"
        other = self.context.other(taken[0] if taken else "")
        if not other and (told := self.learned.get(value.name, "")):
            return (told,), f"{value.name} acts for {told} elsewhere in the document"
        other = other or self.context.other(one_named_with(self.annotated, self.context.pair, mention))
        if other and not (self._at_home() and is_met(self.annotated, mention)):
            return (other,), f"{self._words(mention)!r} has no state; the other of the topic pair is {other}"
        return self._inside(mention) if self.inside and value.office else self._of_text(mention, value, taken)

    def _of_text(self, mention: Mention, value: PersonName, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The state of a person of whom nothing near tells it: that of the text's head, or of which the text speaks alone."""
        own = from_head(self.annotated, self.context, mention, value)
        if own and own not in taken:
            return (own,), f"{self._words(mention)!r} has no state, in a text from {own}"
        return (self._at_home() if not self.named_in(self._sentence(mention)) - {self.context.home} else ()), ""

    def _known(self, name: str) -> str:
        """The state that a person serves who was told of before, by his whole name or by a name that he alone bears."""
        words = [word for word in name.replace(".", " ").split() if len(word) > 2]
        known = [self.context.persons[word] for word in words if word in self.context.persons]
        return known[-1] if known and (len(words) < 2 or len(known) > 1) else ""

    def _at_home(self) -> tuple[str, ...]:
        return (self.context.home,) if self.context.home and not self.context.pair else ()

    def _they(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """Those of whom the clause before speaks; of several, those that are not on the other side."""
        meant = they(self.annotated, mention)
        codes = dict.fromkeys(code for each in meant for code in self.codes(each)[0])
        told = tuple(code for code in codes if code not in taken)
        return told, f"{self._words(mention)!r} are {', '.join(map(self._words, meant))}" if told else ""

    def _named_group(self, mention: Mention) -> tuple[tuple[str, ...], str] | None:
        group = mention.value.group if isinstance(mention.value, ActorName) else ()
        return (group, f"{self._words(mention)!r} are {', '.join(group)}") if group else None

    def _group(self, mention: Mention) -> tuple[tuple[str, ...], str]:
        """Those named together just before or in apposition, the topic pair, or the two states named just before."""
        words, before = self._words(mention), Span(max(0, mention.span.start - LOOK_BACK), mention.span.start)
        count = next((many for word, many in HOW_MANY.items() if word in words.lower().split()), 0)
        if count:
            told = listed_after(self.annotated, mention, self.gazetteer, count) or listed_before(
                self.annotated, before, self.gazetteer, (count,)
            )
            told = told or self._last_named(before, count)
            told = told if len(told) == count else ()
            return told, f"{words!r} are {', '.join(told)}, named just before" if told else ""
        pair, near = self.context.pair, self._last_named(before, 3)
        listed = listed_before(self.annotated, before, self.gazetteer, () if UNCOUNTED.match(words) else (2,))
        if pair and (not listed or set(listed) & set(pair) or self.context.titled) and (len(near) != 2 or set(near) & set(pair)):
            return pair, f"{words!r} are the topic pair {', '.join(pair)}: {self.context.why_pair}"
        told = listed or (near[-2:] if len(near) >= 2 else ())
        return told, f"{words!r} are {', '.join(told)}, named just before" if told else ""

    def _last_named(self, before: Span, count: int) -> tuple[str, ...]:
        """So many different states named last, or fewer, in the order of the text."""
        last = dict.fromkeys(code_of(mention) for mention in reversed(states(self.annotated, before, self.gazetteer)))
        return tuple(reversed(list(last)[:count]))

    def _pronoun(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The last person, for "he" and "his country"; the last actor that no preposition governs, for "it"."""
        words = self._words(mention)
        before = Span(max(0, mention.span.start - LOOK_BACK), mention.span.start)
        if words.lower().startswith("the "):
            return self._described(mention, words, before, taken)
        if HE.match(words):
            for person in reversed(self.annotated.within("person", before)):
                codes, _ = self.codes(person, taken)
                if words.lower() != "him" or not set(codes) & set(taken):
                    return codes, f"{words!r} is {self._words(person)!r}" if codes else ""
            return (), ""
        return self._head(mention, taken) or self._last_free(mention, before, taken) or self._home(words, taken)

    def _last_free(self, mention: Mention, before: Span, taken: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
        """The last actor that no preposition governs."""
        for other in reversed(self.annotated.within("actor", before)):
            value = other.value
            if not isinstance(value, ActorName) or value.how in POINTING or value.code in taken or value.how is How.ADJECTIVE:
                continue
            if self._is_free(other) and value.how is How.INSIDE:
                return self._inside(other)
            if self._is_free(other):
                return (value.code,), f"{self._words(mention)!r} points back to {self._words(other)!r}"
        return None

    def _head(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
        """The one state or body with which the sentence before begins, for an "it" or "its" that begins its own."""
        head = head_before(self.annotated, mention)
        value = head.value if head else None
        if head is None or not isinstance(value, ActorName) or value.how in (How.ADJECTIVE, How.PEOPLE, How.FIRST, How.GROUP):
            return None
        codes, _ = self.codes(head, taken)
        if len(codes) != 1 or codes[0] in taken:
            return None
        return codes, f"{self._words(mention)!r} points back to {self._words(head)!r}, of which the sentence before speaks"

    def _home(self, words: str, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The one state of which the document speaks, where nothing nearer is pointed at."""
        home = self._at_home()
        return (home, f"{words!r} is {home[0]}, of which the document speaks") if home and home[0] not in taken else ((), "")

    def _is_free(self, mention: Mention) -> bool:
        """Does no preposition govern it?"""
        return not GOVERNED.search(self.annotated.document.text, max(0, mention.span.start - 14), mention.span.start)

    def _described(self, mention: Mention, words: str, before: Span, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """Whom "the former", "the latter", "the sultanate" or "the bloc" means among those named before."""
        noun = words.rpartition(" ")[2].lower()
        if noun in ("former", "latter"):
            found = self._of_two(before, noun)
        elif noun in BODIES:
            found = self._last_body(before)
        elif noun in CALLED:
            found = self._last_body(before, noun)
        else:
            found = self._of_kind(mention, before, noun)
        if not found and self._may_be_home(mention, noun):
            return self._home(words, taken)
        return (tuple(found), f"{words!r} is {found[0]}, named before") if found and found[0] not in taken else ((), "")

    def _may_be_home(self, mention: Mention, noun: str) -> bool:
        """Can the state of which the document speaks be called so?"""
        home, may_be = self.context.home, mention.value.group if isinstance(mention.value, ActorName) else ()
        named = home in self.gazetteer and any(noun in name.lower() for name in self.gazetteer[home].all_names)
        return home in may_be or named

    def _of_kind(self, mention: Mention, before: Span, noun: str) -> list[str]:
        """The last state of such a kind; before others one that no preposition governs, where any will do."""
        named = states(self.annotated, before, self.gazetteer)
        free = [code_of(other) for other in named if self._is_free(other)]
        may_be = mention.value.group if isinstance(mention.value, ActorName) else ()
        last = list(dict.fromkeys([*reversed(free), *map(code_of, reversed(named))]))
        fit = [code for code in last if code in may_be or any(noun in name.lower() for name in self.gazetteer[code].all_names)]
        return (fit or ([] if may_be or noun in ("kingdom", "duchy") else last))[:1]

    def _of_two(self, before: Span, noun: str) -> list[str]:
        """The first or the last of the two that the sentence named together or one after the other."""
        sentence = next(
            (each.span for each in self.annotated.all("sentence") if each.span.start < before.end <= each.span.end), before
        )
        here = [code_of(one) for one in states(self.annotated, Span(sentence.start, before.end), self.gazetteer)]
        two = listed_before(self.annotated, before, self.gazetteer, (2,)) or tuple(dict.fromkeys(here))
        if len(two) < 2:
            two = self._last_named(before, 2)
        return [two[0] if noun == "former" else two[-1]] if len(two) > 1 else []

    def _last_body(self, before: Span, noun: str = "") -> list[str]:
        """The organisation named last, with a word in its name."""
        codes = (code_of(mention) for mention in reversed(self.annotated.within("actor", before)))
        bodies = [code for code in codes if code and not self.gazetteer.is_state(code)]
        return [code for code in bodies if any(noun in name.lower() for name in self.gazetteer[code].all_names)][:1]

    def _its(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        if self._words(mention).lower() == "its" and (head := self._head(mention, taken)):
            return head
        start = max(0, mention.span.start - LOOK_BACK)
        owners = [
            other
            for other in reversed(self.annotated.within("actor", Span(start, mention.span.start)))
            if isinstance(other.value, ActorName)
            and other.value.how not in POINTING
            and other.value.how not in (How.CAPITAL, How.INSIDE)
            and other.value.code not in taken
        ]
        if owners and not self.annotated.within("actor", Span(self._sentence(mention).start, mention.span.start)):
            last = self._sentence(owners[0])
            owners = sorted((each for each in owners if each.span in last), key=self._is_free, reverse=True)
        for other in owners[:1]:
            code = other.value.code if isinstance(other.value, ActorName) else ""
            return (code,), f"{self._words(mention)!r} points back to {self._words(other)!r}"
        return self._home(self._words(mention), taken)

    def _sentence(self, mention: Mention) -> Span:
        """The sentence in which a mention stands."""
        return next((each.span for each in self.annotated.all("sentence") if mention.span in each.span), mention.span)

    def settled(self, code: str, when: str) -> tuple[str, str]:
        """The code to which an act of that date belongs, and the step where it differs."""
        at = self.gazetteer.at(code, when)
        if at == code and not when:
            before = [earlier.code for earlier in self._earlier(code) if earlier.code in self.context.pair]
            if before and code not in self.context.pair:
                return before[0], f"{code} is {before[0]}, of which the document speaks"
        return at, f"{code} was {at} in {when}" if at != code else ""

    def before(self, code: str) -> set[str]:
        """The codes under which a state acted earlier."""
        return {earlier.code for earlier in self._earlier(code)}

    def _earlier(self, code: str) -> tuple[Earlier, ...]:
        """What a state was before, under other codes; not those that it stood beside and took in later."""
        return self.gazetteer[code].earlier if code in self.gazetteer else ()
