"""Stretches asked whether they touch or hold another: as if each were looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.cover import Cover
from comity.model import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 8))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_it_answers_as_a_walk_over_all_stretches_would(spans, asked):
    cover = Cover(spans)
    assert cover.touches(asked) == any(span.touches(asked) for span in spans)
    assert cover.holds(asked) == any(asked in span for span in spans)
