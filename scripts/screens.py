"""Pictures of every sort of page of a record, light and dark, wide and narrow, to be looked at.

    python scripts/screens.py REC FOLDER [--only WORDS]

Each is taken whole, from top to bottom, in the width of a desk and of a hand. Needs the extra `test` and Chromium.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from browsing import ADVICE, chromium, launched, pages, served

if TYPE_CHECKING:
    from browsing import Served
    from playwright.sync_api import Browser

WIDTHS = (1280, 390)
COLOURS: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEIGHT = 900


def take(browser: Browser, site: Served, places: list[str], folder: Path) -> int:
    """The number of pictures that were taken of the pages."""
    taken = 0
    for width in WIDTHS:
        for colours in COLOURS:
            context = browser.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme=colours)
            page = context.new_page()
            for place in places:
                page.goto(site.at(place))
                page.screenshot(path=folder / f"{named(place)}-{width}-{colours}.png", full_page=True)
                taken += 1
            context.close()
    return taken


def named(place: str) -> str:
    """A page's address as the name of a file.

    >>> named("/pair/LAO/VNM?on=1980"), named("/")
    ('pair-LAO-VNM-on-1980', 'home')
    """
    return re.sub(r"[^\w.]+", "-", place).strip("-")[:80] or "home"


def main() -> int:
    """Take the pictures; exit status 2 where there is no Chromium."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path, metavar="REC")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--only", default="", metavar="WORDS", help="only pages whose address has these words")
    given = parser.parse_args()
    if not chromium():
        print(f"There is no Chromium on this machine: {ADVICE}", file=sys.stderr)
        return 2
    given.folder.mkdir(parents=True, exist_ok=True)
    with served(given.record) as site, launched() as browser:
        places = [place for place in pages(site) if given.only in place]
        print(f"{take(browser, site, places, given.folder)} pictures of {len(places)} pages in {given.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
