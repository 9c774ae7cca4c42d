"""Who publishes a text, and what follows for "the Government", "we" and a paragraph led in by a partner."""

from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.resolving.context import read_context
from comity.resolving.publishers import filed_from, in_capitals, posted, publisher_of
from made import annotated, claims, heading, title

HEADS = [
    ("Ministry of Foreign Affairs of Chile", "CHL"),
    ("MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF CHILE", "CHL"),
    ("Press service of the President of Kenya", "KEN"),
    ("The Ministry of Foreign Affairs of Chile said that it rained", ""),  # news of it
    ("A walk through Chile", ""),
]


@pytest.mark.parametrize(("head", "code"), HEADS)
def test_the_head_names_the_publisher(head, code):
    assert publisher_of(annotated(title(head), "It rained."), actors()) == code


def test_a_mission_publishes_for_its_state_and_its_host():
    assert posted(annotated(title("Embassy of Peru in Oslo"), "It rained."), actors()) == ("PER", "NOR")
    assert posted(annotated(title("Ministry of Trade of Peru"), "It rained in Oslo."), actors()) == ()


def test_words_in_capitals_name_states_and_no_codes():
    assert in_capitals("JOINT COMMUNIQUÉ OF PERU AND THE KINGDOM OF NORWAY", actors()) == ["PER", "NOR"]
    assert in_capitals("THE COD AND THE CAN", actors()) == []


def test_the_government_is_that_which_publishes():
    (claim,) = claims(heading("Ministry of Foreign Affairs of Chile"), "The Government thanked Kenya for its help.")
    assert (claim.fields["source"], claim.fields["target"]) == (("CHL",), ("KEN",))


def test_a_paragraph_of_a_briefing_is_about_whom_it_is_led_in_by():
    parts = (
        heading("Ministry of Foreign Affairs of Chile"),
        "Kenya. Relations were restored on 3 May 2001. Peru. The road is open.",
    )
    (claim,) = (claim for claim in claims(*parts) if claim.kind == "status")
    assert {claim.fields["a"], claim.fields["b"]} == {"CHL", "KEN"}


def test_a_speech_is_its_speakers_whomever_it_names_most():
    text = "Mr. SOTO (Kenya), Minister of Mines: We thank Chile. We and our people asked Peru. Chile and Peru helped us. We wait."
    found = read_context(annotated(text), actors())
    assert (found.speaker, found.pair) == ("KEN", ())


def test_bare_offices_in_a_report_are_those_of_the_state_from_which_it_was_filed():
    report = "OSLO, May 3 (Wire) - Norway and Chile met. Prime Minister Ana Berg spoke."
    assert filed_from(annotated(report), actors()) == "NOR"
    assert filed_from(annotated("OSLO, May 3 (Wire) - Chile and Peru met."), actors()) == ""
    found = {claim.fields["person"]: claim.fields["sender"] for claim in claims(report) if claim.kind == "post"}
    assert found.get("Ana Berg") == "NOR"
