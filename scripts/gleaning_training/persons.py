"""Coded documents -> the persons in office who are named in them, the states that they may serve, and which is the right one."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from comity.mentions import Mention, PersonName
from comity.model import Document
from comity.pipeline import Pipeline
from comity.resolving.serving import Candidate, Fits, Serving, surname
from gleaning_training.sentences import Coded

SEEN = 10
"""In how many candidates a sign must stand, to be weighed."""


@dataclass(frozen=True)
class Person:
    """Somebody in office whom people have coded, and the states that he may serve."""

    doc: str
    name: str
    states: frozenset[str]
    """Those that he serves as people have coded it, with what they continue."""
    told: bool
    """Do the words tell it?"""
    found: Sequence[Candidate]

    @property
    def right(self) -> list[float]:
        """For each candidate, whether he serves it."""
        return [float(one.code in self.states) for one in self.found]


def coded_names(every: Iterable[Coded]) -> Iterator[tuple[str, str, str]]:
    """The document, the name and the state of each person whom people have coded."""
    for one in every:
        for claim in one.claims:
            if claim["kind"] == "post" and claim.get("person") and claim.get("sender"):
                yield one.document.id, claim["person"], claim["sender"]


def persons(pipe: Pipeline, every: Iterable[Coded], fits: Fits) -> Iterator[Person]:
    """The persons of coded documents; `fits` tells how well a name fits each state."""
    for one in every:
        yield from _persons(pipe, one.document, [(name, code) for _, name, code in coded_names([one])], fits)


def _persons(pipe: Pipeline, document: Document, known: Sequence[tuple[str, str]], fits: Fits) -> Iterator[Person]:
    annotated = pipe.annotate(document)
    resolver = pipe.resolver(annotated)
    serving = Serving(annotated, pipe.gazetteer, resolver.offices, 0.0, fits)
    starts = [block.span.start for block in document.blocks]
    for name, mentions in serving.persons.items():
        states = frozenset(
            state for full, code in known if name in (surname(full), *full.split()) for state in pipe.gazetteer.family(code)
        )
        if states and any(_value(mention).office for mention in mentions):
            who = resolver.who(max(0, bisect.bisect_right(starts, mentions[0].span.start) - 1))
            found = serving.candidates(_value(mentions[0]).name, who.context, who.guessed)
            told = any(_value(mention).state for mention in mentions)
            yield Person(document.id, name, states, told, found)


def _value(mention: Mention) -> PersonName:
    assert isinstance(mention.value, PersonName)
    return mention.value


def vocabulary(every: Sequence[Person]) -> list[str]:
    """The signs that are seen often enough to be weighed."""
    counts = Counter(name for one in every for candidate in one.found for name in candidate.signs)
    return sorted(name for name, count in counts.items() if count >= SEEN)
