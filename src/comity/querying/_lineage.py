"""Whose acts a question about two states covers on a day, and under which label."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from comity import edtf
from comity.gazetteer import actors
from comity.querying._words import called, capital, listed, name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.model import Claim, Entry
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
    before: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """For each of the two the states that it continues, which are no more on the day asked about."""
    edge: date | None = None
    """The last day of the last of these."""

    def label(self, store: Store) -> str:
        """How it stands to the pair asked about; "" for that pair itself."""
        both = zip((self.a, self.b), self.successors, strict=True)
        return "; ".join(f"{name(store, code)}, predecessor of {successor}" for code, successor in both if successor)

    def names(self, store: Store) -> str:
        """The two, a predecessor with its successor: `Laos and Soviet Union (predecessor of Russia)`."""
        both = zip((self.a, self.b), self.successors, strict=True)
        return " and ".join(called(store, code) + (f" (predecessor of {heir})" if heir else "") for code, heir in both)

    def succession(self, store: Store) -> str:
        """Whom either of the two continues, so that what is told of that state counts: a sentence; "" for nobody."""
        both = zip((self.a, self.b), self.before, strict=True)
        return " ".join(
            f"{capital(called(store, code))} continues {listed([called(store, one) for one in before])} (succession)."
            for code, before in both
            if before
        )

    @property
    def carried(self) -> bool:
        """Does it answer only as far as nothing is told of the successor itself?"""
        return self.last is not None


@dataclass(frozen=True, slots=True)
class _Member:
    code: str
    successor: str = ""
    last: date | None = None
    before: tuple[str, ...] = ()
    edge: date | None = None


def lines(store: Store, a: str, b: str, *, day: date | None = None, exact: bool = False) -> list[Line]:
    """The pairs to look into: itself first; without a day every pair of members of the two lineages."""
    found = []
    for x in _members(store, a, day, exact=exact):
        for y in _members(store, b, day, exact=exact):
            last = min((end for end in (x.last, y.last) if end), default=None)
            edge = max((end for end in (x.edge, y.edge) if end), default=None)
            found.append(Line(x.code, y.code, (x.successor, y.successor), last, (x.before, y.before), edge))
    return found


def codes(store: Store, code: str, *, exact: bool = False) -> list[str]:
    """An actor's own code and those of its predecessors."""
    return [member.code for member in _members(store, code, None, exact=exact)] if code else []


def entries_between(
    store: Store, a: str = "", b: str = "", *, kind: str = "", exact: bool = False, contradicted: bool = False
) -> list[Entry]:
    """The entries that name a state, or that two have with each other, predecessors included; all where nobody is named."""
    some, pair = _whom(store, a, b, exact=exact)
    return store.entries(kind, some, pair=pair, contradicted=contradicted)


def claims_between(store: Store, a: str = "", b: str = "", *, exact: bool = False) -> list[Claim]:
    """The same for claims."""
    some, pair = _whom(store, a, b, exact=exact)
    return store.claims(codes=some, pair=pair)


def _whom(store: Store, a: str, b: str, *, exact: bool) -> tuple[list[str], tuple[list[str], list[str]] | None]:
    """Those of whom any may be named, or the two sides of a pair."""
    first, second = codes(store, a, exact=exact), codes(store, b, exact=exact)
    return ([], (first, second)) if first and second else (first or second, None)


def _members(store: Store, code: str, day: date | None, *, exact: bool) -> Sequence[_Member]:
    known, before, others = actors(store.folders), {}, []
    for other, since, until in () if exact else known.lineage(code):
        first, last = edtf.first_day(since) or date.min, edtf.last_day(until) or date.max
        if day is None or first <= day <= last:
            others.append(_Member(other, name(store, code)))
        elif last < day and known.heirs.get(other) == code:
            before[other] = last
        elif last < day:
            others.append(_Member(other, name(store, code), last))
    return [_Member(code, before=tuple(before), edge=max(before.values(), default=None)), *others]


def continued(store: Store, line: Line, other: Line) -> bool:
    """Is a pair the same as another, but that one of it, or both, continues what the other names?"""
    heirs = actors(store.folders).heirs
    return (line.a, line.b) != (other.a, other.b) and all(
        mine == heirs.get(its, its) or mine == its for mine, its in ((line.a, other.a), (line.b, other.b))
    )
