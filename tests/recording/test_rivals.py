from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import permutations

import pytest

from comity.recording.entries import join
from comity.recording.store import Store
from comity.recording.views import View
from comity.schema import kinds
from querying.small import Telling, agreement, claims_of, figure, small_record, small_store

CASES = [
    (name, case, bool(number))
    for name, kind in kinds().items()
    for rivalry in kind.rivalries
    for number, cases in enumerate((rivalry.counter, rivalry.examples))
    for case in cases
]


def told(name, case):
    """The claims of a case, each of a document of its own where it names none."""
    fields = [{key: tuple(value) if isinstance(value, list) else value for key, value in one.items()} for one in case.claims]
    docs = [one.pop("doc", f"doc-{number}") for number, one in enumerate(fields)]
    return [
        claim for doc, one in zip(docs, fields, strict=True) for claim in claims_of(Telling(name, one, one.pop("when")), doc=doc)
    ]


def ways(claims, name):
    return [clash.way for entry in join(claims, kinds()[name]) for clash in entry.contradictions]


@pytest.mark.parametrize(("name", "case", "rivals"), CASES)
def test_the_cases_of_a_kind_are_rivals_or_are_left_alone(name, case, rivals):
    for claims in permutations(told(name, case)):
        assert (ways(claims, name) == ["party"]) is rivals, case.because


def test_every_rivalry_shows_what_it_takes_and_what_it_leaves():
    for name, kind in kinds().items():
        for one in kind.rivalries:
            assert one.examples, name
            assert one.counter, name
            assert all(case.because for case in one.counter), name


CANAL = replace(agreement("signed", "1925-03-11", "Halden Canal Treaty"), say="Both signed the canal treaty that day.")
OTHER = replace(
    agreement("signed", "1925-03-11", "Halden Canal Treaty", parties=("CHL", "KEN")),
    say="At Halden, ministers put their names to it.",
)
THREE = agreement("signed", "1925-03-11", "Halden Canal Treaty", parties=("KEN", "CHL", "PER"))


def clashes(store):
    return [(clash.way, [value for value, _ in clash.values]) for entry in store.entries() for clash in entry.contradictions]


def test_the_record_holds_both_sides_as_one_thing_and_says_why(tmp_path):
    store = small_store(tmp_path, {"a": [CANAL], "b": [OTHER]})
    (entry,) = store.entries("agreement")
    assert clashes(store) == [("party", ["CHL, KEN", "KEN, PER"])]
    assert "the same but for its parties" in " ".join(one.why for one in entry.joined.values())


def test_a_document_that_comes_later_makes_or_settles_it_and_one_that_goes_leaves_no_trace(tmp_path):
    small_store(tmp_path, {"a": [CANAL]})
    assert len(clashes(small_store(tmp_path, {"b": [OTHER]}))) == 1
    assert clashes(small_store(tmp_path, {"c": [THREE]})) == []
    with Store.writer(tmp_path / "small.comity") as writer:
        writer.withdraw("c")
        writer.finish()
    assert len(clashes(Store.open(tmp_path / "small.comity"))) == 1
    with Store.writer(tmp_path / "small.comity") as writer:
        writer.withdraw("a")
        writer.finish()
    left = Store.open(tmp_path / "small.comity")
    assert (len(left.entries()), clashes(left)) == (1, [])


def test_one_sentence_printed_twice_contradicts_nothing(tmp_path):
    pages = {"a": [CANAL], "b": [replace(OTHER, say=CANAL.say)]}
    assert clashes(small_store(tmp_path, pages)) == []


def test_a_reader_is_told_the_names_and_how_many_parties_differ(tmp_path):
    record = small_record(tmp_path, {"a": [CANAL], "b": [OTHER]})
    (row,) = record.contradictions().tables[0].rows
    assert row[1:] == (
        "parties (signed)",
        "party",
        "between documents",
        "1 of 2",
        "Chile and Kenya [1] against Kenya and Peru [2]",
    )


def test_the_gravest_come_first(tmp_path):
    dated = [agreement("signed", when, "Inland Water Treaty") for when in ("1930", "1931")]
    record = small_record(tmp_path, {"a": [CANAL, dated[0]], "b": [OTHER, dated[1]]})
    assert [row["way"] for row in record.contradictions().data["contradictions"]] == ["party", "date"]


def test_a_sum_told_of_two_givers_is_asked_about_with_either(tmp_path):
    pages = {"a": [figure(47_500_000, "1978", "loan")], "b": [figure(47_500_000, "1978", "loan", giver=("CHL",))]}
    record = small_record(tmp_path, pages)
    assert all(record.contradictions(giver, "Peru").found for giver in ("Kenya", "Chile"))


def test_what_rivalled_is_seen_as_it_stood(tmp_path):
    path = tmp_path / "small.comity"
    small_store(tmp_path, {"a": [CANAL], "b": [OTHER]}).close()
    connection = sqlite3.connect(path)
    for table in ("documents", "claims"):
        connection.execute(f"UPDATE {table} SET recorded = '2020-01-01T00:00:00'")
    connection.commit()
    connection.close()
    with Store.writer(path) as writer:
        writer.withdraw("b")
        writer.finish()
    assert clashes(Store.open(path)) == []
    assert len(clashes(Store.open(path, view=View(as_recorded="2020-06-01")))) == 1
