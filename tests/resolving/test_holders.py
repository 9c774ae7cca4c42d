"""When an office was held: the term beside a person, and what is called "then"."""

from __future__ import annotations

import pytest

from comity.model import BlockKind
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


def envoy(text):
    (claim,) = [claim for claim in claims((BlockKind.TITLE, "Kenya–Peru relations"), text) if claim.kind == "post"]
    return claim.fields["sender"], claim.fields["host"], claim.fields.get("resident") or ""


def test_an_envoy_of_one_of_two_states_is_sent_to_the_other():
    assert envoy("Ambassador Ana Soto of Peru spoke.") == ("PER", "KEN", "")
    assert envoy("The Peruvian ambassador to Ghana, Ana Soto, spoke.") == ("PER", "GHA", "")


def test_where_an_envoy_lives_is_not_to_whom_he_is_sent():
    assert envoy("The Peruvian ambassador resides in Pretoria.") == ("PER", "KEN", "ZAF")
