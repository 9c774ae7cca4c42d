"""Help, visits and praise of which only the one side is told."""

from __future__ import annotations

import pytest

from made import claims, title

HELPED = "In 1962 {} financed a stadium."


def aid(name, *parts):
    return [
        (c.fields["source"], c.fields["target"], c.when)
        for c in claims(title(name), *parts)
        if c.rule.startswith("event/aid_paired:")
    ]


@pytest.mark.parametrize("name", ["Benin–Norway relations", "Foreign relations of Benin"])
def test_who_is_helped_is_the_other_of_whom_the_text_speaks(name):
    assert aid(name, HELPED.format("Norway")) == [(("NOR",), ("BEN",), "1962")]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("News of May", HELPED.format("Norway")),  # nothing tells whose
        ("Benin–Norway relations", HELPED.format("Denmark")),  # neither of the two
        ("Foreign relations of Norway", HELPED.format("Norway")),  # whose, of many
        ("Benin–Norway relations", "Norway financed a stadium, as did Togo a school."),  # a third is named
        ("Benin–Norway relations", "Norway financed a stadium in Oslo."),  # its own
        ("Benin–Norway relations", "It financed a stadium."),  # nobody is told to act
    ],
)
def test_where_the_text_does_not_tell_both_it_is_no_claim(name, said):
    assert aid(name, said) == []


def test_what_a_state_was_before_is_one_of_the_two():
    assert aid("Benin–Russia relations", "Soviet advisers reorganised the police.") == [(("SUN",), ("BEN",), "")]
