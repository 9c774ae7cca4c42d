"""EDTF: the table of bounds, what excludes what, how a date is said; and laws that hold for any date."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from comity import edtf
from comity.errors import BadDate


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


BOUNDS = [  # text, begin earliest, begin latest, end earliest, end latest, begin open, end open, approximate
    ("1960-10-07", "1960-10-07", "1960-10-07", "1960-10-07", "1960-10-07", "", "", False),
    ("1977-07", "1977-07-01", "1977-07-31", "1977-07-01", "1977-07-31", "", "", False),
    ("1976-02", "1976-02-01", "1976-02-29", "1976-02-01", "1976-02-29", "", "", False),
    ("1975", "1975-01-01", "1975-12-31", "1975-01-01", "1975-12-31", "", "", False),
    ("1975-XX-XX", "1975-01-01", "1975-12-31", "1975-01-01", "1975-12-31", "", "", False),
    ("1975-04-XX", "1975-04-01", "1975-04-30", "1975-04-01", "1975-04-30", "", "", False),
    ("198X", "1980-01-01", "1989-12-31", "1980-01-01", "1989-12-31", "", "", False),
    ("14XX", "1400-01-01", "1499-12-31", "1400-01-01", "1499-12-31", "", "", False),
    ("1975/1985", "1975-01-01", "1975-12-31", "1985-01-01", "1985-12-31", "", "", False),
    ("2018/..", "2018-01-01", "2018-12-31", "", "", "", "open", False),
    ("1985/", "1985-01-01", "1985-12-31", "", "", "", "unknown", False),
    ("../1990", "", "", "1990-01-01", "1990-12-31", "open", "", False),
    ("/1975", "", "", "1975-01-01", "1975-12-31", "unknown", "", False),
    ("1985~", "1985-01-01", "1985-12-31", "1985-01-01", "1985-12-31", "", "", True),
    ("1985%", "1985-01-01", "1985-12-31", "1985-01-01", "1985-12-31", "", "", True),
    ("1985?", "1985-01-01", "1985-12-31", "1985-01-01", "1985-12-31", "", "", False),
    ("1990-24", "1990-01-01", "1990-12-31", "1990-01-01", "1990-12-31", "", "", False),  # it is summer in Lima
    ("0968", "0968-01-01", "0968-12-31", "0968-01-01", "0968-12-31", "", "", False),
    ("1960/1965~", "1960-01-01", "1960-12-31", "1965-01-01", "1965-12-31", "", "", True),
]


@pytest.mark.parametrize("row", BOUNDS, ids=lambda row: row[0])
def test_the_bounds_are_those_of_the_table(row: tuple[str, str, str, str, str, str, str, bool]) -> None:
    text, *days, begin_open, end_open, approximate = row
    assert edtf.bounds(text) == edtf.Bounds(*map(day, days), begin_open, end_open, approximate)  # type: ignore[arg-type]


PAGE = Path(__file__).parents[1] / "docs" / "dates.md"


def test_the_page_of_dates_tells_the_same_days() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("## The forms")[2].partition("\n- ")[0]
    rows = [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in table.splitlines() if line.startswith("| `")]
    assert len(rows) >= 12
    for text, _, *told in rows[1:]:
        if told == ["none"] * 4:
            assert edtf.bounds(text) is None
            continue
        span = edtf.bounds(text)
        assert span is not None, text
        days = (span.begin_earliest, span.begin_latest, span.end_earliest, span.end_latest)
        assert [str(one) if one else "open" for one in days] == told, text


@pytest.mark.parametrize(
    "text", ["", "XXXX-06-14", "XXXX", "1975-13", "1975-02-30", "soon", "..", "../..", "/", "1975/soon", "0000"]
)
def test_what_names_no_days_has_no_bounds(text: str) -> None:
    assert edtf.bounds(text) is None


def test_an_open_end_reaches_at_least_to_what_the_source_vouches_for() -> None:
    known = edtf.bounds("2018/..", date(2024, 5, 8))
    assert known is not None
    assert (known.end_earliest, known.end_latest, known.end_open) == (date(2024, 5, 8), None, "open")


def test_a_source_older_than_the_begin_vouches_for_nothing() -> None:
    known = edtf.bounds("2018/..", date(2016, 1, 1))
    assert known is not None
    assert known.end_earliest is None


GOOD = (
    "", "1960-10-07", "1977-07", "1975", "198X", "1970/1989", "14XX", "2024-05-08/2024-05-10", "2018/..", "../1990", "1985~",
    "XXXX-06-14", "XXXX-02-29", "1985/198X", "1975-08/1975", "1985~/..", "1976-02-29", "XXXX-05-08/XXXX-05-10",
)  # fmt: skip
BAD = (
    "May 2024", "1975-00", "1975-13", "1975-02-29", "75", "19755", "1975-1", "1975-XX-XX", "1985/", "/1985", "1985?", "..",
    "../..", "1/2/3",
    "1990/1980", "1990/198X", "XXXX", "XXXX-13-45", "1975-10-32", "1975 ", "Y17000", "1975-21", "0000", "\uff11975",
)  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_the_forms_of_the_guide_pass(text: str) -> None:
    assert edtf.check(text) == text


@pytest.mark.parametrize("text", BAD)
def test_anything_else_is_refused_and_told_why(text: str) -> None:
    with pytest.raises(BadDate) as caught:
        edtf.check(text)
    assert repr(text) in str(caught.value)


EXCLUDES = [
    ("1974", "1974-08", False),  # one is only finer
    ("1973", "1974-08", True),
    ("1974-08-12", "1974-08-13", True),
    ("1985~", "1986", False),  # about: a year to each side
    ("1985~", "1987-02", True),
    ("1970/1979", "1979-05", False),
    ("1970/1979", "1980", True),
    ("../1990", "1991", True),
    ("../1990", "1988", False),
    ("2018/..", "2017", True),
    ("2018/..", "2030", False),
    ("198X", "1990", True),
    ("", "1990", False),  # no date excludes nothing
    ("XXXX-06-14", "1974-06-14", False),  # a day without its year is that day of any year
    ("XXXX-06-14", "1974-06", False),
    ("XXXX-06-14", "1974", False),
    ("XXXX-06-14", "1974-08", True),
    ("XXXX-06-14", "XXXX-06-15", True),
]


WIDENED = [
    ("1996-21", "1996"),  # the guide has no seasons
    ("../1990-23", "../1990"),
    ("1996-24/1997-21", "1996/1997"),
    ("1996-21/1996-22", "1996"),
    ("1996-21/..", "1996/.."),
    ("1901?", "1901"),
    ("1901%", "1901~"),
    ("1901-05?", "1901-05"),
    ("1975-XX-XX", "1975"),
    ("1975-04-XX", "1975-04"),
    ("1985/", "1985/.."),
    ("/1985", "../1985"),
    ("1985-05-06", "1985-05-06"),
    ("XXXX-06-14", "XXXX-06-14"),
    ("", ""),
    ("1975-13", ""),  # no date at all
    ("soon", ""),
    ("XXXX-21", ""),
]


@pytest.mark.parametrize(("text", "expected"), WIDENED)
def test_what_the_guide_cannot_write_becomes_the_narrowest_form_that_it_can(text: str, expected: str) -> None:
    assert edtf.widened(text) == expected


CONTAINS = [
    ("1974", "1974-08", True),
    ("1974-08", "1974", False),
    ("1974/..", "1980", True),
    ("../1990", "14XX", True),
    ("1970/1979", "197X", True),
    ("1985~", "1986-03", True),
    ("1985", "1985~", False),
    ("1974", "", False),
    ("XXXX-06-14", "1974-06-14", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), CONTAINS)
def test_one_date_contains_what_it_leaves_open(one: str, other: str, expected: bool) -> None:
    assert edtf.contains(one, other) is expected


@pytest.mark.parametrize(("one", "other", "expected"), EXCLUDES)
def test_dates_exclude_each_other_where_they_share_no_day(one: str, other: str, expected: bool) -> None:
    assert edtf.excludes(one, other) is edtf.excludes(other, one) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1960-10-07", "day"), ("1977-07", "month"), ("1977-07~", "month"), ("1975", "year"), ("1975-XX-XX", "year"),
        ("198X", "decade"), ("14XX", "century"), ("1975/1985", "range"), ("2018/..", "open"), ("../1990", "open"),
        ("1985/", "open"), ("1996-21", "year"), ("", "none"), ("XXXX-06-14", "none"), ("soon", "none"),
    ],
)  # fmt: skip
def test_precision(text: str, expected: str) -> None:
    assert edtf.precision(text) == expected


SAID = [
    ("1960-10-07", "7 October 1960"),
    ("1977-07", "July 1977"),
    ("1975", "1975"),
    ("1975-XX-XX", "1975"),
    ("198X", "the 1980s"),
    ("14XX", "the 15th century"),
    ("20XX", "the 21st century"),
    ("11XX", "the 12th century"),
    ("2024-05-08/2024-05-10", "8 to 10 May 2024"),
    ("2019-04-30/2019-05-02", "30 April to 2 May 2019"),
    ("2019-12-30/2020-01-02", "30 December 2019 to 2 January 2020"),
    ("2019-05/2019-07", "May to July 2019"),
    ("2019-05/2020", "May 2019 to 2020"),
    ("1970/1989", "1970 to 1989"),
    ("2018/..", "since 2018"),
    ("../1990", "by 1990"),
    ("1985/", "from 1985, end unknown"),
    ("/1985", "until 1985, begin unknown"),
    ("1985~", "about 1985"),
    ("1985~/..", "since about 1985"),
    ("1996-21", "spring 1996"),
    ("../1996-23", "by autumn 1996"),
    ("1996-21/1996-23", "spring to autumn 1996"),
    ("198X/..", "since the 1980s"),
    ("XXXX-06-14", "14 June, year not told"),
    ("XXXX-05-08/XXXX-05-10", "8 to 10 May, year not told"),
    ("", "undated"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_a_date_is_said_as_a_person_reads_it(text: str, expected: str) -> None:
    assert edtf.say(text) == expected


def test_dates_stand_in_order_and_the_undated_last() -> None:
    ordered = ["14XX", "1974", "1974-08", "1974-09", "198X", "1990/..", "2024-05-08", "XXXX-06-14", ""]
    shuffled = ordered[4:] + ordered[:4]
    assert sorted(shuffled, key=edtf.sort_key) == ordered


def test_the_finer_date_is_the_more_precise() -> None:
    ordered = ["1974-08-12", "1974-08", "1974", "1974~", "197X", "19XX", "1974/..", "XXXX-06-14", ""]
    assert all(edtf.less_precise(b, a) and not edtf.less_precise(a, b) for a, b in pairwise(ordered))


@pytest.mark.parametrize(
    ("text", "year", "first", "last"),
    [
        ("1979/2002", 1979, "1979-01-01", "2002-12-31"),
        ("../1990", 1990, "", "1990-12-31"),
        ("2018/..", 2018, "2018-01-01", ""),
        ("XXXX-06-14", None, "", ""),
    ],
)
def test_first_year_and_outer_days(text: str, year: int | None, first: str, last: str) -> None:
    assert (edtf.year_of(text), edtf.first_day(text), edtf.last_day(text)) == (year, day(first), day(last))


@pytest.mark.parametrize(
    ("point", "role", "expected"),
    [
        ("1975", "after", "1975/.."),
        ("1975-05", "before", "../1975-05"),
        ("1975/1980", "since", "1975/1980"),
        ("1975/..", "by", "1975/.."),
    ],
)
def test_the_binding_word_leaves_an_end_open(point: str, role: str, expected: str) -> None:
    assert edtf.framed(point, role) == expected


days = st.dates(date(3, 1, 1), date(9990, 1, 1))
points = st.one_of(
    days.map(date.isoformat),
    days.map(lambda d: d.isoformat()[:7]),
    days.map(lambda d: d.isoformat()[:4]),
    days.map(lambda d: f"{d.isoformat()[:4]}~"),
    days.map(lambda d: f"{d.isoformat()[:3]}X"),
    days.map(lambda d: f"{d.isoformat()[:2]}XX"),
)
stretches = st.tuples(points, points).map(lambda ends: "/".join(sorted(ends, key=edtf.sort_key)))
dates = st.one_of(points, points.map(lambda p: f"{p}/.."), points.map(lambda p: f"../{p}"), stretches)


@given(dates)
def test_every_date_passes_its_check_and_has_words(text: str) -> None:
    assert edtf.check(text) == text
    assert edtf.say(text)


@given(dates)
def test_bounds_run_forward(text: str) -> None:
    span = edtf.bounds(text)
    assert span is not None
    assert span.begin_earliest is None or span.begin_latest is None or span.begin_earliest <= span.begin_latest
    assert span.end_earliest is None or span.end_latest is None or span.end_earliest <= span.end_latest
    assert span.begin_earliest is None or span.end_latest is None or span.begin_earliest <= span.end_latest


@given(dates, dates)
def test_excluding_is_mutual_and_nothing_excludes_itself(one: str, other: str) -> None:
    assert edtf.excludes(one, other) == edtf.excludes(other, one)
    assert not edtf.excludes(one, one)


wide = st.one_of(
    dates,
    days.map(lambda d: f"{d.isoformat()[:4]}-{21 + d.month % 4}"),
    days.map(lambda d: f"{d.isoformat()[:4]}?"),
    days.map(lambda d: f"{d.isoformat()[:7]}-XX"),
    points.map(lambda p: f"{p}/"),
    points.map(lambda p: f"/{p}"),
)


@given(wide)
def test_widening_leaves_nothing_out_and_the_guide_can_write_it(text: str) -> None:
    told = edtf.widened(text)
    assert told
    assert edtf.check(told) == told == edtf.widened(told)
    assert edtf.contains(told, text)


@given(wide, wide)
def test_two_dates_with_bounds_either_exclude_or_overlap(one: str, other: str) -> None:
    assert edtf.overlaps(one, other) is edtf.overlaps(other, one)
    assert edtf.overlaps(one, other) is not edtf.excludes(one, other)


@given(wide, wide)
@example("00XX", "../0099")
def test_what_contains_overlaps_and_is_no_more_precise(one: str, other: str) -> None:
    if edtf.contains(one, other):
        assert edtf.overlaps(one, other)
        assert not edtf.less_precise(other, one)


@given(dates, dates, dates)
def test_containing_is_transitive(one: str, two: str, three: str) -> None:
    assert edtf.contains(one, one)
    for a, b, c in permutations((one, two, three)):
        assert edtf.contains(a, c) or not (edtf.contains(a, b) and edtf.contains(b, c))


@given(days)
def test_a_day_lies_in_its_month_year_decade_and_century(moment: date) -> None:
    nested = [moment.isoformat(), *(f"{moment.isoformat()[:cut]}{mark}" for cut, mark in ((7, ""), (4, ""), (3, "X"), (2, "XX")))]
    assert all(edtf.contains(wider, finer) for at, finer in enumerate(nested) for wider in nested[at:])


@given(points, st.sampled_from(["since", "after", "from", "by", "until", "before", "in", "on", "of"]))
def test_a_bound_date_holds_the_point_that_bounds_it(point: str, role: str) -> None:
    bound = edtf.framed(point, role)
    assert edtf.check(bound) == bound
    assert edtf.contains(bound, point)
    assert edtf.framed(bound, role) == bound


@given(days)
def test_a_day_does_not_exclude_what_holds_it(moment: date) -> None:
    text = moment.isoformat()
    for wider in (text[:7], text[:4], f"{text[:3]}X", f"{text[:2]}XX", f"../{text}", f"{text[:4]}/.."):
        assert not edtf.excludes(text, wider)
        assert edtf.less_precise(wider, text)


@given(days)
def test_neighbouring_days_exclude_each_other(moment: date) -> None:
    assert edtf.excludes(moment.isoformat(), (moment + timedelta(days=1)).isoformat())


@given(st.lists(st.one_of(dates, st.just(""), st.just("XXXX-06-14"))))
def test_the_order_is_total(texts: list[str]) -> None:
    backwards = texts[::-1]
    assert sorted(texts, key=edtf.sort_key) == sorted(backwards, key=edtf.sort_key)


@given(st.text(alphabet="0123456789-/.~X?", max_size=21))
def test_no_text_breaks_the_reader(text: str) -> None:
    edtf.fault(text)
    edtf.say(text)
    edtf.precision(text)
    edtf.excludes(text, "1975")
