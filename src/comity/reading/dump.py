"""Exports of a wiki (`pages-articles.xml`, also packed as `.xml.bz2`): each article in them is a document.

>>> page = b"<page><title>Ties of Peru</title><ns>0</ns><id>7</id><revision><text>Peru left.</text></revision></page>"
>>> read(b"<mediawiki>" + page + b"</mediawiki>", id="peru").text
'Ties of Peru\\n\\nPeru left.'
"""

from __future__ import annotations

import bz2
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import quote

from comity.errors import BrokenDump, EmptyDocument
from comity.model import Document, Source
from comity.reading import wikitext
from comity.reading._formats import Held
from comity.reading._titles import fits

SUFFIXES: tuple[str, ...] = (".xml", ".xml.bz2")
NAME = "export of a wiki"
CONTAINS = True

_ARTICLES = "0"
"""The number of the namespace that holds articles, in every wiki."""
_XML = "{http://www.w3.org/XML/1998/namespace}lang"


def pages(path: Path, wanted: Sequence[str] = ()) -> Iterator[Held]:
    """The articles of an export whose titles fit a pattern, one at a time; redirects and other pages are left out.

    The article is dated by nothing that it tells; the day of its last change goes into `accessed`, for the text is the
    one that stood there on that day.
    """
    with bz2.open(path) if path.name.lower().endswith(".bz2") else path.open("rb") as stream:
        yield from _Export(cast("BinaryIO", stream), str(path)).articles(wanted)


def read(raw: bytes, *, id: str, origin: str = "", source: Source = Source()) -> Document:
    """The document that an export of one article holds; of many, the first."""
    held = next(_Export(io.BytesIO(raw), origin or id).articles(()), None)
    if held is None:
        raise EmptyDocument(file=origin or id, size=len(raw))
    return wikitext.read(held.raw, id=id, origin=origin, source=source.over(held.source))


@dataclass(slots=True)
class _Export:
    """Goes through an export once."""

    stream: BinaryIO
    file: str
    pages: int = 0

    def articles(self, wanted: Sequence[str]) -> Iterator[Held]:
        """The articles whose titles fit a pattern."""
        is_wanted, site = fits(wanted), Source()
        self.check()
        for element in self.elements():
            if element.tag.endswith("siteinfo"):
                site = _site(element)
                continue
            self.pages += 1
            if held := _page(element, site) if is_wanted(_told(element, "title")) else None:
                yield held

    def check(self) -> None:
        """Is it an export at all?"""
        try:
            head = self.stream.read(4096)
        except (OSError, EOFError) as error:
            raise self.fault(f"it cannot be unpacked ({error})") from error
        if b"<mediawiki" not in head:
            raise self.fault("it does not begin with <mediawiki>")
        self.stream.seek(0)

    def elements(self) -> Iterator[Any]:
        """What it says of the wiki, and its pages, each forgotten when the next is asked for."""
        from lxml import etree

        # Pages may be larger than the ten megabytes to which the parser keeps otherwise; entities are not resolved.
        found = etree.iterparse(
            self.stream,
            tag=("{*}siteinfo", "{*}page"),
            huge_tree=True,
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
        )
        while True:
            try:
                _, element = next(found, (None, None))
            except (etree.XMLSyntaxError, OSError, EOFError) as error:
                raise self.fault(f"it breaks off ({error})") from error
            if element is None:
                return
            yield element
            _forget(element)

    def fault(self, why: str) -> BrokenDump:
        """What is wrong, and how much was read before."""
        return BrokenDump(file=self.file, why=why, pages=self.pages)


def _forget(element: Any) -> None:
    """Let go of an element and of all before it."""
    element.clear()
    above = element.getparent()
    while above is not None and element.getprevious() is not None:
        del above[0]


def _site(element: Any) -> Source:
    """What is told of the wiki; `url` is the address before the titles of its pages."""
    root = element.getparent()
    base = _told(element, "base").rpartition("/")[0]
    return Source(publisher=_told(element, "sitename"), language=(root.get(_XML) or "") if root is not None else "", url=base)


def _page(element: Any, site: Source) -> Held | None:
    """The article of a page; None where it holds no article."""
    revision = next(element.iterchildren("{*}revision", reversed=True), None)
    if revision is None or element.find("{*}redirect") is not None or _told(element, "ns") not in ("", _ARTICLES):
        return None
    title, number, model = _told(element, "title"), _told(element, "id"), _told(revision, "model")
    words = revision.findtext("{*}text") or ""
    if not title or not words.strip() or model not in ("", "wikitext"):
        return None
    address = f"{site.url}/{quote(title.replace(' ', '_'), safe='/:(),')}" if site.url else ""
    known = Source(
        title=title, publisher=site.publisher, language=site.language, url=address, accessed=_day(_told(revision, "timestamp"))
    )
    return Held(title, slug(title) or f"page-{number}", number, words.encode("utf-8", "replace"), ".wiki", known)


def _told(element: Any, name: str) -> str:
    return (element.findtext(f"{{*}}{name}") or "").strip()


def _day(timestamp: str) -> str:
    return timestamp[:10] if re.match(r"\d{4}-\d\d-\d\dT", timestamp) else ""


def slug(title: str) -> str:
    """The id that goes with a title.

    >>> slug("Peru–Chile relations (1879)")
    'peru-chile-relations-1879'
    """
    return re.sub(r"[\W_]+", "-", title.casefold()).strip("-")
