"""A draft on its way to claims: its fields as far as they are settled, and the steps taken."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from comity.mentions import Draft, Mention, PersonName
from comity.model import Value
from comity.resolving.who import Who
from comity.schema import Kind

SINGLE = frozenset({"actor", "state", "organisation"})


@dataclass
class Work:
    """A draft on its way: its fields as far as they are settled, and the steps taken."""

    draft: Draft
    kind: Kind
    who: Who
    fields: dict[str, Value] = field(default_factory=dict)
    actors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    worded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Who stands on its sides by the words of the sentence alone."""
    when: str = ""
    void: bool = False
    """Both sides are the same: it is no claim."""
    steps: list[str] = field(default_factory=list)

    def note(self, step: str) -> None:
        """Keep a step for `why`, once."""
        if step and step not in self.steps:
            self.steps.append(step)


def plain(mention: Mention, text: str) -> str:
    """The words of a mention with single blanks; of a person the name."""
    if isinstance(mention.value, PersonName):
        return mention.value.name
    return " ".join(text[mention.span.start : mention.span.end].split())


def number(value: float) -> int | float:
    """A whole number as one."""
    return int(value) if float(value).is_integer() else value


def single(work: Work) -> Iterator[dict[str, Value]]:
    """One set of fields for each combination of codes, where fields hold one code each."""
    single = [name for name, codes in work.actors.items() if work.kind.fields[name].type in SINGLE and codes]
    rest: dict[str, Value] = {name: codes for name, codes in work.actors.items() if name not in single and codes}
    for chosen in itertools.product(*(work.actors[name] for name in single)):
        yield {**work.fields, **rest, **dict(zip(single, chosen, strict=True))}


def complete(fields: Mapping[str, Value], kind: Kind) -> dict[str, Value]:
    """Every field of the kind in its order, empty where nothing is told."""
    return {name: fields.get(name, body.empty) for name, body in kind.fields.items() if name in fields or not body.optional}
