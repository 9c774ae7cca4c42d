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
