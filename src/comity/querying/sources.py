"""The documents of a record.

>>> from comity.querying._example import small
>>> [row[:2] for row in small().sources().tables[0].rows]
[('annals', 'Annals of Kenya and Peru'), ('note', 'A note on Lima')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.querying._question import Answer, Question, Table
from comity.recording import counts

if TYPE_CHECKING:
    from comity.recording.store import Store


def ask(store: Store) -> Answer:
    """Every document with its title, publisher, date, the number of its claims, of those that it copies, and its faults."""
    told, copied = store.documents(), counts.copies(store)
    rows = tuple(
        (
            one.id,
            one.source.title,
            one.source.publisher,
            one.source.published,
            one.claims,
            copied.get(one.id, 0),
            len(one.warnings),
        )
        for one in told
    )
    data = [
        {"id": one.id, "title": one.source.title, "publisher": one.source.publisher, "published": one.source.published,
         "url": one.source.url, "origin": one.origin, "claims": one.claims,
         "copies": copied.get(one.id, 0), "faults": list(one.warnings)}
        for one in told
    ]  # fmt: skip
    return Answer(
        question="sources",
        asked={},
        lead=() if told else ("There is no document in this record.",),
        tables=(Table("Documents", ("id", "title", "publisher", "published", "claims", "copies", "faults"), rows),)
        if told
        else (),
        found=bool(told),
        data={"documents": data},
    )


QUESTION = Question(
    name="sources",
    what="The documents of the record, with publisher, date, number of claims, copies and faults.",
    parameters=(),
    example="comity sources laos.comity",
    ask=ask,
)
