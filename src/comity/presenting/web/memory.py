"""Answers that were worked out are kept as long as the record stays as it is, and worked out once when many ask at once."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from comity.recording.moments import State

MOST = 64
"""How many are kept; the one that was asked for longest ago goes first."""

Made = TypeVar("Made")


class Memory:
    """What was made of one state of a record.

    >>> memory = Memory()
    >>> [memory.kept((1,), "a", lambda: len("once")), memory.kept((1,), "a", lambda: 1 / 0), memory.kept((2,), "a", lambda: 5)]
    [4, 4, 5]
    """

    def __init__(self, most: int = MOST) -> None:
        self._lock, self._most = Lock(), most
        self._made: OrderedDict[tuple[State, Hashable], Future[Any]] = OrderedDict()

    def kept(self, state: State, what: Hashable, make: Callable[[], Made]) -> Made:
        """What was made of it before, or is being made at this moment; made now where it was not.

        What failed is not kept, and fails for all that waited.
        """
        key, own = (state, what), False
        with self._lock:
            for stale in [one for one in self._made if one[0] != state]:
                del self._made[stale]
            if not (own := key not in self._made):
                self._made.move_to_end(key)
            future = self._made.setdefault(key, Future())
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        if own:
            self._make(key, future, make)
        return cast("Made", future.result())

    def _make(self, key: tuple[State, Hashable], future: Future[Any], make: Callable[[], Made]) -> None:
        try:
            future.set_result(make())
        except BaseException as error:
            with self._lock:
                self._made.pop(key, None)
            future.set_exception(error)
            raise
