"""The world as it stood to one state on a day: relations by colour, missions in their cities, and the same as a table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from starlette.responses import RedirectResponse
from starlette.routing import Route

from comity.errors import NoSuchPlace
from comity.gazetteer import actors
from comity.presenting import _csv
from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served
from comity.presenting.web.world import LOOKS, world
from comity.querying._levels import Level
from comity.recording import counts
from comity.recording.writings import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.asking import Asked
    from comity.presenting.web.site import Site
    from comity.querying._question import Answer

# A slider that began with the first date of a chronicle would have its last century at its very end.
_EARLIEST = 1800


def routes(site: Site) -> Iterator[Route]:
    """The map, its data as JSON and CSV; and where no state is named, the one of which most is told."""
    yield Route("/map", answers.checked(site, _choose(site), refuse=html.refused))
    for form in answers.FORMS:
        yield Route(f"/map/{{a}}.{form}", answers.checked(site, _data(site, form)))
    yield Route("/map/{a}", answers.checked(site, _page(site), refuse=html.refused))


def today() -> str:
    """The day that is meant where none is told."""
    return datetime.now(UTC).date().isoformat()


def years(site: Site) -> tuple[int, int]:
    """The years that a slider reaches over."""
    with site.pool.record() as record:
        found = record.store.kept("begins", lambda: counts.years(record.store), COUNTED)
    this = datetime.now(UTC).year
    return (min(max(found[0], _EARLIEST), this - 1), this) if found else (this - 50, this)


def _choose(site: Site) -> answers.Answering:
    """To the map of the state that a form names, by any name."""

    def lead(request: Request) -> Response:
        told = dict(request.query_params)
        name = told.pop("a", "").strip()
        with site.pool.record() as record:
            told_of = record.store.kept("most", lambda: counts.pairs(record.store, most=1), COUNTED)
        if not name and not told_of:
            raise NoSuchPlace(path="/map")
        code = actors(site.folders).find(name) if name else told_of[0][0]
        return RedirectResponse(html.place(f"/map/{code}", **{**told, "on": told.get("on") or today()}), status_code=303)

    return lead


def _asked(request: Request) -> Asked:
    told = [one for one in request.query_params.multi_items() if one[0] not in ("limit", "offset")]
    if not any(name == "on" and value.strip() for name, value in told):
        told.append(("on", today()))
    return asked(served()["partners"], [("a", request.path_params["a"]), *told])


def _answer(site: Site, wanted: Asked) -> Answer:
    known = actors(site.folders)
    return site.answer(wanted, (known.family(known.find(str(wanted.given["a"]))), ("status", "mission")))


def _data(site: Site, form: str) -> answers.Answering:
    def answer(request: Request) -> Response:
        found = _answer(site, _asked(request))
        if form == answers.CSV:
            return answers.as_file(_csv.render(found), f"map-{found.data['state']}-{found.data['day']}.csv")
        return answers.as_json(found.to_json())

    return answer


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        wanted = _asked(request)
        found, known = _answer(site, wanted), actors(site.folders)
        data, first_last = found.data, years(site)
        return html.page(
            request, "map.html", title=f"{data['name']} and the world", told=data, on=wanted.given["on"],
            picture=world(data, known), lead=found.lead, notes=found.notes, rows=_rows(found, data), first=first_last[0],
            last=first_last[1],
        )  # fmt: skip

    return show


def _rows(found: Any, data: Any) -> list[dict[str, Any]]:
    """The table: each state with how it stood, and what that rests on."""
    cells = found.tables[0].rows if found.tables else ()
    return [
        {"code": one["code"], "name": one["name"], "level": one["level"], "look": LOOKS[Level(one["level"])],
         "missions": missions, "why": html.led(why, found)}
        for one, (_, _, missions, why) in zip(data["partners"], cells, strict=True)
    ]  # fmt: skip
