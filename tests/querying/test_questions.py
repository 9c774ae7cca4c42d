from __future__ import annotations

import json
import re
import shlex
from typing import TYPE_CHECKING

import pytest

import comity.querying
from comity.errors import BadDate, NoPair, TooMany, UnknownActor, UnknownChoice, UnknownClaim
from comity.querying import Record, questions

from .small import Page, Telling, agreement, event, figure, membership, mission, post, small_record, status

if TYPE_CHECKING:
    from comity.querying._question import Answer

TOLD = {
    "a": Page(
        [
            status("established", "1962-09-05"),
            mission("opened", "1973"),
            post("Ann Bee", when="1974"),
            agreement("signed", "1977-07-18", "Treaty of Amity", term="P25Y"),
            event("CONSULT", "1980-05-03"),
            event("CONSULT", "1981-05", factuality="planned"),
        ],
        "2001-05",
    ),
    "b": [
        mission("opened", "1974-08"),
        mission("exists", "", ""),
        figure(4_900_000.0, "1999"),
        status("established", "1962"),
        Telling("event", {"type": "AID", "source": ("KEN",), "target": ("PER",), "place": ""}, "", say="Kenya sent maize."),
    ],
    "c": [figure(4_000_000.0, "1999"), membership("joined", "1963-12-16"), status("established", "1985", "KEN", "OLD")],
}


@pytest.fixture
def record(tmp_path):
    return small_record(tmp_path, TOLD)


# A question, how it is asked, and words that its answer must hold.
ASKED = [
    ("status", {"a": "Kenya", "b": "Peru"}, "5 September 1962"),
    ("timeline", {"a": "Kenya", "b": "Peru"}, "CONSULT: Kenya – Peru"),
    ("missions", {"a": "Peru"}, "opened in 1973 [1] or in August 1974 [2]; exists [3]"),
    ("contradictions", {}, "1973 [1] against August 1974 [2]"),
    ("why", {"claim": ""}, "made/up:1"),
    ("brief", {"a": "Kenya", "b": "Peru"}, "Treaty of Amity"),
    ("sources", {}, "Page a"),
    ("document", {"doc": "b"}, "Aid, from Kenya to Peru: 4,900,000 USD"),
    ("verify", {}, "The chain holds"),
    ("panel", {"states": ["Kenya", "Peru"], "from_": "1962", "to": "1980"}, "related"),
    ("network", {"states": ["Kenya"], "on": "1980"}, "related"),
    ("partners", {"a": "Kenya", "on": "1980"}, "embassy of Kenya in Lima"),
    ("compare", {"pairs": ["Kenya:Peru", "Kenya:Chile"]}, "established on 5 September 1962"),
    ("changes", {"a": "Kenya", "b": "Peru", "since": "2020"}, "12 new"),
    ("search", {"words": "maize"}, "AID: Kenya – Peru"),
    ("posts", {"a": "Kenya"}, "Ann Bee"),
    ("agreements", {"a": "Kenya", "b": "Peru"}, "P25Y"),
    ("memberships", {"a": "Kenya", "b": "UN"}, "joined on 16 December 1963 [1]"),
    ("figures", {"a": "Kenya"}, "4,900,000 USD"),
]


def words(answer: Answer) -> str:
    cells = [str(cell) for table in answer.tables for row in table.rows for cell in row]
    return "\n".join([*answer.lead, *cells, *answer.notes])


def test_every_question_is_asked_here():
    elsewhere = {"evaluate", "judgements"}  # which want more: test_evaluate.py, test_judging.py
    assert {name for name, _, _ in ASKED} | elsewhere == set(questions())


@pytest.mark.parametrize(("name", "asked", "held"), ASKED)
def test_a_question_finds_what_is_told(record, name, asked, held):
    given = {key: value or record.store.claims("mission")[0].id[:8] for key, value in asked.items()}
    answer = getattr(record, name)(**given)
    assert answer.found
    assert answer.question == name
    assert held in words(answer)


