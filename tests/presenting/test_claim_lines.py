from __future__ import annotations

import json

from comity.presenting import claim_lines
from comity.schema import kinds

from . import factory


def lines(document, *claims):
    return [json.loads(line) for line in claim_lines.lines(document, claims, kinds())]


def test_every_field_of_the_kind_is_there_in_order():
    (one, claims), *_ = factory.documents()
    told = lines(one, *claims)[0]
    assert list(told) == ["doc", "kind", "quote", "start", "end", "a", "b", "change", "when", "factuality", "id", "rule", "how"]


def test_what_a_claim_does_not_give_is_empty_or_left_out():
    one = factory.document("a", "Peru has an embassy somewhere.")
    mission = factory.claim(one, "mission", "Peru has an embassy", sender="PER", host="CHL", type="embassy", change="exists")
    event = factory.claim(one, "event", "Peru has", type="CONSULT", source=("PER",))
    figure = factory.claim(one, "figure", "an embassy", measure="other", value=1.0, unit="units", bound="exact")
    told = {line["kind"]: line for line in lines(one, mission, event, figure)}
    assert told["mission"]["city"] == ""
    assert told["event"]["target"] == []
    assert "value_to" not in told["figure"]


def test_the_same_told_twice_is_written_once():
    one = factory.document("a", "Peru left.")
    fields = {"measure": "other", "unit": "units", "bound": "exact"}
    twice = [factory.claim(one, "figure", "Peru left.", value=value, **fields) for value in (5, 5.0)]
    assert len(lines(one, *twice)) == 1


def test_lines_follow_the_text():
    one = factory.document("a", "Peru left. Chile left.")
    claims = [
        factory.claim(one, "membership", says, member="PER", organization="OAS", change="left") for says in ("Chile", "Peru")
    ]
    assert [line["quote"] for line in lines(one, *claims)] == ["Peru", "Chile"]
