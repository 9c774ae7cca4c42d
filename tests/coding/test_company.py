"""Who is party to a treaty besides those that a pattern names."""

from __future__ import annotations

import pytest

from made import claims, title

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


HELPERS = [
    "In the presence of the Kenyan president, Peru and Chile signed a treaty in 1929.",
    "Peru and Chile signed a treaty brokered by Kenya and Oman in 1929.",
    "A treaty between Peru and Chile, mediated by Kenya, Oman and Fiji, was signed in 1929.",
    "Mediated by Kenya, a treaty between Peru and Chile was signed in 1929.",
    "Under the auspices of the United Nations, Peru and Chile signed a treaty in 1929.",
    "Thanks to Kenyan mediation Peru and Chile signed a treaty in 1929.",
    "Peru and Chile signed a treaty with Kenya's help in 1929.",
    "The treaty of 1929 between Peru and Chile, concluded at the invitation of Kenya, was short.",
]


@pytest.mark.parametrize("text", HELPERS)
def test_who_brokers_hosts_or_witnesses_it_is_no_party(text):
    found = {tuple(sorted(claim.fields["parties"])) for claim in claims(text) if claim.kind == "agreement"}
    assert found == {("CHL", "PER")}


def test_of_witnesses_alone_two_are_the_parties():
    text = "In 1929 a treaty was signed in the presence of the Peruvian president and the Chilean king."
    assert [set(claim.fields["parties"]) for claim in claims(text) if claim.kind == "agreement"] == [{"PER", "CHL"}]


@pytest.mark.parametrize(
    "text",
    [
        "By the protocol of Nairobi of 3 May 1929 the claims were dropped.",
        "Under the Nairobi protocols of 3 May 1929 the claims were dropped.",
        "The claims were dropped under the Accord (May 1929), brokered by Kenya.",
    ],
)
def test_a_city_after_which_it_is_called_and_who_brokers_it_leave_it_to_the_pair(text):
    found = [claim for claim in claims(title("Chile–Peru relations"), text) if claim.kind == "agreement"]
    assert {frozenset(claim.fields["parties"]) for claim in found} == {frozenset(("CHL", "PER"))}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Peru signed an agreement establishing diplomatic relations with Fiji.", {"PER", "FJI"}),
        ("Peru signed an agreement banning trade with Fiji.", {"PER", "CHL"}),
    ],
)
def test_with_whom_a_paper_sets_something_up_signs_it(text, parties):
    found = [set(claim.fields["parties"]) for claim in claims(title("Chile–Peru relations"), text) if claim.kind == "agreement"]
    assert found == [parties]
