"""Whom statesmen served: known by name, in any form of its letters, and by family name only where the text speaks of their state."""

from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.statesmen import FILE, statesmen, whose


@pytest.mark.parametrize(
    ("text", "named", "found"),
    [
        ("Richard Nixon flew home.", (), [("Richard Nixon", "USA")]),
        ("Stefan Lofven and Lech Walesa met.", (), [("Stefan Lofven", "SWE"), ("Lech Walesa", "POL")]),  # accents left out
        ("The pact was Lech Wałęsa’s idea.", (), [("Lech Wałęsa", "POL")]),  # the name without its genitive
        ("Khrushchev refused.", ("SUN",), [("Khrushchev", "SUN")]),
        ("Khrushchev refused.", ("PER",), []),  # the text may speak of another
        ("Sergei Khrushchev taught history.", ("SUN",), []),  # another of the family
        ("President Khrushchev refused.", ("SUN",), [("Khrushchev", "SUN")]),  # an office is no first name
        ("Nasser Hospital was opened.", ("EGY",), []),  # a thing that bears the name
        ("The Brezhnev–Ford talks began.", ("SUN",), []),  # half of a name of two
        ("Charles de Gaulle spoke, then de Gaulle left.", ("FRA",), [("Charles de Gaulle", "FRA"), ("de Gaulle", "FRA")]),
        ("The trump card and the modi of the game.", ("USA", "IND"), []),  # words in small letters
    ],
)
def test_statesmen_are_found_by_name(text: str, named: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.code) for one in statesmen(text, named)] == found


def test_a_family_name_alone_needs_the_state_in_the_text() -> None:
    assert whose("Merkel") == ""
    assert whose("Merkel", {"DEU"}) == "DEU"
    assert whose("Angela Merkel") == "DEU"


def test_every_line_is_of_a_known_actor_and_names_nobody_twice() -> None:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        code, _, names = line.partition("\t")
        told = names.split("; ")
        assert code in actors(), f"{FILE.name}: {code} is no actor; give the code of a file of actors/"
        assert len(set(told)) == len(told), f"{FILE.name}: {code} has a name twice"
