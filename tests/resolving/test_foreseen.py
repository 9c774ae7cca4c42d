"""Dates later than the document that gives them for what it tells as done."""

from __future__ import annotations

import pytest

from made import claims


@pytest.mark.parametrize(
    ("text", "kind", "when", "factuality"),
    [
        ("Peru invited Chile to a regatta on 4 May 2004.", "REQUEST", "", "asserted"),
        ("Peru invited Chile on 4 May 2003.", "REQUEST", "2003-05-04", "asserted"),
        ("The Peruvian president visits Chile on 4 May 2004.", "CONSULT", "2004-05-04", "planned"),
    ],
)
def test_what_is_dated_after_the_document_is_to_come(text, kind, when, factuality):
    told = [claim for claim in claims(text, published="2004-03-01") if claim.fields.get("type") == kind]
    assert [(claim.when, claim.factuality) for claim in told] == [(when, factuality)]
