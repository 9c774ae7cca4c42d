"""Rows of tables: which column holds what, by the headers over it; and what a cell's dates are the dates of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from comity.coding.rules import Row, Rule, Rules
from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, DateWords, How, Mention, MentionValue, PersonName, Trigger
from comity.model import Block, Cell, Span
from comity.triggers import Lexicon

DAY = len("1960-10-07")
BESIDE = re.compile(r"\s*(?:\([^()]*\)|with [^;,()]*)")
OFFICIALS = frozenset({"actor", "actors"})
"""The sorts of fields that a person in office may fill."""
NAMES = frozenset({How.NAME, How.ADJECTIVE, How.PEOPLE, How.AGENT, How.BODY})


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A rule that a row satisfies: which mentions of its cells fill which fields."""

    rule: Rule
    number: int
    filled: Mapping[str, tuple[Mention, ...]]


@lru_cache(maxsize=65536)
def folded(header: str) -> str:
    """A header as it is compared: in lower case, words and single blanks only."""
    return " ".join(re.findall(r"[^\W_]+", header.casefold()))


def row_matches(rules: Rules, annotated: Annotated, block: Block, gazetteer: Gazetteer) -> Iterator[RowMatch]:
    """What each rule for rows finds in a row."""
    seen = _Seen(annotated, gazetteer, rules.row_marks)
    for rule, number, columns in _fitting(rules, tuple(cell.column for cell in block.cells), _above(annotated, block)):
        cells = {field: block.cells[at] for field, at in columns.items()}
        yield from _filled(_Seeker(seen, rule, rule.body.rows[number - 1]), number, cells)


def unnamed(rules: Rules, annotated: Annotated, gazetteer: Gazetteer) -> Iterator[str]:
    """The words of cells in which a rule seeks an actor and finds none, in rows whose other columns fit and are dated."""
    for block in annotated.document.blocks:
        above = _above(annotated, block)
        for rule in rules.with_rows:
            for row in rule.body.rows[:1]:
                columns = _columns(row, [cell.column for cell in block.cells], rules.lexicon) if block.cells else None
                cells = {field: block.cells[at] for field, at in (columns or {}).items()}
                if columns is None or not _stands_under(row, above) or not annotated.within("date", cells["when"].span):
                    continue
                seeker = _Seeker(_Seen(annotated, gazetteer, frozenset()), rule, row)
                for field, cell in cells.items():
                    if field != "when" and _mention(seeker, field, cell) is None:
                        yield " ".join(cell.span.of(annotated.document).split())


def _above(annotated: Annotated, block: Block) -> str:
    """The headings over a block as they are compared."""
    return " ".join(folded(span.of(annotated.document)) for span in block.headings)


@lru_cache(maxsize=4096)
def _fitting(rules: Rules, headers: tuple[str, ...], above: str) -> tuple[tuple[Rule, int, Mapping[str, int]], ...]:
    """The rules that read such tables under such headings, each with the number of its row and the columns of its fields."""
    numbered = [(rule, number, row) for rule in rules.with_rows for number, row in enumerate(rule.body.rows, 1)]
    under = [(rule, number, row) for rule, number, row in numbered if _stands_under(row, above)]
    found = ((rule, number, _columns(row, headers, rules.lexicon)) for rule, number, row in under)
    return tuple((rule, number, columns) for rule, number, columns in found if columns is not None)


def _columns(row: Row, headers: Sequence[str], lexicon: Lexicon) -> dict[str, int] | None:
    """The column of each field, by the first of its headers that fits; None where one is missing."""
    names = [folded(header) for header in headers]
    found: dict[str, int] = {}
    for field, named in row.columns.items():
        wanted = [header for name in named for header in lexicon.headers.get(name.strip("<>"), (name,))]
        column = next((at for header in wanted for at, name in enumerate(names) if fnmatchcase(name, header)), None)
        if column is None:
            return None
        found[field] = column
    return found


def _stands_under(row: Row, above: str) -> bool:
    """Do the headings over the table allow the rule?"""
    asked = not row.under or any(word in above for word in row.under)
    return asked and not any(word in above for word in row.unless)


class _Dated(NamedTuple):
    """A date in a cell: the words of rules beside it, and where words stand that name another actor with it."""

    date: Mention
    marks: frozenset[str]
    beside: Span


