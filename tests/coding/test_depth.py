"""How deep an act stands in its sentence."""

from __future__ import annotations

from comity.pipeline import pipeline
from made import document


def test_a_clause_below_stands_deeper_than_the_main_one():
    pipe = pipeline(inside=True)
    page = document("Bolivia condemned Chile for bombing Peru.")
    told = {draft.fixed["type"]: draft.depth for draft in pipe.coder().code(pipe.annotate(page)) if draft.kind == "event"}
    assert told["ACCUSE"] < told["ASSAULT"]
