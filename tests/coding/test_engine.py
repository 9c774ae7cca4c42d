"""What stands beside a match in a list: further things of its sort."""

from __future__ import annotations

import pytest

from made import claims, title

PAGE = title("Kenya–Peru relations")


def signed(text):
    found = (claim.fields for claim in claims(PAGE, text) if claim.kind == "agreement")
    return sorted(fields["type"] for fields in found if fields["change"] == "signed")


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A trade agreement and a cultural protocol were signed in 1962.", ["agreement", "protocol"]),
        (
            "An air agreement, a trade treaty and a memorandum on fishing between the two countries were signed in Lima in 1962.",
            ["agreement", "memorandum", "treaty"],
        ),
        ("Peru rejected the treaty and a protocol was signed in 1962.", ["protocol"]),
        ("The protocol was signed in 1962.", ["protocol"]),
    ],
)
def test_a_passive_tells_of_all_its_subjects(text, types):
    assert signed(text) == types
