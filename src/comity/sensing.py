"""Sentence -> what it probably says: a small encoder that has learned from coded sentences, run by ONNX Runtime.

It knows no wordings. It reads the sentence with what stands before it, and tells for each sort of claim how likely the sentence
says it, on which word that rests most, and how likely each of those who are named stands on either side. Ours stand under
`gleaner/`, a folder for each language; one is loaded when the first sentence is read, once a process.

>>> sensed = sensor().read("In 1962 Peru gave Kenya wheat as a gift.", "", [(8, "name"), (18, "name")])
>>> best = max(sensed, key=lambda one: one.likely)
>>> best.kind, best.value, [side > 0.5 for side, _ in best.sides], [side > 0.5 for _, side in best.sides]
('event', 'AID', [True, False], [False, True])
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
import numpy as np

from comity.learned import GLEANERS, PIECES, session, tokenizer
from comity.registry import OWN_PARSER, read_yaml
from comity.schema import Kind

if TYPE_CHECKING:
    from tokenizers import Encoding

MODEL, TOLD, SIDES = "model.onnx", "gleaner.yaml", "sides.npz"
LONGEST = 900
"""Characters of a sentence that are read; what is longer is a list that lost its shape."""
Named: TypeAlias = tuple[int, str]
"""Where in a sentence somebody is named, and by what manner of words (see `How`)."""
_NOWHERE = (0.0, 0.0)
_MORE = 0.5
"""From how likely on somebody stands on a side."""
Standing: TypeAlias = Mapping[int, tuple[float, float]]
"""For each of several, by number, how likely he stands on the first side, and on the other."""
Places: TypeAlias = tuple[list[int], list[int]]


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a model tells of itself."""

    limit: float
    """From how likely on a claim is made, where nobody asks for another limit."""
    least: float
    """How likely a sort must be, to be told at all."""
    weights: dict[str, dict[str, float]]
    """For a kind, how much each sign weighs that a claim is right with all its sides (see `arranging`)."""
    pieces: int
    """The most pieces of words that it reads at once."""
    sorts: tuple[str, ...]
    """What it can tell, in the order of its answers: a kind and, for most, the value by which its claims are first told apart."""
    signs: tuple[str, ...] = ()
    """What speaks for and against somebody's standing on a side, in the order of the numbers for it."""
    manners: tuple[str, ...] = ()
    """By which words somebody may be named, in the order of its numbers for them."""
    crowds: tuple[str, ...] = ()
    """The values of which it was learned how many stand on either side, in the order of the numbers for it."""


@dataclass(frozen=True, slots=True)
class Sensed:
    """One thing that a sentence may say."""

    kind: str
    value: str
    """An event's type, the change of a membership; "" where it tells the kind alone."""
    likely: float
    at: int
    """Where in the sentence the word begins on which it rests most."""
    sides: tuple[tuple[float, float], ...]
    """For each one named, how likely it stands on the first side, and on the other."""


class Sensor:
    """Reads sentences with one model."""

    def __init__(self, folder: Path) -> None:
        self.told = told(folder)
        self._sorts = tuple(sort.partition(" ")[::2] for sort in self.told.sorts)
        self.sorts = frozenset(self._sorts)
        self._manners = {name: number for number, name in enumerate(self.told.manners)}
        self._session, self._tokenizer = session(folder / MODEL), tokenizer(folder / PIECES, self.told.pieces)

    def read(self, text: str, before: str, named: Sequence[Named], wanted: Set[tuple[str, str]] = frozenset()) -> list[Sensed]:
        """What a sentence may say.

        Args:
            text: The sentence.
            before: What stands before it: titles, and the end of the sentence before.
            named: Those who are named in it.
            wanted: The sorts that are told however unlikely they are; the others only where they are likely enough.
        """
        pieces = self._tokenizer.encode(text[:LONGEST], before)
        places = [_piece(pieces, at) for at, _ in named]
        manners = [self._manners.get(manner, 0) for _, manner in named]
        likely, at, sides = self._session.run(None, _asked(pieces, places, manners))
        found = []
        for number, (kind, value) in enumerate(self._sorts):
            if likely[number] < self.told.least and (kind, value) not in wanted:
                continue
            stands = tuple(
                (float(one), float(other)) if place else _NOWHERE
                for place, (one, other) in zip(places, sides[number][: len(places)], strict=True)
            )
            found.append(Sensed(kind, value, float(likely[number]), pieces.offsets[at[number]][0], stands))
        return found


def two_sides(kind: Kind) -> tuple[str, str]:
    """The fields for who stands on either side; twice the same, where all stand on one."""
    names = [name for name, field in kind.fields.items() if field.holds_actors]
    return names[0], names[min(1, len(names) - 1)]


def alike(kind: Kind, fields: Mapping[str, object]) -> bool:
    """Do all do the same in a claim with these fields?"""
    return len(set(two_sides(kind))) == 1 or kind.even(fields)


def chosen(likely: Standing, *, even: bool) -> Places:
    """Who stands on either side more likely than not; where both sides do alike, all on the first."""
    if even:
        return [at for at, each in likely.items() if max(each) >= _MORE], []
    return (
        [at for at, (one, other) in likely.items() if one >= _MORE and one >= other],
        [at for at, (one, other) in likely.items() if other >= _MORE and other > one],
    )


@cache
def told(folder: Path = GLEANERS / OWN_PARSER) -> Told:
    """What the model in a folder tells of itself."""
    return read_yaml(folder / TOLD).shaped(Told)


def _asked(pieces: Encoding, places: Sequence[int], manners: Sequence[int]) -> Mapping[str, Any]:
    """The question as numbers."""
    types = np.array([pieces.type_ids])
    told = {
        "pieces": np.array([pieces.ids]),
        "types": types,
        "named": np.array(places or [0]),
        "manners": np.array(manners or [0]),
    }
    return {name: numbers.astype(np.int64) for name, numbers in told.items()}


def _piece(pieces: Encoding, at: int) -> int:
    """The piece of the sentence that holds a character; 0 where it is beyond what is read."""
    return pieces.char_to_token(at, 0) or 0


@cache
def sensor(name: str = OWN_PARSER) -> Sensor:
    """The model of this name, loaded once."""
    return Sensor(GLEANERS / name)
