"""Actors inside a state: found only where they are asked for, by noun, by movement and by region."""

from __future__ import annotations

import pytest

from comity.mentions import How
from comity.pipeline import pipeline
from made import document


def found(text, *, inside=True):
    page = document(text)
    told = pipeline(inside=inside).annotate(page).all("actor")
    return {(mention.span.of(page), mention.value.code) for mention in told}


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Rebel leaders fled.", "Rebel leaders", ""),
        ("Nepalese police arrested students.", "Nepalese police", "NPL"),  # the nearest noun, not the last
        ("Colombian guerrillas fled.", "Colombian guerrillas", "COL"),  # no actor among states
        ("Renamo attacked.", "Renamo", "MOZ"),
        ("The army left Darfur.", "Darfur", "SDN"),
        ("Oxfam left.", "Oxfam", "NGO"),
    ],
)
def test_who_acts_inside_a_state_is_found_when_asked_for(text, words, code):
    assert (words, code) in found(text)


@pytest.mark.parametrize("text", ["Rebel leaders fled.", "Renamo attacked.", "Fires burned in Darfur.", "Oxfam left."])
def test_nobody_inside_a_state_is_found_unasked(text):
    assert not found(text, inside=False)


def test_what_police_and_rebels_only_qualify_is_no_actor():
    page = document("A police station in a rebel town burned.")
    told = pipeline(inside=True).annotate(page).all("actor")
    assert not [mention for mention in told if mention.value.how is How.INSIDE]
