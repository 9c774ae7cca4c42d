"""Chromium before a record that is really served: what the tests of the pages and `screens.py` have in common."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import comity
from comity.presenting.web.site import Site
from comity.registry import plugins

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SOURCE = Path(comity.__file__).parents[1]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ADVICE = "apt-get install -y --no-install-recommends chromium fonts-noto-core"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# Pages that are looked at before there are taken to be no more sorts of them.
_MOST = 400
# Pages of one route that are looked at, each asked in another way.
_ALIKE = 2


def chromium() -> str:
    """Where Chromium is on this machine; "" where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), "")


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass(frozen=True)
class Served:
    """A record while `comity serve` shows it."""

    record: Path
    address: str
    token: str

    def at(self, place: str = "/") -> str:
        """The address of one of its pages, with the token that lets a browser in where there are no accounts."""
        if not self.token:
            return self.address + place
        path, mark, fragment = place.partition("#")
        return f"{self.address}{path}{'&' if '?' in path else '?'}token={self.token}{mark}{fragment}"

    def get(self, place: str) -> tuple[str, str]:
        """What stands there, as a program reads it: its media type, "" where it is to be kept as a file, and its text."""
        asked = urllib.request.Request(self.address + place, headers={"Authorization": f"Bearer {self.token}"})
        with urllib.request.urlopen(asked, timeout=60) as response:
            file = response.headers.get_content_disposition() == "attachment"
            return "" if file else response.headers.get_content_type(), response.read().decode(errors="replace")


@contextmanager
def served(record: Path, *options: str) -> Iterator[Served]:
    """The real command, as a process, on any free port; it ends with the block."""
    command = [sys.executable, "-m", "comity", "serve", str(record), *options]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, text=True) as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline()
            found = re.search(r"(http://\S+)/(?:\?token=(\S+))? until", said)
            if found is None:
                raise RuntimeError(said + process.stderr.read())
            yield Served(record, found[1], found[2] or "")
        finally:
            process.kill()


class _Links(HTMLParser):
    """The addresses that a page leads to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep where a link leads, without the place on the page."""
        link = dict(attrs).get("href") or ""
        if tag == "a" and link.startswith("/"):
            self.found.append(link.partition("#")[0])


def pages(site: Served) -> list[str]:
    """Pages of every sort that a visitor can reach from the first: of each route two that are asked in different ways."""
    routes = [
        route for module in plugins("comity.presenting.web.pages").values() for route in module.routes(Site(site.record, 0))
    ]
    known: dict[tuple[str, ...], str] = {}
    waiting = deque(_starts(site))
    while waiting and len(known) < _MOST:
        place = waiting.popleft()
        parts = urlsplit(place)
        route = next((one.path for one in routes if one.path_regex.match(parts.path)), "")
        sort = (route, *sorted(parse_qs(parts.query)))
        if not route or sort in known or sum(one[0] == route for one in known) == _ALIKE:
            continue
        media, text = site.get(place)
        if media == "text/html":
            known[sort] = place
            waiting.extend(_Links(text).found)
        else:
            known[sort] = ""
    return [place for place in known.values() if place]


def _starts(site: Served) -> list[str]:
    """The first page, and what is reached from it by forms alone."""
    pairs = [link.split("/")[2:4] for link in _Links(site.get("/")[1]).found if link.startswith("/pair/")]
    found = ["/", f"/?q={quote('embassy')}"]
    if pairs:
        a, b = pairs[0]
        found += [f"/pair/{a}/{b}?on=1980-01-01", f"/map/{a}?on=1980-01-01", f"/figures?a={a}&b={b}"]
        found += ["/compare?" + "&".join(f"pairs={a}:{b}" for a, b in pairs[:2])] if len(pairs) > 1 else []
    return found
