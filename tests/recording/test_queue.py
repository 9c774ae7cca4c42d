from __future__ import annotations

import pytest

from comity.recording import queue, undoing
from comity.recording.judging import judge, undo
from comity.recording.queue import Filters
from comity.recording.store import Store
from comity.recording.views import View
from querying.small import event, mission, small_store, status

PAGES = {
    "a": [event("CONSULT", "2020-07-12"), mission("opened", "1974-08"), event("AID", "")],
    "b": [status("established", "1960"), mission("opened", "1973")],
}


@pytest.fixture
def path(tmp_path):
    small_store(tmp_path, PAGES).close()
    return tmp_path / "small.comity"


def ordered(path, order, **filters):
    """All claims of the queue, one after another."""
    with Store.open(path, view=View(rejected=True)) as store:
        found, at = [], queue.next_claim(store, Filters(**filters), order)
        while at and at not in found:
            found.append(at)
            at = queue.next_claim(store, Filters(**filters), order, after=at)
        claims = [store.claim(one) for one in found]
        backwards = [queue.next_claim(store, Filters(**filters), order, after=one, back=True) for one in found]
    assert backwards == ["", *found][: len(found)], "the way back is another"
    return [(one.doc, one.kind, one.when) for one in claims]


def test_contradicted_claims_come_first(path):
    assert ordered(path, queue.CONTRADICTED)[:2] == [("a", "mission", "1974-08"), ("b", "mission", "1973")]


def test_doubtful_claims_come_first(path):
    assert ordered(path, queue.UNCERTAIN)[0] == ("a", "event", "")


@pytest.mark.parametrize("order", queue.ORDERS)
def test_every_order_has_every_claim_once(path, order):
    assert len(ordered(path, order)) == 5


def test_claims_come_as_the_documents_have_them(path):
    assert [doc for doc, _, _ in ordered(path, queue.TEXT)] == ["a", "a", "a", "b", "b"]


def test_the_queue_is_narrowed(path):
    assert [kind for _, kind, _ in ordered(path, queue.TEXT, kind="mission")] == ["mission", "mission"]
    assert {doc for doc, _, _ in ordered(path, queue.TEXT, doc="b")} == {"b"}
    assert ordered(path, queue.TEXT, a=("XYZ",)) == []


def test_what_is_decided_waits_no_more_and_counts_as_progress(path):
    with Store.open(path) as store:
        claims = store.claims()
    judge(path, claims[0].id, "accept", by="Ann")
    judge(path, claims[1].id, "unsure", by="Ann")
    judge(path, claims[2].id, "reject", by="Ann")
    assert len(ordered(path, queue.TEXT)) == 2
    assert len(ordered(path, queue.TEXT, state=queue.ALL)) == 5
    with Store.open(path) as store:
        told = queue.progress(store, Filters())
    assert (told.all, told.decided) == (5, 3)


def test_who_is_unsure_gainsays_nobody(path):
    with Store.open(path) as store:
        claim = store.claims()[0].id
    judge(path, claim, "unsure", by="Ann")
    judge(path, claim, "accept", by="Bob")
    with Store.open(path) as store:
        assert [one.state for one in store.judged.rulings([claim])[claim]] == ["accepted"]


def test_a_rule_is_accepted_by_its_sample(path):
    with Store.open(path) as store:
        rule = store.claims("event")[0].rule
        mine = [one.id for one in store.claims() if one.rule == rule]
        told = queue.estimate(store, rule)
    assert (told.claims, told.waiting, told.wanted, told.seen, told.ready) == (len(mine), len(mine), len(mine), 0, False)
    judge(path, mine[0], "reject", by="Ann")
    for claim in mine[1:]:
        judge(path, claim, "accept", by="Ann")
    with Store.open(path) as store:
        told = queue.estimate(store, rule)
    assert (told.seen, told.wrong, told.ready) == (len(mine), 1, True)
    assert told.bounds[0] < 1 / len(mine) < told.bounds[1]


class TestUndoing:
    def last(self, path, who="Ann"):
        with Store.open(path) as store:
            done, undone = undoing.last_done(store, who), undoing.last_undone(store, who)
        return (done.numbers if done else None), (undone.numbers if undone else None)

    def test_one_steps_back_and_forth_through_what_one_did(self, path):
        with Store.open(path) as store:
            ids = [one.id for one in store.claims()]
        assert self.last(path) == (None, None)
        judge(path, ids[0], "accept", by="Ann")  # 1
        judge(path, ids[1:3], "reject", by="Ann")  # 2, 3: a batch
        judge(path, ids[3], "accept", by="Bob")  # 4
        assert self.last(path) == ((2, 3), None)
        undo(path, [2, 3], by="Ann")  # 5, 6
        assert self.last(path) == ((1,), (5, 6))
        undo(path, [1], by="Ann")  # 7
        assert self.last(path) == (None, (7,))
        undo(path, [7], by="Ann")  # 8: done again
        assert self.last(path) == ((1,), (5, 6))
        undo(path, [5, 6], by="Ann")  # 9, 10
        assert self.last(path) == ((2, 3), None)

    def test_who_decides_something_else_cannot_redo(self, path):
        with Store.open(path) as store:
            ids = [one.id for one in store.claims()]
        judge(path, ids[0], "accept", by="Ann")
        undo(path, [1], by="Ann")
        judge(path, ids[1], "accept", by="Ann")
        assert self.last(path) == ((3,), None)

    def test_the_history_is_narrowed(self, path):
        with Store.open(path) as store:
            ids = [one.id for one in store.claims()]
            rule = store.claims()[0].rule
        said = judge(path, ids[:3], "accept", by="Ann")
        judge(path, ids[3], "reject", by="Bob")
        with Store.open(path) as store:

            def number(**wanted):
                return undoing.history(store, undoing.Wanted(**wanted), limit=2)[1]

            assert (number(), number(who="Ann"), number(verdict="reject"), number(doc="b"), number(rule=rule)) == (4, 3, 1, 1, 4)
            assert (number(day=said[0].when[:10]), number(day="1999"), number(batch=said[0].batch), number(claim=ids[0])) == (
                4,
                0,
                3,
                1,
            )
            assert [one.seq for one in undoing.history(store, undoing.Wanted(), limit=2)[0]] == [4, 3]
