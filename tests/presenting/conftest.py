from __future__ import annotations

import sys

import pytest

import comity

from . import fakes


@pytest.fixture
def stand_ins(monkeypatch):
    """The floors below, replaced; gives the calls that `build` gets."""
    for name, module in fakes.modules().items():
        monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.setattr(comity, name.removeprefix("comity."), module, raising=False)
    fakes.CALLS.clear()
    return fakes.CALLS
