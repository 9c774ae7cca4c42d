from __future__ import annotations

import pytest

from .small import Telling, event, figure, mission, small_record, status

TOLD = {
    "a": [
        status("established", "1962-03"),
        status("severed", "1970-05-10"),
        mission("opened", "1963"),
        event("AID", "1964-02-03"),
        event("ASSAULT", "1964"),
        event("CONSULT", "1966-12-31", factuality="planned"),
    ],
    "b": [
        status("established", "1950", "KEN", "NOR"),
        status("established", "1992", "KEN", "NEW"),
        status("established", "1925", "KEN", "OLD"),
    ],
}


@pytest.fixture
def record(tmp_path):
    return small_record(tmp_path, TOLD)


def rows(record, states, **asked):
    return {(row["a"], row["b"], row["period"]): row for row in record.panel(states, **asked).data["rows"]}


def test_a_panel_states_the_day_on_which_it_is_coded(record):
    last = rows(record, ["KEN", "PER"], unit="year", from_="1962", to="1970")
    first = rows(record, ["KEN", "PER"], unit="year", from_="1962", to="1970", day="first")
    assert (last["KEN", "PER", "1962"]["status"], last["KEN", "PER", "1962"]["coded_on"]) == ("related", "1962-12-31")
    assert (first["KEN", "PER", "1962"]["status"], first["KEN", "PER", "1962"]["coded_on"]) == ("not related", "1962-01-01")
    assert (first["KEN", "PER", "1970"]["status"], last["KEN", "PER", "1970"]["status"]) == ("related", "not related")


def test_the_months_and_days_around_an_edge_come_out_right(record):
    months = rows(record, ["KEN", "PER"], unit="month", from_="1962-02", to="1962-04")
    assert [row["status"] for row in months.values()] == ["not related", "related", "related"]
    days = rows(record, ["KEN", "PER"], unit="day", from_="1970-05-09", to="1970-05-11")
    assert [row["status"] for row in days.values()] == ["related", "not related", "not related"]


def test_what_a_panel_says_of_a_day_is_what_status_says(record):
    for (_, _, period), row in rows(record, ["KEN", "PER"], unit="month", from_="1961-11", to="1970-07").items():
        told = record.status("KEN", "PER", on=row["coded_on"], exact=True).data["status"]
        assert row["status"] == told, period


def test_events_are_counted_where_their_date_lies_whole(record):
    years = rows(record, ["KEN", "PER"], unit="year", from_="1964", to="1966")
    assert (years["KEN", "PER", "1964"]["material_cooperation"], years["KEN", "PER", "1964"]["material_conflict"]) == (1, 1)
    months = rows(record, ["KEN", "PER"], unit="month", from_="1964-02", to="1964-02")
    assert (months["KEN", "PER", "1964-02"]["material_cooperation"], months["KEN", "PER", "1964-02"]["imprecise"]) == (1, 1)
    assert years["KEN", "PER", "1966"]["verbal_cooperation"] == 0


def test_a_status_passes_to_the_successor_and_says_from_whom(record):
    found = rows(record, ["KEN", "ONE"], unit="year", from_="1975", to="1977")
    assert found["KEN", "ONE", "1977"]["status"] == "related"
    assert found["KEN", "ONE", "1977"]["status_from"] == "KEN:NOR"
    assert ("KEN", "NOR", "1977") not in found


def test_a_network_leaves_out_what_is_no_more(record):
    edges = record.network(["KEN"], on="2000").data["edges"]
    assert {(edge["a"], edge["b"]) for edge in edges} == {("KEN", "NEW"), ("KEN", "ONE"), ("KEN", "PER")}
    nodes = {node["code"]: node["related"] for node in record.network(["KEN"], on="1965").data["nodes"]}
    assert nodes == {"KEN": 3, "NOR": 1, "OLD": 1, "PER": 1}


def test_a_comparison_has_a_column_for_each_pair(record):
    answer = record.compare(["KEN:PER", "KEN:NEW"], on="1965")
    assert [row[1:] for row in answer.tables[0].rows if row[0] == "relations"] == [("related", "not related")]


def test_while_a_predecessor_was_there_a_comparison_tells_of_it(record):
    cells = {day: record.compare(["KEN:PER", "KEN:ONE"], on=day).tables[0].rows[0] for day in ("1970", "1977")}
    assert cells["1970"][0] == cells["1977"][0] == "relations"
    assert cells["1970"][2].startswith("related (Kenya and ")
    assert cells["1977"][2].startswith("related (passed from ")


def test_figures_are_series_in_the_order_of_time_with_rivals_side_by_side(tmp_path):
    told = {
        "a": [figure(5, "2001", "trade", giver=(), taker=()), figure(3, "1999", "trade", giver=(), taker=()), figure(7, "1999")],
        "b": [figure(4, "1999", "trade", giver=(), taker=())],
    }
    series = small_record(tmp_path, told).figures().data["series"]
    trade = [one for one in series if one["measure"] == "trade"]
    assert [[(point["when"], point["value"]) for point in one["points"]] for one in trade] == [
        [("1999", 3), ("1999", 4), ("2001", 5)]
    ]
    assert len(series) == 2


def test_changes_tell_what_came_went_and_was_told_otherwise(tmp_path):
    from comity.querying.changes import changes
    from comity.recording.store import Store
    from querying.small import Page, document_of, small_store

    kept = Telling("status", {"a": "KEN", "b": "PER", "change": "severed"}, "1970", say="They broke off in 1970.")
    moved = Telling("status", {"a": "KEN", "b": "PER", "change": "severed"}, "1971", say="They broke off in 1970.")
    old = small_store(tmp_path, {"a": [kept, event("AID", "1964")]}, name="old")
    with Store.writer(tmp_path / "new") as writer:
        writer.put(*document_of("a", Page([event("AID", "1999"), moved, event("AID", "1964")])))
        writer.finish()
    new = Store.open(tmp_path / "new")
    found = changes(old, new, old.claims(), new.claims())
    assert [(x.when, y.when) for x, y in found.changed] == [("1970", "1971")]
    assert len(found.won) == 2  # their words carry their place in the page
    assert len(found.lost) == 1