@pytest.mark.parametrize(("name", "asked", "_"), ASKED)
def test_an_answer_is_json_and_its_marks_point_to_sources(record, name, asked, _):
    given = {key: value or record.store.claims()[0].id for key, value in asked.items()}
    answer = getattr(record, name)(**given)
    json.dumps(answer.to_json())
    marks = {int(number) for number in re.findall(r"\[(\d+)\]", words(answer))}
    assert marks <= set(range(1, len(answer.sources) + 1))
    assert name == "why" or marks == set(range(1, len(answer.sources) + 1))
    for source in answer.sources:
        assert record.store.document(source.doc).text[source.start : source.end] == source.quote


NOTHING = [
    ("timeline", {"a": "Chile"}),
    ("missions", {"a": "Chile"}),
    ("contradictions", {"a": "Chile"}),
    ("brief", {"a": "Chile", "b": "Peru"}),
    ("search", {"words": "nowhere"}),
    ("posts", {"a": "Chile"}),
    ("agreements", {"a": "Chile"}),
    ("memberships", {"a": "Chile"}),
    ("figures", {"a": "Chile"}),
    ("panel", {"states": ["Chile"]}),
    ("network", {"states": ["Chile"], "on": "1980"}),
    ("partners", {"a": "Chile", "on": "1980"}),
    ("compare", {"pairs": ["Chile:Peru", "Chile:UN"]}),
    ("changes", {"a": "Chile", "since": "2020"}),
]


@pytest.mark.parametrize(("name", "asked"), NOTHING)
def test_where_nothing_is_told_the_answer_says_so(record, name, asked):
    answer = record.ask(name, **asked)
    assert not answer.found
    assert answer.lead
    assert not answer.sources


@pytest.mark.parametrize("name", sorted(questions()))
def test_a_question_is_described_in_full(name):
    question = questions()[name]
    assert question.name == name
    command, asked, *_ = shlex.split(question.example)
    assert (command, asked) == ("comity", name)
    assert question.what.endswith(".")
    required = [one.required for one in question.parameters if (one.required and not one.option) or one.argument]
    assert required == sorted(required, reverse=True)


def test_names_codes_and_forms_of_a_state_ask_the_same(record):
    assert record.timeline("Kenya") == record.timeline("KEN") == record.timeline("kenyan")


def test_arguments_may_be_given_in_their_order_or_by_name(record):
    assert record.status("Kenya", "Peru", on="1970") == record.status(b="PER", a="KEN", on="1970")


WRONG = [
    ("status", {"a": "Kenia", "b": "Peru"}, UnknownActor, "Kenya"),
    ("status", {"a": "Kenya", "b": "Peru", "on": "1974-13-01"}, BadDate, "1974-13-01"),
    ("timeline", {"a": "Kenya", "kind": "evnt"}, UnknownChoice, "Did you mean event"),
    ("panel", {"states": ["Kenya"], "unit": "years"}, UnknownChoice, "Did you mean year"),
    ("compare", {"pairs": ["Kenya"]}, NoPair, "Laos:Vietnam"),
    ("compare", {"pairs": ["Kenya:Peru"]}, TooMany, "2 to 5"),
    ("network", {"states": ["Kenya"], "on": "1980/.."}, BadDate, "for a day"),
    ("why", {"claim": "zzz"}, UnknownClaim, "zzz"),
    ("timline", {}, UnknownChoice, "Did you mean timeline"),
]


@pytest.mark.parametrize(("name", "asked", "error", "said"), WRONG)
def test_a_wrong_question_is_an_error_that_helps(record, name, asked, error, said):
    with pytest.raises(error, match=said):
        record.ask(name, **asked)


def test_a_question_that_is_none_is_no_attribute(record):
    with pytest.raises(AttributeError, match="There are: agreements"):
        _ = record.nonsense
    with pytest.raises(TypeError):
        record.status("Kenya")
    assert "status" in dir(record)


