"""How likely it is that the words of a rule say what the rule says, where its grammar does not stand.

Two things are known of the words. How often the sentences of a large collection that have them were coded so by the rules
themselves: that tells words that say one thing ("expelled") from those that say many ("hold"). And, from sentences that people
have coded, how much each sign weighs: a logistic regression, whose weights stand in `odds/en.yaml` for anybody to read.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import msgspec

from comity.registry import PACKAGE, read_yaml

WEIGHTS, COUNTS = PACKAGE / "odds" / "en.yaml", PACKAGE / "odds" / "en.tsv"
_SURE = 1.0
_DOUBT = 4.0
"""Of what was never seen, a quarter is believed: one of four sentences."""


class _Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of weights."""

    limit: float
    weights: dict[str, float]


@dataclass(frozen=True)
class Odds:
    """The counts of words and the weights of signs."""

    limit: float
    """The probability from which on a claim is made; 0 asks for all."""
    weights: Mapping[str, float]
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """For each wording, and each word with what it may say: the sentences that have it, and those that were coded so."""

    def share(self, key: str) -> float:
        """The share of the sentences with a wording or word that say what it may say, drawn towards a quarter."""
        seen, told = self.counts.get(key, (0, 0))
        return (told + _SURE) / (seen + _DOUBT)

    def seen(self, key: str) -> int:
        """How many sentences had it."""
        return self.counts.get(key, (0, 0))[0]

    def of(self, signs: Mapping[str, float]) -> float:
        """The probability that a claim with these signs is right."""
        return 1 / (1 + math.exp(-self._sum(signs)))

    def may_do(self, signs: Mapping[str, float], others: Iterable[str]) -> bool:
        """Can a claim with these signs reach the limit, whichever of some others it has besides?"""
        if not self.limit:
            return True
        best = sum(max(self.weights.get(name, 0.0), 0.0) for name in others)
        return self._sum(signs) + best >= log_odds(self.limit)

    def _sum(self, signs: Mapping[str, float]) -> float:
        return sum(self.weights.get(name, 0.0) * value for name, value in signs.items())


def log_odds(share: float) -> float:
    """A share on the scale on which signs are added up."""
    return math.log(share / (1 - share))


def read_odds(weights: Path, counts: Path) -> Odds:
    """The odds in two files: weights as YAML, counts as lines of key, sentences, sentences coded so."""
    told = read_yaml(weights).shaped(_Weights)
    with counts.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        numbers = {key: (int(seen), int(so)) for key, seen, so in rows}
    return Odds(told.limit, told.weights, numbers)


@cache
def odds() -> Odds:
    """Our own, read once."""
    return read_odds(WEIGHTS, COUNTS)


def from_limit(limit: float | None) -> Odds | None:
    """Our own from another limit on, where one is given; None from 1 on, which nothing reaches."""
    return None if limit == 1 else odds() if limit is None else replace(odds(), limit=limit)
