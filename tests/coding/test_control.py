"""Who acts in a gerund to which something led."""

from __future__ import annotations

import pytest

from made import claims, title

PLAIN = title("Notes")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The storming of the Saudi embassy led to Sudan cutting ties with Iran.", ("SDN", "IRN")),
        ("Qatar was blockaded, resulting in Egypt severing relations with Qatar.", ("EGY", "QAT")),
    ],
)
def test_he_stands_before_it(text, pair):
    assert pair in {(claim.fields["a"], claim.fields["b"]) for claim in claims(PLAIN, text) if claim.kind == "status"}
