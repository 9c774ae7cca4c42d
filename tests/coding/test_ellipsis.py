"""Acts told without their verb, and things told by a pronoun, coded as if the words stood there."""

from __future__ import annotations

import pytest

from comity.mentions import GLEANED
from made import claims, title

PAIR = title("Norway–Peru relations")


def events(text):
    return {(claim.fields["type"], claim.fields["source"], claim.fields["target"], claim.when) for claim in claims(PAIR, text)
            if claim.kind == "event" and claim.how != GLEANED}  # fmt: skip


TOLD = [
    ("Norway recalled its envoy in 1950; Peru did the same in 1951.", ("SANCTION", ("PER",), ("NOR",), "1951")),
    ("President Soto of Peru visited Norway in 1950, and President Rey in 1953.", ("CONSULT", ("PER",), ("NOR",), "1953")),
    ("Peru seized three Norwegian trawlers in 1930 and released them in 1931.", ("CONCEDE", ("PER",), ("NOR",), "1931")),
    (
        "Peru sent instructors to Ghana in 1962, Mali in 1963, and Chad in 1964.",
        ("AID", ("PER",), ("MLI",), "1963"),
    ),  # the preposition is told once
    ("Peru gave loans to Ghana (1962), Mali (1963) and Chad (1964).", ("AID", ("PER",), ("TCD",), "1964")),
    ("Norway suggested arbitration; Peru declined.", ("REJECT", ("PER",), ("NOR",), "")),
    ("In 1940 Norway imposed sanctions on Peru. The sanctions were lifted in 1950.", ("CONCEDE", ("NOR",), ("PER",), "1950")),
    ("Both withdrew their troops from the border in 1950.", ("RETREAT", ("NOR",), ("PER",), "1950")),
    ("The Peruvians landed in 1880. They occupied the capital in 1881.", ("COERCE", ("PER",), ("NOR",), "1881")),
]


@pytest.mark.parametrize(("text", "claim"), TOLD)
def test_what_is_left_out_is_supplied(text, claim):
    assert claim in events(text)


def test_what_was_done_to_several_in_turn_is_no_act_of_theirs():
    told = events("Peru sent instructors to Ghana in 1962, Mali in 1963, and Chad in 1964.")
    assert {source for _, source, _, _ in told} == {("PER",)}


def test_several_who_did_it_in_turn_are_told_after_by():
    found = claims(PAIR, "Peru was recognised by Ghana in 1960, Mali in 1961 and Chad in 1962.")
    assert {(claim.fields["a"], claim.when) for claim in found} == {("GHA", "1960"), ("MLI", "1961"), ("TCD", "1962")}


@pytest.mark.parametrize(
    "text", ["Norway built a ship. Peru declined.", "The miners of Peru struck. They attacked Norway's consulate."]
)
def test_what_nothing_tells_is_no_claim(text):
    assert events(text) == set()
