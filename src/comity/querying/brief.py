"""A dossier on two states: what held and happened between them, with every source numbered, on about two pages.

Of a long history the weightiest of each part stay, as much as forty footnotes bear; what is left out is counted and named.

>>> from comity.querying._example import small
>>> [table.title for table in small().brief("Kenya", "Peru").tables][:4]
['Kenya and Peru', 'Missions', 'Envoys and officials', 'Agreements']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.querying import status
from comity.querying._choice import MOST_SOURCES, choose
from comity.querying._cite import Citations
from comity.querying._history import history
from comity.querying._lineage import entries_between, lines
from comity.querying._question import Answer, Parameter, Question
from comity.querying._sections import sections
from comity.querying._untold import NOTHING, gaps
from comity.querying._words import called, listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from comity.model import Claim, Entry
    from comity.querying._history import History
    from comity.querying._lineage import Line
    from comity.querying._question import Table
    from comity.querying._sections import Section
    from comity.recording.store import Store

_COUNTED = {
    "mission": ("mission", "missions"), "post": ("post", "posts"), "agreement": ("agreement", "agreements"),
    "event": ("event", "events"), "figure": ("figure", "figures"),
}  # fmt: skip


def ask(store: Store, a: str, b: str, *, on: str = "", exact: bool = False, whole: bool = False) -> Answer:
    """The dossier; with a date it opens with what held then, and leaves out what came later; `whole` leaves nothing out."""
    cite = Citations(store, 0 if whole else MOST_SOURCES, fully=True)
    pair = f"{called(store, a)} and {called(store, b)}"
    last = edtf.last_day(on) if on else None
    entries = [one for one in entries_between(store, a, b, exact=exact) if _begun(one.claims, last)]
    chosen = lines(store, a, b, exact=exact)
    pasts = [(line, history(store, _acts(store, line, last), "status")) for line in chosen]
    lead = [_lead(entries, pair), *(status.sentences(store, a, b, on, cite, exact=exact) if on else ())]
    history_tables = [status.history_table(store, line, past, cite) for line, past in pasts if past.acts]
    said = [claim for claim in status.also_said(store, chosen) if _begun([claim], last)]
    tables, left_out = _sections(store, sections(store, entries, said), cite, whole=whole)
    untold = gaps(store, entries, pasts)
    found = bool(entries)
    return Answer(
        question="brief",
        asked={"a": a, "b": b} | ({"on": on} if on else {}),
        lead=tuple(lead) if found else (f"No source in this record tells of {pair}.",),
        tables=tuple(table for table in (*history_tables, *tables, untold) if table.rows) if found else (),
        sources=cite.quoted if found else (),
        notes=(*_covers(store, pasts), *left_out) if found else (),
        found=found,
        data={
            "status": status.ask(store, a, b, on=on, exact=exact).data,
            "entries": [entry.id for entry in entries],
            "untold": [words for kind, words in NOTHING.items() if not any(entry.kind == kind for entry in entries)],
            "missing": [{"of": of, "what": what} for of, what in untold.rows] if found else [],
        },
    )


def _acts(store: Store, line: Line, last: date | None) -> list[Claim]:
    return [claim for claim in store.claims("status", pair=(line.a, line.b)) if _begun([claim], last)]


def _begun(claims: Sequence[Claim], last: date | None) -> bool:
    """May it have begun by a day? What is not dated may."""
    days = [edtf.first_day(claim.when) for claim in claims]
    return last is None or not all(days) or any(day and day <= last for day in days)


def _lead(entries: Sequence[Entry], pair: str) -> str:
    """How much is told: `What 2 documents tell of Kenya and Peru: 1 mission, 3 events.`"""
    documents = len({claim.doc for entry in entries for claim in entry.claims})
    counts = [(sum(entry.kind == kind for entry in entries), *names) for kind, names in _COUNTED.items()]
    told = [f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count]
    what = f": {listed(told)}" if told else ""
    return f"What {documents:,} {'document tells' if documents == 1 else 'documents tell'} of {pair}{what}."


def _sections(store: Store, parts: Sequence[Section], cite: Citations, *, whole: bool) -> tuple[list[Table], list[str]]:
    """The tables of the parts, and in words what is left out of them."""
    kept = [list(part.items) for part in parts] if whole else choose(store, parts, cite)
    tables = [part.table(items, cite) for part, items in zip(parts, kept, strict=True)]
    left_out = [part.left_out(items) for part, items in zip(parts, kept, strict=True)]
    told = [words for words in left_out if words]
    return tables, [*told, "What is left out stands in the whole dossier (--whole)."] if told else []


def _covers(store: Store, pasts: Sequence[tuple[Line, History]]) -> list[str]:
    """Which predecessors are told of as well."""
    labels = [label for line, _ in pasts for label in line.label(store).split("; ") if label]
    return [f"Covers {'; '.join(dict.fromkeys(labels))}."] if labels else []


QUESTION = Question(
    name="brief",
    what="A dossier on two states: relations, missions, envoys, agreements, events, figures, contradictions.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", required=True),
        Parameter("b", "actor", "the other state", required=True),
        Parameter("on", "date", "leave out what began after this, and open with what held then"),
        Parameter("exact", "flag", "leave predecessors of the two out"),
        Parameter("whole", "flag", "leave nothing out, however long it gets"),
    ),
    example='comity brief laos.comity Laos "Soviet Union" -o laos-soviet-union.md',
    ask=ask,
)
