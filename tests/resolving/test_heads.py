"""Whose an accession is of which a sentence tells before it tells whose."""

from __future__ import annotations

import pytest

from made import claims, title

PAIR = title("Kenya–Norway relations")


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Norway was glad. Upon its accession to the United Nations in 1963, Kenya called for peace.", "KEN"),
        ("Kenya was glad. Following its admission to the United Nations in 1945, Norway called for peace.", "NOR"),
        ("Kenya was glad. Its accession to the United Nations in 1963 came late.", "KEN"),
    ],
)
def test_it_is_that_of_the_state_that_follows(text, member):
    found = [claim.fields["member"] for claim in claims(PAIR, text) if claim.kind == "membership"]
    assert found == [member]
