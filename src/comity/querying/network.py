"""States and what stands between them on a day, as nodes and edges.

>>> from comity.querying._example import small
>>> small().network(["Kenya"], on="1970-01-01").data["edges"][0]["status"]
'related'
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.errors import BadDate
from comity.gazetteer import actors
from comity.querying._dyads import Dyad, dyads
from comity.querying._history import WORDS
from comity.querying._levels import level
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._spells import Held
from comity.querying._words import day_said, name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.recording.store import Store

_MISSION = WORDS["mission"]
_OPEN = frozenset({str(Held.UNCERTAIN), str(Held.CONTRADICTED)})
RELATIONS = ("relations", "missions", "agreements", "events")


def ask(store: Store, states: Sequence[str] = (), *, on: str, relation: str = "") -> Answer:
    """Of one state all its ties, of several those among them, without any those of all: as they were on a day.

    `relation` keeps the pairs with ties of one sort; without it any tie counts but events, which pass.
    """
    day = edtf.last_day(on)
    if day is None:
        raise BadDate(value=on, why="a network is drawn for a day; of a month or year, for its last")
    told = [_edge(dyad, day) for dyad in dyads(store, states) if day <= dyad.ended]
    edges = [edge for edge in told if _ties(edge, relation)]
    nodes = sorted({code for edge in edges for code in (edge["a"], edge["b"])})
    return Answer(
        question="network",
        asked={key: value for key, value in {"states": list(states), "on": on, "relation": relation}.items() if value},
        lead=(f"On {day_said(day)}: {len(nodes)} states, {len(edges)} pairs.",)
        if edges
        else ("No source tells of ties on that day.",),
        tables=(_table(store, edges),) if edges else (),
        notes=(f"Told of but without a tie on that day: {len(told) - len(edges)} pairs.",) if len(told) > len(edges) else (),
        found=bool(edges),
        data={"day": day.isoformat(), "nodes": [_node(store, code, edges) for code in nodes], "edges": edges},
    )


def _edge(dyad: Dyad, day: date) -> dict[str, Any]:
    status, passed = dyad.status(day)
    words = _MISSION
    return {
        "a": dyad.a, "b": dyad.b, "status": str(status), "status_from": passed,
        "mission_a_in_b": words.of(dyad.missions_of(dyad.a, day)), "mission_b_in_a": words.of(dyad.missions_of(dyad.b, day)),
        "agreements_in_force": dyad.in_force(day), "level": str(level(dyad, day)),
        "events": sum(dyad.counted(date(day.year, 1, 1), date(day.year, 12, 31))[0].values()), "sources": len(_documents(dyad)),
    }  # fmt: skip


def _documents(dyad: Dyad) -> set[str]:
    """The documents that tell anything of the two."""
    pasts = (dyad.relations, *(one.steady for one in dyad.missions), *dyad.agreements)
    return {claim.doc for one in pasts for act in one.past.acts for claim in act.claims} | {claim.doc for claim in dyad.events}


def _ties(edge: dict[str, Any], relation: str) -> bool:
    """Is there, or may there be, anything of the sort between the two?"""
    ties = {
        "relations": edge["status"] in {str(Held.YES), *_OPEN},
        "missions": bool({edge["mission_a_in_b"], edge["mission_b_in_a"]} & {_MISSION.holds, *_OPEN}),
        "agreements": bool(edge["agreements_in_force"]),
        "events": bool(edge["events"]),
    }
    return ties[relation] if relation else ties["relations"] or ties["missions"] or ties["agreements"]


def _node(store: Store, code: str, edges: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """A state with the number of those with which it surely has relations."""
    actor = actors(store.folders).get(code)
    related = sum(code in (edge["a"], edge["b"]) and edge["status"] == str(Held.YES) for edge in edges)
    return {
        "code": code, "name": name(store, code), "iso2": actor.iso2 if actor else "", "cow": actor.cow if actor else None,
        "gw": actor.gw if actor else None, "related": related,
    }  # fmt: skip


def _table(store: Store, edges: Sequence[dict[str, Any]]) -> Table:
    rows = []
    for edge in edges:
        a, b = name(store, edge["a"]), name(store, edge["b"])
        sent = [
            f"{sender} in {host}"
            for sender, host, key in ((a, b, "mission_a_in_b"), (b, a, "mission_b_in_a"))
            if edge[key] == _MISSION.holds
        ]
        rows.append((a, b, edge["status"], "; ".join(sent), edge["agreements_in_force"], edge["events"], edge["sources"]))
    return Table("Pairs", ("a", "b", "status", "missions", "agreements", "events", "sources"), tuple(rows))


QUESTION = Question(
    name="network",
    what="States and what stands between them on a day: nodes and edges.",
    parameters=(
        Parameter("states", "actors", "states, by name or code; one with all others, several with each other", argument=True),
        Parameter("on", "date", "the day; of a month or year its last", required=True, option=True),
        Parameter(
            "relation", "choice", "only pairs with ties of this sort; events are those of the day's year", one_of=RELATIONS
        ),
    ),
    example="comity network laos.comity Laos --on 1980-01-01",
    ask=ask,
)
