"""Sentences found by words, and by what is claimed in them: with counts of everything by which a search can be narrowed."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from comity.model import Span
from comity.recording._rows import storable, stored
from comity.recording.found import Passage
from comity.recording.queue import WAITING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.recording.store import Store

MOST = 2000
"""Sentences, and claims where no words are given, that are counted; the best of more."""
BY = ("kind", "type", "actor", "doc", "factuality", "state")
"""By what a search can be narrowed, beside years."""
# Values of one sort that are counted and shown.
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the claims in a sentence must be; what is left empty is not asked about."""

    kind: str = ""
    type: str = ""
    actor: str = ""
    doc: str = ""
    factuality: str = ""
    state: str = ""
    first: int | None = None
    last: int | None = None

    @property
    def any(self) -> bool:
        """Is anything asked about?"""
        return self != Narrowed()


@dataclass(frozen=True, slots=True)
class Found:
    """A claim as a search knows it."""

    id: str
    doc: str
    start: int
    end: int
    kind: str
    type: str
    factuality: str
    when: str
    year: int | None
    state: str = WAITING
    actors: frozenset[str] = frozenset()
    passage: int = 0

    def fits(self, wanted: Narrowed) -> bool:
        """Is it such as is wanted?"""
        same = all(getattr(wanted, name) in ("", getattr(self, name)) for name in BY if name != "actor")
        in_time = (wanted.first is None and wanted.last is None) or (
            self.year is not None and (wanted.first or self.year) <= self.year <= (wanted.last or self.year)
        )
        return same and in_time and (not wanted.actor or wanted.actor in self.actors)


@dataclass(frozen=True)
class Result:
    """Sentences, the claims in each, and what they can be narrowed by."""

    passages: list[tuple[Passage, list[Found]]]
    total: int
    counts: Mapping[str, list[tuple[str, int]]] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)
    more: bool = False
    """There are more sentences than were counted."""


def search(store: Store, words: str, wanted: Narrowed, *, limit: int, offset: int = 0) -> Result:
    """Sentences that hold the words and claims such as are wanted; without words, the sentences of such claims by date."""
    passages = store.search(words, MOST) if words else _of_claims(store, wanted)
    claims = _claims(store, passages)
    chosen = [one for one in claims if one.fits(wanted)]
    within: dict[int, list[Found]] = {}
    for one in chosen:
        within.setdefault(one.passage, []).append(one)
    shown = [(one, within.get(number, [])) for number, one in enumerate(passages) if number in within or not wanted.any]
    return Result(shown[offset : offset + limit], len(shown), _counts(chosen), _years(chosen), len(passages) >= MOST)


_BY_CLAIM = """
SELECT DISTINCT doc, "start", "end" FROM claims WHERE {where}
ORDER BY begin_earliest IS NULL, begin_earliest, doc, "start" LIMIT {most}
"""


def _of_claims(store: Store, wanted: Narrowed) -> list[Passage]:
    """The words of the claims that are wanted, the earliest first."""
    where, told = ["1"], dict[str, object]()
    for name in ("kind", "doc", "factuality"):
        if value := getattr(wanted, name):
            where.append(f"{name} = :{name}")
            told[name] = storable(value)
    if wanted.type:
        where.append("json_extract(fields, '$.type') = :type")
        told["type"] = wanted.type
    if wanted.actor:
        where.append("seq IN (SELECT claim FROM claim_actors WHERE code = :actor)")
        told["actor"] = wanted.actor
    if wanted.state:
        among = (
            "NOT IN (SELECT claim FROM rulings)"
            if wanted.state == WAITING
            else "IN (SELECT claim FROM rulings WHERE state = :state)"
        )
        where.append(f"id {among}")
        told |= {} if wanted.state == WAITING else {"state": wanted.state}
    for name, sign in (("first", ">="), ("last", "<=")):
        if (year := getattr(wanted, name)) is not None:
            where.append(f"begin_earliest {sign} :{name}")
            told[name] = f"{year:04}-01-01" if name == "first" else f"{year:04}-12-31"
    rows = store._connection.execute(_BY_CLAIM.format(where=" AND ".join(where), most=MOST), told).fetchall()
    return [Passage(stored(doc), Span(start, end), "") for doc, start, end in rows]


_IN = """
SELECT place.key, claims.id, claims.doc, claims."start", claims."end", claims.kind,
  coalesce(json_extract(claims.fields, '$.type'), ''), claims.factuality, claims.when_edtf, substr(claims.begin_earliest, 1, 4)
FROM json_each(?) AS place JOIN claims ON claims.doc = json_extract(place.value, '$[0]')
  AND claims."start" >= json_extract(place.value, '$[1]') AND claims."start" < json_extract(place.value, '$[2]')
  AND claims."end" <= json_extract(place.value, '$[2]')
"""


def _claims(store: Store, passages: Sequence[Passage]) -> list[Found]:
    """The claims in some sentences, with their states and actors."""
    places = json.dumps([[one.doc, one.span.start, one.span.end] for one in passages])
    rows = store._connection.execute(_IN, [places]).fetchall()
    found = [
        Found(
            name,
            stored(doc),
            start,
            end,
            kind,
            str(type_of),
            factuality,
            when,
            int(year) if year and year.isdigit() else None,
            passage=number,
        )
        for number, name, doc, start, end, kind, type_of, factuality, when, year in rows
    ]
    ids = json.dumps([one.id for one in found])
    among = "(SELECT value FROM json_each(?))"
    states = dict(
        store._connection.execute(f"SELECT claim, min(state) FROM rulings WHERE claim IN {among} GROUP BY claim", [ids])
    )
    actors: dict[str, set[str]] = {}
    named = f"SELECT claims.id, code FROM claim_actors JOIN claims ON claims.seq = claim WHERE claims.id IN {among}"
    for claim, code in store._connection.execute(named, [ids]):
        actors.setdefault(claim, set()).add(code)
    none: frozenset[str] = frozenset()
    return [
        replace(one, state=states.get(one.id, WAITING), actors=frozenset(actors[one.id]) if one.id in actors else none)
        for one in found
    ]


def _counts(claims: Iterable[Found]) -> dict[str, list[tuple[str, int]]]:
    told = list(claims)
    counted = {name: Counter(getattr(one, name) for one in told if getattr(one, name)) for name in BY if name != "actor"}
    counted["actor"] = Counter(code for one in told for code in one.actors)
    return {name: sorted(counted[name].items(), key=lambda one: (-one[1], one[0]))[:_SHOWN] for name in BY}


def _years(claims: Iterable[Found]) -> dict[int, int]:
    return dict(sorted(Counter(one.year for one in claims if one.year is not None).items()))


def years(store: Store) -> dict[int, int]:
    """How many claims begin in each year, in the whole record."""
    sql = "SELECT substr(begin_earliest, 1, 4) AS year, count(*) FROM claims WHERE begin_earliest IS NOT NULL GROUP BY year"
    return {int(year): number for year, number in store._connection.execute(sql) if year.isdigit()}
