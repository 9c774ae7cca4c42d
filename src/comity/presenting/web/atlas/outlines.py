"""Outlines of states as paths of a picture; several that were one state are drawn as one, without the borders between them.

>>> outline(frozenset(["LAO"]))[:1], outline(frozenset(["XXX"]))
('M', '')
>>> len(outline(frozenset(["CZE", "SVK"]))) < len(outline(frozenset(["CZE"]))) + len(outline(frozenset(["SVK"])))
True
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.presenting.web.atlas._files import HERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[int, int]
Ring = list[int]


@cache
def _made() -> tuple[list[list[int]], dict[str, list[Ring]]]:
    """The arcs, each a start and steps, and the rings of each state as numbers of arcs; `~number` is one backwards."""
    told = json.loads((HERE / "outlines.json").read_text(encoding="utf-8"))
    return told["arcs"], told["shapes"]


def shapes() -> list[str]:
    """The codes that have an outline."""
    return list(_made()[1])


@lru_cache(maxsize=1000)
def outline(codes: frozenset[str]) -> str:
    """The outline of some states together as the path of an SVG; "" where none has one."""
    rings = [ring for code in sorted(codes) for ring in _made()[1].get(code, [])]
    return "".join(map(_drawn, rings if len(codes) == 1 else _joined(rings)))


@cache
def size(code: str) -> float:
    """The area of a state in square units of the picture; 0 where it has no outline."""
    return sum(_area([point for at in ring for point in _points(at)]) for ring in _made()[1].get(code, []))


def _area(points: Sequence[Point]) -> float:
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _points(at: int) -> list[Point]:
    arc = _made()[0][at if at >= 0 else ~at]
    points = [(arc[0], arc[1])]
    for dx, dy in zip(arc[2::2], arc[3::2], strict=True):
        points.append((points[-1][0] + dx, points[-1][1] + dy))
    return points if at >= 0 else points[::-1]


def _joined(rings: Iterable[Ring]) -> list[Ring]:
    """The rings round all that some rings hold: an arc between two of them runs both ways, and falls away."""
    told = [at for ring in rings for at in ring]
    both = set(told)
    waiting: dict[Point, list[int]] = {}
    for at in told:
        if ~at not in both:
            waiting.setdefault(_points(at)[0], []).append(at)
    found = []
    while waiting:
        start = next(iter(waiting))
        ring, place = list[int](), start
        while place in waiting:
            at = waiting[place].pop()
            if not waiting[place]:
                del waiting[place]
            ring.append(at)
            place = _points(at)[-1]
            if place == start:
                break
        found.append(ring)
    return found


def _drawn(ring: Ring) -> str:
    """A ring as steps of a path, in as few letters as can be."""
    x, y = _points(ring[0])[0]
    steps = []
    for at in ring:
        points = _points(at)
        steps += [part for (x0, y0), (x1, y1) in pairwise(points) for part in (x1 - x0, y1 - y0)]
    told = "".join(f"{step}" if step < 0 else f" {step}" for step in steps).lstrip()
    return f"M{x} {y}l{told}z"
