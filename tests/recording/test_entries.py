from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.recording import entries
from comity.recording.entries import join
from comity.schema import kinds
from querying.small import agreement, claims_of, event, figure, mission, status


def joined(*tellings):
    """The entries as sorted lists of (stage or type, when)."""
    kind = kinds()[tellings[0].kind]
    entries = join(claims_of(*tellings), kind)
    return sorted(sorted((str(claim.fields.get("change", "")), claim.when) for claim in entry.claims) for entry in entries)


def acts(*tellings):
    """The acts of all entries, each as a sorted list of (stage, when)."""
    entries = join(claims_of(*tellings), kinds()[tellings[0].kind])
    return sorted(
        sorted((str(claim.fields["change"]), claim.when) for claim in part) for entry in entries for part in entry.parts
    )


def test_an_embassy_is_one_entry_through_its_stages():
    assert len(joined(mission("opened", "1974"), mission("closed", "1990", city=""), mission("reopened", "1996"))) == 1


def test_two_cities_are_two_and_a_claim_without_city_joins_neither():
    assert len(joined(mission("opened", city="Lima"), mission("opened", city="Cusco"), mission("exists", city=""))) == 3


def test_a_claim_without_city_joins_the_only_one():
    assert len(joined(mission("exists", city=""), mission("opened", city="Cusco"))) == 1


def test_rival_datings_of_one_act_are_one_entry():
    assert joined(status("established", "1973"), status("established", "1974-08")) == [
        [("established", "1973"), ("established", "1974-08")]
    ]


def test_the_relations_of_a_pair_are_one_entry_of_several_acts():
    told = status("established", "1960"), status("severed", "1965"), status("restored", "1970"), status("severed", "1981")
    assert len(joined(*told)) == 1
    assert len(acts(*told)) == 4


def test_an_undated_claim_joins_the_only_act_of_its_change():
    assert len(joined(status("severed", "1965"), status("severed"))) == 1


def test_an_undated_claim_joins_none_of_several():
    assert [("severed", "")] in acts(status("severed", "1965"), status("severed", "1981"), status("severed"))


def test_undated_claims_alone_are_one_act():
    assert len(joined(status("severed"), status("severed", ""), status("severed", "", a="PER", b="KEN"))) == 1


def test_a_vague_date_prefers_the_act_that_it_agrees_with():
    found = acts(status("severed", "1965"), status("severed", "1981"), status("severed", "198X"))
    assert [("severed", "1981"), ("severed", "198X")] in found


def test_two_acts_with_a_restoring_between_stay_two():
    found = acts(status("severed", "1962"), status("restored", "1963"), status("severed", "1964"))
    assert len(found) == 3


def test_a_year_beside_two_meetings_in_it_joins_neither():
    assert len(joined(event("CONSULT", "2019-02"), event("CONSULT", "2019-09"), event("CONSULT", "2019"))) == 3


def test_a_year_beside_one_meeting_in_it_joins_it():
    assert len(joined(event("CONSULT", "2019-02-11"), event("CONSULT", "2019"))) == 1


def test_undated_events_stay_apart():
    assert len(joined(event("AID", ""), event("AID", ""))) == 2


def test_a_treaty_is_one_entry_though_it_ends_long_after():
    found = joined(
        agreement("signed", "1977-07", "Treaty of Amity"),
        agreement("expired", "2002"),
        agreement("signed", "1986", "Border treaty"),
    )
    assert len(found) == 3  # which of the two expired, nobody says
    assert len(joined(agreement("signed", "1977-07", "Treaty of Amity"), agreement("expired", "2002"))) == 1


def test_a_treaty_does_not_end_before_it_is_signed():
    assert len(joined(agreement("signed", "1977"), agreement("terminated", "1950"))) == 2


def test_planned_claims_join_what_happened():
    assert len(joined(event("CONSULT", "2020-07-12"), event("CONSULT", "2020-07", factuality="planned"))) == 1


def test_figures_of_one_year_are_one_entry():
    assert len(joined(figure(1, "1999"), figure(2, "1999"), figure(1, "2000"))) == 2


WHENS = ["", "1960", "1960-05", "1961-02-03", "1964", "196X", "1962/1963", "1975", "1990-01", "197X", "../1970", "1985~"]
CHANGES = ["established", "severed", "restored", "suspended"]


@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.sampled_from(WHENS)), min_size=1, max_size=9), st.randoms())
def test_the_order_of_claims_changes_nothing(told, random):
    claims = claims_of(*(status(*one) for one in told))
    shuffled = list(claims)
    random.shuffle(shuffled)
    kind = kinds()["status"]
    assert sorted(join(claims, kind), key=str) == sorted(join(shuffled, kind), key=str)


@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.sampled_from(WHENS)), min_size=1, max_size=9))
def test_every_claim_is_in_one_entry(told):
    claims = claims_of(*(status(*one) for one in told))
    found = [claim.id for entry in join(claims, kinds()["status"]) for claim in entry.claims]
    assert sorted(found) == sorted(claim.id for claim in claims)


def test_many_meetings_of_one_pair_are_not_compared_each_with_each(monkeypatch):
    compared = []
    real = entries.compare
    monkeypatch.setattr(entries, "compare", lambda *args: compared.append(1) or real(*args))
    whens = [f"{year}-{month:02}-{day:02}" for year in range(1950, 2020) for month in range(1, 13) for day in (3, 17)]
    claims = claims_of(*(event("CONSULT", when) for when in whens))
    assert len(join(claims, kinds()["event"])) == len(whens)
    assert len(compared) < 250 * len(whens)  # each with each: 1,410,360
