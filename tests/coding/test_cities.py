"""Missions in several cities, of several sorts in one, in towns that nobody knows, and in cities behind a line of a list."""

from __future__ import annotations

import pytest

from made import claims, title

PAIR = title("Norway–Peru relations")


def missions(text):
    found = (claim for claim in claims(PAIR, text) if claim.kind == "mission")
    return {(claim.fields["sender"], claim.fields["host"], claim.fields["city"], claim.fields["type"]) for claim in found}


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian consulates in Cusco, Arequipa and Iquitos were closed in 1990.",
        "Norway has three consulates in Peru: in Cusco, Arequipa and Iquitos.",
        "Norway opened consulates in Cusco, Arequipa and Iquitos.",
        "The Norwegian consulates in Cusco, Arequipa and Iquitos remain.",
    ],
)
def test_each_city_has_one(text):
    wanted = {("NOR", "PER", city, "consulate") for city in ("Cusco", "Arequipa", "Iquitos")}
    assert wanted <= missions(text)


def test_each_sort_stands_in_the_city():
    told = missions("Norway maintains an embassy and a consulate in Lima.")
    assert {sort for *_, sort in told} == {"embassy", "consulate"}


def test_a_town_that_nobody_knows_is_one():
    assert missions("Norway has a consulate in Pueblo Quieto.") == {("NOR", "PER", "Pueblo Quieto", "consulate")}


@pytest.mark.parametrize("where", ["Latin America", "Calle Larga"])
def test_a_part_of_the_world_or_a_street_is_no_town(where):
    assert not {city for _, _, city, _ in missions(f"Norway has a consulate in {where}.")} - {""}


def test_a_capital_tells_its_own_state():
    assert ("NOR", "CHL", "Santiago", "consulate") in missions("Norway has an embassy in Lima and a consulate in Santiago.")


def test_what_begins_behind_a_city_is_no_further_one():
    assert missions("Norway has an embassy in Lima and Peru has an embassy in Oslo.") == {
        ("NOR", "PER", "Lima", "embassy"),
        ("PER", "NOR", "Oslo", "embassy"),
    }


def test_a_subject_says_where_it_stands():
    told = missions("The Norwegian embassy in Lima opened in 1965 and the Peruvian embassy in Oslo in 1970.")
    assert ("NOR", "PER", "Lima", "embassy") in told


@pytest.mark.parametrize(
    "text",
    [
        "Norway has an embassy in Lima, and three consulates, in Cusco, Arequipa and Iquitos.",
        "Norway has an embassy in Lima and 3 consulates (in Cusco, Arequipa and Iquitos).",
        "Norway has an embassy in Lima and consulates in the cities of Cusco, Arequipa and Iquitos.",
        "Norway has an embassy in Lima (Miraflores) and consulates in Cusco (Wanchaq), Arequipa (Yanahuara) and Iquitos.",
        "Norway has an embassy in Lima and Consulates in: Cusco, Arequipa, Iquitos.",
    ],
)
def test_cities_are_listed_in_many_ways_and_no_region_is_one(text):
    wanted = {("NOR", "PER", city, "consulate") for city in ("Cusco", "Arequipa", "Iquitos")}
    assert missions(text) == {*wanted, ("NOR", "PER", "Lima", "embassy")}


def test_a_city_of_a_territory_is_among_those_of_its_state():
    told = missions("Norway has an embassy in Paris and consulates in Papeete, Lyon and Marseille.")
    assert {(host, city) for _, host, city, _ in told} == {("FRA", city) for city in ("Paris", "Papeete", "Lyon", "Marseille")}


def test_a_list_goes_on_behind_a_city_that_is_a_territory_or_a_state():
    told = missions("Norway has consulates in Guangzhou, Hong Kong, Singapore and Wuhan.")
    assert {(host, city) for _, host, city, _ in told} == {
        ("CHN", "Guangzhou"),
        ("CHN", "Hong Kong"),
        ("SGP", "Singapore"),
        ("CHN", "Wuhan"),
    }


def test_a_date_in_brackets_is_that_of_the_city_before_it():
    text = "Norway has an embassy in Lima and consulates in Cusco (since 1963), Arequipa (since 1970) and Iquitos."
    found = {claim.fields["city"]: claim.when for claim in claims(PAIR, text) if claim.kind == "mission"}
    assert found == {"Lima": "", "Cusco": "1963/..", "Arequipa": "1970/..", "Iquitos": ""}


def test_what_follows_a_bracket_has_not_its_date():
    text = "Norway has consulates in Cusco (since 1963), Arequipa and Iquitos."
    found = {claim.fields["city"]: claim.when for claim in claims(PAIR, text) if claim.kind == "mission"}
    assert found == {"Cusco": "1963/..", "Arequipa": "", "Iquitos": ""}


def test_missions_in_two_other_states_are_not_of_the_one_in_the_other():
    found = claims(title("Foreign relations of Peru"), "Embassies were opened in Accra and Oslo in 1962.")
    assert {(each.fields["sender"], each.fields["host"]) for each in found if each.kind == "mission"} == {
        ("PER", "GHA"),
        ("PER", "NOR"),
    }
