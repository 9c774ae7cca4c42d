"""One state and how near all others stood to it on a day: relations, missions and where they were.

>>> from comity.querying._example import small
>>> [(row["state"], row["stood"]) for row in small().partners("Kenya", on="1970-01-01")]
[('Peru', 'embassy')]
>>> [one["level"] for one in small().partners("Kenya", on="1980").data["partners"]]
['severed']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.errors import BadDate
from comity.gazetteer import actors
from comity.querying._cite import Citations
from comity.querying._dyads import Dyad, Mission, dyads
from comity.querying._history import reasons
from comity.querying._levels import Level, level, may_be_open, open_missions, recognizing
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import called, day_said, name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from comity.recording.store import Store

# Sources for one statement; the page of the pair has them all.
_MOST = 3


def ask(store: Store, a: str, *, on: str) -> Answer:
    """How near each state stood to one on a day, as far as any source tells; of a month or year, on its last day."""
    day = edtf.last_day(on)
    if day is None:
        raise BadDate(value=on, why="how states stand to one is asked of a day; of a month or year, of its last")
    known, cite = actors(store.folders), Citations(store, most=_MOST)
    code = known.at(a, day.isoformat())
    pairs = [
        one
        for one in dyads(store, [code], kinds=("status", "mission"))
        if code in (one.a, one.b) and known.was(_other(one, code), day)
    ]
    told = [(dyad, found) for dyad in pairs if (found := level(dyad, day)) is not Level.UNTOLD]
    told.sort(key=lambda one: (list(Level).index(one[1]), name(store, _other(one[0], code))))
    rows = tuple(_row(store, code, one, day, cite) for one in told)
    return Answer(
        question="partners",
        asked={"a": a, "on": on},
        lead=(_lead(store, code, day, [found for _, found in told]),),
        tables=(Table("States", ("state", "stood", "missions", "why"), rows),) if rows else (),
        sources=cite.quoted,
        notes=_notes(store, a, code),
        found=bool(told),
        data={
            "state": code, "name": name(store, code), "day": day.isoformat(),
            "partners": [_data(store, code, dyad, found, day) for dyad, found in told],
        },
    )  # fmt: skip


def _other(dyad: Dyad, code: str) -> str:
    return dyad.b if dyad.a == code else dyad.a


def _lead(store: Store, code: str, day: date, found: Sequence[Level]) -> str:
    """How many states stood how, in a sentence."""
    if not found:
        return f"No source in this record tells how other states stood to {called(store, code)} on {day_said(day)}."
    counts = ", ".join(f"{one} {found.count(one):,}" for one in Level if one in found)
    of = f"{len(found):,} states that are told of" if len(found) > 1 else "one state that is told of"
    return f"How {of} stood to {called(store, code)} on {day_said(day)}: {counts}."


def _notes(store: Store, asked: str, code: str) -> tuple[str, ...]:
    under = f"On that day its acts are those of {called(store, code)}." if asked != code else ""
    return tuple(filter(None, (under, "States that are not listed: no source in this record tells of them and that day.")))


def _row(store: Store, code: str, told: tuple[Dyad, Level], day: date, cite: Citations) -> tuple[str, ...]:
    dyad, found = told
    missions = "; ".join(_said(store, one) for one in open_missions(dyad, day))
    return (name(store, _other(dyad, code)), str(found), missions, _why(dyad, found, day, cite))


def _said(store: Store, one: Mission) -> str:
    """A mission in words: `embassy of Kenya in Lima`."""
    return f"{one.type.replace('-', ' ')} of {called(store, one.sender)} in {one.city or called(store, one.host)}"


def _why(dyad: Dyad, found: Level, day: date, cite: Citations) -> str:
    """What the level rests on: relations, and missions where it is they that make it."""
    if found in (Level.RECOGNIZED, Level.UNRECOGNIZED):
        return cite.after(str(found), recognizing(dyad, day))
    held, passed = dyad.status(day)
    telling, at = dyad, day
    if passed:
        at, telling = next((last, one) for last, one in dyad.before if f"{one.a}:{one.b}" == passed)
    parts = [reasons(telling.relations.past, at, held, cite) if telling.relations.past.acts else ""]
    parts += [reasons(one.steady.past, day, one.steady.on(day), cite) for one in open_missions(dyad, day)]
    return "; ".join(filter(None, parts))


def _data(store: Store, code: str, dyad: Dyad, found: Level, day: date) -> dict[str, Any]:
    held, passed = dyad.status(day)
    other = _other(dyad, code)
    sure, unsure = open_missions(dyad, day), may_be_open(dyad, day)
    spell = dyad.relations.past.spell(day)
    acts = [act for act in (spell.begin, spell.end) if act] if spell else []
    behind = {claim.id for act in acts for claim in act.claims} | {claim.id for one in sure for claim in one.claims}
    return {
        "code": other, "name": name(store, other), "level": str(found), "status": str(held), "status_from": passed,
        "missions": [
            {"sender": one.sender, "host": one.host, "type": one.type, "city": one.city, "sure": one in sure,
             "claims": [claim.id for claim in one.claims]}
            for one in (*sure, *unsure)
        ],
        "claims": sorted(behind | ({claim.id for claim in recognizing(dyad, day)} if not behind else set())),
    }  # fmt: skip


QUESTION = Question(
    name="partners",
    what="One state and how near all others stood to it on a day: relations, missions and their cities.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", required=True),
        Parameter("on", "date", "the day; of a month or year its last", required=True, option=True),
    ),
    example="comity partners laos.comity Laos --on 1980-01-01",
    ask=ask,
)
