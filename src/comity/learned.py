"""What was learned, as it ships: how an encoder is run, and small networks over signs that have names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from comity.registry import PACKAGE

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

GLEANERS = PACKAGE / "gleaner"
"""Where all that serves the second reading stands, a folder for each language."""
PIECES = "tokenizer.json"
Signs: TypeAlias = Mapping[str, float]
_FURTHEST = 4.0
"""The highest log-odds that count: models are surer than they should be."""


def session(path: Path) -> InferenceSession:
    """A model that is asked by one process, on one thread: several processes, a thread each, are faster."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def tokenizer(path: Path, pieces: int) -> Tokenizer:
    """What parts text into at most so many pieces of words, loaded once; of two texts, the first is cut."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(path))
    found.no_padding()
    found.enable_truncation(pieces, strategy="only_first")
    return found


def signs_table(every: Sequence[Signs], names: Sequence[str]) -> Any:
    """Signs as rows of numbers, a column for each name; what has no name here counts for nothing."""
    places = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(every), len(names)), np.float32)
    for row, signs in enumerate(every):
        for name, value in signs.items():
            if (place := places.get(name)) is not None:
                table[row, place] = value
    return table


class Networks:
    """Several networks of one hidden layer over the same signs."""

    def __init__(self, path: Path, signs: Sequence[str]) -> None:
        self._signs = signs
        with np.load(path) as stored:
            layers = (stored[name].astype(np.float32) for name in ("inner", "bent", "outer", "base"))
            self._inner, self._bent, self._outer, self.base = layers

    def scores(self, every: Sequence[Signs]) -> Any:
        """What each network answers for each row of signs; `base` is to be added."""
        hidden = np.tanh(signs_table(every, self._signs) @ self._inner + self._bent[:, None])
        return hidden @ self._outer


def log_odds(share: float) -> float:
    """The log-odds of a probability, within bounds."""
    share = min(max(share, 1e-9), 1 - 1e-9)
    return max(-_FURTHEST, min(_FURTHEST, math.log(share / (1 - share))))
