"""How much each sign weighs that a gleaned claim is right with all its sides: a logistic regression on documents held back.

D. R. Cox, "The regression analysis of binary sequences", Journal of the Royal Statistical Society B 20, 1958.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from comity.coding.coder import Coder
from comity.coding.gleaning import Gleaner, View, signs
from comity.coding.rules import Rules
from comity.mentions import GLEANED, Draft
from comity.model import Claim
from comity.pipeline import Pipeline
from comity.resolving.settle import Resolver
from comity.sensing import Sensor
from gleaning_training.sentences import documents, is_of, reference

Row: TypeAlias = tuple[Mapping[str, float], bool]
RIDGE = 3.0
ROUNDS = 50
KIND = "event"
"""Of the other kinds too little is gleaned to learn from it."""


class Watching(Gleaner):
    """Gleans all that may be, and keeps the signs of it."""

    def __init__(self, rules: Rules, sensor: Sensor) -> None:
        super().__init__(rules, sensor.read, {}, 0.0)
        self.seen: dict[tuple[int, str], Mapping[str, float]] = {}

    def _likely(self, view: View, draft: Draft, sure: tuple[float, float]) -> float:
        self.seen[draft.evidence.start, draft.rule] = signs(view, draft, sure, self._rules.kinds[draft.kind])
        return 1.0


def rows(pipe: Pipeline, sensor: Sensor, folder: Path) -> Iterator[Row]:
    """The signs of what might be gleaned from coded documents, and whether it would be right."""
    gleaner = Watching(pipe.rules, sensor)
    coder = Coder(pipe.rules, pipe.gazetteer, pipe.trees, gleaner=gleaner)
    for name, claims in reference(folder):
        for document in documents([folder / f"{name}.txt"]):
            gleaner.seen = {}
            annotated = pipe.annotate(document)
            drafts = coder.code(annotated)
            for made in Resolver(annotated, pipe.rules.kinds, pipe.gazetteer).settle(drafts):
                if made.how == GLEANED and made.kind == KIND:
                    about = [claim for claim in claims if is_of(claim["quote"], made.evidence.of(document))]
                    right = any(agrees(claim, made, pipe.rules) for claim in about)
                    yield gleaner.seen[made.evidence.start, made.rule], right


def agrees(claim: Mapping[str, Any], made: Claim, rules: Rules) -> bool:
    """Is a reference claim of the same kind and type, with the same actors on its sides?"""
    kind = rules.kinds[made.kind]
    if claim["kind"] != made.kind or made.fields[kind.foremost] not in {claim[kind.foremost], *(claim.get("type_alt") or ())}:
        return False
    both: Sequence[Mapping[str, Any]] = (claim, made.fields)
    told, ours = ([set(fields.get(side) or ()) for side in kind.sides] for fields in both)
    return told == ours or (kind.even(made.fields) and sorted(map(sorted, told)) == sorted(map(sorted, ours)))


def fit(found: Sequence[Row]) -> dict[str, float]:
    """The weights of a ridge logistic regression, by Newton's method."""
    names = list(dict.fromkeys(name for told, _ in found for name in told))
    table = np.array([[told[name] for name in names] for told, _ in found])
    right = np.array([float(one) for _, one in found])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - right) + RIDGE * weights
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(bend, slope)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
