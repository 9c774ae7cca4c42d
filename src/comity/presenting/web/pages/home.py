"""The first page: one box for states by any name, pairs of them, and words; and what the record holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from comity.errors import QueryError
from comity.gazetteer import actors
from comity.presenting.web import answers, html
from comity.recording import counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.gazetteer import Gazetteer
    from comity.presenting.web.site import Site
    from comity.querying import Record

_MOST_PAIRS = 24


def routes(site: Site) -> Iterator[Route]:
    """The page, and what it finds as JSON and CSV: the sentences."""
    yield Route("/", answers.checked(site, _page(site), refuse=html.refused))


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        words = request.query_params.get("q", "").strip()
        with site.pool.record() as record:
            known = actors(site.folders)
            states = states_in(known, words)
            named = [(code, known.name(code)) for code in states]
            told = html.sections(record.search(words)) if words and "\0" not in words else None
            kinds = record.store.count_by_kind()
            pairs = _pairs(record, known, states if len(states) == 1 else [])
            return html.page(
                request, "home.html", title=site.path.stem, words=words, states=named, pairs=pairs, answer=told,
                counts=kinds, documents=len(record.store.documents()), forms=_forms(words),
            )  # fmt: skip

    return show


def _forms(words: str) -> dict[str, str]:
    return {form: html.place(f"/ask/search.{form}", words=words) for form in answers.FORMS} if words else {}


def states_in(known: Gazetteer, words: str) -> list[str]:
    """The codes of one or two states, if that is what the words are.

    >>> states_in(actors(), "south korea laos"), states_in(actors(), "LAO VNM"), states_in(actors(), "an embassy in Lima")
    (['KOR', 'LAO'], ['LAO', 'VNM'], [])
    """
    parts = words.replace(",", " ").replace(" and ", " ").split()
    if code := _code(known, " ".join(parts)):
        return [code]
    for at in range(1, len(parts)):
        first, second = _code(known, " ".join(parts[:at])), _code(known, " ".join(parts[at:]))
        if first and second and first != second:
            return [first, second]
    return []


def _code(known: Gazetteer, words: str) -> str:
    try:
        return known.find(words)
    except QueryError:
        return ""


def _pairs(record: Record, known: Gazetteer, states: list[str]) -> list[dict[str, object]]:
    """The pairs of which most is told; of one state where one is asked about."""
    told = counts.pairs(record.store, states[0] if states else "", most=_MOST_PAIRS)
    return [{"a": a, "b": b, "name": f"{known.name(a)} – {known.name(b)}", "claims": number} for a, b, number in told]
