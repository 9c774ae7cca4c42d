"""Whom "the king" means where no state stands beside him."""

from __future__ import annotations

import pytest

from comity.gazetteer import actors
from comity.mentions import PersonName
from comity.resolving.context import read_context
from comity.resolving.officers import having, named_before, office_of
from comity.resolving.who import Who
from made import annotated, claims, title


def officer(*parts):
    """The last holder who is named by the office alone, with the document."""
    found = annotated(*parts)
    alone = [m for m in found.all("person") if isinstance(m.value, PersonName) and not m.value.name and not m.value.state]
    return found, alone[-1]


def meant(*parts, taken=()):
    found, mention = officer(*parts)
    return Who(found, actors(), read_context(found, actors())).codes(mention, taken)[0]


MEANT = [
    # named before with the state
    (("The king of Norway came to Lima. Rain fell. The king toasted Peru.",), ("NOR",)),
    ((title("Spain and Peru"), "Ana Soto, Peru's foreign minister, came. The foreign minister toasted Spain."), ("PER",)),
    # only one of the two has such an office
    ((title("Kuwait and Chile"), "It rained, and the emir left."), ("KWT",)),
    ((title("Peru and Iran"), "It rained, and the shah left."), ("IRN",)),
    # the other one of the two is named beside him
    ((title("Denmark and Kenya"), "The queen visited Kenya."), ("DNK",)),
    ((title("Denmark and Kenya"), "The prime minister visited Denmark."), ("KEN",)),
    ((title("Foreign relations of Denmark"), "The foreign ministry thanked Kenya."), ("DNK",)),
    # nobody can know
    ((title("Denmark and Kenya"), "It rained, and the army left."), ()),
    ((title("Denmark and Kenya"), "It rained, and the prime minister left."), ()),
    ((title("Peru and Chile"), "It rained, and the emir left."), ()),
    (("The king of Norway met the king of Spain. The king left.",), ()),
]


@pytest.mark.parametrize(("parts", "codes"), MEANT)
def test_an_office_alone_means_its_holder(parts, codes):
    assert meant(*parts) == codes


def test_the_holder_is_not_on_both_sides():
    assert meant(title("Denmark and Kenya"), "The queen visited Kenya.", taken=("DNK",)) in ((), ("KEN",))
    assert meant("The king of Norway came. The king left.", taken=("NOR",)) == ()


def test_the_office_is_told_without_what_stands_before_it():
    found, mention = officer("It rained, and the young sultan left.")
    assert office_of(found, mention) == "sultan"
    assert having(found, mention, ("PER", "OMN")) == ("OMN",)
    assert named_before(found, mention) == ()


def test_a_visit_of_the_king_is_one_of_his_state():
    (claim,) = claims(title("Jordan and Peru"), "In 1990 the king visited Peru.")
    assert (claim.fields["source"], claim.fields["target"]) == (("JOR",), ("PER",))


@pytest.mark.parametrize("text", ["The king's son visited Peru.", "The king of pop visited Peru."])
def test_what_only_bears_the_office_is_no_holder(text):
    assert [c for c in claims(title("Jordan and Peru"), text) if c.kind == "event"] == []
