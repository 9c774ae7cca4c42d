from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.resolving.context import read_context
from comity.resolving.who import Who
from made import annotated, title


def asked(words, *parts, taken=()):
    """Whom the last mention of these words means, and the step."""
    found = annotated(*parts)
    who = Who(found, actors(), read_context(found, actors()))
    every = [m for kind in ("actor", "person", "place") for m in found.all(kind) if m.span.of(found.document) == words]
    assert every, f"{words!r} is no mention"
    return who.codes(every[-1] if every[-1].kind != "place" or len(every) == 1 else every[0], taken)


# Words, the text, and whom they mean.
MEANT = [
    ("Peru", ("Peru left.",), ("PER",)),
    ("the two countries", (title("Peru and Chile"), "In 1960 the two countries met."), ("PER", "CHL")),
    ("the two countries", (title("News"), "Norway greeted Kenya in 1960. Then the two countries met."), ("NOR", "KEN")),
    ("both sides", (title("Peru and Chile"), "Peru met Chile, and both sides left."), ("PER", "CHL")),
    ("the two countries", (title("News"), "It rained. Then the two countries met."), ()),  # nobody knows
    ("its", ("Peru recalled its envoy.",), ("PER",)),
    ("its", (title("News"), "It recalled its envoy."), ()),
    ("we", (title("Speech by President Ana Soto of Chile"), "Today we thank Peru."), ("CHL",)),
    ("we", ("Today we thank Peru.",), ()),
    (
        "Our two countries",
        (title("Speech by President Ana Soto of Chile"), "Mali left Chad. We met Kenya. Our two countries agreed."),
        ("CHL", "KEN"),
    ),
    ("Soto", ("Chilean President Ana Soto came. It was late, and Soto left.",), ("CHL",)),
    (
        "the two allies",
        (title("News"), "Peru and Chile wrote to Kenya, and the two allies waited."),
        ("PER", "CHL"),
    ),  # named together
    ("the three", (title("News"), "Peru, Chile and Mali sent envoys, and the three agreed."), ("PER", "CHL", "MLI")),
    ("the trio", (title("News"), "Peru, Chile and Mali met, and the trio left."), ("PER", "CHL", "MLI")),
    (
        "the three kingdoms",
        (title("News"), "In 1900 the three kingdoms, Norway, Sweden and Denmark, met."),
        ("NOR", "SWE", "DNK"),
    ),
    ("The guarantor powers", (title("News"), "Peru, Chile and Mali came. The guarantor powers paid."), ("PER", "CHL", "MLI")),
    ("the three", (title("News"), "Peru met Chile, and the three agreed."), ()),  # of only two told
    ("their governments", (title("News"), "The envoys of Peru and Chile met, and their governments agreed."), ("PER", "CHL")),
    ("their leaders", (title("News"), "Neither Peru nor Chile won. Next May their leaders dined."), ("PER", "CHL")),
    ("the latter", (title("News"), "Peru and Chile quarrelled, and a Peruvian ship sank one of the latter."), ("CHL",)),
    ("the former", (title("News"), "Peru quarrelled with Chile, and a Chilean ship sank one of the former."), ("PER",)),
    ("his country", (title("News"), "Malian President Omar Bello met Peru's envoys, for his country needed them."), ("MLI",)),
    ("the sultanate", (title("News"), "Oman wrote to Peru, and the sultanate waited."), ("OMN",)),
    ("the island nation", (title("News"), "Peru wrote to Malta, for the island nation was near."), ("MLT",)),
    ("the island nation", (title("News"), "Peru wrote to Chad, for the island nation was near."), ()),  # neither is an island
    ("the bloc", (title("News"), "Peru wrote to ASEAN and to Chile, but the bloc waited."), ("ASEAN",)),
    (
        "it",
        (title("Speech by President Ana Soto of Chile"), "We saw that Peru left. Our country stayed. In 1960 it paid."),
        ("CHL",),
    ),
    ("It", (title("News"), "Peru sent teachers to Mali in 1962, and Chad in 1964. It paid them."), ("PER",)),  # who acts
    ("Its", (title("News"), "Peru is a neighbour of Chile. Its army is small."), ("PER",)),
    ("it", (title("News"), "A partner of Chile, Peru left Mali. In 1960 it returned."), ("PER",)),
    ("It", (title("News"), "Peru and Chile met Mali. It rained."), ("MLI",)),  # no one of them
    ("its", (title("News"), "Peru wrote to Chile. It is sad that Mali fell. In 1960 its army left."), ("MLI",)),
]


