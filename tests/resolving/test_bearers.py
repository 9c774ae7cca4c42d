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


DANES = title("Denmark and Kenya")

MEANT = [
    # named before with the state
    (("The king of Norway came to Lima. Rain fell. The king visited Peru.",), ("NOR", "PER")),
    ((title("Spain and Peru"), "Ana Soto, Peru's foreign minister, came. The foreign minister visited Spain."), ("PER", "ESP")),
    # only one of the two has such an office
    ((title("Kuwait and Chile"), "The emir visited Chile."), ("KWT", "CHL")),
    ((title("Peru and Iran"), "The shah visited Peru."), ("IRN", "PER")),
    # the other one of the two is named beside him
    ((DANES, "The queen visited Kenya."), ("DNK", "KEN")),
    ((DANES, "The prime minister visited Denmark."), ("KEN", "DNK")),
    ((title("Foreign relations of Denmark"), "The foreign ministry thanked Kenya."), ("DNK", "KEN")),
    ((title("Jordan and Peru"), "In 1990 the king visited Peru."), ("JOR", "PER")),
]


def both(*parts):
    return [(*claim.fields["source"], *claim.fields["target"]) for claim in claims(*parts) if claim.kind == "event"]


@pytest.mark.parametrize(("parts", "sides"), MEANT)
def test_an_office_alone_means_its_holder(parts, sides):
    assert sides in both(*parts)


def test_where_two_kings_are_named_together_neither_is_meant():
    assert ("NOR", "PER") not in both("The king of Norway met the king of Spain. The king visited Peru.")
    assert ("ESP", "PER") not in both("The king of Norway met the king of Spain. The king visited Peru.")


@pytest.mark.parametrize("text", ["The king's son visited Peru.", "The king of pop visited Peru."])
def test_what_only_bears_the_office_is_no_holder(text):
    assert both(title("Jordan and Peru"), text) == []


def test_the_bare_title_is_that_of_who_reports_of_talks():
    told = claims(
        title("Call with Prime Minister Rey of Peru"),
        "President Aho spoke with Prime Minister Rey. He told of Finland's support for Peru.",
        "The president also thanked the King of Jordan.",
    )
    assert [claim.fields["source"] for claim in told if "JOR" in claim.fields.get("target", ())] == [("FIN",)]
