from __future__ import annotations

from dataclasses import replace

import pytest

from comity.recording.contradictions import numbers_clash
from comity.recording.entries import join
from comity.schema import kinds
from querying.small import agreement, claims_of, event, figure, membership, mission, post, status


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


def ways(*tellings):
    entries = join(claims_of(*tellings), kinds()[tellings[0].kind])
    return [(one.way, [value for value, _ in one.values]) for entry in entries for one in entry.contradictions]


WAYS = [
    ((status("severed", "1965"), status("severed", "1966")), "date", ["1965", "1966"]),
    ((figure(100, "1999"), figure(150, "1999")), "value", ["100", "150"]),
    # one denies what the other asserts
    (
        (event("ASSAULT", "1965-03-02"), event("ASSAULT", "1965-03-02", factuality="denied")),
        "polarity",
        ["asserted", "denied"],
    ),
    ((status("severed", "1965-03-02"), status("severed", "1965", factuality="denied")), "polarity", ["asserted", "denied"]),
    # what cannot both be of one thing on one day
    ((status("severed", "1965-03-02"), status("suspended", "1965-03-02")), "status", ["severed", "suspended"]),
    ((mission("opened", "1965-03-02"), mission("opened", "1965-03-02", type="consulate")), "status", ["consulate", "embassy"]),
    ((membership("observer", "1965-03-02"), membership("member", "1965-03-02")), "status", ["member", "observer"]),
    (
        (post("Ann Bee", when="1965-03-02"), post("Anne Bee", "chargé-d-affaires", when="1965-03-02")),
        "status",
        ["ambassador", "chargé-d-affaires"],
    ),
    # stages in an order that cannot be
    ((status("established", "1965-03-02"), status("recognized", "1966")), "order", ["1965-03-02", "1966"]),
    (
        (agreement("signed", "1977-07-18", "Pact of Amity"), agreement("ratified", "1977-02", "Pact of Amity")),
        "order",
        ["1977-02", "1977-07-18"],
    ),
    # one office, one holder
    ((post("Ann Bee", when="1965-03-02"), post("Ben Cee", when="1965-03-02")), "person", ["Ann Bee", "Ben Cee"]),
    ((post("Ann Bee", when="1990/1996"), post("Ben Cee", when="1993/1999")), "person", ["Ann Bee", "Ben Cee"]),
    # one act in two places
    ((mission("exists", "2010"), mission("exists", "2010", city="Cusco")), "place", ["Cusco", "Lima"]),
    (
        (event("CONSULT", "1965-03-02", place="Lima"), event("CONSULT", "1965-03-02", place="Cusco")),
        "place",
        ["Cusco", "Lima"],
    ),
    # two lengths of a visit, of a term
    (
        (event("CONSULT", "1965-03-02/1965-03-05"), event("CONSULT", "1965-03-02/1965-03-07")),
        "date",
        ["1965-03-02/1965-03-05", "1965-03-02/1965-03-07"],
    ),
    ((post("Ann Bee", when="1990/1994"), post("Ann Bee", when="1991/1995")), "date", ["1990/1994", "1991/1995"]),
    # no rate of any year makes these agree
    ((figure(100, "2014"), figure(300, "2014", unit="EUR")), "value", ["100 USD", "300 EUR"]),
]

NO_WAY = [
    (event("ASSAULT", "1965"), event("ASSAULT", "1965-03-02", factuality="denied")),  # not on that day, but in that year
    (status("severed", ""), status("severed", "", factuality="denied")),  # of which time, nobody says
    (event("ASSAULT", "1965", factuality="planned"), event("ASSAULT", "1965", factuality="denied")),
    (mission("opened", "1965"), mission("opened", "1965", type="consulate")),  # both, in one year
    (mission("opened", "1965-03-02"), mission("opened", "1965-03-02", type="trade-office")),
    (mission("exists", "1970"), mission("exists", "2010", city="Cusco")),  # it moved
    (mission("exists", "2010", type="consulate"), mission("exists", "2010", type="consulate", city="Cusco")),
    (status("established", "1961"), status("recognized", "1979")),  # another government of it
    (agreement("signed", "1977", "Pact of Amity"), agreement("ratified", "1977-02", "Pact of Amity")),
    (post("Ann Bee", when="1990/1994"), post("Ben Cee", when="1994/1999")),  # her successor
    (post("Ann Bee", when="1994"), post("Ben Cee", when="1994")),  # his predecessor
    (post("Ann Bee", "minister", when="1990/1996"), post("Ben Cee", "minister", when="1993/1999")),
    (post("Ann Bee", when="1990/1996"), post("A. Bee", when="1990/1996")),
    (post("Ann Bee", when="1990/1996"), post("Ann Bee", when="1992-05-01")),
    (event("ASSAULT", "1965-03-02", place="Lima"), event("ASSAULT", "1965-03-02", place="Cusco")),  # two raids
    (event("CONSULT", "1965-03", place="Lima"), event("CONSULT", "1965-03", place="Cusco")),  # two visits
    (event("CONSULT", "1965-03-02/1965-03-05"), event("CONSULT", "1965-03-03")),
    (event("CONSULT", "1965-03-02/1965-03-05"), event("CONSULT", "1965-03-04", factuality="planned")),
    (figure(100, "2014"), figure(80, "2014", unit="EUR")),
    (figure(100, "2014", "exports"), figure(120, "2014", "imports")),  # the buyer counts the freight too
]


@pytest.mark.parametrize(("tellings", "way", "values"), WAYS)
def test_a_contradiction_says_in_what_way(tellings, way, values):
    assert ways(*tellings) == [(way, values)]
    assert ways(*reversed(tellings)) == [(way, values)]


@pytest.mark.parametrize("tellings", NO_WAY)
def test_what_both_can_be_right_is_none(tellings):
    assert ways(*tellings) == []


def test_one_sentence_that_lists_cities_contradicts_nothing():
    here, there = claims_of(mission("opened", "2010", city="Lima"), mission("opened", "2010", city="Cusco"))
    (entry,) = join([here, there], kinds()["mission"])
    assert [one.way for one in entry.contradictions] == ["place"]
    listed = [here, replace(there, evidence=here.evidence)]
    assert not [one for entry in join(listed, kinds()["mission"]) for one in entry.contradictions]


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
