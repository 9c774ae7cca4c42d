"""What held between two states, or a state and an organisation, on a day, or through their whole history.

>>> from comity.querying._example import small
>>> print(small().status("Kenya", "Peru", on="1970-01-01").lead[0][:73])
On 1 January 1970, Kenya and Peru were related: since 3 March 1965 (estab
>>> [small().status("Kenya", "Peru", on=day).data["status"] for day in ("1965-03-02", "1975-06-01", "1976-01-01")]
['not related', 'uncertain', 'not related']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.errors import BadDate
from comity.gazetteer import actors
from comity.querying._acts import founding
from comity.querying._cite import Citations
from comity.querying._history import WORDS, History, dates, history, reasons, said, spell_data, spell_row
from comity.querying._lineage import Line, continued, lines
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._spells import Held, spells
from comity.querying._standing import standing
from comity.querying._words import called, caption, day_said, name
from comity.querying.contradictions import clashes
from comity.sameness import stage_of, window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from comity.model import Claim
    from comity.recording.store import Store

_MEANING = {
    Held.CONTRADICTED: "the sources contradict each other on whether {it}",
    Held.UNCERTAIN: "no source is precise enough to say whether {it}",
    Held.UNTOLD: "no source in this record says whether {it}",
    Held.YES: "{it}",
    Held.NO: "{it_not}",
}
_BONDS = {
    "status": ("{pair} were related", "{pair} were not related"),
    "membership": ("{member} was a member of {organisation}", "{member} was not a member of {organisation}"),
}
"""What binds two states, and a state with an organisation."""


@dataclass(frozen=True)
class _Said:
    """What one pair's sources say of one day."""

    line: Line
    past: History
    day: date
    held: Held


def ask(store: Store, a: str, b: str, *, on: str = "", exact: bool = False) -> Answer:
    """What held between the two on a day; on the first and last day of a month or year; without a date the history."""
    cite = Citations(store)
    asked = {"a": a, "b": b, "on": on} | ({"exact": True} if exact else {})
    if not on:
        return _whole(store, asked, cite, lines(store, a, b, exact=exact))
    days = _days(on)
    said = [_deciding(store, a, b, day, exact=exact) for day in days]
    held, chosen = {one.held for each in said for one in each}, [one.line for one in said[-1]]
    lead = _sentences(store, on, said, cite)
    tables = [*standing(store, chosen, days, cite), *_others(store, chosen, cite), _clashing(store, chosen, cite)]
    return Answer(
        question="status",
        asked=asked,
        lead=lead,
        tables=tuple(table for table in tables if table.rows),
        sources=cite.quoted,
        notes=_notes(store, said[-1]),
        found=held != {Held.UNTOLD},
        data={
            "status": WORDS[_bond(store, chosen[0])].of(next(iter(held))) if len(held) == 1 else "differs",
            "days": [_day_data(store, day, each) for day, each in zip(days, said, strict=True)],
        },
    )


def sentences(store: Store, a: str, b: str, on: str, cite: Citations, *, exact: bool) -> tuple[str, ...]:
    """What held on a day, in words, for an answer that holds more than that."""
    return _sentences(store, on, [_deciding(store, a, b, day, exact=exact) for day in _days(on)], cite)


def _sentences(store: Store, on: str, days: Sequence[Sequence[_Said]], cite: Citations) -> tuple[str, ...]:
    """A sentence a line and day; where the first and last day of a stretch differ, that stands before them."""
    same = len({tuple((one.line.a, one.line.b, one.held) for one in each) for each in days}) == 1
    differ = [] if same else [f"What held on the first day of {edtf.say(on)} differs from what held on its last."]
    first, last = days[0], days[-1]
    if len(days) == 1 or not same:
        return (*differ, *(_lead(store, one, cite) for each in days for one in each))
    told = []
    for one, other in zip(first, last, strict=True):
        steady = one.past.spell(one.day) == one.past.spell(other.day)
        told += [_lead(store, other, cite, since=one.day)] if steady else [_lead(store, each, cite) for each in (one, other)]
        told.append(_between(other, one.day, cite))
    return tuple(filter(None, told))


