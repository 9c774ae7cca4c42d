"""One page for any question: what it is asked with as a form, its answer as sentences, tables and numbered sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.routing import Route

from comity.presenting import _sources
from comity.presenting.web import answers, html
from comity.presenting.web.asking import all_parameters, asked, label, served
from comity.presenting.web.paging import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.asking import Asked
    from comity.presenting.web.site import Site
    from comity.querying._question import Answer, Question

# Rows of a table on one page.
_ROWS = 200


def routes(site: Site) -> Iterator[Route]:
    """The page of each question, and the same as JSON and CSV."""
    for name, question in served().items():
        for form in answers.FORMS:
            yield Route(f"/ask/{name}.{form}", answers.of_question(site, question, form))
        yield Route(f"/ask/{name}", answers.checked(site, _page(site, question), refuse=html.refused))


def _page(site: Site, question: Question) -> answers.Answering:
    def show(request: Request) -> Response:
        pairs = request.query_params.multi_items()
        ready = {name for name, value in pairs if value.strip()} >= {label(one) for one in question.parameters if one.required}
        filled: dict[str, list[str]] = {}
        for name, value in pairs:
            filled.setdefault(name, []).append(value)
        if not ready:
            return html.page(
                request, "ask.html", **_form(site, question, filled), answer=None, title=html.words(question.name), forms={}
            )
        wanted = asked(question, pairs)
        with site.pool.record(wanted.view) as record:
            found = wanted.answer(record)
        told = html.sections(cut(found, _limited(wanted)))
        more = _more(found, _limited(wanted), request)
        return html.page(
            request, "ask.html", **_form(site, question, filled), answer=told, more=more, title=_sources.heading(found)
        )

    return show


def _limited(wanted: Asked) -> Asked:
    return replace(wanted, limit=wanted.limit or _ROWS)


def _more(answer: Answer, wanted: Asked, request: Request) -> str:
    """Where the next rows stand; "" where these are the last."""
    last = wanted.offset + (wanted.limit or _ROWS)
    if max((len(one.rows) for one in answer.tables), default=0) <= last:
        return ""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "offset"]
    return f"{request.url.path}?{urlencode([*kept, ('offset', last)])}"


def _form(site: Site, question: Question, filled: dict[str, list[str]]) -> dict[str, Any]:
    """The fields of a question, with what was given."""
    kinds: list[str] = []
    if any(one.type == "kind" for one in question.parameters):
        with site.pool.record() as record:
            kinds = list(record.store.kinds)
    fields = [
        {
            "name": label(one), "what": one.what, "type": one.type, "required": one.required, "many": one.many,
            "one_of": list(one.one_of or (kinds if one.type == "kind" else ())),
            "values": filled.get(label(one), []),
        }
        for one in all_parameters(question)
        if label(one) not in ("limit", "offset")
    ]  # fmt: skip
    own = {label(one) for one in question.parameters}
    return {
        "question": question,
        "fields": [one for one in fields if one["name"] in own],
        "view": [one for one in fields if one["name"] not in own],
    }
