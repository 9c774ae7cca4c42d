from __future__ import annotations

import pytest

from comity.mentions import ActorName
from made import row


def shown(text):
    """Each item: its words, and the codes of the actors that it names."""
    return [
        (text[item.span.start : item.span.end], [m.value.code for m in item.actors if isinstance(m.value, ActorName)])
        for item in row(text)
    ]


def actors(text):
    return [codes for _, codes in shown(text) if codes]


# Actors that stand together are one item.
TOGETHER = [
    ("Peru and Chile signed", [["PER", "CHL"]]),
    ("Peru, Chile and Bolivia signed", [["PER", "CHL", "BOL"]]),
    ("Peru, Chile, and Bolivia signed", [["PER", "CHL", "BOL"]]),
    ("Peru as well as Chile signed", [["PER", "CHL"]]),
    ("members of NATO, the Pacific Harbour Bureau, the OECD, and the OAS", [["NATO", "OECD", "OAS"]]),  # one that nobody knows
    ("Peru, which the Bureau, Chile and Bolivia like", [["PER"], ["CHL", "BOL"]]),
    ("the Peru–Chile border", [["PER", "CHL"]]),
    ("the Peruvian and Chilean armies", [["PER", "CHL"]]),
    ("In Peru, Chile lost", [["PER"], ["CHL"]]),  # a comma alone joins nothing
    ("Peru met Chile, and Bolivia left", [["PER"], ["CHL"], ["BOL"]]),  # two clauses
    ("Peru met Chile and left", [["PER"], ["CHL"]]),
    ("Peru's army and Chile signed", [["PER", "CHL"]]),
    ("Peru’s and Chile’s", [["PER"], ["CHL"]]),  # two owners of two things
    ("Peru's and Chile's envoys", [["PER", "CHL"]]),  # two owners of one
    ("neither Peru nor Chile", [["PER", "CHL"]]),
    ("Peru and, later, Chile left", [["PER", "CHL"]]),
    ("Peru and, from 1931, Chile left", [["PER", "CHL"]]),
    ("Peru left and, later, Chile slept", [["PER"], ["CHL"]]),
]


@pytest.mark.parametrize(("text", "together"), TOGETHER)
def test_coordinated_actors_are_one_item(text, together):
    assert actors(text) == together


def only(text, words):
    return next(item for item in row(text) if text[item.span.start : item.span.end] == words)


def test_an_adjective_qualifies_and_a_people_acts():
    assert only("Vietnamese troops left", "Vietnamese troops").adjective is False
    assert only("the Vietnamese copper was sold", "Vietnamese").adjective
    assert not only("the Vietnamese withdrew", "Vietnamese").adjective


def test_a_genitive_is_part_of_its_owner():
    for text in ("Peru's copper", "Peru’s copper"):
        item = row(text)[0]
        assert (item.owner, text[item.span.start : item.span.end]) == (True, text[:6])


def test_dates_quantities_and_places_are_items_of_their_own():
    items = row("In May 1990 Chile sent 400 tents to Lima.")
    assert [item.tag for item in items][-1] == "sign"
    assert any(item.date for item in items)
    assert any(item.quantity for item in items)
    assert any(item.place for item in items)


def test_an_office_with_its_holder_is_one_item():
    (item,) = [item for item in row("Chilean President Ana Soto spoke.") if item.actors]
    assert item.lower == "chilean president ana soto"


def test_words_of_a_concept_say_where_they_end():
    items = row("They opened diplomatic relations.")
    _, end = next(item.concepts["relations"] for item in items if item.lower == "diplomatic")
    assert items[end].lower == "relations"


# What is no word, and how it is tagged.
TAGS = [("and", "conjunction"), ("which", "relative"), ("because", "subordinator"), ("in", "preposition"), ("quietly", "adverb"),
        ("was", "auxiliary"), (";", "sign"), ("the", "determiner"), ("copper", "word")]  # fmt: skip


@pytest.mark.parametrize(("word", "tag"), TAGS)
def test_words_that_only_bind_are_known(word, tag):
    assert next(item for item in row(f"x {word} y") if item.lower == word).tag == tag


@pytest.mark.parametrize("text", ["", " ", "…", "’s", "–", "🇵🇪 and 🇨🇱", "and and and", ",,, and"])
def test_odd_texts_make_items_or_none(text):
    assert all(item.span.end <= len(text) for item in row(text))


@pytest.mark.parametrize(("text", "counted"), [("200 Danes", True), ("12 Danish sailors", True), ("12 Danish soldiers", False)])
def test_so_many_of_a_people_are_told_from_those_who_act(text, counted):
    item = row(text)[0]
    assert item.counts_people is counted


def test_so_many_things_of_a_state_are_no_people():
    item = row("12 Danish ships")[0]
    assert (item.counts_people, item.adjective) == (False, True)


@pytest.mark.parametrize(
    ("text", "is_measure"),
    [("by two hours", True), ("by five percent", True), ("by ten percentage points", True), ("by 200 soldiers", False)],
)
def test_what_can_act_is_no_measure(text, is_measure):
    assert row(text)[-1].is_measure is is_measure
