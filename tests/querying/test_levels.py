from __future__ import annotations

from datetime import date

import pytest

from comity.errors import BadDate
from comity.querying._dyads import dyads
from comity.querying._levels import Level, level, stretches
from querying.small import Telling, agreement, event, figure, mission, post, small_record, status


def pair_of(tmp_path, tellings):
    return dyads(small_record(tmp_path, {"a": tellings}).store, pairs=[("KEN", "PER")])[0]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ([status("established", "1960")], Level.RELATED),
        ([status("established", "1985")], Level.NONE),
        ([status("established", "1960"), mission("opened", "1962")], Level.EMBASSY),
        ([status("established", "1960"), mission("opened", "1962", sender="PER", host="KEN", city="Nairobi")], Level.EMBASSY),
        ([status("established", "1960"), mission("opened", "1962"), mission("closed", "1970")], Level.RELATED),
        ([status("established", "1960"), mission("opened", "1962", type="legation")], Level.LEGATION),
        ([mission("opened", "1962", type="honorary-consulate")], Level.CONSULATE),
        ([mission("opened", "1962", type="consulate"), mission("opened", "1963", type="embassy")], Level.EMBASSY),
        ([mission("opened", "1962", type="trade-office")], Level.OFFICE),
        ([status("established", "1960"), mission("opened", "1962"), status("severed", "1975")], Level.SEVERED),
        ([status("established", "1960"), status("severed", "1975"), status("restored", "1978")], Level.RELATED),
        ([status("recognized", "1964")], Level.RECOGNIZED),
        ([status("recognized", "1990")], Level.UNTOLD),
        ([status("recognized", "1964", factuality="denied")], Level.UNRECOGNIZED),
        ([status("established", "1980")], Level.UNSURE),
        ([event("AID", "1979")], Level.UNTOLD),
    ],
)
def test_a_level_is_the_nearest_that_surely_held(tmp_path, told, wanted):
    assert level(pair_of(tmp_path, told), date(1980, 6, 1)) is wanted


def test_levels_through_time_have_no_gap_and_no_two_alike_side_by_side(tmp_path):
    told = [
        status("established", "1960-05-01"),
        mission("opened", "1962-03-01"),
        mission("closed", "1970-02-01"),
        status("severed", "1975-01-01"),
    ]
    found = stretches(pair_of(tmp_path, told))
    assert [(one.level, one.first.isoformat(), one.last and one.last.isoformat()) for one in found[-4:]] == [
        (Level.RELATED, "1960-05-01", "1962-02-28"),
        (Level.EMBASSY, "1962-03-01", "1970-01-31"),
        (Level.RELATED, "1970-02-01", "1974-12-31"),
        (Level.SEVERED, "1975-01-01", None),
    ]


def test_a_pair_of_which_nothing_is_told_has_no_levels(tmp_path):
    record = small_record(tmp_path, {"a": [status("established", "1960", "KEN", "CHL")]})
    assert stretches(dyads(record.store, pairs=[("KEN", "PER")])[0]) == []


class TestPartners:
    def test_the_state_of_that_day_is_asked_about_and_states_that_were_not_yet_are_left_out(self, tmp_path):
        told = [
            status("established", "1960", "NEW", "KEN"),
            status("established", "1960", "OLD", "KEN"),
            status("established", "1992", "NEW", "PER"),
        ]
        answer = small_record(tmp_path, {"a": told}).partners("New Land", on="1970")
        assert (answer.data["state"], [one["code"] for one in answer.data["partners"]]) == ("OLD", ["KEN"])
        assert "Old Land" in answer.notes[0]

    def test_missions_are_told_with_city_side_and_sureness(self, tmp_path):
        told = [
            status("established", "1960"),
            mission("opened", "1962"),
            mission("opened", "1980", sender="PER", host="KEN", city="Nairobi"),
        ]
        found = small_record(tmp_path, {"a": told}).partners("Kenya", on="1980-06-01").data["partners"][0]["missions"]
        assert [(one["sender"], one["city"], one["sure"]) for one in found] == [("KEN", "Lima", True), ("PER", "Nairobi", False)]

    def test_each_line_says_what_it_rests_on(self, tmp_path):
        answer = small_record(tmp_path, {"a": [status("recognized", "1964")]}).partners("Kenya", on="1970")
        assert answer.tables[0].rows[0][1:] == ("recognized", "", "recognized [1]")
        assert answer.sources[0].quote.startswith("Line 0 of a tells")

    def test_a_day_without_end_is_refused(self, tmp_path):
        with pytest.raises(BadDate):
            small_record(tmp_path, {"a": [status("established", "1960")]}).partners("Kenya", on="1970/..")


