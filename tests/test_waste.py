"""No collection of cycles within a document; afterwards as before, whatever happened."""

from __future__ import annotations

import gc

import pytest

from comity.waste import uncollected


def test_the_collector_runs_again_after_an_error():
    with pytest.raises(LookupError), uncollected():
        raise LookupError
    assert gc.isenabled()


def test_who_has_stopped_the_collector_keeps_it_stopped():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
