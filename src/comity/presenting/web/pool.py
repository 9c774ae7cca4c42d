"""Records open for reading, a few at a time: each question has one to itself, and none sees a file that was replaced."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Any

from comity.errors import TooBusy
from comity.presenting.web.deadline import deadline
from comity.presenting.web.memory import Memory
from comity.querying import Record
from comity.recording.views import View
from comity.recording.writings import Watch, Weight

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from pathlib import Path

    from comity.recording.moments import State
    from comity.recording.writings import About, Keep
    from comity.registry import Folders

AT_ONCE = 4
"""Questions answered at the same time; more would only share the same processors."""
# Seconds that a question waits for its turn.
_PATIENCE = 25.0


class Pool:
    """The record at one path, opened as often as it is asked about at once, and anew when it was changed."""

    def __init__(self, path: Path, folders: Folders, *, seconds: float, patience: float = _PATIENCE) -> None:
        self.path, self.folders, self.seconds = path, folders, seconds
        self._watch = Watch(path)
        self._shared = {weight: Memory(self._watch.between, weight) for weight in Weight}
        self._free: list[tuple[State, Record]] = []
        self._lock, self._turns, self._patience = Lock(), BoundedSemaphore(AT_ONCE), patience

    def state(self) -> State:
        """What changes whenever the record does."""
        return self._watch.state()

    def between(self, one: State, other: State, about: About) -> frozenset[str] | None:
        """What was written between two states on which something hangs; None where it may be anything."""
        return self._watch.between(one, other, about)

    @contextmanager
    def record(self, view: View = View()) -> Iterator[Record]:
        """The record for one question: it shows one state, for a limited time; TooBusy where too many are asked."""
        if not self._turns.acquire(timeout=self._patience):
            raise TooBusy(allowed=AT_ONCE)
        try:
            now = self.state()
            record = self._taken(now, view)
            # Of the state before it is read: what was written in between is told to those who ask later.
            record.store.keeping = partial(self._kept, now)
            try:
                with deadline(self.seconds), record.store.at_once(self.seconds):
                    yield record
            except BaseException:
                record.close()
                raise
            self._give(now, record)
        finally:
            self._turns.release()

    def _kept(self, now: State, what: Hashable, make: Callable[[], Any], keep: Keep) -> Any:
        return self._shared[keep.weight].kept(now, what, make, keep.about, keep.mend)

    def _taken(self, now: State, view: View) -> Record:
        with self._lock:
            stale = [one for told, one in self._free if told != now]
            self._free = [(told, one) for told, one in self._free if told == now]
            at = next((index for index, (_, one) in enumerate(self._free) if one.store.view == view), None)
            found = self._free.pop(at)[1] if at is not None else None
        for one in stale:
            one.close()
        return found or Record(
            self.path, self.folders, as_recorded=view.as_recorded, accepted=view.accepted, rejected=view.rejected
        )

    def _give(self, now: State, record: Record) -> None:
        with self._lock:
            self._free.append((now, record))
            left = self._free.pop(0)[1] if len(self._free) > AT_ONCE else None
        if left:
            left.close()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            while self._free:
                self._free.pop()[1].close()
        self._watch.close()
