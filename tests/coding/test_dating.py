from __future__ import annotations

import pytest

from comity.pipeline import Pipeline
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
    ("Norway toasted Peru and its 1954 constitution in 1990.", {"PER": "1990"}),  # a thing may be called by its date
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


LATER = [
    ("Norway ratified the 1954 extradition treaty with Peru in May 1960.", {"signed": "1954", "ratified": "1960-05"}),
    ("Norway denounced the 1954 treaty with Peru.", {"signed": "1954", "terminated": ""}),
    ("Norway and Peru signed a treaty in 1954.", {"signed": "1954"}),
]


@pytest.mark.parametrize(("text", "dates"), LATER)
def test_what_became_of_a_treaty_is_not_dated_by_its_name(text, dates):
    claims = [claim for claim in Pipeline(gleaning=1).code(document(text)) if claim.kind == "agreement"]
    assert {claim.fields["change"]: claim.when for claim in claims} == dates


def test_several_dates_go_with_several_others_in_turn():
    text = "Norway established diplomatic relations with Peru, Chile and Bolivia in 1921, 1923 and 1925 respectively."
    claims = [claim for claim in Pipeline(gleaning=1).code(document(text)) if claim.kind == "status"]
    assert sorted((claim.fields["b"], claim.when) for claim in claims) == [("BOL", "1925"), ("CHL", "1923"), ("PER", "1921")]
