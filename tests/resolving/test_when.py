"""Dates told from another date: settled against the date told before and the article's own, or left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity import edtf
from comity.mentions import DateWords
from comity.resolving.when import anchors, resolve, seen_from

# 8 May 2024 is a Wednesday.
SETTLED = [  # relative, role, anchor, published, expected
    ("text:year+0:XXXX-08", "in", "1974-03", "", "1974-08"),  # in August of the same year
    ("text:year+0", "in", "1974-03-05", "2024-05-08", "1974"),
    ("text:year+1", "in", "1974-08", "", "1975"),  # the following year
    ("text:year-1", "in", "1974", "", "1973"),
    ("text:year+2", "in", "1974~", "", "1976~"),  # about then, about two years later
    ("text:year+10", "in", "1974", "", "1984"),  # a decade later
    ("text:year+1", "in", "1979/2002", "", "2003"),  # after a stretch
    ("text:year-1", "in", "1979/2002", "", "1978"),
    ("text:year+0", "in", "1979/2002", "", ""),  # the same year as which?
    ("text:year+0", "in", "1974-03/1974-08", "", "1974"),
    ("text:year+1", "in", "2018/..", "", "2019"),
    ("text:year+0", "in", "../1990", "", "1990"),
    ("text:year+0", "in", "198X", "", ""),  # a decade has no one year
    ("text:year+0", "in", "", "2024-05-08", ""),
    ("text:decade+1", "in", "198X", "", "199X"),
    ("text:decade+1", "in", "2003", "", "2003/2013"),  # the ten years that follow it
    ("text:decade+0", "in", "1985", "", "198X"),
    ("text:century-1", "in", "1985", "", "18XX"),
    ("text:month+1", "in", "1974-12-05", "", "1975-01"),
    ("text:month-1", "in", "1974-01", "", "1973-12"),
    ("text:month+1", "in", "1974", "", ""),  # a year has no next month
    ("text:month+0:XXXX-XX-15", "on", "1974-08", "", "1974-08-15"),
    ("text:month+0:XXXX-XX-31", "on", "1974-09", "", ""),  # September has no such day
    ("text:day+0", "on", "1974-08-05", "", "1974-08-05"),
    ("text:day+1", "in", "1974-12-31", "", "1975-01-01"),
    ("text:day+0", "in", "1974-08", "", ""),
    ("text:week+1", "in", "2024-05-08", "", "2024-05-13/2024-05-19"),
    ("text:next:XXXX-10", "in", "1974-08", "", "1974-10"),  # the following October
    ("text:next:XXXX-05", "in", "1974-08", "", "1975-05"),
    ("text:next:XXXX-10", "in", "1974", "", ""),  # of this year or of the next?
    ("text:last:XXXX-10", "in", "1974-08-02", "", "1973-10"),
    ("text:then", "since", "1974-08", "", "1974-08/.."),
    ("text:then", "after", "1979/2002", "", "2002/.."),
    ("text:then", "since", "", "", ""),
    ("pub:day-1", "in", "1974", "2024-05-01", "2024-04-30"),
    ("pub:day+0", "in", "", "2024-05", ""),
    ("pub:year-1", "in", "1974", "2024-05-08", "2023"),
    ("pub:year-1:XXXX-07", "in", "", "2024-05-08", "2023-07"),
    ("pub:year+0:XXXX-04", "in", "", "2024", "2024-04"),  # this April
    ("pub:month-1", "in", "", "2024-01-08", "2023-12"),
    ("pub:week-1", "in", "", "2024-05-08", "2024-04-29/2024-05-05"),
    ("pub:week-1", "since", "", "2024-05-08", "2024-04-29/.."),
    ("pub:week+1", "by", "", "2024-05-08", "../2024-05-19"),
    ("pub:year-1", "since", "", "2024-05-08", "2023/.."),
    ("pub:year+1", "by", "", "2024-05-08", "../2025"),
    ("pub:on:W3", "on", "", "2024-05-08", "2024-05-08"),  # on the day itself
    ("pub:on:W2", "on", "", "2024-05-08", "2024-05-07"),
    ("pub:on:W4", "on", "", "2024-05-08", "2024-05-02"),
    ("pub:last:W3", "on", "", "2024-05-08", "2024-05-01"),
    ("pub:next:W3", "on", "", "2024-05-08", "2024-05-15"),
    ("pub:on:W2", "on", "1974-08-05", "2024-05", ""),  # no day to count from
    ("pub:last:XXXX-07", "in", "", "2024-05-08", "2023-07"),
    ("pub:last:XXXX-05", "in", "", "2024-05-08", "2023-05"),  # last May is not this one
    ("pub:next:XXXX-05", "in", "", "2024-05-08", "2025-05"),
    ("near:on:XXXX-03-14", "on", "", "2024-05-08", "2024-03-14"),
    ("near:on:XXXX-06-14", "on", "", "2024-05-08", "2023-06-14"),
    ("near:on:XXXX-05-10", "on", "", "2024-05-08", "2024-05-10"),  # the day after tomorrow, not a year ago
    ("near:on:XXXX-05", "in", "", "2024-05-08", "2024-05"),
    ("near:on:XXXX-12", "in", "", "2024-05", "2023-12"),
    ("near:on:XXXX-06-14", "on", "1974-03", "", "1974-06-14"),
    ("near:on:XXXX-06-14", "on", "1974", "2019", "1974-06-14"),  # a book tells its own years
    ("near:on:XXXX-06-14", "on", "1974", "2024-05-08", "2023-06-14"),  # news speaks of its own days
    ("near:on:XXXX-01-03", "on", "1974-12-20", "", "1975-01-03"),  # the turn of the year
    ("near:on:XXXX-06-14", "since", "", "2024-07-08", "2024-06-14/.."),
    ("near:on:XXXX-06-14", "on", "", "", "XXXX-06-14"),
    ("near:on:XXXX-06", "in", "", "", ""),
    ("near:on:XXXX-06-14", "on", "198X", "", "XXXX-06-14"),
    ("near:year+0", "by", "1974-08", "", "../1974"),
    ("near:on:XXXX-05-08 to near:on:XXXX-05-10", "from", "1974", "", "1974-05-08/1974-05-10"),
    ("near:on:XXXX-05-08 to near:on:XXXX-05-10", "from", "", "", "XXXX-05-08/XXXX-05-10"),
    ("near:on:XXXX-05-08 to near:on:XXXX-05-10", "from", "", "2024-05-09", "2024-05-08/2024-05-10"),
    ("near:on:XXXX-12-28 to near:on:XXXX-01-03", "from", "1974", "", "1974-12-28/1975-01-03"),
    ("pub:year+0:XXXX-01 to pub:year+0:XXXX-03", "from", "", "2024-05-08", "2024-01/2024-03"),
    ("pub:year+0:XXXX-01 to pub:year+0:XXXX-03", "from", "", "", ""),
    ("text:year+1:XXXX-02-29", "on", "1974", "", ""),  # no such day in 1975
    ("nonsense", "in", "1974", "2024", ""),
    ("near:month+0:XXXX-XX-12", "of", "1861-03-20", "", "1861-03-12"),  # the 12th inst.
    ("near:month-1:XXXX-XX-28", "of", "1861-03-20", "", "1861-02-28"),  # ultimo
    ("near:month+1:XXXX-XX-05", "on", "1861-12-20", "", "1862-01-05"),  # proximo
    ("near:on:XXXX-XX-19", "on", "1804-10-04", "", "1804-10-19"),
    ("near:on:XXXX-XX-03", "on", "1804-12-25", "", "1805-01-03"),  # a story goes on
    ("near:on:XXXX-XX-19", "on", "1804-10", "", "1804-10-19"),
    ("near:on:XXXX-XX-07", "on", "1804-10-04", "2024-05-08", "2024-05-07"),
    ("near:on:XXXX-XX-30", "on", "", "2024-05-08", "2024-04-30"),
    ("near:on:XXXX-XX-31", "on", "1804-11", "", ""),  # November has no such day
    ("near:on:XXXX-XX-19", "on", "1804", "", ""),
    ("near:on:XXXX-XX-19", "since", "1804-10-04", "", "1804-10-19/.."),
    ("text:next:XXXX-23", "in", "1911-03", "", "1911-23"),  # the following autumn
    ("text:next:XXXX-21", "in", "1911-03", "", "1912-21"),
    ("text:next:XXXX-23", "in", "1911-21", "", "1911-23"),  # from a spring on
    ("text:next:XXXX-05", "in", "1911-23", "", "1912-05"),
    ("text:last:XXXX-24", "in", "1911-03", "", "1910-24"),
    ("pub:last:XXXX-22", "in", "", "2018-02-10", "2017-22"),
    ("text:year+0:XXXX-22", "in", "1911-03", "", "1911-22"),
    ("pub:last:XXXX-22", "since", "", "2018-02-10", "2017-22/.."),
    ("text:year+10~", "in", "1964-05", "", "1974~"),  # some ten years later
    ("text:year+10~", "in", "1964~", "", "1974~"),
    ("text:anniversary+50", "on", "1955-05-12", "", "2005-05-12"),
    ("text:anniversary+5", "on", "1990-05", "", "1995-05"),
    ("text:anniversary+1", "on", "1956-02-29", "", ""),  # a day that 1957 has not
    ("text:anniversary+50", "on", "195X", "", ""),
    ("text:then to text:year+3", "in", "1970", "", "1970/1973"),
    ("text:then to text:year+3", "in", "", "", ""),
    ("text:then to text:month+3", "in", "1970-05-06", "", "1970-05-06/1970-08"),
    ("pub:year-5 to pub:year+0", "in", "1970", "2020-05-01", "2015/2020"),
    ("pub:year-5~ to pub:year+0", "in", "", "2020-05-01", "2015~/2020"),
    ("text:year-2 to text:then", "in", "1970", "", "1968/1970"),
    ("pub:year+0:XXXX-04 to pub:year+0:XXXX-06", "in", "", "2015-08-11", "2015-04/2015-06"),
    ("text:then", "until", "1944", "", "../1944"),
]


@pytest.mark.parametrize(("relative", "role", "anchor", "published", "expected"), SETTLED)
def test_a_relative_date_is_settled(relative: str, role: str, anchor: str, published: str, expected: str) -> None:
    when, step = resolve(DateWords(relative=relative, role=role), anchor=anchor, published=published)
    assert when == expected
    assert step


@pytest.mark.parametrize(
    ("relative", "published", "expected"),
    [
        ("near:on:XXXX-06-14", "2024-05-08", "2024-06-14"),
        ("near:on:XXXX-03-14", "2024-05-08", "2025-03-14"),
        ("pub:on:W2", "2024-05-08", "2024-05-14"),
        ("pub:on:W3", "2024-05-08", "2024-05-08"),
        ("near:on:XXXX-12-28 to near:on:XXXX-01-03", "2024-05-08", "2024-12-28/2025-01-03"),
        ("near:on:XXXX-05-07 to near:on:XXXX-05-10", "2024-05-08", "2024-05-07/2024-05-10"),  # it has begun
    ],
)
def test_what_is_planned_lies_ahead(relative: str, published: str, expected: str) -> None:
    assert resolve(DateWords(relative=relative), anchor="", published=published, planned=True)[0] == expected


def test_a_date_told_outright_stays_and_needs_no_step() -> None:
    assert resolve(DateWords("1975/..", role="since"), anchor="1960", published="2024-05-08") == ("1975/..", "")


@pytest.mark.parametrize(
    ("relative", "expected"),
    [
        ("text:year+0:XXXX-08", "August of the same year as 1974-03 (told before): 1974-08"),
        ("text:year+2", "2 years after 1974-03 (told before): 1976"),
        ("pub:year-1:XXXX-07-04", "4 July of 1 year before 2024-05-08 (published): 2023-07-04"),
        ("pub:on:W2", "the latest Tuesday up to 2024-05-08 (published): 2024-05-07"),
        ("near:on:XXXX-03-14", "the latest 14 March up to 2024-05-08 (published): 2024-03-14"),
        ("text:next:XXXX-10", "the first October after 1974-03 (told before): 1974-10"),
        ("text:then", "from then on: 1974-03 (told before): 1974-03"),
        ("text:day+1", "no date told before that settles it"),
        ("text:anniversary+50", "the same day 50 years after 1974-03 (told before): 2024-03"),
        ("text:year+10~", "about 10 years after 1974-03 (told before): 1984~"),
        ("text:next:XXXX-23", "the first autumn after 1974-03 (told before): 1974-23"),
    ],
)
def test_the_step_says_what_it_was_settled_against(relative: str, expected: str) -> None:
    assert resolve(DateWords(relative=relative), anchor="1974-03", published="2024-05-08")[1] == expected


@pytest.mark.parametrize(
    ("outer", "when", "inside", "expected"),
    [
        ("after", "1990", True, "1990"),
        ("after", "1990", False, "1990/.."),
        ("since", "1990-05", False, "1990-05/.."),
        ("until", "1990", False, "../1990"),
        ("before", "1990", False, "../1990"),
        ("after", "1988/1990", False, "1988/1990"),
        ("after", "", False, ""),
        ("", "1990", False, "1990"),
    ],
)
def test_what_a_phrase_does_not_tell_itself_is_after_it_or_before(outer: str, when: str, inside: bool, expected: str) -> None:
    assert seen_from(DateWords(when, outer=outer), when, inside=inside) == expected


def test_each_date_stands_on_the_last_that_was_told_before_it() -> None:
    dates = [
        DateWords("1974-08"),
        DateWords(relative="text:year+1"),
        DateWords("1954", role="of"),  # the 1954 accord moves nothing
        DateWords("198X"),  # nor does a decade
        DateWords(relative="pub:day+0"),  # nor "today"
        DateWords(relative="text:month+1"),
        DateWords("1990-02-03"),
        DateWords(relative="text:day+1"),
    ]
    assert anchors(dates, published="2024-05-08") == ["", "1974-08", "1975", "1975", "1975", "1975", "1975", "1990-02-03"]


bases = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda d: str(d)[:7]),
    st.dates().map(lambda d: str(d)[:4]),
    st.sampled_from(
        ["", "198X", "14XX", "1985~", "1974/1980", "2018/..", "../1990", "XXXX-06-14", "9999-12-31", "0001-01-01", "1996-21"]
    ),
)
steps = st.one_of(
    st.tuples(
        st.sampled_from(["year", "month", "week", "day", "decade", "century", "anniversary"]),
        st.integers(-120, 120),
        st.sampled_from(["", "~"]),
    ).map(lambda step: f"{step[0]}{step[1]:+}{step[2]}"),
    st.sampled_from(["on", "last", "next"]),
)
told = st.sampled_from(["XXXX-08", "XXXX-23", "XXXX-02-29", "XXXX-06-14", "XXXX-XX-31", "W1", "W7"])


@given(
    st.sampled_from(["pub", "text", "near"]),
    steps,
    told,
    st.sampled_from(["in", "since", "by"]),
    st.tuples(bases, bases, st.booleans()),
)
def test_whatever_is_asked_the_answer_is_a_date_or_none(
    base: str, step: str, told: str, role: str, context: tuple[str, str, bool]
) -> None:
    anchor, published, planned = context
    for relative in (f"{base}:{step}", f"{base}:{step}:{told}", f"{base}:{step}:{told} to {base}:{step}"):
        when, _ = resolve(DateWords(relative=relative, role=role), anchor=anchor, published=published, planned=planned)
        assert edtf.widened(when) or not when
