from __future__ import annotations

import csv
import gc
import io
import json
import shutil
import sqlite3

import pytest

from comity import errors
from comity.presenting import _csv
from comity.presenting.web import faults
from comity.presenting.web.asking import label, served
from comity.presenting.web.pool import AT_ONCE
from comity.presenting.web.site import Site
from comity.querying import Record, questions
from comity.recording.store import Store

from .conftest import PORT, client_of

TOLD = {"a": "Kenya", "b": "Peru", "on": "1970", "since": "2020", "words": "maize", "states": "Kenya",
        "pairs": ["Kenya:Peru", "Peru:UN"]}  # fmt: skip
SERVED = sorted(served())


def given(name: str, record) -> dict[str, object]:
    told = {one.name: TOLD[one.name] for one in served()[name].parameters if one.name in TOLD}
    with Record(record) as opened:
        if name == "why":
            told["claim"] = opened.store.claims("status")[0].id[:8]
        if name == "document":
            told["doc"] = opened.store.documents()[0].id
    return told


def test_every_question_is_served_but_those_that_read_folders():
    assert set(questions()) - set(served()) == {"evaluate"}


@pytest.mark.parametrize("name", SERVED)
def test_a_question_has_the_same_answer_as_its_command(name, client, record):
    told = given(name, record)
    response = client.get(f"/api/{name}", params=told)
    assert response.status_code == 200, response.text
    with Record(record) as opened:
        assert response.json() == json.loads(json.dumps(opened.ask(name, **told).to_json()))
    assert client.get(f"/api/{name}.json", params=told).json() == response.json()


@pytest.mark.parametrize("name", SERVED)
def test_a_question_gives_the_csv_of_its_command(name, client, record):
    told = given(name, record)
    response = client.get(f"/api/{name}.csv", params=told)
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    with Record(record) as opened:
        assert response.content.decode() == _csv.render(opened.ask(name, **told))


def test_names_are_those_of_the_command(client):
    rows = client.get("/api/timeline", params={"a": "Kenya", "from": "1970", "to": "1971"}).json()["rows"]
    assert [row["when"] for row in rows] == ["1970", "1970", "1971-06-09"]
    assert {label(one) for one in served()["panel"].parameters} == {"states", "unit", "from", "to", "day"}


@pytest.mark.parametrize(("value", "meant"), [("1", True), ("true", True), ("", True), ("0", False), ("no", False)])
def test_a_flag_is_one_or_zero(value, meant, client):
    assert client.get(f"/api/status?a=Kenya&b=Peru&exact={value}").json()["asked"].get("exact", False) == meant


def test_a_form_s_empty_fields_say_nothing(client):
    assert client.get("/api/missions?a=Kenya&b=&on=").json()["asked"] == {"a": "KEN"}


def test_the_record_is_read_as_it_stood_and_as_people_accepted_it(client):
    before = client.get("/api/timeline?a=Kenya&as_recorded=2000-01-01").json()
    assert (before["found"], before["notes"]) == (False, ["As the record stood at the end of 1 January 2000."])
    assert not client.get("/api/timeline?a=Kenya&accepted=1").json()["found"]
    assert client.get("/api/timeline?a=Kenya&rejected=1").json()["found"]


WRONG = [
    ("status?a=Kenya&b=Perru", 400, "query-unknown-actor"),
    ("status?a=Kenya&b=Peru&on=1974-13", 400, "query-bad-date"),
    ("status?a=Kenya&b=Peru&as_recorded=x", 400, "query-bad-date"),
    ("timeline?a=Kenya&kind=stauts", 400, "query-unknown-choice"),
    ("panel?unit=week", 400, "query-unknown-choice"),
    ("compare?pairs=Kenya", 400, "query-no-pair"),
    ("compare?pairs=Kenya:Peru", 400, "query-too-many"),
    ("why?claim=ffffffffffff", 404, "query-unknown-claim"),
    ("statsu?a=Kenya", 404, "request-no-such-place"),
    ("evaluate?gold=/etc", 404, "request-no-such-place"),
    ("..%2F..%2Fetc%2Fpasswd", 404, "request-no-such-place"),
    ("judge", 405, "request-wrong-method"),
    ("status?a=Kenya", 422, "request-missing-parameter"),
    ("status?a=Kenya&b=Peru&day=1974", 422, "request-unknown-parameter"),
    ("status?a=Kenya&b=Peru&b=Chile", 422, "request-bad-parameter"),
    ("status?a=Kenya&b=Peru&exact=perhaps", 422, "request-bad-parameter"),
    ("timeline?a=Kenya&limit=0", 422, "request-bad-parameter"),
    ("timeline?a=Kenya&limit=1001", 422, "request-bad-parameter"),
    ("timeline?a=Kenya&offset=-1", 422, "request-bad-parameter"),
    ("search?words=%00", 422, "request-bad-parameter"),
    ("search?words=" + "a" * 5000, 413, "request-too-large"),
]


@pytest.mark.parametrize(("asked", "status", "code"), WRONG)
def test_what_is_wrong_has_its_status_and_one_shape(asked, status, code, client):
    response = client.get(f"/api/{asked}")
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert set(response.json()) == {"error"}
    assert set(response.json()["error"]) == {"code", "message", "facts"}


def test_every_error_has_a_status_and_a_body():
    for kind in errors.all_errors():
        error = kind(**kind.example)
        assert 400 <= faults.status(error) <= 503
        assert kind.code.encode() in faults.body(error)


