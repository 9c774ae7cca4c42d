"""Which undated claims carry the date of talks, and which do not."""

from __future__ import annotations

import pytest

from comity.pipeline import pipeline
from made import document, in_articles, line


def whens(*parts, **source):
    return {f"{claim.fields['type']} {'-'.join(claim.fields['source'])}": claim.when for claim in coded(*parts, **source)}


def coded(*parts, **source):
    return [claim for claim in pipeline().code(document(*parts, **source)) if claim.kind == "event"]


MET = "On 4 May 2021, the foreign ministers of Norway and Kenya held talks in Oslo."


def test_what_is_said_at_talks_carries_their_date():
    found = whens(f"{MET} The Kenyan minister thanked Norway for its support.")
    assert found["SUPPORT KEN"] == "2021-05-04"


def test_the_step_says_why():
    claim = coded(f"{MET} The Kenyan minister thanked Norway for its support.")[-1]
    assert any("date of the talks" in step for step in claim.steps)


@pytest.mark.parametrize(
    "later",
    [
        "Peru thanked Norway for its support.",  # was not at the talks
        "Kenya might thank Norway for its support.",
        "In 2010 Kenya thanked Norway for its support.",
        "Kenya sent troops to Norway.",  # is not said but done
    ],
)
def test_what_is_not_said_at_the_talks_does_not(later):
    assert "2021-05-04" not in [claim.when for claim in coded(f"{MET} {later}")][1:]


def test_other_talks_between_end_it():
    found = whens(f"{MET} The Kenyan president also met with the Norwegian prime minister. Kenya thanked Norway.")
    assert found["SUPPORT KEN"] == ""


THANKS = "Kenya thanked Norway for its support."


def test_in_a_history_the_date_goes_no_further_than_the_paragraph():
    assert whens(MET, THANKS)["SUPPORT KEN"] == ""


def test_in_a_report_it_goes_through_the_article():
    assert whens(MET, THANKS, published="2021-05-05")["SUPPORT KEN"] == "2021-05-04"
    assert whens(MET, THANKS, published="2023-05-05")["SUPPORT KEN"] == ""


def test_a_report_may_tell_first_what_came_of_the_talks():
    assert whens(THANKS, MET, published="2021-05-05")["SUPPORT KEN"] == "2021-05-04"
    assert whens(THANKS, MET)["SUPPORT KEN"] == ""


def test_a_line_of_a_list_may_speak_of_other_talks():
    assert whens(MET, line(THANKS), published="2021-05-05")["SUPPORT KEN"] == ""


def test_during_the_visit_it_has_the_dates_of_the_visit():
    found = coded("President Ana Soto of Peru visited Kenya from 4 to 6 May 2021. During the visit Peru thanked Kenya.")
    assert {claim.when for claim in found} == {"2021-05-04/2021-05-06"}
    assert {"CONSULT", "SUPPORT"} <= {claim.fields["type"] for claim in found}


def test_the_same_talks_told_in_another_article_have_their_date():
    told = "Peruvian President Ana Soto met with Kenyan President Ali Abdi"
    page = in_articles(f"{told} on 4 May 2021.", f"{told} in Lima.", f"{told.replace('Ali Abdi', 'Omar Otieno')} in Lima.")
    found = [claim.when for claim in pipeline().code(page.document) if claim.fields.get("type") == "CONSULT"]
    assert found == ["2021-05-04", "2021-05-04", ""]


TRANSCRIPT = "President of Norway Ana Berg: We have much to discuss today, Mr President."


def test_a_transcript_that_says_today_is_of_its_day():
    lead = "The President of Norway met with the President of Kenya in Oslo."
    assert whens(lead, TRANSCRIPT, published="2021-05-04")["CONSULT NOR"] == "2021-05-04"
    assert whens(lead, TRANSCRIPT.replace(" today", ""), published="2021-05-04")["CONSULT NOR"] == ""
    assert whens(lead, TRANSCRIPT)["CONSULT NOR"] == ""
