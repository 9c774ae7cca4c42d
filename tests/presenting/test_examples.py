from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import comity.presenting
from comity.presenting.export import formats

MODULES = sorted(info.name for info in pkgutil.walk_packages(comity.presenting.__path__, "comity.presenting."))


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_this_room_hold(name):
    assert not doctest.testmod(importlib.import_module(name)).failed


@pytest.mark.parametrize("name", sorted(formats()))
def test_a_format_shows_an_example(name):
    assert doctest.testmod(formats()[name]).attempted, f"export/{name}.py: add an example to its docstring"
