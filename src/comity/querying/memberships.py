"""Which organisations a state joined, left or chaired.

>>> from comity.querying._example import small
>>> small().memberships("Peru", "UN").tables[0].rows
(('Peru', 'United Nations', 'joined in 1945 [1]'),)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.querying._listing import listing, told
from comity.querying._question import Answer, Parameter, Question

if TYPE_CHECKING:
    from comity.model import Entry
    from comity.recording.store import Store


def ask(store: Store, a: str = "", b: str = "", *, exact: bool = False) -> Answer:
    """Memberships of a state, in an organisation, of the one in the other, or all."""

    def columns(entry: Entry) -> list[tuple[str, str]]:
        return [(head, told(store, entry, head)) for head in ("member", "organization")]

    return listing(store, "membership", {"a": a, "b": b}, columns, exact=exact)


QUESTION = Question(
    name="memberships",
    what="Which organisations a state joined, left or chaired, and when.",
    parameters=(
        Parameter("a", "actor", "a state or an organisation, by name or code", argument=True),
        Parameter("b", "actor", "the other of the two", argument=True),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    example="comity memberships laos.comity Laos ASEAN",
    ask=ask,
)
