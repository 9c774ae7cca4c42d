from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.presenting import _json


@given(st.text())
def test_text_comes_back_as_it_was(text):
    assert json.loads(_json.line(text)) == text


@given(st.text())
def test_it_is_one_line_that_can_be_encoded(text):
    assert len(_json.line(text).splitlines()) == 1
    _json.line(text).encode("utf-8")


def test_what_is_no_number_in_json_is_refused():
    with pytest.raises(ValueError, match="not JSON compliant"):
        _json.line(float("nan"))
