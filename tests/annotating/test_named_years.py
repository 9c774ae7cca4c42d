from __future__ import annotations

import pytest

from comity.model import BlockKind
from made import annotated, claims

# A text, and the years in it that are part of a treaty's name.
TEXTS = [
    ("Under the 1871 Lima Convention the valley was sold.", ["1871"]),
    ("Peru's 1871 Treaty of Friendship was burnt.", ["1871"]),
    ("the 1871 treaty", []),  # the year is a date there
    ("the 1871 Lima Exhibition", []),
    ("Resolution 1871 Treaty", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "years"), TEXTS)
def test_the_years_of_treaties_are_found(text, years):
    document = annotated(text)
    assert [mention.span.of(document.document) for mention in document.all("named-year")] == years


def test_such_a_year_dates_the_treaty_and_nothing_else():
    told = claims((BlockKind.TITLE, "Chile–Peru relations"), "Under the 1871 Treaty of Lima Peru thanked Chile.")
    assert {(claim.kind, claim.when) for claim in told} == {("agreement", "1871"), ("event", "")}
