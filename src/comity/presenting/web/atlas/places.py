"""Where cities lie in the picture, and in which region a state."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from comity.names import fold
from comity.presenting.web.atlas._files import rows
from comity.presenting.web.atlas.projection import project

if TYPE_CHECKING:
    from comity.gazetteer import Gazetteer

Place = tuple[float, float]


@cache
def _cities() -> dict[str, dict[str, Place]]:
    found: dict[str, dict[str, Place]] = {}
    for code, city, north, east in rows("cities.tsv"):
        x, y = project(float(east), float(north))
        found.setdefault(code, {})[fold(city)] = (round(x, 1), round(y, 1))
    return found


def city(known: Gazetteer, code: str, name: str) -> Place | None:
    """Where a city of a state lies, by any of its names; None where no place is known for it.

    >>> from comity.gazetteer import actors
    >>> city(actors(), "VNM", "Ha Noi") == city(actors(), "VNM", "Hanoi"), city(actors(), "VNM", "Nowhere")
    (True, None)
    """
    told = _cities().get(code, {})
    if found := told.get(fold(name)) or told.get(fold(name.partition(",")[0])):
        return found
    actor = known.get(code)
    same = [{fold(text) for text in (one.name, *one.also)} for one in actor.capitals] if actor else []
    return next((told[text] for names in same if fold(name) in names for text in sorted(names) if text in told), None)


def seat(known: Gazetteer, code: str) -> tuple[str, Place] | None:
    """The first capital of a state that has a place, and else any city of it; None where none has."""
    actor = known.get(code)
    for name in [one.name for one in actor.capitals] if actor else []:
        if found := city(known, code, name):
            return name, found
    return next(iter(_cities().get(code, {}).items()), None)


@cache
def regions() -> dict[str, tuple[str, ...]]:
    """The regions in the order in which they stand round a circle, each with its states."""
    return {name: tuple(codes.split()) for name, codes in rows("regions.tsv")}
