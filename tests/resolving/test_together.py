from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.model import Span
from comity.resolving.together import listed_before
from made import annotated

# A text, and the states that it names together last.
TOGETHER = [
    ("Peru, Chile and Mali met.", ("PER", "CHL", "MLI")),
    ("Peru met Chile.", ()),
    ("Neither Peru nor Chile came.", ("PER", "CHL")),
    ("the Peruvian and Chilean envoys", ("PER", "CHL")),
    ("Peru as well as Chile wrote to Mali and Kenya.", ("MLI", "KEN")),
    ("Peru and ASEAN met.", ()),  # an organisation is no state
    ("Peru and Chile wrote to Mali.", ("PER", "CHL")),
    ("Peru and Chile met. Mali broke with Kenya.", ()),  # two others since
]


@pytest.mark.parametrize(("text", "told"), TOGETHER)
def test_states_named_together_are_found(text, told):
    assert listed_before(annotated(text), Span(0, len(text)), actors()) == told


def test_the_last_list_of_the_wanted_size_counts():
    text = "Peru, Chile and Mali met. Kenya and Ghana met."
    assert listed_before(annotated(text), Span(0, len(text)), actors(), (3,)) == ("PER", "CHL", "MLI")
    assert listed_before(annotated(text), Span(0, len(text)), actors()) == ("KEN", "GHA")
    assert listed_before(annotated(text), Span(0, len(text)), actors(), (4,)) == ()
