"""Sides of relations that a clause leaves open, and that the clause before names."""

from __future__ import annotations

from made import claims, title


def relations(about, text):
    found = (claim for claim in claims(title(about), text) if claim.kind == "status")
    return {(claim.fields["change"], claim.fields["a"], claim.fields["b"]) for claim in found}


def test_who_did_the_first_thing_did_the_second():
    told = relations("Norway–Peru relations", "In 1974 Peru resumed relations with Cuba, and relations with Chile were cut.")
    assert told == {("restored", "PER", "CUB"), ("severed", "PER", "CHL")}


def test_them_are_relations_with_another():
    told = relations(
        "Foreign relations of Peru", "The new regime severed relations with Taipei and established them with Beijing."
    )
    assert told == {("severed", "PER", "TWN"), ("established", "PER", "CHN")}


def test_nobody_shares_with_himself():
    told = relations("Norway–Peru relations", "Chile severed relations with Cuba, and relations with Chile were cut in 1974.")
    assert ("severed", "CHL", "CHL") not in told


def test_relations_with_a_third_are_not_those_of_the_two():
    assert not relations("Norway–Peru relations", "Relations with Cuba were taken up in 1974.")


def test_relations_with_another_are_those_of_the_state_of_which_the_text_speaks():
    told = relations("Foreign relations of Peru", "Relations with Cuba were taken up in 1974.")
    assert told == {("established", "PER", "CUB")}
