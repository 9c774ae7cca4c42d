from __future__ import annotations

import json
import re

import pytest

from comity.presenting.web.asking import all_parameters, label, served


@pytest.fixture
def document(client):
    return client.get("/api/openapi.json").json()


def test_every_question_has_its_entry_with_all_its_parameters(document):
    assert document["openapi"] == "3.1.0"
    for name, question in served().items():
        entry = document["paths"][f"/api/{name}"]["get"]
        assert entry["summary"] == question.what
        told = {one["name"]: one for one in entry["parameters"]}
        assert set(told) == {label(one) for one in all_parameters(question)}
        assert {name for name, one in told.items() if one["required"]} == {
            label(one) for one in question.parameters if one.required
        }
        assert f"/api/{name}.csv" in document["paths"]


def test_a_question_that_comes_new_has_its_entry_and_its_route(client, monkeypatch):
    from dataclasses import replace

    from comity.presenting.web import asking
    from comity.querying import questions

    known = questions()
    new = replace(known["sources"], name="leaders", what="Who leads.")
    monkeypatch.setattr(asking, "questions", lambda: {**known, "leaders": new})
    assert client.get("/api/openapi.json").json()["paths"]["/api/leaders"]["get"]["summary"] == "Who leads."


def test_choices_are_told(document):
    unit = next(one for one in document["paths"]["/api/panel"]["get"]["parameters"] if one["name"] == "unit")
    kind = next(one for one in document["paths"]["/api/timeline"]["get"]["parameters"] if one["name"] == "kind")
    assert unit["schema"]["enum"] == ["year", "month", "day"]
    assert "mission" in kind["schema"]["enum"]


def test_judgements_have_their_shapes(document):
    wanted = {"judge": ["claims", "verdict", "by"], "add": ["doc", "quote", "kind", "fields", "by"], "undo": ["what", "by"]}
    for name, required in wanted.items():
        body = document["paths"][f"/api/{name}"]["post"]["requestBody"]
        reference = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        assert document["components"]["schemas"][reference]["required"] == required


def test_every_reference_leads_somewhere(document):
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document))):
        at = document
        for part in reference.split("/"):
            at = at[part]
        assert at
