"""The claims that wait for a person: which comes next, how far one has come, how often a rule was wrong.

The queue is no table: it is what stands in the record without a ruling, in the order that is asked for.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from comity.recording._rows import storable, stored
from comity.recording.deciding import ACCEPTED, CORRECTED, DISPUTED, DOUBTED, JUDGED, REJECTED

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from comity.recording.store import Store

CONTRADICTED, UNCERTAIN, TEXT, SAMPLE = ORDERS = ("contradicted", "uncertain", "text", "sample")
"""Contradicted claims first; those with most signs of doubt first; as the texts have them; as drawn for a sample."""
WAITING, ALL = "waiting", "all"
STATES = (WAITING, ACCEPTED, REJECTED, CORRECTED, DOUBTED, DISPUTED, ALL)
SAMPLE_SIZE = 20
"""Claims of a rule that are looked at before the rest is accepted at once."""
_SURE = 1.96  # of the normal distribution: 95 in 100

_DECIDED = (ACCEPTED, REJECTED, CORRECTED, DOUBTED, DISPUTED)
_STATES = f"SELECT claim FROM rulings WHERE state IN ({', '.join(map(repr, _DECIDED))})"
_IN_CLASH = """
SELECT claim.value FROM contradictions, json_each(contradictions."values") AS side, json_each(side.value, '$[1]') AS claim
"""
_DOUBTS = "(claims.when_edtf = '') + (claims.factuality <> 'asserted') + min(json_array_length(claims.steps), 3)"
"""Signs of doubt: no date, not asserted, and each step by which something was taken from elsewhere than the words."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims are looked at; what is left empty is not asked about. `a` and `b` hold codes of states and predecessors."""

    kind: str = ""
    rule: str = ""
    doc: str = ""
    a: tuple[str, ...] = ()
    b: tuple[str, ...] = ()
    state: str = WAITING

    def sql(self) -> tuple[str, dict[str, object]]:
        """The condition, and what it is told."""
        parts, told = ["claims.how <> :judged"], dict[str, object](judged=JUDGED)
        for name in ("kind", "rule", "doc"):
            if value := getattr(self, name):
                parts.append(f"claims.{name} = :{name}")
                told[name] = storable(value)
        for name in ("a", "b"):
            if codes := getattr(self, name):
                among = f"code IN (SELECT value FROM json_each(:{name}))"
                parts.append(f"claims.id IN (SELECT claim FROM claim_actors WHERE {among})")
                told[name] = json.dumps(sorted(codes))
        return " AND ".join([*parts, *self._state(told)]), told

    def _state(self, told: dict[str, object]) -> list[str]:
        if self.state == ALL:
            return []
        if self.state == WAITING:
            return [f"claims.id NOT IN ({_STATES})"]
        told["state"] = self.state
        return ["claims.id IN (SELECT claim FROM rulings WHERE state = :state)"]


_PLACE = ("claims.doc", 'claims."start"', "claims.id")
# The plus sign keeps SQLite from going through all claims by their places to find the few that are contradicted.
_FEW = ("+claims.doc", *_PLACE[1:])


