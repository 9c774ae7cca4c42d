"""The rules' wordings without their grammar: which words they need and which fields they fill, in whatever order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from comity.coding.items import Item
from comity.coding.patterns import WHEN, Flat, Named, Slot, Word
from comity.coding.rules import Pattern, Rules


@dataclass(frozen=True, eq=False)
class Wording:
    """What one form of a pattern says in words, and what it must find besides: values, numbers, persons."""

    pattern: Pattern
    anchor: str
    """The concept from which the form is sought: its first verb, else its first noun."""
    is_verb: bool
    concepts: frozenset[str]
    words: frozenset[str]
    """Words that stand for themselves: most are prepositions."""
    slots: tuple[Slot, ...]
    """What it fills, a field each; sides and dates apart, which a sentence may leave open."""
    filters: Mapping[str, str]
    """For each side that it names, what may fill it."""

    @property
    def sort(self) -> tuple[str, str]:
        """What it says, see the pattern's."""
        return self.pattern.sort

    @cached_property
    def tells_apart(self) -> bool:
        """May a sentence say what it says of several: of each number, of each person?"""
        return any(field.type in ("number", "person") for field in self.pattern.rule.kind.fields.values())

    @cached_property
    def chief(self) -> str:
        """The field of the number or person that it tells of, if it names one."""
        fields = self.pattern.rule.kind.fields
        return next((slot.fields[0] for slot in self.slots if fields[slot.fields[0]].type in ("number", "person")), "")

    @cached_property
    def key(self) -> str:
        """By what it is counted: forms that say the same in other orders are one."""
        slots = sorted(f"{slot.fields[0]}:{slot.filter}".rstrip(":") for slot in self.slots)
        return " ".join((*self.sort, "+".join(sorted(self.concepts)), "+".join(slots))).strip()


class Wordings:
    """All wordings that have words of their own, by their anchors and the rarest word that each needs besides."""

    def __init__(self, rules: Rules) -> None:
        self.every = tuple(_distinct(rules))
        self._alone: dict[str, list[Wording]] = {}
        self._with: dict[str, dict[str, list[Wording]]] = {}
        for each in self.every:
            if others := sorted(each.concepts - {each.anchor}):
                self._with.setdefault(each.anchor, {}).setdefault(others[0], []).append(each)
            else:
                self._alone.setdefault(each.anchor, []).append(each)

    def said(self, row: Sequence[Item]) -> Iterator[tuple[int, Wording]]:
        """The wordings of which a sentence has all the words, each with where its anchor stands."""
        tokens = {concept for item in row for concept in item.concepts}
        among: dict[str, list[Wording]] = {}
        for anchor in tokens:
            others = self._with.get(anchor, {})
            found = [each for other in others.keys() & tokens for each in others[other] if each.concepts <= tokens]
            among[anchor] = self._alone.get(anchor, []) + found
        for at, item in enumerate(row):
            for concept in item.concepts:
                yield from ((at, each) for each in among[concept])


def _distinct(rules: Rules) -> Iterator[Wording]:
    seen: set[tuple[str, frozenset[str], tuple[str, ...]]] = set()
    for pattern in rules.patterns:
        for form in pattern.forms if _is_gleaned(pattern) else ():
            wording = _wording(pattern, form, rules)
            if wording and (key := (wording.key, wording.words, tuple(wording.filters))) not in seen:
                seen.add(key)
                yield wording


def _is_gleaned(pattern: Pattern) -> bool:
    """Not lines, replies, and affairs inside a state; nor numbers that only a rule for leftovers takes.

    Nor stages of a thing: what stands on a day rests on them, and a false one does more harm than one that was missed.
    """
    body, kind = pattern.rule.body, pattern.rule.kind
    numbers = any(field.type == "number" for field in kind.fields.values())
    return not (pattern.is_line or body.inside or body.answers or kind.stages or (body.otherwise and numbers))


def _wording(pattern: Pattern, form: Flat, rules: Rules) -> Wording | None:
    concepts = [element.concept for element in form if isinstance(element, Named)]
    if not concepts:
        return None
    verbs = [concept for concept in concepts if rules.words.parts[concept] == "verb"]
    slots = dict.fromkeys(
        Slot((name,), element.filter, belongs=True) for element in form if isinstance(element, Slot) for name in element.fields
    )
    sides = pattern.rule.kind.sides
    return Wording(
        pattern, (verbs or concepts)[0], bool(verbs), frozenset(concepts),
        frozenset(element.text for element in form if isinstance(element, Word)),
        tuple(slot for slot in slots if slot.fields[0] not in (*sides, WHEN)),
        {slot.fields[0]: slot.filter for slot in slots if slot.fields[0] in sides},
    )  # fmt: skip
