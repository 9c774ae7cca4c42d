"""Who is party to a treaty besides those that a pattern names."""

from __future__ import annotations

import pytest

from made import claims

PARTIES = [
    ("Norway, Fiji, Mali and Peru came. Peru signed a treaty with Chile in 1929.", ("PER", "CHL")),
    ("Norway, Fiji, Mali and Peru came. In 1929 Peru signed a pact with Chile, Kenya and Oman.", ("PER", "CHL", "KEN", "OMN")),
    ("Norway, Fiji, Mali and Peru came. The pact that Peru signed with Chile in 1929 was short.", ("PER", "CHL")),
    ("Norway, Fiji, Mali and Peru came. In 1929 Peru cancelled its border treaty with Chile.", ("PER", "CHL")),
    ("Norway, Fiji, Mali and Peru came. Peru's treaty with Chile expired in 1929.", ("PER", "CHL")),
    ("Norway, Fiji, Mali and Peru came. Peru and Chile signed a treaty with Kenya.", ("PER", "CHL", "KEN")),
    ("Norway, Fiji, Mali and Peru came. Peru signed an agreement with UNICEF.", ("PER", "UNICEF")),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_those_after_with_are_party_to_it(text, parties):
    assert [claim.fields["parties"] for claim in claims(text) if claim.kind == "agreement"] == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed a treaty with Kenya mediating.",
        "Peru and Chile signed a treaty with Kenya as a witness.",
        "Peru and Chile signed a treaty with a Kenyan pen.",
    ],
)
def test_who_only_stands_by_is_no_party(text):
    assert [claim.fields["parties"] for claim in claims(text) if claim.kind == "agreement"] == [("PER", "CHL")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway, Fiji and Mali came. In 1929 Peru signed pacts with Chile and Kenya.",
        "Norway, Fiji and Mali came. Peru has double taxation agreements with Chile and Kenya.",
        "Norway, Fiji and Mali came. Peru signed trade protocols with Chile and Kenya.",
    ],
)
def test_several_papers_are_one_with_each(text):
    found = {claim.fields["parties"] for claim in claims(text) if claim.kind == "agreement"}
    assert found == {("PER", "CHL"), ("PER", "KEN")}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Norway and Fiji came. In 1961 Chile signed the Chilean-Kenyan Treaty of Friendship.", {"CHL", "KEN"}),
        ("Norway and Fiji came. The Kenya–Chile Free Trade Agreement entered into force in 1962.", {"CHL", "KEN"}),
    ],
)
def test_those_whose_names_a_treaty_bears_are_party_to_it(text, parties):
    assert [set(claim.fields["parties"]) for claim in claims(text) if claim.kind == "agreement"] == [parties]
