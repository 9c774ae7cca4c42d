"""Heads of legations, monarchs by their number, and who holds the office of which a sentence speaks."""

from __future__ import annotations

import pytest

from comity.annotating._example import annotated


@pytest.mark.parametrize(
    ("text", "office", "host"),
    [
        ("In 1890 the Danish minister at Lisbon, Ole Holm, left.", "ambassador", "PRT"),
        ("In 1890 the Danish minister, Ole Holm, left.", "ambassador", ""),
        ("In 1990 the Danish minister, Ole Holm, left.", "minister", ""),
        ("In 1890 the trade minister of Denmark, Ole Holm, left.", "minister", ""),
        ("In 1990 the Danish envoy to Portugal, Ole Holm, left.", "ambassador", "PRT"),
        ("In 1990 the special envoy of Denmark to Portugal, Ole Holm, left.", "special-envoy", "PRT"),
        ("Ole Holm was Minister Resident of Denmark.", "representative", ""),
    ],
)
def test_ministers_who_head_legations_are_ambassadors(text, office, host):
    (person,) = [mention.value for mention in annotated(text).all("person") if mention.value.name == "Ole Holm"]
    assert (person.office, person.host) == (office, host)


def test_a_monarch_is_told_by_number_and_state():
    (king,) = [mention.value for mention in annotated("Relations of Norway began. Olav V of Norway came in 1960.").all("person")]
    assert (king.name, king.office, king.state) == ("Olav V", "monarch", "NOR")


@pytest.mark.parametrize(
    "text", ["Apollo XI flew in 1969.", "Part II of Norway's plan was read.", "The government of Ana Soto fell."]
)
def test_what_is_no_monarch(text):
    assert not [mention for mention in annotated(text).all("person") if mention.value.office]


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
