from __future__ import annotations

import sqlite3

import pytest

from comity.recording.judging import add, judge, undo
from comity.recording.store import Store
from comity.recording.writings import KEPT, SEEN, Watch, note
from querying.small import Page, document_of, event, mission, small_store, status

PAGES = {
    "a": [status("established", "1960-10-07"), mission("opened", "1974-08")],
    "b": [status("established", "1962", a="KEN", b="CHL"), event("CONSULT", "2020-07-12", ("CHL",), ("BRA",))],
}
ME = {"by": "Ann", "why": "the source says so"}
KENYA_PERU, KENYA_CHILE, CHILE_BRAZIL, CHILE = (("KEN",), ("PER",)), (("KEN",), ("CHL",)), (("CHL",), ("BRA",)), (("CHL",),)
ABOUT = {"KEN:PER": KENYA_PERU, "KEN:CHL": KENYA_CHILE, "CHL:BRA": CHILE_BRAZIL, "CHL": CHILE, "all": ()}


@pytest.fixture
def path(tmp_path):
    small_store(tmp_path, PAGES).close()
    return tmp_path / "small.comity"


@pytest.fixture
def watch(path):
    watch = Watch(path)
    watch.state()
    yield watch
    watch.close()


def claim(path, kind, doc):
    with Store.open(path) as store:
        return store.claims(kind, doc=doc)[0]


def borne(watch, write):
    """What a writing bears on."""
    before = watch.state()
    write()
    after = watch.state()
    assert before != after
    return {name for name, about in ABOUT.items() if watch.between(before, after, about) != frozenset()}


def test_a_record_at_rest_stays_in_its_state(watch):
    assert watch.state() == watch.state()
    assert watch.between(watch.state(), watch.state(), ()) == frozenset()


def test_a_judgement_bears_on_those_whom_its_claim_names(path, watch):
    assert borne(watch, lambda: judge(path, [claim(path, "status", "b").id], "reject", **ME)) == {"KEN:CHL", "CHL", "all"}
    assert borne(watch, lambda: judge(path, [claim(path, "mission", "a").id], "accept", **ME)) == {"KEN:PER", "all"}


def test_a_second_acceptance_bears_on_them_too_for_it_is_shown(path, watch):
    wanted = [claim(path, "mission", "a").id]
    judge(path, wanted, "accept", **ME)
    assert borne(watch, lambda: judge(path, wanted, "accept", by="Bo", why="seen too")) == {"KEN:PER", "all"}


def test_a_correction_bears_on_those_it_named_and_on_those_it_names_and_so_does_taking_it_back(path, watch):
    wanted = claim(path, "event", "b").id
    assert borne(watch, lambda: judge(path, [wanted], "correct", changes={"target": ["KEN"]}, **ME)) == {
        "CHL:BRA", "KEN:CHL", "CHL", "all",
    }  # fmt: skip
    with Store.open(path) as store:
        last = store.judged.all()[-1].seq
    assert borne(watch, lambda: undo(path, [last], by="Ann")) == {"CHL:BRA", "KEN:CHL", "CHL", "all"}


def test_what_is_added_bears_on_those_it_names(path, watch):
    with Store.open(path) as store:
        quote = store.quote(store.claims(doc="a")[0])
    fields = {"type": "CONSULT", "source": ["CHL"], "target": ["BRA"]}
    assert borne(watch, lambda: add(path, "a", quote, "event", fields, **ME)) == {"CHL:BRA", "CHL", "all"}


def test_another_document_bears_on_everything(path, watch):
    def write():
        with Store.writer(path) as writer:
            writer.put(*document_of("c", Page(PAGES["a"])))
            writer.finish()

    assert borne(watch, write) == set(ABOUT)


def test_another_file_in_its_place_bears_on_everything(path, watch, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    small_store(other, PAGES).close()
    assert borne(watch, lambda: (other / "small.comity").replace(path)) == set(ABOUT)


def test_whoever_looked_longer_ago_than_is_listed_takes_it_that_all_was_changed(path, watch):
    before = watch.state()
    with sqlite3.connect(path) as connection:
        for _ in range(KEPT + 1):
            note(connection, "2000-01-01", ())
    connection.close()
    assert watch.between(before, watch.state(), KENYA_PERU) is None


def test_a_record_without_the_list_is_watched_by_its_file(path):
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE writings")
    connection.close()
    watch = Watch(path)
    assert borne(watch, lambda: judge(path, [claim(path, "status", "b").id], "accept", **ME)) == set(ABOUT)
    assert borne(watch, lambda: judge(path, [claim(path, "status", "a").id], "accept", **ME)) == {"KEN:PER", "all"}
    watch.close()


def test_where_no_record_is_left_its_state_is_another(path, watch):
    assert borne(watch, path.unlink) == set(ABOUT)


def test_only_what_is_seen_or_hidden_bears_on_counts_and_only_its_kind_on_answers_of_one_kind(path, watch):
    wanted = [claim(path, "mission", "a").id]
    before = watch.state()
    judge(path, wanted, "accept", **ME)
    accepted = watch.state()
    judge(path, wanted, "reject", **ME)
    rejected = watch.state()
    assert watch.between(before, accepted, ({SEEN},)) == frozenset()
    assert watch.between(accepted, rejected, ({SEEN},)) >= {SEEN, "KEN", "PER", "mission"}
    assert watch.between(before, rejected, (("KEN",), ("status", "event"))) == frozenset()
    assert watch.between(before, rejected, (("KEN",), ("mission",))) >= {"KEN", "PER"}
