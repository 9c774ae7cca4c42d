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
    assert ("status", "severed") in sorts(wordings, "Relations with Peru there were none after Kenya had broken them off.")


def test_every_word_of_a_wording_must_be_there(wordings):
    assert ("status", "severed") in sorts(wordings, "What relations there were with Peru, Kenya severed.")
    assert ("status", "severed") not in sorts(wordings, "What wires there were to Peru, Kenya severed.")


def test_what_tells_of_affairs_inside_a_state_or_answers_is_not_among_them(wordings):
    bodies = [wording.pattern.rule.body for wording in wordings.every]
    assert len(bodies) > 1000
    assert not any(body.inside or body.answers for body in bodies)
    assert not any(wording.pattern.is_line for wording in wordings.every)


def test_forms_that_say_the_same_in_other_orders_share_a_key(wordings):
    keys = [wording.key for wording in wordings.every]
    assert len(set(keys)) < len(keys)
