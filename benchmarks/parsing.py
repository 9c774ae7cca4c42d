"""What parsing costs and brings: the same documents coded without a parser, with it where a sentence is worth it, and throughout.

    python benchmarks/parsing.py SOURCE... [--paragraphs]

All ways are taken within one run, so that their times can be compared; only the ratios mean anything on another machine. Times
are those of the processor: what else runs on the machine does not count. `gleaning` is the time of the model of the second
reading. `besides` is what all but parsing takes, as a share of the time of parsing the sentences that are parsed; `rules` the
same without that model; `of all` is the whole, as a share of the mere parsing of every sentence.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from comity.coding.coder import Coder, Parse
from comity.coding.gleaning import Gleaner, Sense
from comity.coding.places import PARSED, Place, is_running
from comity.coding.rules import Sort
from comity.errors import DocumentError
from comity.mentions import Annotated, Tree
from comity.model import Block, BlockKind, Document, Span
from comity.parsing import parser
from comity.pipeline import Pipeline
from comity.reading import find, load
from comity.sensing import Named, Sensed
from comity.waste import uncollected

STAGES = ("annotating", "screening", "parsing", "matching", "gleaning", "settling")
WARM = "Peru left the union in May 1990. On 3 June President Ana Soto of Chile met Omar Bello, and 300 troops left Kenya."


@dataclass
class Way:
    """One way of coding, with what it took and found."""

    coder: Coder
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """By stage."""
    sentences: int = 0
    words: int = 0
    claims: Counter[str] = field(default_factory=Counter)

    @property
    def whole(self) -> float:
        """What all stages took."""
        return sum(self.seconds.values())

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Count the time within for a stage."""
        start = time.process_time()
        yield
        self.seconds[stage] += time.process_time() - start


def ways(pipe: Pipeline) -> dict[str, Way]:
    """The three ways."""
    found = {"no sentence": Way(Coder(pipe.rules, pipe.gazetteer))}
    for name, every in (("those worth it", False), ("every sentence", True)):
        way = found[name] = Way(pipe.coder())
        way.coder = Coder(
            pipe.rules,
            pipe.gazetteer,
            _timed(pipe, way),
            all_parsed=every,
            gleaner=Gleaner(pipe.rules, _sensed(pipe, way)),
        )
    return found


def _timed(pipe: Pipeline, way: Way) -> Parse:
    def parse(document: Document, sentences: Sequence[Span]) -> Sequence[Tree | None]:
        with way.timed("parsing"):
            trees = pipe.trees(document, sentences)
        way.sentences += len(sentences)
        way.words += sum(len(tree.tokens) for tree in trees if tree)
        return trees

    return parse


def _sensed(pipe: Pipeline, way: Way) -> Sense:
    def sense(text: str, before: str, named: Sequence[Named], wanted: Set[Sort]) -> Sequence[Sensed]:
        with way.timed("gleaning"):
            return pipe.sense(text, before, named, wanted)

    return sense


def documents(sources: Sequence[Path], *, paragraphs: bool) -> Iterator[Document]:
    """The documents; of each only its running text, where asked."""
    for found in find(sources):
        try:
            document = load(found)
        except DocumentError:
            continue
        yield replace(document, blocks=tuple(each for each in document.blocks if each.kind in PARSED)) if paragraphs else document


def take(way: Way, pipe: Pipeline, document: Document) -> Annotated:
    """Code one document one way; its mentions."""
    parser().forget()
    with uncollected():
        with way.timed("annotating"):
            annotated = pipe.annotate(document)
        with way.timed("screening"):
            places = way.coder.places(annotated)
        apart = way.seconds["parsing"] + way.seconds["gleaning"]
        with way.timed("matching"):
            drafts = list(way.coder.drafts(annotated, places))
        way.seconds["matching"] -= way.seconds["parsing"] + way.seconds["gleaning"] - apart
        with way.timed("settling"):
            claims = pipe.resolver(annotated).settle(drafts)
    way.claims.update(claim.id for claim in claims)
    return annotated


def running(annotated: Annotated) -> int:
    """How many sentences of running text a document has."""
    return sum(
        is_running(annotated.document, Place(number, block, sentence.span))
        for number, block in enumerate(annotated.document.blocks)
        for sentence in annotated.within("sentence", block.span)
    )


def show(taken: dict[str, Way], sentences: int) -> None:
    """Print a line for each way: what it found, and where its time went."""
    whole = taken["every sentence"]
    print(f"{'parsed':<16}{'sentences':>10}{'share':>7}{'words/s':>9}{'ratio':>7}{'claims':>8}{'only here':>11}{'missed':>8}")
    for name, way in taken.items():
        others = whole.claims if way is not whole else taken["those worth it"].claims
        speed = way.words / way.seconds["parsing"] if way.words else 0
        counts = f"{way.claims.total():>8,}{len(way.claims - others):>11,}{len(others - way.claims):>8,}"
        share = way.sentences / max(sentences, 1)
        print(f"{name:<16}{way.sentences:>10,}{share:>7.1%}{speed:>9,.0f}{way.whole / whole.whole:>7.2f}{counts}")
    print(f"\n{'seconds':<16}{''.join(f'{stage:>12}' for stage in STAGES)}{'besides':>9}{'rules':>7}{'of all':>8}")
    for name, way in taken.items():
        parsing = way.seconds["parsing"]
        apart = way.whole - parsing
        rules = apart - way.seconds["gleaning"]
        besides = f"{apart / parsing:>9.2f}{rules / parsing:>7.2f}" if parsing else f"{'':>16}"
        of_all = way.whole / max(whole.seconds["parsing"], 1e-9)
        print(f"{name:<16}{''.join(f'{way.seconds[stage]:>12.2f}' for stage in STAGES)}{besides}{of_all:>8.2f}")


def main() -> None:
    """Code the documents in all ways and show what they took."""
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("sources", nargs="+", type=Path)
    parse.add_argument("--paragraphs", action="store_true", help="running text alone, without tables")
    given = parse.parse_args()
    pipe, sentences = Pipeline(), 0
    for way in ways(pipe).values():  # the loading of the parser and of the words is no part of the comparison
        take(way, pipe, Document("warm", WARM, (Block(BlockKind.PARAGRAPH, Span(0, len(WARM))),)))
    taken = ways(pipe)
    for document in documents(given.sources, paragraphs=given.paragraphs):
        for way in taken.values():
            annotated = take(way, pipe, document)
        sentences += running(annotated)
    show(taken, sentences)


if __name__ == "__main__":
    main()
