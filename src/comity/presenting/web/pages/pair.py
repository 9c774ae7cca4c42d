"""Two states: what held on a day, all that is told of them on one axis of time, the same as a table, its sources."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.routing import Route

from comity import edtf
from comity.errors import BadParameter
from comity.gazetteer import actors
from comity.presenting import _csv
from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served
from comity.presenting.web.briefs import brief_forms
from comity.presenting.web.clashes import said
from comity.presenting.web.drawing import drawing
from comity.presenting.web.lanes import Axis, Lane, lanes, within
from comity.querying._cite import quoted
from comity.querying._question import Parameter, Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.gazetteer import Gazetteer
    from comity.presenting.web.site import Site
    from comity.querying import Record
    from comity.querying._question import Answer, Quoted

_OWN = (
    Parameter("on", "date", "the day"),
    Parameter("exact", "flag", "leave predecessors of the two out"),
    Parameter("from_", "date", "only what lies after the begin of this"),
    Parameter("to", "date", "only what lies before the end of this"),
)

# Days that an axis shows at least: less is told of nothing.
_LEAST_DAYS = 28


@dataclass(frozen=True)
class _Told:
    """All answers that the page is made of."""

    a: str
    b: str
    names: dict[str, str]
    status: Answer
    timeline: Answer
    clashes: Answer
    lanes: list[Lane]
    days: list[date]
    whole: Axis | None
    """The axis of all that is told, whatever part of it is wanted."""
    part: Axis | None
    """The part that is wanted; None for the whole."""
    telling: dict[str, Quoted]
    """The words of the claims about whose contradictions somebody decided."""


def routes(site: Site) -> Iterator[Route]:
    """The page, its lanes as JSON, its timeline as CSV."""
    yield Route("/pair/{a}/{b}.json", answers.checked(site, _data(site)))
    yield Route("/pair/{a}/{b}.csv", answers.checked(site, _rows(site)))
    yield Route("/pair/{a}/{b}", answers.checked(site, _page(site), refuse=html.refused))


def _told(site: Site, request: Request) -> _Told:
    """What the record tells of the two in the address."""
    question = Question("pair", "two states", _OWN, "", served()["status"].ask)
    wanted = asked(question, request.query_params.multi_items())
    exact, on = bool(wanted.given.get("exact")), str(wanted.given.get("on", ""))
    known = actors(site.folders)
    a, b = (known.find(request.path_params[side]) for side in ("a", "b"))
    if a == b:
        raise BadParameter(name="b", value=b, why="a pair is of two states")
    reach = {name: str(wanted.given[name]) for name in ("from_", "to") if wanted.given.get(name)}
    whole, timeline, clashes, telling, drawn = site.kept(
        ("pair", a, b, exact, *sorted(reach.items())),
        lambda record: _through_time(record, (a, b), known, exact=exact, reach=reach), wanted.view,
        (known.family(a), known.family(b)),
    )  # fmt: skip
    status = whole
    if on:
        with site.pool.record(wanted.view) as record:
            status = record.status(a, b, on=on, exact=exact)
    days = [day for day in dict.fromkeys((edtf.first_day(on), edtf.last_day(on))) if day] if on else []
    axis = Axis.over([day for lane in drawn for day in lane.days] + days)
    part = axis.cut(edtf.first_day(reach.get("from_", "")), edtf.last_day(reach.get("to", ""))) if axis and reach else None
    shown = within(drawn, part) if part else drawn
    days = [day for day in days if not part or part.first <= day <= part.last]
    return _Told(a, b, {a: known.name(a), b: known.name(b)}, status, timeline, clashes, shown, days, axis, part, telling)


def _through_time(
    record: Record, pair: tuple[str, str], known: Gazetteer, *, exact: bool, reach: Mapping[str, str]
) -> tuple[Answer, Answer, Answer, dict[str, Quoted], list[Lane]]:
    """What of the page does not hang on the day: answers, the words of what was decided, lanes."""
    a, b = pair
    whole = record.status(a, b, exact=exact)
    timeline = record.timeline(a, b, exact=exact, **reach)
    clashes = record.contradictions(a, b, exact=exact)
    decided = [one for one in clashes.data["contradictions"] if one["decided"].get("by")]
    named = {claim for one in decided for side in one["values"] for claim in side["claims"]}
    telling = {claim: quoted(record.store, record.store.claim(claim)) for claim in sorted(named)}
    names = {code: known.name(code) for code in known}
    drawn = lanes(whole.data, _things(record, a, b, exact=exact), timeline.data["rows"], names)
    return whole, timeline, clashes, telling, drawn


def _things(record: Record, a: str, b: str, *, exact: bool) -> Mapping[str, Any]:
    """The entries of every question that tells of spells, by kind."""
    found: dict[str, Any] = {}
    for name, one in served().items():
        takes = {part.name for part in one.parameters}
        kind = name.removesuffix("s")
        if {"a", "b", "exact"} <= takes and name != kind and kind in record.store.kinds:
            entries = record.ask(name, a=a, b=b, exact=exact).data.get("entries", [])
            if any("spells" in entry for entry in entries):
                found[kind] = entries
    return found


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        told = _told(site, request)
        on = request.query_params.get("on", "").strip()
        return html.page(
            request, "pair.html", title=f"{told.names[told.a]} and {told.names[told.b]}", told=told, on=on,
            exact=request.query_params.get("exact", ""), held=html.sections(told.status),
            picture=drawing(told.lanes, told.days, told.part),
            steps=_steps(request, on), clashes=html.sections(told.clashes, "c"), settled=_settled(told),
            given={name: request.query_params.get(name, "") for name in ("from", "to")}, zooms=_zooms(request, told),
            claims=_places(told), forms=html.forms(request), briefs=brief_forms(),
        )  # fmt: skip

    return show


def _steps(request: Request, on: str) -> list[tuple[str, str]]:
    """The same day a year before and after, and ten."""
    first = edtf.first_day(on) if on else None
    rest = [(name, value) for name, value in request.query_params.multi_items() if name != "on"]
    found = []
    for years in (-10, -1, 1, 10) if first else ():
        year = int(on[:4]) + years if on[:4].isdigit() else 0
        if 0 < year < 9999:
            day = f"{year:04}{on[4:]}"
            day = day[:7] if on[5:] == "02-29" else day
            query = urlencode([*rest, ("on", day)])
            found.append((f"{'+' if years > 0 else '−'}{abs(years)} y", f"{request.url.path}?{query}"))
    return found


def _zooms(request: Request, told: _Told) -> dict[str, str]:
    """The addresses of half the time on the axis, of twice as much, and of all; without those that would show nothing else."""
    now = told.part or told.whole
    if not now or not told.whole:
        return {}
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in ("from", "to")]
    wanted = {"+": now.zoomed(0.5), "-": told.whole.overlap(now.zoomed(2)), "0": told.whole}
    found = {}
    for key, axis in wanted.items():
        if axis != now and (axis.last - axis.first).days >= _LEAST_DAYS:
            reach = [] if axis == told.whole else [("from", axis.first.isoformat()), ("to", axis.last.isoformat())]
            query = urlencode([*kept, *reach])
            found[key] = request.url.path + (f"?{query}" if query else "")
    return found


def _settled(told: _Told) -> list[dict[str, Any]]:
    """The contradictions that somebody decided: what stands, and what is told instead, and where."""
    found = []
    for clash in told.clashes.data["contradictions"]:
        decided = clash["decided"]
        if decided.get("by"):
            sides = [
                {"said": said(clash["field"], side["value"]), "stands": side["value"] == decided.get("value", ""),
                 "at": html.claim_place(told.telling[side["claims"][0]]),
                 "docs": sorted({told.telling[one].title or told.telling[one].doc for one in side["claims"]})}
                for side in clash["values"]
            ]  # fmt: skip
            found.append({**clash, "sides": sorted(sides, key=lambda one: not one["stands"])})
    return found


def _places(told: _Told) -> dict[str, str]:
    """Where each claim's words stand."""
    sources = (*told.timeline.sources, *told.status.sources, *told.clashes.sources)
    return {one.claim: html.claim_place(one) for one in sources if one.claim}


def _data(site: Site) -> answers.Answering:
    def answer(request: Request) -> Response:
        told = _told(site, request)
        return answers.as_json(
            {
                "a": told.a, "b": told.b, "status": told.status.to_json(), "lanes": [_plain(asdict(one)) for one in told.lanes],
                "contradictions": told.clashes.data["contradictions"],
            }
        )  # fmt: skip

    return answer


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _rows(site: Site) -> answers.Answering:
    def answer(request: Request) -> Response:
        told = _told(site, request)
        return answers.as_file(_csv.render(told.timeline), f"{told.a}-{told.b}.csv")

    return answer
