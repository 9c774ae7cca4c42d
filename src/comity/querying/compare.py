"""Two to five pairs of states side by side.

>>> from comity.querying._example import small
>>> small().compare(["Kenya:Peru", "Kenya:Chile"], on="1970").tables[0].columns
('', 'Kenya – Peru', 'Kenya – Chile')
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.errors import TooMany
from comity.gazetteer import actors
from comity.querying._cite import Citations
from comity.querying._dyads import DONE, Dyad, dyads
from comity.querying._facts import facts
from comity.querying._history import WORDS, dates, said
from comity.querying._levels import Stretch, stretches, too_many
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._spells import Held
from comity.querying._words import called, dated, name
from comity.recording.writings import Keep
from comity.sameness import window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.model import Claim
    from comity.recording.store import Store

MOST = 5


def ask(store: Store, pairs: Sequence[tuple[str, str]], *, on: str = "") -> Answer:
    """For each pair: relations, missions and agreements on a day, or as last told, events by class, and its contradictions."""
    if not 2 <= len(pairs) <= MOST:
        raise TooMany(what="pairs", found=len(pairs), allowed=f"2 to {MOST}", cure="Ask in parts, or for a `panel`.")
    day = edtf.last_day(on) if on else None
    told = {(dyad.a, dyad.b): dyad for dyad in dyads(store, pairs=pairs)}
    chosen = [told[min(a, b), max(a, b)] for a, b in pairs]
    cite = Citations(store)
    each = [_aspects(store, dyad, day, cite) for dyad in chosen]
    heads = tuple(f"{name(store, a)} – {name(store, b)}" for a, b in pairs)
    rows = tuple((label, *(aspects[label] for aspects in each)) for label in each[0])
    found = any(dyad.relations.past.acts or dyad.missions or dyad.agreements or dyad.events for dyad in chosen)
    return Answer(
        question="compare",
        asked={"pairs": [f"{a}:{b}" for a, b in pairs]} | ({"on": on} if on else {}),
        lead=() if found else ("No source in this record tells of these pairs.",),
        tables=(Table("Comparison" + (f", {edtf.say(on)}" if on else ""), ("", *heads), rows),) if found else (),
        sources=cite.quoted,
        notes=tuple(
            f"{head}: too much is told to follow it through time."
            for head, one in zip(heads, chosen, strict=True)
            if too_many(one)
        ),
        found=found,
        data={"pairs": [_data(store, dyad, aspects) for dyad, aspects in zip(chosen, each, strict=True)]},
    )


def _aspects(store: Store, dyad: Dyad, day: date | None, cite: Citations) -> dict[str, str | int]:
    """What is compared, in words."""
    at = day or date.max
    events, _ = dyad.counted(last=at)
    last = max((claim for claim in dyad.events if (stretch := window(claim.when)) and stretch[1] <= at), key=_ended, default=None)
    return {
        "relations": _relations(store, dyad, at),
        "first act": _first(dyad, cite),
        "missions": ", ".join(_missions(store, dyad, at)),
        "agreements in force": dyad.in_force(at),
        **facts(store, dyad, at, cite),
        **events,
        "last event": cite.after(f"{last.fields['type']} {dated(last.when)}", [last]) if last else "",
        "contradictions": sum(len(entry.contradictions) for entry in store.entries(pair=(dyad.a, dyad.b), contradicted=True)),
    }


def _relations(store: Store, dyad: Dyad, day: date) -> str:
    held, passed = dyad.status(day)
    before = " and ".join(called(store, code) for code in passed.split(":")) if passed else ""
    # While predecessors were there, what is told of them is what is told.
    earlier = [one for last, one in dyad.before if day <= last and one.relations.on(day) is not Held.UNTOLD]
    if held is Held.UNTOLD and earlier:
        one = earlier[0]
        return WORDS["status"].of(one.relations.on(day)) + f" ({called(store, one.a)} and {called(store, one.b)})"
    return WORDS["status"].of(held) + (f" (passed from {before})" if before else "")


def _ended(claim: Claim) -> tuple[date, str]:
    return (window(claim.when) or (date.min, date.min))[1], claim.id


def _first(dyad: Dyad, cite: Citations) -> str:
    act = dyad.relations.past.first()
    return f"{said(act)} {dates(act, cite)}" if act else ""


def _missions(store: Store, dyad: Dyad, day: date) -> list[str]:
    """Those that are surely open."""
    held = WORDS["mission"].holds
    there = [one for one in dyad.missions if WORDS["mission"].of(one.steady.on(day)) == held]
    return [f"{one.type.replace('-', ' ')} of {called(store, one.sender)}" for one in there]


def _data(store: Store, dyad: Dyad, aspects: dict[str, str | int]) -> dict[str, Any]:
    told = {label.replace(" ", "_"): value for label, value in aspects.items()}
    both = tuple(actors(store.folders).family(code) for code in (dyad.a, dyad.b))
    return {
        "a": dyad.a, "b": dyad.b, **told, "events": [claim.id for claim in dyad.events if claim.factuality in DONE],
        "stretches": store.kept(
            ("stretches", dyad.a, dyad.b), lambda: [_stretch(one) for one in stretches(dyad)], Keep(about=both)
        ),
    }  # fmt: skip


def _stretch(one: Stretch) -> dict[str, str]:
    """Days through which the two stood in one way; of a pair from which their relations came, under its codes."""
    last = one.last.isoformat() if one.last else ""
    return {"level": str(one.level), "a": one.pair[0], "b": one.pair[1], "first": one.first.isoformat(), "last": last}


QUESTION = Question(
    name="compare",
    what="Two to five pairs of states side by side: relations, missions, agreements, events.",
    parameters=(
        Parameter("pairs", "pairs", "two to five pairs of states, such as Laos:Vietnam", required=True),
        Parameter("on", "date", "the day to compare on; without it what is told up to now"),
    ),
    example="comity compare laos.comity Laos:Vietnam Laos:Russia --on 1980",
    ask=ask,
)
