"""When an office was held: the term beside a person, and what is called "then"."""

from __future__ import annotations

import pytest

from made import claims


def posts(text):
    return {claim.fields["person"]: claim.when for claim in claims(text) if claim.kind == "post"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ana Soto, Peru's ambassador to Kenya since 2016, spoke.", "2016/.."),
        ("Ana Soto, Peru's ambassador to Kenya from 2012 to 2016, spoke.", "2012/2016"),
        ("President Ana Soto of Peru (2012–2016) spoke.", "2012/2016"),
        ("Ana Soto, Peru's ambassador to Kenya, spoke in 2016.", ""),  # dates the speech
        ("In 2016 Peru's ambassador to Kenya, Ana Soto, spoke.", ""),
    ],
)
def test_a_term_stands_right_behind_the_person(text, when):
    assert posts(text)["Ana Soto"] == when


def test_who_was_then_minister_held_the_office_at_that_time():
    assert posts("Peru's then-Prime Minister Ana Soto met the president of Kenya on 3 May 1990.")["Ana Soto"] == "1990-05-03"
    assert posts("Peru's Prime Minister Ana Soto met the president of Kenya on 3 May 1990.")["Ana Soto"] == ""
