from __future__ import annotations

import doctest

import pytest

from comity import spelling
from comity.spelling import frames, names_alike, places_alike


def test_its_examples_run():
    ran = doctest.testmod(spelling)
    assert ran.attempted
    assert not ran.failed


ALIKE = [
    ("Ann Bee", "ANN BEE"),
    ("José Núñez", "Jose Nunez"),
    ("Ann M. Bee", "Ann Bee"),
    ("A. P. Lvov", "Aleksandr Petrovich Lvov"),
    ("Yevgeni Gusev", "Evgeny Gusev"),
    ("Rashid Jameel", "Rashid Jamil"),
    ("Salim Al-Amri", "Salim Al Amri"),
    ("Bee", "Ann Bee"),
    ("Bataar Dorj", "Bataariin Dorj"),
]

APART = [
    ("Ann Bee", "Ben Bee"),
    ("Ann Bee", "Ann Cee"),
    ("Paul Martin", "Paul Morton"),
    ("A. Bee", "Ben Bee"),
    ("Bee Ann", "Ann Bee"),
    ("", "Ann Bee"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_these_can_be_one_person(one, other):
    assert names_alike(one, other)
    assert names_alike(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_these_are_two(one, other):
    assert not names_alike(one, other)
    assert not names_alike(other, one)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_spellings_of_a_name_share_a_frame(one, other):
    assert frames(one) & frames(other)


def test_places_are_alike_by_letters_or_by_words():
    assert places_alike("Port-au-Prince", "Port au Prince")
    assert places_alike("Hall of Peace, Lima", "Lima")
    assert not places_alike("Lima", "Limassol")
