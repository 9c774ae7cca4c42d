"""What brackets tell of each paper of a list: a treaty on tea (signed in 1961, in force since 1963) and one on salt (1972).

A rule codes the papers as one, with the nearest date; here each stage of each paper gets the date that its own brackets tell.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.coding.items import Item
from comity.mentions import Draft, Mention

STAGES = {
    "signed": "signed", "concluded": "signed", "initialled": "signed", "initialed": "signed", "force": "in-force",
    "effective": "in-force", "effect": "in-force", "ratified": "ratified", "renewed": "renewed", "extended": "renewed",
    "amended": "renewed", "terminated": "terminated", "denounced": "terminated", "abrogated": "terminated", "expired": "expired",
}  # fmt: skip
"""What words in such brackets say of the paper."""
_TOLD = frozenset({"signed", "in-force"})
"""What the words around the brackets may say of all the papers."""
_TYPE = "agreement.type="
_WORDS = 4
"""Plain words that may stand beside one date in such brackets."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What a pair of brackets tells: when something became of the paper before it."""

    change: str
    date: Mention
    paper: int


def with_stages(row: Sequence[Item], told: Sequence[Draft]) -> list[Draft]:
    """The drafts, with one for each stage that brackets behind the papers tell; none takes the date of another stage."""
    first = next((draft for draft in told if draft.kind == "agreement" and draft.fixed.get("change") in _TOLD), None)
    stages = list(_stages(row)) if first else []
    if first is None:
        return list(told)
    kept = [_undated(draft, stages) for draft in told]
    if kept == list(told) and all(stage.change == first.fixed.get("change") for stage in stages):
        return kept
    there = {(draft.fixed.get("change"), draft.slots.get("when")) for draft in kept if draft.kind == "agreement"}
    new = [stage for stage in stages if (stage.change, (stage.date,)) not in there]
    return [*kept, *(_of(stage, row, first) for stage in new)]


def _undated(draft: Draft, stages: Sequence[Stage]) -> Draft:
    """A draft without the date that brackets tell for something else."""
    own = {stage.change for stage in stages if draft.slots.get("when") == (stage.date,)}
    if draft.kind != "agreement" or not own or draft.fixed.get("change") in own:
        return draft
    return replace(draft, slots={name: slot for name, slot in draft.slots.items() if name != "when"})


def _of(stage: Stage, row: Sequence[Item], first: Draft) -> Draft:
    """The draft of a stage: of the paper that is named last before its brackets."""
    fixed = {**first.fixed, "change": stage.change, "type": _sort(row[stage.paper])}
    slots = {**first.slots, "when": (stage.date,)}
    return replace(first, fixed=fixed, slots=slots, trigger=row[stage.paper].span.join(stage.date.span), ways={})


def _stages(row: Sequence[Item]) -> Iterator[Stage]:
    """The stages that short brackets behind a paper tell, each with its date."""
    papers = [at for at, item in enumerate(row) if _sort(item)]
    for at in (at for at, item in enumerate(row) if papers and item.lower == "(" and at > papers[0]):
        inside = list(itertools.takewhile(lambda index: row[index].lower != ")", range(at + 1, len(row))))
        dates = [index for index in inside if row[index].date]
        if not dates or sum(row[index].is_word for index in inside) > _WORDS * len(dates):
            continue
        paper, change = max(index for index in papers if index < at), STAGES.get(row[at - 1].lower, "signed")
        for index in inside:
            change = STAGES.get(row[index].lower, change)
            if (date := row[index].date) is not None:
                yield Stage(change, date, paper)


def _sort(item: Item) -> str:
    """The type of paper that an item names; "" where it names none."""
    return next((name for name in item.concepts if name.startswith(_TYPE)), "").removeprefix(_TYPE)
