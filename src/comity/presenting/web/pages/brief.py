"""A pair's dossier as a file, in each form that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from comity.gazetteer import actors
from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served
from comity.presenting.web.briefs import brief_forms, media, rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

    from comity.presenting.web.site import Site


def routes(site: Site) -> Iterator[Route]:
    """One address for each form."""
    for suffix in brief_forms():
        yield Route("/pair/{a}/{b}/brief" + suffix, answers.checked(site, _file(site, suffix), refuse=html.refused))


def _file(site: Site, suffix: str) -> answers.Answering:
    def send(request: Request) -> Response:
        known = actors(site.folders)
        a, b = (known.find(request.path_params[side]) for side in ("a", "b"))
        wanted = asked(served()["brief"], [("a", a), ("b", b), *request.query_params.multi_items()])
        with site.pool.record(wanted.view) as record:
            page = rendered(wanted.answer(record), suffix)
        # To be kept as a file, never shown as a page of this site.
        told = {"Content-Disposition": f'attachment; filename="{a}-{b}{suffix}"'}
        return Response(page, media_type=media(suffix), headers=told)

    return send
