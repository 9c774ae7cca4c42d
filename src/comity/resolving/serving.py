"""Whom a person serves of whom no words tell it: learned from all that a document says of him and of the states that it names.

A document tells once that somebody is a minister of Peru, and often never: who reads on the relations of Peru with Kenya knows
that the president who flew to Nairobi is Peru's. What speaks for each of the states in question is put together from all the
sentences in which he stands, and weighed by a small model.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TypeAlias

import msgspec
import numpy as np

from comity.gazetteer import Gazetteer
from comity.learned import GLEANERS, Networks, Signs
from comity.mentions import Annotated, Mention, PersonName
from comity.model import Span
from comity.naming import names
from comity.registry import OWN_PARSER, read_yaml
from comity.resolving.context import Context
from comity.resolving.offices import Offices
from comity.resolving.sightings import Sighting, named

_MOST, _SEEN = 4, 8
"""States of which a document speaks most, and sentences about a person that are looked at."""
_LEAST = 3
"""Letters of a word that tells persons apart."""
WEIGHTS, TOLD = "serving.npz", "serving.yaml"
_STRANGE, _FURTHEST = -9.0, -6.0
"""The least that a name fits a state among all, and among those in question."""
Told: TypeAlias = Callable[[Mention], tuple[str, ...]]
"""The states that a person may serve as the rules of context tell them."""
Fits: TypeAlias = Callable[[str], Mapping[str, float]]


@dataclass(frozen=True)
class Candidate:
    """A state that a person may serve, with all that speaks for and against it."""

    code: str
    signs: Signs
    named: bool
    """Does the document speak of it at all? One of which it does not is only held against the others."""


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the weights tell of themselves."""

    signs: tuple[str, ...]


@cache
def weights(name: str = OWN_PARSER) -> Networks:
    """The networks that weigh whom somebody serves, loaded once."""
    folder = GLEANERS / name
    return Networks(folder / WEIGHTS, read_yaml(folder / TOLD).shaped(Known).signs)


def surname(name: str) -> str:
    """The word by which a document calls a person again.

    >>> surname("Ana M. Soto"), surname("Li")
    ('Soto', 'Li')
    """
    words = [word for word in name.replace(".", " ").split() if len(word) >= _LEAST]
    return words[-1] if words else name