def test_an_error_tells_nothing_of_the_folders(site, tmp_path):
    site.path.unlink()
    response = client_of(site).get("/api/sources")
    assert (response.status_code, response.json()["error"]["code"]) == (503, "record-missing")
    assert str(tmp_path) not in response.text


def test_what_nobody_foresaw_has_the_same_shape_and_tells_nothing(client, monkeypatch, caplog):
    def broken(*_):
        raise ZeroDivisionError("/secret/path")

    monkeypatch.setattr(Store, "documents", broken)
    response = client.get("/api/sources")
    assert (response.status_code, response.json()["error"]["code"]) == (500, "error")
    assert "secret" not in response.text
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("words", ['"', "a OR b", "NEAR(a b)", "a*", "^a", "a:b", "-a", "'; DROP TABLE claims; --", '"a" "', "((((",
                                   "load_extension('x')", "{a b}: c", "a " * 2000, "\u202e", "ວຽງຈັນ"])  # fmt: skip
def test_no_words_are_taken_for_operators_of_the_search(words, client):
    assert client.get("/api/search", params={"words": words}).status_code == 200


class TestPages:
    def test_a_long_list_comes_in_parts(self, client):
        whole = client.get("/api/timeline?a=Kenya").json()
        assert "page" not in whole
        found, at = [], "/api/timeline?a=Kenya&limit=3"
        while at:
            part = client.get(at).json()
            found += part["rows"]
            assert part["page"]["totals"] == {"rows": len(whole["rows"])}
            at = part["page"]["next"]
        assert found == whole["rows"]

    @pytest.mark.parametrize(("name", "items"), [("missions", "entries"), ("figures", "figures"), ("sources", "documents")])
    def test_the_rule_holds_for_lists_of_any_name(self, name, items, client):
        page = client.get(f"/api/{name}?limit=1&offset=1").json()
        assert page["page"]["totals"][items] >= 1
        assert len(page[items]) <= 1

    def test_a_question_with_a_limit_of_its_own_is_not_counted_to_its_end(self, client):
        page = client.get("/api/search?words=in&limit=2").json()
        assert (len(page["sentences"]), page["page"]["totals"]) == (2, {"sentences": None})
        second = client.get(page["page"]["next"]).json()
        assert second["sentences"][0] not in page["sentences"]

    def test_csv_gives_all_rows_unless_told_otherwise(self, client):
        rows = [len(list(csv.reader(io.StringIO(client.get(f"/api/sources.csv{part}").text)))) for part in ("", "?limit=1")]
        assert rows == [3, 2]


class TestKnown:
    def test_what_the_asker_has_is_not_sent_again(self, client):
        tag = client.get("/api/sources").headers["etag"]
        again = client.get("/api/sources", headers={"If-None-Match": f'"other", {tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)

    def test_another_question_has_another_tag(self, client):
        tags = {client.get(f"/api/{at}").headers["etag"] for at in ("sources", "sources.csv", "missions", "missions?a=Kenya")}
        assert len(tags) == 4

    def test_a_judgement_changes_it(self, client, record):
        tag = client.get("/api/timeline?a=Kenya").headers["etag"]
        with Record(record) as opened:
            claim = opened.store.claims("status")[0].id
        client.post("/api/judge", json={"claims": claim, "verdict": "reject", "by": "A. Bee"},
                    headers={"Origin": f"http://127.0.0.1:{PORT}"})  # fmt: skip
        fresh = client.get("/api/timeline?a=Kenya", headers={"If-None-Match": tag})
        assert fresh.status_code == 200
        assert claim not in fresh.text

    def test_errors_have_none(self, client):
        assert "etag" not in client.get("/api/status?a=Kenya").headers


def test_long_answers_are_packed(client):
    assert client.get("/api/timeline?a=Kenya").headers["content-encoding"] == "gzip"


class TestRecord:
    def test_a_replaced_file_is_opened_anew(self, client, record, example_record):
        assert client.get("/api/").json()["claims"]["status"] == 2
        shutil.copy(example_record, record.with_name("new"))
        record.with_name("new").replace(record)
        assert client.get("/api/").json()["claims"]["status"] > 2

    def test_it_is_read_while_another_writes(self, client, record):
        with Store.writer(record):
            assert client.get("/api/sources").status_code == 200

    def test_it_cannot_be_written_by_reading(self, site):
        with site.pool.record() as record, pytest.raises(sqlite3.OperationalError, match="readonly"):
            record.store._connection.execute("DELETE FROM claims")

    @pytest.fixture
    def uncollected(self):
        """Hypothesis measures the collecting of garbage, and warns where it is interrupted."""
        kept = gc.callbacks[:]
        gc.callbacks.clear()
        yield
        gc.callbacks[:] = kept

    @pytest.mark.usefixtures("uncollected")
    def test_a_question_that_takes_too_long_is_given_up(self, record):
        hasty = Site(record, PORT, seconds=0.2)
        response = client_of(hasty).get("/api/panel?unit=day&from=1000&to=2990")
        assert (response.status_code, response.json()["error"]["code"]) == (503, "request-took-too-long")
        assert client_of(hasty).get("/api/sources").status_code == 200

    def test_too_many_questions_at_once_wait_and_then_are_told_so(self, site, client, monkeypatch):
        monkeypatch.setattr(site.pool, "_patience", 0.01)
        for _ in range(AT_ONCE):
            site.pool._turns.acquire()
        assert client.get("/api/sources").json()["error"]["code"] == "request-too-busy"

    def test_connections_are_used_again(self, site, client):
        for _ in range(20):
            client.get("/api/sources")
            client.get("/api/sources?rejected=1")
        assert len(site.pool._free) == 2
