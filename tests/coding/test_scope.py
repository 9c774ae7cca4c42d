"""Which dates of a sentence tell of something else."""

from __future__ import annotations

import pytest

from made import claims, title


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Both states are members of NATO, and Chile has been an observer at the African Union since 1996.", ""),
        ("Both states are members of NATO and have been since 1996.", "1996/.."),
        ("Both states have been members of NATO since 1996.", "1996/.."),
    ],
)
def test_since_when_another_is_something_dates_nothing_else(text, when):
    found = [claim for claim in claims(title("Chile–Peru relations"), text) if claim.fields.get("change") == "member"]
    assert {claim.when for claim in found} == {when}
