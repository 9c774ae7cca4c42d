"""PLOVER events: what becomes of planned and denied acts, of formal changes, of dates that are not days."""

from __future__ import annotations

import json

import pytest

from comity.gazetteer import actors
from comity.model import Claim, Document, Source, Span
from comity.presenting.export.plover import event
from comity.schema import kinds

SIDES = {"source": ("KEN",), "target": ("PER", "CHL")}


def told(kind, fields, *, when="1990-05-03", factuality="asserted", **source):
    document = Document("note", "Kenya did it.", source=Source(**source))
    claim = Claim("note", kind, fields, when, factuality, Span(0, 13), f"{kind}/made:1", sha256=document.sha256)
    return event(claim, document, kinds()[kind], actors())


def act(name, **given):
    return told("event", {"type": name, **SIDES}, **given)


def test_an_event_has_actors_date_words_and_place():
    found = act("AID")
    assert [one["code"] for one in found["actor"]] == ["KEN"]
    assert [one["code"] for one in found["recipient"]] == ["PER", "CHL"]
    assert found["actor"][0]["identifier_text"] == "Kenya"
    assert (found["doc"], found["date"], found["event"], found["quad_code"]) == ("note", "1990-05-03", "AID", 2)
    assert found["event_text"] == "Kenya did it."
    assert json.dumps(found)


@pytest.mark.parametrize(
    ("name", "factuality", "becomes"),
    [
        ("CONSULT", "planned", "AGREE"), ("AID", "planned", "AGREE"), ("RETREAT", "planned", "AGREE"),
        ("ASSAULT", "planned", "THREATEN"), ("SANCTION", "planned", "THREATEN"), ("REQUEST", "planned", "REQUEST"),
        ("ASSAULT", "reported", "ASSAULT"), ("AID", "possible", "AID"),
    ],
)  # fmt: skip
def test_what_is_planned_is_an_agreement_or_a_threat(name, factuality, becomes):
    assert act(name, factuality=factuality)["event"] == becomes


def test_what_is_denied_is_no_event():
    assert act("ASSAULT", factuality="denied") is None


@pytest.mark.parametrize(
    ("kind", "fields", "becomes"),
    [
        ("status", {"a": "KEN", "b": "PER", "change": "established"}, "SUPPORT"),
        ("status", {"a": "KEN", "b": "PER", "change": "severed"}, "SANCTION"),
        ("mission", {"sender": "KEN", "host": "PER", "type": "embassy", "change": "closed"}, "SANCTION"),
        ("mission", {"sender": "KEN", "host": "PER", "type": "embassy", "change": "exists"}, None),
        ("agreement", {"parties": ("KEN", "PER"), "type": "treaty", "change": "signed"}, "SUPPORT"),
        ("membership", {"member": "KEN", "organization": "UN", "change": "joined"}, "SUPPORT"),
        ("post", {"person": "Ann Bee", "office": "ambassador", "sender": "KEN"}, None),
    ],
)
def test_formal_changes_are_the_events_that_plover_codes(kind, fields, becomes):
    found = told(kind, fields)
    assert (found and found["event"]) == becomes


def test_all_who_act_together_by_a_treaty_are_actors():
    found = told("agreement", {"parties": ("KEN", "PER"), "type": "treaty", "change": "signed"})
    assert ([one["code"] for one in found["actor"]], found["recipient"]) == (["KEN", "PER"], [])


def test_a_period_has_its_first_and_last_day():
    found = act("AID", when="1990/1991-06")
    assert (found["date"], found["enddate"]) == ("1990-01-01", "1991-06-30")


def test_an_undated_event_says_that_its_day_is_that_of_publication():
    found = act("AID", when="", published="2001-05-04")
    assert (found["date"], found["date_of"]) == ("2001-05-04", "publication")
    assert act("AID", when="")["date"] == ""


def test_an_organisation_has_the_code_of_its_sort_and_keeps_its_own_beside_it():
    found = told("event", {"type": "AID", "source": ("UN", "ICRC"), "target": ("PER",)})
    assert [(one["code"], one.get("organization")) for one in found["actor"]] == [("IGO", "UN"), ("NGO", "ICRC")]
    assert "organization" not in found["recipient"][0]
