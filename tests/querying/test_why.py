from __future__ import annotations

from .small import mission, small_record, status


def test_each_claim_of_an_entry_says_why_it_is_there(tmp_path):
    record = small_record(tmp_path, {"a": [mission("opened", "1966-05-01")], "b": [mission("exists", "1970", city="")]})
    best, vague = sorted(record.store.claims("mission"), key=lambda claim: claim.doc)
    told = record.why(vague.id)
    why = f"beside {best.id[:8]}: sender, host and type agree; city is told once; change and when are told otherwise"
    assert dict(told.tables[1].rows)["in its entry"] == why
    assert told.data["joined"][vague.id] == {"why": why, "copy_of": ""}


def test_a_claim_alone_says_nothing_of_an_entry(tmp_path):
    record = small_record(tmp_path, {"a": [status("established", "1960")]})
    (claim,) = record.store.claims("status")
    assert "in its entry" not in dict(record.why(claim.id).tables[1].rows)


def test_other_acts_of_the_thing_are_said_to_be_others(tmp_path):
    record = small_record(tmp_path, {"a": [status("established", "1960"), status("severed", "1970")]})
    claim = record.store.claims("status")[0]
    assert record.why(claim.id).tables[-1].rows[0][3] == "another act of it: change differs"
