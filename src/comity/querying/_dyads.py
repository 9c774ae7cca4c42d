"""Pairs of states with all that is told of each: what a comparison, a network and a panel count."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, TypeAlias

from comity import edtf
from comity.gazetteer import actors
from comity.querying._history import History, history
from comity.querying._spells import Held
from comity.querying._standing import lives
from comity.recording.writings import Keep, Weight
from comity.sameness import window

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from comity.model import Claim, Entry
    from comity.recording.store import Store

    _Asked: TypeAlias = Sequence[Mapping[str, Any]]  # what the store is asked with, one after another
    _Of: TypeAlias = Callable[[tuple[str, str]], "Dyad | None"]  # the pair of two states, where it is asked for

CLASSES = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""PLOVER's four classes of events."""
CLASS_OF = {name: label for label, names in CLASSES.items() for name in names}
DONE = ("asserted", "reported")
KINDS = ("status", "mission", "agreement", "event")
"""The kinds of claims that make a pair."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Steady:
    """A history that is asked about on many days: what holds is worked out once between any two days on which it may turn."""

    past: History
    turns: tuple[date, ...] = ()
    """The days from which on something else may hold."""
    _known: dict[int, Held] = field(default_factory=dict)

    @classmethod
    def of(cls, past: History) -> Steady:
        """Of a history."""
        turns = {day for act in past.acts for one in act.datings for day in one.window if date.min < day < date.max}
        return cls(past, tuple(sorted(turns | {day + timedelta(days=1) for day in turns})))

    def on(self, day: date) -> Held:
        """What sources say of a day."""
        at = bisect_right(self.turns, day)
        if at not in self._known:
            self._known[at] = self.past.on(day)
        return self._known[at]


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission of one of the two with the other; one that moved to another city, or was raised, is another."""

    sender: str
    host: str
    type: str
    city: str
    steady: Steady
    claims: tuple[Claim, ...]


@dataclass
class Dyad:
    """Two states, by code in order, with the histories of what is between them and the events."""

    a: str
    b: str
    relations: Steady = field(default_factory=lambda: Steady(History(())))
    missions: list[Mission] = field(default_factory=list)
    recognition: list[Claim] = field(default_factory=list)
    """What is told of one recognizing the other."""
    agreements: list[Steady] = field(default_factory=list)
    events: list[Claim] = field(default_factory=list)
    """One claim for each event that is told to have happened."""
    before: list[tuple[date, Dyad]] = field(default_factory=list)
    """Pairs whose relations passed to this one, each with its last day, the latest first."""
    told: bool = False
    """Does any claim name the two, and not only predecessors of theirs?"""
    ended: date = date.max
    """The last day on which both are."""

    def status(self, day: date) -> tuple[Held, str]:
        """What held on a day; where nothing is told of the two themselves, what passed to them, and from which pair."""
        held = self.relations.on(day)
        if held is not Held.UNTOLD:
            return held, ""
        for last, dyad in self.before:
            if last < day and (passed := dyad.relations.on(last)) is not Held.UNTOLD:
                return passed, f"{dyad.a}:{dyad.b}"
        return held, ""

    def missions_of(self, sender: str, day: date) -> Held:
        """Has one of the two a mission with the other on a day?"""
        held = [one.steady.on(day) for one in self.missions if one.sender == sender]
        return next((one for one in (Held.YES, Held.CONTRADICTED, Held.UNCERTAIN, Held.NO) if one in held), Held.UNTOLD)

    def in_force(self, day: date) -> int:
        """How many agreements are surely in force on a day."""
        return sum(steady.on(day) is Held.YES for steady in self.agreements)

    def counted(self, first: date = date.min, last: date = date.max) -> tuple[dict[str, int], int]:
        """Events by class whose dates lie within a stretch; and how many may or may not."""
        found, unsure = dict.fromkeys(CLASSES, 0), 0
        for claim in self.events:
            stretch = window(claim.when) or (date.min, date.max)
            if first <= stretch[0] and stretch[1] <= last:
                found[CLASS_OF[str(claim.fields["type"])]] += 1
            else:
                unsure += stretch[0] <= last and first <= stretch[1]
        return found, unsure


def dyads(
    store: Store, states: Collection[str] = (), pairs: Collection[Pair] = (), *, kinds: tuple[str, ...] = KINDS
) -> list[Dyad]:
    """The pairs of which anything is told: those among some states, those of one state with any, some pairs, or all.

    `kinds` are those of claims that are looked into: who asks for a day needs no events.
    """
    one = len(set(states)) == 1 and not pairs
    if not (one or pairs):
        return _dyads(store, states, pairs, kinds)
    # What is asked of one state or some pairs is asked again for another day; more would take much memory to keep.
    of = {code for pair in pairs for code in pair} or set(states)
    about = ({member for code in of for member in actors(store.folders).family(code)}, kinds)
    what = ("dyads", *states, *map(tuple, pairs), kinds)
    weight, mend = (Weight.HEAVY, partial(_mended, store, set(lineage(store, *states)), kinds)) if one else (Weight.LIGHT, None)
    return store.kept(what, lambda: _dyads(store, states, pairs, kinds), Keep(weight, about, mend))


def _mended(store: Store, mine: Collection[str], kinds: Collection[str], old: list[Dyad], written: Collection[str]) -> list[Dyad]:
    """The pairs of one state anew, where something was written of some actors: the others stay as they are."""
    known = actors(store.folders)
    touched = {member for code in written for member in known.family(code) if known.is_state(member)}
    pairs = _pairs(touched.intersection(mine), touched)
    anew = {(one.a, one.b): one for one in _dyads(store, (), sorted(pairs), kinds)} if pairs else {}
    found = {(one.a, one.b): one for one in old} | anew
    return [one for _, one in sorted(found.items()) if one.told or one.before]


