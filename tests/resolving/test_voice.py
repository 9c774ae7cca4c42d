"""In whose name an untitled speech is made."""

from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.resolving.voice import home_of
from made import annotated, claims

WE = "We thank you. We hope so. Our aim is peace. We wish you well. I thank you."


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (f"{WE} My country, Peru, sends its greetings.", "PER"),
        (f"{WE} I speak on behalf of the Government of Peru.", "PER"),
        (f"{WE} The Peruvian delegation wishes to thank Chile.", "PER"),
        (f"{WE} Peru remains committed to peace. Peru calls for talks with Chile.", "PER"),
        (f"{WE} Peru remains committed to peace. Chile calls for talks.", ""),  # two, as often
        (f"{WE} Peru was attacked. Peru has a long coast.", ""),  # told about, and not in its name
        ("Peru remains committed to peace. Peru calls for talks.", ""),  # nobody speaks
    ],
)
def test_the_state_that_speaks(text, state):
    assert home_of(annotated(text), actors()) == state


def test_we_is_that_state():
    found = claims(f"{WE} Peru remains committed to peace. Peru calls for talks.", "We condemn the attack of Chile on Bolivia.")
    assert [claim.fields["source"] for claim in found if claim.fields["type"] == "ACCUSE"] == [("PER",)]


def test_a_speaker_after_the_head_of_a_record_and_the_number_of_a_paragraph():
    head = "GENERAL ASSEMBLY, SIXTEENTH SESSION. " + "Agenda item: general debate. " * 20
    spoken = "74. Mr. SOTO (Peru): We welcome the decision of Ghana. My delegation thanks Chile."
    assert [claim.fields["source"] for claim in claims(head, spoken) if claim.kind == "event"] == [("PER",), ("PER",)]


def test_who_speaks_is_not_some_other_state_where_nothing_tells_it():
    (claim,) = [
        each for each in claims("A record.", "We condemn the shelling of Chad by Mali.") if each.fields.get("type") == "ACCUSE"
    ]
    assert "TCD" not in claim.fields["source"]
