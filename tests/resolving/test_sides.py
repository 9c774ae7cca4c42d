"""Sides that a claim takes from what its document is about: the other of the pair, also of an earlier state."""

from __future__ import annotations

import pytest

from comity.pipeline import pipeline
from made import document, title


def parties(text: str, name: str) -> list[tuple[object, str]]:
    claims = pipeline().code(document(title(name), text))
    return [(claim.fields["parties"], claim.when) for claim in claims if claim.kind == "agreement"]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Peru–Russia relations", "The Soviet Union signed a treaty of friendship in 1969.", [(("SUN", "PER"), "1969")]),
        ("Peru–Chile relations", "By the treaty of 1871 the valley was ceded.", [(("PER", "CHL"), "1871")]),
        ("Peru–Chile relations", "The island was left to Fiji by the treaty of 1871.", []),  # a third state's treaty, it may be
    ],
)
def test_the_other_side_is_the_documents(name: str, text: str, found: list[tuple[object, str]]) -> None:
    assert parties(text, name) == found
