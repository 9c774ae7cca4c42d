"""When an office was held: the term beside a person, and what is called "then"."""

from __future__ import annotations

import pytest

from comity.model import BlockKind
from made import claims, title


def posts(text):
    return {claim.fields["person"]: claim.when for claim in claims(text) if claim.kind == "post"}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ana Soto, Peru's ambassador to Kenya since 2016, spoke.", "2016/.."),
        ("Ana Soto, Peru's ambassador to Kenya from 2012 to 2016, spoke.", "2012/2016"),
        ("President Ana Soto of Peru (2012–2016) spoke.", "2012/2016"),
        ("Ana Soto, Peru's ambassador to Kenya, spoke in 2016.", ""),  # dates the speech
        ("In 2016 Peru's ambassador to Kenya, Ana Soto, spoke.", ""),
    ],
)
def test_a_term_stands_right_behind_the_person(text, when):
    assert posts(text)["Ana Soto"] == when


def test_who_was_then_minister_held_the_office_at_that_time():
    assert posts("Peru's then-Prime Minister Ana Soto met the president of Kenya on 3 May 1990.")["Ana Soto"] == "1990-05-03"
    assert posts("Peru's Prime Minister Ana Soto met the president of Kenya on 3 May 1990.")["Ana Soto"] == ""


def envoy(text):
    (claim,) = [claim for claim in claims((BlockKind.TITLE, "Kenya–Peru relations"), text) if claim.kind == "post"]
    return claim.fields["sender"], claim.fields["host"], claim.fields.get("resident") or ""


def test_an_envoy_of_one_of_two_states_is_sent_to_the_other():
    assert envoy("Ambassador Ana Soto of Peru spoke.") == ("PER", "KEN", "")
    assert envoy("The Peruvian ambassador to Ghana, Ana Soto, spoke.") == ("PER", "GHA", "")


def test_where_an_envoy_lives_is_not_to_whom_he_is_sent():
    assert envoy("The Peruvian ambassador resides in Pretoria.") == ("PER", "KEN", "ZAF")


@pytest.mark.parametrize(
    "text",
    [
        "The ambassador of Peru in Accra, Ana Soto, was also accredited to Kenya.",
        "The ambassador of Peru to Ghana is Ana Soto, who is also accredited to Kenya.",
    ],
)
def test_who_is_sent_to_a_second_state_resides_in_the_first(text):
    told = {(claim.fields["host"], claim.fields.get("resident") or "") for claim in claims(text) if claim.kind == "post"}
    assert told == {("GHA", ""), ("KEN", "GHA")}


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Ana Soto was Peru's ambassador to Ghana, Togo and Benin from 1990 to 1994.", {"GHA", "TGO", "BEN"}),
        ("Ana Soto was Peru's ambassador to Ghana. Togo and Benin sent none.", {"GHA"}),  # the list is another's
    ],
)
def test_an_envoy_may_be_sent_to_several_states(text, hosts):
    assert {claim.fields["host"] for claim in claims(text) if claim.kind == "post" and claim.fields["person"]} == hosts


def test_a_term_may_stand_behind_the_office():
    assert posts("Ana Soto was Peru's ambassador to Ghana from 1990 to 1994.")["Ana Soto"] == "1990/1994"
    assert posts("Ana Soto has been Peru's ambassador to Ghana since May 2016.")["Ana Soto"] == "2016-05/.."


def test_a_holder_named_and_not_named_is_one():
    assert posts("Peru's ambassador to Ghana is Ana Soto, based in Accra since 2023.") == {"Ana Soto": "2023/.."}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Peruvian ambassador, resident in Nairobi, is also accredited to Uganda.", ("PER", "UGA", "KEN")),
    ],
)
def test_where_an_envoy_lives_is_not_where_else_he_is_sent(text, told):
    title = (BlockKind.TITLE, "Kenya–Peru relations")
    found = {
        (claim.fields["sender"], claim.fields["host"], claim.fields.get("resident") or "")
        for claim in claims(title, text)
        if claim.kind == "post"
    }
    assert found == {told}


def test_who_lives_where_he_is_sent_has_no_other_residence():
    assert envoy("Peru is represented in Kenya by an ambassador resident in Nairobi.") == ("PER", "KEN", "")


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Chile responded by expelling the Peruvian ambassador, Ana Soto.", "CHL"),
        ("Chile thanked the Peruvian ambassador, Ana Soto.", "KEN"),
    ],
)
def test_who_expels_an_envoy_had_received_him(text, host):
    (post,) = [claim for claim in claims(title("Kenya–Peru relations"), text) if claim.kind == "post"]
    assert post.fields["host"] == host or post.fields["host"] == (host,)
