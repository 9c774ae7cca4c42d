"""The rules' wordings without their grammar: what is sought when a sentence is looked at again."""

from __future__ import annotations

import pytest

from comity.coding.wordings import Wordings
from comity.pipeline import pipeline
from made import document


@pytest.fixture(scope="module")
def wordings():
    return Wordings(pipeline().rules)


def row(say):
    pipe = pipeline()
    (place,) = pipe.coder().places(pipe.annotate(document(say)))
    return place.row


def sorts(wordings, say):
    return {wording.sort for _, wording in wordings.said(row(say))}


def test_the_words_may_stand_in_any_order(wordings):
    assert ("event", "AID") in sorts(wordings, "Of the guns promised by Chile only six reached the army of Siam.")
    assert ("event", "ACCUSE") in sorts(wordings, "Of theft, and not for the first time, Lima had accused it.")


def test_every_word_of_a_wording_must_be_there(wordings):
    assert ("figure", "loan") in sorts(wordings, "Lima lent what Nairobi asked, $4 million.")
    assert ("figure", "loan") not in sorts(wordings, "Lima had what Nairobi asked, 4 million.")


def test_stages_are_not_among_them(wordings):
    """What stands on a day rests on them: a false one does more harm than one that was missed."""
    assert {wording.sort[0] for wording in wordings.every} == {"event", "figure", "post"}


def test_what_tells_of_affairs_inside_a_state_or_answers_is_not_among_them(wordings):
    bodies = [wording.pattern.rule.body for wording in wordings.every]
    assert len(bodies) > 500
    assert not any(body.inside or body.answers for body in bodies)
    assert not any(wording.pattern.is_line for wording in wordings.every)


def test_forms_that_say_the_same_in_other_orders_share_a_key(wordings):
    keys = [wording.key for wording in wordings.every]
    assert len(set(keys)) < len(keys)
