"""Amounts told without their verb belong to whom they stand beside."""

from __future__ import annotations

import pytest

from made import claims, title

PLAIN = title("Notes")
TOLD = [
    ("Ghana sent 200 soldiers to Chad, Mali 50.", ("MLI", "TCD", 50)),
    ("Norway lent Mali $20 million, Chad $5 million.", ("NOR", "TCD", 5000000)),
    ("Canada gave $30 million to Haiti and France $15 million.", ("FRA", "HTI", 15000000)),
    ("Norway lent $20 million to Mali and $5 million to Chad.", ("NOR", "TCD", 5000000)),
]


def figures(text):
    told = [claim.fields for claim in claims(PLAIN, text) if claim.kind == "figure"]
    return {(*fields["from"], *fields["to"], fields["value"]) for fields in told}


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_an_amount_without_its_verb_is_told_of_whom_it_stands_beside(text, expected):
    assert expected in figures(text)


def test_it_adds_none_where_a_verb_or_another_thing_follows():
    assert figures("Ghana sent 200 soldiers to Chad, Mali 50 tents.") == {("GHA", "TCD", 200)}


def test_the_date_behind_an_amount_is_its_own():
    told = claims(PLAIN, "Norway lent Mali $20 million in 1985, Chad $5 million in 1986.")
    assert {(claim.fields["value"], claim.when) for claim in told if claim.kind == "figure"} == {(2e7, "1985"), (5e6, "1986")}