@dataclass(frozen=True)
class Serving:
    """Reads the persons of one document."""

    annotated: Annotated
    gazetteer: Gazetteer
    offices: Offices
    limit: float
    """From how likely on somebody serves a state."""
    fits: Fits = lambda name: names().fits(name)
    """How well a name fits each state."""
    _found: dict[str, tuple[str, float]] = field(default_factory=dict)

    def knows(self, name: str) -> bool:
        """Does the document name somebody so, that it can be asked about?"""
        return bool(name) and surname(name) in self.persons

    def of(self, mention: Mention, context: Context, told: Told) -> tuple[str, float]:
        """The state that a person serves most likely, and how likely; "" where none is likely enough.

        Args:
            mention: The person.
            context: Of what the text speaks where he is named.
            told: What the rules of context tell of him, where he is named.
        """
        name = mention.value.name if isinstance(mention.value, PersonName) else ""
        key = surname(name)
        if key not in self._found:
            found = self.candidates(name, context, told)
            likely = read(weights(), found)
            best = max(range(len(found)), key=likely.__getitem__, default=-1)
            sure = best >= 0 and likely[best] >= self.limit and found[best].named
            self._found[key] = (found[best].code, likely[best]) if sure else ("", 0.0)
        return self._found[key]

    @cached_property
    def persons(self) -> Mapping[str, Sequence[Mention]]:
        """Where each person is named, by the word by which he is called again."""
        found = defaultdict[str, list[Mention]](list)
        for mention in self.annotated.all("person"):
            if isinstance(mention.value, PersonName) and mention.value.name:
                found[surname(mention.value.name)].append(mention)
        return found

    def candidates(self, name: str, context: Context, told: Told) -> list[Candidate]:
        """The states that a person may serve."""
        mentions = self.persons[surname(name)][:_SEEN]
        seen = [Sighting(self.annotated, mention, self._sentence(mention), self._before(mention)) for mention in mentions]
        rules = Counter(code for mention in mentions for code in told(mention))
        about = [*context.pair, context.home, context.speaker, context.publisher, context.filed, *self._most_named, *rules]
        near = (code for one in seen for code in (*one.here, *one.before))
        known = self.fits(max((mention.value.name for mention in mentions if isinstance(mention.value, PersonName)), key=len))
        likeliest = [max(known, key=known.__getitem__)] if known else []
        told_of = dict.fromkeys([*about, *near])
        every = [code for code in dict.fromkeys([*told_of, *likeliest]) if code and self.gazetteer.is_state(code)]
        fits = self._fits(known, every)
        return [
            Candidate(
                code,
                {
                    **self._of_document(code, context),
                    **self._of_office(code, mentions),
                    **_mean([one.signs(code) for one in seen]),
                    **fits[code],
                    "by rule": rules[code] / max(1, len(mentions)),
                    "by rule another": (rules.total() - rules[code]) / max(1, len(mentions)),
                    "several": float(len(mentions) > 1),
                },
                code not in likeliest or code in told_of,
            )
            for code in every
        ]

    def _fits(self, fits: Mapping[str, float], codes: Sequence[str]) -> Mapping[str, Signs]:
        """How well his name fits each state, among all and among those in question."""
        among = {code: max((fits.get(one, _STRANGE) for one in self.gazetteer.family(code)), default=_STRANGE) for code in codes}
        whole = math.log(sum(map(math.exp, among.values()))) if among else 0.0
        return {
            code: {
                "fits among all": max(_STRANGE, fit) / 4,
                "fits": max(_FURTHEST, fit - whole) / 2,
                "fits best": float(fit == max(among.values())),
            }
            for code, fit in among.items()
        }

    def _of_document(self, code: str, context: Context) -> Signs:
        told = {
            "pair": code in context.pair, "pair titled": code in context.pair and context.titled, "no pair": not context.pair,
            "not of titled pair": context.titled and code not in context.pair,
            "home": code == context.home, "speaker": code == context.speaker, "publisher": code == context.publisher,
            "filed": code == context.filed,
        }  # fmt: skip
        rank = next((f"rank {at}" for at, one in enumerate(self._most_named, 1) if one == code), "rank none")
        return {"bias": 1.0, rank: 1.0, "share": self._shares.get(code, 0.0), **{name: 1.0 for name, so in told.items() if so}}

    def _of_office(self, code: str, mentions: Sequence[Mention]) -> Signs:
        offices = {mention.value.office for mention in mentions if isinstance(mention.value, PersonName)} - {""}
        told = {f"office {office}": 1.0 for office in offices}
        may = [held for mention in mentions if (held := self.offices.may_hold(mention, code)) is not None]
        fits = {"office never": float(not all(may)), "office fits": float(all(may))} if may else {"office untold": 1.0}
        taken = any(office in self._held.get(code, ()) for office in offices)
        return {**told, **fits, "office taken": float(taken)}

    @cached_property
    def _held(self) -> Mapping[str, set[str]]:
        """The offices of each state of whose holders the document tells."""
        found = defaultdict[str, set[str]](set)
        for mention in self.annotated.all("person"):
            if isinstance(mention.value, PersonName) and mention.value.state:
                found[mention.value.state].add(mention.value.office)
        return found

    @cached_property
    def _shares(self) -> Mapping[str, float]:
        counts = Counter(code for mention in self.annotated.all("actor") if (code := named(mention)))
        return {code: count / counts.total() for code, count in counts.items()}

    @cached_property
    def _most_named(self) -> Sequence[str]:
        states = filter(self.gazetteer.is_state, self._shares)
        return sorted(states, key=lambda code: -self._shares[code])[:_MOST]

    @cached_property
    def _sentences(self) -> Sequence[Span]:
        return [mention.span for mention in self.annotated.all("sentence")]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [span.start for span in self._sentences]

    def _number(self, mention: Mention) -> int:
        return max(0, bisect.bisect_right(self._starts, mention.span.start) - 1)

    def _sentence(self, mention: Mention) -> Span:
        return self._sentences[self._number(mention)] if self._sentences else mention.span

    def _before(self, mention: Mention) -> Span | None:
        number = self._number(mention)
        return self._sentences[number - 1] if number else None


def read(networks: Networks, found: Sequence[Candidate]) -> list[float]:
    """How likely each is the state that is served: what is left to one is that it is none of them."""
    if not found:
        return []
    scores = networks.scores([one.signs for one in found])[:, :, 0]
    odds = np.exp(np.concatenate([scores, networks.base], axis=1))
    likely = (odds / odds.sum(1, keepdims=True)).mean(0)
    return [float(each) for each in likely[:-1]]


def _mean(every: Sequence[Signs]) -> Signs:
    """How often each sign stands."""
    total = defaultdict[str, float](float)
    for one in every:
        for name, value in one.items():
            total[name] += value
    return {name: value / len(every) for name, value in total.items()}
