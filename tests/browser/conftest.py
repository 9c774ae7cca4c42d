"""Real Chromium before a real server; a page fails its test on any fault, and on any request to elsewhere."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import ADVICE, launched, served
from browsing import chromium as installed

import comity
from made import NOT_RUN

PROJECT = Path(__file__).parents[2]
REFERENCE = Path(os.environ.get("COMITY_REFERENCE") or PROJECT.parent / "shared")


@pytest.fixture(scope="session")
def chromium():
    """Chromium, one for all tests; without it they are left out, and in CI they fail."""
    if not installed():
        leave = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        leave(f"{NOT_RUN} without Chromium on this machine: {ADVICE}")
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def demo(example_record):
    """The record of the examples, served; tests only read it."""
    with served(example_record) as site:
        yield site


@pytest.fixture(scope="session")
def laos_record(tmp_path_factory):
    """The record of the reference documents on Laos; left out where they are not there."""
    documents = REFERENCE / "corpus" / "laos"
    if not documents.is_dir():
        pytest.skip(f"{NOT_RUN} without the reference folder's corpus/laos: COMITY_REFERENCE tells where it is")
    path = tmp_path_factory.mktemp("laos") / "laos.comity"
    comity.build([documents], path)
    return path


@pytest.fixture(scope="session")
def laos(laos_record):
    """The same, served; tests only read it."""
    with served(laos_record) as site:
        yield site


@pytest.fixture
def serve(tmp_path):
    """Serves a copy of a record, to be judged in: `serve(laos_record)`."""
    with ExitStack() as open_sites:

        def start(record: Path, *options: str):
            copy = tmp_path / record.name
            if not copy.exists():
                shutil.copy(record, copy)
            return open_sites.enter_context(served(copy, *options))

        yield start


@pytest.fixture
def faults():
    """What went wrong on the test's pages; a test that provokes a fault takes it out again."""
    return []


@pytest.fixture
def open_page(chromium, faults, serve):
    """Opens pages as a browser of its own would: `with open_page(color_scheme="dark") as page`.

    They are closed before what a test serves is, so that what they still load is no fault.
    """

    @contextmanager
    def opened(**options):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(15_000)
        page = context.new_page()
        _watch(page, faults)
        try:
            yield page
        finally:
            context.close()

    yield opened
    assert not faults, "\n".join(faults)


@pytest.fixture
def page(open_page):
    """A page in a browser of its own; light, 1280 wide."""
    with open_page() as page:
        yield page


def _watch(page, faults: list[str]) -> None:
    def said(message) -> None:
        if message.type == "error":
            faults.append(f"{page.url}: {message.text}")

    def asked(route) -> None:
        faults.append(f"{page.url} asked elsewhere: {route.request.url}")
        route.abort()

    def stopped(dialog) -> None:
        faults.append(f"{page.url}: a dialog: {dialog.message}")
        dialog.dismiss()

    page.on("console", said)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("dialog", stopped)
    page.context.route(_elsewhere, asked)


def _elsewhere(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in ("http", "https", "ws", "wss", "ftp") and parts.hostname not in ("127.0.0.1", "localhost")
