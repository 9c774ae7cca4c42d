"""Makes the outlines of the map from world-atlas: projected, simplified, in whole numbers.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/atlas.py package/countries-50m.json

Borders are kept as arcs that two neighbours share, so that simplifying leaves no gap between them, and states that were one
can be drawn as one. Writes `src/comity/presenting/web/atlas/outlines.json`, and says which states have neither outline nor place.
"""

from __future__ import annotations

import argparse
import heapq
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry

from comity.gazetteer import actors
from comity.presenting.web import atlas
from comity.presenting.web.atlas.projection import WIDTH, project_turned, turned

HERE = Path(atlas.__file__).parent
# Triangles of less area, in units of the picture, are left out of a border; islands of less are left out whole.
DETAIL, ISLAND = 1.6, 5.0
# What ISO 3166 has no number for.
BY_NAME = {"Kosovo": "XKX", "N. Cyprus": "CYN", "Somaliland": "SML"}
LEFT_OUT = {"Antarctica", "Fr. S. Antarctic Lands", "Heard I. and McDonald Is.", "S. Geo. and the Is."}

Point = tuple[int, int]


def decoded(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Each arc as points of the picture."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        last = 0.0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            east = turned(x * kx + tx)
            # An island that the edge of the picture runs through is drawn whole, a little beyond it.
            east += 360 * round((last - east) / 360) if points else 0
            last = east
            at = project_turned(east, y * ky + ty)
            point = (round(at[0]), round(at[1]))
            if not points or point != points[-1]:
                points.append(point)
        yield points if len(points) > 1 else points * 2


def simplified(points: list[Point], closed: bool) -> list[Point]:
    """The points without those that matter least (Visvalingam and Whyatt); both ends stay, and three more of a ring."""
    before, after = [at - 1 for at in range(len(points))], [at + 1 for at in range(len(points))]
    gone = [False] * len(points)

    def area(at: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = points[before[at]], points[at], points[after[at]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    queue = [(area(at), at) for at in range(1, len(points) - 1)]
    heapq.heapify(queue)
    left = len(points)
    while queue and left > (4 if closed else 2):
        size, at = heapq.heappop(queue)
        if size > DETAIL:
            break
        if gone[at] or size != area(at):
            continue
        gone[at], left = True, left - 1
        after[before[at]], before[after[at]] = after[at], before[at]
        for one in (before[at], after[at]):
            if 0 < one < len(points) - 1:
                heapq.heappush(queue, (area(one), one))
    return [point for point, lost in zip(points, gone, strict=True) if not lost]


def code_of(shape: dict[str, Any]) -> str:
    """Our code for a shape; "" for one that no actor of ours is."""
    name = shape["properties"]["name"]
    found = pycountry.countries.get(numeric=shape["id"]) if "id" in shape else None
    code = BY_NAME.get(name) or (found.alpha_3 if found else "")
    return code if code in actors() and name not in LEFT_OUT else ""


def rings(shape: dict[str, Any]) -> list[list[int]]:
    """The rings of a shape, outer and inner, as numbers of arcs."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]] if shape["type"] == "Polygon" else []
    return [ring for polygon in polygons for ring in polygon]


def size(ring: Sequence[int], arcs: Sequence[list[Point]]) -> float:
    """The area of a ring."""
    points = [point for at in ring for point in (arcs[at] if at >= 0 else arcs[~at][::-1])]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """The file: arcs as a start and steps, and of each code its rings as numbers of arcs."""
    arcs = [simplified(points, closed=points[0] == points[-1]) for points in decoded(topology)]
    kept: dict[str, list[list[int]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        if code := code_of(shape):
            found = sorted(rings(shape), key=lambda ring: -size(ring, arcs))
            large = [ring for ring in found if size(ring, arcs) >= ISLAND]
            kept.setdefault(code, []).extend(large or found[:1])
    used = sorted({at if at >= 0 else ~at for told in kept.values() for ring in told for at in ring})
    number = {old: new for new, old in enumerate(used)}
    shapes = {
        code: [[number[at] if at >= 0 else ~number[~at] for at in ring] for ring in told] for code, told in sorted(kept.items())
    }
    return {"width": WIDTH, "arcs": [steps(arcs[at]) for at in used], "shapes": shapes}


def steps(points: Sequence[Point]) -> list[int]:
    """The first point, then how far each next one lies from the one before."""
    told = [*points[0]]
    for (x0, y0), (x1, y1) in pairwise(points):
        told += [x1 - x0, y1 - y0]
    return told


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topology", type=Path, help="countries-50m.json of world-atlas")
    made = outlines(json.loads(parser.parse_args().topology.read_text(encoding="utf-8")))
    target = HERE / "outlines.json"
    target.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
    points = sum(len(arc) // 2 for arc in made["arcs"])
    print(f"{target}: {len(made['shapes'])} outlines, {points} points, {target.stat().st_size / 1000:.0f} kB")
    bare = [code for code, one in actors().items() if one.kind == "state" and code not in made["shapes"]]
    print("without an outline, so that they are drawn as dots alone:", " ".join(bare) or "none")


if __name__ == "__main__":
    main()
