"""Governments that are called by a statesman's name."""

from __future__ import annotations

import pytest

from comity.annotating._eponyms import eponyms
from comity.pipeline import pipeline
from made import document, title

NAMES = [
    ("The Soto administration sent grain.", ["Soto"]),
    ("Bello's military regime sent grain.", ["Bello"]),
    ("The government of Omar Bello sent grain.", ["Omar Bello"]),
    ("The government led by Omar Bello sent grain.", ["Omar Bello"]),
    ("The government of Bello sent grain.", []),  # one word may be a town
    ("The government of New Bello sent grain.", []),
    ("The Bavarian government sent grain.", []),
    ("The Provisional government sent grain.", []),
    ("Bello sent grain.", []),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_whose_government_it_is(text, names):
    assert [text[start:end] for start, end in eponyms(text)] == names


@pytest.mark.parametrize("who", ["The Bello government", "The government of Omar Bello", "Bello's regime"])
def test_it_acts_for_the_other_of_the_pair(who):
    found = pipeline().code(document(title("Mali–Chad relations"), f"{who} deported 400 Chadian workers in 1990."))
    acts = [(claim.fields["source"], claim.fields["target"]) for claim in found if claim.fields.get("type") == "COERCE"]
    assert acts == [(("MLI",), ("TCD",))]
