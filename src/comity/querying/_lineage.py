"""Whose acts a question about two states covers on a day, and under which label."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from comity import edtf
from comity.gazetteer import actors
from comity.querying._words import name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.recording.store import Store


@dataclass(frozen=True, slots=True)
class Line:
    """A pair whose claims answer a question: the pair asked about, or predecessors of one or both of them."""

    a: str
    b: str
    successors: tuple[str, str] = ("", "")
    """Of each predecessor the name of the state asked about; "" for that state itself."""
    last: date | None = None
    """The last day of a predecessor that is no more on the day asked about."""

    def label(self, store: Store) -> str:
        """How it stands to the pair asked about; "" for that pair itself."""
        both = zip((self.a, self.b), self.successors, strict=True)
        return "; ".join(f"{name(store, code)}, predecessor of {successor}" for code, successor in both if successor)

    def names(self, store: Store) -> str:
        """The two, a predecessor with its successor: `Laos and Soviet Union (predecessor of Russia)`."""
        both = zip((self.a, self.b), self.successors, strict=True)
        return " and ".join(name(store, code) + (f" (predecessor of {heir})" if heir else "") for code, heir in both)

    @property
    def carried(self) -> bool:
        """Does it answer only as far as nothing is told of the successor itself?"""
        return self.last is not None


@dataclass(frozen=True, slots=True)
class _Member:
    code: str
    successor: str = ""
    last: date | None = None


def lines(store: Store, a: str, b: str, *, day: date | None = None, exact: bool = False) -> list[Line]:
    """The pairs to look into: itself first; without a day every pair of members of the two lineages."""
    found = []
    for x in _members(store, a, day, exact=exact):
        for y in _members(store, b, day, exact=exact):
            last = min((end for end in (x.last, y.last) if end), default=None)
            found.append(Line(x.code, y.code, (x.successor, y.successor), last))
    return found


def codes(store: Store, code: str, *, exact: bool = False) -> list[str]:
    """An actor's own code and those of its predecessors."""
    return [member.code for member in _members(store, code, None, exact=exact)] if code else []


def _members(store: Store, code: str, day: date | None, *, exact: bool) -> Sequence[_Member]:
    own = [_Member(code)]
    if exact:
        return own
    for other, since, until in actors(store.folders).lineage(code):
        first, last = edtf.first_day(since) or date.min, edtf.last_day(until) or date.max
        if day is None or first <= day <= last:
            own.append(_Member(other, name(store, code)))
        elif last < day:
            own.append(_Member(other, name(store, code), last))
    return own
