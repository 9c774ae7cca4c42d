"""What two do to each other, and what a third does between them."""

from __future__ import annotations

import pytest

from made import claims, title

PAIR = title("Kenya–Peru relations")


def talks(text):
    found = [claim.fields for claim in claims(PAIR, text) if claim.fields.get("type") == "CONSULT"]
    return [(fields["source"], fields["target"]) for fields in found]


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        ("Relations were restored in 1990 through Omani mediation.", ("OMN",)),
        ("Relations were restored in 1990 through the good offices of Oman and Cuba.", ("OMN", "CUB")),
    ],
)
def test_who_mediates_brings_the_pair_together(text, acting):
    assert talks(text) == [(acting, ("KEN", "PER"))]


def test_those_between_whom_it_mediates_may_be_told():
    assert talks("Oman mediated between Chad and Mali in 1990.") == [(("OMN",), ("TCD", "MLI"))]
