from __future__ import annotations

import pytest

from comity.model import BlockKind
from made import claims, document, heading, line, own_pipeline, title

POSTS = """
claim: {kind: mission, change: exists}
lines:
  - "{city} \\\\( {type} \\\\)"
  - "{type} of {sender} [in] {host}"
  - "our {type} in {city} ..."
"""
FIRST = """
claim: {kind: mission, change: closed}
lines:
  - pattern: "[former] {type} in {city}"
    set: {change: closed}
"""


@pytest.fixture(scope="module")
def code(tmp_path_factory):
    pipe = own_pipeline(tmp_path_factory.mktemp("rules"), posts=POSTS, closed=FIRST)

    def coded(*parts):
        claims = pipe.code(document(title("Chile and Peru"), heading("Of Chile"), *parts))
        return [tuple(claim.fields[name] for name in ("sender", "host", "city", "type", "change")) for claim in claims]

    return coded


LINES = [
    ("Lima (Embassy)", [("CHL", "PER", "Lima", "embassy", "exists")]),
    ("Cusco (Consulate-General)", [("CHL", "PER", "Cusco", "consulate-general", "exists")]),  # the longer of two words
    ("the Embassy of Chile, Peru", [("CHL", "PER", "", "embassy", "exists")]),  # articles and signs are stepped over
    ("Consulate in Cusco", [("CHL", "PER", "Cusco", "consulate", "closed")]),
    ("Former consulate in Cusco.", [("CHL", "PER", "Cusco", "consulate", "closed")]),
    ("Our consulate in Cusco is small but pretty", [("CHL", "PER", "Cusco", "consulate", "exists")]),  # anything up to the end
    ("Lima (Embassy) and a garden", []),  # the whole line or nothing
    ("A garden: Lima (Embassy)", []),
    ("Lima", []),
    ("Lima (Peru)", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "missions"), LINES)
def test_a_line_is_taken_in_whole_or_not_at_all(code, text, missions):
    assert code(line(text)) == missions


@pytest.mark.parametrize("kind", [BlockKind.ITEM, BlockKind.PAIR, BlockKind.ROW, BlockKind.CAPTION])
def test_lists_rows_and_pairs_are_lines(code, kind):
    assert len(code((kind, "Lima (Embassy)"))) == 1


def test_running_text_is_no_line(code):
    assert code("Lima (Embassy)") == []


def test_a_claim_of_a_line_says_that_a_list_told_it(tmp_path):
    pipe = own_pipeline(tmp_path, posts=POSTS)
    (claim,) = pipe.code(document(title("Chile and Peru"), heading("Of Chile"), line("Lima (Embassy)")))
    assert (claim.how, claim.rule, claim.factuality) == ("list", "posts:1", "asserted")
    assert "the heading names CHL" in claim.steps


BODIES = """
claim: {kind: membership, change: member}
led: led-by-belonging
words:
  led-by-belonging: {noun: [member]}
lines:
  - "{organization}"
"""


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        (("Kenya is a member of the following:",), ["UN"]),
        ((heading("Member of"),), ["UN"]),
        (("Kenya is not a member of the following:",), []),
        (("Kenya is a member of much.",), []),
        (("Kenya is a member of the following:", "It trades."), []),
    ],
)
def test_some_lines_need_words_over_them(tmp_path, over, expected):
    pipe = own_pipeline(tmp_path, bodies=BODIES)
    found = pipe.code(document(title("Foreign relations of Kenya"), *over, line("Lima"), line("United Nations")))
    assert [claim.fields["organization"] for claim in found] == expected


VISITS = "Prime Minister Ana Soto of Peru (May 1984, June 1990)"


def visits(*parts):
    found = claims(title("Peru–Kenya relations"), *parts)
    return sorted(claim.when for claim in found if claim.rule.startswith("event/listed_visit"))


def test_a_line_under_words_for_visits_tells_one_for_each_of_its_dates():
    assert visits(heading("State visits"), line(VISITS)) == ["1984-05", "1990-06"]
    assert visits(heading("Signatories"), line(VISITS)) == []


def test_what_stands_over_a_list_still_leads_below_a_sentence_between_and_not_where_it_is_denied():
    assert visits(heading("State visits"), "There were few.", line(VISITS)) != []
    assert visits(heading("State visits"), "No visit was paid by:", line(VISITS)) == []


def test_a_heading_over_visits_tells_of_none():
    assert visits(heading("Visits from Peru to Kenya"), "It rained.") == []


def test_who_came_on_a_day_did_not_begin_to_serve_on_it():
    found = claims(title("Peru–Kenya relations"), heading("State visits"), line("May 1984, Prime Minister Ana Soto"))
    assert [(claim.fields["person"], claim.when) for claim in found if claim.kind == "post"] == [("Ana Soto", "")]
