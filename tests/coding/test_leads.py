from __future__ import annotations

import pytest

from comity.coding.leads import told
from comity.model import Span
from made import claims, title

LEADS = [
    ("1. Peru left.", "Peru left."),
    ("(b) Peru left.", "Peru left."),
    ("26 January 1921: Peru left.", "Peru left."),
    ("Oct. 3. Peru left.", "Peru left."),
    ("QUITO, May 3, 2011 (Wire) - Peru left.", "Peru left."),
    ("May Peru leave.", "May Peru leave."),
    ("In May 1921 Peru left.", "In May 1921 Peru left."),
]


@pytest.mark.parametrize(("text", "rest"), LEADS)
def test_what_leads_a_sentence_in_is_no_part_of_it(text, rest):
    assert told(text, Span(0, len(text))).of(type("", (), {"text": text})()) == rest


def test_a_heavy_object_stands_behind_the_phrases_of_its_verb():
    found = claims(title("Notes"), "Sweden concluded with Turkey in 1740 a treaty of alliance.")
    assert [(claim.kind, claim.when) for claim in found] == [("agreement", "1740")]


SPEECH = "Statement by the Foreign Minister of Peru"
AIM = " We speak. We hope. Our aim is peace. We are here."
SAID = [
    ("I would like to thank Chile.", "asserted"),
    ("Allow me to thank Chile.", "asserted"),
    ("We hope to visit Chile.", "planned"),
]


@pytest.mark.parametrize(("words", "sure"), SAID)
def test_who_speaks_acts_for_the_speakers_state_and_does_what_he_wishes_to_say(words, sure):
    found = [claim for claim in claims(title(SPEECH), words + AIM) if claim.kind == "event"]
    assert [(claim.fields["source"], claim.fields["target"], claim.factuality) for claim in found[:1]] == [
        (("PER",), ("CHL",), sure)
    ]
