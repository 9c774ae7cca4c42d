"""A network as a picture: states round a circle, region by region, or all round the one that is asked about.

The same ties always give the same picture, so that two days can be compared.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity.presenting._plain import shorten
from comity.presenting.web import html
from comity.presenting.web.atlas.places import regions
from comity.presenting.web.world import LOOKS
from comity.querying._levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

RADIUS, MARGIN = 400.0, 190.0
MOST = 1200
"""Pairs that are drawn; of more, those of which most is told."""
_WIDTHS, _MANY, _THIN = (0.8, 7.0), 150, (0.5, 2.2)
# Of the size of letters, how wide one is.
_SLIM = 0.58
_LETTERS = (10.0, 17.0)
# A gap between two regions, in places of a state.
_GAP = 0.7


@dataclass(frozen=True, slots=True)
class Node:
    """A state: where it stands, and how its name is turned."""

    code: str
    name: str
    title: str
    x: float
    y: float
    turn: float
    anchor: str
    at: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A pair: its line, how it looks, and what it says."""

    a: str
    b: str
    path: str
    width: float
    look: str
    title: str
    at: str


@dataclass(frozen=True)
class Net:
    """All of the picture."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    letters: float
    left_out: int
    legend: tuple[tuple[str, Level], ...]
    box: str = f"{-RADIUS - MARGIN:g} {-RADIUS - MARGIN:g} {2 * (RADIUS + MARGIN):g} {2 * (RADIUS + MARGIN):g}"


def net(told: Mapping[str, Any], states: Sequence[str], by: str = "sources") -> Net:
    """The picture of an answer to `network`; lines are as wide as `by`, sources or events, says.

    >>> from comity.querying._example import small
    >>> picture = net(small().network(["Kenya"], on="1970").data, ["KEN"])
    >>> [(one.code, one.x, one.y) for one in picture.nodes], [one.look for one in picture.edges]
    ([('KEN', 0.0, 0.0), ('PER', 0.0, -400.0)], ['embassy'])
    """
    nodes = {one["code"]: one for one in told["nodes"]}
    centre = states[0] if len(states) == 1 and states[0] in nodes else ""
    round_it = [code for code in in_order(nodes) if code != centre]
    angles = _angles(round_it)
    places = {code: _at(angle) for code, angle in angles.items()} | ({centre: (0.0, 0.0)} if centre else {})
    edges = sorted(told["edges"], key=lambda one: (-one[by], one["a"], one["b"]))
    most, widths = max((one[by] for one in edges), default=0), _THIN if len(edges) > _MANY else _WIDTHS
    drawn = [_edge(one, places, _width(one[by], most, widths), nodes, told["day"]) for one in edges[:MOST]]
    looks = {one.look for one in drawn}
    shown = ([centre] if centre else []) + round_it
    letters = min(max(2 * math.pi * RADIUS / max(len(angles), 1) * 0.8, _LETTERS[0]), _LETTERS[1])
    return Net(
        tuple(_node(nodes[code], places[code], angles.get(code), told["day"], letters) for code in shown),
        tuple(reversed(drawn)), round(letters, 1), len(edges) - len(drawn),
        tuple((look, one) for one, look in LOOKS.items() if look in looks),
    )  # fmt: skip


def in_order(codes: Iterable[str]) -> list[str]:
    """States region by region; those of no region last.

    >>> in_order(["PER", "KEN", "UGA", "LAO"])
    ['LAO', 'KEN', 'UGA', 'PER']
    """
    order = {code: at for at, code in enumerate(code for told in regions().values() for code in told)}
    return sorted(codes, key=lambda code: (order.get(code, len(order)), code))


def _angles(codes: Sequence[str]) -> dict[str, float]:
    """The angle of each state from the top, with gaps between regions."""
    of = {code: name for name, told in regions().items() for code in told}
    at, places = 0.0, {}
    for before, code in zip(["", *codes], codes, strict=False):
        at += (1 if before else 0) + (_GAP if before and of.get(before) != of.get(code) else 0)
        places[code] = at
    whole = at + 1 + (_GAP if len(codes) > 1 else 0)
    return {code: 2 * math.pi * place / whole for code, place in places.items()}


def _at(angle: float) -> tuple[float, float]:
    return round(RADIUS * math.sin(angle), 1) + 0.0, round(-RADIUS * math.cos(angle), 1) + 0.0


def _node(told: Mapping[str, Any], place: tuple[float, float], angle: float | None, day: str, letters: float) -> Node:
    degrees = math.degrees(angle) - 90 if angle is not None else 0.0
    left = 90 < degrees <= 270
    title = f"{told['name']}: {told['related']:,} with relations"
    name = shorten(told["name"], round((MARGIN - 10) / letters / _SLIM))
    return Node(
        told["code"], name, title, *place, round(degrees + 180 if left else degrees, 1),
        "middle" if angle is None else "end" if left else "start", html.place("/network", states=told["code"], on=day),
    )  # fmt: skip


def _width(value: int, most: int, widths: tuple[float, float]) -> float:
    """Wide lines for much, on a scale of roots, so that little can still be seen."""
    least, widest = widths
    return round(least + (widest - least) * math.sqrt(value / most), 1) if most else least


def _edge(
    one: Mapping[str, Any], places: Mapping[str, tuple[float, float]], width: float, nodes: Mapping[str, Any], day: str
) -> Edge:
    (ax, ay), (bx, by) = places[one["a"]], places[one["b"]]
    # Bent towards the middle: neighbours on the circle by little, those far apart almost straight through it.
    bent = (
        f"Q{(ax + bx) * 0.22:.0f} {(ay + by) * 0.22:.0f} {bx:g} {by:g}" if (ax, ay) != (0, 0) != (bx, by) else f"L{bx:g} {by:g}"
    )
    names = f"{nodes[one['a']]['name']} – {nodes[one['b']]['name']}"
    counted = [f"{one[name]:,} {name.replace('_', ' ')}" for name in ("agreements_in_force", "events", "sources") if one[name]]
    return Edge(
        one["a"], one["b"], f"M{ax:g} {ay:g}{bent}", width, LOOKS[Level(one["level"])],
        f"{names}: {', '.join([one['level'], *counted])}", html.place(f"/pair/{one['a']}/{one['b']}", on=day),
    )  # fmt: skip
