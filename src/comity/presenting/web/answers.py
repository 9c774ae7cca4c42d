"""Answers as responses: JSON and CSV, not sent again where the sender has them already, errors in their one shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from starlette.responses import Response

from comity.presenting import _csv, _json
from comity.presenting.web import faults
from comity.presenting.web.accounts import rights
from comity.presenting.web.asking import asked
from comity.presenting.web.paging import cut, paged
from comity.presenting.web.person import whose

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from comity import errors
    from comity.presenting.web.site import Site
    from comity.querying._question import Question

JSON, CSV = "json", "csv"
FORMS = (JSON, CSV)
Answering: TypeAlias = "Callable[[Request], Response]"
"""What answers a request for reading."""
MEDIA = {JSON: "application/json", CSV: "text/csv; charset=utf-8"}


def refused(request: Request, error: errors.Error) -> Response:
    """An error as a response."""
    return Response(faults.body(error), faults.status(error), media_type=MEDIA[JSON])


def of_question(site: Site, question: Question, form: str) -> Answering:
    """What answers one question in one form."""

    def answer(request: Request) -> Response:
        pairs = request.query_params.multi_items()
        wanted = asked(question, pairs)
        with site.pool.record(wanted.view) as record:
            found = wanted.answer(record)
        if form == CSV:
            return as_file(_csv.render(cut(found, wanted)), f"{question.name}.csv")
        return as_json(paged(found.to_json(), wanted, request.url.path, pairs))

    return checked(site, answer)


def as_json(told: object, status: int = 200) -> Response:
    """A value as JSON, as the commands write it."""
    return Response(_json.page(told) + "\n", status, media_type=MEDIA[JSON])


def as_file(text: str, name: str) -> Response:
    """Text to be kept as a file, never shown as a page."""
    return Response(text, media_type=MEDIA[CSV], headers={"Content-Disposition": f'attachment; filename="{name}"'})


def checked(site: Site, answer: Answering, *, refuse: Callable[[Request, errors.Error], Response] = refused) -> Answering:
    """The same with an ETag, 304 for those who have it, and errors in their shape."""

    def respond(request: Request) -> Response:
        # Taken before the question is asked: a change in between makes it stale, never false.
        tag = site.etag(request.url.path, request.url.query, whose(request), rights.role_of(request))
        headers = {"ETag": tag, "Vary": "Cookie, Authorization"}
        if tag in (one.strip() for one in request.headers.get("if-none-match", "").split(",")):
            return Response(status_code=304, headers=headers)
        try:
            response = answer(request)
        except Exception as error:  # noqa: BLE001 (whatever a question meets with has a shape)
            return refuse(request, faults.known(error, seconds=site.seconds, record=site.path))
        response.headers.update(headers)
        return response

    return respond
