"""Where sources exclude one another, with the words of each side; if asked, also where they differ and can all be right.

>>> from comity.querying._example import small
>>> small().contradictions("Kenya", "Peru").tables[0].rows[0][:5]
('Embassy of Kenya in Peru, Lima', 'when (opened)', 'date: year against year', 'between documents', '1 year')
>>> small().contradictions("Kenya", "Peru").tables[0].rows[0][5]
'1966 [1] against May 1967 [2]'
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.querying import _differences
from comity.querying._cite import Citations
from comity.querying._decided import NOTHING, decisions
from comity.querying._lineage import entries_between
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._severity import order, severity
from comity.querying._standing import title
from comity.querying._words import called, listed, value_of
from comity.recording.settling import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from comity.model import Claim, Contradiction, Entry
    from comity.querying._decided import Decision
    from comity.querying._differences import Difference
    from comity.querying._severity import Severity
    from comity.recording.store import Store

_COLUMNS = ("what", "field", "type", "told", "apart", "values")


def ask(store: Store, a: str = "", b: str = "", *, exact: bool = False, differences: bool = False) -> Answer:
    """Contradictions about a state, about two with each other, or all of the record's; the gravest first."""
    cite = Citations(store)
    found = entries_between(store, a, b, exact=exact, contradicted=True)
    other = _compatible(store, entries_between(store, a, b, exact=exact)) if differences else []
    whom = listed([called(store, code) for code in (a, b) if code])
    about = f" about {whom}" if whom else ""
    tables = (clashes(store, found, cite), _differences_table(store, other, cite))
    return Answer(
        question="contradictions",
        asked={key: value for key, value in {"a": a, "b": b, "differences": differences}.items() if value},
        lead=() if found else (f"The sources of this record do not contradict each other{about}.",),
        tables=tuple(table for table in tables if table.rows),
        sources=cite.quoted,
        found=bool(found or other),
        data={
            "contradictions": data(store, found),
            "ways": dict(sorted(Counter(clash.way for entry in found for clash in entry.contradictions).items())),
        }
        | ({"differences": [_difference_data(store, one) for one in other]} if differences else {}),
    )


_Clash = tuple["Entry", "Contradiction", "Severity"]


def _by_severity(store: Store, entries: Iterable[Entry]) -> list[_Clash]:
    """The contradictions of entries, those farthest apart first."""
    found = [(entry, clash, severity(clash, entry)) for entry in entries for clash in entry.contradictions]
    return sorted(found, key=lambda one: (order(one[2]), title(store, one[0]), one[1].field, one[1].stage, one[1].values))


def clashes(store: Store, entries: Iterable[Entry], cite: Citations) -> Table:
    """Contradictions as a table: of what, in which field, of which type, told where, how far apart, value against value."""
    rows, entries = [], list(entries)
    decided = decisions(store, (clash for entry in entries for clash in entry.contradictions))
    for entry, clash, found in _by_severity(store, entries):
        claims = {claim.id: claim for claim in entry.claims}
        sides = [
            cite.after(_said(store, clash, value, claims[ids[0]]), [claims[one] for one in ids])
            + _standing(value, decided.get(clash))
            for value, ids in clash.values
        ]
        field = f"{clash.field} ({clash.stage})" if clash.stage else clash.field
        words = title(store, entry), field.replace("-", " "), typed(clash), found.where, found.apart
        rows.append((*words, " against ".join(sides) + _beside_all(decided.get(clash))))
    return Table("Contradictions", _COLUMNS, tuple(rows))


def typed(clash: Contradiction) -> str:
    """In what the sides exclude one another, and how: `date: year against year`, `place`."""
    finer = clash.type if clash.way in ("date", "order") else ""
    return f"{clash.way}: {finer}" if finer else clash.way or clash.type


def _standing(value: str, decided: Decision | None) -> str:
    """What is to be said beside a value that somebody prefers to its rivals."""
    return f" (preferred by {decided.by}: {decided.why})" if decided and decided.value == value else ""


