from __future__ import annotations

import re

import pytest

from comity.querying._choice import FOOTNOTES
from comity.querying._cite import Citations

from .small import Page, Telling, agreement, event, figure, membership, mission, post, small_record, small_store, status


def told(answer, title):
    """The rows of a part, without its marks."""
    rows = next((table.rows for table in answer.tables if table.title == title), ())
    return [tuple(re.sub(r"\s*\[\d+\]", "", str(cell)) for cell in row) for row in rows]


def brief(tmp_path, tellings, a="Kenya", b="Peru", **asked):
    return small_record(tmp_path, {"page": tellings}).brief(a, b, **asked)


def marked(answer):
    text = "\n".join([*answer.lead, *(str(cell) for table in answer.tables for row in table.rows for cell in row)])
    return {int(one) for one in re.findall(r"\[(\d+)\]", text)}


def test_envoys_stand_office_by_office_in_the_order_of_their_terms(tmp_path):
    envoys = [
        post("Ben", when="1980"), post("Zoe", when="1970"), post("Ann", sender="PER", host="KEN", when="1960"), post("Eve"),
    ]  # fmt: skip
    assert told(brief(tmp_path, envoys), "Envoys and officials") == [
        ("Ambassador of Kenya to Peru", "Zoe", "1970"),
        ("Ambassador of Kenya to Peru", "Ben", "1980"),
        ("Ambassador of Kenya to Peru", "Eve", "no source tells"),
        ("Ambassador of Peru to Kenya", "Ann", "1960"),
    ]


def test_events_stand_type_by_type_in_the_order_of_time(tmp_path):
    events = [event("CONSULT", "1990"), event("AID", "1980"), event("CONSULT", "1970"), event("AID", "")]
    assert [row[:2] for row in told(brief(tmp_path, events), "Visits and other events")] == [
        ("aid", "1980"), ("aid", "undated"), ("visits and talks", "1970"), ("visits and talks", "1990"),
    ]  # fmt: skip


def test_figures_of_several_years_are_drawn(tmp_path):
    answer = brief(tmp_path, [figure(200, "1970"), figure(450, "1971"), figure(3, "1971", "students", unit="persons")])
    (chart,) = next(table.charts for table in answer.tables if table.title == "Aid, trade and other figures")
    assert chart.title == "Aid from Kenya to Peru, USD"
    assert [(bar.label, bar.value, bar.said) for bar in chart.bars] == [("1970", 200, "200 USD"), ("1971", 450, "450 USD")]


UNTOLD = [
    ([status("established", "1965-03-03")], ("Kenya and Peru", "when, if ever, they ceased to be related (since 3 March 1965)")),
    ([status("established")], ("Kenya and Peru", "since when they were related")),
    ([mission("exists", "1990")], ("missions", "when these were opened: Embassy of Kenya in Peru, Lima")),
    (
        [agreement("signed", "", "Treaty of Amity")],
        ("agreements", "when these were made: Treaty of Kenya and Peru, Treaty of Amity"),
    ),
    ([post("Eve"), post("Ann", when="1970")], ("envoys and officials", "the term of: Eve")),
    ([event("CONSULT", ""), event("CONSULT", "1970")], ("events", "the date of 1 of 2")),
    ([mission("opened", "1970")], ("events", "No source tells of a visit or another event.")),
]


@pytest.mark.parametrize(("tellings", "row"), UNTOLD)
def test_what_no_source_tells_is_said(tmp_path, tellings, row):
    assert row in told(brief(tmp_path, tellings), "What no source tells")


def test_what_is_told_is_not_said_to_be_missing(tmp_path):
    full = [
        status("established", "1965"), status("severed", "1975"), mission("opened", "1966"), post("Ann", when="1970"),
        agreement("signed", "1968"), event("CONSULT", "1971"), figure(200, "1970"),
    ]  # fmt: skip
    of = [row[0] for row in told(brief(tmp_path, full), "What no source tells")]
    assert of == ["Kenya and Peru"]  # not when they were related again


def many(number):
    """So many events, each in its own words, of two types."""
    return [event("CONSULT" if at % 3 else "AID", f"{1960 + at % 60}-{1 + at % 12:02}-{1 + at % 28:02}") for at in range(number)]


