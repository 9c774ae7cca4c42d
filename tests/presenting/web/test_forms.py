"""What the pages' forms do, sent as a browser without script sends them."""

from __future__ import annotations

import pytest

from comity.querying import Record
from comity.recording.store import Store

from .conftest import PORT
from .test_pages import Page, entries, page

ORIGIN = {"Origin": f"http://127.0.0.1:{PORT}"}
ANN = {"by": "Ann Bee"}


def send(client, path, **told):
    return client.post(path, data=told, headers=ORIGIN)


@pytest.fixture
def claim(record):
    with Record(record) as opened:
        return opened.store.claims("mission")[0]


def states(record, claim):
    with Store.open(record) as store:
        return [one.state for one in store.judged.rulings([claim.id]).get(claim.id, ())]


def test_a_decision_leads_on_and_the_name_is_kept(client, record, claim):
    made = send(client, "/decide", decide=f"accept {claim.id}", back="/review?kind=mission", go="on", **ANN)
    assert (made.status_code, made.headers["location"]) == (303, f"/review?kind=mission&done=1&after={claim.id}")
    assert "HttpOnly" in made.headers["set-cookie"]
    assert "SameSite=strict" in made.headers["set-cookie"]
    assert states(record, claim) == ["accepted"]
    assert "You judge as Ann Bee" in page(client, "/review").text
    assert send(client, "/undo", back="/history").headers["location"] == "/history?done=2"
    assert states(record, claim) == []
    assert send(client, "/redo", back="/history").status_code == 303
    assert states(record, claim) == ["accepted"]


def test_another_name_can_be_taken(client):
    send(client, "/name", by="Ann", back="/")
    send(client, "/name", by="Bob", back="/")
    assert "You judge as Bob" in page(client, "/").text


def test_whoever_reads_a_page_again_after_telling_his_name_gets_it_anew(client):
    first = client.get("/review")
    send(client, "/name", by="Ann", back="/")
    assert client.get("/review", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)", "", "/\nx"])
def test_no_form_leads_to_another_site(client, claim, back):
    where = send(client, "/decide", decide=f"accept {claim.id}", back=back, **ANN).headers["location"]
    assert where.startswith("/review")


WRONG = [
    ("/decide", {"decide": "accept {0}"}, 400, "query-no-name"),
    ("/decide", {"decide": "perhaps {0}", **ANN}, 400, "query-unknown-choice"),
    ("/decide", {"decide": "accept 0000", **ANN}, 404, "query-unknown-claim"),
    ("/decide", {"decide": "same {0}", **ANN}, 400, "query-wrong-judgement"),
    ("/correct", {"claim": "{0}", **ANN}, 400, "query-wrong-judgement"),
    ("/correct", {"claim": "{0}", "f-when": "May 1", **ANN}, 400, "query-bad-date"),
    ("/add", {"doc": "nowhere", "quote": "x", "kind": "post", **ANN}, 404, "query-unknown-document"),
    ("/add", {"doc": "note", "quote": "x y z", "kind": "post", **ANN}, 400, "query-quote-not-found"),
    ("/add", {"doc": "note", "at": "9999-12000", "kind": "post", **ANN}, 422, "request-bad-parameter"),
    ("/settle", {"entry": "x", "contradiction": "y", "decide": "both", **ANN}, 400, "query-missing-reason"),
    ("/settle", {"entry": "x", "contradiction": "y", "decide": "both", "why": "so", **ANN}, 400, "query-unknown-choice"),
    ("/undo", ANN, 404, "query-nothing-to-undo"),
    ("/undo", {"what": "77", **ANN}, 404, "query-nothing-to-undo"),
    ("/accept-rule", {"rule": "mission/by-hand:1", **ANN}, 400, "query-unknown-choice"),
    ("/name", {"by": "  "}, 400, "query-no-name"),
]


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_told_on_a_page_and_changes_nothing(client, record, claim, wrong):
    path, told, status, code = wrong
    made = send(client, path, **{name: value.format(claim.id) for name, value in told.items()})
    assert made.status_code == status, made.text[-500:]
    assert code in Page(made.text).text
    with Store.open(record) as store:
        assert store.judged.all() == []