def _stages(order: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parts of an order: which claims are in it, and by what they are ordered, which tells any two apart."""
    if order == CONTRADICTED:
        return ((f"claims.id IN ({_IN_CLASH})", _FEW), (f"claims.id NOT IN ({_IN_CLASH})", _PLACE))
    if order == UNCERTAIN:
        return (("1", (f"-({_DOUBTS})", *_PLACE)),)
    # The id is a digest: ordered by it, claims stand as if drawn by lot, and always so.
    return (("1", ("claims.id",)),) if order == SAMPLE else (("1", _PLACE),)


def next_claim(store: Store, filters: Filters, order: str, *, after: str = "", back: bool = False) -> str:
    """The first claim of the queue; behind another one, or with `back` the last before it; "" where there is none."""
    passed = bool(after)
    for within, keys in reversed(_stages(order)) if back else _stages(order):
        here = f"SELECT {', '.join(keys)} FROM main.claims AS claims WHERE claims.id = ? AND {within}"
        mine = store._connection.execute(here, [after]).fetchone() if passed else None
        if passed and mine is None:
            continue
        passed = False
        if found := _first(store, filters, (within, keys), mine or (), back=back):
            return found
    return ""


def _first(store: Store, filters: Filters, stage: tuple[str, tuple[str, ...]], behind: Sequence[object], *, back: bool) -> str:
    """The first claim of a part of the queue, behind the keys of another one."""
    (within, keys), (where, told) = stage, filters.sql()
    where += f" AND {within}"
    if behind:
        marks = [f":key{number}" for number in range(len(keys))]
        told |= {mark[1:]: value for mark, value in zip(marks, behind, strict=True)}
        where += f" AND ({', '.join(keys)}) {'<' if back else '>'} ({', '.join(marks)})"
    ordered = ", ".join(f"{key} DESC" if back else key for key in keys)
    sql = f"SELECT claims.id FROM main.claims AS claims WHERE {where} ORDER BY {ordered} LIMIT 1"
    row = store._connection.execute(sql, told).fetchone()
    return row[0] if row else ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many claims of a sort there are, and of how many somebody has decided."""

    all: int
    decided: int


def progress(store: Store, filters: Filters) -> Progress:
    """How far the work on some claims has come, whatever their state."""
    where, told = Filters(filters.kind, filters.rule, filters.doc, filters.a, filters.b, ALL).sql()
    ruled = f"(SELECT DISTINCT claim FROM ({_STATES})) AS ruled"
    sql = f"SELECT count(*), count(ruled.claim) FROM main.claims AS claims LEFT JOIN {ruled}"
    return Progress(*store._connection.execute(f"{sql} ON ruled.claim = claims.id WHERE {where}", told).fetchone())


def rules(store: Store, kind: str = "") -> list[tuple[str, int, int]]:
    """The rules of a record by which something still waits: their claims, and how many of these wait; the most first."""
    sql = (
        f"SELECT rule, count(*), sum(id NOT IN ({_STATES})) AS waiting FROM main.claims WHERE how <> ? AND ? IN ('', kind) "
        "GROUP BY rule HAVING waiting > 0 ORDER BY waiting DESC, rule"
    )
    return store._connection.execute(sql, [JUDGED, kind]).fetchall()


def documents(store: Store) -> list[str]:
    """The ids of the documents."""
    return [stored(row[0]) for row in store._connection.execute("SELECT id FROM documents ORDER BY id")]


@dataclass(frozen=True, slots=True)
class Estimate:
    """How often a rule is wrong, by a sample of its claims that somebody has looked at."""

    rule: str
    claims: int
    waiting: int
    wanted: int
    """Claims that are to be looked at before the rest may be accepted."""
    seen: int
    wrong: int

    @property
    def ready(self) -> bool:
        """Has the whole sample been decided?"""
        return self.seen >= self.wanted

    @property
    def bounds(self) -> tuple[float, float]:
        """The share of wrong claims, from and to, with 95 in 100 surety (Wilson's interval).

        >>> [round(one, 3) for one in Estimate("r", 100, 80, 20, 20, 1).bounds]
        [0.009, 0.236]
        """
        if not self.seen:
            return 0.0, 1.0
        number, share, square = self.seen, self.wrong / self.seen, _SURE * _SURE
        middle = (share + square / (2 * number)) / (1 + square / number)
        reach = _SURE / (1 + square / number) * sqrt(share * (1 - share) / number + square / (4 * number * number))
        return max(0.0, middle - reach), min(1.0, middle + reach)


def sample(store: Store, rule: str) -> list[str]:
    """The claims of a rule that are looked at first: drawn by their digests, so that nobody chooses them."""
    sql = "SELECT id FROM main.claims WHERE rule = ? AND how <> ? ORDER BY id LIMIT ?"
    # Rejected claims are hidden from other answers, and are what an estimate is made of.
    return [row[0] for row in store._connection.execute(sql, [rule, JUDGED, SAMPLE_SIZE])]


def estimate(store: Store, rule: str) -> Estimate:
    """How often a rule was wrong in its sample."""
    chosen = sample(store, rule)
    rulings = store.judged.rulings(chosen)
    states = {claim: {one.state for one in found} for claim, found in rulings.items()}
    seen = [claim for claim in chosen if states.get(claim, set()) & {ACCEPTED, REJECTED, CORRECTED}]
    wrong = [claim for claim in seen if states[claim] & {REJECTED, CORRECTED}]
    all_of_it = "SELECT count(*) FROM main.claims WHERE rule = ? AND how <> ?"
    number = store._connection.execute(all_of_it, [rule, JUDGED]).fetchone()[0]
    return Estimate(rule, number, len(waiting(store, rule)), len(chosen), len(seen), len(wrong))


def waiting(store: Store, rule: str) -> list[str]:
    """The claims of a rule that nobody has decided about, document by document."""
    sql = f'SELECT id FROM main.claims WHERE rule = ? AND how <> ? AND id NOT IN ({_STATES}) ORDER BY doc, "start", id'
    return [row[0] for row in store._connection.execute(sql, [rule, JUDGED])]


def contradicted(store: Store, claims: Collection[str]) -> set[str]:
    """Those among some claims that a contradiction names."""
    entries = "SELECT entry FROM entry_claims WHERE claim IN (SELECT value FROM json_each(?))"
    sql = f"{_IN_CLASH} WHERE contradictions.entry IN ({entries})"
    return {row[0] for row in store._connection.execute(sql, [json.dumps(sorted(claims))])} & set(claims)
