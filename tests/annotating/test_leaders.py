"""Leaders known by name alone."""

from __future__ import annotations

import pytest

from comity.annotating._example import annotated


def persons(text):
    return [(mention.value.name, mention.value.office, mention.value.state) for mention in annotated(text).all("person")]


def test_a_leader_needs_neither_office_nor_state():
    assert persons("Nasser wrote to Tito.") == [("Nasser", "", "EGY"), ("Tito", "", "YUG")]


def test_the_state_of_a_president_so_known_is_his():
    assert ("Gaddafi", "president", "LBY") in persons("President Gaddafi praised Malta.")


@pytest.mark.parametrize("text", ["Lake Nasser rose.", "The Nasser Hospital opened.", "Ana Tito wrote to her aunt."])
def test_what_is_called_after_him_is_not_he(text):
    assert persons(text) == []


def test_namesakes_told_of_are_not_taken_for_him():
    assert ("Castro", "", "CUB") not in persons("Foreign Minister Ana Castro of Chile came. Castro smiled.")
