"""In whose name an untitled speech is made."""

from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.resolving.context import read_context
from comity.resolving.voice import home_of, spoken_by, spoken_on
from made import annotated, claims, title

WE = "We thank you. We hope so. Our aim is peace. We wish you well. I thank you."


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (f"{WE} My country, Peru, sends its greetings.", "PER"),
        (f"{WE} I speak on behalf of the Government of Peru.", "PER"),
        (f"{WE} The Peruvian delegation wishes to thank Chile.", "PER"),
        (f"{WE} Peru remains committed to peace. Peru calls for talks with Chile.", "PER"),
        (f"{WE} Peru remains committed to peace. Chile calls for talks.", ""),  # two, as often
        (f"{WE} Peru was attacked. Peru has a long coast.", ""),  # told about, and not in its name
        ("Peru remains committed to peace. Peru calls for talks.", ""),  # nobody speaks
    ],
)
def test_the_state_that_speaks(text, state):
    assert home_of(annotated(text), actors()) == state


def test_we_is_that_state():
    found = claims(f"{WE} Peru remains committed to peace. Peru calls for talks.", "We condemn the attack of Chile on Bolivia.")
    assert [claim.fields["source"] for claim in found if claim.fields["type"] == "ACCUSE"] == [("PER",)]


def test_a_speaker_after_the_head_of_a_record_and_the_number_of_a_paragraph():
    head = "GENERAL ASSEMBLY, SIXTEENTH SESSION. " + "Agenda item: general debate. " * 20
    spoken = "74. Mr. SOTO (Peru): We welcome the decision of Ghana. My delegation thanks Chile."
    assert [claim.fields["source"] for claim in claims(head, spoken) if claim.kind == "event"] == [("PER",), ("PER",)]


def test_who_speaks_is_not_some_other_state_where_nothing_tells_it():
    (claim,) = [
        each for each in claims("A record.", "We condemn the shelling of Chad by Mali.") if each.fields.get("type") == "ACCUSE"
    ]
    assert "TCD" not in claim.fields["source"]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Twelfth session, general debate: statement by Peru, 3 October 1957", "PER"),
        ("Speech by the first delegate of Peru on the war in Chad", "PER"),
        ("Statement delivered by H.E. the Prime Minister of Peru", "PER"),
        ("National Assembly of Peru: contribution by the Minister of Foreign Affairs", "PER"),
        ("Peru, Chile and Bolivia: statement by the Chilean delegate", "CHL"),
        ("Statement by the President on Peru", ""),  # what it is about
        ("Speech by the Queen in Peru and Chile", ""),
        ("Peru in the sixties", ""),  # nobody speaks
    ],
)
def test_the_state_that_a_title_makes_speak(words, state):
    found = annotated(title(words), WE)
    assert spoken_by(found, found.document.blocks[0].span, actors()) == state


@pytest.mark.parametrize(
    ("words", "text", "when"),
    [
        ("Statement by Peru, October 1957", WE, "1957-10"),
        ("3 October 1957: statement by Peru", WE, "1957-10-03"),
        ("Peru in 1957", "It grew.", ""),  # no speech
        ("Peru from 1957 to 1960, and in 1962", WE, ""),
    ],
)
def test_when_a_speech_was_made(words, text, when):
    assert spoken_on(annotated(title(words), text)) == when


def test_a_speech_that_names_many_states_is_about_no_two_of_them():
    many = "We thank Chile, Chad, Kenya and Oman. We met Chile twice. Chile helped us. Peru is grateful, as Peru must be."
    context = read_context(annotated(title("General debate: statement by Peru"), f"{WE} {many}"), actors())
    assert (context.pair, context.home, context.speaker) == ((), "PER", "PER")
