"""Numbers of which a sentence tells one side alone."""

from __future__ import annotations

from made import claims, title

LENT = "Norway lent $5 million in 1962."


def loans(*parts):
    return [(c.fields["from"], c.fields["to"]) for c in claims(*parts) if c.kind == "figure" and c.fields["measure"] == "loan"]


def test_the_other_is_the_only_one_of_whom_the_paragraph_speaks():
    assert loans("Benin asked for help. " + LENT) == [(("NOR",), ("BEN",))]


def test_a_third_lends_to_the_one_of_the_two_whom_the_paragraph_names():
    assert loans(title("Benin–Togo relations"), "Togo asked for help. " + LENT) == [(("NOR",), ("TGO",))]


def test_among_several_the_other_side_stays_open():
    assert loans("Benin and Togo asked for help. " + LENT) == [(("NOR",), ())]
    assert loans(title("Benin–Togo relations"), LENT) == [(("NOR",), ())]


def test_what_a_text_tells_of_one_state_alone_is_no_figure():
    assert loans(LENT) == []
    assert loans(title("Foreign relations of Norway"), LENT) == []


def test_what_a_state_sells_to_all_the_world_has_no_other_side():
    text = "Benin and Togo asked for help. Norway's exports were $5 million in 1962."
    assert [claim for claim in claims(text) if claim.kind == "figure"] == []
