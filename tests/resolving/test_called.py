"""Whom "the two", "the former" and "the bloc" mean."""

from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.resolving.called import Called, is_free
from comity.resolving.context import read_context
from made import annotated, claims, title


def called(words, *parts):
    """What reads such words, and the last mention of them."""
    found = annotated(*parts)
    mention = [m for m in found.all("actor") if m.span.of(found.document) == words][-1]
    return Called(found, actors(), read_context(found, actors())), mention


DESCRIBED = [
    ("the latter", "Norway quarrelled with Kenya, and a Norwegian ship sank one of the latter.", ("KEN",)),
    ("the former", "Norway quarrelled with Kenya, and a Kenyan ship sank one of the former.", ("NOR",)),
    ("the bloc", "Norway wrote to ASEAN and to Kenya, but the bloc waited.", ("ASEAN",)),
    ("the bloc", "Norway wrote to Kenya, but the bloc waited.", ()),  # no body is named
    ("the sultanate", "Brunei wrote to Kenya, and the sultanate waited.", ("BRN",)),
]


@pytest.mark.parametrize(("words", "text", "codes"), DESCRIBED)
def test_one_that_is_called_by_its_kind_or_order(words, text, codes):
    reader, mention = called(words, title("News"), text)
    assert reader.described(mention) == codes


def test_several_are_those_named_together_before_the_topic_pair():
    reader, mention = called("the three", title("News"), "Norway, Kenya and Mali met, and the three agreed.")
    assert reader.group(mention) == (("NOR", "KEN", "MLI"), "'the three' are NOR, KEN, MLI, named just before")
    reader, mention = called("the two countries", title("Norway and Kenya"), "In 1960 the two countries met.")
    assert reader.group(mention)[0] == ("NOR", "KEN")


def test_the_state_of_which_a_text_speaks_is_meant_by_its_own_kind_alone():
    for home, is_meant in (("Oman", True), ("Kenya", False)):
        reader, mention = called("the sultanate", title(f"Foreign relations of {home}"), "In 1960 the sultanate sent an envoy.")
        assert reader.may_be_home(mention) == is_meant


def test_whom_a_preposition_governs_is_not_free():
    found = annotated(title("News"), "Norway wrote to Kenya.")
    assert [is_free(found, mention) for mention in found.all("actor")] == [True, False]


def test_this_organization_is_the_one_before_which_somebody_speaks():
    we = "We thank you. We hope so. Our aim is peace. We wish you well. I thank you."
    found = claims(
        title("United Nations General Assembly: statement by Peru"), f"{we} In 1955 Nepal was admitted to this Organization."
    )
    assert [(each.fields["member"], each.fields["organization"]) for each in found if each.kind == "membership"] == [
        ("NPL", "UN")
    ]
    found = claims(title("Statement by Peru"), f"{we} In 1955 Nepal was admitted to this Organization.")
    assert not [each for each in found if each.kind == "membership"]
