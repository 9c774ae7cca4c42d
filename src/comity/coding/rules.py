"""Rule files read, checked and compiled: what the engine runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from typing import Any, Literal, TypeAlias

import msgspec

from comity.coding.patterns import WHEN, Flat, Named, PatternFault, Slot, parse
from comity.errors import BadPattern, BadShape, UnknownConcept, UnknownField, UnknownKind, UnknownSlot, UnknownValue, did_you_mean
from comity.mentions import Draft
from comity.model import Value
from comity.registry import DataFile, Folders, data_files
from comity.schema import Kind, Kinds, kinds
from comity.triggers import Concept, Lexicon, insiders, lexicon
from comity.vocabulary import Words, compile_words


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, and what this rule must code in it: `get` is one claim or several, in part or whole."""

    say: str
    get: dict[str, Any] | list[dict[str, Any]] = {}
    about: tuple[str, ...] = ()
    """The topic pair of the document that it stands in."""
    under: str = ""
    """The heading over it."""
    published: str = ""
    because: str = ""
    columns: tuple[str, ...] = ()
    """The headers over the cells, where it is a row of a table; its cells are parted by " | "."""
    line: bool = False
    """It is a line of a list, table or infobox, not running text."""


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"fixed": "set"}):
    """A pattern that sets fields of its own."""

    pattern: str
    fixed: dict[str, Any] = {}


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a row of a table says it: the headers, in lower case and with * for anything, of the column for each field."""

    columns: dict[str, tuple[str, ...]]
    marked: str = ""
    """The concept whose words must stand by the date in its cell; without it, no such words of any rule may stand there."""
    of_range: Literal["", "first", "last"] = ""
    """Of a stretch between two days, which end it is: relations lasted from the one to the other."""
    under: tuple[str, ...] = ()
    """Words of which one must stand in the headings or the caption over the table."""
    unless: tuple[str, ...] = ()
    """Words that may not stand there."""


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"counter": "not"}):
    """One file of rules/: one thing that documents say, in all its wordings."""

    claim: dict[str, Any]
    patterns: tuple[str | Variant, ...] = ()
    lines: tuple[str | Variant, ...] = ()
    """Patterns for whole lines of lists, tables and infoboxes."""
    rows: tuple[Row, ...] = ()
    """How rows of tables say it."""
    further: tuple[str, ...] = ()
    """What may follow a match again and again, each time a claim of its own: "and consulates in Nice and Lyon"."""
    words: dict[str, Concept] = {}
    led: str = ""
    """A concept of which a word must stand over its lines: in the heading, or a sentence before them that ends in a colon."""
    unled: str = ""
    """A concept of which no word may stand there."""
    verbless: bool = False
    """Its lines may also be whole sentences of running text: Member of the UN since 1971."""
    dated: bool = True
    """Does a date of the sentence date the claim?"""
    needs_date: bool = False
    """Without a date of its own it says nothing."""
    otherwise: bool = False
    """It tells only of a number of which no other rule of its kind tells; without one, only where no other tells anything."""
    bare: str = ""
    """A concept whose word must stand alone, described by nothing: relations, and not trade relations."""
    factuality: str = ""
    """What the rule itself says of how sure the claim is; else the words around it decide."""
    examples: tuple[Example, ...] = ()
    counter: tuple[Example, ...] = ()
    why: str = ""
    """Anything that an editor should know."""
    inside: bool = False
    """It tells of affairs inside a state, and is used only where these are asked for."""
    answers: bool = False
    """It counts only as the reply to an act told just before; the kind's `answers` says to which."""
    instead: tuple[str, ...] = ()
    """Values that its words have in other rules, and not where this one stands: attacked in a speech is no armed attack."""
    between: bool = False
    """Where nobody is named, the two of whom the document speaks do it to each other."""
    paired: bool = False
    """Who is left open is the other of the two of whom the document speaks; where it speaks of no two, it is no claim."""