@pytest.mark.parametrize(("words", "parts", "codes"), MEANT)
def test_whom_words_mean(words, parts, codes):
    assert asked(words, *parts)[0] == codes


def test_what_is_not_named_leaves_a_step():
    assert asked("Peru", "Peru left.")[1] == ""
    assert "topic pair" in asked("the two countries", title("Peru and Chile"), "In 1960 the two countries met.")[1]
    assert (
        "named just before"
        in asked("the two countries", title("News"), "Cuba spoke in Mali. Norway greeted Kenya. Then the two countries met.")[1]
    )
    assert "points back" in asked("its", "Peru recalled its envoy.")[1]


def test_its_skips_who_is_in_the_claim_already():
    parts = (title("News"), "Norway spoke of Peru and its envoy.")
    assert asked("its", *parts, taken=("PER",))[0] == ("NOR",)


def test_a_person_whose_state_nobody_told_is_of_the_other_side():
    parts = (title("Peru and Chile"), "Yesterday Foreign Minister Ana Soto spoke in Lima.")
    assert asked("Foreign Minister Ana Soto", *parts, taken=("PER",))[0] == ("CHL",)


def test_codes_are_settled_by_their_date():
    found = annotated("Russia left.")
    who = Who(found, actors(), read_context(found, actors()))
    assert who.settled("RUS", "1978") == ("SUN", "RUS was SUN in 1978")
    assert who.settled("RUS", "1999") == ("RUS", "")
    assert who.settled("RUS", "") == ("RUS", "")


def test_without_a_date_the_state_that_the_document_speaks_of_counts():
    found = annotated(title("Laos and the Soviet Union"), "Russia sent tents.")
    who = Who(found, actors(), read_context(found, actors()))
    assert who.settled("RUS", "")[0] == "SUN"


# A person of whom no state is told, in a text on Peru and Chile.
SET_AGAINST = [
    ("Peruvian President Ana Soto met King Luis in Santiago.", "King Luis", "CHL"),  # whom the one met
    (
        "President Luis Rey made the first visit to Chile by a Peruvian president.",
        "President Luis Rey",
        "PER",
    ),  # who turned to the other
    ("Foreign Minister Luis Rey visited Peru.", "Foreign Minister Luis Rey", "CHL"),
    ("Foreign Minister Luis Rey met his Chilean counterpart in Santiago.", "Foreign Minister Luis Rey", "PER"),
]


@pytest.mark.parametrize(("text", "words", "code"), SET_AGAINST)
def test_a_person_serves_the_other_of_whom_the_sentence_sets_against_him(text, words, code):
    assert asked(words, title("Peru and Chile"), text)[0] == (code,)


def test_a_namesake_is_not_taken_for_whom_the_document_knows():
    parts = (title("News"), "Cuban President Ana Soto came. President Luis Soto left.")
    assert asked("President Luis Soto", *parts)[0] == ()


def test_a_state_that_only_locates_a_city_is_no_side():
    found = annotated(title("News"), "Peru was censured at a meeting in Quito, Ecuador.")
    who = Who(found, actors(), read_context(found, actors()))
    assert who.named_in(found.all("sentence")[-1].span) == {"PER"}


def test_what_was_said_without_a_date_is_of_the_time_when_it_was_said():
    we = "We thank you. We hope so. Our aim is peace. We wish you well. I thank you."
    found = annotated(title("General debate: statement by Chile, October 1961"), we)
    who = Who(found, actors(), read_context(found, actors()))
    assert who.settled("RUS", "")[0] == "SUN"
    assert who.settled("RUS", "1999")[0] == "RUS"
    later = annotated(title("General debate: statement by Chile, October 2011"), we)
    assert Who(later, actors(), read_context(later, actors())).settled("SUN", "")[0] == "SUN"
