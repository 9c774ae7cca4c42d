from __future__ import annotations

import time

import pytest

from comity.presenting.web import deadline
from comity.recording.moments import Interrupted


def test_an_interruption_that_is_lost_comes_again(monkeypatch):
    monkeypatch.setattr(deadline, "_AGAIN", 0.05)
    lost = 0
    with pytest.raises(Interrupted), deadline.deadline(0.01):  # noqa: PT012 (the first is swallowed)
        while not lost:
            try:
                time.sleep(0.001)
            except Interrupted:
                lost += 1
        end = time.monotonic() + 20
        while time.monotonic() < end:
            pass
    assert lost == 1


def test_what_is_done_in_time_is_left_alone():
    with deadline.deadline(0.02):
        pass
    end = time.monotonic() + 0.1
    while time.monotonic() < end:
        pass
