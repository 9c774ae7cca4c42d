"""The picture of the world on a day: how near each state stood to one of them, and the missions between in their cities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from comity.presenting.web import html
from comity.presenting.web.atlas import holdings, outlines, places
from comity.presenting.web.atlas.projection import HEIGHT, WIDTH
from comity.querying._levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from comity.gazetteer import Gazetteer

LOOKS = {
    Level.EMBASSY: "embassy", Level.LEGATION: "legation", Level.CONSULATE: "consulate", Level.OFFICE: "office",
    Level.RELATED: "related", Level.UNSURE: "unsure", Level.RECOGNIZED: "recognized", Level.NONE: "apart",
    Level.SEVERED: "severed", Level.UNRECOGNIZED: "denied", Level.UNTOLD: "untold",
}  # fmt: skip
"""How a level looks, by the name of its class."""
# Outlines of less area are too small to be hit, and have a dot besides.
_SMALL = 45.0


@dataclass(frozen=True, slots=True)
class Land:
    """A state as an outline, a dot, or both."""

    code: str
    look: str
    title: str
    at: str
    path: str = ""
    dot: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """The missions in one city."""

    x: float
    y: float
    title: str
    look: str
    """`abroad` for those of the chosen state, `here` for those that it hosts."""


@dataclass(frozen=True)
class World:
    """All of the picture."""

    lands: tuple[Land, ...]
    nobody: str
    """The outlines of today in which there was no state of ours on that day, as one path."""
    posts: tuple[Post, ...]
    chosen: tuple[str, float, float] | None
    """The name of the chosen state, and where it stands."""
    unplaced: tuple[str, ...]
    """Missions whose city is not told, or has no place here."""
    legend: tuple[tuple[str, Level, int], ...]
    width: int = WIDTH
    height: int = HEIGHT


def world(told: Mapping[str, Any], known: Gazetteer) -> World:
    """The picture of an answer to `partners`.

    >>> from comity.gazetteer import actors
    >>> from comity.querying._example import small
    >>> picture = world(small().partners("Kenya", on="1970").data, actors())
    >>> [(one.look, one.x, one.title) for one in picture.posts]
    [('abroad', 516.0, 'embassy of Kenya in Lima')]
    >>> {one.look for one in picture.lands if one.code in ("KEN", "PER", "LAO")} == {"chosen", "embassy", "untold"}
    True
    """
    day, code = date.fromisoformat(told["day"]), told["state"]
    levels = {one["code"]: one for one in told["partners"]}
    areas = {holder: area for holder, area in holdings.outlined(known, day).items() if not _silent(holder, told, levels, known)}
    lands = [_land(one, areas.get(one, frozenset()), told, levels, known) for one in _shown(areas, levels, known, day)]
    lands.sort(key=lambda one: (one.dot is not None, one.look == "chosen"))
    free = [shape for shape, holder in holdings.holders(known, day).items() if holder not in areas]
    posts, unplaced = _posts(told, known)
    seat = places.seat(known, code)
    shown = [one.look for one in lands]
    return World(
        tuple(lands), "".join(outlines.outline(frozenset([shape])) for shape in free), posts,
        (known.name(code), *seat[1]) if seat else None, unplaced,
        tuple((look, level, shown.count(look)) for level, look in LOOKS.items() if look in shown),
    )  # fmt: skip


def _silent(code: str, told: Mapping[str, Any], levels: Mapping[str, Any], known: Gazetteer) -> bool:
    """Is it a territory of which nothing is told? Those have no relations of their own to be asked for."""
    return known[code].kind == "realm" and code not in levels and code != told["state"]


def _shown(areas: Mapping[str, Any], levels: Mapping[str, Any], known: Gazetteer, day: date) -> list[str]:
    """The states to be drawn: all with an outline, the small and the divided, and whoever is told of."""
    dots = [code for code, one in known.items() if code not in areas and one.kind != "realm" and known.was(code, day)]
    realms = [code for code in levels if code not in areas and code not in dots]
    return [*areas, *(code for code in (*dots, *realms) if places.seat(known, code))]


def _land(code: str, area: frozenset[str], told: Mapping[str, Any], levels: Mapping[str, Any], known: Gazetteer) -> Land:
    chosen, name, found = told["state"], known.name(code), levels.get(code)
    look = "chosen" if code == chosen else LOOKS[Level(found["level"])] if found else "untold"
    missions = "; ".join(mission(one, known) for one in found["missions"]) if found else ""
    stood = "the chosen state" if code == chosen else found["level"] if found else str(Level.UNTOLD)
    at = "" if found is None or code == chosen else html.place(f"/pair/{chosen}/{code}", on=told["day"])
    small = sum(map(outlines.size, area)) < _SMALL
    seat = places.seat(known, code) if small else None
    title = f"{name}: {stood}" + (f" ({missions})" if missions else "")
    return Land(code, look, title, at, outlines.outline(area) if area else "", seat[1] if seat else None)


def mission(one: Mapping[str, Any], known: Gazetteer) -> str:
    """A mission in words."""
    doubt = "" if one["sure"] else ", uncertain"
    return f"{html.words(one['type'])} of {known.name(one['sender'])} in {one['city'] or known.name(one['host'])}{doubt}"


def _posts(told: Mapping[str, Any], known: Gazetteer) -> tuple[tuple[Post, ...], tuple[str, ...]]:
    """Missions by city; and those that no city is told of, or none that has a place."""
    found: dict[tuple[float, float], list[Mapping[str, Any]]] = {}
    unplaced = []
    for one in (each for partner in told["partners"] for each in partner["missions"]):
        place = places.city(known, one["host"], one["city"]) if one["city"] else None
        if place:
            found.setdefault(place, []).append(one)
        else:
            unplaced.append(mission(one, known))
    return tuple(_post(place, here, told["state"], known) for place, here in sorted(found.items())), tuple(sorted(unplaced))


def _post(place: tuple[float, float], here: Iterable[Mapping[str, Any]], chosen: str, known: Gazetteer) -> Post:
    told = list(here)
    sides = {one["sender"] == chosen for one in told}
    return Post(*place, "; ".join(mission(one, known) for one in told), "abroad" if True in sides else "here")
