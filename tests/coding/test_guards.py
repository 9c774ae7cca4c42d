"""What words match and yet does not say it."""

from __future__ import annotations

import pytest

from made import claims, title


def events(text):
    return [(claim.fields["type"], claim.factuality) for claim in claims(text) if claim.kind == "event"]


@pytest.mark.parametrize(
    "text", ["12,000 Peruvian tourists visited Kenya.", "Many Danes visited Malta.", "Danish students visited Malta."]
)
def test_a_visit_of_a_crowd_is_no_talks(text):
    assert "CONSULT" not in [name for name, _ in events(text)]


@pytest.mark.parametrize(
    "text", ["The Danes visited Malta.", "The Danish king visited Malta.", "A Danish delegation visited Malta."]
)
def test_a_visit_of_those_who_act_for_a_state_is(text):
    assert "CONSULT" in [name for name, _ in events(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru attacked Chile in a speech.", "ACCUSE"),
        ("The Peruvian foreign minister attacked Chile.", "ACCUSE"),
        ("Peru attacked Chile at dawn.", "ASSAULT"),
    ],
)
def test_words_that_one_rule_takes_in_its_sense_are_not_taken_in_another(text, kind):
    assert events(text) == [(kind, "asserted")]


@pytest.mark.parametrize("text", ["Peru was attacked by rebels.", "Chad was invaded by locusts."])
def test_what_somebody_does_who_acts_for_no_state_is_no_act(text):
    assert events(text) == []


@pytest.mark.parametrize("text", ["Peru was attacked.", "Peru was attacked by sea.", "Peru was attacked by the end of 1990."])
def test_an_act_may_be_told_without_who_acts(text):
    assert [name for name, _ in events(text)] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Kenya made no visit to Peru.", "denied"),
        ("Kenya made a visit to Peru with no delay.", "asserted"),
        ("Chile did not condemn the invasion of Chad by Libya.", "asserted"),  # which is taken for granted
        ("There was no invasion of Chad by Libya.", "denied"),
        ("Chad did not accept the bridge bombed by Libya.", "asserted"),  # which is taken for granted
        ("Tonga invited the king of Fiji to visit Samoa.", "planned"),
    ],
)
def test_how_far_a_cue_reaches(text, sure):
    found = dict(events(text))
    assert sure in {factuality for name, factuality in found.items() if name in ("CONSULT", "ASSAULT")}


@pytest.mark.parametrize("text", ["Norway stopped its exports to Chile.", "Nigeria halted oil supplies to Ghana."])
def test_a_noun_that_looks_like_a_verb_does_nothing(text):
    assert [name for name, _ in events(text)] == ["SANCTION"]


@pytest.mark.parametrize(
    "text",
    [
        "In 1990 Peru signed an agreement with a mining company from Kenya.",
        "In 1990 Peru signed a peace agreement with the rebels.",
        "In 1990 Peru signed agreements with two Kenyan firms.",
        "In 1990 the Peruvian government and the rebels signed a peace agreement.",
        "In 1990 an agreement was signed between a Kenyan shipbuilder and the Peruvian government.",
    ],
)
def test_who_binds_no_state_is_no_party(text):
    assert not [claim for claim in claims(text) if claim.kind == "agreement"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mali and Ghana met to strengthen the ties between the two states.", ["CONSULT"]),
        ("Mali and Ghana discussed expanding their cooperation.", ["CONSULT"]),
        ("Mali and Ghana strengthened the ties between the two states.", ["COOPERATE"]),
    ],
)
def test_what_an_act_was_for_is_no_other_act(text, kinds):
    assert [name for name, _ in events(text)] == kinds


def test_the_ties_of_others_are_not_those_of_whoever_furthers_them():
    found = [claim for claim in claims("Cuba and Oman promoted the ties between Mali and Ghana.") if claim.kind == "event"]
    assert [(claim.fields["source"], claim.fields["target"]) for claim in found] == [(("MLI",), ("GHA",))]


def test_the_treaty_of_a_body_is_not_the_body():
    assert not [
        claim for claim in claims("Fiji is a party to the UN Framework Convention on Climate.") if claim.kind == "membership"
    ]
    assert [claim for claim in claims("Fiji is a member of the UN.") if claim.kind == "membership"]


def test_a_group_within_a_body_is_not_the_body():
    told = claims("Peru and Kenya are members of the NATO Contact Group. Fiji is a member of NATO.")
    assert [claim.fields["member"] for claim in told if claim.kind == "membership"] == ["FJI"]


@pytest.mark.parametrize("lead", ["During", "Since", "Throughout", "Before"])
def test_a_war_that_only_says_when_is_not_told(lead):
    assert "ASSAULT" not in [name for name, _ in events(f"{lead} the Falklands War trade between Peru and Kenya was small.")]


@pytest.mark.parametrize("text", ["The Falklands War broke out.", "During the Falklands War of 1982 Peru kept out."])
def test_a_war_that_is_told_or_dated_is(text):
    assert "ASSAULT" in [name for name, _ in events(text)]


def test_of_two_that_tell_one_act_the_one_that_says_upon_whom_is_taken():
    told = claims(title("Kenya–Malta relations"), "Kenyan forces attacked a smugglers' camp inside Uganda.")
    assert [claim.fields["target"] for claim in told if claim.fields.get("type") == "ASSAULT"] == [("UGA",)]


@pytest.mark.parametrize(("war", "told"), [("civil war", []), ("war", ["ASSAULT"])])
def test_a_civil_war_is_none_between_the_pair(war, told):
    found = claims(title("Kenya–Peru relations"), f"Trade fell during the {war} of 1998.")
    assert [claim.fields["type"] for claim in found if claim.fields.get("type") == "ASSAULT"] == told
