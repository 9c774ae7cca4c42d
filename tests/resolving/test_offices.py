"""Whose king, president or minister is meant: the one of two states that has had the office, in the years told."""

from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.resolving.context import read_context
from comity.resolving.datings import Datings
from comity.resolving.offices import Offices, office_of
from comity.resolving.who import Who
from made import annotated, claims, title


def served(words, *parts):
    """Whom somebody serves whom the text calls by these words, and the step."""
    found = annotated(*parts)
    who = Who(found, actors(), read_context(found, actors()), offices=Offices(found, actors(), Datings(found)))
    every = [m for kind in ("actor", "person") for m in found.all(kind) if m.span.of(found.document) == words]
    assert every, f"{words!r} is no mention"
    return who.codes(every[-1])


# Words, the two of whom the text speaks, a sentence, and whom they mean.
MEANT = [
    ("President Soto", "Tonga–France", "In 1999 President Soto wrote twice.", ("FRA",)),
    ("King Taufa", "Tonga–France", "In 1999 King Taufa wrote twice.", ("TON",)),
    ("King Taufa", "Tonga–France", "In 1830 King Taufa wrote twice.", ()),  # both had one
    ("President Soto", "Mexico–Philippines", "In 1999 President Soto wrote twice.", ()),
    ("President Soto", "Nepal–United Kingdom", "In 2012 President Soto wrote twice.", ("NPL",)),
    ("President Soto", "Nepal–United Kingdom", "In 1972 President Soto wrote twice.", ()),  # neither
    ("King Olav", "Jamaica–United Kingdom", "In 1936 King Olav wrote twice.", ("GBR",)),  # a realm has none of its own
    ("Queen Ana", "Norway–United Kingdom", "In 1975 Queen Ana wrote twice.", ("GBR",)),
    ("King Olav", "Norway–United Kingdom", "In 1975 King Olav wrote twice.", ("NOR",)),
    ("Queen Eva", "Denmark–Jordan", "In 1985 King Olav and Queen Eva wrote twice.", ()),  # whose consort she is, not who reigns
    ("Emperor Taro", "Japan–Norway", "In 1975 Emperor Taro wrote twice.", ("JPN",)),
    ("Chancellor Huber", "Austria–Hungary", "In 1975 Chancellor Huber wrote twice.", ("AUT",)),
    ("Prime Minister Rey", "Mexico–New Zealand", "In 1975 Prime Minister Rey wrote twice.", ("NZL",)),
    ("President Rey", "Russia–United States", "In 1955 President Rey wrote twice.", ("USA",)),  # the Soviet Union had none then
    ("President Rey", "Russia–United States", "In 1999 President Rey wrote twice.", ()),
    ("Secretary of State Ana Rey", "Chile–United States", "In 1975 Secretary of State Ana Rey wrote twice.", ("USA",)),
    ("Foreign Minister Rey", "Chile–United States", "In 1975 Foreign Minister Rey wrote twice.", ("CHL",)),
    ("Foreign Minister Rey", "Chile–Peru", "In 1975 Foreign Minister Rey wrote twice.", ()),
    ("The King", "Tonga–France", "The King wrote twice in 1999.", ("TON",)),
    ("The Prime Minister", "Mexico–New Zealand", "The Prime Minister wrote twice in 1999.", ("NZL",)),
    ("The Vice President", "Tonga–France", "The Vice President wrote twice in 1999.", ()),
    ("President Soto", "Tonga–France", "In 1999 President Soto wrote to Kenya.", ()),  # who may be Kenya's
]


@pytest.mark.parametrize(("words", "about", "say", "codes"), MEANT)
def test_of_two_states_he_serves_the_one_that_had_the_office(words, about, say, codes):
    assert served(words, title(f"{about} relations"), say)[0] == codes


def test_where_the_sentence_has_no_date_all_years_of_the_document_count():
    two = title("Nepal–United Kingdom relations")
    assert served("King Taro", two, "In 1960 and in 1975 envoys left.", "King Taro wrote twice.")[0] == ("NPL",)
    assert served("King Taro", two, "In 1930 and in 1975 envoys left.", "King Taro wrote twice.")[0] == ()
    assert served("King Taro", two, "King Taro wrote twice.")[0] == ()  # and else all years
    assert served("President Soto", two, "President Soto wrote twice.")[0] == ("NPL",)


def test_the_step_says_so():
    step = served("The King", title("Tonga–France relations"), "The King wrote twice in 1999.")[1]
    assert step == "'The King': of TON and FRA, only TON had a king in 1999"


def test_a_person_told_by_office_alone_has_a_post_that_says_why():
    found = list(claims(title("Tonga–France relations"), "In 1999 President Soto wrote twice."))
    post = next(claim for claim in found if claim.kind == "post")
    assert (post.fields["person"], post.fields["office"], post.fields["sender"]) == ("Soto", "president", "FRA")
    assert any("only FRA had a president in 1999" in step for step in post.steps)


def test_what_the_text_tells_goes_before():
    two = title("Tonga–France relations")
    assert served("President Soto", two, "In 1999 Kenyan President Ana Soto came.", "President Soto left in 1999.")[0] == ("KEN",)


@pytest.mark.parametrize("code", sorted(code for code, actor in actors().items() if actor.offices))
def test_offices_are_known_ones_within_the_time_of_the_state(code):
    actor = actors()[code]
    for key, told in actor.offices.items():
        assert office_of(key), f"{key!r} in {code}.yaml is no office of kinds/post.yaml and no word for one in the lexicon"
        for spell in (told,) if isinstance(told, str) else told:
            since, until = spell.split("/")
            assert since == ".." or until == ".." or since <= until, f"{key} {spell} in {code}.yaml ends before it begins"
            over = actor.until[:4]
            assert not over or (until != ".." and until <= over), f"{key} {spell} in {code}.yaml lasts beyond the state, {over}"


def test_every_state_of_today_has_a_head_that_its_file_tells():
    without = {code for code, actor in actors().items() if actor.kind == "state" and not actor.offices}
    assert without == {"SMR"}  # two captains regent
