"""Embassies, consulates and other missions, with what became of them.

>>> from comity.querying._example import small
>>> small().missions("Kenya").tables[0].rows
(('Kenya', 'Peru', 'Lima', 'embassy', 'opened in 1966 [1] or in May 1967 [2]'),)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.querying._listing import listing, told
from comity.querying._question import Answer, Parameter, Question

if TYPE_CHECKING:
    from comity.model import Entry
    from comity.recording.store import Store


def ask(store: Store, a: str = "", b: str = "", *, on: str = "", exact: bool = False) -> Answer:
    """Missions of a state, of two with each other, or all; with a date those that were open then, or may have been."""

    def columns(entry: Entry) -> list[tuple[str, str]]:
        return [(head, told(store, entry, head)) for head in ("sender", "host", "city", "type")]

    return listing(store, "mission", {"a": a, "b": b, "on": on}, columns, exact=exact)


QUESTION = Question(
    name="missions",
    what="Embassies, consulates and other missions, and when they opened and closed.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", argument=True),
        Parameter("b", "actor", "the other state", argument=True),
        Parameter("on", "date", "only what was open then, or may have been"),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    example="comity missions laos.comity Laos Vietnam --on 1980-01-01",
    ask=ask,
)
