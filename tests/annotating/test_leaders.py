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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Relations of Norway began. Olav V of Norway came in 1960.", ("Olav V", "monarch", "NOR")),
        ("Norway sold fish in 1950. Haakon VII had died.", ("Haakon VII", "monarch", "NOR")),
        ("Finland sold paper in 1960. The government of Urho Kekkonen fell.", ("Urho Kekkonen", "president", "FIN")),
        ("Finland sold paper in 1960. Kekkonen's government fell.", ("Kekkonen", "", "FIN")),
        ("Sweden sold steel in 2020. Minister Ann Linde came.", ("Ann Linde", "foreign-minister", "SWE")),
        ("Sweden sold steel in 1950. Minister Ann Linde came.", ("Ann Linde", "minister", "")),
    ],
)
def test_a_number_a_government_and_a_bare_minister_tell_the_office(text, told):
    found = [mention.value for mention in annotated(text).all("person")]
    assert told in [(person.name, person.office, person.state) for person in found]


@pytest.mark.parametrize(
    "text", ["Apollo XI flew in 1969.", "Part II of Norway's plan was read.", "The government of Ana Soto fell."]
)
def test_what_is_no_monarch_and_no_known_ruler(text):
    assert not annotated(text).all("person")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Omar Bello, President of Mali, the Hon. Ana Soto, Prime Minister of Chile, and others met.",
            ("Ana Soto", "prime-minister"),
        ),
        ("The Foreign Minister of Chile, the Hon. Ana Soto, met the press.", ("Ana Soto", "foreign-minister")),
        ("The foreign ministers of the two countries, Ana Soto and Omar Bello, met.", ("Omar Bello", "foreign-minister")),
        ("The foreign minister of the day, Ana Soto, refused.", ("Ana Soto", "foreign-minister")),
        ("A spokesman for President Ana Soto refused.", ("Ana Soto", "president")),
        ("It was said that Bello, the foreign minister, had refused Soto, and that Bello left.", ("Bello", "foreign-minister")),
        ("Ana Soto, who has died aged 90, was Chile's ambassador to Mali.", ("Ana Soto", "ambassador")),
    ],
)
def test_more_ways_to_name_the_holder_of_an_office(text, told):
    assert told in [(mention.value.name, mention.value.office) for mention in annotated(text).all("person")]
