"""What parsing costs and brings: the same documents coded without a parser, with it where a sentence is worth it, and throughout.

    python benchmarks/parsing.py SOURCE... [--paragraphs]

All ways are taken within one run, so that their times can be compared; only the ratios mean anything on another machine.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from comity.coding.coder import PARSED, Coder, Parse, Place, is_running
from comity.errors import DocumentError
from comity.mentions import Annotated, Tree
from comity.model import Document, Span
from comity.parsing import parser
from comity.pipeline import Pipeline
from comity.reading import find, load
from comity.resolving.settle import Resolver


@dataclass
class Way:
    """One way of coding, with what it took and found."""

    coder: Coder
    seconds: float = 0.0
    parsing: float = 0.0
    sentences: int = 0
    words: int = 0
    claims: Counter[str] = field(default_factory=Counter)


def ways(pipe: Pipeline) -> dict[str, Way]:
    """The three ways."""
    found = {"no sentence": Way(Coder(pipe.rules, pipe.gazetteer))}
    for name, every in (("those worth it", False), ("every sentence", True)):
        way = found[name] = Way(pipe.coder())
        way.coder = Coder(pipe.rules, pipe.gazetteer, _timed(pipe, way), all_parsed=every)
    return found


def _timed(pipe: Pipeline, way: Way) -> Parse:
    def parse(document: Document, sentences: Sequence[Span]) -> Sequence[Tree | None]:
        start = time.perf_counter()
        trees = pipe.trees(document, sentences)
        way.parsing += time.perf_counter() - start
        way.sentences += len(sentences)
        way.words += sum(len(tree.tokens) for tree in trees if tree)
        return trees

    return parse


def documents(sources: Sequence[Path], *, paragraphs: bool) -> Iterator[Document]:
    """The documents; of each only its running text, where asked."""
    for found in find(sources):
        try:
            document = load(found)
        except DocumentError:
            continue
        yield replace(document, blocks=tuple(each for each in document.blocks if each.kind in PARSED)) if paragraphs else document


def take(way: Way, pipe: Pipeline, annotated: Annotated) -> None:
    """Code one document one way."""
    parser().forget()
    start = time.perf_counter()
    claims = Resolver(annotated, pipe.rules.kinds, pipe.gazetteer).settle(way.coder.code(annotated))
    way.seconds += time.perf_counter() - start
    way.claims.update(claim.id for claim in claims)


def main() -> None:
    """Print a line for each way."""
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("sources", nargs="+", type=Path)
    parse.add_argument("--paragraphs", action="store_true", help="running text alone, without tables")
    given = parse.parse_args()
    pipe = Pipeline()
    pipe.trees(Document("warm", "Peru left.", ()), [Span(0, 10)])  # the loading of the parser is no part of the comparison
    taken, before, sentences = ways(pipe), 0.0, 0
    for document in documents(given.sources, paragraphs=given.paragraphs):
        start = time.perf_counter()
        annotated = pipe.annotate(document)
        before += time.perf_counter() - start
        sentences += sum(
            is_running(document, Place(number, block, sentence.span))
            for number, block in enumerate(document.blocks)
            for sentence in annotated.within("sentence", block.span)
        )
        for way in taken.values():
            take(way, pipe, annotated)
    whole = taken["every sentence"]
    print(f"{'parsed':<16}{'sentences':>10}{'share':>7}{'words/s':>9}{'ratio':>7}{'claims':>8}{'only here':>11}{'missed':>8}")
    for name, way in taken.items():
        others = whole.claims if way is not whole else taken["those worth it"].claims
        ratio, speed = (way.seconds + before) / (whole.seconds + before), way.words / way.parsing if way.parsing else 0
        counts = f"{way.claims.total():>8,}{len(way.claims - others):>11,}{len(others - way.claims):>8,}"
        print(f"{name:<16}{way.sentences:>10,}{way.sentences / max(sentences, 1):>7.1%}{speed:>9,.0f}{ratio:>7.2f}{counts}")


if __name__ == "__main__":
    main()
