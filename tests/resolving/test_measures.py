"""When a length of time ran, and to what an office that was held "then" is dated."""

from __future__ import annotations

import pytest

from made import claims


def lengths(text, **source):
    return [claim.when for claim in claims(text, **source) if claim.kind == "figure"]


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        ("In 2024 Peru and Kenya celebrated 30 years of diplomatic relations.", "", "1994/2024"),
        ("This year Peru and Kenya celebrate 30 years of diplomatic relations.", "2024-05-03", "1994/2024"),
        ("They praised the 25-year friendship between Chile and Malta.", "2024", "1999/2024"),
        ("They praised the 25-year friendship between Chile and Malta.", "", ""),
        ("In 2024 Peru and Kenya celebrated more than 30 years of diplomatic relations.", "", "2024"),
    ],
)
def test_a_length_of_time_ends_when_it_is_told(text, published, when):
    assert lengths(text, published=published) == [when]


def test_other_numbers_have_the_date_of_their_sentence():
    assert lengths("In 2024 Kenya sent 30 tonnes of maize to Peru.") == ["2024"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Norway lent Peru 30 million kroner.", "NOK"),
        ("Denmark lent Peru 30 million kroner.", "DKK"),
        ("Norway lent Peru 30 million Danish kroner.", "DKK"),
        ("Trade between Norway and Peru was worth 30 million kroner.", "NOK"),
        ("Norway lent Peru 30 million kroner in 1970 and 40 million in 1971.", "NOK"),
        ("Norway lent Kenya 10, 20 and 30 million shillings in 1970, 1971 and 1972.", "KES"),
        ("In 1936 Germany lent Peru 30 million marks.", "Reichsmarks"),
        ("Egypt lent Peru £3 million.", "GBP"),
    ],
)
def test_a_currency_whose_name_several_states_share_is_that_of_who_gives_or_receives(text, unit):
    assert {claim.fields["unit"] for claim in claims(text) if claim.kind == "figure"} == {unit}
