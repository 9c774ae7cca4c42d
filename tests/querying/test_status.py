from __future__ import annotations

import pytest

from comity.errors import BadDate
from comity.querying import Record

from .small import Page, agreement, membership, mission, small_record, small_store, status

TOLD = {
    "a": Page([status("established", "1962-09-05"), status("severed", "1975"), mission("opened", "1973")], "2001-05"),
    "b": [status("restored", "1992-08-01"), mission("closed", "1991-08"), agreement("in-force", "1978-01-01", "Treaty of Amity")],
    "c": [status("severed", "1976-03"), status("established", "1962")],
}


@pytest.fixture
def record(tmp_path):
    return small_record(tmp_path, TOLD)


DAYS = [
    ("1962-09-04", "not related", "established only later, on 5 September 1962"),
    ("1962-09-05", "related", "since 5 September 1962 (established on 5 September 1962 [1]"),
    ("1970-01-01", "related", "until at most 31 March 1976 (severed in 1975 [3] or in March 1976 [4])"),
    ("1976-02-01", "contradicted", "severed in 1975 [1] or in March 1976 [2]"),
    ("1975-05-01", "uncertain", "severed in 1975 [1]"),
    ("1980-01-01", "not related", "since at least 31 March 1976"),
    ("1980-01-01", "not related", "until 1 August 1992 (restored on 1 August 1992"),
    ("2010-01-01", "related", "no source tells of an end"),
]


@pytest.mark.parametrize(("day", "answer", "words"), DAYS)
def test_a_day_is_answered_in_a_word_and_with_reasons(record, day, answer, words):
    told = record.status("Kenya", "Peru", on=day)
    assert told.data["status"] == answer
    assert words in told.lead[0]
    assert told.found


def test_a_year_is_asked_on_its_first_and_last_day(record):
    told = record.status("Peru", "Kenya", on="1962")
    assert told.data["status"] == "differs"
    assert [day["day"] for day in told.data["days"]] == ["1962-01-01", "1962-12-31"]
    assert "differs" in told.lead[0]
    assert "1 January 1962" in told.lead[1]
    assert "31 December 1962" in told.lead[2]


def test_a_year_of_which_both_days_agree_is_answered_once(record):
    told = record.status("Peru", "Kenya", on="1980")
    assert told.data["status"] == "not related"
    assert len(told.lead) == 1
    assert told.lead[0].startswith("On 1 January 1980 and on 31 December 1980,")


def test_what_changed_and_changed_back_within_a_year_is_said(tmp_path):
    acts = [status("established", "1960"), status("severed", "1975-03-01"), status("restored", "1975-06-01")]
    told = small_record(tmp_path, {"a": acts}).status("KEN", "PER", on="1975")
    assert told.data["status"] == "related"
    assert len(told.lead) == 3
    assert told.lead[2].startswith("In between: severed on 1 March 1975 [")


def test_every_mark_points_to_a_source(record):
    told = record.status("Kenya", "Peru", on="1980")
    for number, source in enumerate(told.sources, 1):
        assert source.quote
        assert f"[{number}]" in " ".join(
            [*told.lead, *(str(cell) for table in told.tables for row in table.rows for cell in row)]
        )


def test_missions_and_agreements_of_the_day_stand_beside_it(record):
    tables = {table.title: table for table in record.status("Kenya", "Peru", on="1980-01-01").tables}
    assert [row[:2] for row in tables["Missions"].rows] == [("Embassy of Kenya in Peru, Lima", "open")]
    assert [row[:2] for row in tables["Agreements"].rows] == [("Treaty of Kenya and Peru, Treaty of Amity", "in force")]
    assert "Missions" not in {table.title for table in record.status("Kenya", "Peru", on="2000-01-01").tables}


def test_without_a_day_the_whole_history_is_told(record):
    told = record.status("Kenya", "Peru")
    assert [row[0] for row in told.tables[0].rows] == ["related", "not related", "related"]
    assert [spell["holds"] for spell in told.data["histories"][0]["spells"]] == [True, False, True]


@pytest.mark.parametrize("on", ["", "1980", "1980-01-01"])
def test_where_nothing_is_told_no_source_says(record, on):
    told = record.status("Kenya", "Chile", on=on)
    assert not told.found
    assert told.data["status"] == "no source says"
    assert "no source in this record" in told.lead[0].lower()


