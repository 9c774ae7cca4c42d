from __future__ import annotations

import csv
import io
import json
import re

import pytest

from comity.errors import CannotWrite, UnknownChoice
from comity.presenting.export import export, formats
from comity.recording.store import Store
from querying.small import small_store, status

from .. import factory

FIRST_LINE = (
    '{"doc": "lima", "kind": "mission", "quote": "Chile\'s embassy in Lima was opened in August 1960.", "start": 0, "end": 50, '
    '"sender": "CHL", "host": "PER", "city": "Lima", "type": "embassy", "change": "opened", "when": "1960-08", '
    '"factuality": "asserted", "id": "'
)


# What PLOVER has no event for: a membership that is observed, a figure.
LEFT_OUT = {"plover": ["1 figure claims"]}


@pytest.fixture
def store(tmp_path):
    with Store.open(factory.record(tmp_path / "small.comity")) as store:
        yield store


def table(path):
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("name", sorted(formats()))
def test_every_format_says_what_it_is_and_writes_the_same_twice(name, store, tmp_path):
    assert formats()[name].WHAT.endswith(".")
    first, second = tmp_path / "first", tmp_path / "second"
    for target in (first, second):
        assert export(store, name, target) == LEFT_OUT.get(name, [])
    files = [first] if first.is_file() else sorted(first.iterdir())
    assert files
    for file in files:
        other = second if file == first else second / file.name
        assert file.read_bytes() == other.read_bytes()
        assert b"\r" not in file.read_bytes()


def test_claims_are_lines_in_the_order_of_documents(store):
    stream = io.StringIO()
    export(store, "claims", stream)
    lines = stream.getvalue().splitlines()
    assert lines[0].startswith(FIRST_LINE)
    assert [json.loads(line)["doc"] for line in lines] == ["lima", "peru-chile", "peru-chile", "santiago"]
    assert json.loads(lines[2])["value"] == 4900000000


def test_quotes_stand_in_the_texts_where_they_say(store, tmp_path):
    export(store, "claims", tmp_path / "claims.jsonl")
    export(store, "texts", tmp_path / "texts")
    for line in (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        claim = json.loads(line)
        text = (tmp_path / "texts" / f"{claim['doc']}.txt").read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_a_document_whose_id_leads_out_of_the_folder_is_not_written(tmp_path):
    path = tmp_path / "bad.comity"
    with Store.writer(path) as writer:
        for doc in ("../evil", "a", "A"):
            writer.put(factory.document(doc, "Peru left.\n"), [])
        writer.finish()
    with Store.open(path) as store:
        left_out = export(store, "texts", tmp_path / "texts")
    assert len(list((tmp_path / "texts").iterdir())) == 1
    assert len(left_out) == 2
    assert not (tmp_path / "evil.txt").exists()


def test_tables_hold_one_row_a_claim(store, tmp_path):
    export(store, "csv", tmp_path / "tables")
    first = table(tmp_path / "tables" / "claims.csv")[0]
    dates = [first[name] for name in ("when_edtf", "begin_earliest", "begin_latest", "end_earliest", "end_latest", "year")]
    assert dates == ["1960-08", "1960-08-01", "1960-08-31", "1960-08-01", "1960-08-31", "1960"]
    assert first["quote"] == factory.SECOND.strip()


def test_a_table_for_each_kind_holds_its_fields(store, tmp_path):
    export(store, "csv", tmp_path / "tables")
    (figure,) = table(tmp_path / "tables" / "figure.csv")
    assert (figure["value"], figure["unit"], figure["value_to"]) == ("4900000000", "USD", "")
    assert {path.stem for path in (tmp_path / "tables").iterdir()} >= {*store.kinds, "claims", "documents"}


def test_each_actor_of_a_claim_has_a_row(store, tmp_path):
    export(store, "csv", tmp_path / "tables")
    (figure,) = table(tmp_path / "tables" / "figure.csv")
    rows = [row for row in table(tmp_path / "tables" / "claim_actors.csv") if row["claim_id"] == figure["claim_id"]]
    assert [(row["field"], row["place_in_field"], row["code"]) for row in rows] == [("from", "1", "CHL"), ("to", "1", "PER")]


def test_each_actor_is_told_by_its_codes_in_other_systems(store, tmp_path):
    export(store, "csv", tmp_path / "tables")
    (chile, *_) = [row for row in table(tmp_path / "tables" / "claim_actors.csv") if row["code"] == "CHL"]
    codes = ("iso3", "iso2", "iso4", "cow", "cow_letters", "gw", "qid")
    assert [chile[name] for name in codes] == ["CHL", "CL", "", "155", "CHL", "155", "Q298"]


def test_contradictions_have_a_row_for_each_claim(store, tmp_path):
    export(store, "csv", tmp_path / "tables")
    rows = table(tmp_path / "tables" / "contradictions.csv")
    assert {(row["field"], row["stage"], row["value"]) for row in rows} == {
        ("when", "opened", "1958"),
        ("when", "opened", "1960-08"),
    }


def test_a_contradiction_is_told_with_its_place_and_distance(store, tmp_path):
    export(store, "csv", tmp_path / "tables")
    rows = table(tmp_path / "tables" / "contradictions.csv")
    assert {(row["where_told"], row["apart_days"]) for row in rows} == {("between documents", "730")}


def test_differences_have_a_row_for_each_claim(tmp_path):
    tellings = {"a": [status("recognized", "1960-03-01"), status("established", "1961")], "b": [status("established", "1961-05")]}
    with small_store(tmp_path, tellings) as store:
        export(store, "csv", tmp_path / "tables")
    rows = table(tmp_path / "tables" / "differences.csv")
    told = ("type", "stage", "value", "where_told", "apart_days")
    assert {tuple(row[name] for name in told) for row in rows} == {
        ("less precise", "established", "1961", "between documents", ""),
        ("less precise", "established", "1961-05", "between documents", ""),
        ("another role", "established", "1961-05", "between documents", "426"),
        ("another role", "recognized", "1960-03-01", "between documents", "426"),
    }


def test_names_of_columns_suit_all_programs(store, tmp_path):
    export(store, "csv", tmp_path / "tables")
    for path in (tmp_path / "tables").iterdir():
        heads = path.read_text(encoding="utf-8").splitlines()[0].split(",")
        assert heads[-1] == "version"
        assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,31}", head) for head in heads), path.name


def test_an_unknown_format_names_the_others(store):
    with pytest.raises(UnknownChoice, match="Did you mean claims"):
        export(store, "claim", io.StringIO())


def test_a_folder_cannot_go_to_standard_output(store):
    with pytest.raises(CannotWrite, match="is a folder of files"):
        export(store, "texts", io.StringIO())


def test_a_file_that_cannot_be_written_is_an_error_of_ours(store, tmp_path):
    with pytest.raises(CannotWrite):
        export(store, "claims", tmp_path / "no such folder" / "claims.jsonl")
    with pytest.raises(CannotWrite):
        export(store, "texts", tmp_path / "small.comity")


def test_a_write_that_breaks_off_leaves_the_old_file(store, tmp_path, monkeypatch):
    path = tmp_path / "claims.jsonl"
    path.write_text("old")
    monkeypatch.setattr("comity.presenting.claim_lines.lines", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(store, "claims", path)
    assert path.read_text() == "old"
    assert not list(tmp_path.glob(".*part"))
