"""What brackets tell of the papers before them."""

from __future__ import annotations

import pytest

from made import claims, title

PAIR = title("Chile–Peru relations")


def papers(text):
    return {(claim.fields["change"], claim.when) for claim in claims(PAIR, text) if claim.kind == "agreement"}


LISTS = [
    (
        "Accords on tea (signed 4 May 1961, in force since 3 June 1963) and on salt (signed 5 July 1972) are in place.",
        {("signed", "1961-05-04"), ("in-force", "1963-06-03"), ("signed", "1972-07-05")},
    ),
    ("Treaties on tea (1961) and salt (1963) are in force.", {("signed", "1961"), ("signed", "1963"), ("in-force", "")}),
    (
        "The two countries have a tea treaty (1961, terminated in 1990) and a salt accord (signed in 1972).",
        {("signed", "1961"), ("terminated", "1990"), ("signed", "1972"), ("in-force", "")},
    ),
    ("The tea treaty came into force (1963).", {("in-force", "1963")}),
    ("Peru and Chile signed treaties on tea (1961) and salt (1963).", {("signed", "1961"), ("signed", "1963")}),
]


@pytest.mark.parametrize(("text", "told"), LISTS)
def test_each_stage_of_each_paper_has_its_own_date(text, told):
    assert papers(text) == told


def test_a_stage_is_one_of_the_paper_before_its_brackets():
    (ended,) = [
        claim
        for claim in claims(PAIR, "The two countries have a tea treaty (1961) and a salt accord (1972, terminated in 1990).")
        if claim.fields.get("change") == "terminated"
    ]
    assert (ended.fields["type"], ended.fields["title"]) == ("agreement", "salt accord")
