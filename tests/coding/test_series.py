"""Further amounts beside one that was coded."""

from __future__ import annotations

import pytest

from made import claims, title

PAIR = title("Benin–Norway relations")


def figures(text):
    told = [claim for claim in claims(PAIR, text) if claim.kind == "figure"]
    return {(claim.fields["measure"], claim.fields["value"], claim.when) for claim in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's exports to Benin were $30 million in 2010 and $45 million in 2015.", {("exports", 30e6, "2010"), ("exports", 45e6, "2015")}),
        ("Norwegian aid to Benin fell from $30 million in 2010 to 12 million in 2012.", {("aid", 30e6, "2010"), ("aid", 12e6, "2012")}),
        ("Trade was worth $49 million in 2019, up from 26 million in 2012.", {("trade", 49e6, "2019"), ("trade", 26e6, "2012")}),
        ("Norway sold Benin four tanks and two helicopters in 1999.", {("arms-units", 4, "1999"), ("arms-units", 2, "1999")}),
        ("Norway gave Benin $20 million in grants and $30 million in loans.", {("aid", 20e6, ""), ("loan", 30e6, "")}),
        ("In 1980 trade reached $20 million, in 1981 24 million and in 1982 31 million.", {("trade", 20e6, "1980"), ("trade", 24e6, "1981"), ("trade", 31e6, "1982")}),
        ("Trade was worth $4 million in 1990; in 1995 it had risen to $5 million.", {("trade", 4e6, "1990"), ("trade", 5e6, "1995")}),
        ("In 1990, Norway's exports to Benin were worth $4 million (1989: $3 million).", {("exports", 4e6, "1990"), ("exports", 3e6, "1989")}),
        ("In 2018 trade amounted to $800 million (up 18% from 2017).", {("trade", 8e8, "2018"), ("trade-growth", 18, "2018")}),
        ("In 1965 Norway sent 40 advisers to Benin, and 75 in 1966.", {("advisers", 40, "1965"), ("advisers", 75, "1966")}),
        ("The number of Beninese students in Norway grew from 120 in 1980 to 350 in 1990 and 900 in 2000.",
         {("students", 120, "1980"), ("students", 350, "1990"), ("students", 900, "2000")}),
    ],
)  # fmt: skip
def test_each_amount_of_a_series_is_told_with_its_date(text, expected):
    assert figures(text) == expected


def test_so_many_of_each_people():
    told = [
        claim.fields for claim in claims(title("Notes"), "Some 500 Danes and 200 Swedes live in Mali.") if claim.kind == "figure"
    ]
    assert {(fields["from"], fields["value"]) for fields in told} == {(("DNK",), 500), (("SWE",), 200)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave Benin $5 million and spent $7 million on its own roads.",
        "Norway lent Benin $5 million, and 3 million people live there.",
    ],
)
def test_an_amount_of_something_else_is_no_further_one(text):
    assert len(figures(text)) == 1
