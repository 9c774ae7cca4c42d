from __future__ import annotations

import re

import pytest

from comity.errors import BadShape, UnknownField
from comity.registry import Folders
from comity.schema import field_names, kinds, read_kinds

KIND = """
rumour:
  what: Somebody is said to be about to do something.
  fields:
    of: {type: state, required: true}
    about: {type: state}
    sort: {one_of: [loud, soft]}
  sides: [of, about]
  same_thing: [of+about, "sort?", near]
  stages: sort
  stage_means: {loud: {starts: true}, soft: {ends: true}}
  caption: "Rumour of {of}[ about {about}]"
  columns: [when, of, about, factuality]
"""


def read(tmp_path, text):
    (tmp_path / "rumour.yaml").write_text(text.lstrip("\n"), encoding="utf-8")
    return read_kinds(Folders(kinds=(tmp_path,)))["rumour"]


def test_the_seven_kinds_are_there():
    assert set(kinds()) == {"event", "status", "mission", "post", "agreement", "membership", "figure"}


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_kind_says_what_each_of_its_stages_means(name):
    kind = kinds()[name]
    if kind.stages:
        values = set(kind.fields[kind.stages].one_of)
        assert set(kind.stage_means) == values, f"kinds/{name}.yaml: `stage_means` and the values of {kind.stages} differ"
        assert set(kind.repeats) <= values


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_kind_names_only_fields_and_values_that_it_has(name):
    kind = kinds()[name]
    tables = [kind.no_sides, kind.one_side, kind.both_sides, kind.even_sides if isinstance(kind.even_sides, dict) else {}]
    for field, values in (pair for table in tables for pair in table.items()):
        allowed = set(kind.fields[field].one_of) or set(values)
        assert set(values) <= allowed
    assert all(body.or_place in ("", *kind.fields) for body in kind.fields.values())


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_kind_says_what_its_fields_are_for(name):
    silent = [field for field, body in kinds()[name].fields.items() if not (body.what or body.one_of)]
    assert not silent, f"kinds/{name}.yaml: say under `what` what {silent} are"


def test_a_kind_of_ones_own_is_read(tmp_path):
    kind = read(tmp_path, KIND)
    assert kind.sides == ("of", "about")
    assert kind.stage_means["loud"].starts


# What is changed, and the field that is then named though there is none.
WRONG = [
    ("caption", ("{about}]", "{abuot}]"), "abuot", 11),
    ("columns", ("[when, of", "[when, off"), "off", 12),
    ("same_thing", ("[of+about", "[of+abuot"), "abuot", 8),
    ("sides", ("[of, about]", "[of, abuot]"), "abuot", 7),
    ("stages", ("stages: sort", "stages: sorts"), "sorts", 9),
]


@pytest.mark.parametrize(("where", "change", "field", "line"), WRONG)
def test_a_key_that_names_no_field_is_refused(tmp_path, where, change, field, line):
    with pytest.raises(UnknownField) as error:
        read(tmp_path, KIND.replace(*change))
    facts = error.value.facts
    assert (facts["where"], facts["field"], facts["line"], facts["kind"]) == (where, field, line, "rumour")
    assert "Did you mean" in error.value.sentence


def test_a_field_of_no_known_type_is_refused(tmp_path):
    with pytest.raises(BadShape):
        read(tmp_path, KIND.replace("type: state", "type: stat"))


TERMS = [("city?", ["city"]), ("a+b", ["a", "b"]), ("near", []), ("when", ["when"]), ("sender", ["sender"])]


@pytest.mark.parametrize(("term", "names"), TERMS)
def test_the_fields_of_a_term(term, names):
    assert field_names(term) == names


EVEN = [
    ("status", {}, True),
    ("mission", {}, False),
    ("event", {"type": "CONSULT"}, True),
    ("event", {"type": "ASSAULT"}, False),
    ("event", {}, False),
]


@pytest.mark.parametrize(("kind", "fields", "even"), EVEN)
def test_where_the_order_of_the_sides_says_nothing(kind, fields, even):
    assert kinds()[kind].even(fields) is even


def test_trade_has_no_sides_and_aid_has():
    figure = kinds()["figure"]
    assert figure.sideless({"measure": "trade"})
    assert figure.sideless({"measure": "other", "unit": "years"})
    assert not figure.sideless({"measure": "aid", "unit": "USD"})


@pytest.mark.parametrize("name", sorted(kinds()))
def test_what_a_field_shows_when_it_is_empty_is_of_its_sort(name):
    for body in kinds()[name].fields.values():
        assert body.empty == (() if body.type == "actors" else "")
    assert re.fullmatch(r"[a-z]+", name)
