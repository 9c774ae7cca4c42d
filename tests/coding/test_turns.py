"""Amounts listed one after another, each with its own date or measure."""

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
        ("Trade was worth 2, 3 and 5 million dollars in 1950, 1951 and 1952 respectively.", {("trade", 2e6, "1950"), ("trade", 3e6, "1951"), ("trade", 5e6, "1952")}),
        ("In 1950, 1951 and 1952 trade stood at $2, $3 and $5 million.", {("trade", 2e6, "1950"), ("trade", 3e6, "1951"), ("trade", 5e6, "1952")}),
        ("In 1950 and 1951, trade stood at $2 million and $3 million respectively.", {("trade", 2e6, "1950"), ("trade", 3e6, "1951")}),
        ("There were 20, 30 and 50 Beninese students in Norway in 1950, 1960 and 1970.", {("students", 20, "1950"), ("students", 30, "1960"), ("students", 50, "1970")}),
    ],
)  # fmt: skip
def test_each_of_many_amounts_has_the_date_whose_turn_it_is(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian exports to Benin totalled $8 million and imports $3 million in 1991, against $6 million and $2 million in 1990.",
         {("exports", 8e6, "1991"), ("imports", 3e6, "1991"), ("exports", 6e6, "1990"), ("imports", 2e6, "1990")}),
        ("Norwegian exports to and imports from Benin were $8 million and $3 million in 1991.", {("exports", 8e6, "1991"), ("imports", 3e6, "1991")}),
        ("Norwegian exports to Benin were $8 million in 1990 and $9 million in 1991, and imports $2 million and $3 million respectively.",
         {("exports", 8e6, "1990"), ("exports", 9e6, "1991"), ("imports", 2e6, "1990"), ("imports", 3e6, "1991")}),
    ],
)  # fmt: skip
def test_amounts_of_two_measures_go_in_the_order_of_the_measures(text, expected):
    assert figures(text) == expected


def test_so_many_of_each_people_are_no_list_of_one():
    told = [claim.fields for claim in claims(title("Notes"), "In 1950 and 1960, 500 Danes and 200 Swedes lived in Mali.")]
    assert {(fields["from"], fields["value"]) for fields in told if "value" in fields} == {(("DNK",), 500), (("SWE",), 200)}