def _between(one: _Said, first: date, cite: Citations) -> str:
    """What changed within a stretch on whose first and last day the same held."""
    inside = [act for act in one.past.acts if first < act.envelope[0] and act.envelope[1] < one.day and not act.observes]
    ordered = sorted(inside, key=lambda act: act.envelope)
    return f"In between: {'; '.join(f'{said(act)} {dates(act, cite)}' for act in ordered)}." if inside else ""


def _days(on: str) -> list[date]:
    first, last = edtf.first_day(on), edtf.last_day(on)
    if first is None or last is None:
        raise BadDate(value=on, why="a question about a day needs a day, or a month, year or stretch with both its ends")
    return [first] if first == last else [first, last]


def _deciding(store: Store, a: str, b: str, day: date, *, exact: bool) -> list[_Said]:
    """The lines that answer for a day: those of that time that sources tell of; predecessors of before only failing them."""
    told = []
    for line in lines(store, a, b, day=day, exact=exact):
        past = history(store, _claims(store, line), _bond(store, line))
        seen = min(day, line.last) if line.last else day
        told.append(_Said(line, past, day, past.on(seen)))
    present = [one for one in told if not one.line.carried]
    heirs = [one for one in told if one.line.carried and one.held is not Held.UNTOLD]
    known = [one for one in present if one.held is not Held.UNTOLD]
    # What a state was called at the time answers for it.
    known = [one for one in known if not any(continued(store, one.line, other.line) for other in known)]
    predecessors = [one for one in present if any(one.line.successors)]
    return known or heirs or predecessors or present


def _claims(store: Store, line: Line) -> list[Claim]:
    """What binds the two, and what bound those whom they continue: that the heir has relations too is then no beginning."""
    bond = _bond(store, line)
    if not line.edge:
        return store.claims(bond, pair=(line.a, line.b))
    told = store.claims(bond, pair=([line.a, *line.before[0]], [line.b, *line.before[1]]))
    gone = {code for side in line.before for code in side}
    before = [claim for claim in told if gone.intersection(claim.actors(store.kinds[bond].sides))]
    if history(store, before, bond).on(line.edge) is not Held.YES:
        return told
    first, ids = founding(store.kinds[bond]), {claim.id for claim in before}
    return [one for one in told if one.id in ids or stage_of(one, store.kinds[bond]) != first or _earlier(one, line.edge)]


def _earlier(claim: Claim, day: date) -> bool:
    """Is a claim surely about a time before a day?"""
    stretch = window(claim.when)
    return bool(stretch and stretch[1] < day)


def _bond(store: Store, line: Line) -> str:
    """The kind of claim that tells what binds the two."""
    known = actors(store.folders)
    return "status" if known.is_state(line.a) and known.is_state(line.b) else "membership"


def _bound(store: Store, one: _Said) -> str:
    """What held, or is not known to have held, as a clause."""
    bond = _bond(store, one.line)
    member, organisation = sorted((one.line.a, one.line.b), key=lambda code: not actors(store.folders).is_state(code))
    names = {"pair": one.line.names(store), "member": called(store, member), "organisation": called(store, organisation)}
    it, it_not = (clause.format(**names) for clause in _BONDS[bond])
    return _MEANING[one.held].format(it=it, it_not=it_not)


def _lead(store: Store, one: _Said, cite: Citations, since: date | None = None) -> str:
    """The answer of one line in a sentence; it may hold for an earlier day too."""
    day = min(one.day, one.line.last) if one.line.last else one.day
    why = reasons(one.past, day, one.held, cite)
    reported = " as somebody reports" if one.past.only_reported else ""
    succession = f", the last day before the succession: {day_said(one.day)} is after it" if day != one.day else ""
    told = _bound(store, one)
    days = f"{day_said(since)} and on {day_said(day)}" if since and since < day else day_said(day)
    return f"On {days}{succession}, {told}{reported}" + (f": {why}." if why else ".")


def _day_data(store: Store, day: date, each: Sequence[_Said]) -> dict[str, Any]:
    return {"day": day.isoformat(), "lines": [_data(store, one) for one in each]}