def _dyads(store: Store, states: Collection[str], pairs: Collection[Pair], kinds: Collection[str]) -> list[Dyad]:
    wanted = {(min(pair), max(pair)) for pair in pairs}
    named = {code for pair in wanted for code in pair} or set(states)
    known = actors(store.folders)
    everybody = {code for one in named for code in lineage(store, one)}
    alone = everybody if len(named) == 1 else set()
    found: dict[Pair, Dyad] = {}

    def of(pair: Pair) -> Dyad | None:
        within = bool(alone & set(pair)) if alone else not everybody or everybody >= set(pair)
        dyad = found.setdefault(pair, Dyad(*pair)) if within and all(map(known.is_state, pair)) else None
        if dyad:
            dyad.told = True
        return dyad

    asked: _Asked = [{"pair": (set(lineage(store, a)), set(lineage(store, b)))} for a, b in sorted(wanted)]
    asked = asked or [{"codes": everybody}]
    told = {"status": _relations, "mission": _missions, "agreement": _agreements, "event": _events}
    for kind in kinds:
        told[kind](store, asked, of)
    for a, b in [pair for pair in _inherited(store, found) if not everybody or everybody >= set(pair) or alone & set(pair)]:
        found.setdefault((a, b), Dyad(a, b))
    for pair in sorted(wanted or found):
        _placed(store, found.setdefault(pair, Dyad(*pair)), found)
    return [found[pair] for pair in sorted(wanted or found)]


def _inherited(store: Store, found: Iterable[Pair]) -> set[Pair]:
    """The pairs of successors to which what is between two states may have passed."""
    known = actors(store.folders)
    heirs: dict[str, set[str]] = defaultdict(set)
    for code in known:
        for other, _, _ in known.lineage(code):
            heirs[other].add(code)
    return {pair for a, b in found for pair in _pairs({a, *heirs[a]}, {b, *heirs[b]})}


def lineage(store: Store, code: str) -> dict[str, date]:
    """A state and its predecessors, each with its last day as such."""
    known = actors(store.folders)
    own = known.get(code)
    last = edtf.last_day(own.until) if own and own.until else None
    earlier = {other: edtf.last_day(until) or date.max for other, _, until in known.lineage(code)}
    return {code: last or date.max, **earlier}


def _placed(store: Store, dyad: Dyad, found: Mapping[Pair, Dyad]) -> None:
    """Tell a pair how long it lasts, and from which pairs its relations may have passed to it."""
    first, second = lineage(store, dyad.a), lineage(store, dyad.b)
    dyad.ended = min(first[dyad.a], second[dyad.b])
    for a, b in product(first, second):
        pair = (min(a, b), max(a, b))
        if (a, b) != (dyad.a, dyad.b) and pair in found:
            dyad.before.append((min(first[a], second[b]), found[pair]))
    dyad.before.sort(key=lambda one: (one[0], one[1].a, one[1].b), reverse=True)


def _relations(store: Store, asked: _Asked, of: _Of) -> None:
    told: dict[Pair, dict[str, Claim]] = defaultdict(dict)
    for one in asked:
        for claim in store.claims("status", **one):
            for pair in _pairs([str(claim.fields["a"])], [str(claim.fields["b"])]):
                told[pair][claim.id] = claim
    for pair, claims in told.items():
        if dyad := of(pair):
            dyad.relations = Steady.of(history(store, list(claims.values()), "status"))
            dyad.recognition = [claim for claim in claims.values() if claim.fields["change"] == "recognized"]


def _entries(store: Store, kind: str, asked: _Asked) -> Iterable[Entry]:
    """The entries of a kind, each once."""
    return {entry.id: entry for one in asked for entry in store.entries(kind, **one)}.values()


def _missions(store: Store, asked: _Asked, of: _Of) -> None:
    for entry in _entries(store, "mission", asked):
        for life in lives(entry, store.kinds["mission"]):
            fields = life.claims[0].fields
            for pair in _pairs([str(fields["sender"])], [str(fields["host"])]):
                if dyad := of(pair):
                    dyad.missions.append(_mission(store, life))


def _mission(store: Store, life: Entry) -> Mission:
    fields = life.claims[0].fields
    city = next((str(claim.fields["city"]) for claim in life.claims if claim.fields.get("city")), "")
    sender, host, type_of = (str(fields[name]) for name in ("sender", "host", "type"))
    return Mission(sender, host, type_of, city, _steady(store, life), life.claims)


def _agreements(store: Store, asked: _Asked, of: _Of) -> None:
    for entry in _entries(store, "agreement", asked):
        parties = sorted({code for claim in entry.claims for code in claim.actors(["parties"])})
        steady = _steady(store, entry)
        for pair in combinations(parties, 2):
            if dyad := of(pair):
                dyad.agreements.append(steady)


def _events(store: Store, asked: _Asked, of: _Of) -> None:
    for entry in _entries(store, "event", asked):
        claim = next((one for one in entry.claims if one.factuality in DONE), None)
        if claim is not None:
            source, target = list(claim.actors(["source"])), list(claim.actors(["target"]))
            both = _pairs(source, target) if source and target else set(combinations(sorted({*source, *target}), 2))
            for pair in sorted(both):
                if dyad := of(pair):
                    dyad.events.append(claim)


def _steady(store: Store, entry: Entry) -> Steady:
    return Steady.of(history(store, entry.claims, entry.kind))


def _pairs(first: Iterable[str], second: Iterable[str]) -> set[Pair]:
    return {(min(a, b), max(a, b)) for a, b in product(first, second) if a != b}
