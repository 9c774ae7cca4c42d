from __future__ import annotations

import pytest

from comity.mentions import ActorName
from made import annotated


def found(text):
    document = annotated(text)
    mentions = [(m, m.value) for m in document.all("actor") if isinstance(m.value, ActorName)]
    return [(m.span.of(document.document), value.code, value.how.value) for m, value in mentions]


def codes(text):
    return [code for _, code, _ in found(text)]


# A text, and every actor in it with its manner.
TEXTS = [
    ("Peru signed.", [("Peru", "PER", "name")]),
    ("the Republic of Korea signed", [("Republic of Korea", "KOR", "name")]),  # the longest name
    ("North Korea and South Korea", [("North Korea", "PRK", "name"), ("South Korea", "KOR", "name")]),
    ("Peruvian copper", [("Peruvian", "PER", "adjective")]),
    ("Peruvians voted", [("Peruvians", "PER", "people")]),
    ("Lima protested", [("Lima", "PER", "capital")]),
    ("the Kremlin protested", [("Kremlin", "RUS", "seat")]),
    ("The Peruvian delegation left", [("Peruvian delegation", "PER", "agent")]),
    ("Peru's army left", [("Peru's army", "PER", "agent")]),
    ("Peru’s army left", [("Peru’s army", "PER", "agent")]),  # another apostrophe
    ("the government of Peru left", [("government of Peru", "PER", "agent")]),
    ("the heads of the Peruvian army left", [("heads of the Peruvian army", "PER", "agent")]),
    ("Franco-Peruvian talks", [("Franco", "FRA", "adjective"), ("Peruvian", "PER", "adjective")]),
    ("Luso–Chilean talks", [("Luso", "PRT", "adjective"), ("Chilean", "CHL", "adjective")]),
    ("General Franco left", []),  # a person, where no other name follows a hyphen
    ("the Peruvian-led coalition left", [("Peruvian-led coalition", "PER", "agent")]),
    ("a NATO-led peacekeeping force left", [("NATO-led peacekeeping force", "NATO", "agent")]),
    ("the Peruvian-led invasion failed", [("Peruvian-led", "PER", "adjective")]),  # its act
    ("the Peruvian-imposed embargo failed", [("Peruvian-imposed", "PER", "adjective")]),
    ("the Peruvian mujahideen and Chilean guerrillas left", []),  # who carries arms for no state
    ("a Peruvian bath and an Antonov plane", []),  # things called by a state or by their maker
    ("Antonov signed", [("Antonov", "UKR", "body")]),  # the maker itself
    ("Peruvian-backed rebels left", []),  # who is backed acts for no state
    ("anti-Peruvian riots", []),
    ("the leaders of both states agreed", [("the leaders of both states", "", "group")]),
    ("Envoys from the two countries agreed", [("Envoys from the two countries", "", "group")]),
    ("the two countries agreed", [("the two countries", "", "group")]),
    ("the Ottoman empire signed", [("Ottoman empire", "TUR", "name")]),  # its kind in small letters
    ("the Joseon court refused", [("Joseon court", "KOR", "name")]),  # a dynasty by its court
    ("the Federal Republic signed", [("Federal Republic", "DEU", "name")]),
    ("the Federal Republic of Ruritania signed", []),  # some other
    ("the Central Asian states agreed", [("the Central Asian states", "", "group")]),
    ("Both sides agreed", [("Both sides", "", "group")]),
    ("Peru and its army", [("Peru", "PER", "name"), ("its", "", "its")]),
    ("We agreed", [("We", "", "first person")]),
    ("my Prime Minister agreed", [("my Prime Minister", "", "first person")]),
    ("the Government and people of my country agreed", [("the Government and people of my country", "", "first person")]),
    ("NATO and the EU", [("NATO", "NATO", "name"), ("EU", "EU", "name")]),
    ("Soviet engineers", [("Soviet", "SUN", "adjective")]),
    ("the three neighbours agreed", [("the three neighbours", "", "group")]),
    ("both Koreas agreed", [("both Koreas", "", "group")]),
    ("Peru met Chile, and the latter left", [("Peru", "PER", "name"), ("Chile", "CHL", "name"), ("the latter", "", "pronoun")]),
    ("the small island nation left", [("the small island nation", "", "pronoun")]),
]


@pytest.mark.parametrize(("text", "actors"), TEXTS)
def test_actors_are_found_with_their_manner(text, actors):
    assert found(text) == actors


