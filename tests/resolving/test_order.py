"""In what order those stand who are named, and who beside whom."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from comity.learned import log_odds
from comity.mentions import Mention, Stand
from comity.model import Span
from comity.resolving.order import orders

TEXT = "In May Peru, Chile and Kenya sent wheat to Oman, which thanked Peru."


def told(text=TEXT, trigger="sent", **codes):
    """The signs of each whose words are given."""
    by = {}
    for code, words in codes.items():
        at = -1
        while (at := text.find(words, at + 1)) >= 0:
            by.setdefault(code, []).append(Stand(Mention("actor", Span(at, at + len(words)), None), 0.9, 0.2))
    at = text.index(trigger)
    return orders(by, SimpleNamespace(trigger=Span(at, at + len(trigger))), text)


def test_the_first_and_the_last_are_told_and_who_is_nearest_on_either_side():
    found = told(PER="Peru", CHL="Chile", KEN="Kenya", OMN="Oman")
    assert [found[code].get("order 1") for code in ("PER", "CHL")] == [1.0, None]
    assert "order 3" in found["KEN"]
    assert "order 3" in found["OMN"], "all after the second are told alike"
    assert [code for code in found if "last named" in found[code]] == ["OMN"], "where he is named first counts"
    assert [code for code in found if "nearest before" in found[code]] == ["KEN"]
    assert [code for code in found if "nearest after" in found[code]] == ["OMN"]


def test_who_is_named_in_one_breath_with_another_is_told_of_him():
    found = told(PER="Peru", CHL="Chile", KEN="Kenya", OMN="Oman")
    assert [code for code in found if "mate" in found[code]] == ["PER", "CHL", "KEN"]
    assert found["CHL"]["mate first"] == pytest.approx(log_odds(0.9))


@pytest.mark.parametrize(
    ("between", "mates"),
    [(" and the ", True), ("/", True), (", ", True), ("–", True), (" against ", False), (", whose port ", False)],
)
def test_only_signs_and_and_join(between, mates):
    found = told(f"In May Peru{between}Chile sent wheat.", PER="Peru", CHL="Chile")
    assert ("mate" in found["CHL"]) is mates


def test_of_nobody_nothing_is_told():
    assert told() == {}
