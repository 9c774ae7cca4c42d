from __future__ import annotations

import pytest

from comity.reading._stamps import bare_date, byline, date_order, full_date, is_day, is_stamp


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("3 May 2021", "2021-05-03"),
        ("May 3rd, 2021", "2021-05-03"),
        ("3 Sept. 1999", "1999-09-03"),
        ("2021-05-03T10:00:00Z", "2021-05-03"),
        ("3 May 202110:30", "2021-05-03"),
        ("5/23/2021 3:20 PM", "2021-05-23"),
        ("5/6/2021", ""),
        ("23/5/2021", "2021-05-23"),
        ("5.6.2021", "2021-06-05"),
        ("31 February 2021", ""),
        ("May 3", ""),
        ("May 2021", ""),
        ("no date", ""),
        ("2021-13-01", ""),
    ],
)
def test_a_full_date_is_read(words, date):
    assert full_date(words) == date


@pytest.mark.parametrize(
    ("words", "stamp"),
    [
        ("Published: 3 May 2021", True),
        ("Last updated on May 3, 2021", True),
        ("Monday, 3 May 2021", True),
        ("2021-05-03T10:00:00Z", True),
        ("(Latest Update May 3, 2021 )", True),
        ("3 May 2021 | 10:20 GMT", True),
        ("5/23/2021 3:20:24 PM", True),
        ("3 May 2021", False),
        ("Published in Lima", False),
        ("The treaty was published on 3 May 2021", False),
        ("1952", False),
    ],
)
def test_a_stamp_needs_more_than_a_date(words, stamp):
    assert is_stamp(words) is stamp


@pytest.mark.parametrize(
    ("words", "bare"), [("3 May 2021", True), ("1952", True), ("May 1952", True), ("1952 it was", False), ("In 1952", False)]
)
def test_a_bare_date_is_nothing_else(words, bare):
    assert bare_date(words) is bare


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("By Ana Perez", "Ana Perez"),
        ("By Ana de la Cruz (Update May 3, 2021)", ""),
        ("By Ana Perez, Lima", "Ana Perez"),
        ("By Ana Perez   (Latest Update May 3, 2021 )", "Ana Perez"),
        ("By 1990 the mission was closed", ""),
        ("By land and sea", ""),
        ("By Ana Perez the bridge was opened", ""),
    ],
)
def test_a_byline_gives_its_name(words, name):
    assert byline(words) == name


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        (["5/23/2021", "5/6/2021"], "mdy"),
        (["23/5/2021", "5/6/2021"], "dmy"),
        (["5/6/2021"], ""),
        (["5/23/2021", "23/5/2021"], ""),  # of two sources
        (["23.5.2021"], ""),
    ],
)
def test_a_page_tells_how_it_writes_dates_in_figures(lines, order):
    assert date_order(lines) == order
    assert full_date("5/6/2021", order) == {"mdy": "2021-05-06", "dmy": "2021-06-05"}.get(order, "")


def test_a_day_is_no_words_with_a_day():
    assert is_day("3 May 1901")
    assert not is_day("after 3 May 1901")
