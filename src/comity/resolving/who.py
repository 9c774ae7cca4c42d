"""Whom a mention means, here and at that time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.gazetteer import Earlier, Gazetteer
from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span
from comity.resolving.bearers import borne
from comity.resolving.called import LOOK_BACK, Called, is_free, is_owner
from comity.resolving.context import BY_TITLE, Context
from comity.resolving.heads import ahead, from_head
from comity.resolving.offices import Offices
from comity.resolving.opposite import WHERE, is_met, locates, one_named_with
from comity.resolving.plurals import head_before, is_they, they
from comity.resolving.serving import Serving
from comity.resolving.sight import state_of
from comity.resolving.twins import twin_of

POINTING = frozenset({How.GROUP, How.ITS, How.FIRST, How.PRONOUN, How.BEARER})
HE = re.compile(r"(?i)(?:he|she|him|his|her)\b")


@dataclass(frozen=True)
class Who:
    """Reads actor mentions of one document."""

    annotated: Annotated
    gazetteer: Gazetteer
    context: Context
    learned: dict[str, str] = field(default_factory=dict)
    """Persons with the state that they serve by what the document tells of their acts."""
    offices: Offices | None = None
    """Which of two states has had an office."""
    serving: Serving | None = None
    """Whom persons serve of whom no words tell it."""
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
            return self._they(mention, taken) if is_they(mention) else self._called.group(mention, self._speaker(mention))
        if how is How.ITS and self._words(mention).lower() != "our":
            return self._its(mention, taken)
        if how is How.PRONOUN:
            return self._pronoun(mention, taken)
        if how is How.BEARER:
            return self._borne(mention, taken)
        speaker = self._speaker(mention)
        titled = taken and self.context.why_pair == BY_TITLE
        if not speaker and titled and (other := self.context.other(taken[0])):
            return (other,), f"{self._words(mention)!r}: who speaks to {taken[0]} is the other of the topic pair, {other}"
        return ((speaker,) if speaker else ()), f"{self._words(mention)!r}: {speaker} speaks" if speaker else ""

    def _borne(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """For which state a king, a junta or "the President" acts."""
        if (found := self._in_office(mention, taken)) is not None:
            return found
        code, step = borne(self.annotated, self.context, mention, taken)
        return ((code,) if code else ()), step

    def _speaker(self, mention: Mention) -> str:
        """The state of the one who speaks at a place: by the transcript, or by the head of the document."""
        speech = next((each for each in self.annotated.all("speaker") if mention.span in each.span), None)
        if speech and isinstance(speech.value, PersonName):
            return speech.value.name and next(iter(self._person(speech, speech.value, ())[0]), "")
        return self.context.speaker

    @property
    def _called(self) -> Called:
        return Called(self.annotated, self.gazetteer, self.context)

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
        if known := self.context.known(value.name):
            return (known,), f"{value.name} serves {known}, as told elsewhere"
        if self.context.titled and (twin := twin_of(self.annotated, mention)) and (codes := self.codes(twin)[0]):
            other = self.context.other(codes[0])
            return ((other,) if other else ()), f"{value.name} is named with {self._words(twin)} of {codes[0]}"
        if (weighed := self._weighed(mention, taken)) is not None:
            return weighed
        return self._guessed(mention, taken)

    def _weighed(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
        """Whom a person serves by all that the text says of him; nothing where that is to be told by what stands around him."""
        name = mention.value.name if isinstance(mention.value, PersonName) else ""
        if not self.serving or not self.serving.knows(name):
            return None
        code, likely = self.serving.of(mention, self.context, self.guessed)
        if code in self._at_home() and is_met(self.annotated, mention):
            return (), ""
        if taken and (not code or code in taken):
            return None
        if not code:
            return (), ""
        guessed, why = self._guessed(mention, ())
        told = why if guessed == (code,) and why else f"{self._words(mention)!r} has no state; the text speaks of {code}"
        return (code,), f"{told}; by all that is said of him, with a probability of {likely:.0%}"

    def guessed(self, mention: Mention) -> tuple[str, ...]:
        """The states that a person may serve by what stands around him."""
        return self._guessed(mention, ())[0]

    def _guessed(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """Whom a person may serve by what stands around him."""
        value = mention.value
        if not isinstance(value, PersonName):
            return (), ""
        if value.state or (known := self.context.known(value.name)):
            return (value.state or known,), ""
        if (found := self._in_office(mention, taken)) is not None:
            return found
        other = self.context.other(taken[0] if taken else "")
        if not other and (told := self.learned.get(value.name, "")):
            return (told,), f"{value.name} acts for {told} elsewhere in the document"
        other = other or self.context.other(one_named_with(self.annotated, self.context.pair, mention))
        if other and not (self._at_home() and is_met(self.annotated, mention)):
            return (other,), f"{self._words(mention)!r} has no state; the other of the topic pair is {other}"
        return self._inside(mention) if self.inside and value.office else self._of_text(mention, value, taken)

    def _in_office(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
        """Whom a head of state or of government serves, where at most one of the two has had the office; nothing where both have.

        Of neither it is somebody else's, and so it may be of a third state that the sentence names.
        """
        family = {code for each in self.context.pair for code in self.gazetteer.family(each)}
        others = self.named_in(self._sentence(mention)) - family if self.offices and family else ()
        holding = self.offices.of(mention, self.context.pair, others) if self.offices else None
        if holding is None or len(holding.codes) > 1:
            return None
        codes = tuple(code for code in holding.codes if code not in taken)
        return codes, f"{self._words(mention)!r}: {holding.step}" if codes else ""

    def _of_text(self, mention: Mention, value: PersonName, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The state of a person of whom nothing near tells it: that of the text's head, or of which the text speaks alone."""
        if (own := from_head(self.annotated, self.context, mention, value)) and own not in taken:
            return (own,), f"{self._words(mention)!r} has no state, in a text from {own}"
        abroad = self.named_in(self._sentence(mention)) - {self.context.home} or is_met(self.annotated, mention)
        return (() if abroad else self._at_home()), ""

    def _at_home(self) -> tuple[str, ...]:
        return (self.context.home,) if self.context.home and not self.context.pair else ()

    def _they(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """Those of whom the clause before speaks; of several, those that are not on the other side."""
        meant = they(self.annotated, mention)
        codes = dict.fromkeys(code for each in meant for code in self.codes(each)[0])
        told = tuple(code for code in codes if code not in taken)
        return told, f"{self._words(mention)!r} are {', '.join(map(self._words, meant))}" if told else ""

    def _pronoun(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The last person, for "he" and "his country"; the last actor that no preposition governs, for "it"."""
        words = self._words(mention)
        before = Span(max(0, mention.span.start - LOOK_BACK), mention.span.start)
        if words.lower().startswith(("the ", "this ", "our ")):
            return self._described(mention, taken)
        if HE.match(words):
            for person in reversed(self.annotated.within("person", before)):
                codes, _ = self.codes(person, taken)
                if words.lower() != "him" or not set(codes) & set(taken):
                    return codes, f"{words!r} is {self._words(person)!r}" if codes else ""
            return (), ""
        return self._head(mention, taken) or self._last_free(mention, before, taken) or self._home(words, taken)

    def _last_free(self, mention: Mention, before: Span, taken: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
        """The last actor that no preposition governs, and whose something is only for want of another."""
        found = self.annotated.within("actor", before)
        for other in (*reversed([each for each in found if not is_owner(self.annotated, each)]), *reversed(found)):
            value = other.value
            if not isinstance(value, ActorName) or value.how in POINTING or value.code in taken or value.how is How.ADJECTIVE:
                continue
            if is_free(self.annotated, other) and value.how is How.INSIDE:
                return self._inside(other)
            if is_free(self.annotated, other):
                return (value.code,), f"{self._words(mention)!r} points back to {self._words(other)!r}"
        return None

    def _head(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
        """The one state or body with which the sentence before begins, for an "it" or "its" that begins its own."""
        head = head_before(self.annotated, mention)
        value = head.value if head else None
        if head is None or not isinstance(value, ActorName) or value.how in (How.ADJECTIVE, How.PEOPLE, How.GROUP):
            return None
        codes, _ = self.codes(head, taken)
        if len(codes) != 1 or codes[0] in taken:
            return None
        return codes, f"{self._words(mention)!r} points back to {self._words(head)!r}, of which the sentence before speaks"

    def _home(self, words: str, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The one state of which the document speaks, where nothing nearer is pointed at."""
        home = self._at_home()
        return (home, f"{words!r} is {home[0]}, of which the document speaks") if home and home[0] not in taken else ((), "")

    def _described(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """Whom "the former", "the latter", "the sultanate" or "the bloc" means among those named before."""
        words, found = self._words(mention), self._called.described(mention)
        if not found and self._called.may_be_home(mention):
            return self._home(words, taken)
        return (found, f"{words!r} is {found[0]}, named before") if found and found[0] not in taken else ((), "")

    def _its(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        if code := ahead(self.annotated, mention):
            return (code,), f"{self._words(mention)!r} points to {code}, which follows"
        if self._words(mention).lower() == "its" and (head := self._head(mention, taken)):
            return head
        start = max(0, mention.span.start - LOOK_BACK)
        owners = [
            other
            for other in reversed(self.annotated.within("actor", Span(start, mention.span.start)))
            if isinstance(other.value, ActorName)
            and other.value.how not in {*POINTING, How.CAPITAL, How.INSIDE}
            and other.value.code not in taken
        ]
        if owners and not self.annotated.within("actor", Span(self._sentence(mention).start, mention.span.start)):
            last = self._sentence(owners[0])
            owners = sorted(
                (each for each in owners if each.span in last), key=lambda each: is_free(self.annotated, each), reverse=True
            )
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
        if not when and (then := self.gazetteer.at(code, self.context.spoken)) in self.before(code):
            return then, f"{code} was {then} when this was said"
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
