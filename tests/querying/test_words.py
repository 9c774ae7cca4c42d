from __future__ import annotations

import pytest

from comity.querying._words import caption, dated, listed, value_of

from .small import (
    agreement,
    claims_of,
    event,
    figure,
    folders_of,
    membership,
    mission,
    post,
    small_store,
    status,
)

CAPTIONS = [
    (mission("opened"), "Embassy of Kenya in Peru, Lima: opened"),
    (mission("closed", city="", type="consulate-general"), "Consulate general of Kenya in Peru: closed"),
    (status("established"), "Relations of Kenya and Peru: established"),
    (event("CONSULT", "", source=("KEN",), target=("PER", "CHL")), "CONSULT: Kenya – Peru and Chile"),
    (event("ASSAULT", "", source=()), "ASSAULT – Peru"),
    (agreement("in-force", title="Pact of Amity"), "Treaty of Kenya and Peru, Pact of Amity: in force"),
    (agreement("signed", title="the treaty"), "Treaty of Kenya and Peru: signed"),
    (agreement("signed", type="memorandum"), "Memorandum of Kenya and Peru: signed"),
    (figure(4.9e9, ""), "Aid, from Kenya to Peru: 4,900,000,000 USD"),
    (figure(2.5, "", "trade-growth", bound="about", unit="percent", giver=(), taker=()), "Trade growth: 2.5 percent (about)"),
    (figure(10, "", value_to=20), "Aid, from Kenya to Peru: 10 to 20 USD"),
    (post("Ann Bee"), "Ann Bee, ambassador of Kenya to Peru"),
    (post("", "chargé-d-affaires", host=""), "Chargé d'affaires of Kenya"),
    (membership("joined"), "Kenya in the United Nations: joined"),
    (mission("opened", sender="ZZZ"), "Embassy of ZZZ in Peru, Lima: opened"),  # a code that no file names
]


@pytest.mark.parametrize(("telling", "said"), CAPTIONS)
def test_a_claim_has_a_headline(tmp_path, telling, said):
    store = small_store(tmp_path, {})
    store.folders = folders_of(tmp_path)
    assert caption(store, claims_of(telling)[0]) == said


def test_values_are_said_for_readers(tmp_path):
    store = small_store(tmp_path, {})
    claim = claims_of(mission("opened", "1974-08"))[0]
    assert value_of(store, claim, "when") == "August 1974"
    assert value_of(store, claim, "factuality") == "asserted"


def test_lists_are_said_with_an_and():
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_dates_follow_verbs():
    whens = ["1960-10-07", "1974-08", "1974", "198X", "2018/..", "../1990", ""]
    said = ["on 7 October 1960", "in August 1974", "in 1974", "in the 1980s", "since 2018", "by 1990", ""]
    assert [dated(when) for when in whens] == said
