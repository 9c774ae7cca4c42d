"""Whose president receives guests."""

from __future__ import annotations

import pytest

from comity.annotating._example import annotated
from comity.mentions import PersonName


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The ministers of Chile and Ghana flew to Lima and met President Luis Rey.", "PER"),
        ("On a visit to Ghana the envoy held talks with Prime Minister Luis Rey.", "GHA"),
        ("The minister of Chile flew home from Lima and met President Luis Rey.", ""),
        ("The ministers of Chile and Ghana met President Luis Rey.", ""),
    ],
)
def test_who_is_met_at_the_end_of_a_journey_serves_that_state(text: str, state: str) -> None:
    told = [mention.value for mention in annotated(text).all("person")]
    assert [value.state for value in told if isinstance(value, PersonName) and value.name] == [state]
