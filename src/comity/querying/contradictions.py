"""Where sources exclude one another, with the words of each side.

>>> from comity.querying._example import small
>>> small().contradictions("Kenya", "Peru").tables[0].rows
(('Embassy of Kenya in Peru, Lima', 'when (opened)', 'year against year', '1966 [1] against May 1967 [2]'),)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.querying._cite import Citations
from comity.querying._lineage import codes
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._standing import title
from comity.querying._words import listed, name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.model import Contradiction, Entry
    from comity.recording.store import Store


def ask(store: Store, a: str = "", b: str = "", *, exact: bool = False) -> Answer:
    """Contradictions about a state, about two with each other, or all of the record's."""
    cite = Citations(store)
    first, second = codes(store, a, exact=exact), codes(store, b, exact=exact)
    found = [entry for entry in _contradicted(store, first, second) if entry.contradictions]
    whom = listed([name(store, code) for code in (a, b) if code])
    about = f" about {whom}" if whom else ""
    return Answer(
        question="contradictions",
        asked={key: value for key, value in {"a": a, "b": b}.items() if value},
        lead=() if found else (f"The sources of this record do not contradict each other{about}.",),
        tables=(clashes(store, found, cite),) if found else (),
        sources=cite.quoted,
        found=bool(found),
        data={"contradictions": [_data(store, entry, clash) for entry in found for clash in entry.contradictions]},
    )


def _contradicted(store: Store, first: list[str], second: list[str]) -> Iterable[Entry]:
    if first and second:
        return store.entries(pair=(first, second), contradicted=True)
    return store.entries(codes=first or second, contradicted=True)


def clashes(store: Store, entries: Iterable[Entry], cite: Citations) -> Table:
    """Contradictions as a table: of what, in which field, of which type, value against value."""
    rows = []
    for entry in entries:
        claims = {claim.id: claim for claim in entry.claims}
        for clash in entry.contradictions:
            sides = [cite.after(_said(clash, value), [claims[one] for one in ids]) for value, ids in clash.values]
            field = f"{clash.field} ({clash.stage})" if clash.stage else clash.field
            rows.append((title(store, entry), field.replace("-", " "), clash.type, " against ".join(sides)))
    return Table("Contradictions", ("what", "field", "type", "values"), tuple(sorted(rows)))


def _said(clash: Contradiction, value: str) -> str:
    return edtf.say(value) if clash.field == "when" else value


def _data(store: Store, entry: Entry, clash: Contradiction) -> dict[str, object]:
    return {
        "entry": entry.id, "kind": entry.kind, "what": title(store, entry), "field": clash.field, "stage": clash.stage,
        "type": clash.type, "values": [{"value": value, "claims": list(ids)} for value, ids in clash.values],
    }  # fmt: skip


QUESTION = Question(
    name="contradictions",
    what="Where sources exclude one another: of what, in which field, and the words of each.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", argument=True),
        Parameter("b", "actor", "the other state", argument=True),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    example="comity contradictions laos.comity Laos Vietnam",
    ask=ask,
)