class TestOrigin:
    @pytest.mark.parametrize("headers", [{}, {"Origin": "http://example.org"}, {"Origin": "null"}])
    def test_a_form_of_another_site_is_refused(self, client, claim, headers):
        made = client.post("/decide", data={"decide": f"accept {claim.id}", **ANN}, headers=headers)
        assert made.status_code == 403

    def test_without_the_cookie_nothing_is_written(self, stranger, claim):
        assert send(stranger, "/decide", decide=f"accept {claim.id}", **ANN).status_code == 403

    def test_asking_never_writes(self, client, record):
        for path in ("/decide", "/undo", "/redo", "/settle", "/correct", "/add", "/accept-rule", "/name"):
            assert client.get(path).status_code == 405

    def test_it_must_be_a_form(self, client, claim):
        made = client.post("/decide", json={"decide": f"accept {claim.id}", **ANN}, headers=ORIGIN)
        assert made.status_code == 415


def test_a_correction_takes_only_what_differs(client, record, claim):
    shown = page(client, f"/claim/{claim.id}/edit")
    values = {
        attrs["name"]: attrs.get("value") or ""
        for tag, attrs in shown.tags
        if tag == "input" and (attrs.get("name") or "").startswith("f-")
    }
    chosen = {"f-type": "embassy", "f-change": "opened", "f-factuality": "asserted"}
    made = send(client, "/correct", claim=claim.id, **{**values, **chosen, "f-when": "1966-04"}, **ANN)
    assert made.status_code == 303
    with Store.open(record) as store:
        (one,) = store.judged.all()
    assert dict(one.changes) == {"when": "1966-04"}


def test_a_contradiction_is_decided_and_told_where_its_values_stand(client, record):
    (name, *_) = entries(record)
    with Record(record) as opened:
        told = opened.contradictions().data["contradictions"][0]
    value = told["values"][1]["value"]
    made = send(
        client, "/settle", entry=name, contradiction=told["contradiction"], decide=f"prefer={value}", why="its own paper", **ANN
    )
    assert made.headers["location"].startswith(f"/contradictions/{name}?done=1")
    assert "its own paper" in page(client, made.headers["location"]).text
    assert "May 1967 (accepted; 1966 in Annals of Kenya and Peru)" in page(client, "/pair/KEN/PER").text
    assert "No contradiction" in page(client, "/contradictions?state=open").text
    assert "1 contradiction" in page(client, "/contradictions?state=accepted").text
    assert client.get("/contradictions.json").json()["contradictions"][0]["decided"]["state"] == "accepted"


def test_the_rest_of_a_rule_waits_for_its_sample(client, record):
    with Record(record) as opened:
        rule = opened.store.claims("event")[0].rule
        mine = [one.id for one in opened.store.claims() if one.rule == rule]
    assert "Decide about the sample" in page(client, "/review/rules", rule=rule).text
    assert send(client, "/accept-rule", rule=rule, **ANN).status_code == 400
    for claim in mine:
        send(client, "/decide", decide=f"accept {claim}", **ANN)
    assert "Nothing of it waits any more" in page(client, "/review/rules", rule=rule).text


def test_an_empty_record_has_its_pages(tmp_path):
    from comity.presenting.web.site import Site

    from .conftest import client_of

    Store.create(tmp_path / "none.comity").close()
    client = client_of(Site(tmp_path / "none.comity", PORT))
    for at in ("/", "/review", "/review/rules", "/history", "/contradictions", "/?kind=post"):
        assert client.get(at).status_code == 200, at
    assert "There is no such claim" in page(client, "/review").text
    assert client.get("/contradictions/next", follow_redirects=True).status_code == 200