@pytest.mark.parametrize("factuality", ["planned", "possible", "denied"])
def test_what_is_not_said_to_have_happened_starts_nothing(tmp_path, factuality):
    record = small_record(tmp_path, {"a": [status("established", "1960", factuality=factuality)]})
    told = record.status("Kenya", "Peru", on="1970-01-01")
    assert told.data["status"] == "no source says"
    assert told.tables[-1].rows[0][-1] == factuality


def test_what_is_only_reported_is_said_to_be(tmp_path):
    record = small_record(tmp_path, {"a": [status("established", "1960", factuality="reported")]})
    told = record.status("Kenya", "Peru", on="1970-01-01")
    assert told.data["status"] == "related"
    assert "as somebody reports" in told.lead[0]


REPORTS = [
    ([], "not related"),  # nobody asserts a break: the reported one counts
    ([status("severed", "1966")], "not related"),
    ([status("severed", "1973")], "not related"),  # another break, years later
    ([status("severed", "1966"), status("restored", "1967")], "related"),  # the asserted date of it counts
]


@pytest.mark.parametrize(("asserted", "held"), REPORTS)
def test_a_report_counts_only_where_nothing_like_it_is_asserted(tmp_path, asserted, held):
    told = [status("established", "1960"), status("severed", "1965", factuality="reported"), *asserted]
    assert small_record(tmp_path, {"a": told}).status("Kenya", "Peru", on="1970-01-01").data["status"] == held


@pytest.mark.parametrize("on", ["1980/..", "../1980", "XXXX-06-14", "1974-13", "May 1974"])
def test_a_day_must_be_one(record, on):
    with pytest.raises(BadDate):
        record.status("Kenya", "Peru", on=on)


LINEAGE = {
    "a": [
        status("established", "1960-10-07", "OLD", "PER"),
        status("severed", "1985", "OLD", "CHL"),
        status("established", "1993-02-01", "NEW", "CHL"),
        status("established", "1962", "NOR", "PER"),
        status("severed", "1965", "SOU", "PER"),
    ]
}


def lines(told):
    return [(line["a"], line["b"], line["status"]) for line in told.data["days"][0]["lines"]]


def test_a_present_state_is_answered_by_the_predecessor_of_the_day(tmp_path):
    told = small_record(tmp_path, LINEAGE).status("New Land", "Peru", on="1970-01-01")
    assert lines(told) == [("OLD", "PER", "related")]
    assert told.notes == ("Covers Old Land, predecessor of New Land.",)
    assert "Old Land (predecessor of New Land) and Peru were related" in told.lead[0]


def test_exact_leaves_predecessors_out(tmp_path):
    told = small_record(tmp_path, LINEAGE).status("New Land", "Peru", on="1970-01-01", exact=True)
    assert lines(told) == [("NEW", "PER", "no source says")]


def test_two_predecessors_are_answered_apart(tmp_path):
    told = small_record(tmp_path, LINEAGE).status("One Land", "Peru", on="1970-01-01")
    assert lines(told) == [("NOR", "PER", "related"), ("SOU", "PER", "not related")]
    assert told.data["status"] == "differs"


def test_a_predecessor_answers_for_later_only_where_nothing_is_told_of_the_successor(tmp_path):
    record = small_record(tmp_path, LINEAGE)
    assert lines(record.status("New Land", "Peru", on="2000-01-01")) == [("OLD", "PER", "related")]
    assert lines(record.status("New Land", "Chile", on="2000-01-01")) == [("NEW", "CHL", "related")]
    assert "25 December 1991" in record.status("New Land", "Peru", on="2000-01-01").lead[0]


def test_a_former_state_is_answered_alone(tmp_path):
    told = small_record(tmp_path, LINEAGE).status("Old Land", "Peru", on="1970-01-01")
    assert lines(told) == [("OLD", "PER", "related")]
    assert not told.notes


def test_the_whole_history_tells_each_predecessor_apart(tmp_path):
    told = small_record(tmp_path, LINEAGE).status("One Land", "Peru")
    assert [table.title for table in told.tables[:2]] == ["North Land and Peru", "South Land and Peru"]


