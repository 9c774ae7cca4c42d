from __future__ import annotations

import pytest
from hypothesis import settings

import comity
import warm
from made import EXAMPLES, NOT_RUN, SOURCE

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("wide", max_examples=5000, deadline=None)
settings.load_profile("steady")
"""The suite draws the same examples each time; `--hypothesis-profile=wide` draws more, to look for what nobody thought of."""


def pytest_configure(config):
    """One warm process serves all workers: they are started after this, and know its address."""
    if not hasattr(config, "workerinput"):
        lasting = warm.kept(SOURCE)
        lasting.__enter__()
        config.add_cleanup(lambda: lasting.__exit__(None, None, None))


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


def pytest_terminal_summary(terminalreporter):
    """Tell loudly what was left out for want of something that could be installed."""
    reasons: dict[str, int] = {}
    for report in terminalreporter.getreports("skipped"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if NOT_RUN in reason:
            reason = reason[reason.index(NOT_RUN) :]
            reasons[reason] = reasons.get(reason, 0) + 1
    for reason, number in sorted(reasons.items()):
        terminalreporter.write_line(f"{number} {'test' if number == 1 else 'tests'} {reason}", red=True, bold=True)
