from __future__ import annotations

import pytest

from comity.errors import MissingReason, NoName, UnknownChoice
from comity.querying._decided import decisions
from comity.recording.judging import judge, undo
from comity.recording.settling import mark, settle
from comity.recording.store import Store
from comity.recording.writer import Run
from querying.small import document_of, mission, small_store

from .test_judging import Page

PAGES = {"a": [mission("opened", "1974-08")], "b": [mission("opened", "1973")]}
ANN = {"by": "Ann", "why": "it is the host's own list"}


@pytest.fixture
def path(tmp_path):
    small_store(tmp_path, PAGES).close()
    return tmp_path / "small.comity"


def clash_of(path):
    with Store.open(path) as store:
        (entry,) = store.entries(contradicted=True)
        return entry.contradictions[0]


def decide(path, verdict, value="", **by):
    clash = clash_of(path)
    return settle(path, clash.entry, mark(clash), verdict, value=value, **{**ANN, **by})


def decided(path):
    with Store.open(path) as store:
        (entry,) = store.entries(contradicted=True)
        found = decisions(store, entry.contradictions)
    return [(one.state, one.value) for one in found.values()]


@pytest.mark.parametrize(
    ("verdict", "value", "state"),
    [
        ("prefer", "1974-08", "accepted"),
        ("both", "", "both stand"),
        ("rougher", "", "less precise"),
        ("unsure", "", "cannot tell"),
    ],
)
def test_a_contradiction_stays_in_sight_with_what_was_decided(path, verdict, value, state):
    decide(path, verdict, value)
    assert decided(path) == [(state, value)]
    undo(path, [1], by="Ann")
    assert decided(path) == []


def test_the_last_word_of_a_person_counts(path):
    decide(path, "both")
    decide(path, "prefer", "1973")
    assert decided(path) == [("accepted", "1973")]


def test_where_two_people_differ_nothing_is_settled(path):
    decide(path, "prefer", "1973")
    decide(path, "prefer", "1974-08", by="Bob")
    assert decided(path) == [("disputed", "")]


def test_of_three_values_one_stands_against_both_others_and_all_is_one_batch(tmp_path):
    small_store(tmp_path, PAGES | {"c": [mission("opened", "1975")]}).close()
    path = tmp_path / "small.comity"
    said = decide(path, "prefer", "1973")
    assert len(said) == 2
    assert decided(path) == [("accepted", "1973")]
    undo(path, [said[0].batch], by="Ann")
    assert decided(path) == []


def test_what_was_decided_is_open_again_when_another_value_is_told(path):
    decide(path, "prefer", "1973")
    with Store.writer(path, Run(rules="newer")) as writer:
        writer.put(*document_of("c", Page([mission("opened", "1975")])))
        writer.finish()
    assert decided(path) == []


def test_a_claim_that_goes_takes_the_decision_with_it_and_brings_it_back(path):
    decide(path, "prefer", "1973")
    with Store.open(path) as store:
        (other,) = store.claims(doc="a")
    judge(path, other.id, "reject", by="Ann")
    with Store.open(path) as store:
        assert not store.entries(contradicted=True)
    undo(path, [2], by="Ann")
    assert decided(path) == [("accepted", "1973")]


WRONG = [
    ({"why": " "}, MissingReason),
    ({"by": ""}, NoName),
    ({"verdict": "accept"}, UnknownChoice),
    ({"clash": "0"}, UnknownChoice),
    ({"value": "1999"}, UnknownChoice),
]


@pytest.mark.parametrize(("wrong", "error"), WRONG)
def test_what_cannot_be_decided_is_refused(path, wrong, error):
    clash = clash_of(path)
    told = {"entry": clash.entry, "clash": mark(clash), "verdict": "prefer", "value": "1973", **ANN, **wrong}
    with pytest.raises(error):
        settle(path, told.pop("entry"), told.pop("clash"), told.pop("verdict"), **told)
