from __future__ import annotations

import pytest

from made import annotated

# A text, and the cities in it with their states.
TEXTS = [
    ("They met in Lima.", [("Lima", "PER")]),
    ("from Hanoi to Ho Chi Minh City", [("Hanoi", "VNM"), ("Ho Chi Minh City", "VNM")]),  # the longest name
    ("a consulate in Busan", [("Busan", "KOR")]),
    ("the limas of Liman", []),  # inside words
    ("Peru and Chile", []),  # states are no cities
    ("", []),
]


@pytest.mark.parametrize(("text", "places"), TEXTS)
def test_cities_are_found_with_their_state(text, places):
    document = annotated(text)
    assert [(m.span.of(document.document), m.value) for m in document.all("place")] == places
