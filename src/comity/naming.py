"""Personal name -> how well it fits each state: a small encoder that has learned from names of statesmen.

A name tells much of where its bearer comes from, and nothing for certain: one sign among many of whom somebody serves. It is
asked only of persons of whom a document tells an office and not the state.

>>> fits = names().fits("Jorge Quispe Mamani")
>>> fits["BOL"] > fits["JPN"]
True
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from comity.learned import GLEANERS, PIECES, session, tokenizer
from comity.registry import OWN_PARSER

MODEL, STATES = "names.onnx", "names.npz"
LONGEST = 24
"""Pieces of words of a name that are read."""


class Names:
    """Reads names with one model."""

    def __init__(self, folder: Path) -> None:
        self._session, self._tokenizer = session(folder / MODEL), tokenizer(folder / PIECES, LONGEST)
        with np.load(folder / STATES) as stored:
            self._codes, self._states = tuple(map(str, stored["codes"])), stored["states"].astype(np.float32)

    def fits(self, name: str) -> Mapping[str, float]:
        """How well a name fits each state that was learned of: the log of its probability among them all."""
        pieces = np.array([self._tokenizer.encode(name).ids], np.int64)
        (vector,) = self._session.run(None, {"pieces": pieces})
        scores = self._states @ vector[0]
        scores -= scores.max()
        return dict(zip(self._codes, (scores - np.log(np.exp(scores).sum())).tolist(), strict=True))


@cache
def names(name: str = OWN_PARSER) -> Names:
    """The model of this name, loaded once."""
    return Names(GLEANERS / name)
