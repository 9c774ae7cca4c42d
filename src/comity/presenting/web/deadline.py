"""A limit of time for what a thread works out in Python, as the record's own limit is one for what SQLite does."""

from __future__ import annotations

import ctypes
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from comity.recording.moments import Interrupted

if TYPE_CHECKING:
    from collections.abc import Iterator


# Seconds until it is tried again: what arrives while Python collects its garbage is lost.
_AGAIN = 1.0


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Interrupt what runs within after so many seconds.

    >>> with deadline(0.01):
    ...     while True:
    ...         pass
    Traceback (most recent call last):
        ...
    comity.recording.moments.Interrupted
    """
    thread, lock, over = threading.get_ident(), threading.Lock(), threading.Event()

    def interrupt() -> None:
        wait = max(seconds, 0)
        while not over.wait(wait):
            with lock:
                if not over.is_set():
                    _raise_in(thread, Interrupted)
            wait = _AGAIN

    threading.Thread(target=interrupt, daemon=True).start()
    try:
        yield
    finally:
        with lock:
            over.set()
            # What was sent but has not arrived yet must not hit whatever this thread does next.
            _raise_in(thread, None)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Let a thread meet with an error at its next step; with None, take back one that it has not met yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error) if error else None)
