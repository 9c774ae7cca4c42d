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


@pytest.mark.parametrize("how", ["when launching raids on", "to raid", "to launch raids on"])
def test_who_makes_use_of_a_land_acts_and_not_the_land(how):
    told = claims(PLAIN, f"Mali was used by the Togolese army {how} Ghana.")
    assert [claim.fields["source"] for claim in told if claim.fields.get("type") == "ASSAULT"] == [("TGO",)]


def test_who_is_thanked_for_a_decision_does_what_was_decided():
    told = claims(PLAIN, "The president of Ghana thanked Togo for its readiness to send 40 instructors.")
    assert [claim.fields["from"] for claim in told if claim.kind == "figure"] == [("TGO",)]
