from __future__ import annotations

import doctest

import pytest

from comity import sameness
from comity.sameness import block_keys, compare, content, dividers, parted, same_thing, stage_of, window, years_apart
from comity.schema import kinds
from querying.small import agreement, claims_of, event, figure, membership, mission, post, status


def likeness(x, y):
    return compare(*claims_of(x, y), kinds()[x.kind])


def test_its_examples_run():
    ran = doctest.testmod(sameness)
    assert ran.attempted
    assert not ran.failed


ALIKE = [
    (mission("opened", "1974"), mission("closed", "1990")),  # stages of one embassy
    (mission("opened", city="Lima"), mission("exists", city="")),  # a city told once
    (mission("opened", city="Cusco"), mission("opened", city="CUSCO")),  # spelling
    (mission("opened", city="Hà Nội"), mission("opened", city="Ha Noi")),  # accents
    (status("established", "1960-10-07"), status("established", "1960", a="PER", b="KEN")),  # either order, less precise
    (status("established", "1973"), status("established", "1974-08")),  # rival datings of one act
    (status("established"), status("established", "1974")),  # one undated
    (event("CONSULT", "2020-07"), event("CONSULT", "2020-07-12", source=("PER",), target=("KEN",))),  # who visits whom
    (figure(100, "2019"), figure(120, "2019")),  # values do not tell two figures apart
    (post("Ann Bee"), post("ANN BEE", host="")),
    (post("Ann M. Bee"), post("Ann Bee")),
    (post("Aleksandr Petrovich Lvov"), post("A. P. Lvov")),
    (post("", when="1990/1994"), post("Ann Bee", when="1990/1994")),  # of an office that one person holds
    (post("", when="1992-05-03"), post("Ann Bee", when="1990/1994")),
    (post("Ann Bee", when="1992-05-03"), post("Ann Bee", when="1990/1994")),
    (figure(100, "2019"), figure(90, "2019", unit="EUR")),
    (figure(9, "2019", "exports"), figure(9, "2019", "imports")),  # the books of both sides
    (mission("opened", city="Chiang Mai"), mission("opened", city="Chiangmai")),
    (event("CONSULT", "2020-07-12", factuality="planned"), event("CONSULT", "2020-07-19")),  # held a week late
    (event("CONSULT", "2020-07-12"), event("CONSULT", "2020-07-12/2020-07-15")),
    (status("established", "1960"), status("established", "1974")),  # it happens once: rival datings, however far apart
    (agreement("signed", "1977", "Treaty of Amity"), agreement("expired", "2002", "amity treaty")),
    (agreement("signed", "1977", "Treaty of Amity"), agreement("signed", "1978", "Treaty of Amity")),
]

APART = [
    (mission("opened", city="Lima"), mission("opened", city="Cusco")),
    (mission("opened", sender="KEN"), mission("opened", sender="CHL")),
    (mission("opened"), mission("opened", type="consulate")),
    (status("restored", "1960"), status("restored", "1974")),  # far apart: two acts
    (status("established", "1960"), status("restored", "1960")),
    (status("established", "1960"), status("established", "1960", b="CHL")),
    (event("CONSULT", "2020-07"), event("CONSULT", "2020-08")),
    (event("CONSULT", "2020-07"), event("CONSULT", "")),  # an undated meeting may be any
    (event("AID", "2020"), event("AID", "2020", source=("PER",), target=("KEN",))),  # giver and taker
    (figure(100, "2019"), figure(100, "2018")),
    (figure(100, "2019"), figure(100, "2019", unit="tonnes")),
    (figure(100, "2010/2019"), figure(10, "2019")),  # all years together, and the last
    (figure(9, "2019", "exports"), figure(9, "2019", "trade")),
    (post("Ann Bee", when="1990/1994"), post("Ann Bee", when="2001/2005")),  # two terms
    (post("Ann Bee"), post("Ben Bee")),
    (post("A. Bee", when="1950"), post("Ann Bee", when="1990")),  # perhaps her mother
    (post("", when="1991"), post("Ann Bee", when="1990/1994")),  # somebody in that year
    (membership("chairs", "2004"), membership("chairs", "2016")),  # it comes round
    (event("ASSAULT", "1968-03-02", place="Lima"), event("ASSAULT", "1968-03-02", place="Cusco")),
    (event("CONSULT", "2020-07-12", factuality="planned"), event("CONSULT", "2020-09-12")),
    (event("AID", "2020-07-12", factuality="planned"), event("AID", "2020-07-19")),
    (event("CONSULT", "XXXX-07-12", factuality="planned"), event("CONSULT", "2020-09-19")),
    (post(""), post("")),  # two unnamed envoys
    (agreement("signed", "1977", "Treaty of Amity"), agreement("signed", "1977", "Border treaty")),
    (agreement("signed", "1977"), agreement("signed", "1978")),  # nothing but the year ties them
]


@pytest.mark.parametrize(("x", "y"), ALIKE)
def test_these_speak_of_one_thing(x, y):
    assert likeness(x, y).same
    assert likeness(y, x).same


@pytest.mark.parametrize(("x", "y"), APART)
def test_these_do_not(x, y):
    assert not likeness(x, y).same
    assert not likeness(y, x).same


@pytest.mark.parametrize(("x", "y"), ALIKE)
def test_what_is_one_thing_is_in_one_block(x, y):
    first, second = claims_of(x, y)
    assert block_keys(first, kinds()[x.kind]) == block_keys(second, kinds()[x.kind])


@pytest.mark.parametrize(("x", "y"), ALIKE + APART)
def test_every_likeness_says_why(x, y):
    assert likeness(x, y).why


def test_numbers_without_sides_are_alike_within_one_document_only():
    here, there = figure(1, "2019", "trade", giver=(), taker=()), figure(2, "2019", "trade", giver=(), taker=())
    kind = kinds()["figure"]
    assert same_thing(*claims_of(here, there), kind)
    assert not same_thing(claims_of(here, doc="a")[0], claims_of(there, doc="b")[0], kind)


def test_a_break_between_two_starts_makes_two_acts_of_them():
    kind = kinds()["status"]
    first, severed, second = claims_of(status("restored", "1962"), status("severed", "1963-05"), status("restored", "1964"))
    assert parted(first, second, dividers([severed], kind), kind)
    assert not parted(first, second, dividers([second], kind), kind)


def test_a_break_that_may_lie_outside_parts_nothing():
    kind = kinds()["status"]
    first, severed, second = claims_of(status("restored", "1962"), status("severed", "196X"), status("restored", "1964"))
    assert not parted(first, second, dividers([severed], kind), kind)


def test_the_stage_is_what_the_claim_says_became_of_it():
    assert stage_of(claims_of(mission("closed"))[0], kinds()["mission"]) == "closed"
    assert stage_of(claims_of(figure(1, ""))[0], kinds()["figure"]) == ""


def test_years_apart_counts_calendar_years():
    first, second = window("1971"), window("1974-01")
    assert first
    assert second
    assert years_apart(first, second) == years_apart(second, first) == 3
    assert years_apart(first, first) == 0


def test_titles_keep_what_tells_them_apart():
    assert content("An Agreement on Air Services") == {"air", "services"}
    assert content("the treaty") == frozenset()
