"""For which state kings, juntas and governments act: by seat, by the pair, by office, by who publishes."""

from __future__ import annotations

import pytest

from made import claims, title

PAIR = title("Norway–Peru relations")


def sides(*parts, kind="event"):
    return [
        (claim.fields["type"], claim.fields["source"], claim.fields["target"]) for claim in claims(*parts) if claim.kind == kind
    ]


BORNE = [
    ("The king thanked Peru for its help.", ("SUPPORT", ("NOR",), ("PER",))),
    ("The government in Lima condemned the attack.", ("ACCUSE", ("PER",), ("NOR",))),
    ("Peru thanked its neighbour for its help.", ("SUPPORT", ("PER",), ("NOR",))),
    ("Norway invaded the country in 1940.", ("ASSAULT", ("NOR",), ("PER",))),
    ("The crown prince visited Lima in 1960.", ("CONSULT", ("NOR",), ("PER",))),
]


@pytest.mark.parametrize(("text", "claim"), BORNE)
def test_in_a_document_about_two_states_the_other_side_tells_it(text, claim):
    assert claim in sides(PAIR, text)


def test_an_office_is_that_of_its_last_holder():
    text = "President Ana Soto of Kenya landed in Lima. The president thanked Peru for its help."
    assert ("SUPPORT", ("KEN",), ("PER",)) in sides(title("News of May"), text)


def test_where_nothing_tells_it_there_is_no_claim():
    assert sides(title("News of May"), "The king thanked Peru for its help.") == []


def test_those_who_quarrel_with_their_own_government_act_upon_no_other_state():
    assert sides(PAIR, "The army of Peru overthrew the president in 1948.") == []


def test_a_name_with_such_a_noun_stays_a_name():
    assert ("REJECT", ("GBR",), ()) in [
        (kind, who, ()) for kind, who, _ in sides(title("A note"), "The Foreign Office rejected the offer.")
    ]
