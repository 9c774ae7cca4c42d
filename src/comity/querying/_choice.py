"""What of a long dossier stays: as much as so many footnotes bear, a fair share of each part, the weightiest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.querying._cite import Citations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.querying._sections import Item, Section
    from comity.recording.store import Store

FOOTNOTES = 40
"""Together they take about as much room as the tables that they bear."""
MOST_SOURCES = 3
"""Of one statement; the others are counted."""
_MOST_ROWS = 24


def choose(store: Store, parts: Sequence[Section], before: Citations) -> list[list[Item]]:
    """The items of each part that stay, beside what is cited before them: one of each part in turn, until the room is used."""
    places = before.places
    kept: list[list[Item]] = [[] for _ in parts]
    for turn in range(max((len(part.items) for part in parts), default=0)):
        for part, chosen in zip(parts, kept, strict=True):
            if turn >= len(part.items) or len(chosen) >= _MOST_ROWS:
                continue
            trial = Citations(store, MOST_SOURCES)
            part.table([part.items[turn]], trial)
            if len(places | trial.places) <= FOOTNOTES:
                places |= trial.places
                chosen.append(part.items[turn])
        if all(len(chosen) >= min(_MOST_ROWS, len(part.items)) for part, chosen in zip(parts, kept, strict=True)):
            break
    return kept