def _data(store: Store, one: _Said) -> dict[str, Any]:
    day = min(one.day, one.line.last) if one.line.last else one.day
    spell, words = one.past.spell(day), WORDS[_bond(store, one.line)]
    return {
        "a": one.line.a, "b": one.line.b, "label": one.line.label(store), "status": words.of(one.held),
        "asked_of": day.isoformat(), "reported": one.past.only_reported, "spell": spell_data(spell) if spell else None,
    }  # fmt: skip


def _whole(store: Store, asked: dict[str, Any], cite: Citations, chosen: Sequence[Line]) -> Answer:
    """The history of spells, each pair of the lineages apart."""
    pasts = [(line, history(store, _claims(store, line), _bond(store, line))) for line in chosen]
    told = [(line, past) for line, past in pasts if past.acts]
    tables = [history_table(store, line, past, cite) for line, past in told] + _others(store, [line for line, _ in pasts], cite)
    data = [{"a": line.a, "b": line.b, "spells": [spell_data(one) for one in spells(past.acts)]} for line, past in told]
    pair = f"{called(store, chosen[0].a)} and {called(store, chosen[0].b)}"
    return Answer(
        question="status",
        asked=asked,
        lead=() if told else (f"No source in this record tells of formal relations between {pair}.",),
        tables=tuple(table for table in tables if table.rows),
        sources=cite.quoted,
        notes=tuple(f"{line.label(store)}: its acts are told apart." for line, _ in told if any(line.successors)),
        found=bool(told),
        data={"status": "history" if told else str(Held.UNTOLD), "histories": data},
    )


def history_table(store: Store, line: Line, past: History, cite: Citations) -> Table:
    """The spells of a pair as a table."""
    rows = tuple(spell_row(spell, WORDS[_bond(store, line)], cite) for spell in spells(past.acts))
    reported = ", as reported" if past.only_reported else ""
    return Table(f"{name(store, line.a)} and {name(store, line.b)}{reported}", ("state", "since", "until"), rows)


def _others(store: Store, chosen: Sequence[Line], cite: Citations) -> list[Table]:
    return [said_table(store, also_said(store, chosen), cite)]


def also_said(store: Store, chosen: Sequence[Line]) -> list[Claim]:
    """What is reported, planned, possible or denied, which starts and ends nothing; recognition, which is no relations."""
    claims = [claim for line in chosen for claim in _claims(store, line)]
    silent = [claim for claim in claims if claim.factuality != "asserted" or claim.fields.get("change") == "recognized"]
    return sorted(silent, key=lambda claim: (edtf.sort_key(claim.when), claim.id))


def said_table(store: Store, claims: Sequence[Claim], cite: Citations) -> Table:
    """Such claims as a table."""
    rows = tuple((edtf.say(one.when), cite.after(caption(store, one), [one]), one.factuality) for one in claims)
    return Table("Also said", ("when", "what", "as"), rows)


def _clashing(store: Store, chosen: Sequence[Line], cite: Citations) -> Table:
    """Where the sources of what binds the two, or stands between them, exclude one another."""
    kinds = ("status", "membership", "mission", "agreement")
    found = {entry.id: entry for line in chosen for entry in store.entries(kinds, pair=(line.a, line.b), contradicted=True)}
    return clashes(store, found.values(), cite)


def _notes(store: Store, said: Sequence[_Said]) -> tuple[str, ...]:
    labels = [f"Covers {one.line.label(store)}." for one in said if any(one.line.successors)]
    labels += [told for one in said if (told := one.line.succession(store))]
    return tuple(dict.fromkeys(labels))


QUESTION = Question(
    name="status",
    what="What held between two states on a day, with its sources: relations, missions, agreements.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", required=True),
        Parameter("b", "actor", "the other state, or an organisation", required=True),
        Parameter("on", "date", "the day asked about; of a month or year the first and the last day"),
        Parameter("exact", "flag", "leave predecessors of the two out"),
    ),
    example='comity status laos.comity Laos "South Korea" --on 1980',
    ask=ask,
)
