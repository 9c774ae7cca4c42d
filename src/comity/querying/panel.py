"""Pairs of states by day, month or year, as statistics wants them: a row for each pair and unit, the day of coding stated.

>>> from comity.querying._example import small
>>> rows = small().panel(["Kenya", "Peru"], unit="year", from_="1964", to="1966").data["rows"]
>>> [(row["period"], row["status"], row["mission_a_in_b"]) for row in rows]
[('1964', 'not related', 'not open'), ('1965', 'related', 'not open'), ('1966', 'related', 'contradicted')]
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.errors import BadDate, TooMany
from comity.gazetteer import actors
from comity.querying._dyads import CLASSES, Dyad, dyads
from comity.querying._history import WORDS
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import name
from comity.sameness import window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from comity.recording.store import Store

UNITS = ("year", "month", "day")
MOST_ROWS = 2_000_000
_COLUMNS = ("period", "pair", "status", "missions", "agreements", "cooperation", "conflict")


def ask(
    store: Store, states: Sequence[str] = (), *, unit: str = "year", from_: str = "", to: str = "", day: str = "last"
) -> Answer:
    """A row for each pair of states of which anything is told and each unit of time, in the order of pairs and time."""
    found = dyads(store, states)
    first, last = _reach(found, from_, to)
    periods = list(_periods(first, last, unit)) if found else []
    if len(found) * len(periods) > MOST_ROWS:
        raise TooMany(
            what="rows of pairs and periods", found=f"{len(found) * len(periods):,}", allowed=f"{MOST_ROWS:,} at most",
            cure="Name some states, a longer unit, or a shorter stretch with --from and --to.",
        )  # fmt: skip
    rows = [_row(store, dyad, period, day) for dyad in found for period in periods if period[1] <= dyad.ended]
    asked = {"states": list(states), "unit": unit, "from": from_, "to": to, "day": day}
    return Answer(
        question="panel",
        asked={key: value for key, value in asked.items() if value},
        lead=() if rows else ("No source in this record tells of these states.",),
        tables=(_table(store, rows, unit),) if rows else (),
        notes=_notes(unit, day) if rows else (),
        found=bool(rows),
        data={"columns": list(rows[0]) if rows else [], "rows": rows},
    )


def _notes(unit: str, day: str) -> tuple[str, ...]:
    when = f"as of the {day} day of each {unit}" if unit != "day" else "as of each day"
    return (
        f"Status, missions and agreements are coded {when}; a change counts from its own day on.",
        f"Events are counted in the {unit} in which their date lies whole; `imprecise` counts those that may lie in it.",
        "Predecessors have rows of their own; `status_from` names the pair from which a status passed to its successors.",
    )


def _reach(found: Sequence[Dyad], from_: str, to: str) -> tuple[date, date]:
    """From the first to the last day that is asked for, or else that any source dates."""
    told = [
        day
        for dyad in found
        for past in (dyad.relations, *(one.steady for one in dyad.missions), *dyad.agreements)
        for act in past.past.acts
        for day in act.envelope
    ]
    told += [day for dyad in found for claim in dyad.events for day in window(claim.when) or ()]
    dated = [day for day in told if date.min < day < date.max]
    first = edtf.first_day(from_) if from_ else min(dated, default=date.min)
    last = edtf.last_day(to) if to else max(dated, default=date.min)
    for given, value in ((from_, first), (to, last)):
        if value is None:
            raise BadDate(value=given, why="a panel begins and ends on days that are known")
    return first or date.min, last or date.max


def _periods(first: date, last: date, unit: str) -> Iterator[tuple[str, date, date]]:
    """Each unit of time between two days, with its first and last day."""
    at = {"year": date(first.year, 1, 1), "month": first.replace(day=1), "day": first}[unit]
    while at <= last:
        if unit == "year":
            after = date(at.year + 1, 1, 1)
        elif unit == "month":
            after = date(at.year + at.month // 12, at.month % 12 + 1, 1)
        else:
            after = at + timedelta(days=1)
        yield at.isoformat()[: {"year": 4, "month": 7, "day": 10}[unit]], at, after - timedelta(days=1)
        at = after


def _row(store: Store, dyad: Dyad, period: tuple[str, date, date], day: str) -> dict[str, Any]:
    label, first, last = period
    coded = last if day == "last" else first
    events, unsure = dyad.counted(first, last)
    words, (status, passed) = WORDS["mission"], dyad.status(coded)
    return {
        "period": label, "coded_on": coded.isoformat(), "a": dyad.a, "b": dyad.b, **_codes(store, dyad),
        "status": str(status), "status_from": passed,
        "mission_a_in_b": words.of(dyad.missions_of(dyad.a, coded)), "mission_b_in_a": words.of(dyad.missions_of(dyad.b, coded)),
        "agreements_in_force": dyad.in_force(coded),
        **{label.replace(" ", "_"): count for label, count in events.items()}, "imprecise": unsure,
    }  # fmt: skip


def _codes(store: Store, dyad: Dyad) -> dict[str, str | int]:
    """The codes of both states in the lists that data sets use; "" where a list has none."""
    known = actors(store.folders)
    found: dict[str, str | int] = {}
    for side, code in (("a", dyad.a), ("b", dyad.b)):
        actor = known.get(code)
        for label, value in (
            ("iso2", actor.iso2 if actor else ""), ("cow", actor.cow if actor else None), ("gw", actor.gw if actor else None),
        ):  # fmt: skip
            found[f"{label}_{side}"] = "" if value is None else value
    return found


def _table(store: Store, rows: Sequence[dict[str, Any]], unit: str) -> Table:
    """The rows as a reader wants them; the data have all columns."""
    cells = []
    for row in rows:
        missions = [f"{row[a]} in {row[b]}" for a, b, told in _MISSIONS if row[told] == WORDS["mission"].holds]
        together = [
            sum(row[label.replace(" ", "_")] for label in CLASSES if label.endswith(end)) for end in ("cooperation", "conflict")
        ]
        pair = f"{name(store, row['a'])} – {name(store, row['b'])}"
        cells.append((row["period"], pair, row["status"], ", ".join(missions), row["agreements_in_force"], *together))
    return Table(f"Panel by {unit}", _COLUMNS, tuple(cells))


_MISSIONS = (("a", "b", "mission_a_in_b"), ("b", "a", "mission_b_in_a"))

QUESTION = Question(
    name="panel",
    what="Pairs of states by day, month or year: status, missions, agreements, events, with ISO, COW and Gleditsch-Ward codes.",
    parameters=(
        Parameter("states", "actors", "states, by name or code; one with all others, several with each other", argument=True),
        Parameter("unit", "choice", "the unit of time; a year without it", one_of=UNITS),
        Parameter("from_", "date", "the first day; without it the first that is told"),
        Parameter("to", "date", "the last day; without it the last that is told"),
        Parameter("day", "choice", "the day of the unit on which it is coded; the last without it", one_of=("first", "last")),
    ),
    example="comity panel laos.comity Laos Vietnam --unit year --from 1960 --to 1990 -o panel.csv",
    ask=ask,
)
