"""Who speaks in a transcript, and what follows from it for "we" and for how sure the text is."""

from __future__ import annotations

import pytest

from comity.pipeline import pipeline
from made import annotated, claims, document, heading, title

TALKS = (
    title("Meeting with the President of Chile"),
    "The President of Peru met with the President of Chile in Lima.",
    "President of Peru Ana Soto: We sent troops to Bolivia in 1990.",
    "In 1995 we sent troops to Kenya.",
    "President of Chile Juan Rojas: We sent troops to Cuba in 1999.",
    "Ana Soto: We sent troops to Mali in 2001.",
    "Question: Did you send troops to Ghana?",
)


def speakers(*parts):
    found = annotated(*parts)
    return [(mention.value.name, mention.span.of(found.document).split()[-2]) for mention in found.all("speaker")]


def test_a_paragraph_that_begins_with_a_name_and_a_colon_is_speech():
    assert speakers(*TALKS)[0] == ("Ana Soto", "in")


def test_who_speaks_goes_on_until_another_does():
    assert [name for name, _ in speakers(*TALKS)] == ["Ana Soto", "Ana Soto", "Juan Rojas", "Ana Soto", ""]


def test_a_heading_ends_a_speech():
    assert len(speakers(TALKS[2], heading("Background"), "Peru has troops in Bolivia.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Peru has three neighbours: Chile, Bolivia and Ecuador.",
        "Trade: The exports of Peru grew.",
    ],
)
def test_what_is_no_transcript(words):
    assert speakers(words) == []


def whose(*parts):
    found = [claim for claim in pipeline().code(document(*parts)) if claim.fields.get("type") == "MOBILIZE"]
    return {claim.fields["target"][0]: (claim.fields["source"], claim.factuality) for claim in found}


def test_we_is_the_state_of_the_one_who_speaks_and_what_is_told_is_reported():
    told = whose(*TALKS)
    assert told["BOL"] == told["KEN"] == told["MLI"] == (("PER",), "reported")
    assert told["CUB"] == (("CHL",), "reported")


def test_thanks_are_the_speech_itself():
    found = claims(*TALKS[:3], "Juan Rojas: Thank you.", "President of Chile Juan Rojas: We thank Peru for its help.")
    assert [claim.factuality for claim in found if claim.fields.get("type") == "SUPPORT"] == ["asserted"]


def test_the_label_itself_is_told_by_the_document():
    posts = {claim.fields["person"]: claim.factuality for claim in claims(*TALKS) if claim.kind == "post"}
    assert posts == {"Ana Soto": "asserted", "Juan Rojas": "asserted"}


def test_where_nobody_is_named_we_is_the_other_of_the_pair():
    found = claims(title("Relations of Peru and Chile"), "We sent troops to Chile in 1990.")
    assert found[0].fields["source"] == ("PER",)
