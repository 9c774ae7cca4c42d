"""Whose missions are where no words name the sides."""

from __future__ import annotations

from made import claims, title

PAIR = title("Norway–Peru relations")


def missions(text):
    found = (claim for claim in claims(PAIR, text) if claim.kind == "mission")
    return {(claim.fields["sender"], claim.fields["host"]) for claim in found}


def test_several_are_of_both():
    assert missions("Embassies were opened in 1960.") == {("NOR", "PER"), ("PER", "NOR")}


def test_one_is_nobodys_in_a_sentence_that_names_another():
    assert not missions("An embassy was opened in 1960, when Chad protested.")


def test_it_is_the_one_told_before():
    assert missions("Norway closed its embassy in Lima in 1975 but reopened it in 1990.") == {("NOR", "PER")}
