from __future__ import annotations

import pytest

from comity.errors import BadShape, BadYaml
from comity.gazetteer import Actor
from comity.registry import Folders, data_files, plugins, read_yaml

ACTOR = "code: RUR\nkind: state\nnames:\n  en:\n    name: Ruritania\n    also: [Ruritanian Kingdom]\n"


@pytest.fixture
def yaml(tmp_path):
    """A file of these words, read."""

    def write(text, name="a.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read_yaml(path)

    return write


# YAML 1.2: a word is a word.
PLAIN = [
    ("no", "no"),  # Norway's code in two letters, and a word of denial
    ("yes", "yes"),
    ("on", "on"),
    ("off", "off"),
    ("1999-03-01", "1999-03-01"),  # a date stays text
    ("1999-03", "1999-03"),
    ("true", True),
    ("false", False),
    ("1999", 1999),
    ("~", None),
]


@pytest.mark.parametrize(("word", "value"), PLAIN)
def test_words_and_dates_stay_text(yaml, word, value):
    assert yaml(f"a: {word}\n").content == {"a": value}


def test_keys_that_look_like_truth_values_stay_keys(yaml):
    assert yaml("on: 1\nno: 2\n").content == {"on": 1, "no": 2}


LINES = [
    (("code",), 1),
    (("names", "en", "name"), 5),
    (("names", "en", "also", 0), 6),
    (("names", "fr"), 4),  # no such key: its parent's line
    (("nothing",), 1),
    ((), 1),
]


@pytest.mark.parametrize(("keys", "line"), LINES)
def test_a_value_knows_its_line(yaml, keys, line):
    assert yaml(ACTOR).line(*keys) == line


# A fault in the YAML, and the line that is named.
BROKEN = [
    ("a: [1, 2\nb: 3\n", 2),
    ("a: 1\n\tb: 2\n", 2),  # a tab
    ("a: b: c\n", 1),
]


@pytest.mark.parametrize(("text", "line"), BROKEN)
def test_broken_yaml_is_named_with_its_line(yaml, text, line):
    with pytest.raises(BadYaml) as error:
        yaml(text)
    assert error.value.facts["line"] == line


def test_bytes_that_are_no_text_are_broken_too(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b"a: \xff\xfe\n")
    with pytest.raises(BadYaml):
        read_yaml(tmp_path / "a.yaml")


# A file of the wrong shape, where, and on which line.
MISSHAPEN = [
    (("kind: state", "kind: kingdom"), "kind", 2),
    (("name: Ruritania", "nmae: Ruritania"), "names", 4),
    (("[Ruritanian Kingdom]", "Ruritanian Kingdom"), "also", 4),  # in a table of names: where the table begins
    (("code: RUR\n", ""), "the top", 1),
    ((ACTOR, ""), "the top", 1),
    ((ACTOR, "- a\n"), "the top", 1),
]


@pytest.mark.parametrize(("change", "at", "line"), MISSHAPEN)
def test_a_wrong_shape_is_named_with_place_and_line(yaml, change, at, line):
    with pytest.raises(BadShape) as error:
        yaml(ACTOR.replace(*change)).shaped(Actor)
    assert at in error.value.facts["at"]
    assert error.value.facts["line"] == line


def test_data_files_are_named_by_their_path_and_come_in_order(yaml, tmp_path):
    for name in ("event/visit.yaml", "event/aid.yaml", "status/cut.yaml"):
        yaml("a: 1\n", name)
    (tmp_path / "event" / "notes.txt").write_text("not a rule")
    assert [file.name for file in data_files(tmp_path)] == ["event/aid", "event/visit", "status/cut"]


def test_helpers_are_no_plug_ins():
    assert plugins("comity.annotating")
    assert not any(name.startswith("_") for name in plugins("comity.annotating"))


def test_a_users_folders_stand_beside_ours(tmp_path):
    folders = Folders().plus(rules=[tmp_path])
    assert folders.rules == (*Folders().rules, tmp_path)
    assert (folders.kinds, folders.actors, folders.lexicon) == (Folders().kinds, Folders().actors, Folders().lexicon)
