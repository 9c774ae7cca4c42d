"""Who stands on which side: all who may are weighed together."""

from __future__ import annotations

import numpy as np
import pytest

from comity.arranging import Sides, best, cell, sides

APART = np.zeros(27)


def crowds(**told):
    """How well so many fit: of none on the first alone, one on the other alone, two and more on both it is `o1b2`."""
    table = np.zeros(27)
    for name, value in told.items():
        counts = dict(zip(name[::2], map(int, name[1::2]), strict=True))
        table[cell(counts.get("f", 0), counts.get("o", 0), counts.get("b", 0))] = value
    return table


@pytest.mark.parametrize(
    ("scores", "even", "crowd", "stands"),
    [
        ([[2, -2, -3], [-2, 2, -3]], False, APART, ((0,), (1,))),
        ([[2, 1, -9], [1.5, 1, -9]], False, crowds(f2=-5), ((0,), (1,))),  # both would be first, were it not for the other
        ([[1, 1.5, -9], [1, 3, -9]], False, crowds(o2=-5), ((0,), (1,))),
        ([[-1, -1, 3], [-1, -1, 3]], False, APART, ((0, 1), (0, 1))),  # each fights the other
        ([[-2, -2, -2]], False, APART, ((), ())),
        ([[9, 9, 2], [9, 9, -2], [9, 9, 1]], True, APART, ((0, 2), ())),  # where they do alike only that counts
        ([[9, 9, 2], [9, 9, -1]], True, crowds(b1=-5), ((0, 1), ())),
        (np.zeros((0, 3)), False, APART, ((), ())),
    ],
)
def test_the_best_arrangement_is_taken(scores, even, crowd, stands):
    found = best(np.array(scores, float), crowd, even=even)
    assert (found.first, found.other) == stands


def test_its_share_is_told_and_how_far_it_is_ahead():
    sure = best(np.array([[6.0, -6, -6], [-6, 6, -6]]), APART, even=False)
    unsure = best(np.array([[0.2, 0.1, -6.0]]), APART, even=False)
    assert sure.share > 0.95
    assert 0.5 > unsure.share > 1 / 4
    assert sure.ahead > 5 > unsure.ahead == pytest.approx(0.1)


def test_of_a_crowd_those_who_stand_best_are_arranged():
    found = best(np.array([[-5.0, -5, -5]] * 30 + [[3, -3, -3], [-3, 3, -3]]), APART, even=False)
    assert (found.first, found.other) == ((30,), (31,))


def stored(folder, **layers):
    """A model of three signs with one hidden unit."""
    shapes = {
        "inner": [[[0], [0], [0]]], "bent": [[0]], "outer": [[[0, 0, 0]]], "base": [[0, 0, 0]],
        "alike": np.zeros((2, 27)), "sorts": np.zeros((2, 27)),
    }  # fmt: skip
    np.savez(folder / "sides.npz", **{name: np.array(layers.get(name, zero), np.float16) for name, zero in shapes.items()})
    told = "limit: 0.5\nleast: 0.3\npieces: 9\nsorts: []\nmanners: []\nsigns: [a, b, c]\ncrowds: [AID]\n"
    (folder / "gleaner.yaml").write_text(told + "weights: {event: {bias: -1, good: 2}}\n", encoding="utf-8")
    return Sides(folder)


def test_signs_that_were_learned_count_and_no_others(tmp_path):
    model = stored(tmp_path, inner=[[[0], [2], [-2]]], outer=[[[3, -3, 0]]], base=[[0, 0, -9]])
    found = model.arrange([{"a": 1.0, "unheard": 9.0}, {"b": 1.0}, {"c": 0.5}], "AID", even=False)
    assert (found.first, found.other) == ((1,), (2,))
    assert model.arrange([], "AID", even=False).first == ()


def test_how_many_fit_a_sort_was_learned_of_that_sort(tmp_path):
    model = stored(tmp_path, base=[[1, -9, -9]], sorts=[np.zeros(27), crowds(f1=5)])
    two = [{}, {}]
    assert len(model.arrange(two, "AID", even=False).first) == 1
    assert len(model.arrange(two, "ASSAULT", even=False).first) == 2


def test_how_likely_a_claim_is_right_is_weighed_for_kinds_that_it_knows(tmp_path):
    model = stored(tmp_path)
    assert (model.knows("event"), model.knows("figure")) == (True, False)
    assert model.sure("event", {"bias": 1.0, "good": 0.5, "unheard": 9.0}) == 0.5
    assert model.sure("event", {"bias": 1.0, "good": 1.0}) > 0.7


def test_the_model_that_is_shipped_prefers_who_acts_in_the_grammar_and_is_sure():
    sure = {"bias": 1.0, "here": 1.0, "state": 1.0, "how name": 1.0, "sort event AID": 1.0, "sure": 3.0, "named": 1.0}
    acts = {**sure, "role subject": 1.0, "ahead": 1.0, "read as first": 1.0, "own first": 3.0, "own other": -3.0, "order 1": 1.0}
    takes = {**sure, "link to": 1.0, "after": 1.0, "read as other": 1.0, "own first": -3.0, "own other": 3.0, "order 2": 1.0}
    found = sides().arrange([acts, takes], "AID", even=False)
    assert (found.first, found.other) == ((0,), (1,))
    assert found.share > 0.8
