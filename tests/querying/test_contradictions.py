from __future__ import annotations

from dataclasses import replace

import pytest

from comity.querying._cite import Citations
from comity.querying._severity import BETWEEN, BOTH, WITHIN, apart_said, days_between

from .small import agreement, event, figure, membership, mission, small_record, status


def told(folder, pages, **asked):
    return small_record(folder, pages).contradictions(**asked)


WHERE = [
    ({"a": [status("established", "1960"), status("established", "1962")]}, WITHIN),
    ({"a": [status("established", "1960")], "b": [status("established", "1962")]}, BETWEEN),
    ({"a": [status("established", "1960"), status("established", "1962")], "b": [status("established", "1962")]}, BOTH),
    # The rougher date that both give agrees with either: it does not make the contradiction one within a document.
    (
        {"a": [status("established", "1960-05-01"), status("established", "1960")], "b": [status("established", "1960-05-02")]},
        BETWEEN,
    ),
]


@pytest.mark.parametrize(("pages", "where"), WHERE)
def test_a_contradiction_is_told_between_documents_within_one_or_both(tmp_path, pages, where):
    (one,) = told(tmp_path, pages).data["contradictions"]
    assert one["where"] == where


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("1974-12-01", "1974-12-02", 1),
        ("1974-12-31", "1975-01", 31),  # December against January
        ("1974", "1975-12-31", 365),  # a year is measured against a year
        ("1974", "1974-06", 0),
        ("198X", "1990", 3653),
        ("18XX", "1990-05", 36524),
        ("1985~", "1990", 1826),
        ("1990/1992", "1994-01-01", 366),  # between the nearest days
        ("../1990", "1991-01-02", 2),
        ("1990-05-01/1990-05-04", "1990-05-01/1990-05-06", 2),  # two lengths of a visit
        ("1990/1994", "1991/1994", 365),
        ("XXXX-05-01", "1990", None),
        ("", "1990", None),
    ],
)
def test_the_distance_of_two_dates_is_as_fine_as_the_rougher_of_them(one, other, days):
    assert days_between(one, other) == days_between(other, one) == days


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "0 days"), (27, "27 days"), (28, "1 month"), (340, "11 months"), (365, "1 year"), (19723, "54 years"), (None, "")],
)
def test_a_distance_is_said_in_the_unit_that_fits(days, said):
    assert apart_said(days) == said


def test_the_farthest_apart_stand_first_and_what_is_no_date_last(tmp_path):
    pages = {
        "a": [status("established", "1960-05-01"), mission("opened", "1960"), figure(10.0, "1999")],
        "b": [status("established", "1960-05-02"), mission("opened", "1962"), figure(90.0, "1999")],
    }
    answer = told(tmp_path, pages)
    assert [(row["apart"], row["told"]) for row in answer] == [("2 years", BETWEEN), ("1 day", BETWEEN), ("", BETWEEN)]
    assert [one["apart_days"] for one in answer.data["contradictions"]] == [731, 1, None]
    assert "differences" not in answer.data


DIFFERENT = [
    ([status("established", "1974"), status("established", "1974-08")], [("less precise", "1974 [1] beside August 1974 [2]")]),
    ([event("AID", "1974"), event("AID", "1974-08-02")], [("less precise", "1974 [1] beside 2 August 1974 [2]")]),
    (
        [status("established", "1961-05"), status("recognized", "1960-03-01")],
        [("another role", "established May 1961 [1] beside recognized 1 March 1960 [2]")],
    ),
    (
        [agreement("signed", "1977-07-18", "Treaty of Amity"), agreement("in-force", "1978", "Treaty of Amity")],
        [("another role", "signed 18 July 1977 [1] beside in-force 1978 [2]")],
    ),
    ([status("established", "1961"), status("recognized", "1961-03-01")], []),  # it may have been one day
    ([mission("exists", "1974"), mission("exists", "1974-08")], []),  # it was there in the year and in the month
    ([status("established", "1974"), status("established", "1975")], []),  # a contradiction
    ([event("CONSULT", "1974-05-01/1974-05-09"), event("CONSULT", "1974-05-02/1974-05-09")], []),  # another
    ([status("established", "1961", factuality="planned"), status("recognized", "1960")], []),
    ([membership("joined", "1961"), membership("left", "1970")], []),
    ([status("established", ""), status("established", "1974")], []),
]


