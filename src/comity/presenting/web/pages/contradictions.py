"""Where sources exclude one another: the list, and each with its values side by side, their words in their context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from comity import edtf
from comity.errors import NoSuchPlace
from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served
from comity.presenting.web.drawing import drawing
from comity.presenting.web.lanes import Lane, Mark, window

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site
    from comity.querying import Record

_WHEN = "when"
# Contradictions on one page.
_MOST = 100


def routes(site: Site) -> Iterator[Route]:
    """The list, its data, and the page of each entry whose sources exclude one another."""
    for form in answers.FORMS:
        yield Route(f"/contradictions.{form}", answers.of_question(site, served()["contradictions"], form))
    yield Route("/contradictions", answers.checked(site, _list(site), refuse=html.refused))
    yield Route("/contradictions/{entry}.json", answers.checked(site, _data(site)))
    yield Route("/contradictions/{entry}", answers.checked(site, _detail(site), refuse=html.refused))


def _list(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        wanted = asked(served()["contradictions"], request.query_params.multi_items())
        with site.pool.record(wanted.view) as record:
            found = wanted.answer(record)
        all_found, last = found.data["contradictions"], wanted.offset + (wanted.limit or _MOST)
        rest = {name: value for name, value in request.query_params.items() if name != "offset"}
        return html.page(
            request, "contradictions.html", title="Contradictions", found=all_found[wanted.offset : last], number=len(all_found),
            more=html.place("/contradictions", **rest, offset=last) if last < len(all_found) else "",
            given=dict(request.query_params), notes=found.notes,
        )  # fmt: skip

    return show


def _of_entry(record: Record, entry: str) -> list[dict[str, Any]]:
    """The contradictions of one entry; a NoSuchPlace error where it has none."""
    found = [one for one in record.contradictions().data["contradictions"] if one["entry"] == entry]
    if not found:
        raise NoSuchPlace(path=f"/contradictions/{entry}")
    return found


def _data(site: Site) -> answers.Answering:
    def answer(request: Request) -> Response:
        with site.pool.record() as record:
            return answers.as_json({"contradictions": _of_entry(record, request.path_params["entry"])})

    return answer


def _detail(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        with site.pool.record() as record:
            found = [_shown(record, one) for one in _of_entry(record, request.path_params["entry"])]
        return html.page(
            request, "contradiction.html", title=found[0]["what"], found=found,
            forms={"json": f"/contradictions/{found[0]['entry']}.json"},
        )  # fmt: skip

    return show


def _shown(record: Record, clash: Mapping[str, Any]) -> dict[str, Any]:
    """A contradiction with the words of each side in their context, and rival dates drawn on an axis."""
    sides = []
    for one in clash["values"]:
        told = [(answer := record.why(claim), answer.sources[0]) for claim in one["claims"]]
        said = edtf.say(one["value"]) if clash["field"] == _WHEN else one["value"]
        sides.append({"value": said, "told": [{**answer.data, "source": source} for answer, source in told]})
    rival = [one["value"] for one in clash["values"]] if clash["field"] == _WHEN else []
    picture = drawing([_lane(str(clash["kind"]), one) for one in rival]) if rival else None
    return {**clash, "sides": sides, "picture": picture}


def _lane(kind: str, when: str) -> Lane:
    first, last = window(when)
    said = edtf.say(when)
    return Lane(kind, said, marks=(Mark(first, last, when, "", "asserted", False, (), said),))
