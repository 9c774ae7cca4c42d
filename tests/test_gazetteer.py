from __future__ import annotations

import re

import pytest

from comity.errors import CodeTwice, UnknownActor
from comity.gazetteer import actors, read_actors
from comity.mentions import How
from comity.registry import Folders

# What a person types, and who is meant.
NAMES = [
    ("Laos", "LAO"),
    ("laos", "LAO"),
    ("LAO", "LAO"),
    ("lao", "LAO"),  # an adjective in small letters, and a code
    ("  South   Korea ", "KOR"),
    ("Republic of Korea", "KOR"),
    ("the Netherlands", "NLD"),
    ("Netherlands", "NLD"),
    ("USSR", "SUN"),
    ("Soviet", "SUN"),
    ("Soviet Union", "SUN"),
    ("Vietnamese", "VNM"),
    ("North Vietnam", "VDR"),
    ("DPRK", "PRK"),
    ("EU", "EU"),
    ("European Union", "EU"),
    ("un", "UN"),
    ("Côte d'Ivoire", "CIV"),
    ("Ivory Coast", "CIV"),
]


@pytest.mark.parametrize(("words", "code"), NAMES)
def test_an_actor_is_found_by_any_of_its_names(words, code):
    assert actors().find(words) == code


@pytest.mark.parametrize("code", sorted(actors()))
def test_every_actor_is_found_by_its_code_and_by_its_name(code):
    assert actors().find(code) == code
    found = actors().find(actors().name(code))
    assert found == code, f"the name {actors().name(code)!r} of {code} leads to {found}: give one of the two another `name`"


NOBODY = [("Norwey", "Did you mean Norway?"), ("Xyzzy", ""), ("", ""), ("Hanoi", ""), ("1973", "")]


@pytest.mark.parametrize(("words", "hint"), NOBODY)
def test_who_is_not_known_is_met_with_the_nearest(words, hint):
    with pytest.raises(UnknownActor) as error:
        actors().find(words)
    assert hint in error.value.sentence


# A code, a date, and to whom an act of that date belongs.
ACTS = [
    ("RUS", "1978", "SUN"),
    ("RUS", "1995-05", "RUS"),
    ("RUS", "1985/1995", "RUS"),  # a period across the change takes the state at its end
    ("RUS", "", "RUS"),  # nothing said of the time
    ("RUS", "1960/..", "SUN"),  # from then on: the one that began it
    ("VNM", "1965-02", "VDR"),
    ("VNM", "1976-07-18", "VNM"),
    ("VNM", "1980", "VNM"),
    ("SUN", "1978", "SUN"),
    ("LAO", "1965", "LAO"),  # an earlier regime keeps the code
    ("EU", "1980", "EC"),
    ("AU", "1990", "OAU"),
    ("XXX", "1990", "XXX"),  # nobody's code
]


@pytest.mark.parametrize(("code", "when", "settled"), ACTS)
def test_acts_belong_to_the_state_of_their_time(code, when, settled):
    assert actors().at(code, when) == settled


def test_a_state_covers_its_predecessors_with_their_years():
    lines = {code: (since, until) for code, since, until in actors().lineage("RUS")}
    assert "SUN" in lines
    assert lines["SUN"][1].startswith("1991")
    assert {code for code, _, _ in actors().lineage("VNM")} == {"VDR", "RVN"}


def test_a_state_that_had_no_other_before_it_covers_none():
    assert actors().lineage("LAO") == []
    assert actors().lineage("XXX") == []


def test_no_state_is_its_own_predecessor():
    for code in actors():
        assert code not in {other for other, _, _ in actors().lineage(code)}


def test_a_name_that_two_bear_is_the_present_states():
    assert actors().names["Vietnam"][0][0] == "VNM"
    assert actors().names["Moscow"][0] == ("RUS", How.CAPITAL)


def test_what_a_file_says_is_somebody_else_is_nobody():
    assert actors().names["Vietnam War"] == ()
    assert actors().names["South Korea"][0][0] == "KOR"


def test_a_city_lies_in_the_state_of_today():
    for city, code in (("Vientiane", "LAO"), ("Saigon", "VNM"), ("Minsk", "BLR"), ("Busan", "KOR"), ("Paris", "FRA")):
        assert actors().cities[city] == code
    assert actors().cities["Magdeburg"] == "DEU"
    assert actors().cities["Willemstad"] == "CUW"  # not of the Netherlands Antilles, divided in 2010


def test_organisations_are_no_states():
    assert actors().is_state("LAO")
    assert actors().is_state("SUN")
    assert not actors().is_state("ASEAN")
    assert not actors().is_state("XXX")


def test_a_code_without_a_file_is_its_own_name():
    assert actors().name("XXX") == "XXX"


def test_a_code_given_twice_names_both_files(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("{code: RUR, kind: state, names: {en: {name: Ruritania}}}", encoding="utf-8")
    with pytest.raises(CodeTwice) as error:
        read_actors(Folders(actors=(tmp_path,)))
    assert (error.value.facts["file"].name, error.value.facts["elsewhere"].name) == ("b.yaml", "a.yaml")


# What others call a state: the field, the state, and its code there.
ELSEWHERE = [
    ("iso2", "LAO", "LA"),
    ("iso2", "XKX", "XK"),  # a code of its users, that ISO does not give
    ("iso2", "SUN", ""),  # no longer a code of ISO 3166-1
    ("iso4", "SUN", "SUHH"),
    ("iso4", "CSK", "CSHH"),
    ("iso4", "SCG", "CSXX"),  # two states had the letters CS
    ("cow", "LAO", 812),
    ("cow_letters", "KOR", "ROK"),
    ("cow_letters", "SRB", "YUG"),  # which goes on under the number 345
    ("gw", "DEU", 260),  # since 1949; 255 before
    ("wikidata", "LAO", "Q819"),
    ("wikidata", "SUN", "Q15180"),
]


@pytest.mark.parametrize(("field", "code", "there"), ELSEWHERE)
def test_a_state_has_its_codes_in_other_systems(field, code, there):
    assert getattr(actors()[code], field) == there


SHAPES = {"iso2": r"[A-Z]{2}", "iso4": r"[A-Z]{4}", "cow_letters": r"[A-Z]{3}", "wikidata": r"Q[1-9]\d*"}


@pytest.mark.parametrize(("field", "shape"), SHAPES.items())
def test_codes_have_their_shape_and_none_is_given_twice(field, shape):
    given = [getattr(actor, field) for actor in actors().values() if getattr(actor, field)]
    assert [code for code in given if not re.fullmatch(shape, code)] == []
    shared = {"YUG", "RUS", "DRV"} if field == "cow_letters" else set()  # states that followed one another there under one number
    assert {code for code in given if given.count(code) > 1} == shared


def test_who_has_a_cow_number_has_its_letters():
    assert [actor.code for actor in actors().values() if (actor.cow is None) == bool(actor.cow_letters)] == []


def test_every_state_of_today_has_its_item_at_wikidata():
    assert [actor.code for actor in actors().values() if actor.kind == "state" and not actor.wikidata] == []
