"""What may fill a slot: who goes somewhere in an office, and what does not."""

from __future__ import annotations

import pytest

from made import claims


def visits(text):
    return [
        (claim.fields.get("source"), claim.fields.get("target"))
        for claim in claims(text)
        if claim.kind == "event" and claim.fields["type"] == "CONSULT"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Omani delegation came to Lima.",
        "Oman's foreign minister stayed in Lima.",
        "President Ana Soto of Oman flew home from Peru.",
        "The queen of Oman was in Peru.",
        "The Omani vice-president is due in Peru.",
    ],
)
def test_who_goes_in_an_office_pays_a_visit(text):
    assert visits(text) == [(("OMN",), ("PER",))]


def test_so_does_a_ruler_who_is_named_again_without_his_office():
    text = "President Ana Soto of Oman spoke. Later Soto came to Lima."
    assert visits(text) == [(("OMN",), ("PER",))]


@pytest.mark.parametrize(
    "text", ["Oman came to Peru's shores by accident.", "The Omani army was in Peru.", "Omani oil flew home from Peru."]
)
def test_a_state_its_army_and_its_goods_pay_none(text):
    assert visits(text) == []


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("By the Treaty of Lima (4 May 1871) the valley was sold to Chile by Peru.", ["1871-05-04"]),
        ("Under the peace of Lima, 4 May 1871, Peru was to pay Chile.", ["1871-05-04"]),
        ("The fate of the treaty, in May 1871, was unknown to Peru and Chile.", []),
    ],
)
def test_a_date_alone_behind_a_name_dates_it(text, when):
    assert [claim.when for claim in claims(text) if claim.kind == "agreement"] == when
