"""Whom an agreement binds of which the words name one party or none."""

from __future__ import annotations

import pytest

from made import claims, title

PERU = title("Foreign relations of Peru")
MANY = title("A short history"), "Fiji, Togo, Mali, Oman and Cuba have coasts."


def bound(*parts):
    return [set(claim.fields["parties"]) for claim in claims(*parts) if claim.kind == "agreement"]


@pytest.mark.parametrize(
    "text",
    [
        "The valley was sold by the treaty of 1871, which gave Chile the pass.",
        "Chile had lost the war. A treaty was signed on 4 May 1871.",
        "A treaty of amity with Chile was signed in Lima in May 1871; Bolivia, Kenya and Norway looked on.",
        "The treaty of 4 May 1871 opened the ports; Bolivia and Chile had none. The convention of 1882 with Chile was longer.",
        "Chile had no port. The Treaty of Nairobi of 1871 was short.",
    ],
)
def test_one_of_many_of_a_state_binds_whom_the_sentence_or_the_one_before_names(text):
    assert {"PER", "CHL"} in bound(PERU, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Kenya had ships. A treaty was signed on 4 May 1871.",
        "A treaty was signed on 4 May 1871.",
        "Chile was near. The rebels signed an accord on 4 May 1991.",
        "In May 1870 the envoys had talked for two days in Chile. A treaty was signed on 4 May 1871.",
    ],
)
def test_whom_nothing_tells_it_does_not_bind(text):
    assert not [parties for parties in bound(PERU, text) if len(parties) > 1]


def test_two_others_have_a_treaty_of_their_own():
    page = title("Kenya–Peru relations")
    assert bound(page, "By the treaty of 1871 Norway sold Chile a ship.") == [{"NOR", "CHL"}]
    assert bound(*MANY, "Norway sought peace. A treaty of 1871 gave Chile a ship.") == [{"NOR", "CHL"}]


def test_who_joins_what_many_have_made_stays_alone():
    assert bound(*MANY, "Norway smiled. In 1999 Chile acceded to the Ottawa Convention.") == [{"CHL"}]


def test_who_helped_them_is_not_bound():
    text = "Chile had lost the war. Mediated by Fiji, a treaty was signed on 4 May 1871."
    assert {"PER", "CHL"} in bound(PERU, text)