def test_an_organisation_is_asked_about_like_a_state(tmp_path):
    record = small_record(tmp_path, {"a": [membership("joined", "1963-12-16"), membership("left", "1980")]})
    answers = {day: record.status("UN", "Kenya", on=day) for day in ("1963-12-15", "1963-12-16", "1980-06-01", "1981-01-01")}
    told = [answer.data["status"] for answer in answers.values()]
    assert told == ["not a member", "member", "uncertain", "not a member"]
    assert answers["1963-12-16"].lead[0].startswith("On 16 December 1963, Kenya was a member of the United Nations")


def test_the_contradictions_that_touch_an_answer_stand_with_it(record):
    tables = {table.title: table for table in record.status("Kenya", "Peru", on="1976-02-01").tables}
    assert "against" in tables["Contradictions"].rows[0][-1]


SOVIET = {
    "a": [status("established", "1960-10-07", "SUN", "LAO"), mission("opened", "1961", "", sender="SUN", host="LAO")],
    "b": [status("recognized", "1991-12-31", "RUS", "LAO"), mission("exists", "2010", "", sender="RUS", host="LAO")],
}


def of_russia(folder, pages, on, **options):
    small_store(folder, pages).close()
    with Record(folder / "small.comity") as record:
        return record.status("Laos", "Russia", on=on, **options)


@pytest.mark.parametrize(
    ("on", "of"), [("1991-12-25", "SUN"), ("1991-12-26", "RUS"), ("1991-12-31", "RUS"), ("2020-01-01", "RUS")]
)
def test_a_state_that_continues_another_has_its_relations_from_the_first_day_on(tmp_path, on, of):
    told = of_russia(tmp_path, SOVIET, on)
    assert lines(told) == [("LAO", of, "related")]
    assert "since 7 October 1960" in told.lead[0]
    assert ("Russia continues the Soviet Union (succession)." in told.notes) is (of == "RUS")


@pytest.mark.parametrize("on", ["1991-12-25", "1991-12-26", "2020-01-01"])
def test_an_embassy_that_the_heir_keeps_is_one_and_open_all_the_time(tmp_path, on):
    (missions,) = [table for table in of_russia(tmp_path, SOVIET, on).tables if table.title == "Missions"]
    assert len(missions.rows) == 1
    assert missions.rows[0][:2] == ("Embassy of Russia in Laos", "open")


def test_that_the_heir_has_relations_is_no_beginning(tmp_path):
    pages = {**SOVIET, "c": [status("established", "1991-12-31", "RUS", "LAO")]}
    for on in ("1985-01-01", "1991-12-26", "1995-01-01"):
        assert [row[2] for row in lines(of_russia(tmp_path, pages, on))] == ["related"]


def test_what_was_broken_off_before_begins_with_the_heir(tmp_path):
    pages = {
        "a": [*SOVIET["a"], status("severed", "1980", "SUN", "LAO")],
        "c": [status("established", "1992-03-05", "RUS", "LAO")],
    }
    assert lines(of_russia(tmp_path, pages, "1991-12-26")) == [("LAO", "RUS", "not related")]
    assert lines(of_russia(tmp_path, pages, "1992-03-05")) == [("LAO", "RUS", "related")]


def test_what_the_heir_breaks_off_is_what_it_took_over(tmp_path):
    pages = {"a": SOVIET["a"], "c": [status("severed", "2003-05-01", "RUS", "LAO")]}
    assert lines(of_russia(tmp_path, pages, "1999-01-01")) == [("LAO", "RUS", "related")]
    assert lines(of_russia(tmp_path, pages, "2004-01-01")) == [("LAO", "RUS", "not related")]


def test_exact_takes_nothing_over(tmp_path):
    assert lines(of_russia(tmp_path, {"a": SOVIET["a"]}, "1995-01-01", exact=True)) == [("LAO", "RUS", "no source says")]


def test_a_new_state_has_nothing_from_the_one_before_it(tmp_path):
    small_store(tmp_path, SOVIET).close()
    with Record(tmp_path / "small.comity") as record:
        assert lines(record.status("Laos", "Ukraine", on="1995-01-01")) == [("LAO", "UKR", "no source says")]
