from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.presenting.web.segments import lines

TEXT = "Kenya and Peru took up relations.\n\nThey exchanged envoys in 1966."


def claim(name: str, start: int, end: int) -> dict[str, object]:
    return {"claim": name, "start": start, "end": end}


@given(
    st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=6),
    st.tuples(st.integers(0, 70), st.integers(0, 70)),
)
def test_whatever_overlaps_no_character_is_lost_and_each_claim_begins_once(spans, at):
    claims = [claim(f"c{number}", min(span), max(span)) for number, span in enumerate(spans) if span[0] != span[1]]
    found = lines(TEXT, [], claims, at)
    assert "\n\n".join("".join(one.text for one in line.segments) for line in found) == TEXT
    begun = [name for line in found for one in line.segments for name in one.begun]
    assert len(begun) == len(set(begun))


def test_a_piece_knows_all_claims_that_hold_in_it():
    (first, _) = lines(TEXT, [], [claim("whole", 0, 33), claim("name", 10, 14)])
    assert [(one.text, [each["claim"] for each in one.claims]) for one in first.segments] == [
        ("Kenya and ", ["whole"]), ("Peru", ["whole", "name"]), (" took up relations.", ["whole"])]  # fmt: skip


def test_a_claim_has_its_card_where_it_begins():
    first, second = lines(TEXT, [], [claim("both", 5, 50), claim("late", 36, 40)])
    assert [[one["claim"] for one in line.claims] for line in (first, second)] == [["both"], ["late"]]


def test_headings_are_known():
    (line, _) = lines(TEXT, [{"kind": "heading", "start": 0, "end": 33}], [])
    assert line.kind == "heading"
