"""Who stands on which side, and how often a claim is right with all its sides, learned where the sensor did not learn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from comity.arranging import BOTH, FIRST, OTHER, Arrangement
from comity.coding.coder import Coder
from comity.coding.gleaning import Gleaner, Reading, View
from comity.coding.rules import Sort
from comity.learned import Signs
from comity.mentions import GLEANED, Annotated, Draft, Quantity
from comity.model import Claim as Claimed
from comity.model import Document
from comity.pipeline import Pipeline
from comity.resolving.settle import Resolver
from comity.resolving.standing import KNOWN, Candidate, Standing, is_open, signs, weighed_as
from comity.resolving.work import Work
from comity.schema import Kind
from comity.sensing import Sensor, alike
from gleaning_training.sentences import Claim, Coded, is_of, sides

RIDGE, ROUNDS, SEEN, LEAST = 3.0, 50, 15, 0.3
"""SEEN: in how many candidates a sign must stand, to be weighed; LEAST: how likely a sort must be, to be gleaned."""
WEIGHED = ("event", f"event {KNOWN}", f"agreement {KNOWN}")
"""Of the other kinds that are gleaned there is too little to learn from."""
LIMIT = 0.4
"""How likely it must be whom a person serves, as the program has it where nobody asks for another limit."""
Stands = tuple[int, ...]
"""Where each candidate stands: apart, or on which side (see `comity.arranging`)."""


@dataclass(frozen=True)
class Asked:
    """A claim that may be gleaned: those who may stand on its sides, and what people have coded of the sort."""

    doc: str
    draft: Draft
    kind: Kind
    found: Sequence[Candidate]
    claims: Sequence[Claim]
    text: str
    known: bool
    """Have rules found it with both sides, or refused it?"""

    @property
    def even(self) -> bool:
        """Do both sides do alike?"""
        return alike(self.kind, self.draft.fixed)

    @property
    def value(self) -> str:
        """Its foremost field."""
        return str(self.draft.fixed.get(self.kind.foremost, ""))

    def arrangements(self) -> list[Stands]:
        """As people have put the candidates, each claim once; only those that lack nobody, where there are such."""
        told = [_sides(claim, self.kind) for claim in self.claims]
        known = {one.code for one in self.found}
        whole = [both for both in told if frozenset().union(*both) <= known]
        arranged = (tuple(self._place(one.code, *both) for one in self.found) for both in whole or told)
        return list(dict.fromkeys(one for one in arranged if any(one)))

    def _place(self, code: str, first: frozenset[str], other: frozenset[str]) -> int:
        if self.even:
            return BOTH if code in first | other else 0
        return FIRST * (code in first) + OTHER * (code in other)

    def is_right(self, arranged: Arrangement) -> bool:
        """Would the claim be that of people, with all its sides?"""
        told = tuple(frozenset(self.found[at].code for at in places) for places in (arranged.first, arranged.other))
        both = [_sides(claim, self.kind) for claim in self.claims]
        return told in [(first | other, frozenset()) if self.even else (first, other) for first, other in both]


def _sides(claim: Claim, kind: Kind) -> tuple[frozenset[str], frozenset[str]]:
    """Who stands on either side of a claim, without numbers."""
    first, other = (frozenset(code for code in side if not code.startswith("=")) for side in sides(claim, kind))
    return first, other


class Every(Gleaner):
    """Gleans also what rules have found and refused, and keeps what that was."""

    known: frozenset[tuple[int, str, str]] = frozenset()

    def _glean(self, annotated: Annotated, view: View, every: Sequence[Reading]) -> Iterator[Draft]:
        told = {sort for draft in view.found for sort in super(Every, self)._told(draft)} | view.barred
        self.known |= {(view.span.start, *sort) for sort in told}
        likely = [each for each in every if each[0].likely >= LEAST]
        return super()._glean(annotated, replace(view, barred=frozenset()), likely)

    def _told(self, draft: Draft) -> Iterator[Sort]:
        return iter(())


class Watching(Standing):
    """Makes no claims, and keeps what is asked."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.seen: list[tuple[Work, list[Candidate]]] = []
        self.told: set[tuple[int, str, str]] = set()

    def lends(self, draft: Draft, kind: Kind, claims: Sequence[Claimed]) -> bool:
        """Read every sentence as a whole, and keep of which a rule tells both sides."""
        if draft.how != GLEANED and draft.stands and not is_open(draft, kind, claims):
            self.told.add((draft.evidence.start, draft.kind, str(draft.fixed.get(kind.foremost))))
        return draft.how != GLEANED and bool(draft.stands)

    def settle(self, work: Work, steps: int) -> None:
        """Keep a claim that may be gleaned."""
        del steps
        self.seen.append((work, self.candidates(work)))
        work.void = True


