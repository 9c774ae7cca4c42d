"""The application: every question under /api/, judgements, the OpenAPI document, the pages, and what stands before them."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.routing import Route

import comity
from comity.errors import NoSuchPlace, WrongMethod
from comity.presenting.web import answers, html, judging, openapi
from comity.presenting.web.asking import served
from comity.presenting.web.security import Guard
from comity.registry import plugins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from comity.presenting.web.site import Site

# Shorter answers gain nothing by being packed.
_SMALL = 1000
# Packed more tightly, a page would be a twentieth lighter and take three times as long.
_PACKED = 5


def make(site: Site) -> ASGIApp:
    """The application that serves a site."""
    inner = Starlette(
        routes=[*_api(site), *_static(), *_pages(site)],
        middleware=[Middleware(GZipMiddleware, minimum_size=_SMALL, compresslevel=_PACKED)],
        exception_handlers={HTTPException: _unrouted},
    )
    inner.router.redirect_slashes = False
    return Guard(inner, site=site, refuse=html.refused)


def _unrouted(request: Request, error: Exception) -> Response:
    """Where no route leads, or not by this method."""
    if not isinstance(error, HTTPException) or error.status_code != 405:
        return html.refused(request, NoSuchPlace(path=request.url.path))
    response = html.refused(request, WrongMethod(path=request.url.path, method=request.method))
    response.headers.update(error.headers or {})
    return response


def _api(site: Site) -> Iterator[Route]:
    for name, question in served().items():
        for suffix, form in (("", answers.JSON), (".json", answers.JSON), (".csv", answers.CSV)):
            yield Route(f"/api/{name}{suffix}", answers.of_question(site, question, form))
    for name, shape in judging.WRITING.items():
        yield Route(f"/api/{name}", judging.endpoint(site, shape), methods=["POST"])
    yield Route("/api/openapi.json", answers.checked(site, _openapi(site)))
    yield Route("/api/", answers.checked(site, _index(site)))


def _pages(site: Site) -> Iterator[Route]:
    for module in plugins("comity.presenting.web.pages").values():
        yield from module.routes(site)


def _static() -> Iterator[Route]:
    for name, content in html.STATIC.items():
        yield Route(f"/static/{name}", _file(content, mimetypes.guess_type(name)[0] or "application/octet-stream"))


def _file(content: bytes, media: str) -> answers.Answering:
    def send(request: Request) -> Response:
        return Response(content, media_type=media)

    return send


def _openapi(site: Site) -> answers.Answering:
    def answer(request: Request) -> Response:
        with site.pool.record() as record:
            return answers.as_json(openapi.document(list(record.store.kinds)))

    return answer


def _index(site: Site) -> answers.Answering:
    """What is served: the record's name, its counts, and each question with its meaning."""

    def answer(request: Request) -> Response:
        with site.pool.record() as record:
            counts = record.store.count_by_kind()
        told = {name: {"what": one.what, "at": f"/api/{name}"} for name, one in served().items()}
        about = {"record": site.path.name, "version": comity.__version__, "claims": counts}
        return answers.as_json({**about, "openapi": "/api/openapi.json", "questions": told})

    return answer