def test_a_record_closes(tmp_path):
    small_record(tmp_path, TOLD).close()
    with Record(tmp_path / "small.comity") as record:
        assert record.sources().found


def test_the_timeline_is_in_order_and_its_undated_rows_come_last(record):
    whens = [row["when"] for row in record.timeline("Kenya", "Peru").data["rows"]]
    dated = [when for when in whens if when]
    assert dated == sorted(dated)
    assert whens[: len(dated)] == dated


def test_a_stretch_of_the_timeline_holds_what_may_lie_in_it(record):
    told = record.timeline("Kenya", "Peru", from_="1974", to="1980-05")
    assert [row["when"] for row in told.data["rows"]] == ["1974", "1974-08", "1977-07-18", "1980-05-03"]
    assert record.timeline("Kenya", "Peru", kind="agreement").data["rows"][0]["kind"] == "agreement"


def test_rival_dates_stand_side_by_side_in_the_timeline(record):
    rows = {row[1]: row for row in record.timeline("Kenya", "Peru", kind="mission").tables[0].rows}
    assert ("1973 or August 1974", "Embassy of Kenya in Peru, Lima: opened [1][2]", 2) in rows.values()


def test_what_is_planned_is_marked_in_the_timeline(record):
    assert any("(planned)" in str(row[1]) for row in record.timeline("Kenya", "Peru").tables[0].rows)


def test_a_present_state_covers_its_predecessor_unless_exact(record):
    assert record.timeline("New Land").found
    assert not record.timeline("New Land", exact=True).found


def test_missions_of_a_day_leave_out_what_was_not_open(record):
    assert not record.missions("Kenya", on="1970-01-01").found
    assert "contradicted" in words(record.missions("Kenya", on="1974-03-01"))
    assert "open: since at least 31 August 1974" in words(record.missions("Kenya", on="1980"))


def test_posts_of_a_time_are_those_whose_time_is_told(record):
    assert record.posts("Kenya", on="1974-06").found
    assert not record.posts("Kenya", on="1990").found


def test_contradictions_name_both_sides(record):
    told = record.contradictions("Kenya", "Peru").data["contradictions"]
    assert [(one["kind"], one["field"], one["type"]) for one in told] == [
        ("mission", "when", "year against year"),
        ("figure", "value", "value"),
    ]


def test_why_tells_rule_steps_context_and_companions(record):
    claim = record.store.claims("mission", doc="a")[0]
    told = record.why(claim.id[:10])
    assert {"rule", "step 1", "before it", "after it"} <= {row[0] for row in told.tables[1].rows}
    assert len(told.data["others"]) == 2
    assert told.data["quote"] == record.store.quote(claim)


def test_search_gives_the_sentence_with_its_claims(record):
    told = record.search("maize")
    assert told.sources[0].quote == "Kenya sent maize."
    assert told.data["sentences"][0]["claims"] == [told.sources[0].claim]


def test_a_brief_has_its_sections_and_says_what_is_untold(record):
    told = record.brief("Kenya", "Peru")
    titles = [table.title for table in told.tables]
    assert titles == [
        "Kenya and Peru", "Missions", "Envoys and officials", "Agreements", "Visits and other events",
        "Aid, trade and other figures", "Contradictions", "What no source tells",
    ]  # fmt: skip
    bare = record.brief("Kenya", "Old Land")
    assert ("figures", "No source gives a figure.") in bare.tables[-1].rows


def test_a_brief_of_a_day_opens_with_it_and_leaves_the_later_out(record):
    told = record.brief("Kenya", "Peru", on="1975-01-01")
    assert "On 1 January 1975, Kenya and Peru were related" in told.lead[1]
    assert "Agreements" not in [table.title for table in told.tables]


def test_answers_iterate_over_their_rows(record):
    assert next(iter(record.sources()))["publisher"] == "Press"


def test_the_front_of_the_room_names_what_it_hands_out():
    assert sorted(comity.querying.__all__) == comity.querying.__all__