@pytest.mark.parametrize(("tellings", "found"), DIFFERENT)
def test_what_differs_without_contradiction_stands_in_a_table_of_its_own(tmp_path, tellings, found):
    pages = {"a": tellings[:1], "b": tellings[1:]}
    answer = told(tmp_path, pages, differences=True)
    tables = {table.title: table for table in answer.tables}
    rows = tables["Compatible differences"].rows if found else ()
    assert [(row[2], row[5]) for row in rows] == found
    assert [one["type"] for one in answer.data["differences"]] == [type_of for type_of, _ in found]
    assert bool(answer.data["contradictions"]) == ("Contradictions" in tables)
    assert answer.found == bool(tables)


def test_the_days_between_two_acts_are_told_but_not_of_a_rougher_date(tmp_path):
    pages = {"a": [status("recognized", "1960-03-01"), status("established", "1961")], "b": [status("established", "1961-05-02")]}
    found = told(tmp_path, pages, differences=True).data["differences"]
    assert [(one["type"], one["where"], one["apart_days"]) for one in found] == [
        ("another role", BETWEEN, 427),
        ("less precise", BETWEEN, None),
    ]
    assert {side["stage"] for side in found[0]["values"]} == {"established", "recognized"}


def test_the_documents_of_an_answer_are_read_once_each(tmp_path, monkeypatch):
    record = small_record(tmp_path, {doc: [event("AID", str(year)) for year in range(1950, 1960)] for doc in ("a", "b", "c")})
    read, really = [], record.store._page
    monkeypatch.setattr(record.store, "_page", lambda doc: read.append(doc) or really(doc))
    cite = Citations(record.store)
    claims = record.store.claims()
    cite.marks(claims[10:20])
    cite.marks(claims)
    quoted = cite.quoted
    assert [source.doc for source in quoted] == ["b"] * 10 + ["a"] * 10 + ["c"] * 10
    assert read == sorted(read)


def test_the_way_is_told_in_words_and_counted(tmp_path):
    pages = {
        "a": [status("established", "1960"), status("severed", "1970-05-01"), mission("exists", "2010")],
        "b": [status("established", "1962"), status("suspended", "1970-05-01"), mission("exists", "2010", city="Cusco")],
    }
    answer = told(tmp_path, pages)
    assert {row[2] for row in answer.tables[0].rows} == {"date: year against year", "status", "place"}
    assert answer.data["ways"] == {"date": 1, "place": 1, "status": 1}
    assert {one["way"] for one in answer.data["contradictions"]} == {"date", "place", "status"}


def test_two_prints_of_a_sentence_are_one_source_of_a_contradiction(tmp_path):
    words = "Kenya and Peru took up relations in 1960."
    printed = replace(status("established", "1960"), say=words)
    pages = {"a": [printed], "b": [printed], "c": [status("established", "1962")]}
    (one,) = told(tmp_path, pages).data["contradictions"]
    assert [(side["value"], side["sources"]) for side in one["values"]] == [("1960", 1), ("1962", 1)]
    assert len(one["values"][0]["claims"]) == 2


def test_a_document_that_prints_both_sides_again_holds_no_new_side(tmp_path):
    first = replace(status("established", "1960"), say="Kenya and Peru took up relations in 1960.")
    second = replace(status("established", "1962"), say="It was in 1962 that both took up relations.")
    (one,) = told(tmp_path, {"a": [first], "b": [second], "c": [first, second]}).data["contradictions"]
    assert one["where"] == BETWEEN
