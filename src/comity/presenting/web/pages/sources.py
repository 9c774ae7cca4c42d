"""The documents of the record, each to be read: what they are, how much they tell, what of it they copy, what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from comity import edtf
from comity.errors import BadParameter
from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site

# Documents on one page.
_MOST = 200
_SORTS = ("title", "publisher", "published", "claims", "copies", "faults")


def routes(site: Site) -> Iterator[Route]:
    """The page, and the same as JSON and CSV."""
    for form in answers.FORMS:
        yield Route(f"/sources.{form}", answers.of_question(site, served()["sources"], form))
    yield Route("/sources", answers.checked(site, _page(site), refuse=html.refused))


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        told = [one for one in request.query_params.multi_items() if one[0] not in ("sort", "q")]
        sort, words = request.query_params.get("sort", ""), request.query_params.get("q", "").strip()
        if sort and sort not in _SORTS:
            raise BadParameter(name="sort", value=sort, why=f"it is one of {', '.join(_SORTS)}")
        wanted = asked(served()["sources"], told)
        found = site.answer(wanted)
        documents = _sorted([one for one in found.data["documents"] if _holds(one, words)], sort)
        last = wanted.offset + (wanted.limit or _MOST)
        kept = {"q": words, "sort": sort, "limit": wanted.limit}
        return html.page(
            request, "sources.html", title="Sources", documents=documents[wanted.offset : last], number=len(documents), sort=sort,
            given=words, notes=found.notes, sorts={name: html.place("/sources", q=words, sort=name) for name in _SORTS},
            totals={name: sum(bool(one[name]) for one in documents) for name in ("copies", "faults")},
            more=html.place("/sources", **kept, offset=last) if last < len(documents) else "",
            forms={form: f"/sources.{form}" for form in answers.FORMS},
        )  # fmt: skip

    return show


def _holds(document: Mapping[str, Any], words: str) -> bool:
    """Does a document's title, publisher or id have the words?"""
    return words.casefold() in " ".join(str(document[name]) for name in ("title", "publisher", "id")).casefold()


def _sorted(documents: list[dict[str, Any]], sort: str) -> list[dict[str, Any]]:
    """By a column: names from a to z, dates from the newest, numbers from the most; what has none comes last."""
    if sort in ("claims", "copies", "faults"):
        return sorted(documents, key=lambda one: (-(len(one[sort]) if sort == "faults" else one[sort]), one["id"]))
    if sort == "published":
        return sorted(documents, key=lambda one: (one["published"] != "", edtf.sort_key(one["published"])), reverse=True)
    return sorted(documents, key=lambda one: (not one[sort], str(one[sort]).casefold(), one["id"])) if sort else documents
