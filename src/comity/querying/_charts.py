"""Figures as charts: a series of which there are values of at least two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity import edtf
from comity.querying._question import Bar, Chart
from comity.querying._words import value_of
from comity.querying.figures import amount, by_time, series_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from comity.model import Claim, Entry
    from comity.recording.store import Store

_MOST = 3
"""More charts than these are no small part of a dossier."""


def charts(store: Store, entries: Sequence[Entry]) -> list[Chart]:
    """The longest series among the figures, each drawn."""
    drawn = [chart for series in series_of(entries) if (chart := _chart(store, series))]
    return sorted(drawn, key=lambda chart: -len(chart.bars))[:_MOST]


def _chart(store: Store, series: Sequence[Entry]) -> Chart | None:
    claims = by_time(series)
    years = {edtf.year_of(claim.when) for claim in claims} - {None}
    return Chart(_title(store, series[0].claims[0]), tuple(dict.fromkeys(_bars(store, claims)))) if len(years) > 1 else None


def _bars(store: Store, claims: Sequence[Claim]) -> Iterator[Bar]:
    for claim in claims:
        value = claim.fields["value"]
        if claim.when and isinstance(value, int | float) and value >= 0:
            yield Bar(edtf.say(claim.when), float(value), amount(store, claim))


def _title(store: Store, claim: Claim) -> str:
    """What is drawn: `Trade of Kenya to Peru, USD`."""
    measure, giver, taker, unit = (value_of(store, claim, name) for name in ("measure", "from", "to", "unit"))
    sides = (f" from {giver}" if giver else "") + (f" to {taker}" if taker else "")
    return f"{measure.capitalize()}{sides}, {unit}"
