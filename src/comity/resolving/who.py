"""Whom a mention means, here and at that time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span
from comity.resolving.context import BY_TITLE, Context

# How far back, in characters, "the two countries" may look for two states before it means the topic pair.
LOOK_BACK = 400
COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
POINTING = frozenset({How.GROUP, How.ITS, How.FIRST, How.PRONOUN})
GOVERNED = re.compile(r"\b(?:in|to|with|of|from|by|at|for|on|against|into|between|and)\s+(?:the\s+)?$")


@dataclass(frozen=True)
class Who:
    """Reads actor mentions of one document."""

    annotated: Annotated
    gazetteer: Gazetteer
    context: Context

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
        if isinstance(value, ActorName) and value.how in POINTING:
            return self._pointed(mention, value.how, taken)
        return ((value.code,) if isinstance(value, ActorName) else ()), ""

    def _pointed(self, mention: Mention, how: How, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        if how is How.GROUP:
            return self._named_group(mention) or self._group(mention)
        if how is How.ITS:
            return self._its(mention, taken)
        if how is How.PRONOUN:
            return self._pronoun(mention, taken)
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

    def _person(self, mention: Mention, value: PersonName, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        if value.state:
            return (value.state,), "" if value.office else f"{value.name} serves {value.state}, as told elsewhere"
        known = [self.context.persons[word] for word in value.name.replace(".", " ").split() if word in self.context.persons]
        if known:
            return (known[-1],), f"{value.name} serves {known[-1]}, as told elsewhere"
        other = self.context.other(taken[0] if taken else self._one_named_with(mention))
        if other:
            return (other,), f"{self._words(mention)!r} has no state; the other of the topic pair is {other}"
        alone = self.context.home and not self.context.pair
        return ((self.context.home,) if alone else ()), ""

    def _one_named_with(self, mention: Mention) -> str:
        """The one state of the topic pair that the mention's sentence names, if it names one alone."""
        sentence = next((each.span for each in self.annotated.all("sentence") if mention.span in each.span), mention.span)
        named = {
            other.value.code
            for other in self.annotated.within("actor", sentence)
            if isinstance(other.value, ActorName)
            and other.value.code in self.context.pair
            and not other.span.touches(mention.span)
        }
        return next(iter(named)) if len(named) == 1 else ""

    def _named_group(self, mention: Mention) -> tuple[tuple[str, ...], str] | None:
        group = mention.value.group if isinstance(mention.value, ActorName) else ()
        return (group, f"{self._words(mention)!r} are {', '.join(group)}") if group else None

    def _group(self, mention: Mention) -> tuple[tuple[str, ...], str]:
        """The two states named just before, or the topic pair."""
        start = max(0, mention.span.start - LOOK_BACK)
        near: dict[str, None] = {}
        for other in reversed(self.annotated.within("actor", Span(start, mention.span.start))):
            if (
                isinstance(other.value, ActorName)
                and other.value.how not in POINTING
                and self.gazetteer.is_state(other.value.code)
            ):
                near.setdefault(other.value.code)
        pair, count = self.context.pair, COUNTS.get(self._words(mention).lower().split()[1], 2)
        if count > 2:
            told = tuple(reversed(list(near)[:count]))
            return (
                (told, f"{self._words(mention)!r} are {', '.join(told)}, named just before") if len(told) == count else ((), "")
            )
        if pair and (len(near) != 2 or set(near) & set(pair)):
            return pair, f"{self._words(mention)!r} are the topic pair {', '.join(pair)}: {self.context.why_pair}"
        if len(near) >= 2:
            two = tuple(reversed(list(near)[:2]))
            return two, f"{self._words(mention)!r} are {', '.join(two)}, named just before"
        return (), ""

    def _pronoun(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """The last person, for "he" and "she"; the last actor that no preposition governs, for "it"."""
        words = self._words(mention)
        before = Span(max(0, mention.span.start - LOOK_BACK), mention.span.start)
        if words.lower().startswith("the "):
            return self._described(mention, words, before, taken)
        if words.lower() in ("he", "she"):
            for person in reversed(self.annotated.within("person", before)):
                codes, _ = self.codes(person, taken)
                return codes, f"{words!r} is {self._words(person)!r}" if codes else ""
            return (), ""
        for other in reversed(self.annotated.within("actor", before)):
            value = other.value
            if not isinstance(value, ActorName) or value.how in POINTING or value.code in taken or value.how is How.ADJECTIVE:
                continue
            if not GOVERNED.search(self.annotated.document.text, max(0, other.span.start - 14), other.span.start):
                return (value.code,), f"{words!r} points back to {self._words(other)!r}"
        return (), ""

    def _described(self, mention: Mention, words: str, before: Span, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        """Whom "the former", "the latter" or "the sultanate" means among the states named before."""
        named = [
            other.value.code
            for other in self.annotated.within("actor", before)
            if isinstance(other.value, ActorName) and other.value.code and self.gazetteer.is_state(other.value.code)
        ]
        last = list(dict.fromkeys(reversed(named)))
        noun = words.rpartition(" ")[2].lower()
        if noun in ("former", "latter"):
            found = last[1:2] if noun == "former" else last[:1]
        else:
            fit = [code for code in last if any(noun in name.lower() for name in self.gazetteer[code].all_names)]
            found = (fit or ([] if noun in ("kingdom", "principality", "duchy") else last))[:1]
        return (tuple(found), f"{words!r} is {found[0]}, named before") if found and found[0] not in taken else ((), "")

    def _its(self, mention: Mention, taken: Sequence[str]) -> tuple[tuple[str, ...], str]:
        start = max(0, mention.span.start - LOOK_BACK)
        for other in reversed(self.annotated.within("actor", Span(start, mention.span.start))):
            value = other.value
            if (
                isinstance(value, ActorName)
                and value.how not in POINTING
                and value.how is not How.CAPITAL
                and value.code not in taken
            ):
                return (value.code,), f"{self._words(mention)!r} points back to {self._words(other)!r}"
        return (), ""

    def settled(self, code: str, when: str) -> tuple[str, str]:
        """The code to which an act of that date belongs, and the step where it differs."""
        at = self.gazetteer.at(code, when)
        if at == code and not when:
            before = [earlier for earlier, _, _ in self.gazetteer.lineage(code) if earlier in self.context.pair]
            if before and code not in self.context.pair:
                return before[0], f"{code} is {before[0]}, of which the document speaks"
        return at, f"{code} was {at} in {when}" if at != code else ""
