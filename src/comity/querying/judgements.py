"""What people decided about the claims of a record, when and why; where they disagree; what found nothing to hold on to.

>>> from comity.querying._example import small
>>> small().judgements().lead
('Nobody has judged anything in this record.',)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import filled
from comity.recording.judgements import UNDO, agreed, by_subject, in_force

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.recording.judgements import Anchor, Judgement
    from comity.recording.store import Store


def ask(store: Store, claim: str = "", *, by: str = "", disagreements: bool = False) -> Answer:
    """The history of judgements; of one claim, of one person, or only where people judge one thing differently."""
    chain = store.judged.all()
    held, lost = {one.seq for one in in_force(chain)}, store.judged.lost()
    chosen = [one for one in chain if not by or one.who.casefold() == by.casefold()]
    if claim:
        told = store.claim(claim)
        mine = {number for ruling in store.judged.rulings([told.id]).get(told.id, ()) for number in ruling.judgements}
        chosen = [one for one in chosen if one.seq in mine or one.undoes in mine]
    disputes = [said for said in by_subject(in_force(chain)) if not agreed(said)]
    if disagreements:
        at_odds = {one.seq for said in disputes for one in said}
        chosen = [one for one in chosen if one.seq in at_odds]
    rows = [(one, _state(one, held, lost, chain)) for one in chosen]
    return Answer(
        question="judgements",
        asked={key: value for key, value in {"claim": claim, "by": by, "disagreements": disagreements}.items() if value},
        lead=_lead(chain, disputes, disagreements=disagreements),
        tables=(_table(store, rows),) if rows else (),
        notes=tuple(f"Judgement {number} has no effect: {why}." for number, why in sorted(lost.items())),
        found=bool(rows),
        data={"judgements": [_data(one, state) for one, state in rows]},
    )


def _lead(chain: Sequence[Judgement], disputes: Sequence[Sequence[Judgement]], *, disagreements: bool) -> tuple[str, ...]:
    if not chain:
        return ("Nobody has judged anything in this record.",)
    if disputes:
        return (f"People judge {len(disputes)} {'thing' if len(disputes) == 1 else 'things'} differently.",)
    return ("Nobody disagrees with another's judgement.",) if disagreements else ()


def _state(one: Judgement, held: set[int], lost: dict[int, str], chain: Sequence[Judgement]) -> str:
    if one.verdict == UNDO:
        return f"takes back {one.undoes}"
    if one.seq not in held:
        return f"taken back by {max(other.seq for other in chain if other.undoes == one.seq)}"
    return "has no effect" if one.seq in lost else "in force"


def _table(store: Store, rows: Sequence[tuple[Judgement, str]]) -> Table:
    cells = [
        (one.seq, edtf.say(one.when[:10]), one.who, one.verdict, _what(store, one), one.why, state, one.batch)
        for one, state in rows
    ]
    return Table("Judgements", ("number", "when", "by", "verdict", "of", "why", "state", "batch"), tuple(cells))


def _what(store: Store, one: Judgement) -> str:
    """What is judged, in words: the claim, its new values, the other claim."""
    if one.anchor is None:
        return ""
    changes = "; ".join(f"{name} = {_plain(value)}" for name, value in (one.changes or {}).items())
    second = f" / {_caption(store, one.other)}" if one.other else ""
    return f"{_caption(store, one.anchor)}{second}" + (f" ({changes})" if changes else "")


def _caption(store: Store, one: Anchor) -> str:
    told = filled(store, store.kinds[one.kind], one.fields) if one.kind in store.kinds else one.kind
    return told + (f", {edtf.say(one.when)}" if one.when else "")


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _data(one: Judgement, state: str) -> dict[str, Any]:
    anchors = {name: _anchor(at) for name, at in (("of", one.anchor), ("other", one.other)) if at}
    return {
        "number": one.seq, "when": one.when, "by": one.who, "verdict": one.verdict, **anchors,
        "changes": {name: list(value) if isinstance(value, tuple) else value for name, value in (one.changes or {}).items()},
        "why": one.why, "batch": one.batch, "state": state, "hash": one.hash,
    }  # fmt: skip


def _anchor(one: Anchor) -> dict[str, Any]:
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in one.fields.items()}
    return {
        "doc": one.doc, "quote": one.quote, "start": one.start, "end": one.end, "kind": one.kind, "fields": fields,
        "when": one.when, "factuality": one.factuality,
    }  # fmt: skip


QUESTION = Question(
    name="judgements",
    what="What people decided about claims, when and why, and where they disagree.",
    parameters=(
        Parameter("claim", "claim", "only what was decided of this claim", argument=True),
        Parameter("by", "words", "only what this person decided"),
        Parameter("disagreements", "flag", "only where people judge one thing differently"),
    ),
    example="comity judgements laos.comity --disagreements",
    ask=ask,
)
