"""Numbers about relations as series: trade, aid, students, troops.

>>> from comity.querying._example import small
>>> small().figures("Kenya").tables[0].rows
(('1970', 'aid', 'Kenya', 'Peru', '200 tonnes [1]'),)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.querying._cite import Citations
from comity.querying._lineage import entries_between
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import caption, value_of
from comity.querying.timeline import may_touch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.model import Claim, Entry
    from comity.recording.store import Store


def ask(store: Store, a: str = "", b: str = "", *, on: str = "", measure: str = "", exact: bool = False) -> Answer:
    """Figures of a state, of two with each other, or all, as series. Those that name no side are found by asking for all."""
    cite = Citations(store)
    entries = [entry for entry in entries_between(store, a, b, kind="figure", exact=exact) if may_touch(entry, on)]
    entries = [entry for entry in entries if not measure or entry.claims[0].fields["measure"] == measure]
    asked = {"a": a, "b": b, "on": on, "measure": measure}
    claims = [claim for entry in entries for claim in entry.claims]
    return Answer(
        question="figures",
        asked={key: value for key, value in asked.items() if value},
        lead=() if entries else ("No source in this record gives such a figure.",),
        tables=(figures_table(store, entries, cite),) if entries else (),
        sources=cite.quoted,
        found=bool(entries),
        data={
            "figures": [{"claim": one.id, "when": one.when, "what": caption(store, one), **one.fields} for one in claims],
            "series": [_series_data(store, entries) for _, entries in _series(entries)],
        },
    )


def figures_table(store: Store, entries: list[Entry], cite: Citations) -> Table:
    """Figures as a table, series by series, each in the order of time; equal values of one entry on one row."""
    rows = []
    for _, series in _series(entries):
        told: dict[tuple[str, ...], list[Claim]] = {}
        for claim in by_time(series):
            told.setdefault(_cells(store, claim), []).append(claim)
        rows += [(*cells[:-1], cite.after(cells[-1], claims)) for cells, claims in told.items()]
    return Table("Figures", ("when", "measure", "from", "to", "value"), tuple(rows))


def series_of(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Figures series by series: those that can be set side by side over time."""
    return [series for _, series in _series(entries)]


def by_time(entries: Iterable[Entry]) -> list[Claim]:
    """Their claims in the order of time."""
    claims = [claim for entry in entries for claim in entry.claims]
    return sorted(claims, key=lambda claim: (edtf.sort_key(claim.when), str(claim.fields["value"]), claim.id))


def _series(entries: Iterable[Entry]) -> list[tuple[tuple[str, ...], list[Entry]]]:
    """Figures of one measure and unit between the same sides, which can be set side by side over time."""
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        fields = entry.claims[0].fields
        sides = (" ".join(sorted(entry.claims[0].actors([side]))) for side in ("from", "to"))
        found.setdefault((str(fields["measure"]), *sides, str(fields["unit"])), []).append(entry)
    return sorted(found.items())


def _series_data(store: Store, entries: list[Entry]) -> dict[str, Any]:
    """A series for programs: its points in the order of time, each with who says so; rivals stand side by side."""
    fields = entries[0].claims[0].fields
    disputed = {claim for entry in entries for clash in entry.contradictions for _, ids in clash.values for claim in ids}
    return {
        **{name: fields.get(name, "") for name in ("measure", "unit", "from", "to")},
        "points": [
            {"when": one.when, "value": one.fields["value"], "value_to": one.fields.get("value_to", ""),
             "bound": one.fields["bound"], "factuality": one.factuality, "claim": one.id, "doc": one.doc,
             "quote": store.quote(one), "disputed": one.id in disputed}
            for one in by_time(entries)
        ],
    }  # fmt: skip


def _cells(store: Store, claim: Claim) -> tuple[str, ...]:
    sides = (value_of(store, claim, field) for field in ("measure", "from", "to"))
    return (edtf.say(claim.when), *sides, amount(store, claim))


def amount(store: Store, claim: Claim) -> str:
    """A number with its bound and unit: `at least 100 persons`."""
    value, unit = value_of(store, claim, "value"), value_of(store, claim, "unit")
    upper, bound = value_of(store, claim, "value_to"), value_of(store, claim, "bound")
    return " ".join(filter(None, (bound, value, f"to {upper}" if upper else "", unit)))


QUESTION = Question(
    name="figures",
    what="Numbers about relations, such as trade, aid, students, with their dates and bounds.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", argument=True),
        Parameter("b", "actor", "the other state", argument=True),
        Parameter("on", "date", "only those about this time"),
        Parameter("measure", "words", "only this measure: trade, aid, students ..."),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    example="comity figures laos.comity Russia Laos",
    ask=ask,
)
