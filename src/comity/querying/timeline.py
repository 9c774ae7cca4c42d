"""What happened, in the order of its dates: one row for each stage of each entry.

>>> from comity.querying._example import small
>>> for row in small().timeline("Kenya", "Peru", to="1967").tables[0].rows:
...     print(*row)
3 March 1965 Relations of Kenya and Peru: established [1] 1
1966 or May 1967 Embassy of Kenya in Peru, Lima: opened [2][3] 2
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from comity import edtf
from comity.querying._cite import Citations
from comity.querying._lineage import entries_between
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import called, caption
from comity.sameness import stage_of, window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.model import Claim, Contradiction, Entry
    from comity.recording.store import Store


@dataclass(frozen=True)
class Row:
    """One stage of an entry: its best dated claim, and all that tell it."""

    entry: Entry
    stage: str
    first: Claim
    claims: tuple[Claim, ...]

    @property
    def disputed(self) -> bool:
        """Do its sources exclude each other?"""
        return bool(self.clashes)

    @property
    def clashes(self) -> list[Contradiction]:
        """The contradictions that its claims are part of."""
        told = {claim.id for claim in self.claims}
        return [one for one in self.entry.contradictions if any(told.intersection(ids) for _, ids in one.values)]


def ask(  # noqa: PLR0913 (an option each)
    store: Store, a: str, b: str = "", *, from_: str = "", to: str = "", kind: str = "", exact: bool = False
) -> Answer:
    """The entries of a state, or of two with each other, that may lie in a stretch; undated ones only without a stretch."""
    cite = Citations(store)
    rows = [row for row in rows_of(store, entries_between(store, a, b, kind=kind, exact=exact)) if _within(row.first, from_, to)]
    asked = {"a": a, "b": b, "from": from_, "to": to, "kind": kind}
    about = f"{called(store, a)} and {called(store, b)}" if b else called(store, a)
    return Answer(
        question="timeline",
        asked={key: value for key, value in asked.items() if value},
        lead=() if rows else (f"No source in this record tells of {about} in that time.",),
        tables=(table(store, rows, cite, f"Timeline of {about}"),) if rows else (),
        sources=cite.quoted,
        found=bool(rows),
        data={"rows": [_data(store, row) for row in rows]},
    )


def rows_of(store: Store, entries: list[Entry]) -> list[Row]:
    """A row for each stage of each entry, by date."""
    rows = [row for entry in entries for row in _rows(store, entry)]
    return sorted(rows, key=lambda row: (edtf.sort_key(row.first.when), row.first.kind, row.entry.id, row.stage))


def _rows(store: Store, entry: Entry) -> Iterator[Row]:
    kind = store.kinds[entry.kind]
    for part in entry.parts:
        stages: dict[str, list[Claim]] = {}
        for claim in part:
            stages.setdefault(stage_of(claim, kind), []).append(claim)
        for stage, claims in stages.items():
            yield Row(entry, stage, min(claims, key=_how_well), tuple(claims))


def _how_well(claim: Claim) -> tuple[object, ...]:
    """Asserted before reported, dated before undated, the day before the year, the fuller before the barer."""
    stretch = window(claim.when)
    width = (stretch[1] - stretch[0]).days if stretch else 0
    empty = sum(not value for value in claim.fields.values())
    return (claim.factuality != "asserted", stretch is None, width, empty, edtf.sort_key(claim.when), claim.id)


def _within(claim: Claim, first: str, last: str) -> bool:
    if not first and not last:
        return True
    stretch = window(claim.when)
    begin, end = edtf.first_day(first) or date.min, edtf.last_day(last) or date.max
    return stretch is not None and stretch[0] <= end and begin <= stretch[1]


def may_touch(entry: Entry, on: str) -> bool:
    """May one of an entry's dates touch a day, month or year? Without one, every entry does."""
    return not on or any(_within(claim, on, on) for claim in entry.claims)


def table(store: Store, rows: list[Row], cite: Citations, title: str) -> Table:
    """Rows as a table: date, what, who says so."""
    cells = tuple((when(row), cite.after(_what(store, row), row.claims), _sources(row)) for row in rows)
    return Table(title, ("when", "what", "sources"), cells)


def when(row: Row) -> str:
    """Its date in words; all of them where its sources exclude one another."""
    if not row.disputed:
        return edtf.say(row.first.when)
    rivals = [value for clash in row.clashes if clash.way == "date" for value, _ in clash.values]
    return " or ".join(map(edtf.say, rivals)) or edtf.say(row.first.when)


def _what(store: Store, row: Row) -> str:
    told = caption(store, row.first)
    return told if row.first.factuality == "asserted" else f"{told} ({row.first.factuality})"


def _sources(row: Row) -> int:
    return len(row.entry.sources(row.claims))


def _data(store: Store, row: Row) -> dict[str, object]:
    return {
        "entry": row.entry.id, "kind": row.entry.kind, "stage": row.stage, "when": row.first.when,
        "what": caption(store, row.first),
        "factuality": row.first.factuality, "disputed": row.disputed, "claims": [claim.id for claim in row.claims],
        "sources": _sources(row), "copies": {claim.id: of for claim in row.claims if (of := row.entry.copy_of(claim))},
    }  # fmt: skip


QUESTION = Question(
    name="timeline",
    what="What happened between two states, or to one, in the order of its dates.",
    parameters=(
        Parameter("a", "actor", "a state or organisation, by name or code", required=True),
        Parameter("b", "actor", "the other; left out, all that the first has to do with", argument=True),
        Parameter("from_", "date", "nothing that ended before this"),
        Parameter("to", "date", "nothing that began after this"),
        Parameter("kind", "kind", "only this kind of claim"),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    example='comity timeline laos.comity Laos "South Korea" --from 1970 --to 1980',
    ask=ask,
)
