"""What a body does is not the body that a state joins."""

from __future__ import annotations

import pytest

from made import claims


def memberships(text):
    return [claim.fields["organization"] for claim in claims(text) if claim.kind == "membership"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway joined the EU's sanctions against Chad.",
        "Norway joined the EU sanctions against Chad.",
        "Norway joined NATO in condemning Chad.",
        "Norway joined the NATO mission in Chad.",
    ],
)
def test_who_joins_in_a_deed_joins_no_body(text):
    assert memberships(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway joined NATO in 1949.",
        "Fiji's accession to NATO took years.",
        "Norway, NATO's founding member, sent a letter.",
        "Norway joined NATO four years later.",
    ],
)
def test_who_joins_the_body_does(text):
    assert memberships(text) == ["NATO"]
