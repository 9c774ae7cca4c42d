"""How likely words say what a rule says: the shipped weights and counts, and the sums made with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.coding.odds import Odds, log_odds, odds, read_odds
from comity.coding.wordings import Wordings
from comity.errors import BadShape
from comity.pipeline import pipeline

SIGNS = sorted(odds().weights)


def test_of_what_was_never_seen_a_quarter_is_believed():
    told = Odds(0.5, {}, {"often": (1000, 900), "seldom": (1000, 3), "once": (1, 1)})
    assert told.share("never") == 0.25
    assert told.share("seldom") < 0.01 < told.share("never") < told.share("once") < told.share("often")


def test_signs_add_up():
    told = Odds(0.5, {"for": 2.0, "against": -2.0, "bias": 0.0})
    assert told.of({"bias": 1}) == 0.5
    assert told.of({"bias": 1, "for": 1}) == pytest.approx(1 - told.of({"bias": 1, "against": 1}))
    assert told.of({"unheard of": 5}) == 0.5
    assert log_odds(told.of({"for": 1})) == pytest.approx(2.0)


@given(st.sets(st.sampled_from(SIGNS)), st.sets(st.sampled_from(SIGNS)))
def test_nothing_likely_is_given_up_early(seen, later):
    """What is left out because no further sign could make it likely enough would not have been."""
    ours = odds()
    first = dict.fromkeys(seen - later, 1.0)
    if not ours.may_do(first, later):
        assert ours.of({**first, **dict.fromkeys(later, 1.0)}) < ours.limit


def test_all_is_asked_for_without_a_limit():
    assert Odds(0, {"against": -99.0}).may_do({"against": 1}, ())


def test_the_counts_are_those_of_the_rules():
    """Where this fails, many rules are new: count again with scripts/train_gleaning.py."""
    keys = {wording.key for wording in Wordings(pipeline().rules).every}
    counted = keys & odds().counts.keys()
    assert len(counted) > 0.9 * len(keys)


def test_a_wrong_file_of_weights_is_told(tmp_path):
    (tmp_path / "w.yaml").write_text("limit: often\nweights: {}\n")
    (tmp_path / "c.tsv").write_text("")
    with pytest.raises(BadShape, match=r"w\.yaml"):
        read_odds(tmp_path / "w.yaml", tmp_path / "c.tsv")
