"""The network of states on a day as a picture, and the same as a table of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from comity.errors import BadParameter
from comity.presenting.web import answers, html
from comity.presenting.web.asking import asked, served
from comity.presenting.web.net import net
from comity.presenting.web.pages.map import today, years
from comity.querying.network import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from comity.presenting.web.site import Site

_WIDTH = ("sources", "events")
# Pairs of the table on one page.
_ROWS = 300


def routes(site: Site) -> Iterator[Route]:
    """The page, and its data as JSON and CSV."""
    for form in answers.FORMS:
        yield Route(f"/network.{form}", answers.of_question(site, served()["network"], form))
    yield Route("/network", answers.checked(site, _page(site), refuse=html.refused))


def _pairs(request: Request) -> tuple[list[tuple[str, str]], str]:
    """What the question is asked with, and what the lines are as wide as: several states may stand in one field."""
    told = request.query_params.multi_items()
    width = next((value for name, value in told if name == "width"), "") or _WIDTH[0]
    if width not in _WIDTH:
        raise BadParameter(name="width", value=width, why=f"it is {' or '.join(_WIDTH)}")
    rest = [
        (name, part) for name, value in told if name != "width" for part in (value.split(",") if name == "states" else [value])
    ]
    rest = [(name, value) for name, value in rest if value.strip()]
    return (rest if any(name == "on" for name, _ in rest) else [*rest, ("on", today())]), width


def _page(site: Site) -> answers.Answering:
    def show(request: Request) -> Response:
        pairs, width = _pairs(request)
        wanted = asked(served()["network"], pairs)
        found = site.answer(wanted)
        states: list[str] = found.to_json()["asked"].get("states", [])
        first, last = years(site)
        names = {one["code"]: one["name"] for one in found.data["nodes"]}
        edges = sorted(found.data["edges"], key=lambda one: (-one[width], one["a"], one["b"]))
        kept = {"on": found.asked["on"], "relation": found.asked.get("relation", ""), "width": width, "states": states}
        at = wanted.offset
        return html.page(
            request, "network.html", title=_title(names, states), found=found, picture=net(found.data, states, width), kept=kept,
            names=names, edges=edges[at : at + _ROWS], number=len(edges), first=first, last=last, relations=RELATIONS,
            widths=_WIDTH, stated=", ".join(names.get(one, one) for one in states),
            more=html.place("/network", **kept, offset=at + _ROWS) if at + _ROWS < len(edges) else "",
            forms={form: html.place(f"/network.{form}", **{**kept, "width": ""}) for form in answers.FORMS},
        )  # fmt: skip

    return show


def _title(names: dict[str, str], states: list[str]) -> str:
    told = [names.get(one, one) for one in states]
    return f"Network of {', '.join(told[:5])}{' …' if len(told) > 5 else ''}" if told else "Network of all states"