# Where a name names no actor.
NOBODY = [
    "a Turkey sandwich",
    "a closer european union",
    "perusal of the file",  # inside a word
    "the Peru Basin",  # part of another name
    "a note in French.",  # a language
    "a minister, who speaks Portuguese, left",
    "the Times of India wrote",
    "the steamer Ceylon sank",
    "the former president left",
    "the Vietnam War",  # a file says that it is something else
    "anti-Peruvian feelings",
    "Chilean-made rifles",
    "the China Sea",
    "turkey was served",  # no capital
    "the Kenya Herald wrote",
    "the Chad River",
    "the singer Georgia Rey sang",  # a given name
    "the painter Ana London came",  # a family name
    "a Chilean boxer fell",  # private persons act for no state
    "Some Chilean pianists fell",
]


@pytest.mark.parametrize("text", NOBODY)
def test_names_of_other_things_are_no_actors(text):
    assert codes(text) == []


def test_places_are_true_after_letters_that_change_their_length():
    assert found("İİİ Peru signed.") == [("Peru", "PER", "name")]


def test_a_name_over_a_line_end_is_two_words():
    assert codes("Peru\nChile") == ["PER", "CHL"]


@pytest.mark.parametrize("text", ["", "   ", "…", "'s", "the two", "🇵🇪"])
def test_a_text_without_actors_has_none(text):
    assert codes(text) == []


# Names in other scripts, and whom they mean.
SCRIPTS = [
    ("Лаос и Китай", ["LAO", "CHN"]),
    ("The sign at the gate read 老挝 in red.", ["LAO"]),
    ("老挝人民", ["LAO"]),  # a script without blanks: the name is a part of a longer word
    ("巴布亚新几内亚", ["PNG"]),  # the longest name, not that of Guinea in it
    ("马里兰", []),  # Maryland, not Mali
    ("印度洋", []),  # an ocean
    ("ラオスと日本は", ["LAO", "JPN"]),
    ("スタイル", []),  # the letters of Thailand inside a word
    ("ປະຊາຊົນລາວ", ["LAO"]),
    ("ลาวา", []),  # lava: the letters of Laos go on with a vowel
    ("대한민국", ["KOR"]),
    ("भारतीय", []),  # another word that begins with India's name
    ("Того же дня", []),  # "on that day", not Togo
    ("سفارة لاوس", ["LAO"]),
    ("Λάος", ["LAO"]),
    ("Laos (ລາວ) signed.", ["LAO"]),  # said once more in a bracket
    ("an angle α of the beam", []),
]


@pytest.mark.parametrize(("text", "actors"), SCRIPTS)
def test_states_are_known_by_their_names_in_other_scripts(text, actors):
    assert codes(text) == actors


def test_no_list_of_names_is_read_for_a_text_in_latin_letters(monkeypatch):
    monkeypatch.setattr("comity.annotating._scripts.names", None)
    assert codes("Chilé’s “café” — 5 °C — met Peru’s naïve délégué.") == ["PER"]


@pytest.mark.parametrize("text", ["Chilean tourists spent more", "a Chilean officer fell", "Somebody jailed a Chilean boxer"])
def test_who_is_counted_or_serves_keeps_the_state(text):
    assert codes(text) == ["CHL"]


def test_a_state_before_an_office_is_no_given_name():
    assert codes("In Georgia President Rey spoke.") == ["GEO"]


def test_words_for_a_group_or_a_kind_of_state_point_back():
    text = "The trio, the guarantor powers, their governments and the coastal neighbours met."
    groups = [words for words, _, how in found(text) if how == "group"]
    assert groups == ["The trio", "the guarantor powers", "their governments", "the coastal neighbours"]
    assert found("The bloc met the island nation.") == [("The bloc", "", "pronoun"), ("the island nation", "", "pronoun")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru was one of the few NATO members", {"PER"}),
        ("Peru was the first European Union country", {"PER"}),
        ("NATO members praised Peru", {"PER", "NATO"}),
    ],
)
def test_one_of_the_states_of_a_body_is_not_the_body(text, found):
    assert {mention.value.code for mention in annotated(text).all("actor") if mention.value.code} == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Prime Ministers met.", ["The Prime Ministers"]),
        ("The conversation partners agreed.", ["The conversation partners"]),
        ("The Leaders Summit ended.", []),
        ("It was also agreed to meet.", []),  # nobody in particular
        ("It was accused.", ["It"]),
    ],
)
def test_words_for_those_who_meet_and_for_nobody(text, words):
    assert [told for told, _, _ in found(text)] == words
