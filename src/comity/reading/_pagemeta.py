"""What a page's head tells of its making. Dates are taken from where they are declared, never guessed from the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from comity.model import Source
from comity.reading._stamps import full_date

_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "dcterms.title", "dc.title", "citation_title", "twitter:title", "title"),
    "author": ("dcterms.creator", "dc.creator", "citation_author", "article:author", "parsely-author", "author"),
    "publisher": (
        "og:site_name", "dcterms.publisher", "dc.publisher", "citation_publisher", "application-name", "publisher",
    ),
    "published": (
        "article:published_time", "datepublished", "dcterms.issued", "dcterms.created", "dcterms.date",
        "dc.date.issued", "dc.date", "citation_publication_date", "citation_date",
        "parsely-pub-date", "pubdate", "publish-date", "og:published_time",
        "sailthru.date", "date",
    ),
    "url": ("og:url",),
    "language": ("dcterms.language", "dc.language", "og:locale", "language"),
    "licence": ("dcterms.license", "dcterms.rights", "license"),
}  # fmt: skip
_ARTICLES = re.compile(r"(?:Article|Posting|Report|Statement|WebPage|CreativeWork|LegislationObject)$")
_ISO = re.compile(r"((?:1[6-9]|20)\d\d)(?:[-/](\d\d)(?:[-/](\d\d))?)?(?!\d)")
_LONGEST = 500


def told_by_page(tree: Any) -> Source:
    """What the page declares: linked data over meta tags over the elements of its head."""
    return _linked_data(tree).over(_meta_tags(tree)).over(_elements(tree))


def declared_encoding(raw: bytes) -> str:
    """The encoding that a page's head names; "" where it names none.

    >>> declared_encoding(b'<meta charset="windows-1251">')
    'windows-1251'
    """
    match = re.search(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", raw[:4096], re.IGNORECASE)
    match = match or re.match(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", raw[:200])
    return match[1].decode("ascii", "replace") if match else ""


def _clean(value: object) -> str:
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""


def _day(value: str) -> str:
    """The day, month or year of a declared date, in EDTF."""
    if day := full_date(value):
        return day
    match = _ISO.match(value)
    # A day that `full_date` refuses is none, and takes its month with it.
    return "-".join(part for part in match.groups()[:2] if part) if match and not match[3] and (match[2] or "01") <= "12" else ""


def _meta_tags(tree: Any) -> Source:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        tags.setdefault(name.strip().lower(), _clean(tag.get("content")))
    found = {field: next((tags[name] for name in names if tags.get(name)), "") for field, names in _META.items()}
    found["published"] = next((day for name in _META["published"] if (day := _day(tags.get(name, "")))), "")
    if "://" in found["author"]:
        found["author"] = ""  # article:author is often the address of a profile
    found["language"] = _language(found["language"])
    return Source(**found)


def _language(value: str) -> str:
    """The code of a language without its country."""
    match = re.match(r"([a-zA-Z]{2,3})(?:[-_]|$)", value.strip())
    return match[1].lower() if match else ""


def _elements(tree: Any) -> Source:
    links = {link.get("rel", "").lower(): _clean(link.get("href")) for link in tree.iter("link") if link.get("href")}
    times = {_day(time.get("datetime") or "") for time in tree.xpath("//article//time | //main//time | //time[@pubdate]")}
    own_heads = tree.xpath("//article//h1 | //main//h1") or tree.xpath("//h1")
    heads = [" ".join("".join(head.itertext()).split()) for head in own_heads]
    title = next((_clean("".join(element.itertext())) for element in tree.iter("title")), "")
    root = tree.getroottree().getroot()
    return Source(
        title=heads[0][:_LONGEST] if len(heads) == 1 and heads[0] else re.split(r"\s[|–—·-]\s", title)[0],
        published=times.pop() if len(times) == 1 else "",
        url=links.get("canonical", ""),
        language=_language(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""),
        licence=links.get("license", ""),
    )


def _linked_data(tree: Any) -> Source:
    for script in tree.xpath("//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]"):
        for thing in _things(_json(script.text or "")):
            kinds = thing.get("@type")
            if any(isinstance(kind, str) and _ARTICLES.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return _article(thing)
    return Source()


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _things(told: object) -> Iterator[dict[str, Any]]:
    """The objects at the top of linked data, or in its graph."""
    for thing in told if isinstance(told, list) else [told]:
        if isinstance(thing, dict):
            graph = thing.get("@graph")
            yield from (inner for inner in (graph if isinstance(graph, list) else [thing]) if isinstance(inner, dict))


def _article(thing: Mapping[str, Any]) -> Source:
    return Source(
        title=_clean(thing.get("headline") or thing.get("name")),
        author=_name(thing.get("author") or thing.get("creator")),
        publisher=_name(thing.get("publisher")),
        published=_day(_clean(thing.get("datePublished"))),
        url=_clean(thing.get("url")),
        language=_language(_clean(thing.get("inLanguage"))),
        licence=_clean(thing.get("license")),
    )


def _name(told: object) -> str:
    """The name of a person or organisation, or the names of several."""
    if isinstance(told, list):
        return _clean(", ".join(name for name in map(_name, told[:20]) if name))
    if isinstance(told, dict):
        return _clean(told.get("name"))
    name = _clean(told)
    return "" if "://" in name else name
