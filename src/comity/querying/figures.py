"""Numbers about relations: trade, aid, students, troops.

>>> from comity.querying._example import small
>>> small().figures("Kenya").tables[0].rows
(('1970', 'aid', 'Kenya', 'Peru', '200 tonnes [1]'),)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.querying._cite import Citations
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import caption, value_of
from comity.querying.timeline import entries_between, may_touch

if TYPE_CHECKING:
    from comity.model import Claim, Entry
    from comity.recording.store import Store


def ask(store: Store, a: str = "", b: str = "", *, on: str = "", exact: bool = False) -> Answer:
    """Figures of a state, of two with each other, or all. Those that name no side are found by asking for all."""
    cite = Citations(store)
    entries = [entry for entry in entries_between(store, a, b, kind="figure", exact=exact) if may_touch(entry, on)]
    asked = {"a": a, "b": b, "on": on}
    claims = [claim for entry in entries for claim in entry.claims]
    return Answer(
        question="figures",
        asked={key: value for key, value in asked.items() if value},
        lead=() if entries else ("No source in this record gives such a figure.",),
        tables=(figures_table(store, entries, cite),) if entries else (),
        sources=cite.quoted,
        found=bool(entries),
        data={"figures": [{"claim": one.id, "when": one.when, "what": caption(store, one), **one.fields} for one in claims]},
    )


def figures_table(store: Store, entries: list[Entry], cite: Citations) -> Table:
    """Figures as a table; equal values of one entry on one row."""
    told: dict[tuple[object, ...], list[Claim]] = {}
    for entry in entries:
        for claim in entry.claims:
            told.setdefault((edtf.sort_key(claim.when), *_cells(store, claim)), []).append(claim)
    ordered = sorted(told.items(), key=_by_key)
    rows = tuple((*map(str, cells[:-1]), cite.after(str(cells[-1]), claims)) for (_, *cells), claims in ordered)
    return Table("Figures", ("when", "measure", "from", "to", "value"), rows)


def _by_key(item: tuple[tuple[object, ...], list[Claim]]) -> str:
    return repr(item[0])


def _cells(store: Store, claim: Claim) -> tuple[str, ...]:
    value, unit = value_of(store, claim, "value"), value_of(store, claim, "unit")
    upper, bound = value_of(store, claim, "value_to"), value_of(store, claim, "bound")
    number = " ".join(filter(None, (bound, value, f"to {upper}" if upper else "", unit)))
    return (edtf.say(claim.when), *(value_of(store, claim, field) for field in ("measure", "from", "to")), number)


QUESTION = Question(
    name="figures",
    what="Numbers about relations, such as trade, aid, students, with their dates and bounds.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", argument=True),
        Parameter("b", "actor", "the other state", argument=True),
        Parameter("on", "date", "only those about this time"),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    example="comity figures laos.comity Russia Laos",
    ask=ask,
)
