from __future__ import annotations

import pytest

import comity
from made import EXAMPLES


@pytest.fixture(scope="session")
def example_record(tmp_path_factory):
    """The record of the example documents that ship with the package; tests only read it."""
    path = tmp_path_factory.mktemp("examples") / "examples.comity"
    comity.build([EXAMPLES], path)
    return path


@pytest.fixture
def examples(example_record):
    """The same, open for questions."""
    with comity.open(example_record) as record:
        yield record
