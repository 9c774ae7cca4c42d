from __future__ import annotations

import pytest

from made import claims, title

PAIR = title("Kenya and Peru")


def told(text, kind, *names):
    return [tuple(claim.fields[name] for name in names) for claim in claims(PAIR, text) if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Peru opened an embassy in Nairobi in 1970. Nine years later it was closed.", "closed"),
        ("Peru had an embassy in Nairobi until 1980. It reopened in 1995.", "reopened"),
    ],
)
def test_it_is_the_mission_of_which_the_sentence_before_tells(text, change):
    assert ("PER", "KEN", change) in told(text, "mission", "sender", "host", "change")


def test_it_is_the_treaty_with_its_parties():
    found = told("Kenya and Chad signed a treaty in 1971. It entered into force in 1973.", "agreement", "parties", "change")
    assert (("KEN", "TCD"), "in-force") in [(tuple(sorted(parties)), change) for parties, change in found]


def test_they_are_the_relations():
    found = told(
        "Kenya and Chad took up diplomatic relations in 1971. They were broken off in 1976.", "status", "a", "b", "change"
    )
    assert {frozenset(sides) for *sides, change in found if change == "severed"} == {frozenset(("KEN", "TCD"))}


def test_it_stays_the_state_where_it_acts():
    found = told(
        "Peru opened an embassy in Nairobi in 1970. It then closed its consulate in Mombasa.",
        "mission",
        "sender",
        "type",
        "change",
    )
    assert ("PER", "consulate", "closed") in found
    assert ("PER", "embassy", "closed") not in found
