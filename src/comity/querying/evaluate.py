"""How right a record is, measured against claims that a reader made by hand.

>>> from comity.querying._example import gold, small
>>> small().evaluate(gold=gold(), kind="membership").tables[0].rows[-1]
('all', 2, 1, 1, 1.0, 0.5, 0.667, 1.0, 0.667)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.errors import NoReference
from comity.querying import _reference as reference
from comity.querying._question import Answer, Cell, Parameter, Question, Table

if TYPE_CHECKING:
    from comity.model import Claim
    from comity.querying._reference import Wanted
    from comity.recording.store import Store

_COLUMNS = ("kind", "reference", "coded", "found", "precision", "recall", "F1", "fields right", "exact F1")
_OF_RULES = ("rule", "coded", "right", "precision")
_SHOWN = 300
"""Characters of a quote."""


@dataclass
class _Tally:
    """What was wanted, coded and found; claims that may be left out count nowhere."""

    wanted: Counter[str] = field(default_factory=Counter)
    coded: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    """Found with every field right."""
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    missed: list[Wanted] = field(default_factory=list)
    false: list[Claim] = field(default_factory=list)


def ask(store: Store, gold: str = "", kind: str = "", errors: int = 0) -> Answer:
    """Precision, recall and fields of the record's claims against reference claims, by kind and by rule."""
    if not gold:
        raise NoReference(path="")
    told = reference.read(Path(gold), store.kinds)
    known = {one.id for one in store.documents()}
    tally = _Tally()
    for doc in sorted(set(told) & known):
        _count(tally, store, doc, [one for one in told[doc] if not kind or one["kind"] == kind], kind)
    kinds = [name for name in store.kinds if tally.wanted[name] or tally.coded[name]]
    rows = (*(_row(name, tally, [name]) for name in kinds), _row("all", tally, kinds))
    rules = tuple((rule, counts["coded"], counts["found"], _share(counts["found"], counts["coded"]))
                  for rule, counts in sorted(tally.rules.items()))  # fmt: skip
    tables = [Table("By kind", _COLUMNS, rows), Table("By rule", _OF_RULES, rules)]
    tables += _errors(tally, store, errors)
    missing = sorted(set(told) - known)
    return Answer(
        question="evaluate",
        asked={"gold": gold, "kind": kind, "errors": errors},
        tables=tuple(table for table in tables if table.rows),
        notes=(f"Not in the record: {', '.join(missing)}.",) if missing else (),
        found=bool(kinds),
        data={"kinds": _as_data(_COLUMNS, rows), "rules": _as_data(_OF_RULES, rules), "missing": missing},
    )


def _as_data(columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> list[dict[str, Any]]:
    return [dict(zip(columns, row, strict=True)) for row in rows]


def _count(tally: _Tally, store: Store, doc: str, told: list[dict[str, Any]], kind: str) -> None:
    text = store.document(doc).text
    wanted = [reference.placed(one, text) for one in told]
    claims = [claim for claim in store.claims(doc=doc) if not kind or claim.kind == kind]
    paired = reference.pairs(wanted, claims, store.kinds)
    met = {id(one) for one, _ in paired}
    of_claim = {claim.id: one for one, claim in paired}
    for one in wanted:
        if not one.optional:
            tally.wanted[one.kind] += 1
            if id(one) not in met:
                tally.missed.append(one)
    for claim in claims:
        match = of_claim.get(claim.id)
        if match and match.optional:
            continue
        tally.coded[claim.kind] += 1
        tally.rules[claim.rule]["coded"] += 1
        if match is None:
            tally.false.append(claim)
            continue
        tally.found[claim.kind] += 1
        tally.rules[claim.rule]["found"] += 1
        right = reference.right(store.kinds[claim.kind], match, claim)
        tally.judged[claim.kind] += len(right)
        tally.right[claim.kind] += sum(right.values())
        tally.exact[claim.kind] += all(right.values())


def _row(name: str, tally: _Tally, kinds: list[str]) -> tuple[Cell, ...]:
    wanted, coded, found = (sum(counter[kind] for kind in kinds) for counter in (tally.wanted, tally.coded, tally.found))
    precision, recall = _share(found, coded), _share(found, wanted)
    both = _share(2 * precision * recall, precision + recall)
    right = _share(sum(tally.right[kind] for kind in kinds), sum(tally.judged[kind] for kind in kinds))
    exact = sum(tally.exact[kind] for kind in kinds)
    return (name, wanted, coded, found, precision, recall, both, right, _share(2 * exact, coded + wanted))


def _share(part: float, whole: float) -> float:
    return round(part / whole, 3) if whole else 0.0


def _errors(tally: _Tally, store: Store, most: int) -> list[Table]:
    """The first of what was missed and of what was coded falsely."""
    missed = tuple(
        (str(one.value("doc")), one.kind, _said(one.fields, store.kinds[one.kind].fields), str(one.value("quote"))[:_SHOWN])
        for one in tally.missed[:most]
    )
    false = tuple(
        (claim.id[:10], claim.kind, _said(claim.fields, claim.fields), claim.rule, store.quote(claim)[:_SHOWN])
        for claim in tally.false[:most]
    )
    return [
        Table("Missed", ("document", "kind", "what", "words"), missed),
        Table("Coded falsely", ("claim", "kind", "what", "rule", "words"), false),
    ]


def _said(fields: Any, names: Any) -> str:
    """The fields of a claim in a line."""
    given = ((name, fields.get(name)) for name in names)
    return ", ".join(f"{name} {'+'.join(value) if isinstance(value, list | tuple) else value}" for name, value in given if value)


QUESTION = Question(
    name="evaluate",
    what="Precision, recall and fields of the record's claims against a reader's own reference claims, by kind and by rule.",
    parameters=(
        Parameter("gold", "folder", "the folder with the reference claims, JSON Lines in the form of `export --as claims`"),
        Parameter("kind", "kind", "only claims of this kind"),
        Parameter("errors", "number", "show so many of those missed, and of those coded falsely"),
    ),
    example="comity evaluate laos.comity --gold gold/",
    ask=ask,
)
