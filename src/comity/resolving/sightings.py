"""What a sentence says for and against the serving of a state by a person whom it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from comity.learned import Signs
from comity.mentions import ActorName, Annotated, How, Mention, PersonName
from comity.model import Span
from comity.resolving.opposite import TOWARDS, WHERE, is_met

_NAMING = frozenset({How.NAME, How.ADJECTIVE, How.PEOPLE, How.CAPITAL, How.SEAT, How.BODY, How.AGENT})


def named(mention: Mention) -> str:
    """The code of whom words name; "" where they only point."""
    value = mention.value
    return value.code if isinstance(value, ActorName) and value.how in _NAMING else ""


@dataclass(frozen=True)
class Sighting:
    """A person where a sentence names him."""

    annotated: Annotated
    mention: Mention
    sentence: Span
    last: Span | None
    """The sentence before."""

    @cached_property
    def here(self) -> Mapping[str, Sequence[Mention]]:
        """The states that the sentence names beside him."""
        found = defaultdict[str, list[Mention]](list)
        for other in self.annotated.within("actor", self.sentence):
            if (code := named(other)) and not other.span.touches(self.mention.span):
                found[code].append(other)
        return found

    @cached_property
    def before(self) -> Sequence[str]:
        """The states that the sentence before names."""
        if self.last is None:
            return ()
        others = self.annotated.within("actor", self.last)
        return list(dict.fromkeys(code for other in others if (code := named(other))))

    @cached_property
    def _others(self) -> Sequence[str]:
        """The states whose officials the sentence names beside him."""
        others = self.annotated.within("person", self.sentence)
        return [
            other.value.state
            for other in others
            if other.span != self.mention.span and isinstance(other.value, PersonName) and other.value.state
        ]

    @cached_property
    def _is_met(self) -> bool:
        return is_met(self.annotated, self.mention)

    @cached_property
    def _first(self) -> bool:
        return not any(other.span.start < self.mention.span.start for others in self.here.values() for other in others)

    def signs(self, code: str) -> Signs:
        """What the sentence says for and against his serving a state."""
        named = self.here.get(code, ())
        ahead = [other for other in named if other.span.end <= self.mention.span.start]
        after = [other for other in named if other.span.start >= self.mention.span.end]
        told = {
            "here": bool(named), "only one here": bool(named) and len(self.here) == 1, "nobody here": not self.here,
            "another here": bool(self.here) and not named,
            "last before": code in self.before, "begins before": bool(self.before) and self.before[0] == code,
            "his peer": code in self._others, "peer of another": bool(self._others) and code not in self._others,
            "met": self._is_met, "met here": self._is_met and bool(named),
            "leads": self._first, "leads and here": self._first and bool(named),
            "pronounless": self.mention.span.start - self.sentence.start < 40,
            **self._beside("ahead", ahead[-1:]), **self._beside("after", after[:1]),
        }  # fmt: skip
        return {name: 1.0 for name, so in told.items() if so}

    def _beside(self, where: str, nearest: Sequence[Mention]) -> Mapping[str, bool]:
        text = self.annotated.document.text
        told: dict[str, bool] = {}
        for other in nearest:
            head = text[max(0, other.span.start - 24) : other.span.start].lower()
            first, last = sorted((other.span, self.mention.span), key=lambda span: span.start)
            gap = text[first.end : last.start]
            manner = other.value.how if isinstance(other.value, ActorName) else ""
            told = {
                where: True, f"{where} {manner}": True,
                f"{where} located": bool(WHERE.search(head)), f"{where} turned to": bool(TOWARDS.search(head)),
                f"{where} of": head.endswith((" of ", " of the ")), f"{where} by": head.endswith((" by ", " by the ")),
                f"{where} near": len(gap) < 25, f"{where} far": len(gap) > 90,
                f"{where} in the clause": not set(gap) & set(",;:()"), f"{where} with and": " and " in gap,
            }  # fmt: skip
        return told
