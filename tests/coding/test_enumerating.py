"""Lists whose parts have dates of their own, or hold names that nobody knows."""

from __future__ import annotations

import pytest

from made import claims, title

ABOUT = title("Foreign relations of Kenya")


def told(*parts, kind="membership", field="organization"):
    return {(claim.fields[field], claim.when) for claim in claims(ABOUT, *parts) if claim.kind == kind}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya joined the UN in 1963, the Commonwealth in 1964 and the WTO in 1995.", {("UN", "1963"), ("COMMONWEALTH", "1964"), ("WTO", "1995")}),
        ("Kenya is a founding member of the United Nations (1963), the Reef Club (2004) and COMESA (1994).", {("UN", "1963"), ("COMESA", "1994")}),
        ("Kenya became a member of COMESA in 1994 and of the World Bank in 1964.", {("COMESA", "1994"), ("WB", "1964")}),
        ("Kenya is a member of the UN, the Hill Forum, the Reef Club, and the Commonwealth.", {("UN", ""), ("COMMONWEALTH", "")}),
        ("Kenya is a member of the Reef Club, ABCO, the Commonwealth, INTELSOFT and the WTO.", {("COMMONWEALTH", ""), ("WTO", "")}),
        ("Kenya is a member of the UN, COMESA (observer), and the WTO.", {("UN", ""), ("WTO", "")}),
        ("Kenya joined the UN in 1963, and the World Bank paid for roads.", {("UN", "1963")}),
        ("Kenya is a member of COMESA; the International Finance Corporation; the WTO; and the UN.", {("COMESA", ""), ("WB", ""), ("WTO", ""), ("UN", "")}),
        ("Kenya joined the OAU (now the AU) in 1963 and the Commonwealth in 1964.", {("OAU", "1963"), ("COMMONWEALTH", "1964")}),
        ("Kenya joined COMESA (with others) in 1994 and in 1995 the WTO.", {("COMESA", "1994"), ("WTO", "1995")}),
    ],
)  # fmt: skip
def test_each_known_body_of_a_list_is_told_with_its_own_date(text, expected):
    assert told(text) == expected


def test_relations_with_several_each_have_their_date():
    text = "Diplomatic relations were established with Peru (1964), Chile (1965), and Bolivia."
    assert told(text, kind="status", field="b") == {("PER", "1964"), ("CHL", "1965"), ("BOL", "")}
