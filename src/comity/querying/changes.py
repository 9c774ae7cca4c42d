"""What is new in a record since a day, what is gone, what is told otherwise: claims by the words that say them.

>>> from comity.querying._example import small
>>> small().changes("Kenya", "Peru", since="9000").lead
('Nothing has changed about Kenya and Peru.',)
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity import edtf
from comity.querying._lineage import claims_between, entries_between
from comity.querying._question import Answer, Parameter, Question, Table
from comity.querying._words import caption, listed, name, value_of
from comity.recording.store import Store
from comity.recording.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.model import Claim


@dataclass(frozen=True)
class Changes:
    """Claims that came, that went, and pairs of before and after."""

    won: tuple[Claim, ...]
    lost: tuple[Claim, ...]
    changed: tuple[tuple[Claim, Claim], ...]

    def __bool__(self) -> bool:
        return bool(self.won or self.lost or self.changed)


def ask(store: Store, a: str = "", b: str = "", *, since: str, exact: bool = False) -> Answer:
    """What of a record, of a state or of two with each other has changed since the end of a day."""
    with Store.open(store.path, store.folders, View(since, store.view.accepted, store.view.rejected)) as before:
        return told(before, store, {"a": a, "b": b, "since": since}, exact=exact, question="changes")


def told(old: Store, new: Store, asked: Mapping[str, str], *, exact: bool = False, question: str = "diff") -> Answer:
    """The changes from one record, or one state of a record, to another."""
    a, b = asked.get("a", ""), asked.get("b", "")
    found = changes(old, new, claims_between(old, a, b, exact=exact), claims_between(new, a, b, exact=exact))
    entries = {when: len(entries_between(store, a, b, exact=exact)) for when, store in (("before", old), ("after", new))}
    of_whom = listed([name(new, asked[side]) for side in ("a", "b") if asked.get(side)])
    about = f" about {of_whom}" if of_whom else ""
    numbers = f"{len(found.won)} new, {len(found.lost)} gone, {len(found.changed)} told otherwise"
    tables = (_table(new, "New", found.won), _table(old, "Gone", found.lost), _changed(old, new, found.changed))
    return Answer(
        question=question,
        asked={key: value for key, value in asked.items() if value},
        lead=(f"Claims{about}: {numbers}.",) if found else (f"Nothing has changed{about}.",),
        tables=tuple(table for table in tables if table.rows),
        found=bool(found),
        data={
            "new": [_data(new, one) for one in found.won], "gone": [_data(old, one) for one in found.lost],
            "changed": [{"before": _data(old, x), "after": _data(new, y)} for x, y in found.changed],
            "entries": entries,
        },
    )  # fmt: skip


def changes(old: Store, new: Store, before: Sequence[Claim], after: Sequence[Claim]) -> Changes:
    """Pairs claims by their words: alike in all they tell, they have not changed, wherever the text has moved them."""
    rest_before, rest_after = _without_common(old, new, before, after)
    waiting: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in rest_before:
        waiting[_words(old, claim)].append(claim)
    won, changed = [], []
    for claim in rest_after:
        near = waiting[_words(new, claim)]
        if near:
            changed.append((near.pop(0), claim))
        else:
            won.append(claim)
    lost = [claim for claims in waiting.values() for claim in claims]
    return Changes(tuple(won), tuple(sorted(lost, key=lambda one: (one.doc, one.evidence, one.id))), tuple(changed))


def _without_common(old: Store, new: Store, before: Sequence[Claim], after: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    same = {claim.id for claim in before} & {claim.id for claim in after}
    kept_before, kept_after = ([claim for claim in claims if claim.id not in same] for claims in (before, after))
    there: dict[tuple[object, ...], int] = defaultdict(int)
    for claim in kept_before:
        there[_all(old, claim)] += 1
    rest_after: list[Claim] = []
    met: dict[tuple[object, ...], int] = defaultdict(int)
    for claim in kept_after:
        key = _all(new, claim)
        if met[key] < there[key]:
            met[key] += 1
        else:
            rest_after.append(claim)
    rest_before = []
    for claim in kept_before:
        key = _all(old, claim)
        if met[key]:
            met[key] -= 1
        else:
            rest_before.append(claim)
    return rest_before, rest_after


def _words(store: Store, claim: Claim) -> tuple[str, str, str]:
    return claim.doc, claim.kind, store.quote(claim)


def _all(store: Store, claim: Claim) -> tuple[object, ...]:
    return (*_words(store, claim), tuple(sorted(claim.fields.items())), claim.when, claim.factuality)


def _table(store: Store, title: str, claims: Iterable[Claim]) -> Table:
    rows = tuple((edtf.say(one.when), caption(store, one), one.factuality, one.doc, store.quote(one)) for one in claims)
    return Table(title, ("when", "what", "as", "document", "words"), rows)


def _changed(old: Store, new: Store, pairs: Iterable[tuple[Claim, Claim]]) -> Table:
    rows = []
    for before, after in pairs:
        names = [*new.kinds[after.kind].fields, "when", "factuality"]
        told = [(field, value_of(old, before, field), value_of(new, after, field)) for field in names]
        differ = "; ".join(f"{field}: {was or 'nothing'} became {now or 'nothing'}" for field, was, now in told if was != now)
        rows.append((caption(new, after), differ, after.doc, new.quote(after)))
    return Table("Told otherwise", ("what", "how", "document", "words"), tuple(rows))


def _data(store: Store, claim: Claim) -> dict[str, Any]:
    return {
        "claim": claim.id, "doc": claim.doc, "kind": claim.kind, "fields": dict(claim.fields), "when": claim.when,
        "factuality": claim.factuality, "quote": store.quote(claim), "rule": claim.rule,
    }  # fmt: skip


QUESTION = Question(
    name="changes",
    what="What is new in the record since a day, what is gone, what is told otherwise; of two states, of one, or all.",
    parameters=(
        Parameter("a", "actor", "a state, by name or code", argument=True),
        Parameter("b", "actor", "the other state", argument=True),
        Parameter("since", "date", "the day with whose end it is compared", required=True, option=True),
        Parameter("exact", "flag", "leave predecessors out"),
    ),
    example="comity changes laos.comity Laos Vietnam --since 2024-06-01",
    ask=ask,
)
