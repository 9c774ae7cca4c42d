"""Runs the examples that rules and actors carry: what `comity check` and the one test of examples do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.coding.rules import Example, Rule
from comity.errors import CounterExampleCaught, Error, ExampleFails, PatternUnshown, RuleError
from comity.model import Block, BlockKind, Claim, Document, Source, Span
from comity.pipeline import Pipeline, pipeline
from comity.registry import Folders


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and what is wrong."""

    rules: int
    patterns: int
    examples: int
    actors: int
    faults: tuple[Error, ...]


def check(folders: Folders = Folders(), within: Path | None = None) -> Report:
    """Run all examples of the folders, or of the files below one of them; a file that cannot be loaded is the only fault then."""
    try:
        pipe = pipeline(folders)
    except RuleError as error:
        return Report(0, 0, 0, 0, (error,))
    chosen = [rule for rule in pipe.rules.rules.values() if within is None or rule.file.path.is_relative_to(within)]
    faults = [fault for rule in chosen for fault in check_rule(pipe, rule)]
    faults += list(_check_actors(pipe, folders, within))
    return Report(
        len(chosen),
        sum(1 for pattern in pipe.rules.patterns if pattern.rule in chosen),
        sum(len(rule.body.examples) + len(rule.body.counter) for rule in chosen),
        len(pipe.gazetteer),
        tuple(faults),
    )


def check_rule(pipe: Pipeline, rule: Rule) -> Iterator[Error]:
    """The faults of one rule: examples that fail, counter-examples that it catches, patterns that no example shows."""
    shown: set[str] = set()
    for number, example in enumerate(rule.body.examples):
        claims = code_example(pipe, rule, example)
        shown |= {claim.rule for claim in claims}
        place = {"file": rule.file.path, "line": rule.file.line("examples", number)}
        for wanted in example.get if isinstance(example.get, list) else [example.get]:
            if not any(fits(claim, wanted) for claim in claims):
                yield ExampleFails(**place, say=example.say, wanted=_tell(wanted), got=_told(claims))
    for number, example in enumerate(rule.body.counter):
        if claims := code_example(pipe, rule, example):
            place = {"file": rule.file.path, "line": rule.file.line("not", number)}
            yield CounterExampleCaught(**place, say=example.say, because=example.because, got=_told(claims))
    for pattern in pipe.rules.patterns:
        if pattern.rule is rule and pattern.name not in shown:
            key, number = ("lines", pattern.number - len(rule.body.patterns) - 1) if pattern.is_line else ("patterns", pattern.number - 1)
            yield PatternUnshown(file=rule.file.path, line=rule.file.line(key, number), pattern=pattern.source)


def code_example(pipe: Pipeline, rule: Rule, example: Example) -> list[Claim]:
    """What one rule codes in an example's sentence, in a document about its pair and under its heading."""
    return [claim for claim in pipe.code(document(pipe, example)) if claim.rule.rpartition(":")[0] == rule.name]


def document(pipe: Pipeline, example: Example) -> Document:
    """A document that holds an example's sentence as its readers would give it."""
    title = " and ".join(pipe.gazetteer.name(code) for code in example.about)
    parts = [(BlockKind.TITLE, title), (BlockKind.HEADING, example.under)]
    parts.append((BlockKind.ITEM if example.line else BlockKind.PARAGRAPH, example.say))
    text, blocks = "", list[Block]()
    for kind, words in parts:
        if words:
            span = Span(len(text), len(text) + len(words))
            over = tuple(block.span for block in blocks if block.kind is BlockKind.HEADING)
            blocks.append(Block(kind, span, over))
            text += words + "\n\n"
    return Document("example", text, tuple(blocks), Source(published=example.published))


def fits(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    """Has a claim the values that an example names? Numbers and text are compared as text, actors without their order."""
    given = {**claim.fields, "when": claim.when, "factuality": claim.factuality}
    return all(_plain(given.get(name, "")) == _plain(value) for name, value in wanted.items())


def _plain(value: Any) -> object:
    if isinstance(value, tuple | list):
        return frozenset(map(str, value))
    if isinstance(value, int | float):
        return float(value)
    try:
        return float(value) if str(value).replace(".", "", 1).isdigit() and "-" not in str(value) else str(value)
    except ValueError:
        return str(value)


def _tell(fields: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}: {list(value) if isinstance(value, tuple) else value}" for name, value in fields.items())


def _told(claims: Sequence[Claim]) -> str:
    told = [_tell({**{n: v for n, v in claim.fields.items() if v not in ("", ())}, "when": claim.when, "factuality": claim.factuality}) for claim in claims]
    return " and ".join(told) or "no claim"


def _check_actors(pipe: Pipeline, folders: Folders, within: Path | None) -> Iterator[Error]:
    """The actors' examples: to whom an act of a date belongs."""
    for code, actor in pipe.gazetteer.items():
        path = next((folder / f"{code}.yaml" for folder in reversed(folders.actors) if (folder / f"{code}.yaml").exists()), Path(code))
        if within is not None and not path.is_relative_to(within):
            continue
        for example in actor.examples:
            named = pipe.annotate(Document("example", example.say, (Block(BlockKind.PARAGRAPH, Span(0, len(example.say))),)))
            codes = {getattr(mention.value, "code", getattr(mention.value, "state", "")) for kind in ("actor", "person") for mention in named.all(kind)}
            settled = {pipe.gazetteer.at(each, example.on) for each in codes if each}
            if example.get not in settled:
                yield ExampleFails(file=path, line=1, say=f"{example.say} ({example.on})", wanted=example.get, got=", ".join(sorted(settled)) or "nobody")
