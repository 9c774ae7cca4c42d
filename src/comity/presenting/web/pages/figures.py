"""Figures of a state, or of two, as charts of one measure and unit each, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.routing import Route

from comity.gazetteer import actors
from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served
from comity.presenting.web.charts import charts
from comity.recording import counts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.asking import Asked
    from comity.presenting.web.site import Site

# Charts on one page, and rows of the table.
_CHARTS, _ROWS = 12, 200
# Of more figures than these only those of a state are drawn.
_ALL = 3000


def routes(site: Site) -> Iterator[Route]:
    """The page, and its data as JSON and CSV."""
    for form in answers.FORMS:
        yield Route(f"/figures.{form}", answers.of_question(site, served()["figures"], form))
    yield Route("/figures", answers.checked(site, _page(site), refuse=html.refused))


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        told = request.query_params
        wanted = asked(served()["figures"], told.multi_items())
        given = {name: told.get(name, "").strip() for name in ("a", "b", "measure", "on")}
        with site.pool.record() as record:
            few = bool(given["a"]) or counts.has_at_most(record.store, "figure", _ALL)
            measures = record.store.kinds["figure"].fields["measure"].one_of if "figure" in record.store.kinds else ()
        shown = _shown(site, wanted, request) if few else None
        return html.page(
            request, "figures.html", given=given, measures=measures, forms=html.forms(request) if shown else {},
            **(shown or {"title": "Figures", "charts": [], "found": None}),
        )  # fmt: skip

    return show


def _shown(site: Site, wanted: Asked, request: Request) -> dict[str, Any]:
    """The charts and the rows of one page of them."""
    known, at = actors(site.folders), wanted.offset
    whom = [known.family(known.find(str(wanted.given[side]))) for side in ("a", "b") if wanted.given.get(side)]
    about = (*whom, {"figure"})
    found = site.answer(wanted, about)
    what = ("charts", repr(sorted(wanted.given.items())))
    drawn = site.kept(what, lambda _: charts(found.data["series"], known), wanted.view, about)
    rows = found.tables[0].rows if found.tables else ()
    names = [known.name(str(found.asked[side])) for side in ("a", "b") if side in found.asked]
    rest = [(name, value) for name, value in request.query_params.items() if name != "offset"]
    more = at + _CHARTS < len(drawn) or at + _ROWS < len(rows)
    return {
        "title": f"Figures: {' and '.join(names)}" if names else "Figures", "found": found, "number": len(drawn),
        "charts": drawn[at : at + _CHARTS], "rows": [[html.led(cell, found) for cell in row] for row in rows[at : at + _ROWS]],
        "columns": found.tables[0].columns if found.tables else (),
        "more": html.place("/figures", **dict(rest), offset=at + _CHARTS) if more else "",
    }  # fmt: skip
