"""Envoys and officials who matter to relations.

>>> from comity.querying._example import small
>>> small().posts("Kenya").tables[0].rows
(('Ann Otieno', 'ambassador', 'Kenya', 'Peru', '1970 [1]'),)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.querying._cite import Citations
from comity.querying._lineage import entries_between
from comity.querying._listing import told
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying.timeline import may_touch

if TYPE_CHECKING:
    from comity.model import Entry
    from comity.recording.store import Store


def ask(store: Store, a: str = "", b: str = "", *, on: str = "", exact: bool = False) -> Answer:
    """Holders of offices of a state, or of two with each other; with a date those whose told time may hold it."""
    cite = Citations(store)
    entries = [entry for entry in entries_between(store, a, b, kind="post", exact=exact) if may_touch(entry, on)]
    table = posts_table(store, entries, cite)
    asked = {"a": a, "b": b, "on": on}
    return Answer(
        question="posts",
        asked={key: value for key, value in asked.items() if value},
        lead=() if entries else ("No source in this record tells of such an office.",),
        tables=(table,) if entries else (),
        sources=cite.quoted,
        notes=("Holders without a told time are left out.",) if on else (),
        found=bool(entries),
        data={"entries": [{"entry": entry.id, "claims": [claim.id for claim in entry.claims]} for entry in entries]},
    )


def posts_table(store: Store, entries: list[Entry], cite: Citations) -> Table:
    """Holders and their offices as a table."""
    heads = ("person", "office", "sender", "host", "when")
    ordered = sorted(entries, key=lambda entry: (edtf.sort_key(entry.claims[0].when), told(store, entry, "person"), entry.id))
    rows = []
    for entry in ordered:
        *cells, when = (told(store, entry, head) for head in heads)
        rows.append((*cells, cite.after(when, entry.claims)))
    return Table("Envoys and officials", heads, tuple(rows))


QUESTION = Question(
    name="posts",
    what="Envoys and officials: who held which office, and when that is told.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", argument=True),
        Parameter("b", "actor", "the other state", argument=True),
        Parameter("on", "date", "only those whose told time may hold this"),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    example='comity posts laos.comity Laos "South Korea"',
    ask=ask,
)
