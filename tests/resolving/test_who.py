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
    ("Soto", ("Chilean President Ana Soto came. It was late, and Soto left.",), ("CHL",)),
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
