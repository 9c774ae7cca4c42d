from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from comity.presenting.web.memory import Memory

NOW, LATER = (1,), (2,)


def test_what_many_ask_for_at_once_is_made_once():
    memory, made, ready = Memory(), [], threading.Barrier(8)

    def make():
        made.append(1)
        time.sleep(0.05)
        return "answer"

    def ask(_):
        ready.wait()
        return memory.kept(NOW, "a", make)

    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(ask, range(8))) == {"answer"}
    assert len(made) == 1


def test_what_failed_is_tried_again():
    memory = Memory()
    with pytest.raises(ZeroDivisionError):
        memory.kept(NOW, "a", lambda: 1 / 0)
    assert memory.kept(NOW, "a", lambda: 5) == 5


def test_another_state_of_the_record_is_another_answer():
    memory = Memory()
    assert [memory.kept(state, "a", lambda state=state: state) for state in (NOW, LATER, NOW)] == [NOW, LATER, NOW]


def test_only_so_much_is_kept_and_what_was_asked_for_last():
    memory, made = Memory(most=2), []

    def ask(what):
        return memory.kept(NOW, what, lambda: made.append(what))

    for what in "abacab":
        ask(what)
    assert made == ["a", "b", "c", "b"]