def asked(pipe: Pipeline, sensor: Sensor, every: Iterable[Coded]) -> Iterator[Asked]:
    """What may be gleaned from coded documents."""
    for one in every:
        yield from (found for found in _asked(pipe, sensor, one.document, one.claims) if one.covers(found.text))


def _asked(pipe: Pipeline, sensor: Sensor, document: Document, claims: Sequence[Claim]) -> Iterator[Asked]:
    gleaner = Every(pipe.rules, sensor.read)
    annotated = pipe.annotate(document)
    watching = Watching(annotated, pipe.gazetteer, None, 0.0)
    drafts = Coder(pipe.rules, pipe.gazetteer, pipe.trees, gleaner=gleaner).code(annotated)
    Resolver(annotated, pipe.rules.kinds, pipe.gazetteer, standing=watching, sure=LIMIT).settle(drafts)
    for work, found in watching.seen:
        of = [claim for claim in claims if is_of(claim["quote"], work.draft.evidence.of(document)) and _is_sort(claim, work)]
        if not any(claim.get("optional") for claim in of):
            sort = work.draft.evidence.start, work.draft.kind, str(work.fields[work.kind.foremost])
            text = work.draft.evidence.of(document)
            known = sort in (watching.told if work.draft.known else gleaner.known)
            yield Asked(document.id, work.draft, work.kind, found, of, text, known)


def _is_sort(claim: Claim, work: Work) -> bool:
    name, values = work.kind.foremost, work.draft.slots.get("value", ())
    if claim["kind"] != work.draft.kind or work.fields[name] not in {claim.get(name), *(claim.get("type_alt") or ())}:
        return False
    numbers = [mention.value.value for mention in values if isinstance(mention.value, Quantity)]
    return not numbers or abs(float(claim["value"]) - numbers[0]) <= 0.01 * abs(numbers[0])


def vocabulary(every: Sequence[Asked]) -> list[str]:
    """The signs that are seen often enough to be weighed."""
    counts = Counter(name for one in every for candidate in one.found for name in candidate.signs)
    return sorted(name for name, count in counts.items() if count >= SEEN)


def weigh(told: Sequence[tuple[Asked, Arrangement]]) -> dict[str, dict[str, float]]:
    """How much each sign weighs that a claim is right with all its sides, by kind."""
    unknown = [(one, arranged) for one, arranged in told if not one.known]
    rows = [(weighed_as(one.draft), sure_signs(one, arranged), one.is_right(arranged)) for one, arranged in unknown]
    return {kind: fit([(told, right) for of, told, right in rows if of == kind]) for kind in WEIGHED}


def sure_signs(one: Asked, arranged: Arrangement) -> Signs:
    """What speaks for and against a whole claim."""
    return signs(one.draft, one.kind, one.found, arranged)


def fit(found: Sequence[tuple[Mapping[str, float], bool]]) -> dict[str, float]:
    """The weights of a ridge logistic regression, by Newton's method."""
    names = list(dict.fromkeys(name for told, _ in found for name in told))
    table = np.array([[told.get(name, 0.0) for name in names] for told, _ in found])
    right = np.array([float(one) for _, one in found])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - right) + RIDGE * weights
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
