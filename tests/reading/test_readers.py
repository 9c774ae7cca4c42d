from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import comity.reading
from comity.reading import formats, readers
from comity.registry import plugins

MODULES = sorted(info.name for info in pkgutil.iter_modules(comity.reading.__path__))


@pytest.mark.parametrize("name", sorted(plugins("comity.reading")))
def test_a_reader_shows_what_it_reads(name):
    module = plugins("comity.reading")[name]
    ran = doctest.testmod(module)
    assert ran.attempted
    assert not ran.failed
    assert module.NAME
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in module.SUFFIXES)


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    assert not doctest.testmod(importlib.import_module(f"comity.reading.{name}")).failed


def test_no_two_readers_take_one_suffix():
    suffixes = [suffix for module in plugins("comity.reading").values() for suffix in module.SUFFIXES]
    assert len(suffixes) == len(set(suffixes)) == len(readers())
    assert ".txt" in formats()
