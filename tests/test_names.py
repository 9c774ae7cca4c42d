from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from comity.errors import AmbiguousName, UnknownActor
from comity.gazetteer import actors
from comity.names import FILE, codes, fold, names

# What a person may type, and who is meant.
TYPED = [
    ("Лаос", "LAO"),
    ("ЛАОС", "LAO"),
    ("老挝", "LAO"),
    ("寮國", "LAO"),  # in traditional letters, as Taiwan writes it
    ("ລາວ", "LAO"),
    ("لاوس", "LAO"),
    ("ประเทศลาว", ""),  # with the word for country before it
    ("Việt Nam", "VNM"),
    ("Vie\u0302\u0323t Nam", "VNM"),  # accents as letters of their own
    ("Corée du Sud", "KOR"),
    ("corée  du sud", "KOR"),
    ("COREE DU SUD", ""),  # accents are letters
    ("Αίγυπτος", "EGY"),
    ("Misri", "EGY"),
    ("Côte d’Ivoire", "CIV"),
    ("Côte d'Ivoire", "CIV"),
    ("საქართველო", "GEO"),
    ("Stati Uniti", "USA"),
    ("Union européenne", "EU"),
    ("Guinea", "GIN"),  # as English has it first of all
    ("Lao", "LAO"),
    ("Nowhere", ""),
]


@pytest.mark.parametrize(("words", "code"), TYPED)
def test_a_state_is_known_by_its_name_in_any_language(words, code):
    if code:
        assert actors().find(words) == code
    else:
        with pytest.raises(UnknownActor):
            actors().find(words)


def test_a_name_that_two_languages_use_differently_is_asked_back_with_both():
    with pytest.raises(AmbiguousName) as error:
        actors().find("Kongo")
    assert "(COD)" in error.value.sentence
    assert "(COG)" in error.value.sentence


def test_names_of_other_languages_are_not_read_while_an_english_one_will_do(monkeypatch):
    monkeypatch.setattr("comity.gazetteer.codes", None)
    assert actors().find("South Korea") == "KOR"
    assert actors().find("south korea") == "KOR"


def test_every_name_leads_to_an_actor_and_none_says_again_what_a_file_says():
    assert {code for found in names().values() for code in found} <= set(actors())
    assert [name for name in names() if actors().known(name)] == []


def test_the_file_is_sorted_and_holds_each_line_once():
    lines = FILE.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert len(FILE.read_bytes()) < 1_000_000


def test_the_licence_of_the_names_lies_beside_them():
    told = FILE.with_suffix(".LICENSE").read_text(encoding="utf-8")
    assert "CLDR" in told
    assert "Unicode-3.0" in told


def test_a_name_is_found_whatever_its_capitals():
    some = [name for name in names() if len(names()[name]) == 1][::500]
    assert some
    for name in some:
        assert set(names()[name]) <= set(codes(fold(name).upper())) | set(codes(name.lower()))


def test_no_difference_from_other_lists_is_unexplained():
    for package in ("babel", "pycountry"):
        pytest.importorskip(package, reason="pip install '.[dev]' brings the lists to compare with")
    script = Path(__file__).parents[1] / "scripts" / "names.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
