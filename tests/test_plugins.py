"""Every plug-in shows an example that runs; every example of any other module runs too."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import comity
from comity.registry import plugins

ROOMS = ("comity.reading", "comity.annotating", "comity.querying", "comity.presenting.export")
PLUGINS = [f"{room}.{name}" for room in ROOMS for name in plugins(room)]
MODULES = sorted(info.name for info in pkgutil.walk_packages(comity.__path__, "comity.") if not info.name.endswith("__main__"))


@pytest.mark.parametrize("name", PLUGINS)
def test_a_plug_in_shows_what_it_does(name):
    ran = doctest.testmod(importlib.import_module(name))
    assert ran.attempted, f"{name}: add an example to its docstring"
    assert not ran.failed, f"{name}: {ran.failed} of its examples fail"


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name):
    assert not doctest.testmod(importlib.import_module(name)).failed


WANTED = [
    ("comity.reading", ("SUFFIXES", "NAME", "read")),
    ("comity.annotating", ("KIND", "NEEDS", "annotate")),
    ("comity.querying", ("QUESTION",)),
    ("comity.presenting.export", ("NAME", "WHAT", "SUFFIX", "write")),
    ("comity.presenting.cli.commands", ("command",)),
    ("comity.presenting.web.pages", ("routes",)),
]


@pytest.mark.parametrize(("room", "names"), WANTED)
def test_a_plug_in_has_what_its_room_looks_for(room, names):
    for name, module in plugins(room).items():
        missing = [wanted for wanted in names if not hasattr(module, wanted)]
        assert not missing, f"{room}.{name} lacks {', '.join(missing)}"
