"""Leaders whose state no words of the text tell."""

from __future__ import annotations

import pytest

from comity.annotating._example import annotated


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("In 1978 President Kekkonen flew to Nairobi.", [""]),
        ("In 1978 President Kekkonen flew from Helsinki to Nairobi.", ["FIN"]),
        ("In 1928 President Kekkonen flew from Helsinki to Nairobi.", [""]),
        ("In 1978 President Jimmy Carter flew to Lagos.", ["USA"]),
        ("In 1978 President Carter flew to Lagos.", ["USA"]),
        ("In 1985 former President Carter flew to Lagos.", ["USA"]),
        ("In 1978 Ambassador Carter flew to Lagos.", [""]),
        ("Finland and Zambia agreed in 1975. Presidents Kekkonen and Kaunda signed.", ["FIN", "ZMB"]),
        ("Finland and Zambia agreed in 1975. Presidents Kekkonen and Soto signed.", ["FIN", ""]),
        ("King Olav V of Norway met King Baudouin in 1966.", ["NOR", ""]),
        ("Belgium is a kingdom. King Olav V of Norway met King Baudouin in 1966.", ["NOR", "BEL"]),
        ("Chile had a navy. In 1970 President Frei of Bolivia sailed.", ["BOL"]),
    ],
)
def test_office_name_and_years_tell_the_state(text, states):
    assert [mention.value.state for mention in annotated(text).all("person")] == states


@pytest.mark.parametrize(
    ("text", "office", "host"),
    [
        ("In 1890 the Danish minister at Lisbon, Ole Holm, left.", "ambassador", "PRT"),
        ("In 1890 the Danish minister, Ole Holm, left.", "ambassador", ""),
        ("In 1990 the Danish minister, Ole Holm, left.", "minister", ""),
        ("In 1890 the trade minister of Denmark, Ole Holm, left.", "minister", ""),
        ("In 1990 the Danish envoy to Portugal, Ole Holm, left.", "ambassador", "PRT"),
        ("In 1990 the special envoy of Denmark to Portugal, Ole Holm, left.", "special-envoy", "PRT"),
        ("Ole Holm was Minister Resident of Denmark.", "ambassador", ""),
    ],
)
def test_ministers_who_head_legations_are_ambassadors(text, office, host):
    (person,) = [mention.value for mention in annotated(text).all("person") if mention.value.name == "Ole Holm"]
    assert (person.office, person.host) == (office, host)
