"""A document to be read: its text, each claim marked in it, and beside its line a card with what it tells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.routing import Route

from comity.errors import BadParameter, UnknownDocument
from comity.presenting import _csv
from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served
from comity.presenting.web.segments import lines
from comity.querying._question import Parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site
    from comity.querying._question import Answer

_AT = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


def routes(site: Site) -> Iterator[Route]:
    """The page; `.json` and `.csv` behind the id give the same as data, unless a document is called so."""
    yield Route("/doc/{id:path}", answers.checked(site, _page(site), refuse=html.refused))


def _told(site: Site, request: Request, doc: str) -> tuple[Answer, tuple[int, int]]:
    """The document, and the stretch of it that was asked for."""
    question = replace(served()["document"], parameters=(Parameter("at", "words", "a stretch of it, such as 12-80"),))
    wanted = asked(question, request.query_params.multi_items())
    place = str(wanted.given.get("at", "0-0"))
    found = _AT.fullmatch(place)
    if not found:
        raise BadParameter(name="at", value=place, why="it is a stretch of characters such as 12-80")
    with site.pool.record(wanted.view) as record:
        return record.document(doc), (int(found[1]), int(found[2]))


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        doc = request.path_params["id"]
        try:
            told, at = _told(site, request, doc)
        except UnknownDocument:
            name, _, form = doc.rpartition(".")
            if not name or form not in answers.FORMS:
                raise
            told, _ = _told(site, request, name)
            return answers.as_json(told.to_json()) if form == answers.JSON else answers.as_file(_csv.render(told), "document.csv")
        data = told.data
        return html.page(
            request, "document.html", title=data["title"] or data["id"], doc=data, notes=told.notes, at=at,
            lines=lines(data["text"], data["blocks"], data["claims"], at),
        )  # fmt: skip

    return show
