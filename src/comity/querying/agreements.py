"""Treaties, pacts and memoranda, with what became of them.

>>> from comity.querying._example import small
>>> small().agreements("Kenya", "Peru").tables[0].rows
(('Treaty of Amity', 'treaty', 'Kenya and Peru', 'P10Y', 'signed in 1968 [1]'),)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.querying._listing import listing, told
from comity.querying._question import Answer, Parameter, Question

if TYPE_CHECKING:
    from comity.model import Entry
    from comity.recording.store import Store


def ask(store: Store, a: str = "", b: str = "", *, on: str = "", exact: bool = False) -> Answer:
    """Agreements of a state, of two with each other, or all; with a date those in force then, or perhaps."""

    def columns(entry: Entry) -> list[tuple[str, str]]:
        return [(head, told(store, entry, head)) for head in ("title", "type", "parties", "term")]

    return listing(store, "agreement", {"a": a, "b": b, "on": on}, columns, exact=exact)


QUESTION = Question(
    name="agreements",
    what="Treaties, pacts and memoranda: when signed, in force, ended.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", argument=True),
        Parameter("b", "actor", "the other state", argument=True),
        Parameter("on", "date", "leave out what was surely not in force then"),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    example="comity agreements laos.comity Laos Vietnam",
    ask=ask,
)