Where: TypeAlias = Callable[[], Mapping[str, object]]
Sort: TypeAlias = tuple[str, str]
"""A kind, and the value by which its claims are first told apart: an event's type."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """One wording of a rule, compiled."""

    rule: Rule
    number: int
    source: str
    forms: tuple[Flat, ...]
    fixed: Mapping[str, Value]
    is_line: bool

    @property
    def name(self) -> str:
        """The rule's name and the number of the pattern: `status/established:2`."""
        return f"{self.rule.name}:{self.number}"

    @property
    def sort(self) -> Sort:
        """The kind and, where the pattern fixes it, the value by which its claims are first told apart: an event's type."""
        return self.rule.kind_name, str(self.fixed.get(self.rule.kind.foremost, ""))


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule file, compiled."""

    name: str
    file: DataFile
    body: RuleFile
    kind_name: str
    kind: Kind
    further: tuple[Flat, ...] = ()
    """The forms of what may follow a match again and again."""

    @property
    def fixed(self) -> dict[str, Value]:
        """The fields that the rule itself gives."""
        return {name: _value(value) for name, value in self.body.claim.items() if name != "kind"}


@dataclass(frozen=True, eq=False)
class Rules:
    """All rules, with the words that they and the lexicon use."""

    rules: Mapping[str, Rule]
    patterns: tuple[Pattern, ...]
    words: Words
    kinds: Kinds
    lexicon: Lexicon

    def sort(self, draft: Draft) -> Sort:
        """What a draft tells: its kind, and the value by which claims of it are first told apart."""
        return draft.kind, str(draft.fixed.get(self.kinds[draft.kind].foremost, ""))

    @cached_property
    def for_lines(self) -> tuple[Pattern, ...]:
        """The patterns for whole lines."""
        return tuple(pattern for pattern in self.patterns if pattern.is_line)

    @cached_property
    def with_rows(self) -> tuple[Rule, ...]:
        """The rules that read rows of tables."""
        return tuple(rule for rule in self.rules.values() if rule.body.rows)

    @cached_property
    def row_marks(self) -> frozenset[str]:
        """The concepts whose words beside a date in a cell leave it to the rule that names them."""
        return frozenset(row.marked for rule in self.with_rows for row in rule.body.rows if row.marked)


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value


def read_rules(folders: Folders, *, inside: bool = False) -> Rules:
    """The rules of the given folders; a RuleError names file, line and cure where one is wrong.

    Those of affairs inside a state, and the words for who acts there, only where these are asked for.
    """
    known, words = kinds(folders), insiders(folders=folders) if inside else lexicon(folders=folders)
    read = [(file, file.shaped(RuleFile)) for file in data_files(*folders.rules)]
    files = [(file, body) for file, body in read if inside or not body.inside]
    compiled = compile_words(words, [(file, body.words) for file, body in files])
    found: dict[str, Rule] = {}
    patterns: list[Pattern] = []
    for file, body in files:
        rule = _rule(file, body, known)
        rule = replace(rule, further=tuple(_further(rule, compiled)))
        _check_lead(rule, compiled)
        found[rule.name] = rule
        patterns += _patterns(rule, compiled)
    return Rules(found, tuple(patterns), compiled, known, words)


@cache
def rules(folders: Folders = Folders(), *, inside: bool = False) -> Rules:
    """The rules, read once."""
    return read_rules(folders, inside=inside)


def _rule(file: DataFile, body: RuleFile, known: Kinds) -> Rule:
    name = str(body.claim.get("kind", ""))
    if name not in known:
        where = {"file": file.path, "line": file.line("claim", "kind")}
        raise UnknownKind(**where, kind=name, kinds=", ".join(known), hint=did_you_mean(name, known))
    _check_fields(file, ("claim",), {key: value for key, value in body.claim.items() if key != "kind"}, (name, known[name]))
    if not body.patterns and not body.lines and not body.rows:
        raise BadShape(file=file.path, line=1, why="there are neither `patterns` nor `lines` nor `rows`", at="the top")
    for number, row in enumerate(body.rows):
        for field in set(row.columns) - {"when"} - set(known[name].fields):
            raise UnknownField(
                file=file.path, line=file.line("rows", number, "columns"), where="`columns`", field=field, kind=name,
                fields=", ".join(known[name].fields), hint=did_you_mean(field, known[name].fields),
            )  # fmt: skip
    return Rule(file.name, file, body, name, known[name])


def _check_lead(rule: Rule, words: Words) -> None:
    """Refuse a word over the lines that is no concept."""
    for key, concept in (("led", rule.body.led), ("unled", rule.body.unled)):
        if concept and concept not in words.parts:
            hint = did_you_mean(concept, [name for name in words.parts if "=" not in name])
            place = _place(rule.file, key)
            raise UnknownConcept(**place, pattern=concept, concept=concept, hint=hint)


def _check_fields(file: DataFile, where: tuple[str | int, ...], given: Mapping[str, Any], kind: tuple[str, Kind]) -> None:
    """Refuse fields that the kind has not got, and values that a field may not take."""
    name, body = kind
    for field, value in given.items():
        if field not in body.fields:
            raise UnknownField(
                file=file.path, line=file.line(*where, field), where="`claim`" if where == ("claim",) else "`set`", field=field,
                kind=name, fields=", ".join(body.fields), hint=did_you_mean(field, body.fields),
            )  # fmt: skip
        allowed = body.fields[field].one_of
        if allowed and value not in allowed:
            raise UnknownValue(
                file=file.path, line=file.line(*where, field), field=field, value=value, allowed=", ".join(allowed),
                hint=did_you_mean(str(value), allowed),
            )  # fmt: skip


def _further(rule: Rule, words: Words) -> Iterator[Flat]:
    for number, source in enumerate(rule.body.further):
        place = partial(_place, rule.file, "further", number)
        for form in _forms(source, place):
            _check_form(form, rule, (source, place), words)
            yield form


def _place(file: DataFile, *keys: str | int) -> Mapping[str, object]:
    """Where a value stands, as an error tells it; it is sought only when something is wrong."""
    return {"file": file.path, "line": file.line(*keys)}


def _forms(source: str, place: Where) -> tuple[Flat, ...]:
    try:
        return parse(source)
    except PatternFault as fault:
        raise BadPattern(**place(), pattern=source, at=fault.at, why=fault.why) from fault


def _patterns(rule: Rule, words: Words) -> Iterator[Pattern]:
    for key, variants in (("patterns", rule.body.patterns), ("lines", rule.body.lines)):
        for number, variant in enumerate(variants):
            source, own = (variant, {}) if isinstance(variant, str) else (variant.pattern, variant.fixed)
            place = partial(_place, rule.file, key, number)
            _check_fields(rule.file, (key, number, "set"), own, (rule.kind_name, rule.kind))
            forms = _forms(source, place)
            for form in forms:
                _check_form(form, rule, (source, place), words)
            fixed = rule.fixed | {name: _value(value) for name, value in own.items()}
            yield Pattern(rule, len(rule.body.patterns) * (key == "lines") + number + 1, source, forms, fixed, key == "lines")


def _check_form(form: Flat, rule: Rule, where: tuple[str, Where], words: Words) -> None:
    """Refuse slots and concepts that there are not."""
    source, place = where
    for element in form:
        if isinstance(element, Named) and element.concept not in words.parts:
            hint = did_you_mean(element.concept, [name for name in words.parts if "=" not in name])
            raise UnknownConcept(**place(), pattern=source, concept=element.concept, hint=hint)
        for field in element.fields if isinstance(element, Slot) else ():
            if field not in (*rule.kind.fields, WHEN):
                fields = ", ".join(rule.kind.fields)
                hint = did_you_mean(field, rule.kind.fields)
                raise UnknownSlot(**place(), pattern=source, slot=field, kind=rule.kind_name, fields=fields, hint=hint)
