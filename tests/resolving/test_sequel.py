from __future__ import annotations

from made import claims, title

PAIR = title("Kenya and Peru")


def missions(text):
    found = [claim for claim in claims(PAIR, text) if claim.kind == "mission" and claim.fields["change"] == "closed"]
    return [(claim.fields["sender"], claim.fields["host"]) for claim in found]


def test_the_embassy_is_the_one_told_last():
    assert missions("Peru opened an embassy in Nairobi in 1970. In 1980 the embassy was closed.") == [("PER", "KEN")]
    assert missions("Kenya opened an embassy in Lima in 1970. Relations soured. It closed the embassy in 1980.") == [
        ("KEN", "PER")
    ]


def test_another_sort_of_mission_is_not_meant():
    assert ("PER", "KEN") not in missions("Peru opened a consulate in Nairobi in 1970. In 1980 the embassy was closed.")


def aid(text):
    found = [claim for claim in claims(PAIR, text) if claim.fields.get("type") == "AID"]
    return [(claim.fields["source"], claim.fields["target"]) for claim in found]


def test_aid_that_names_nobody_goes_on_with_the_last():
    assert aid("Peru aided Kenya. In May tents were flown in.") == [(("PER",), ("KEN",))] * 2
    assert aid("In May tents were flown in.") == []
