"""In this process, one document after another.

>>> list(each(len, ["a", "bc"], 1))
[1, 2]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def each(work: Callable[[Item], Result], items: Iterable[Item], jobs: int = 1) -> Iterator[Result]:
    """The results of the work on each item, in order."""
    del jobs
    return map(work, items)
