"""What a footnote cites, as one line: who, what, where, when, and the words quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from comity.reading._wiki_templates import unnamed

_AUTHORS = ("author", "author1", "authors", "last", "last1", "surname", "vauthors", "people")
_EDITORS = ("editor", "editor1", "editor-last", "editors")
_TITLES = (("chapter", "contribution", "entry", "article"), ("title", "1title", "script-title", "name"))
_PLACES = (
    ("website", "work", "journal", "newspaper", "magazine", "periodical", "encyclopedia"),
    ("publisher", "agency", "institution"),
)
_URLS = ("url", "chapter-url", "chapterurl", "article-url", "contribution-url", "url1")
_ARCHIVES = ("archive-url", "archiveurl")
_PLAIN = re.compile(r"\W+")


def citation(name: str, given: Mapping[str, str]) -> str:
    """The line for a citation template.

    >>> citation("cite news", {"last": "Vega", "first": "Ana", "title": "An embassy", "work": "Sur", "date": "3 May 2021"})
    'Vega, Ana, "An embassy", Sur, 3 May 2021'
    """
    return ", ".join(_once(_parts(name, given)))


def _parts(name: str, given: Mapping[str, str]) -> Iterator[str]:
    yield _authors(given) or _first(given, *_EDITORS)
    for names in _TITLES:
        title = _first(given, *names)
        yield f'"{title}"' if title else ""
    for places in _PLACES:
        yield _first(given, *places)
    yield _first(given, "date", "publication-date") or _first(given, "year")
    pages = _first(given, "page", "p", "pages", "pp")
    yield f"p. {pages}" if pages else ""
    url, archive = _first(given, *_URLS), _first(given, *_ARCHIVES)
    archived = name in ("webarchive", "wayback", "archive link")
    yield (f"archived {url}" if archived else url) if url else ""
    yield f"archived {archive}" if archive else ""
    if not url and not _first(given, "title"):
        yield from (_tidy(value) for value in unnamed(given))
    quote = _first(given, "quote", "quotation")
    yield f"quote: “{quote}”" if quote else ""


def _authors(given: Mapping[str, str]) -> str:
    """The first author, and the second where there are two."""
    last = _first(given, *_AUTHORS)
    if _first(given, "last3", "author3"):
        return f"{last} et al."
    second, first = _first(given, "last2", "author2"), _first(given, "first", "first1", "given")
    if second:
        return f"{last} and {second}"
    return f"{last}, {first}" if last and first else last


def _first(given: Mapping[str, str], *names: str) -> str:
    return next((tidy for name in names if name in given and (tidy := _tidy(given[name]))), "")


def _tidy(value: str) -> str:
    return " ".join(value.split()).strip(" ,;")


def _once(parts: Iterator[str]) -> Iterator[str]:
    """The parts that say something not yet said: an address often names its site again."""
    seen: set[str] = set()
    for part in parts:
        bare = _PLAIN.sub("", part).casefold()
        if bare and bare not in seen:
            seen.add(bare)
            yield part


def short_citation(given: Mapping[str, str]) -> str:
    """The line for a short one: Vega 2004, p. 12.

    >>> short_citation({"1": "Vega", "2": "2004", "p": "12"})
    'Vega 2004, p. 12'
    """
    words = " ".join(value.strip() for value in unnamed(given) if value.strip())
    place = _first(given, "p", "page", "pp", "pages")
    return ", ".join(filter(None, (words, f"p. {place}" if place else "", _first(given, "loc", "at"))))
