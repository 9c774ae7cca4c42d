"""Further papers in a list, each with its own date."""

from __future__ import annotations

import pytest

from made import claims, title

PAIR = title("Chile–Peru relations")


def papers(text):
    found = [claim for claim in claims(PAIR, text) if claim.kind == "agreement"]
    return {(claim.when, claim.fields["type"], frozenset(claim.fields["parties"]) - {"PER"}) for claim in found}


def signed(*told):
    return {(when, sort, frozenset((code,))) for when, sort, code in told}


LISTS = [
    (
        "Peru signed trade agreements with Chile in 1901 and with Kenya in 1903.",
        signed(("1901", "agreement", "CHL"), ("1903", "agreement", "KEN")),
    ),
    (
        "Peru signed treaties with Chile (1901), Kenya (1902) and Oman (1903).",
        signed(("1901", "treaty", "CHL"), ("1902", "treaty", "KEN"), ("1903", "treaty", "OMN")),
    ),
    (
        "Peru and Chile signed an accord on tea in 1901, an accord on salt in 1902 and a convention on fish in 1903.",
        signed(("1901", "agreement", "CHL"), ("1902", "agreement", "CHL"), ("1903", "treaty", "CHL")),
    ),
    (
        "The two countries signed agreements on tea (1901), salt (1902) and fish (1903).",
        signed(("1901", "agreement", "CHL"), ("1902", "agreement", "CHL"), ("1903", "agreement", "CHL")),
    ),
    (
        "A treaty of amity with Chile was concluded in 1901, and one with Kenya in May 1903.",
        signed(("1901", "treaty", "CHL"), ("1903-05", "treaty", "KEN")),
    ),
    (
        "Both states signed agreements on tea (1901, renewed in 1911), on salt (signed on 3 May 1902) and on fish (1903).",
        signed(("1901", "agreement", "CHL"), ("1911", "agreement", "CHL"), ("1902-05-03", "agreement", "CHL"))
        | signed(("1903", "agreement", "CHL")),
    ),
    (
        "Both states have signed several agreements such as an Agreement on Tea (1901); a Memorandum of Understanding for the "
        "Establishment of a School of Fishing, Sailing and Navigation (1902) and an Agreement on Salt (1903).",
        signed(("1901", "agreement", "CHL"), ("1902", "memorandum", "CHL"), ("1903", "agreement", "CHL")),
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_each_has_its_date_its_sort_and_its_partner(text, expected):
    assert papers(text) == expected


def test_each_ratifies_in_its_own_year():
    found = claims(PAIR, "The convention was ratified by Chile in 1901 and by Peru in 1903.")
    assert [(claim.fields["parties"][0], claim.when) for claim in found] == [("CHL", "1901"), ("PER", "1903")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed a treaty in 1901, and Kenya left in 1902.",
        "Peru and Chile signed a treaty in 1901, and trade grew in 1902.",
        "Peru and Chile signed a treaty in 1901 and a visit by the king in 1902 followed.",
        "Peru and Chile signed a treaty in 1901 and an army marched in 1902.",
    ],
)
def test_what_else_is_dated_is_no_paper(text):
    assert papers(text) == signed(("1901", "treaty", "CHL"))


def test_several_treaties_of_which_one_is_named_are_no_further_one():
    found = claims(PAIR, "Chile and Peru signed several agreements such as an Agreement on Tea (1901).")
    assert len([claim for claim in found if claim.kind == "agreement"]) == 1
