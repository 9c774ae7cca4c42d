"""What a treaty says of itself is no further act; what is done beside it is one."""

from __future__ import annotations

import pytest

from comity.pipeline import pipeline
from made import document, title


def events(say):
    claims = pipeline().code(document(title("Peru and Chile"), say))
    assert any(claim.kind == "agreement" for claim in claims)
    return {claim.fields["type"] for claim in claims if claim.kind == "event"}


@pytest.mark.parametrize(
    "say",
    [
        "In 2003 the two presidents signed an agreement settling the border dispute between Peru and Chile.",
        "In 2003 Peru and Chile signed a memorandum committing both to joint patrols.",
    ],
)
def test_what_the_words_of_a_treaty_do_is_no_further_act(say):
    assert events(say).isdisjoint({"AGREE", "COOPERATE"})


def test_what_is_agreed_beside_a_treaty_is_an_act():
    assert "AGREE" in events("In 2003 Peru and Chile signed a treaty of friendship and agreed to open the port of Arica.")
