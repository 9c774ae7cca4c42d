"""Runs the examples that rules and actors carry: what `comity check` and the one test of examples do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.coding.rules import Example, Rule
from comity.errors import CounterExampleCaught, Error, ExampleFails, PatternUnshown, RuleError
from comity.mentions import ActorName, PersonName
from comity.model import Block, BlockKind, Cell, Claim, Document, Source, Span
from comity.pipeline import Pipeline, pipeline
from comity.registry import Folders


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and what is wrong."""

    rules: int
    patterns: int
    examples: int
    actors: int
    problems: tuple[Error, ...]


def check(folder: Path | None = None) -> Report:
    """Run all examples of the package, or of a user's own folder beside it.

    A data file that cannot be loaded is the only problem then.
    """
    folders = own_folders(folder) if folder else Folders()
    try:
        pipes = {inside: pipeline(folders, inside=inside, gleaning=1) for inside in (True, False)}
    except RuleError as error:
        return Report(0, 0, 0, 0, (error,))
    every = [rule for inside, pipe in pipes.items() for rule in pipe.rules.rules.values() if rule.body.inside == inside]
    chosen = [rule for rule in every if folder is None or rule.file.path.is_relative_to(folder)]
    people = [path for path in _actor_files(folders) if folder is None or path.is_relative_to(folder)]
    problems = [problem for rule in chosen for problem in check_rule(pipes[rule.body.inside], rule)]
    problems += [problem for path in people for problem in check_actor(pipes[False], path)]
    return Report(
        len(chosen),
        sum(1 for pipe in pipes.values() for pattern in pipe.rules.patterns if pattern.rule in chosen),
        sum(len(rule.body.examples) + len(rule.body.counter) for rule in chosen),
        len(people),
        tuple(problems),
    )


def own_folders(folder: Path) -> Folders:
    """The package's folders and a user's: `rules`, `actors` and `kinds` below his folder, or the folder itself as rules."""
    given = {name: [folder / name] for name in ("rules", "actors", "kinds") if (folder / name).is_dir()}
    return Folders().plus(**(given or {"rules": [folder]}))


def _actor_files(folders: Folders) -> Iterator[Path]:
    for folder in folders.actors:
        yield from sorted(folder.rglob("*.yaml"))


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
    for number in range(1, len(rule.body.rows) + 1):
        if f"{rule.name}:row{number}" not in shown:
            where = rule.file.line("rows", number - 1)
            yield PatternUnshown(file=rule.file.path, line=where, pattern=f"row {number}")
    for pattern in pipe.rules.patterns:
        if pattern.rule is rule and pattern.name not in shown:
            key, number = (
                ("lines", pattern.number - len(rule.body.patterns) - 1) if pattern.is_line else ("patterns", pattern.number - 1)
            )
            yield PatternUnshown(file=rule.file.path, line=rule.file.line(key, number), pattern=pattern.source)


def code_example(pipe: Pipeline, rule: Rule, example: Example) -> list[Claim]:
    """What one rule codes in an example's sentence, in a document about its pair and under its heading."""
    return pipe.claims(pipe.annotate(document(pipe, example)), rule.name)


def document(pipe: Pipeline, example: Example) -> Document:
    """A document that holds an example's sentence as its readers would give it."""
    names = [pipe.gazetteer.name(code) for code in example.about]
    title = " and ".join(names) if len(names) > 1 else f"Foreign relations of {names[0]}" if names else ""
    parts = [(BlockKind.TITLE, title), (BlockKind.HEADING, example.under)]
    kind = BlockKind.ROW if example.columns else BlockKind.ITEM if example.line else BlockKind.PARAGRAPH
    parts.append((kind, example.say))
    text, blocks = "", list[Block]()
    for kind, words in parts:
        if words:
            span = Span(len(text), len(text) + len(words))
            over = tuple(block.span for block in blocks if block.kind is BlockKind.HEADING)
            blocks.append(Block(kind, span, over, cells=_cells(span.start, words, example.columns)))
            text += words + "\n\n"
    return Document("example", text, tuple(blocks), Source(published=example.published))


def _cells(start: int, words: str, columns: Sequence[str]) -> tuple[Cell, ...]:
    """The cells of an example's row."""
    found, at = list[Cell](), start
    for number, text in enumerate(words.split(" | ") if columns else ()):
        found.append(Cell(Span(at, at + len(text)), columns[number] if number < len(columns) else ""))
        at += len(text) + 3
    return tuple(found)


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
    told = [
        _tell(
            {**{n: v for n, v in claim.fields.items() if v not in ("", ())}, "when": claim.when, "factuality": claim.factuality}
        )
        for claim in claims
    ]
    return " and ".join(told) or "no claim"


def check_actor(pipe: Pipeline, path: Path) -> Iterator[Error]:
    """The faults of one actor's examples: to whom an act of a date belongs."""
    actor = pipe.gazetteer.get(path.stem)
    for example in actor.examples if actor else ():
        span = Span(0, len(example.say))
        named = pipe.annotate(Document("example", example.say, (Block(BlockKind.PARAGRAPH, span),)))
        codes = {
            mention.value.code if isinstance(mention.value, ActorName) else mention.value.state
            for kind in ("actor", "person")
            for mention in named.all(kind)
            if isinstance(mention.value, ActorName | PersonName)
        }
        settled = {pipe.gazetteer.at(code, example.on) for code in codes if code}
        if example.get not in settled:
            told = f"{example.say} ({example.on})"
            yield ExampleFails(file=path, line=1, say=told, wanted=example.get, got=", ".join(sorted(settled)) or "nobody")
