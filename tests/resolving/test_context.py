from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.resolving.context import read_context
from made import annotated, heading, title

WARS = "They spoke of the wars of Mali and Chad, of Kenya and Sudan, and of Togo and Benin. "


def context(*parts):
    return read_context(annotated(*parts), actors())


# What a document is about, and the pair that it is read as.
PAIRS = [
    (("Relations of Peru and Chile are good. Peru exports copper to Chile.",), ("PER", "CHL")),
    ((title("Peru and Chile"), "Norway met Kenya. Norway thanked Kenya."), ("PER", "CHL")),  # the title counts for more
    ((title("Peru–Chile relations"), "They are old."), ("PER", "CHL")),
    ((title("Peruvian–Chilean ties"), "They are old."), ("PER", "CHL")),
    ((heading("Peru and Chile"), "They are old."), ("PER", "CHL")),  # without a title, what stands first
    ((title("The work of ministers"), "Peru thanked Chile. Chile thanked Peru. Peru met Chile. Bolivia left."), ("PER", "CHL")),
    ((title("The work of ministers"), "Peru met Chile. Norway met Kenya. Bolivia met Cuba."), ()),  # one of many pairs
    ((title("Peru, Chile and Bolivia"), "Peru met Chile. Bolivia met Peru. Chile met Bolivia."), ()),
    ((title("Talks with Peruvian President Ana Soto"), WARS + "The Chilean president thanked her."), ("CHL", "PER")),
    ((title("Talks with Peruvian President Ana Soto"), WARS + "The presidents of Chile and Oman thanked her."), ()),
    (
        (title("Call with Peruvian President Ana Soto"), "The Chilean president called.", "Kenya's president left."),
        ("CHL", "PER"),
    ),
    ((title("Call with Peruvian President Ana Soto"), "The president met her at the White House.", WARS), ("USA", "PER")),
    ((title("Call with Peruvian President Ana Soto"), "President Rey spoke of Chile's support.", WARS), ("CHL", "PER")),
    ((title("Peruvian President Ana Soto"), WARS + "The Chilean president thanked her."), ()),  # the title tells of no talks
    ((title("Trees"), "They grow."), ()),
    (("",), ()),
]


@pytest.mark.parametrize(("parts", "pair"), PAIRS)
def test_the_topic_pair(parts, pair):
    assert context(*parts).pair == pair


def test_the_pair_says_why_it_is_believed():
    assert "title" in context(title("Peru and Chile"), "They are old.").why_pair
    assert "most" in context(title("News"), "Peru exports copper to Chile.").why_pair


def test_a_document_about_one_state_has_a_home():
    found = context(title("Foreign relations of Peru"), "Chile, Kenya and Cuba have embassies in Lima.")
    assert (found.home, found.pair) == ("PER", ())


def test_a_list_of_one_states_relations_is_about_no_pair_though_one_other_is_named_most():
    met = ("Chile", "Chile", "Chile", "Kenya", "Cuba", "Mali", "Fiji", "Oman", "Norway", "Nepal")
    found = context(title("Notes on Peru"), " ".join(f"Peru met {other}." for other in met))
    assert (found.home, found.pair) == ("PER", ())


def test_an_organisation_is_no_side_of_a_pair():
    assert context(title("Peru and the United Nations"), "Peru joined.").pair == ()


def test_a_capital_alone_makes_no_pair():
    assert context(title("A walk through Lima and Santiago"), "It was hot.").pair == ()


def test_the_other_of_a_pair():
    found = context(title("Peru and Chile"), "They are old.")
    assert [found.other(code) for code in ("PER", "CHL", "KEN", "")] == ["CHL", "PER", "", ""]
    assert found.why_other("CHL").startswith("CHL is the other of the topic pair: the title")


def test_the_other_of_a_document_about_one_state_is_that_state():
    found = context(title("Foreign relations of Peru"), "Chile, Kenya and Cuba have embassies in Lima.")
    assert (found.other("KEN"), found.other("PER")) == ("PER", "")
    assert found.why_other("PER") == "PER is the state that the document is about"


def test_who_serves_which_state():
    persons = context("Chilean President Ana Soto met Peruvian President Luis Rey.").persons
    assert (persons["Soto"], persons["Rey"]) == ("CHL", "PER")


def test_a_speaker_speaks_for_the_state_of_his_office():
    assert context(title("Speech by President Ana Soto of Chile"), "We thank Peru.").speaker == "CHL"
    assert context(title("Peru and Chile"), "We thank Peru.").speaker == ""
