from __future__ import annotations

from datetime import date

import pytest

from comity.presenting.web.drawing import drawing
from comity.presenting.web.lanes import Axis, lanes, window


def edge(earliest: str, latest: str, when: str = "", change: str = "opened"):
    return {"change": change, "earliest": earliest, "latest": latest, "dates": [{"when": when or latest, "claims": ["c1"]}]}


def mission(since, until=None, certain=None, *, holds: bool = True):
    spell = {"holds": holds, "since": since, "until": until, "certain": certain}
    return {"mission": [{"entry": "e1", "what": "Embassy of Kenya in Peru", "spells": [spell], "claims": ["c1"]}]}


def row(when: str, factuality: str = "asserted", **told):
    return {"entry": "e9", "kind": "event", "stage": "", "when": when, "what": "CONSULT", "factuality": factuality, "disputed": False,
            "claims": ["c9"], **told}  # fmt: skip


def looks(things=None, rows=()) -> list[str]:
    picture = drawing(lanes({}, things or {}, rows, {}))
    return [f"{shape.look} {shape.fill}".strip() for drawn in picture.rows for shape in drawn.shapes]


def test_what_is_certain_stands_apart_from_what_is_not():
    told = mission(edge("1970-01-01", "1970-12-31"), edge("1980-01-01", "1980-12-31"), ["1970-12-31", "1979-12-31"])
    assert looks(told) == ["core", "unsure hatch", "unsure hatch"]


def test_where_no_day_is_certain_nothing_is_drawn_as_certain():
    assert looks(mission(edge("1970-01-01", "1975-12-31"), edge("1972-01-01", "1976-12-31"))) == ["unsure hatch", "unsure hatch"]


def test_an_end_that_is_not_told_fades_and_one_that_is_denied_is_an_arrow():
    assert looks(mission(edge("1970-01-01", "1970-01-01"), None, ["1970-01-01", ""])) == ["core", "fade fade"]
    assert looks(mission(edge("1970-01-01", "1970-01-01", "1970/.."), None, ["1970-01-01", ""])) == ["core", "core arrow arrow"]


def test_what_did_not_hold_has_no_bar():
    told = mission(edge("1970-01-01", "1970-01-01", change="closed"), None, ["1970-01-01", ""], holds=False)
    assert lanes({}, told, [], {}) == []


def test_a_sight_of_a_thing_is_a_tick_on_its_bar():
    told = mission(edge("1970-01-01", "1970-01-01"), None, ["1970-01-01", ""])
    seen = row("1975-05-01", entry="e1", kind="mission", stage="exists")
    assert "tick onbar" in looks(told, [seen])


@pytest.mark.parametrize(("factuality", "drawn"), [("planned", ["outline"]), ("possible", ["outline"]), ("denied", ["outline", "strike"]),
                                                   ("reported", ["unsure hatch"]), ("asserted", ["tick"])])  # fmt: skip
def test_what_nobody_asserts_looks_otherwise(factuality, drawn):
    assert looks(rows=[row("1970-05-01", factuality)]) == drawn


def test_a_year_is_no_day():
    assert looks(rows=[row("1970")]) == ["unsure hatch"]


def test_what_has_no_date_is_named_and_not_dropped():
    found = lanes({}, {}, [row("1970-05-01"), row("")], {})
    assert [len(one.undated) for one in found] == [1]
    assert "(1 undated)" in drawing(found).rows[0].label
    assert drawing(lanes({}, {}, [row("")], {})) is None


def test_disputed_dates_carry_their_sign():
    assert "clash" in looks(rows=[row("1970-05-01", disputed=True)])


def test_acts_stand_with_the_relations_that_they_changed():
    status = {"histories": [{"a": "KEN", "b": "PER", "spells": [mission(edge("1965-03-03", "1965-03-03"), None, ["1965-03-03", ""])["mission"][0]["spells"][0]]}]}  # fmt: skip
    (lane,) = lanes(status, {}, [row("1965-03-03", kind="status", claims=["c1"])], {"KEN": "Kenya", "PER": "Peru"})
    assert (lane.title, len(lane.bars), len(lane.marks)) == ("Relations: Kenya and Peru", 1, 1)


def test_relations_come_before_what_passes():
    found = lanes(
        {},
        mission(edge("1970-01-01", "1970-01-01"), None, ["1970-01-01", ""]),
        [row("1970-05-01"), row("1970", kind="gift", entry="g")],
        {},
    )
    assert [one.kind for one in found] == ["mission", "event", "gift"]


@pytest.mark.parametrize(("first", "last"), [(1969, 1971), (1900, 2020), (1, 2020), (1648, 1990)])
def test_an_axis_names_few_years_that_lie_on_it(first, last):
    axis = Axis.over([date(first, 5, 5), date(last, 5, 5)])
    assert 2 <= len(axis.years) <= 8
    places = [axis.at(date(year, 1, 1)) for year in axis.years]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


def test_the_last_years_that_there_are_do_not_break_it():
    assert Axis.over([date.max, date.min]).at(date.max) <= 100
    assert window("9999")[1] == date(9999, 12, 31)
