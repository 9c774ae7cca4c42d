from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.recording.entries import Ties, join, join_block
from comity.schema import kinds
from querying.small import agreement, claims_of, membership, mission, post, status


def entries(*tellings):
    return join(claims_of(*tellings), kinds()[tellings[0].kind])


def whens(*tellings):
    """The dates of each entry's claims."""
    return sorted(sorted(claim.when for claim in entry.claims) for entry in entries(*tellings))


def test_an_embassy_that_moved_is_one():
    assert whens(mission("exists", "1970", city="Bonn"), mission("exists", "2005", city="Berlin")) == [["1970", "2005"]]


def test_consulates_in_two_cities_are_two():
    told = [mission("opened", when, city=city, type="consulate") for when, city in (("1970", "Lima"), ("1980", "Cusco"))]
    assert len(entries(*told)) == 2


def test_a_legation_that_became_an_embassy_is_one():
    (one,) = entries(mission("opened", "1940", type="legation"), mission("opened", "1960", type="embassy"))
    assert not one.contradictions  # two openings, of which neither rivals the other
    assert len(one.parts) == 2


def test_a_claim_without_city_joins_the_embassy_that_moved():
    told = mission("exists", "1970", city="Bonn"), mission("exists", "2005", city="Berlin"), mission("exists", "", city="")
    assert len(entries(*told)) == 1


def test_the_stages_of_a_membership_are_one_entry_and_chairing_is_another():
    told = [
        membership("observer", "1992"),
        membership("joined", "1997"),
        membership("chairs", "2004"),
        membership("chairs", "2016"),
    ]
    assert whens(*told) == [["1992", "1997"], ["2004"], ["2016"]]


def test_terms_of_one_person_are_two_and_a_day_within_one_is_of_it():
    told = post("Ann Bee", when="1990/1994"), post("Ann Bee", when="2001/2005"), post("Ann M. Bee", when="1992-05-03")
    assert whens(*told) == [["1990/1994", "1992-05-03"], ["2001/2005"]]


def test_every_claim_of_an_entry_says_why_it_is_there():
    told = (
        status("established", "1960"),
        status("established", "1960-05-01"),
        status("severed", "1970"),
        status("severed", "1971"),
    )
    (entry,) = entries(*told)
    why = {claim.when: entry.joined[claim.id].why for claim in entry.claims}
    first = next(claim for claim in entry.claims if claim.when == "1960-05-01")
    assert why["1960"] == f"beside {first.id[:8]}: a and b agree; when is told otherwise"
    assert why["1970"] == f"beside {first.id[:8]}: another act of the same"
    assert why["1971"].endswith("their dates lie at most 3 years apart")


def test_what_a_person_held_to_be_two_stays_two():
    first, second = claims_of(status("severed", "1965"), status("restored", "1981"))
    ties = Ties.of([(first.id, second.id, False)])
    assert len(join_block([first, second], kinds()["status"], ties)) == 2


def test_acts_that_a_person_made_one_are_one_act():
    first, second = claims_of(status("severed", "1965"), status("severed", "1981"))
    kind = kinds()["status"]
    ties = Ties.of([(first.id, second.id, True)])
    (entry,) = ties.united(join_block([first, second], kind, ties), kind)
    assert [[claim.when for claim in part] for part in entry.parts] == [["1965", "1981"]]
    assert [one.way for one in entry.contradictions] == ["date"]


TELLINGS = st.one_of(
    st.builds(
        mission,
        st.sampled_from(["exists", "opened", "closed"]),
        st.sampled_from(["", "1960", "1960-05-01", "1975"]),
        city=st.sampled_from(["", "Lima", "Cusco"]),
        type=st.sampled_from(["embassy", "legation", "consulate"]),
    ),
)
OTHERS = [
    st.builds(
        post,
        st.sampled_from(["", "Ann Bee", "A. Bee", "Ben Cee"]),
        st.sampled_from(["ambassador", "chargé-d-affaires"]),
        when=st.sampled_from(["", "1990/1994", "1992-05-03", "1993/1997", "2001"]),
    ),
    st.builds(
        agreement,
        st.sampled_from(["signed", "ratified", "in-force", "expired"]),
        st.sampled_from(["", "1977", "1977-05-01", "1976"]),
        st.sampled_from(["", "Treaty of Amity"]),
    ),
    st.builds(
        membership,
        st.sampled_from(["joined", "left", "observer", "chairs", "member"]),
        st.sampled_from(["", "1960", "1960-05-01", "1975"]),
    ),
]


@settings(max_examples=100, deadline=None)
@given(st.one_of(*(st.lists(one, min_size=1, max_size=8) for one in (TELLINGS, *OTHERS))), st.randoms())
def test_the_order_of_claims_changes_no_entry(tellings, random):
    claims = claims_of(*tellings)
    shuffled = list(claims)
    random.shuffle(shuffled)
    kind = kinds()[tellings[0].kind]
    found = join(claims, kind)
    assert sorted(map(repr, found)) == sorted(map(repr, join(shuffled, kind)))
    assert sorted(claim.id for entry in found for part in entry.parts for claim in part) == sorted(claim.id for claim in claims)
    assert all(entry.joined.keys() == {claim.id for claim in entry.claims} for entry in found if len(entry.claims) > 1)