def _beside_all(decided: Decision | None) -> str:
    """What is to be said of all values where none was preferred."""
    return f" ({decided.said})" if decided and not decided.value else ""


def _said(store: Store, clash: Contradiction, value: str, claim: Claim) -> str:
    if clash.way == "party":
        return value_of(store, claim, clash.field)
    return edtf.say(value) if clash.field == "when" else value


def _compatible(store: Store, entries: Sequence[Entry]) -> list[Difference]:
    """The differences among entries, by type; of each the farthest apart first."""
    found = _differences.differences(entries, store.kinds)
    key = lambda one: (one.type, order(one.severity), title(store, one.entry), one.stage, one.sides[0].when)  # noqa: E731
    return sorted(found, key=key)


def _differences_table(store: Store, found: Iterable[Difference], cite: Citations) -> Table:
    rows = []
    for one in found:
        field = f"when ({one.stage})" if one.stage else "when"
        words = title(store, one.entry), field.replace("-", " "), one.type, one.severity.where, one.severity.apart
        rows.append((*words, _beside(one, cite)))
    return Table("Compatible differences", _COLUMNS, tuple(rows))


def _beside(one: Difference, cite: Citations) -> str:
    """The sides: `1974 [1] beside August 1974 [2]`, or each act with its dates."""
    if one.type != _differences.ANOTHER_ROLE:
        return " beside ".join(cite.after(edtf.say(side.when), side.claims) for side in one.sides)
    acts: dict[str, list[str]] = {}
    for side in one.sides:
        acts.setdefault(side.stage, []).append(cite.after(edtf.say(side.when), side.claims))
    return " beside ".join(f"{stage} {' or '.join(dates)}" for stage, dates in acts.items())


def data(store: Store, entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """The contradictions of entries as data, the gravest first, each with what was decided of it."""
    found = _by_severity(store, entries)
    decided = decisions(store, (clash for _, clash, _ in found))
    return [{**_data(store, *one), "decided": decided.get(one[1], NOTHING).to_json()} for one in found]


def listed_of(store: Store, a: str, b: str, *, exact: bool = False) -> list[dict[str, Any]]:
    """The contradictions about a state, or about two with each other, as data."""
    return data(store, entries_between(store, a, b, exact=exact, contradicted=True))


def _data(store: Store, entry: Entry, clash: Contradiction, found: Severity) -> dict[str, Any]:
    return {
        "entry": entry.id, "contradiction": mark(clash), "actors": _actors(store, entry),
        "kind": entry.kind, "what": title(store, entry), "field": clash.field, "stage": clash.stage,
        "way": clash.way, "type": clash.type, "where": found.where, "apart_days": found.apart_days,
        "values": [
            {"value": value, "claims": list(ids), "sources": len(entry.sources(one for one in entry.claims if one.id in ids))}
            for value, ids in clash.values
        ],
    }  # fmt: skip


def _actors(store: Store, entry: Entry) -> list[str]:
    fields = [name for name, field in store.kinds[entry.kind].fields.items() if field.holds_actors]
    return sorted({code for claim in entry.claims for code in claim.actors(fields)})


def _difference_data(store: Store, one: Difference) -> dict[str, Any]:
    sides = [
        {"stage": side.stage, "value": side.when, "claims": [claim.id for claim in side.claims]} for side in one.sides
    ]  # fmt: skip
    return {
        "entry": one.entry.id, "kind": one.entry.kind, "what": title(store, one.entry), "field": "when", "stage": one.stage,
        "type": one.type, "where": one.severity.where, "apart_days": one.severity.apart_days, "values": sides,
    }  # fmt: skip


QUESTION = Question(
    name="contradictions",
    what="Where sources exclude one another: of what, in which field, and the words of each.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", argument=True),
        Parameter("b", "actor", "the other state", argument=True),
        Parameter("exact", "flag", "leave predecessors out"),
        Parameter("differences", "flag", "also what differs without contradiction: a rougher date, the date of another act"),
    ),
    example="comity contradictions laos.comity Laos Vietnam",
    ask=ask,
)
