"""A document to be read: its outline, its text with each claim marked in it, and beside each line cards to decide by."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from starlette.routing import Route

from comity.errors import BadParameter, UnknownChoice, UnknownDocument, did_you_mean
from comity.presenting import _csv
from comity.presenting.web import answers, html
from comity.presenting.web.asking import Asked, asked, served
from comity.presenting.web.done import done
from comity.presenting.web.reader import ONLY, Reading, Wanted, reading
from comity.querying._question import Parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site
    from comity.querying import Record

_AT = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)
_OWN = (
    Parameter("at", "words", "a stretch of it, such as 12-80"),
    Parameter("only", "words", "unreviewed or contradicted claims alone"),
    Parameter("kinds", "actors", "claims of some kinds alone"),
    Parameter("part", "number", "which part of a long document"),
    Parameter("claim", "words", "the part in which a claim stands"),
    Parameter("done", "number", "what was decided just now"),
)


def routes(site: Site) -> Iterator[Route]:
    """The page; `.json` and `.csv` behind the id give the same as data, unless a document is called so."""
    yield Route("/doc/{id:path}", answers.checked(site, _page(site), refuse=html.refused))


def _asked(request: Request) -> tuple[Asked, Wanted]:
    """The view that is asked for, and what of the document."""
    known = asked(replace(served()["document"], parameters=_OWN), request.query_params.multi_items())
    told = known.given
    only = str(told.get("only", ""))
    if only and only not in ONLY:
        raise UnknownChoice(what="what is shown", value=only, allowed=", ".join(ONLY), hint=did_you_mean(only, ONLY))
    kinds = tuple(str(one) for one in told.get("kinds", ()) if one)  # type: ignore[attr-defined]
    wanted = Wanted(only, kinds, int(str(told.get("part", 0))), str(told.get("claim", "")), _place(str(told.get("at", "0-0"))))
    return known, wanted


def _place(told: str) -> tuple[int, int]:
    found = _AT.fullmatch(told)
    if not found:
        raise BadParameter(name="at", value=told, why="it is a stretch of characters such as 12-80")
    return int(found[1]), int(found[2])


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        doc = request.path_params["id"]
        known, wanted = _asked(request)
        with site.pool.record(known.view) as record:
            try:
                found = reading(record.store, doc, wanted)
            except UnknownDocument:
                return _as_data(record, doc)
            return _shown(request, record, found, wanted)

    return show


def _shown(request: Request, record: Record, found: Reading, wanted: Wanted) -> Response:
    document = found.document
    unknown = next((one for one in wanted.kinds if one not in record.store.kinds), "")
    if unknown:
        allowed = tuple(record.store.kinds)
        raise UnknownChoice(what="the kind", value=unknown, allowed=", ".join(allowed), hint=did_you_mean(unknown, allowed))
    kept = {name: request.query_params.getlist(name) for name in ("only", "kinds", "accepted", "rejected", "as_recorded")}
    here = html.place(f"/doc/{document.id}", **{name: value for name, value in kept.items() if value})
    return html.page(
        request, "document.html", title=document.source.title or document.id, doc=document.source, id=document.id, read=found,
        wanted=wanted, only=ONLY, here_with=lambda **more: _with(here, more), notes=record.store.view.notes,
        at=wanted.at, done=done(request, record.store), forms=_forms(document.id),
    )  # fmt: skip


def _with(address: str, more: dict[str, object]) -> str:
    query = html.place("", **more)
    return address + (query.replace("?", "&", 1) if "?" in address else query)


def _forms(doc: str) -> dict[str, str]:
    return {form: html.place(f"/doc/{doc}.{form}") for form in answers.FORMS}


def _as_data(record: Record, doc: str) -> Response:
    """The same as JSON or CSV; an UnknownDocument error where the address ends in neither."""
    name, _, form = doc.rpartition(".")
    told = record.document(name if name and form in answers.FORMS else doc)
    return answers.as_json(told.to_json()) if form == answers.JSON else answers.as_file(_csv.render(told), "document.csv")