def test_of_three_hundred_events_the_rest_is_counted_and_named(tmp_path):
    others = [status("established", "1965"), mission("opened", "1966"), post("Ann", when="1970"), figure(200, "1970")]
    answer = brief(tmp_path, [*others, *many(300)])
    shown = told(answer, "Visits and other events")
    assert 15 <= len(shown) <= 30
    assert len(answer.sources) <= FOOTNOTES
    assert [len(told(answer, title)) for title in ("Missions", "Envoys and officials", "Aid, trade and other figures")] == [
        1,
        1,
        1,
    ]
    left = next(note for note in answer.notes if note.startswith("Visits and other events"))
    counts = [int(one) for one in re.findall(r"(\d+) (?:visits and talks|aid)", left)]
    total = len(answer.data["entries"]) - 4
    assert f"{total - len(shown)} of {total} left out for length" in left
    assert sum(counts) == total - len(shown)
    assert re.search(r"visits and talks \(196\d to 20\d\d\)", left)
    years = [int(row[1][-4:]) for row in shown]
    assert min(years) < 1975
    assert max(years) > 2005


def test_the_whole_dossier_leaves_nothing_out(tmp_path):
    answer = brief(tmp_path, many(300), whole=True)
    assert len(told(answer, "Visits and other events")) == len(answer.data["entries"])
    assert not answer.notes


def test_what_is_dated_and_told_by_many_stays_before_the_rest(tmp_path):
    pages = {f"page{at}": Page([event("CONSULT", "1970-05-01")]) for at in range(5)}
    pages["more"] = Page([*many(100), *(event("AID", "") for _ in range(40))])
    answer = small_record(tmp_path, pages).brief("Kenya", "Peru")
    shown = next(table.rows for table in answer.tables if table.title == "Visits and other events")
    assert any("and 2 more" in row[2] for row in shown)
    assert not [row for row in shown if row[1] == "undated"]


def test_one_part_does_not_crowd_the_others_out(tmp_path):
    crowd = [*(post(f"Person {at}", when=str(1900 + at)) for at in range(60)), *many(60), mission("opened", "1966")]
    crowd += [agreement("signed", str(1950 + 5 * at), f"Treaty number {at}") for at in range(9)]
    answer = brief(tmp_path, crowd)
    assert len(told(answer, "Missions")) == 1
    assert min(len(told(answer, title)) for title in ("Envoys and officials", "Agreements", "Visits and other events")) >= 8


def test_every_mark_has_its_source_and_every_source_its_mark(tmp_path):
    for number, tellings in enumerate(([*many(300), mission("opened", "1966")], many(3))):
        (tmp_path / str(number)).mkdir()
        answer = brief(tmp_path / str(number), tellings)
        assert marked(answer) == set(range(1, len(answer.sources) + 1))


def test_predecessors_are_told_of_and_named(tmp_path):
    tellings = [
        status("established", "1970", "KEN", "NOR"), status("established", "1980", "KEN", "ONE"),
        mission("opened", "1971", "Northtown", "KEN", "NOR"), event("CONSULT", "1972", target=("SOU",)),
    ]  # fmt: skip
    answer = brief(tmp_path, tellings, b="One Land")
    assert [table.title for table in answer.tables][:2] == ["Kenya and One Land", "Kenya and North Land"]
    assert told(answer, "Missions") == [("Embassy of Kenya in North Land, Northtown", "opened in 1971")]
    assert any("North Land, predecessor of One Land" in note for note in answer.notes)
    alone = small_record_again(tmp_path).brief("Kenya", "One Land", exact=True)
    assert not told(alone, "Missions")


def small_record_again(tmp_path):
    from comity.querying import Record

    from .small import folders_of

    return Record(tmp_path / "small.comity", folders_of(tmp_path))


def test_what_is_planned_of_relations_stands_apart(tmp_path):
    answer = brief(tmp_path, [status("established", "1965"), status("restored", "2030", factuality="planned")])
    assert told(answer, "Also said of relations") == [("2030", "Relations of Kenya and Peru: restored", "planned")]


def test_memberships_and_nothing_else_are_no_relations(tmp_path):
    answer = brief(tmp_path, [membership("joined", "1963", "KEN", "UN")], b="United Nations")
    assert told(answer, "Memberships")[0][1] == "joined in 1963"


def test_a_statement_with_many_sources_names_some_and_counts_the_rest(tmp_path):
    pages = {f"page{at}": [Telling("status", {"a": "KEN", "b": "PER", "change": "established"}, "1965")] for at in range(5)}
    store = small_store(tmp_path, pages)
    assert Citations(store, 3).marks(store.claims()) == "[1][2][3] and 2 more"
    assert Citations(store).marks(store.claims()) == "[1][2][3][4][5]"