class TestNetwork:
    @pytest.fixture
    def record(self, tmp_path):
        told = [
            status("established", "1960"), status("established", "1961", "KEN", "CHL"), mission("opened", "1962"),
            agreement("in-force", "1965", parties=("KEN", "CHL")), event("AID", "1970-02", ("KEN",), ("SOU",)),
        ]  # fmt: skip
        return small_record(tmp_path, {"a": told, "b": [status("established", "1960")]})

    @pytest.mark.parametrize(
        ("relation", "wanted"),
        [
            ("", {"PER", "CHL"}),
            ("relations", {"PER", "CHL"}),
            ("missions", {"PER"}),
            ("agreements", {"CHL"}),
            ("events", {"SOU"}),
        ],
    )
    def test_ties_of_one_sort(self, record, relation, wanted):
        edges = record.network(["Kenya"], on="1970", **({"relation": relation} if relation else {})).data["edges"]
        assert {code for one in edges for code in (one["a"], one["b"])} - {"KEN"} == wanted

    def test_an_edge_says_how_much_is_told_and_by_how_many(self, record):
        edges = {one["b"] if one["a"] == "KEN" else one["a"]: one for one in record.network(["Kenya"], on="1970").data["edges"]}
        assert (edges["PER"]["sources"], edges["PER"]["level"]) == (2, "embassy")
        assert edges["CHL"]["events"] == 0
        assert record.network(["Kenya"], on="1970", relation="events").data["edges"][0]["events"] == 1


class TestCompare:
    def test_firsts_counts_and_the_latest_have_their_sources(self, tmp_path):
        told = [
            status("established", "1960-05-01"), mission("opened", "1962"), post("Ann Bee", when="1963"),
            agreement("signed", "1965", "Pact A"), agreement("signed", "1969", "Pact B", subject="fish", type="protocol"),
            event("CONSULT", "1966-05"), event("CONSULT", "1967"), event("CONSULT", "1971"),
            figure(5, "1970", "trade", giver=(), taker=("KEN", "PER")), figure(9, "1971", "exports"),
            Telling("post", {"person": "Far Away", "office": "ambassador", "sender": "KEN", "host": "PER", "resident": "CHL"}, "1961"),
        ]  # fmt: skip
        answer = small_record(tmp_path, {"a": told}).compare(["Kenya:Peru", "Kenya:Chile"])
        cells = {row[0]: row[1] for row in answer.tables[0].rows}
        assert cells["established"].startswith("on 1 May 1960 [")
        assert cells["first embassy"].startswith("of Kenya in Lima, opened in 1962 [")
        assert cells["first resident ambassador"].startswith("Ann Bee, of Kenya, in 1963 [")
        assert cells["agreements by type"].startswith("protocol 1 [")
        assert "treaty 1 [" in cells["agreements by type"]
        assert cells["visits and talks by decade"].startswith("1960s 2 [")
        assert cells["latest trade"].startswith("exports in 1971: 9 USD [")
        assert [row[2] for row in answer.tables[0].rows if row[0] == "first embassy"] == [""]

    def test_of_a_day_nothing_later_is_told(self, tmp_path):
        told = [status("established", "1960"), mission("opened", "1972"), figure(9, "1971", "exports"), event("CONSULT", "1971")]
        answer = small_record(tmp_path, {"a": told}).compare(["Kenya:Peru", "Kenya:Chile"], on="1965")
        cells = {row[0]: row[1] for row in answer.tables[0].rows}
        assert (cells["first embassy"], cells["latest trade"], cells["visits and talks by decade"]) == ("", "", "")

    def test_levels_go_back_to_predecessors(self, tmp_path):
        told = [status("established", "1960", "KEN", "OLD"), status("established", "1992", "KEN", "NEW")]
        first, *_ = small_record(tmp_path, {"a": told}).compare(["Kenya:New Land", "Kenya:Chile"]).data["pairs"]
        assert {(one["a"], one["b"]) for one in first["stretches"]} == {("KEN", "OLD"), ("KEN", "NEW")}


def test_of_a_pair_that_turned_hundreds_of_times_a_comparison_says_so(tmp_path):
    told = [status(change, f"{1700 + at}-0{1 + at % 9}-11") for at in range(120) for change in (["severed", "restored"][at % 2],)]
    answer = small_record(tmp_path, {"a": told}).compare(["Kenya:Peru", "Kenya:Chile"])
    assert answer.data["pairs"][0]["stretches"] == []
    assert answer.notes == ("Kenya – Peru: too much is told to follow it through time.",)


def test_a_mission_that_presupposes_another_day_is_asked_of_the_last_day_that_there_is(tmp_path):
    record = small_record(tmp_path, {"a": [mission("upgraded", "1970"), mission("closed", "")]})
    assert record.compare(["Kenya:Peru", "Kenya:Chile"]).found
