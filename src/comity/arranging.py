"""Who stands on which side, of all who may: weighed together, for who stands on one side tells who stands on the other.

Networks tell of each, from all that speaks for and against it, how well he stands on the first side, on the other, on both; and
how well so many on either side fit a claim of the sort was learned beside them. The best arrangement is taken, with its share
among all: a log-linear model of whole arrangements (John Lafferty and others, "Conditional Random Fields", 2001).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from comity.learned import GLEANERS, Networks, Signs
from comity.registry import OWN_PARSER
from comity.sensing import SIDES, told

FIRST, OTHER, BOTH = 1, 2, 3
"""Where somebody may stand, who does not stand apart; where both sides do alike, all stand on both."""
MANY = 3
"""How many are counted on a side: none, one, and more."""
_MOST, _MOST_ALIKE = 5, 8
"""How many are arranged: those who stand anywhere best."""
Places: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Who stands where, by their numbers."""

    first: Places
    other: Places
    """Nobody, where both sides do alike: all stand on the first."""
    share: float
    """How likely it is among all arrangements."""
    ahead: float
    """By how much its score is before that of the next."""


class Sides:
    """Arranges those who may stand on the sides of a claim."""

    def __init__(self, folder: Path) -> None:
        known = told(folder)
        self._weights = known.weights
        self._crowds = {value: number for number, value in enumerate(known.crowds, 1)}
        self._networks = Networks(folder / SIDES, known.signs)
        with np.load(folder / SIDES) as stored:
            self._alike, self._sorts = stored["alike"].astype(np.float32), stored["sorts"].astype(np.float32)

    def arrange(self, asked: Sequence[Signs], value: str, *, even: bool) -> Arrangement:
        """The best arrangement.

        Args:
            asked: For each one, the signs by name; what was not learned of counts for nothing.
            value: Of which sort the claim is, by its foremost field.
            even: Do both sides do alike?
        """
        scores = (self._networks.scores(asked) + self._networks.base[:, None]).mean(0)
        crowd = self._alike[int(even)] + self._sorts[self._crowds.get(value, 0)]
        return best(scores, crowd, even=even)

    def knows(self, kind: str) -> bool:
        """Was it learned who stands on the sides of claims of a kind?"""
        return kind in self._weights

    def sure(self, kind: str, signs: Signs) -> float:
        """How likely a claim of a kind that it knows is right with all its sides."""
        weights = self._weights[kind]
        return float(1 / (1 + np.exp(-sum(weights.get(name, 0.0) * value for name, value in signs.items()))))


def best(scores: Any, crowd: Any, *, even: bool) -> Arrangement:
    """The best arrangement.

    Args:
        scores: For each one, how well he stands on the first side, the other, and both.
        crowd: How well so many fit: for each number (see `MANY`) on the first alone, the other alone, and both.
        even: Do both sides do alike?
    """
    order = np.argsort(-(scores[:, BOTH - 1] if even else scores.max(1, initial=-np.inf)), kind="stable")
    order = order[: _MOST_ALIKE if even else _MOST]
    every, cells = _arrangements(len(order), even)
    apart = np.concatenate([np.zeros((len(order), 1), np.float32), scores[order]], axis=1)
    whole = np.take_along_axis(apart[None], every[:, :, None], 2)[:, :, 0].sum(1) + crowd[cells]
    at = int(whole.argmax())
    others = np.delete(whole, at)
    stands = dict(sorted(zip(order.tolist(), every[at].tolist(), strict=True)))
    return Arrangement(
        tuple(one for one, where in stands.items() if where in (FIRST, BOTH)),
        () if even else tuple(one for one, where in stands.items() if where in (OTHER, BOTH)),
        float(1 / np.exp(whole - whole[at]).sum()),
        float(whole[at] - others.max()) if len(others) else np.inf,
    )


@cache
def _arrangements(number: int, even: bool) -> tuple[Any, Any]:
    """Every arrangement of so many, and the place of its numbers on either side in a table of crowds."""
    where = (0, BOTH) if even else (0, FIRST, OTHER, BOTH)
    every = np.array(list(itertools.product(where, repeat=number)), np.int64).reshape(len(where) ** number, number)
    return every, cell(*((every == side).sum(1) for side in (FIRST, OTHER, BOTH)))


def cell(first: Any, other: Any, both: Any) -> Any:
    """The place in a table of crowds of so many on the first side alone, the other alone, and both."""
    first, other, both = (np.minimum(each, MANY - 1) for each in (first, other, both))
    return (first * MANY + other) * MANY + both


@cache
def sides(name: str = OWN_PARSER) -> Sides:
    """The model of who stands on which side, loaded once."""
    return Sides(GLEANERS / name)
