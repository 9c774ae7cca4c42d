from __future__ import annotations

import pytest

from comity.mentions import PersonName
from made import annotated


def persons(text):
    values = [mention.value for mention in annotated(text).all("person")]
    return [(value.name, value.office, value.state) for value in values if isinstance(value, PersonName)]


# A text, and every person in it: name, office, state.
TEXTS = [
    ("Chilean President Ana Soto spoke.", [("Ana Soto", "president", "CHL")]),
    ("President Ana Soto of Chile spoke.", [("Ana Soto", "president", "CHL")]),
    ("Ana Soto, the president of Chile, spoke.", [("Ana Soto", "president", "CHL")]),
    ("Chile's foreign minister, Ana Soto, spoke.", [("Ana Soto", "foreign-minister", "CHL")]),
    ("the Chilean foreign minister spoke", [("", "foreign-minister", "CHL")]),  # without a name
    ("Minister of Foreign Affairs Ana Soto spoke.", [("Ana Soto", "foreign-minister", "")]),  # without a state
    ("Malian Deputy Prime Minister Omar Bello", [("Omar Bello", "deputy-prime-minister", "MLI")]),  # the longer office
    ("King Harald V of Norway", [("Harald V", "monarch", "NOR")]),
    ("President Jean-Luc de la Croix of Mali", [("Jean-Luc de la Croix", "president", "MLI")]),
    ("Prime Minister Nguyễn Văn Bình of Vietnam", [("Nguyễn Văn Bình", "prime-minister", "VNM")]),
    ("President J. R. Rey of Bolivia", [("J. R. Rey", "president", "BOL")]),
    ("President Dr. Ana Soto of Chile", [("Ana Soto", "president", "CHL")]),
    ("the president of the Chilean parliament, Ana Soto", [("Ana Soto", "parliament-speaker", "CHL")]),
    ("the president of the Chilean government, Ana Soto", [("Ana Soto", "president", "CHL")]),
    ("High Commissioner Ana Soto", [("Ana Soto", "ambassador", "")]),
    ("Minister for Trade and Industry Kari Lie of Norway", [("Kari Lie", "minister", "NOR")]),
    ("the Norwegian secretary of state for defence, Kari Lie", [("Kari Lie", "defence-minister", "NOR")]),
    ("Norway's Vice-Minister for Foreign Affairs Kari Lie", [("Kari Lie", "deputy-foreign-minister", "NOR")]),
    ("Her Majesty Queen Kari of Norway", [("Kari", "monarch", "NOR")]),
    ("Chilean Presidents Ana Soto and Luis Rey left.", [("Ana Soto", "president", "CHL"), ("Luis Rey", "president", "CHL")]),
    ("General (ret.) Luis Rey, Chile's defence minister, left.", [("Luis Rey", "defence-minister", "CHL")]),
    ("Kenya's consul in Valparaíso, Omar Bello, left.", [("Omar Bello", "consul", "KEN")]),
    ("UN Secretary-General Ana Soto left.", [("Ana Soto", "other", "UN")]),
    ("The president of the football club, Ana Soto, left.", []),
    ("The president of the Kenyan Red Cross left.", []),
    ("Ana Soto, chancellor of the University of Quito, left.", []),
    ("They met in President Ana Soto Street.", []),
    ("the keynote speaker Ana Soto", []),
]


@pytest.mark.parametrize(("text", "told"), TEXTS)
def test_holders_of_offices_are_found(text, told):
    assert persons(text) == told


def test_an_envoy_has_a_state_and_a_host():
    (mention,) = annotated("Omar Bello, the ambassador of Mali to Ghana, left.").all("person")
    assert (mention.value.name, mention.value.state, mention.value.host) == ("Omar Bello", "MLI", "GHA")


WHEN = [
    ("former Chilean President Ana Soto", "former"),
    ("then-President Ana Soto of Chile", "then"),
    ("acting President Ana Soto of Chile", "acting"),
    ("President Ana Soto of Chile", ""),
    ("President-elect Ana Soto of Chile", "designate"),
    ("Chilean ambassador-designate Ana Soto", "designate"),
    ("Chile's chargé d'affaires a.i., Ana Soto", ""),  # so all of them are called
    ("Chile's ambassador a.i., Ana Soto", "acting"),
    ("newly appointed Chilean ambassador Ana Soto", ""),
]


@pytest.mark.parametrize(("text", "when"), WHEN)
def test_an_office_held_in_the_past_or_for_a_time_says_so(text, when):
    assert annotated(text).all("person")[0].value.when == when


def test_a_later_mention_by_name_alone_keeps_the_state():
    assert persons("Chilean President Ana Soto met the press. Soto smiled.")[-1] == ("Soto", "", "CHL")


def test_a_name_that_two_of_different_states_bear_is_nobodys():
    text = "Chilean President Ana Soto met Peruvian President Luis Soto. Soto smiled."
    assert [name for name, _, _ in persons(text)] == ["Ana Soto", "Luis Soto"]


def test_the_name_does_not_take_in_what_follows():
    for text in ("President Ana Soto In May", "President Ana Soto Foreign Minister", "President Ana Soto's plane"):
        assert persons(f"Chilean {text} left.")[0][0] == "Ana Soto"


# No office, no person.
NOBODY = ["", "Ana Soto spoke.", "The presidency was vacant.", "President"]


@pytest.mark.parametrize("text", NOBODY)
def test_without_an_office_or_state_there_is_nobody(text):
    assert persons(text) == []


def test_two_presidents_have_each_their_state():
    told = persons("Presidents Ana Soto of Chile and Luis Rey of Bolivia met.")
    assert told == [("Ana Soto", "president", "CHL"), ("Luis Rey", "president", "BOL")]


def test_a_counterpart_holds_the_same_office():
    told = persons("Chilean Foreign Minister Ana Soto met her Kenyan counterpart, Omar Bello.")
    assert told == [("Ana Soto", "foreign-minister", "CHL"), ("Omar Bello", "foreign-minister", "KEN")]


def test_without_an_office_before_there_is_no_counterpart():
    assert persons("The band met its Kenyan counterpart, Omar Bello.") == []
