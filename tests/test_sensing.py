"""The model of the second reading: what it is asked, and that its answers stand where the sentence has them."""

from __future__ import annotations

import subprocess
import sys

from comity.coding.gleaning import NUMBER
from comity.mentions import How
from comity.schema import kinds
from comity.sensing import alike, chosen, sensor, two_sides

AID = "In 1962 Peru gave Kenya wheat as a gift."
NAMED = [(AID.index("Peru"), "name"), (AID.index("Kenya"), "name")]


def best(text, named, before=""):
    return max(
        sensor().read(text, before, named, sensor().sorts), key=lambda one: one.likely if one.kind == "event" and one.value else 0
    )


def test_what_a_sentence_says_and_who_stands_where():
    told = best(AID, NAMED)
    assert (told.value, told.likely > 0.5) == ("AID", True)
    (giver, not_giver), (not_taker, taker) = told.sides
    assert giver > 0.5 > not_giver
    assert taker > 0.5 > not_taker


def test_the_word_on_which_it_rests_is_in_the_sentence_and_names_nobody():
    for before in ("", "Peru and Kenya | Aid | They had long been friends."):
        at = best(AID, NAMED, before).at
        assert 0 <= at < len(AID)
        assert at not in {place for place, _ in NAMED}


def test_the_passive_turns_the_sides_round():
    say = "In 1962 Kenya was bombed by Peru."
    told = best(say, [(say.index("Kenya"), "name"), (say.index("Peru"), "name")])
    assert told.value == "ASSAULT"
    assert told.sides[1][0] > told.sides[0][0]
    assert told.sides[0][1] > told.sides[1][1]


def test_a_sentence_without_claims_says_nothing():
    assert [
        one for one in sensor().read("Peru is larger than Kenya.", "", [(0, "name"), (20, "name")]) if one.kind == "event"
    ] == []


def test_nobody_named_long_sentences_and_names_beyond_what_is_read_do_no_harm():
    assert sensor().read("It rained.", "", []) == []
    long = "The road went on and on, " * 90 + "until Peru sent Kenya wheat."
    told = sensor().read(long, "", [(long.index("Peru"), "name")], sensor().sorts)
    assert {one.sides for one in told} == {((0.0, 0.0),)}


def test_what_it_can_tell_are_kinds_and_values_that_there_are():
    known, told = kinds(), sensor().told
    for sort in told.sorts:
        kind, _, value = sort.partition(" ")
        assert value in ("", *known[kind].fields[known[kind].foremost].one_of)
    assert set(told.manners) == {NUMBER, *(str(how) for how in How)}


def test_the_same_question_has_the_same_answer_in_another_process():
    ask = f"from comity.sensing import sensor; print(sensor().read({AID!r}, '', {NAMED!r}, sensor().sorts))"
    told = {subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout for _ in range(2)}
    assert told == {f"{sensor().read(AID, '', NAMED, sensor().sorts)}\n"}


def test_sides_are_those_likelier_than_not():
    likely = {3: (0.9, 0.6), 4: (0.2, 0.7), 5: (0.1, 0.1)}
    assert chosen(likely, even=False) == ([3], [4])
    assert chosen(likely, even=True) == ([3, 4], [])


def test_the_two_sides_of_each_kind():
    every = {name: two_sides(kind) for name, kind in kinds().items()}
    assert every["event"] == ("source", "target")
    assert every["membership"] == ("member", "organization")
    assert every["agreement"] == ("parties", "parties")
    assert alike(kinds()["agreement"], {})
    assert not alike(kinds()["event"], {"type": "AID"})
    assert alike(kinds()["event"], {"type": "CONSULT"})


def test_what_is_asked_for_is_told_however_unlikely_it_is():
    sort = ("event", "THREATEN")
    assert sort not in {(one.kind, one.value) for one in sensor().read(AID, "", NAMED)}
    (told,) = (one for one in sensor().read(AID, "", NAMED, frozenset({sort})) if (one.kind, one.value) == sort)
    assert told.likely < sensor().told.least
