"""Two to five pairs side by side: bars of how near they stood on one axis, and a table of what differs."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from starlette.routing import Route

from comity.gazetteer import actors
from comity.presenting import _csv
from comity.presenting.web import answers, html
from comity.presenting.web.asking import VIEW, asked, label, served
from comity.presenting.web.bars import bars, stretch
from comity.presenting.web.pages.map import years
from comity.presenting.web.world import LOOKS
from comity.querying._dyads import CLASSES
from comity.querying._levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.gazetteer import Gazetteer
    from comity.presenting.web.asking import Asked
    from comity.presenting.web.site import Site
    from comity.querying._question import Answer, Cell

_VIEW = tuple(label(one) for one in VIEW)


def routes(site: Site) -> Iterator[Route]:
    """The page, and its data as JSON and CSV."""
    for form in answers.FORMS:
        yield Route(f"/compare.{form}", answers.checked(site, _data(site, form)))
    yield Route("/compare", answers.checked(site, _page(site), refuse=html.refused))


def _pairs(request: Request) -> list[str]:
    """The pairs as they are told, several of them in one field or each in its own; and one state against several."""
    told = request.query_params
    found = [part.strip() for value in told.getlist("pairs") for part in value.split(",")]
    one = told.get("a", "").strip()
    others = [part.strip() for value in told.getlist("with") for part in value.split(",")] if one else []
    return list(dict.fromkeys([part for part in found if part] + [f"{one}:{other}" for other in others if other]))


def _asked(request: Request) -> Asked | None:
    """What is asked; None where no pairs are told yet."""
    pairs = _pairs(request)
    rest = [(name, value) for name, value in request.query_params.multi_items() if name not in ("pairs", "a", "with")]
    wanted = asked(served()["compare"], [*(("pairs", one) for one in pairs or ["?:?"]), *rest])
    return wanted if pairs else None


def _data(site: Site, form: str) -> answers.Answering:
    def answer(request: Request) -> Response:
        wanted = _asked(request) or asked(served()["compare"], request.query_params.multi_items())
        found = site.answer(wanted)
        return answers.as_file(_csv.render(found), "compare.csv") if form == answers.CSV else answers.as_json(found.to_json())

    return answer


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        wanted, on = _asked(request), request.query_params.get("on", "").strip()
        first, last = years(site)
        given = {"pairs": ", ".join(_pairs(request)), "on": on, "first": first, "last": last}
        if wanted is None:
            return html.page(request, "compare.html", title="Compare pairs", told=None, given=given, forms={})
        found = site.answer(wanted)
        told, known = found.data["pairs"], actors(site.folders)
        pairs: list[str] = found.to_json()["asked"]["pairs"]
        named = [" – ".join(map(known.name, one.split(":"))) for one in pairs]
        kept = {name: value for name, value in request.query_params.items() if name in (*_VIEW, "on")}
        forms = {form: html.place(f"/compare.{form}", pairs=_pairs(request), **kept) for form in answers.FORMS}
        return html.page(
            request, "compare.html", title=_title(pairs, known), told=told, given=given, names=named, lead=found.lead,
            notes=found.notes, table=_table(found, told, on), bars=_bars(told, named), forms=forms,
            picture=bars(dict(zip(named, told, strict=True)), known, datetime.now(UTC).date(), on),
        )  # fmt: skip

    return show


def _title(pairs: list[str], known: Gazetteer) -> str:
    """What is compared: one state with several where all pairs share it.

    >>> from comity.gazetteer import actors
    >>> _title(["LAO:VNM", "LAO:KOR"], actors()), _title(["LAO:VNM", "KEN:PER"], actors())
    ('Laos with Vietnam, with South Korea', 'Laos – Vietnam, Kenya – Peru')
    """
    both = [one.split(":") for one in pairs]
    if len({first for first, _ in both}) == 1:
        return f"{known.name(both[0][0])} {', '.join(f'with {known.name(other)}' for _, other in both)}"
    return ", ".join(" – ".join(map(known.name, one)) for one in both)


def _table(found: Answer, pairs: list[dict[str, Any]], on: str) -> list[tuple[str, list[Any]]]:
    """The rows of which any pair has something; each cell leads to what it rests on."""
    told = []
    for what, *cells in found.tables[0].rows if found.tables else ():
        if any(cell not in ("", 0) for cell in cells):
            places = [_behind(str(what), one, on) for one in pairs]
            told.append((str(what), [_led(cell, at, found) for cell, at in zip(cells, places, strict=True)]))
    return told


def _led(cell: Cell, at: str, found: Answer) -> Markup:
    """A cell whose marks lead to their words; one without marks leads as a whole to where it is told at length."""
    shown = html.led(cell, found)
    return Markup('<a href="{}">{}</a>').format(at, shown) if at and cell not in ("", 0) and "<a " not in shown else shown


def _behind(label: str, pair: Mapping[str, Any], on: str) -> str:
    """Where a fact of a pair is told at length; "" where its marks lead there."""
    two = {"a": pair["a"], "b": pair["b"]}
    places = {
        "relations": html.place(f"/pair/{pair['a']}/{pair['b']}", on=on),
        "missions": html.place("/ask/missions", **two, on=on),
        "agreements in force": html.place("/ask/agreements", **two, on=on),
        "contradictions": html.place("/contradictions", **two),
        **dict.fromkeys(CLASSES, html.place("/ask/timeline", **two, kind="event")),
    }  # fmt: skip
    return places.get(label, "")


def _bars(told: list[dict[str, Any]], named: list[str]) -> list[dict[str, str]]:
    """The bars as rows."""
    return [
        {**part, "pair": name, "look": LOOKS[Level(part["level"])], "when": stretch(part)}
        for one, name in zip(told, named, strict=True)
        for part in one["stretches"]
    ]
