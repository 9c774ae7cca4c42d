"""A dossier on two states: what held and happened between them, with every source numbered.

>>> from comity.querying._example import small
>>> [table.title for table in small().brief("Kenya", "Peru").tables][:4]
['Kenya and Peru', 'Missions', 'Envoys and officials', 'Agreements']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.querying import _standing, status, timeline
from comity.querying._cite import Citations
from comity.querying._history import history
from comity.querying._lineage import Line, lines
from comity.querying._listing import stages
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import name
from comity.querying.contradictions import clashes
from comity.querying.figures import figures_table
from comity.querying.posts import posts_table

if TYPE_CHECKING:
    from datetime import date

    from comity.model import Entry
    from comity.recording.store import Store

_UNTOLD = {
    "status": "No source tells when relations began.",
    "mission": "No source tells of a mission of either in the other.",
    "post": "No source names an envoy or official.",
    "agreement": "No source tells of an agreement.",
    "event": "No source tells of a visit or another event.",
    "figure": "No source gives a figure.",
}
_TITLES = {"mission": "Missions", "agreement": "Agreements", "membership": "Memberships"}


def ask(store: Store, a: str, b: str, *, on: str = "", exact: bool = False) -> Answer:
    """The dossier; with a date it opens with what held then, and leaves out what came later."""
    cite = Citations(store)
    pair = f"{name(store, a)} and {name(store, b)}"
    last = edtf.last_day(on) if on else None
    entries = [one for one in timeline.entries_between(store, a, b, exact=exact) if _begun(one, last)]
    chosen = lines(store, a, b, exact=exact)
    lead = [*_lead(store, chosen, pair), *(status.sentences(store, a, b, on, cite, exact=exact) if on else ())]
    tables = [*_relations(store, chosen, cite), *_sections(store, entries, cite)]
    untold = [words for kind, words in _UNTOLD.items() if not any(entry.kind == kind for entry in entries)]
    held = status.ask(store, a, b, on=on, exact=exact).data
    found = bool(entries)
    return Answer(
        question="brief",
        asked={"a": a, "b": b} | ({"on": on} if on else {}),
        lead=tuple(lead) if found else (f"No source in this record tells of {pair}.",),
        tables=tuple(table for table in tables if table.rows),
        sources=cite.quoted,
        notes=tuple(untold) if found else (),
        found=found,
        data={"status": held, "entries": [entry.id for entry in entries], "untold": untold},
    )


def _begun(entry: Entry, last: date | None) -> bool:
    """May it have begun by a day? What is not dated may."""
    days = [edtf.first_day(claim.when) for claim in entry.claims]
    return last is None or not all(days) or any(day and day <= last for day in days)


def _lead(store: Store, chosen: list[Line], pair: str) -> tuple[str, ...]:
    documents = len({claim.doc for line in chosen for claim in store.claims(pair=(line.a, line.b))})
    return (f"What {documents:,} {'document tells' if documents == 1 else 'documents tell'} of {pair}.",)


def _relations(store: Store, chosen: list[Line], cite: Citations) -> list[Table]:
    """The history of formal relations, each pair of the lineages apart."""
    pasts = [(line, history(store, store.claims("status", pair=(line.a, line.b)), "status")) for line in chosen]
    return [status.history_table(store, line, past, cite) for line, past in pasts if past.acts]


def _sections(store: Store, entries: list[Entry], cite: Citations) -> list[Table]:
    by_kind: dict[str, list[Entry]] = {}
    for entry in entries:
        by_kind.setdefault(entry.kind, []).append(entry)
    events = timeline.rows_of(store, by_kind.get("event", []))
    return [
        _things(store, "mission", by_kind.get("mission", []), cite),
        posts_table(store, by_kind.get("post", []), cite),
        _things(store, "agreement", by_kind.get("agreement", []), cite),
        _things(store, "membership", by_kind.get("membership", []), cite),
        timeline.table(store, events, cite, "Visits and other events"),
        figures_table(store, by_kind.get("figure", []), cite),
        clashes(store, [entry for entry in entries if entry.contradictions], cite),
    ]


def _things(store: Store, kind: str, entries: list[Entry], cite: Citations) -> Table:
    rows = tuple((thing.title, stages(store, thing, cite)) for thing in _standing.things(store, kind, entries))
    return Table(_TITLES[kind], ("what", "state"), rows)


QUESTION = Question(
    name="brief",
    what="A dossier on two states: relations, missions, envoys, agreements, events, figures, contradictions.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", required=True),
        Parameter("b", "actor", "the other state", required=True),
        Parameter("on", "date", "leave out what began after this, and open with what held then"),
        Parameter("exact", "flag", "leave predecessors of the two out"),
    ),
    example='comity brief laos.comity Laos "Soviet Union" -o laos-soviet-union.md',
    ask=ask,
)
