from __future__ import annotations

import pytest

from made import TOAST, document, own_pipeline


@pytest.fixture(scope="module")
def pipe(tmp_path_factory):
    return own_pipeline(tmp_path_factory.mktemp("rules"), toast=TOAST)


@pytest.fixture
def when(pipe):
    return lambda text: {"-".join(claim.fields["target"]): claim.when for claim in pipe.code(document(text))}


# Which of a sentence's dates is that of the toast.
TEXTS = [
    ("Norway toasted Peru in 1990.", {"PER": "1990"}),
    ("In 1990, Norway toasted Peru.", {"PER": "1990"}),
    ("On 4 May 1990 Norway toasted Peru at the palace.", {"PER": "1990-05-04"}),
    ("Norway, since 1990, has toasted Peru.", {"PER": "1990/.."}),
    ("Norway toasted Peru.", {"PER": ""}),
    ("Norway toasted Peru in 1990, and Chile left in 1995.", {"PER": "1990"}),  # the nearer one
    ("In 1990 Norway toasted Peru and in 1995 it toasted Chile.", {"PER": "1990", "CHL": "1995"}),
    ("Norway toasted Peru, which had joined the bank in 1980.", {"PER": ""}),  # another clause's
    ("Norway, which was founded in 1905, toasted Peru in 1990.", {"PER": "1990"}),
    ("Norway toasted Peru after the 1985 Lima Conference.", {"PER": ""}),  # part of a name
    ("Norway toasted Peru between 1990 and 1995.", {"PER": "1990/1995"}),
    ("Norway toasted Peru more often than in 1990.", {"PER": ""}),  # only compared with it
    ("In 1995 Norway toasted Peru twice as often compared to five years before, in 1990.", {"PER": "1995"}),
    ("Norway toasted Peru on the occasion of the peace signed on 3 May 1990.", {"PER": ""}),  # the peace's
]


@pytest.mark.parametrize(("text", "dates"), TEXTS)
def test_the_date_of_a_match(when, text, dates):
    assert when(text) == dates


# Dates in a row are of as many acts; what only lies beside is not of the row.
ROWS = [
    ("Norway toasted Peru in 1984 and 1986.", ["1984", "1986"]),
    ("Norway toasted Peru in May 1984, in 1986 and again on 3 May 1990.", ["1984-05", "1986", "1990-05-03"]),
    ("Norway toasted Peru in 1984 and Chile left in 1986.", ["1984"]),
    ("Norway toasted Peru from 1984 to 1986 and in 1990.", ["1984/1986", "1990"]),
    ("Norway toasted Peru on many days in 1984 and 1986.", ["1984"]),
    ("Norway toasted Peru in 1984, a leap year.", ["1984"]),
]


@pytest.mark.parametrize(("text", "dates"), ROWS)
def test_dates_in_a_row_are_of_as_many_acts(pipe, text, dates):
    assert sorted(claim.when for claim in pipe.code(document(text))) == sorted(dates)


def test_each_date_of_a_row_has_its_own_place(pipe):
    claims = pipe.code(document("Norway toasted Peru in Lima in 1984 and in Oslo in 1986."))
    assert {claim.when: claim.fields["place"] for claim in claims} == {"1984": "Lima", "1986": "Oslo"}


def test_a_sentence_does_not_take_its_neighbours_date(when):
    assert when("In 1990 it rained. Norway toasted Peru.") == {"PER": ""}
