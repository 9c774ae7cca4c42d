from __future__ import annotations

import pytest

from comity.model import BlockKind
from made import document, heading, line, own_pipeline, title

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
