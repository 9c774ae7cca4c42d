"""Who is in, and who tried too often: kept while the server runs, and forgotten with it."""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from comity.errors import TooManyTries
from comity.presenting.web.accounts.book import Account, Book, key

LASTS, IDLE = 12 * 3600.0, 2 * 3600.0
"""Seconds that a session lasts at most, and without any request."""
# Sessions of one account at the same time; the oldest gives way.
_MOST = 20
WITHIN = 15 * 60.0
"""Seconds for which a wrong password counts."""
PAIR, ACCOUNT, ADDRESS = 5, 20, 50
"""Wrong passwords within that time: for an account from one address, for an account from all, from an address for all."""
# Names and addresses of which tries are remembered: guessing others forgets the oldest.
_REMEMBERED = 10_000

Clock = Callable[[], float]


@dataclass
class _Session:
    name: str
    password: str
    begun: float
    used: float


@dataclass
class Sessions:
    """Sessions by the token that a browser keeps in its cookie."""

    book: Book
    clock: Clock = time.monotonic
    _open: dict[str, _Session] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def begin(self, account: Account) -> str:
        """A new session; its token was never another's."""
        token, now = secrets.token_urlsafe(32), self.clock()
        with self._lock:
            self._open = {known: one for known, one in self._open.items() if self._lasts(one, now)}
            own = [known for known, one in self._open.items() if one.name == account.name]
            for known in own[: max(0, len(own) - _MOST + 1)]:
                del self._open[known]
            self._open[token] = _Session(account.name, account.password, now, now)
        return token

    def of(self, token: str) -> Account | None:
        """The account whose session it is, as the file has it now; None once it is over, or the password another."""
        with self._lock:
            one, now = self._open.get(token), self.clock()
            account = self.book.get(one.name) if one and self._lasts(one, now) else None
            if one and account and account.password == one.password:
                one.used = now
                return account
            self._open.pop(token, None)
            return None

    def end(self, token: str) -> None:
        """Over, at once."""
        with self._lock:
            self._open.pop(token, None)

    def _lasts(self, one: _Session, now: float) -> bool:
        return now - one.begun < LASTS and now - one.used < IDLE


@dataclass
class Tries:
    """Wrong passwords of late, so that nobody guesses on and on."""

    clock: Clock = time.monotonic
    _failed: dict[tuple[str, str], deque[float]] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def check(self, name: str, address: str) -> None:
        """A TooManyTries error where another try has to wait."""
        with self._lock:
            now = self.clock()
            waits = [self._wait(one, most, now) for one, most in _counted(name, address)]
        if max(waits) > 0:
            raise TooManyTries(seconds=int(max(waits)) + 1)

    def failed(self, name: str, address: str) -> None:
        """Another wrong one."""
        with self._lock:
            for one, most in _counted(name, address):
                times = self._failed.pop(one, deque(maxlen=most))
                times.append(self.clock())
                self._failed[one] = times
            while len(self._failed) > _REMEMBERED:
                del self._failed[next(iter(self._failed))]

    def right(self, name: str, address: str) -> None:
        """The right one: what was mistyped before is forgotten for this account from this address."""
        with self._lock:
            self._failed.pop(_counted(name, address)[0][0], None)

    def _wait(self, one: tuple[str, str], most: int, now: float) -> float:
        times = self._failed.get(one, deque())
        return times[0] + WITHIN - now if len(times) == most else 0.0


def _counted(name: str, address: str) -> list[tuple[tuple[str, str], int]]:
    who = key(name)
    return [((who, address), PAIR), ((who, ""), ACCOUNT), (("", address), ADDRESS)]
