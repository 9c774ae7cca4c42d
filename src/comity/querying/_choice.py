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
_PATIENCE = 40
"""So many items of a part in a row found no room: what follows is hardly told by sources that stand there already."""


def choose(store: Store, parts: Sequence[Section], before: Citations) -> list[list[Item]]:
    """The items of each part that stay, beside what is cited before them: one of each part in turn, until the room is used."""
    places = before.places
    kept: list[list[Item]] = [[] for _ in parts]
    refused = [0] * len(parts)
    for turn in range(max((len(part.items) for part in parts), default=0)):
        at_hand = [at for at, part in enumerate(parts) if _open(part, turn, len(kept[at]), refused[at])]
        for at in at_hand:
            item = parts[at].items[turn]
            trial = Citations(store, MOST_SOURCES)
            parts[at].table([item], trial)
            fits = len(places | trial.places) <= FOOTNOTES
            refused[at] = 0 if fits else refused[at] + 1
            if fits:
                places |= trial.places
                kept[at].append(item)
        if not at_hand:
            break
    return kept


def _open(part: Section, turn: int, kept: int, refused: int) -> bool:
    """May another item of a part be tried?"""
    return turn < len(part.items) and kept < _MOST_ROWS and refused < _PATIENCE
