"""Numbers whose currency or noun was told with the number before."""

from __future__ import annotations

import pytest

from comity.annotating.quantities import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aid grew from $2 million in 1990 to 5 million in 2000.", [(2e6, "USD"), (5e6, "USD")]),
        ("Norway paid €4 million, less than the 9 million of the year before.", [(4e6, "EUR"), (9e6, "EUR")]),
        ("Norway paid €4 million for 9 million people.", [(4e6, "EUR"), (9e6, "persons")]),
        ("Norway sent 600 soldiers, and 900 from Togo came too.", [(600, "persons"), (900, "persons")]),
        ("Some 300 Togolese live there, and twelve Basotho died.", [(300, "persons"), (12, "persons")]),
        ("Norway had 40 nurses in 1980, 60 in 1990 and 90 in 2000.", [(40, "persons"), (60, "persons"), (90, "persons")]),
        ("Norway had 40 nurses in 1980 and bus 60 in 1990.", [(40, "persons")]),
        ("Exports were $3, $5 and $8 million respectively.", [(3e6, "USD"), (5e6, "USD"), (8e6, "USD")]),
        ("Danish troops in Mali numbered about 300.", [(300, "persons")]),
        ("A corps of 50,000 under a marshal marched in.", [(50000, "persons")]),
    ],
)
def test_what_a_number_counts_may_be_told_before_it(text, expected):
    assert [(quantity.value, quantity.unit) for _, _, quantity in find(text)] == expected
