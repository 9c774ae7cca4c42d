from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import comity

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def test_the_front_door_is_exactly_this():
    nouns = ["Answer", "Claim", "Document", "Entry", "Error", "Record", "__version__"]
    names = [*nouns, "add", "build", "code", "judge", "merge", "open", "undo"]
    assert comity.__all__ == names
    assert dir(comity) == sorted(names)


def test_every_name_on_the_door_leads_to_a_room():
    assert set(comity._ROOMS) == set(comity.__all__) - {"__version__"}
    for name in ("Answer", "Claim", "Document", "Entry", "Error"):
        assert getattr(comity, name).__name__ == name


def test_other_names_are_not_there():
    with pytest.raises(AttributeError, match="no attribute 'close'"):
        comity.close  # noqa: B018


def test_the_version_is_that_of_the_distribution():
    assert tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"] == comity.__version__
