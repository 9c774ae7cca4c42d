"""What one sentence says for and against the serving of a state by a person whom it names."""

from __future__ import annotations

from comity.resolving.sightings import Sighting
from made import annotated


def signs(text, code, name="Soto"):
    whole = annotated(text)
    mention = next(each for each in whole.all("person") if each.value.name.endswith(name))
    spans = [each.span for each in whole.all("sentence")]
    at = next(number for number, span in enumerate(spans) if mention.span in span)
    return set(Sighting(whole, mention, spans[at], spans[at - 1] if at else None).signs(code))


def test_where_a_state_stands_beside_him():
    text = "In Lima, President Ana Soto spoke of Kenya."
    assert {"here", "ahead", "ahead capital", "ahead located", "ahead near"} <= signs(text, "PER")
    assert {"after", "after of", "another here"} & signs(text, "KEN") == {"after", "after of"}
    assert {"another here"} <= signs(text, "NOR")


def test_who_leads_a_sentence_and_to_whom_he_turns():
    text = "President Ana Soto flew to Kenya."
    assert {"leads", "leads and here", "only one here", "after turned to"} <= signs(text, "KEN")
    assert "leads" not in signs("In Kenya, President Ana Soto spoke.", "KEN")


def test_who_is_met_and_by_whose_officials():
    text = "The Norwegian foreign minister, Kari Berg, met President Ana Soto."
    assert {"met", "his peer"} <= signs(text, "NOR")
    assert {"met", "peer of another"} <= signs(text, "PER")


def test_what_the_sentence_before_was_of():
    text = "Kenya and Peru had quarrelled. President Ana Soto wept."
    assert {"last before", "begins before", "nobody here"} <= signs(text, "KEN")
    assert "begins before" not in signs(text, "PER")
