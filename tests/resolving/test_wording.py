from __future__ import annotations

import pytest

from comity.model import Span
from comity.resolving import wording
from made import document


def at(text, words):
    start = text.index(words)
    return document(text), Span(0, len(text)), Span(start, start + len(words))


# A sentence, the words that told of the agreement, and its title.
TITLES = [
    ("Peru and Chile signed the Treaty of Ancón in 1883.", "signed", "Treaty of Ancón"),
    ("Peru and Chile signed a Treaty of Friendship and Cooperation.", "signed", "Treaty of Friendship and Cooperation"),
    ("Peru and Chile signed an agreement on copper.", "signed", "agreement"),  # no title, but the words that name it
    ("Peru and Chile signed the Lima Protocol.", "signed", "Lima Protocol"),
    ("Peru and Chile signed a double taxation agreement.", "signed", "double taxation agreement"),
    ("Peru and Chile have a Growth Partnership and a Tax Treaty.", "Growth Partnership", "Growth Partnership"),
    ("Peru and Chile signed it.", "signed", ""),
    ("Peru and Chile signed a customs accord in May.", "signed a customs accord", "customs accord"),  # the month is none of it
    ("Peru and Chile made the 4 May treaty.", "treaty", "treaty"),
    (
        "Peru and Chile signed the Treaty of Peace, Friendship and Trade in 1901.",
        "signed the Treaty",
        "Treaty of Peace, Friendship and Trade",
    ),
    (
        "Peru signed a customs accord with Chile, which left the Ottawa Treaty.",
        "signed a customs accord",
        "customs accord",
    ),  # another one
    ("Peru signed an accord with Chile, known as the Ottawa Treaty.", "signed an accord", "Ottawa Treaty"),
]


@pytest.mark.parametrize(("text", "told", "title"), TITLES)
def test_what_an_agreement_is_called(text, told, title):
    assert wording.title(*at(text, told)) == title


SUBJECTS = [
    ("They signed an agreement on copper.", "copper"),
    ("They signed a memorandum of understanding on air services in 1990.", "air services"),  # of what, and on what
    ("They signed an agreement on visas with Chile.", "visas"),
    ("They signed a treaty.", ""),
    ("They keep to the Trade Agreement of 1987.", ""),
    ("They signed a memorandum of understanding to buy copper.", ""),
    ("They signed an agreement on customs, road transport and energy with Chile.", "customs, road transport and energy"),
    ("They signed a treaty of friendship and pledged help.", "friendship"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_what_an_agreement_is_about(text, subject):
    assert wording.subject(document(text), Span(0, len(text))) == subject


TERMS = [
    ("They signed a 25-year treaty.", "treaty", "P25Y"),
    ("They signed a ten-year pact.", "pact", "P10Y"),
    ("They signed a treaty for five years.", "treaty", "P5Y"),
    ("They signed a six-month agreement.", "agreement", "P6M"),
    ("Two years later they signed a treaty.", "treaty", ""),  # no term
    ("They signed a treaty.", "treaty", ""),
]


@pytest.mark.parametrize(("text", "told", "term"), TERMS)
def test_how_long_an_agreement_runs(text, told, term):
    assert wording.term(*at(text, told)) == term
