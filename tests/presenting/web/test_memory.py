from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from comity.presenting.web.memory import Memory
from comity.presenting.web.site import Site
from comity.recording.judging import judge
from comity.recording.store import Store

from .conftest import PORT, client_of

NOW, LATER = (1,), (2,)


def differs(one, other, about):
    """Whatever lies between two states bears on everything but what is about nobody that it names."""
    if one == other or (about and "KEN" not in about[0]):
        return frozenset()
    return frozenset({"KEN"}) if about else None


def test_what_many_ask_for_at_once_is_made_once():
    memory, made, ready = Memory(differs), [], threading.Barrier(8)

    def make():
        made.append(1)
        time.sleep(0.05)
        return "answer"

    def ask(_):
        ready.wait()
        return memory.kept(NOW, "a", make)

    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(ask, range(8))) == {"answer"}
    assert len(made) == 1


def test_what_failed_is_tried_again():
    memory = Memory(differs)
    with pytest.raises(ZeroDivisionError):
        memory.kept(NOW, "a", lambda: 1 / 0)
    assert memory.kept(NOW, "a", lambda: 5) == 5


def test_another_state_of_the_record_is_another_answer():
    memory = Memory(differs)
    assert [memory.kept(state, "a", lambda state=state: state) for state in (NOW, LATER, NOW)] == [NOW, LATER, NOW]


def test_only_so_much_is_kept_and_what_was_asked_for_last():
    memory, made = Memory(differs, most=2), []

    def ask(what):
        return memory.kept(NOW, what, lambda: made.append(what))

    for what in "abacab":
        ask(what)
    assert made == ["a", "b", "c", "b"]


def test_an_answer_stands_while_nothing_is_written_that_bears_on_it():
    memory = Memory(differs)
    assert memory.kept(NOW, "a", lambda: 1, about=({"PER"},)) == memory.kept(LATER, "a", lambda: 2, about=({"PER"},)) == 1
    assert memory.kept(NOW, "b", lambda: 1, about=({"KEN"},)) == 1
    assert memory.kept(LATER, "b", lambda: 2, about=({"KEN"},)) == 2


def test_an_answer_may_be_made_of_the_old_one_and_of_what_was_written():
    memory, about = Memory(differs), ({"KEN"},)
    assert memory.kept(NOW, "a", lambda: ["old"], about=about) == ["old"]
    assert memory.kept(LATER, "a", lambda: 1 / 0, about, lambda old, names: [*old, *names]) == ["old", "KEN"]


PAGES = (
    "/pair/KEN/PER.json?on=1968-01-01",
    "/map/KEN.json?on=1970-01-01",
    "/network.json?states=KEN&on=1970-01-01",
    "/figures.json?a=KEN",
    "/api/status?a=KEN&b=PER&on=1968",
    "/api/compare?pairs=KEN:PER&on=1970",
)


def test_what_is_kept_is_what_a_fresh_reading_gives_whatever_was_decided(site, record):
    with Store.open(record) as store:
        claims = [(one.id, verdict) for one in store.claims() for verdict in ("accept", "reject")]
    kept = client_of(site)
    for number, (claim, verdict) in enumerate(claims):
        judge(record, [claim], verdict, by="Ann", why=f"reading {number}")
        fresh = Site(record, PORT)
        asked = client_of(fresh)
        for page in PAGES:
            assert kept.get(page).json() == asked.get(page).json(), (page, claim, verdict)
        fresh.pool.close()


def test_a_decision_about_others_lets_a_pair_be_answered_from_what_was_kept(site, record, monkeypatch):
    made = []
    whole = Site.kept

    def kept(self, what, make, *more):
        return whole(self, what, lambda record: made.append(what[0]) or make(record), *more)

    monkeypatch.setattr(Site, "kept", kept)
    client = client_of(site)
    with Store.open(record) as store:
        of = {one.kind: one.id for one in store.claims()}
    for claim, anew in ((of["membership"], []), (of["event"], ["pair"])):
        client.get("/pair/KEN/PER?on=1968-01-01")
        made.clear()
        judge(record, [claim], "accept", by="Ann", why="as it says")
        assert client.get("/pair/KEN/PER?on=1969-01-01").status_code == 200
        assert made == anew
