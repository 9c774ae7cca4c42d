"""Answers that were worked out are kept as long as nothing is written that bears on them, and worked out once when many ask."""

from __future__ import annotations

from collections import OrderedDict
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from comity.recording.moments import State
    from comity.recording.writings import About

    # What was written between two states on which an answer hangs; None where it may be anything.
    Between: TypeAlias = Callable[[State, State, About], frozenset[str] | None]

MOST = 64
"""How many are kept; the one that was asked for longest ago goes first."""

Made = TypeVar("Made")
Mending: TypeAlias = "Callable[[Made, frozenset[str]], Made]"
"""Makes a thing anew of the old one and of what was written since."""


@dataclass(slots=True)
class _Kept:
    state: State
    about: About
    future: Future[Any] = field(default_factory=Future)


class Memory:
    """What was made of a record, for as long as it holds.

    >>> memory = Memory(lambda one, other, about: None if one != other else frozenset())
    >>> [memory.kept(1, "a", lambda: len("once")), memory.kept(1, "a", lambda: 1 / 0), memory.kept(2, "a", lambda: 5)]
    [4, 4, 5]
    """

    def __init__(self, between: Between, most: int = MOST) -> None:
        self._between, self._lock, self._most = between, Lock(), most
        self._made: OrderedDict[Hashable, _Kept] = OrderedDict()

    def kept(
        self, state: State, what: Hashable, make: Callable[[], Made], about: About = (), mend: Mending[Made] | None = None
    ) -> Made:
        """What was made of it before, or is being made at this moment; made now where it was not, or holds no more.

        `mend` makes it of what was made before and of what was written since. What failed is not kept, and fails for all that
        waited.
        """
        with self._lock:
            held = before = self._made.get(what)
            written = self._between(before.state, state, before.about) if before else None
            own = written is None or bool(written)
            if held is None or own:
                held = self._made[what] = _Kept(state, about)
            held.state = state
            self._made.move_to_end(what)
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        if own and before and written and mend and before.future.done() and not before.future.exception():
            make = partial(mend, before.future.result(), written)
        if own:
            self._make(what, held, make)
        return cast("Made", held.future.result())

    def _make(self, what: Hashable, held: _Kept, make: Callable[[], Made]) -> None:
        try:
            held.future.set_result(make())
        except BaseException as error:
            with self._lock:
                if self._made.get(what) is held:
                    del self._made[what]
            held.future.set_exception(error)
            raise
