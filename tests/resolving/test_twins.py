"""Two who are named together as holders of one office."""

from __future__ import annotations

import pytest

from made import claims, title


def served(text):
    found = claims(title("Kenya–Peru relations"), text)
    return {claim.fields["person"]: claim.fields.get("sender") for claim in found if claim.kind == "post"}


@pytest.mark.parametrize("lead", ["Foreign ministers", "In 1990 Presidents", "The prime ministers"])
def test_each_serves_one_of_the_pair(lead):
    told = served(f"{lead} Ana Soto and Omar Bello signed the accord in 1990.")
    assert set(told.values()) == {"KEN", "PER"}


def test_one_office_alone_tells_nothing_of_the_other():
    assert served("President Ana Soto and Omar Bello met in Oslo in 1990.").keys() == {"Ana Soto"}
