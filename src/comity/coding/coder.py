"""Codes a document: every sentence and line through the engine, each match made a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from comity.coding.dating import nearest
from comity.coding.engine import Engine, Match
from comity.coding.factuality import judge
from comity.coding.items import Item, items
from comity.coding.lines import line_matches
from comity.coding.plans import Voice, compile_plans
from comity.coding.rows import RowMatch, row_matches
from comity.coding.rules import Pattern, Rules
from comity.coding.slots import Filled, Filler
from comity.gazetteer import Gazetteer
from comity.mentions import Annotated, Draft, Mention
from comity.model import Block, BlockKind, Span, Value

# More claims of one kind than this in a sentence are not believed: the sentence is a list that no rule understood.
MOST_IN_SENTENCE = 12
LINES = frozenset({BlockKind.ITEM, BlockKind.PAIR, BlockKind.ROW, BlockKind.HEADING, BlockKind.CAPTION})
RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.TITLE})


class Coder:
    """The rules, ready to code one document after another."""

    def __init__(self, rules: Rules, gazetteer: Gazetteer) -> None:
        self.rules = rules
        self._gazetteer = gazetteer
        self._filler = Filler(gazetteer, rules.lexicon)
        self._engine = Engine(compile_plans(rules), self._filler)

    def code(self, annotated: Annotated) -> Iterator[Draft]:
        """The drafts of a document in the order of the text."""
        for number, block in enumerate(annotated.document.blocks):
            for sentence in annotated.within("sentence", block.span):
                yield from self._sentence(annotated, (number, block), sentence.span)

    def _sentence(self, annotated: Annotated, at: tuple[int, Block], sentence: Span) -> Iterator[Draft]:
        number, block = at
        if block.cells:
            matches = row_matches(self.rules, annotated, block, self._gazetteer)
            yield from (self._from_row(match, sentence, at) for match in matches)
            return
        row = items(annotated, sentence, self.rules.lexicon)
        found: list[Draft] = []
        if block.kind in LINES:
            found += [
                self._from_line(match.pattern, match.filled, sentence, at)
                for match in line_matches(self.rules, self._filler, row)
            ]
        if block.kind in RUNNING and not found:
            matched = (self._from_match(match, annotated, sentence, row, number) for match in self._engine.matches(row))
            found += [draft for several in matched for draft in _one_person_each(several) if self._is_dated_enough(draft)]
        counts: dict[str, int] = {}
        for draft in found:
            counts[draft.kind] = counts.get(draft.kind, 0) + 1
            if counts[draft.kind] <= MOST_IN_SENTENCE:
                yield draft

    def _is_dated_enough(self, draft: Draft) -> bool:
        rule = self.rules.rules[draft.rule.rpartition(":")[0]]
        return not rule.body.needs_date or "when" in draft.slots

    def _from_match(self, match: Match, annotated: Annotated, sentence: Span, row: Sequence[Item], block: int) -> Draft:
        pattern = match.plan.pattern
        end = max(match.end, match.anchor + 1)
        sure, cues = judge(annotated.document, sentence, row, (match.anchor, match.anchor + 1), self.rules.lexicon)
        fixed, slots = _parted(pattern, match.filled)
        start, stop = _about_value(row, slots, match.anchor, end)
        date = (
            nearest(row, start, stop, noun=match.plan.voice is Voice.NOUN and "value" not in slots)
            if pattern.rule.body.dated
            else None
        )
        if date is not None:
            slots = {**slots, "when": (date,)}
        if "place" in pattern.rule.kind.fields and "place" not in slots and (place := _place(row, match.anchor)):
            slots = {**slots, "place": (place,)}
        trigger = row[match.anchor].span.join(row[min(end, len(row)) - 1].span)
        sure = pattern.rule.body.factuality or sure
        return Draft(
            pattern.rule.kind_name, fixed, slots, sentence, trigger, sure, pattern.name, "words", block, cues
        )  # fmt: skip

    def _from_row(self, match: RowMatch, row: Span, at: tuple[int, Block]) -> Draft:
        rule, name = match.rule, f"{match.rule.name}:row{match.number}"
        sure = rule.body.factuality or "asserted"
        return Draft(rule.kind_name, rule.fixed, match.filled, row, row, sure, name, "table", at[0])

    def _from_line(self, pattern: Pattern, filled: Mapping[str, Filled], line: Span, at: tuple[int, Block]) -> Draft:
        fixed, slots = _parted(pattern, filled)
        how = {BlockKind.PAIR: "pair", BlockKind.ROW: "table"}.get(at[1].kind, "list")
        sure = pattern.rule.body.factuality or "asserted"
        return Draft(pattern.rule.kind_name, fixed, slots, line, line, sure, pattern.name, how, at[0])


def _parted(pattern: Pattern, filled: Mapping[str, Filled]) -> tuple[Mapping[str, Value], Mapping[str, tuple[Mention, ...]]]:
    """What a match fixes (the rule's own fields and values of words) and what mentions fill."""
    fixed = {**pattern.fixed, **{name: value for name, value in filled.items() if isinstance(value, str)}}
    return fixed, {name: value for name, value in filled.items() if isinstance(value, tuple)}


def _about_value(row: Sequence[Item], slots: Mapping[str, tuple[Mention, ...]], start: int, end: int) -> tuple[int, int]:
    """Where to seek the date of a match: close to its number, where it has one."""
    for mention in slots.get("value", ()):
        for index, item in enumerate(row):
            if item.quantity == mention:
                return index, index + 1
    return start, end


def _one_person_each(draft: Draft) -> Iterator[Draft]:
    """A draft for each of several persons named together."""
    for person in draft.slots.get("person", ())[1:]:
        yield replace(draft, slots={**draft.slots, "person": (person,)})
    yield replace(draft, slots={**draft.slots, "person": draft.slots["person"][:1]}) if "person" in draft.slots else draft


def _place(row: Sequence[Item], anchor: int) -> Mention | None:
    """The first place that "in" or "at" names after the anchor, within the clause."""
    for index in range(anchor + 1, len(row)):
        item = row[index]
        if item.tag in ("relative", "subordinator") or item.lower in (";", ":"):
            return None
        if item.place and row[index - 1].lower in ("in", "at"):
            return item.place
    return None
