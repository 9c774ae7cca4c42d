"""Who there was on a day, and whose an outline of today was then: by the files of the actors, then by who held it in fact."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from comity.presenting.web.atlas._files import rows
from comity.presenting.web.atlas.outlines import shapes

if TYPE_CHECKING:
    from comity.gazetteer import Gazetteer


@cache
def _held() -> dict[str, list[tuple[str, date, date]]]:
    found: dict[str, list[tuple[str, date, date]]] = {}
    for holder, shape, first, last in rows("held.tsv"):
        found.setdefault(shape, []).append((holder, date.fromisoformat(first), date.fromisoformat(last)))
    return found


def holders(known: Gazetteer, day: date) -> dict[str, str]:
    """Of each outline of today the state that it was of on a day; "" where there was none of ours."""
    found = {}
    for shape in shapes():
        own = shape if known.was(shape, day) else ""
        held = (one for one, first, last in _held().get(shape, []) if first <= day <= last and known.was(one, day))
        found[shape] = next(held, own)
    return found


def outlined(known: Gazetteer, day: date) -> dict[str, frozenset[str]]:
    """Each state that was on a day and has an outline, with the outlines of today that it is made of."""
    found: dict[str, set[str]] = {}
    for shape, holder in holders(known, day).items():
        found.setdefault(holder, set()).add(shape)
    return {holder: frozenset(told) for holder, told in found.items() if holder}
