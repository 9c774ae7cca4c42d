from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.recording.entries import join
from comity.schema import inheriting, kinds
from querying.small import agreement, claims_of, event, mission, post, small_store, status

AMITY = "Treaty of Amity and Good Neighbours"


def soviet(change, when, title=AMITY):
    return agreement(change, when, title, parties=("LAO", "SUN"))


def russian(change, when, title=AMITY):
    return agreement(change, when, title, parties=("LAO", "RUS"))


def embassy(sender, change, when, city=""):
    return mission(change, when, city, sender=sender, host="LAO")


def envoy(sender, when, person="Anna Belova"):
    return post(person, sender=sender, host="LAO", when=when)


def entries(*tellings):
    of = inheriting(kinds(), actors().heirs)[tellings[0].kind]
    return join([claim for number, one in enumerate(tellings) for claim in claims_of(one, doc=f"doc-{number}")], of)


CARRIED = [
    (embassy("SUN", "opened", "1960"), embassy("RUS", "exists", "2010")),
    (embassy("SUN", "opened", "1960"), embassy("RUS", "closed", "2014")),
    (embassy("SUN", "exists", "1985", "Vientiane"), embassy("RUS", "opened", "1992", "Vientiane")),
    (soviet("signed", "1977"), russian("terminated", "1994")),
    (status("established", "1960", "SUN", "LAO"), status("severed", "2003", "RUS", "LAO")),
    (envoy("SUN", "1988/1991"), envoy("RUS", "1991/1993")),
    (mission("opened", "1960", "", sender="VDR", host="CUB"), mission("exists", "2001", "", sender="VNM", host="CUB")),
    (mission("opened", "1950", "", sender="YUG", host="CUB"), mission("exists", "2001", "", sender="SRB", host="CUB")),
]

OWN = [
    (embassy("SUN", "opened", "1960", "Vientiane"), embassy("RUS", "exists", "2010", "Pakse")),  # another city
    (embassy("SUN", "opened", "1960"), embassy("UKR", "exists", "2010")),  # a new state
    (mission("opened", "1950", "", sender="YUG", host="CUB"), mission("exists", "2001", "", sender="SVN", host="CUB")),
    (mission("opened", "1950", "", sender="CSK", host="CUB"), mission("exists", "2001", "", sender="CZE", host="CUB")),
    (mission("opened", "1960", "", sender="RVN", host="JPN"), mission("exists", "2001", "", sender="VNM", host="JPN")),
    (soviet("signed", "1977"), russian("signed", "1994")),  # a treaty of its own
    (soviet("signed", "1977"), russian("terminated", "1994", "Treaty of Amity and Trade")),
    (soviet("signed", "1977", ""), russian("terminated", "1994", "")),  # nothing ties them
    (soviet("signed", "1977"), agreement("terminated", "1994", AMITY, parties=("LAO", "UKR"))),
    (status("established", "1960", "SUN", "LAO"), status("established", "1992", "UKR", "LAO")),
    (status("established", "1960", "SUN", "LAO"), status("recognized", "1991-12-31", "RUS", "LAO")),  # of the heir itself
    (envoy("SUN", "1988/1991"), envoy("RUS", "1991/1993", "Ivan Belov")),
    (event("AID", "1991", ("SUN",), ("LAO",)), event("AID", "1991", ("RUS",), ("LAO",))),
]


@pytest.mark.parametrize("pair", CARRIED)
def test_what_an_heir_has_from_the_state_before_it_is_one_thing_and_says_so(pair):
    for ordered in (pair, pair[::-1]):
        (entry,) = entries(*ordered)
        assert "succession" in " ".join(one.why for one in entry.joined.values())
        assert not entry.contradictions


@pytest.mark.parametrize("pair", OWN)
def test_what_is_another_thing_stays_so(pair):
    assert len(entries(*pair)) == len(entries(*pair[::-1])) == 2


def test_two_beginnings_of_relations_with_one_state_and_its_heir_are_no_rival_dates():
    (entry,) = entries(status("established", "1960", "SUN", "LAO"), status("established", "1991-12-31", "RUS", "LAO"))
    assert not entry.contradictions


def test_of_two_that_might_be_carried_on_none_is_taken_by_guess():
    several = entries(
        embassy("SUN", "opened", "1960", "Vientiane"), embassy("SUN", "opened", "1971", "Pakse"), embassy("RUS", "exists", "2010")
    )
    assert [{claim.fields["sender"] for claim in one.claims} for one in several].count({"SUN", "RUS"}) == 0


def test_states_are_carried_on_where_the_lists_of_states_count_both_as_one():
    known = actors()
    for actor in known.values():
        for before in actor.earlier if actor.kind == "state" else ():
            other = known[before.code]
            one_number = (actor.gw, actor.cow) != (None, None) and (actor.gw == other.gw or actor.cow == other.cow)
            assert before.continues is one_number, f"actors/{actor.code}.yaml: {before.code}"


def test_documents_may_come_in_any_order(tmp_path):
    pages = {"a": [embassy("SUN", "opened", "1960")], "b": [embassy("RUS", "exists", "2010")]}
    first = small_store(tmp_path, pages, name="1").entries()
    second = small_store(tmp_path, pages, name="2", order=["b", "a"]).entries()
    assert first == second
    assert len(first) == 1