class _Seen:
    """What the cells of one row hold, each looked at once for all rules."""

    def __init__(self, annotated: Annotated, gazetteer: Gazetteer, marks: frozenset[str]) -> None:
        self.annotated, self._gazetteer, self._rules_marks = annotated, gazetteer, marks
        self._named: dict[tuple[Span, bool], Mention | None] = {}
        self._dated: dict[Span, list[_Dated]] = {}

    def actor(self, span: Span, *, organisation: bool) -> Mention | None:
        """The first state in a stretch of a cell, or the first organisation."""
        key = (span, organisation)
        if key not in self._named:
            named = self.annotated.within("actor", span)
            self._named[key] = next((each for each in named if self._is_sort(each.value, organisation=organisation)), None)
        return self._named[key]

    def _is_sort(self, value: MentionValue, *, organisation: bool) -> bool:
        return isinstance(value, ActorName) and value.how in NAMES and self._gazetteer.is_state(value.code) is not organisation

    def dated(self, span: Span) -> list[_Dated]:
        """The dates of a cell with what stands beside each: `1975 (North Yemen)`."""
        if span not in self._dated:
            dates = self.annotated.within("date", span)
            self._dated[span] = [self._beside(span, dates, index) for index in range(len(dates))]
        return self._dated[span]

    def _beside(self, cell: Span, dates: Sequence[Mention], index: int) -> _Dated:
        date = dates[index]
        before = Span(dates[index - 1].span.end if index else cell.start, date.span.start)
        after = BESIDE.match(self.annotated.document.text, date.span.end, cell.end)
        beside = Span(*after.span()) if after else Span(0, 0)
        alone = beside if not self.annotated.within("date", beside) else Span(0, 0)
        last = Span(date.span.end, cell.end if index + 1 == len(dates) else date.span.end)
        return _Dated(date, self._marks(before) or self._marks(alone) or self._marks(last), alone)

    def _marks(self, span: Span) -> frozenset[str]:
        found = {
            concept
            for mention in self.annotated.within("trigger", span)
            if isinstance(mention.value, Trigger)
            for concept, _ in mention.value.concepts
        }
        return self._rules_marks & found


@dataclass(frozen=True, slots=True)
class _Seeker:
    """What a rule's row seeks in the cells."""

    seen: _Seen
    rule: Rule
    row: Row

    def actor(self, span: Span, field: str) -> Mention | None:
        """The first actor of the field's sort in a cell, or in a stretch of it."""
        return self.seen.actor(span, organisation=self.rule.kind.fields[field].type == "organisation")

    def dates(self, cell: Cell, field: str) -> Iterator[tuple[Mention, Mention | None]]:
        """The dates of a cell that belong to the rule: marked by its words, or marked by no rule's words.

        Beside each, the actor that is named with it instead of the row's own.
        """
        for date, marks, beside in self.seen.dated(cell.span):
            if ((self.row.marked in marks) if self.row.marked else not marks) and (end := self._end(date)):
                yield end, self.actor(beside, field)

    def _end(self, date: Mention) -> Mention | None:
        """The date, or of a stretch between two days the end that the rule asks for; a rule for last days takes nothing else."""
        ends = date.value.edtf.split("/") if isinstance(date.value, DateWords) else []
        if len(ends) != 2 or any(len(end) != DAY for end in ends):
            return None if self.row.of_range == "last" else date
        if not self.row.of_range:
            return date
        chosen = ends[self.row.of_range == "last"]
        return Mention("date", Span(date.span.start, date.span.end - 1), DateWords(chosen))


def _filled(seeker: _Seeker, number: int, cells: Mapping[str, Cell]) -> Iterator[RowMatch]:
    """One match for each date of the row's date cell; none where an actor is not known or no date is told."""
    slots: dict[str, tuple[Mention, ...]] = {}
    for field, cell in cells.items():
        if field == "when":
            continue
        mention = _mention(seeker, field, cell)
        if mention is None:
            return
        slots[field] = (mention,)
    if "when" not in cells:
        yield RowMatch(seeker.rule, number, slots)
        return
    partner = next((field for field in slots if seeker.rule.kind.fields[field].holds_actors), "")
    for date, other in seeker.dates(cells["when"], partner) if partner else ():
        named = {partner: (other,)} if other else {}
        yield RowMatch(seeker.rule, number, {**slots, **named, "when": (date,)})


def _mention(seeker: _Seeker, field: str, cell: Cell) -> Mention | None:
    body = seeker.rule.kind.fields[field]
    persons = [m for m in seeker.seen.annotated.within("person", cell.span) if isinstance(m.value, PersonName)]
    if body.holds_actors:
        officials = (m for m in persons if body.type in OFFICIALS and isinstance(m.value, PersonName) and m.value.office)
        return next(officials, None) or seeker.actor(cell.span, field)
    if body.type == "person":
        return next((m for m in persons if isinstance(m.value, PersonName) and m.value.name), None)
    return next(iter(seeker.seen.annotated.within("place", cell.span)), None) if body.type == "place" else None
