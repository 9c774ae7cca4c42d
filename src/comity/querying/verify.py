"""Whether the judgements of a record are as they were made: each carries a hash of itself and of the one before.

>>> from comity.querying._example import small
>>> small().verify().lead
('The chain holds: no judgement has been made yet.',)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.querying._question import Answer, Question

if TYPE_CHECKING:
    from comity.recording.store import Store


def ask(store: Store) -> Answer:
    """Is every judgement as it was made, and none missing from between two others?"""
    chain, broken = store.judged.all(), store.judged.broken_at()
    head = chain[-1].hash if chain else ""
    if broken:
        lead = f"The chain is broken: judgement {broken} of {len(chain)} is not as it was made, or the one before it is missing."
    elif chain:
        lead = f"The chain holds: {len(chain)} judgement{'s' * (len(chain) > 1)}, the last with the hash {head}."
    else:
        lead = "The chain holds: no judgement has been made yet."
    return Answer(
        question="verify",
        asked={},
        lead=(lead,),
        notes=("Keep the last hash elsewhere: who holds it can tell a chain that was made anew.",) if chain else (),
        found=not broken,
        data={"holds": not broken, "judgements": len(chain), "broken_at": broken, "head": head},
    )


QUESTION = Question(
    name="verify",
    what="Whether the judgements of the record are as they were made.",
    parameters=(),
    example="comity verify laos.comity",
    ask=ask,
)
