"""Coded documents -> sentences, each with those who are named in it, who they are, and what it says."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias

from comity.checking import document as of_example
from comity.coding.coder import Coder
from comity.coding.gleaning import told
from comity.coding.items import Item
from comity.coding.places import is_running
from comity.coding.rules import Rule
from comity.errors import DocumentError
from comity.mentions import Quantity, state_of
from comity.model import Document
from comity.pipeline import Pipeline
from comity.reading import find, load
from comity.schema import Kind
from comity.sensing import alike, two_sides

Claim: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Named:
    """Somebody who is named in a sentence."""

    at: int
    manner: str
    codes: frozenset[str]
    """Whom the words mean; empty where nothing tells."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of running text, as the model is asked about it, and the claims that people have made of it."""

    doc: str
    text: str
    before: str
    named: tuple[Named, ...]
    claims: tuple[Claim, ...]
    left_open: frozenset[str] = frozenset()
    """The sorts of which there may be claims besides."""


@dataclass(frozen=True)
class Coded:
    """A document that people have coded, or a part of one."""

    document: Document
    part: str
    claims: Sequence[Claim]

    def covers(self, text: str) -> bool:
        """Is a sentence in the part that was coded?"""
        return " ".join(text.split()) in self.part


def coded(folder: Path, sources: Path | None = None) -> Iterator[Coded]:
    """Coded documents that can be read.

    Args:
        folder: NAME.claims.jsonl for each document, beside NAME.txt, which holds the document or the part that was coded.
        sources: The folder of the documents themselves, where these are no plain text.
    """
    for path in sorted(folder.glob("*.claims.jsonl")):
        name, lines = path.name.removesuffix(".claims.jsonl"), path.read_text(encoding="utf-8").splitlines()
        claims = [json.loads(line) for line in lines if line.strip()]
        part = " ".join((folder / f"{name}.txt").read_text(encoding="utf-8").split())
        files = sorted(path for path in (sources or folder).glob(f"{name}.*") if not path.name.endswith(".jsonl"))
        yield from (Coded(document, part, claims) for document in documents(files[:1]))


def read(pipe: Pipeline, every: Iterable[Coded]) -> Iterator[Sentence]:
    """The sentences of coded documents, with who is named in them, as the pipeline finds them."""
    coder = pipe.coder()
    for one in every:
        yield from (found for found in _sentences(pipe, coder, one.document, one.claims) if one.covers(found.text))


def examples(pipe: Pipeline, rules: Iterable[Rule]) -> Iterator[Sentence]:
    """The sentences that a rule's own file says it must code, or must not: what the rules code in them besides is left open."""
    coder = pipe.coder()
    for rule in rules:
        for example in () if rule.body.inside else (*rule.body.examples, *rule.body.counter):
            if example.columns or example.line:
                continue
            wanted = example.get if isinstance(example.get, list) else [example.get] if example.get else []
            claims = [{"kind": rule.kind_name, **rule.fixed, **one, "quote": example.say} for one in wanted]
            document = of_example(pipe, example)
            found = list(_sentences(pipe, coder, document, claims))
            if len(found) == 1:
                coded: list[Claim] = [{"kind": claim.kind, **claim.fields} for claim in pipe.code(document)]
                yield replace(
                    found[0], left_open=frozenset(sort for one in coded for sort in sorts(one, pipe.rules.kinds[one["kind"]]))
                )


def documents(sources: Sequence[Path]) -> Iterator[Document]:
    """The documents that can be read."""
    for found in find(sources):
        try:
            yield load(found)
        except DocumentError as error:
            print(error, file=sys.stderr)


def _sentences(pipe: Pipeline, coder: Coder, document: Document, claims: Sequence[Claim]) -> Iterator[Sentence]:
    annotated = pipe.annotate(document)
    resolver = pipe.resolver(annotated)
    for place in coder.places(annotated):
        text = place.span.of(document)
        if is_running(document, place):
            who = resolver.who(place.number)
            named = tuple(
                Named(place.row[at].span.start - place.span.start, manner, _codes(place.row[at], who.codes))
                for at, manner in told(place.row)
            )
            about = tuple(claim for claim in claims if is_of(claim["quote"], text))
            yield Sentence(document.id, text, place.before, named, about)


def _codes(item: Item, codes: Any) -> frozenset[str]:
    if not item.actors and item.quantity and isinstance(item.quantity.value, Quantity):
        return frozenset({_number(item.quantity.value.value)})
    found = [state_of(mention) for mention in item.actors]
    pointed = (code for mention, known in zip(item.actors, found, strict=True) if not known for code in codes(mention)[0])
    return frozenset({*found, *pointed} - {""})


def is_of(quote: str, sentence: str) -> bool:
    """Is a quote the sentence, or so near it that a claim from one finds a claim from the other?"""
    shorter, longer = sorted((" ".join(quote.split()), " ".join(sentence.split())), key=len)
    return shorter in longer and 2 * len(shorter) >= len(longer)


def sorts(claim: Claim, kind: Kind) -> list[str]:
    """What a claim teaches to tell: its kind with the value that comes first, and the kind alone."""
    value = str(claim.get(kind.foremost) or "")
    return [f"{claim['kind']} {value}", claim["kind"]] if value else [claim["kind"]]


def sides(claim: Claim, kind: Kind) -> tuple[frozenset[str], frozenset[str]]:
    """Who stands on either side of a claim; all on both, where both do alike. Nobody, where it tells only one of them."""
    if not all(name in claim for name in two_sides(kind)):
        return frozenset(), frozenset()
    one, other = (_several(claim.get(name)) for name in two_sides(kind))
    if claim.get("value"):
        one |= {_number(float(claim["value"]))}
    if claim.get("mutual") or alike(kind, {kind.foremost: str(claim.get(kind.foremost) or "")}):
        one = other = one | other
    return one, other


def _number(value: float) -> str:
    """A number as the code of what is told of, so that nearly equal ones agree."""
    return f"={value:.3g}"


def _several(value: object) -> frozenset[str]:
    return frozenset({value} if isinstance(value, str) and value else value if isinstance(value, list | tuple) else ())
