"""What pairs are compared by beside their state on a day: firsts, counts and the latest, each with its sources."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from comity.querying._dyads import DONE, lineage
from comity.querying._history import dates
from comity.querying._words import called, dated, value_of
from comity.querying.figures import amount
from comity.sameness import window

if TYPE_CHECKING:
    from collections.abc import Iterable

    from comity.model import Claim
    from comity.querying._cite import Citations
    from comity.querying._dyads import Dyad
    from comity.recording.store import Store

_EMBASSIES = ("embassy", "high-commission")
_TRADE = ("trade", "exports", "imports")
# Sources shown for one of several counts in a cell; the page of the pair has them all.
_SHOWN = 2


def facts(store: Store, dyad: Dyad, day: date, cite: Citations) -> dict[str, str]:
    """The facts of a pair as far as they were by a day, in words; "" where no source tells of one."""
    return {
        "established": _established(store, dyad, day, cite),
        "first embassy": _first_embassy(store, dyad, day, cite),
        "first resident ambassador": _first_ambassador(store, dyad, day, cite),
        "agreements by type": _agreements(store, dyad, day, cite),
        "visits and talks by decade": _visits(dyad, day, cite),
        "latest trade": _trade(store, dyad, day, cite),
    }


def _chain(dyad: Dyad) -> list[Dyad]:
    """The pair, and those that it came from."""
    return [dyad, *(one for _, one in dyad.before)]


def _established(store: Store, dyad: Dyad, day: date, cite: Citations) -> str:
    """The earliest founding; of a pair that this one came from, under its names."""
    told = [
        (act.undated, act.envelope, one is not dyad, one, act)
        for one in _chain(dyad)
        for act in one.relations.past.acts
        if act.founding and act.envelope[0] <= day
    ]
    if not told:
        return ""
    *_, one, act = min(told, key=lambda found: found[:3])
    under = "" if one is dyad else f" ({called(store, one.a)} and {called(store, one.b)})"
    return dates(act, cite) + under


def _first_embassy(store: Store, dyad: Dyad, day: date, cite: Citations) -> str:
    """The embassy of which a source tells earliest; whether it was opened then or only seen, the words tell."""
    told = [
        (act.envelope, mission.sender, mission, act)
        for one in _chain(dyad)
        for mission in one.missions
        if mission.type in _EMBASSIES
        for act in mission.steady.past.acts
        if act.starts and not act.undated and act.envelope[0] <= day
    ]
    if not told:
        return ""
    _, _, first, act = min(told, key=lambda found: found[:2])
    return f"of {called(store, first.sender)} in {first.city or called(store, first.host)}, {act.stage} {dates(act, cite)}"


def _first_ambassador(store: Store, dyad: Dyad, day: date, cite: Citations) -> str:
    """The earliest ambassador who lived with the other of the two, as far as no source says otherwise."""
    told = [
        claim
        for claim in store.claims("post", pair=_sides(store, dyad))
        if claim.fields["office"] == "ambassador" and claim.factuality in DONE and window(claim.when) and _begins(claim) <= day
        and claim.fields.get("host") and claim.fields.get("resident", "") in ("", claim.fields["host"])
    ]  # fmt: skip
    first = min(told, key=lambda claim: (_begins(claim), claim.id), default=None)
    if first is None:
        return ""
    who = ", ".join(filter(None, (value_of(store, first, "person"), f"of {called(store, str(first.fields['sender']))}")))
    return cite.after(f"{who}, {dated(first.when)}", [first])


def _agreements(store: Store, dyad: Dyad, day: date, cite: Citations) -> str:
    """How many of which type, each counted once through its stages."""
    found: dict[str, list[Claim]] = {}
    for entry in store.entries("agreement", pair=_sides(store, dyad)):
        done = [claim for claim in entry.claims if claim.factuality in DONE and _begins(claim) <= day]
        if done:
            found.setdefault(str(done[0].fields["type"]), []).append(done[0])
    ordered = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    return _counted(ordered, cite)


def _visits(dyad: Dyad, day: date, cite: Citations) -> str:
    found: dict[str, list[Claim]] = {}
    for claim in (claim for one in _chain(dyad) for claim in one.events):
        stretch = window(claim.when)
        if claim.fields["type"] == "CONSULT" and stretch and stretch[1] <= day and stretch[0].year // 10 == stretch[1].year // 10:
            found.setdefault(f"{stretch[0].year // 10 * 10}s", []).append(claim)
    return _counted(sorted(found.items()), cite)


def _counted(told: Iterable[tuple[str, list[Claim]]], cite: Citations) -> str:
    """Counts with the words of the first of each: `treaty 3 [1][2], protocol 1 [3]`."""
    return ", ".join(cite.after(f"{label} {len(claims):,}", claims[:_SHOWN]) for label, claims in told)


def _trade(store: Store, dyad: Dyad, day: date, cite: Citations) -> str:
    """The latest figures of trade; of several for one time, all, since they may differ."""
    told = [claim for claim in store.claims("figure", pair=_sides(store, dyad)) if claim.fields["measure"] in _TRADE]
    by_end = [(stretch[1], claim.id, claim) for claim in told if (stretch := window(claim.when)) and stretch[1] <= day]
    said: dict[str, list[Claim]] = {}
    for _, _, claim in sorted(one for one in by_end if one[0] == max(end for end, *_ in by_end)):
        said.setdefault(f"{value_of(store, claim, 'measure')} {dated(claim.when)}: {amount(store, claim)}", []).append(claim)
    return "; ".join(cite.after(words, claims) for words, claims in sorted(said.items()))


def _begins(claim: Claim) -> date:
    return (window(claim.when) or (date.max, date.max))[0]


def _sides(store: Store, dyad: Dyad) -> tuple[set[str], set[str]]:
    """The two, each with those that it came from."""
    return set(lineage(store, dyad.a)), set(lineage(store, dyad.b))
