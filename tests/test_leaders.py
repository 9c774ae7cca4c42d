"""Who has led which state."""

from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.leaders import FILE, called, words_of
from comity.schema import kinds


@pytest.mark.parametrize(
    ("name", "office", "codes"),
    [
        ("Kekkonen", "president", {"FIN"}),
        ("Kekkonen", "monarch", set()),
        ("Urho", "president", set()),
        ("Ho", "president", {"VNM"}),
        ("Roh Tae-woo", "president", {"KOR"}),
        ("Haile Selassie", "monarch", {"ETH"}),
        ("King Baudouin I", "monarch", {"BEL"}),
        ("Ana Soto", "president", set()),
        ("", "president", set()),
    ],
)
def test_a_leader_is_called_by_his_whole_name_or_that_of_his_family(name, office, codes):
    assert {leader.code for leader in called(name, office)} == codes


def test_words_of_a_name_are_bare_of_accents_and_articles():
    assert words_of("José Manuel de la Peña") == ("jose", "manuel", "pena")


def test_every_line_is_of_a_known_actor_and_office_in_years_that_follow():
    offices = kinds()["post"].fields["office"].one_of
    for line in FILE.read_text(encoding="utf-8").splitlines():
        code, office, name, first, last = line.split("\t")
        assert (code in actors(), office in offices, bool(name)) == (True, True, True), line
        assert int(first) <= int(last or first), line
