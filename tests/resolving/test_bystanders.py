from __future__ import annotations

import pytest

from made import claims, title

PERU = title("Foreign relations of Peru")
PAIR = title("Chile–Peru relations")


def sides(head, text, kind):
    return {
        (claim.fields["source"], claim.fields["target"])
        for claim in claims(head, text)
        if claim.kind == "event" and claim.fields["type"] == kind
    }


def test_who_condemns_an_attack_does_not_suffer_it():
    assert (("CHL",), ()) in sides(PERU, "Peru condemned the Chilean invasion.", "ASSAULT")


def test_who_is_attacked_may_protest():
    assert (("CHL",), ("PER",)) in sides(PERU, "Peru fled before the Chilean invasion.", "ASSAULT")


@pytest.mark.parametrize("whom", ["various opposition groups", "the guerrillas", "separatist militias"])
def test_help_for_those_who_are_no_state_is_none_for_theirs(whom):
    assert (("PER",), ("CHL",)) not in sides(PAIR, f"In 1990 Peru provided military aid to {whom}.", "AID")


def test_help_for_people_is_help_for_their_state():
    assert (("PER",), ("CHL",)) in sides(PAIR, "In 1990 Peru provided military aid to fight the guerrillas.", "AID")


@pytest.mark.parametrize("ties", ["because of the government's links with Iran", "after a row about its ties to the Iranians"])
def test_whoever_has_ties_with_the_country_is_not_left_by_the_troops(ties):
    assert sides(PERU, f"The last American soldiers left in 1990 {ties}.", "RETREAT") == {(("USA",), ("PER",))}
