"""Sides that a sentence leaves open, and persons of whom no state is told."""

from __future__ import annotations

import pytest

from made import claims, heading, title

PAIR = title("Norway–Peru relations")


def events(*parts):
    return [(c.fields["type"], c.fields["source"], c.fields["target"]) for c in claims(*parts) if c.kind == "event"]


def test_talks_of_persons_whose_state_is_not_told_are_between_the_two():
    ((kind, source, target),) = events(PAIR, "President Ana Soto and Prime Minister Ola Berg met in Geneva in 1991.")
    assert (kind, {*source, *target}) == ("CONSULT", {"NOR", "PER"})


def test_nobody_is_given_a_state_where_the_title_names_no_two():
    assert events(title("News of May"), "President Ana Soto and Prime Minister Ola Berg met in Geneva in 1991.") == []


def test_who_is_named_tells_who_is_not():
    assert ("REQUEST", ("PER",), ("NOR",)) in events(PAIR, "President Ana Soto asked Norway to send help.")


def test_whom_a_person_serves_is_kept_for_his_office():
    found = claims(PAIR, "President Ana Soto arrived. Ana Soto was tired. President Ana Soto visited Oslo in 1991.")
    assert {c.fields["sender"] for c in found if c.kind == "post" and c.fields["person"] == "Ana Soto"} == {"PER"}


def test_we_who_meet_are_the_two():
    found = events(title("Norway and Peru"), "Remarks by President Ana Soto of Peru. We meet often and we hold talks every year.")
    assert {frozenset({*source, *target}) for _, source, target in found} == {frozenset({"NOR", "PER"})}


def test_what_was_done_to_us_and_ours():
    speech = "Mr. SOTO (Kenya): We thank you, and we thank our friends. We hope. Peru invaded us in 1975. We wait."
    assert ("ASSAULT", ("PER",), ("KEN",)) in events(speech)


def test_a_state_is_not_what_it_took_in_later():
    for text, code in (("The United States declined to sign.", "USA"), ("Bonn threatened to cut its aid.", "DEU")):
        head = title("France–Hawaii relations" if code == "USA" else "Zanzibar and East Germany")
        assert {who for _, source, _ in events(head, text) for who in source} == {code}


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Peru–Russia relations", "The Soviet Union signed a treaty of friendship in 1969.", [(("SUN", "PER"), "1969")]),
        ("Peru–Chile relations", "By the treaty of 1871 the valley was ceded.", [(("PER", "CHL"), "1871")]),
        ("Peru–Chile relations", "The island was left to Fiji by the treaty of 1871.", []),  # a third state's treaty, it may be
    ],
)
def test_the_other_side_is_the_documents(name, text, found):
    made = claims(title(name), text)
    assert [(claim.fields["parties"], claim.when) for claim in made if claim.kind == "agreement"] == found


def test_what_is_done_to_one_of_the_two_is_by_the_other():
    assert ("AID", ("NOR",), ("PER",)) in events(PAIR, "Two patrol boats were given to Peru in 1989.")
    assert ("AID", ("NOR",), ("PER",)) not in events(PAIR, "Two patrol boats were given to Peru by a church.")
    assert ("AID", ("NOR",), ("PER",)) not in events(title("News of May"), "Two patrol boats were given to Peru in 1989.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In 1931 four Peruvian fishermen were arrested.", "COERCE"),
        ("In 1931 the Peruvian consul was declared unwelcome.", "SANCTION"),
        ("In 1931 the Peruvian proposal was turned down.", "REJECT"),
    ],
)
def test_what_befalls_one_of_two_is_done_by_the_other(text, kind):
    assert (kind, ("NOR",), ("PER",)) in events(PAIR, text)
    assert (kind, ("NOR",), ("PER",)) not in events(title("News of May"), text)
    assert (kind, ("NOR",), ("PER",)) not in events(PAIR, text.replace(".", " by Chile."))


def test_what_a_third_state_did_befell_the_one_of_whom_the_sentence_tells_nothing_else():
    page = title("Foreign relations of Kenya"), heading("Uganda")
    assert ("ASSAULT", ("ETH",), ("KEN",)) in events(*page, "Following the Ethiopian invasion, Uganda sent tents.")
    assert ("ASSAULT", ("ETH",), ("UGA",)) in events(*page, "Following the Ethiopian invasion, Kenya sent tents.")


def test_who_did_it_is_not_whom_it_was_done_to():
    assert ("REJECT", ("PER",), ("NOR",)) in events(PAIR, "The request was denied by Peruvian authorities.")
    assert ("ACCUSE", ("PER",), ("NOR",)) in events("A Norwegian plan to annex Kenya, condemned by Peru, came to nothing.")


PERU = title("Foreign relations of Peru")


def statuses(text):
    return {frozenset((c.fields["a"], c.fields["b"])) for c in claims(PERU, text) if c.kind == "status"}


def test_relations_with_several_are_those_of_the_state_that_the_document_is_about():
    told = {frozenset(("PER", other)) for other in ("GHA", "MLI", "TCD")}
    assert statuses("Diplomatic relations were severed with several countries, including Ghana, Mali and Chad.") == told
    assert statuses("Diplomatic relations were established with Ghana and Mali in 1960.") == {
        frozenset(("PER", "GHA")),
        frozenset(("PER", "MLI")),
    }
    assert statuses("Diplomatic relations between Ghana and Mali were severed in 1960.") == {frozenset(("GHA", "MLI"))}


def test_a_pronoun_is_nobody_who_is_named_only_after_it():
    text = "The colonists asked for help. They then urged Ghana to leave Mali."
    assert all(source != ("MLI",) for _, source, _ in events(PERU, text))


def test_whom_a_minister_at_home_meets_is_no_minister_of_his_state():
    found = claims(PERU, "Prime Minister Ana Soto and other leaders met with President Ola Berg in 1990.")
    assert {c.fields["person"]: c.fields["sender"] for c in found if c.kind == "post"} == {"Ana Soto": "PER"}


def test_an_army_that_goes_home_leaves_the_state_that_the_document_is_about():
    assert ("RETREAT", ("CHL",), ("PER",)) in events(PERU, "The Chilean troops went home in 1884.")
    assert not any(target == ("PER",) for _, _, target in events(PERU, "The Chilean troops went home from Ghana in 1884."))


def test_whose_envoy_is_recalled_no_body_named_before_is_meant():
    found = events(PAIR, "The ruling was condemned by the African Union, and Norway recalled its ambassador in 1991.")
    assert [target for kind, _, target in found if kind == "SANCTION"] == [("PER",)]
