"""The documents of the record, each to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site

# Documents on one page.
_MOST = 200


def routes(site: Site) -> Iterator[Route]:
    """The page, and the same as JSON and CSV."""
    for form in answers.FORMS:
        yield Route(f"/sources.{form}", answers.of_question(site, served()["sources"], form))
    yield Route("/sources", answers.checked(site, _page(site), refuse=html.refused))


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        wanted = asked(served()["sources"], request.query_params.multi_items())
        with site.pool.record(wanted.view) as record:
            found = wanted.answer(record)
        documents, limit = found.data["documents"], wanted.limit or _MOST
        last = wanted.offset + limit
        more = html.place("/sources", offset=last, limit=wanted.limit) if last < len(documents) else ""
        shown = documents[wanted.offset : last]
        return html.page(
            request, "sources.html", title="Sources", documents=shown, number=len(documents), more=more, notes=found.notes
        )

    return show
