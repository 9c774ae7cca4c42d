from __future__ import annotations

import pytest

from comity.querying import Record
from comity.recording.store import Store

from .conftest import PORT

ORIGIN = {"Origin": f"http://127.0.0.1:{PORT}"}


@pytest.fixture
def claims(record):
    with Record(record) as opened:
        return [claim.id for claim in opened.store.claims("mission")]


def send(client, name: str, **told):
    return client.post(f"/api/{name}", json={"by": "A. Bee", **told}, headers=ORIGIN)


def test_a_claim_is_judged_and_the_judgement_taken_back(client, claims):
    made = send(client, "judge", claims=claims[0][:10], verdict="reject", why="misread")
    assert made.status_code == 201
    (one,) = made.json()["judgements"]
    assert (one["number"], one["by"], one["verdict"], one["why"]) == (1, "A. Bee", "reject", "misread")
    assert claims[0] not in client.get("/api/missions").text
    assert send(client, "undo", what=[1]).json()["judgements"][0]["undoes"] == 1
    assert claims[0] in client.get("/api/missions").text
    assert [one["verdict"] for one in client.get("/api/judgements").json()["judgements"]] == ["reject", "undo"]


def test_several_claims_are_one_batch(client, claims):
    made = send(client, "judge", claims=claims, verdict="accept").json()["judgements"]
    assert len(made) == len(claims) == 2
    assert len({one["batch"] for one in made} - {""}) == 1
    assert send(client, "undo", what=[made[0]["batch"]]).status_code == 201


def test_a_claim_is_corrected(client, claims):
    assert send(client, "judge", claims=claims[0], verdict="correct", changes={"when": "1966-04"}).status_code == 201
    assert "1966-04" in client.get("/api/missions").text


def test_a_claim_is_added_by_hand(client):
    told = {"doc": "annals", "quote": "They were broken off in 1975.", "kind": "status",
            "fields": {"a": "Kenya", "b": "Peru", "change": "suspended", "when": "1975-02"}}  # fmt: skip
    assert send(client, "add", **told).status_code == 201
    assert "1975-02" in client.get("/api/timeline?a=Kenya").text


WRONG = [
    ("judge", {"claims": "9", "verdict": "reject"}, 404, "query-unknown-claim"),
    ("judge", {"claims": "{0}", "verdict": "perhaps"}, 400, "query-unknown-choice"),
    ("judge", {"claims": "{0}", "verdict": "prefer"}, 400, "query-missing-reason"),
    ("judge", {"claims": "{0}", "verdict": "accept", "by": " "}, 400, "query-no-name"),
    ("judge", {"claims": "{0}", "verdict": "same"}, 400, "query-wrong-judgement"),
    ("judge", {"claims": "{0}", "verdict": "correct"}, 400, "query-wrong-judgement"),
    ("judge", {"claims": "{0}", "verdict": "accept", "changes": {"when": "1970"}}, 400, "query-wrong-judgement"),
    ("judge", {"claims": "{0}", "verdict": "correct", "changes": {"colour": "red"}}, 400, "query-bad-field"),
    ("judge", {"claims": "{0}"}, 422, "request-bad-body"),
    ("judge", {"claims": "{0}", "verdict": "accept", "path": "/etc/passwd"}, 422, "request-bad-body"),
    ("judge", {"claims": 7, "verdict": "accept"}, 422, "request-bad-body"),
    ("add", {"doc": "no", "quote": "x", "kind": "status", "fields": {}}, 404, "query-unknown-document"),
    ("add", {"doc": "note", "quote": "not in it", "kind": "status", "fields": {}}, 400, "query-quote-not-found"),
    ("undo", {"what": [12]}, 404, "query-nothing-to-undo"),
]


@pytest.mark.parametrize(("name", "told", "status", "code"), WRONG)
def test_what_cannot_be_judged_leaves_no_trace(name, told, status, code, client, claims):
    filled = {key: value.format(claims[0]) if isinstance(value, str) else value for key, value in told.items()}
    response = send(client, name, **filled)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert not client.get("/api/judgements").json()["judgements"]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b'{"claims": "\\ud800", "verdict": "accept", "by": "B"}', b"\xff", b"[" * 100_000]
)
def test_a_body_that_is_none_is_told_so(body, client):
    response = client.post("/api/judge", content=body, headers={**ORIGIN, "Content-Type": "application/json"})
    assert response.status_code in (404, 422)
    assert set(response.json()["error"]) == {"code", "message", "facts"}


def test_a_form_of_another_page_is_no_judgement(client):
    response = client.post("/api/judge", content=b"{}", headers={**ORIGIN, "Content-Type": "text/plain"})
    assert (response.status_code, response.json()["error"]["code"]) == (415, "request-no-json")


def test_a_body_beyond_all_measure_is_refused(client):
    response = send(client, "judge", claims="9", verdict="accept", why="x" * 300_000)
    assert (response.status_code, response.json()["error"]["code"]) == (413, "request-too-large")


def test_while_another_writes_it_is_told_so(client, claims, record):
    with Store.writer(record):
        response = send(client, "judge", claims=claims[0], verdict="accept")
    assert (response.status_code, response.json()["error"]["code"]) == (409, "record-busy")
    assert "/" not in response.json()["error"]["facts"]["path"]
