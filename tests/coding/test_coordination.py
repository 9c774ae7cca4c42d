"""Which actors make one item with those before them; more of it with the whole row in `test_items`."""

from __future__ import annotations

import pytest

from comity.mentions import ActorName
from made import row

JOINED = [
    ("Peru, Chile and Bolivia", ["PER", "CHL", "BOL"]),
    ("neither Peru nor Chile", ["PER", "CHL"]),
    ("Peru and, later, Chile", ["PER", "CHL"]),
    ("Peru and, from 1931, Chile", ["PER", "CHL"]),
    ("Peru's and Chile's envoys", ["PER", "CHL"]),
    ("Peru, Chile, as well as Bolivia", ["PER", "CHL", "BOL"]),
    ("Peru, as well as Chile", ["PER", "CHL"]),
    ("Thanked were Peru, Chile, Chad and many other nations", ["PER", "CHL", "TCD"]),
    ("the help of the Sudan and of the Republic of Ghana", ["SDN", "GHA"]),
    ("Talks with Peru and with Chile", ["PER", "CHL"]),
]


@pytest.mark.parametrize(("text", "codes"), JOINED)
def test_those_who_stand_together_are_one(text, codes):
    (item,) = [item for item in row(text) if item.actors]
    assert [mention.value.code for mention in item.actors if isinstance(mention.value, ActorName)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "A voyage to Peru and with Chile",
        "Having met Peru, Chile and others left",
        "Peru left and, later, Chile slept",
        "In Peru, Chile lost",
        "Peru's and Chile's",
        "After the war with Peru, Chilean and Bolivian troops left",
    ],
)
def test_those_who_do_not_are_two(text):
    assert len([item for item in row(text) if item.actors]) == 2
