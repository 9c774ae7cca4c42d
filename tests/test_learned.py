"""What was learned, as it ships: signs with names as numbers, and networks over them."""

from __future__ import annotations

import numpy as np
import pytest

from comity.learned import Networks, log_odds, signs_table


def test_a_sign_without_a_name_that_was_learned_counts_for_nothing():
    table = signs_table([{"here": 1.0, "new": 5.0}, {"pair": 0.5}], ["pair", "here"])
    assert table.tolist() == [[0.0, 1.0], [0.5, 0.0]]


def test_each_network_answers_for_each_row(tmp_path):
    arrays = {
        "inner": np.ones((2, 1, 1)),
        "bent": np.zeros((2, 1)),
        "outer": np.array([[[1.0]], [[-2.0]]]),
        "base": np.zeros((2, 1)),
    }
    np.savez(tmp_path / "some.npz", **arrays)
    scores = Networks(tmp_path / "some.npz", ["here"]).scores([{"here": 1.0}, {}])
    assert scores.shape == (2, 2, 1)
    assert scores[:, 0, 0] == pytest.approx([np.tanh(1.0), -2 * np.tanh(1.0)])
    assert scores[:, 1, 0].tolist() == [0.0, 0.0]


def test_log_odds_have_bounds():
    assert log_odds(0.5) == 0.0
    assert log_odds(0.0) == -log_odds(1.0) == log_odds(1e-30)
