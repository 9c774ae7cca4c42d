"""How well names fit states: names that the lists do not hold, of the most different languages."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from comity.gazetteer import actors
from comity.naming import names

LISTS = Path(__file__).parents[1] / "training" / "names"
STRANGERS = [
    ("Hiroaki Tsukamoto", "JPN", "BRA"),
    ("Wanjiru Kamotho", "KEN", "FIN"),
    ("Aapo Lehtimäki", "FIN", "KEN"),
    ("Evaristo Quispe Choque", "BOL", "THA"),
    ("Somsak Rattanakorn", "THA", "BOL"),
    ("Zviad Kobakhidze", "GEO", "LAO"),
    ("Khamphanh Sisavath", "LAO", "GEO"),
    ("Þorgerður Stefánsdóttir", "ISL", "EGY"),
    ("Abdelrahman El-Shazly", "EGY", "ISL"),
    ("Ruairí Mac Giolla", "IRL", "VNM"),
    ("Nguyễn Đình Phúc", "VNM", "IRL"),
]


@pytest.mark.parametrize(("name", "own", "other"), STRANGERS)
def test_a_name_fits_the_state_whose_language_it_is_of(name, own, other):
    fits = names().fits(name)
    assert fits[own] > fits[other] + 1


def test_what_a_name_tells_are_probabilities_of_states_that_the_gazetteer_knows():
    fits = names().fits("Ana Soto")
    assert sum(map(math.exp, fits.values())) == pytest.approx(1, abs=1e-3)
    assert all(actors().is_state(code) for code in fits)
    assert max(fits.values()) < math.log(0.5), "a name is borne in many states"


def test_the_lists_hold_names_of_nearly_every_state_and_none_of_these_strangers():
    lines = [line.split("\t") for path in LISTS.glob("*.tsv") for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(len(line) == 2 and line[0] in actors() and line[1].strip() == line[1] != "" for line in lines)
    assert len({code for code, _ in lines}) > 250
    assert not {name for _, name in lines} & {name for name, _, _ in STRANGERS}
