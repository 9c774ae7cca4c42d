"""Affairs inside a state: whose the police are, who is acted upon, which event of a sentence is its main one."""

from __future__ import annotations

import pytest

from comity.pipeline import pipeline
from made import document


def events(text, *, inside=True):
    claims = pipeline(inside=inside).code(document(text, published="2001-05-09"))
    told = [claim.fields for claim in claims if claim.kind == "event"]
    return [(one["type"], *one["source"], "->", *one["target"]) for one in told]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ghanaian police arrested students.", ("COERCE", "GHA", "->", "GHA")),
        ("Police in Windhoek beat protesters.", ("COERCE", "NAM", "->", "NAM")),  # by a city
        ("Students in Malawi rioted.", ("PROTEST", "MWI", "->", "MWI")),  # nobody is named
        ("Gunmen abducted a Danish journalist in Lima.", ("COERCE", "PER", "->", "DNK")),  # by the place, not the victim
        ("Chilean miners staged a rally against the Bolivian government.", ("PROTEST", "CHL", "->", "BOL")),
        ("A Kenyan suicide bomber killed nine people in Kampala.", ("ASSAULT", "KEN", "->", "UGA")),
    ],
)
def test_sides_inside_a_state_are_those_in_sight(text, event):
    assert events(text) == [event]


@pytest.mark.parametrize("text", ["Ghanaian police arrested students.", "Students in Malawi rioted."])
def test_affairs_inside_a_state_are_left_out_unasked(text):
    assert not events(text, inside=False)


def test_a_state_does_not_act_on_itself_where_both_sides_are_the_same_words():
    assert not events("Peru thanked Peru.")


def test_what_stands_below_the_main_clause_is_background():
    assert events("Togolese workers marched in protest against the arrest of a lawyer by the police.") == [
        ("PROTEST", "TGO", "->", "TGO")
    ]


def test_who_is_told_of_elsewhere_in_the_document_owns_the_police():
    assert events("Zambia was calm on Monday. Police detained a general.") == [("COERCE", "ZMB", "->", "ZMB")]
