from __future__ import annotations

import pytest

from comity.recording.contradictions import numbers_clash
from comity.recording.entries import join
from comity.schema import kinds
from querying.small import agreement, claims_of, figure, membership, mission, status


def clashes(*tellings):
    entries = join(claims_of(*tellings), kinds()[tellings[0].kind])
    return [(one.type, [value for value, _ in one.values]) for entry in entries for one in entry.contradictions]


TYPED = [
    ((mission("opened", "1974-08"), mission("opened", "1973")), "year against year", ["1973", "1974-08"]),
    ((mission("opened", "1974-08-02"), mission("opened", "1974-08-09")), "day against day", ["1974-08-02", "1974-08-09"]),
    ((mission("opened", "1974-08"), mission("opened", "1974-09-09")), "month against month", ["1974-08", "1974-09-09"]),
    ((status("severed", "1965"), status("severed", "1966")), "year against year", ["1965", "1966"]),
    ((figure(100, "1999"), figure(150, "1999")), "value", ["100", "150"]),
    ((figure(100, "1999"), figure(150, "1999", bound="at-least")), "value", ["100", "at least 150"]),
    (
        (agreement("signed", "1977", "Amity", term="P25Y"), agreement("signed", "1977", "Amity", term="P20Y")),
        "term",
        ["P20Y", "P25Y"],
    ),
]

NONE = [
    (mission("opened", "1974-08"), mission("opened", "1974")),  # less precise
    (mission("opened", "1974-08"), mission("opened", "")),  # not dated
    (mission("opened", "1974"), mission("closed", "1990")),  # other stages
    (mission("exists", "1974"), mission("exists", "1990")),  # seen twice
    (mission("opened", "1960"), mission("closed", "1970"), mission("opened", "1980")),  # opened twice, closed between
    (membership("chairs", "2004"), membership("chairs", "2016")),  # happens again and again
    (status("severed", "1965"), status("severed", "1985")),  # two acts
    (status("severed", "1965"), status("severed", "1966", factuality="planned")),  # plans exclude nothing
    (status("severed", "1965"), status("severed", "1966", factuality="denied")),
    (figure(1_200_000, "1999"), figure(1_198_500, "1999")),  # rounded
    (figure(100, "1999", bound="about"), figure(105, "1999")),
    (figure(100, "1999", bound="at-least"), figure(900, "1999")),
    (figure(100, "1999", value_to=200), figure(150, "1999")),  # a range
    (figure(100, "1999"), figure(300, "1999-02")),  # a month is no year
]


@pytest.mark.parametrize(("tellings", "type_of", "values"), TYPED)
def test_what_excludes_is_typed(tellings, type_of, values):
    assert clashes(*tellings) == [(type_of, values)]
    assert clashes(*reversed(tellings)) == [(type_of, values)]


@pytest.mark.parametrize("tellings", NONE)
def test_what_only_differs_is_no_contradiction(tellings):
    assert clashes(*tellings) == []


def test_a_value_that_excludes_none_stands_apart_from_the_rivals():
    assert clashes(mission("opened", "1974-08"), mission("opened", "1974-09"), mission("opened", "1974")) == [
        ("month against month", ["1974-08", "1974-09"])
    ]


def test_one_document_may_contradict_itself_and_each_side_names_its_claims():
    claims = claims_of(mission("opened", "1974-08"), mission("opened", "1973"), mission("opened", "1973"))
    (entry,) = join(claims, kinds()["mission"])
    (clash,) = entry.contradictions
    assert (clash.field, clash.stage) == ("when", "opened")
    assert [len(ids) for _, ids in clash.values] == [2, 1]


@pytest.mark.parametrize(
    ("x", "y", "clash"),
    [
        (60, 58, True),  # two figures are told
        (5000, 4960, False),
        (5000, 4600, True),
        (0, 0.2, True),
        (-3.5, -3.5, False),
        (1.2e9, 1.25e9, False),  # either way of rounding a half
    ],
)
def test_numbers_are_as_precise_as_they_look(x, y, clash):
    first, second = claims_of(figure(x, "1999"), figure(y, "1999"))
    assert numbers_clash(first, second) == numbers_clash(second, first) == clash
