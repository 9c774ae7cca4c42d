"""Words for those who act for a state, and the same words where they are something else."""

from __future__ import annotations

import pytest

from comity.annotating._bearers import bearers

FOUND = [
    ("The king refused.", ["The king"]),
    ("They asked the young sultan and the junta.", ["the young sultan", "the junta"]),
    ("The government in Lima fell.", ["The government in Lima"]),
    ("The court declined.", ["The court"]),
    ("Peru accused its big neighbour of spying.", ["its big neighbour"]),
    ("She thanked her host.", ["her host"]),
    ("The other side gave way.", ["The other side"]),
    ("Troops entered the country.", ["the country"]),
]
NOBODY = [
    "The king of Norway refused.",  # he has a state
    "The president, Ana Soto, refused.",  # he has a name
    "The foreign minister Ana Soto came.",
    "The president-elect came.",
    "The Supreme Court met, and the court declined.",  # a court of law
    "The country of the lakes is poor.",
    "The island state joined.",
    "A king refused.",
    "the government for the people",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_who_acts_by_a_word_alone(text, words):
    assert [text[start:end] for start, end in sorted(bearers(text))] == words


@pytest.mark.parametrize("text", NOBODY)
def test_the_same_words_for_somebody_else(text):
    assert list(bearers(text)) == []
