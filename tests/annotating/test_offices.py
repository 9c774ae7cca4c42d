"""Offices by their words: who presides over what, who serves in a ministry, which envoys stay."""

from __future__ import annotations

import pytest

from comity.annotating._example import annotated


def held(text):
    return {mention.value.name: mention.value.office for mention in annotated(text).all("person") if mention.value.name}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The President of the Chamber of Representatives, Ana Soto, left.", "parliament-speaker"),
        ("Ana Soto, Speaker of the Chilean House of Deputies, left.", "parliament-speaker"),
        ("Senate President Ana Soto of Chile left.", "parliament-speaker"),
        ("The Deputy Speaker of the Knesset, Ana Soto, left.", "other"),
        ("The chair of the Senate's Foreign Affairs Committee resigned; President Ana Soto left.", "president"),
        ("Hereditary Grand Duke Ana Soto left.", "other"),
        ("State Secretary Ana Soto left.", "other"),
        ("State Secretary at the Chilean Ministry of Foreign Affairs Ana Soto left.", "deputy-foreign-minister"),
        ("The Director of the Africa Department of the Ministry of Foreign Affairs, Ana Soto, left.", "other"),
        ("Chile's deputy president Ana Soto left.", "other"),
    ],
)
def test_an_office_is_told_by_all_its_words(text, office):
    assert held(text) == {"Ana Soto": office}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Mali recalled its envoy, Ana Soto, from Lima.", "ambassador"),
        ("Mali's envoy Ana Soto proposed a truce.", "special-envoy"),
        ("The peace envoy of Mali, Ana Soto, presented no credentials.", "special-envoy"),  # he is on an errand
    ],
)
def test_an_envoy_who_stays_is_an_ambassador(text, office):
    assert held(text) == {"Ana Soto": office}


def test_an_envoy_for_a_state_does_not_serve_it():
    (person,) = [mention.value for mention in annotated("Peru's special envoy for Chad, Ana Soto, left.").all("person")]
    assert (person.state, person.host) == ("PER", "TCD")


def test_a_counterpart_may_be_named_before_the_word():
    told = annotated("Chilean Foreign Minister Ana Soto met Omar Bello, her Malian counterpart.").all("person")
    assert [(mention.value.name, mention.value.office, mention.value.state) for mention in told] == [
        ("Ana Soto", "foreign-minister", "CHL"),
        ("Omar Bello", "foreign-minister", "MLI"),
    ]


def test_the_secretary_general_has_no_such_name():
    assert "Omar Bello" in held("Special Representative of the UN Secretary-General Omar Bello left.")
