"""Persons without an office who visit and meet, and names that are no persons."""

from __future__ import annotations

import pytest

from comity.annotating._visitors import visitors
from comity.pipeline import pipeline
from made import document, heading, title

NAMES = [
    ("In 1990 Ana Soto visited Kenya.", ["Ana Soto"]),
    ("Ana Soto also paid an official visit to Kenya.", ["Ana Soto"]),
    ("In 1990 Omar Bello was received by Ana Soto.", ["Omar Bello", "Ana Soto"]),
    ("Omar Bello flew into Lima and embraced Ana Soto.", ["Omar Bello"]),
    ("In 1990 the painter Ana Soto visited Kenya.", []),
    ("Talks with Omar Bello followed.", ["Omar Bello"]),
    ("The National Museum received a vase.", []),
    ("Kenya Airways flew to Lima.", []),
    ("Ana Soto wrote a book.", []),
    ("Soto visited Kenya.", []),  # one word may be anything
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_who_visits_is_a_person(text, names):
    assert [text[start:end] for start, end in visitors(text)] == names


def test_whom_they_serve_follows_from_the_pair():
    for head in ((title("Peru–Kenya relations"),), (title("Foreign relations of Peru"), heading("Kenya"))):
        (claim,) = pipeline().code(document(*head, "Ana Soto visited Nairobi in February 2010."))
        assert (claim.fields["source"], claim.fields["target"], claim.when) == (("PER",), ("KEN",), "2010-02")


def test_without_a_pair_they_serve_nobody():
    found = pipeline(gleaning=1).code(
        document("Ana Soto visited Nairobi in February 2010. Chile thanked Cuba. Cuba thanked Chile.")
    )
    assert [claim.fields["source"] for claim in found if claim.fields["type"] == "CONSULT"] == [()]
