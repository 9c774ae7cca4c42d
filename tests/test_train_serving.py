"""What is learned from of whom persons serve: names in lists, and persons of coded documents with the states in question."""

from __future__ import annotations

import json

import pytest
from gleaning_training.persons import coded_names, persons, vocabulary
from gleaning_training.sentences import coded

from comity.pipeline import Pipeline

TEXT = "Norway and Peru\n\nNorway and Peru have had relations since 1921. In 1990 President Ana Soto sailed to Oslo. Soto was seasick."
POST = {
    "kind": "post",
    "quote": "In 1990 President Ana Soto sailed to Oslo.",
    "person": "Ana Soto",
    "office": "president",
    "sender": "PER",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("coded")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.claims.jsonl").write_text(json.dumps({"doc": "a", **POST}) + "\n", encoding="utf-8")
    return list(coded(folder))


def test_a_person_is_learned_of_with_the_states_in_question(found):
    (soto,) = persons(Pipeline(gleaning=1), found, lambda name: {"PER": -1.0, "NOR": -4.0})
    assert (soto.doc, soto.name, soto.told) == ("a", "Soto", False)
    right = dict(zip((one.code for one in soto.found), soto.right, strict=True))
    assert right == {"NOR": 0.0, "PER": 1.0}
    assert {one.signs["fits best"] for one in soto.found} == {0.0, 1.0}


def test_names_are_those_of_coded_posts(found):
    assert list(coded_names(found)) == [("a", "Ana Soto", "PER")]


def test_only_signs_that_are_seen_often_are_weighed(found):
    many = list(persons(Pipeline(gleaning=1), found * 5, lambda name: {}))
    assert "pair titled" in vocabulary(many)
    assert vocabulary(many[:1]) == []
