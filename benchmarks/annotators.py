"""How fast each kind of mention is found: megabytes of text a second, and what share of the whole coding each takes.

    python benchmarks/annotators.py SOURCE... [--seconds N]

    python benchmarks/annotators.py ../shared/corpus/laos ../shared/corpus/world --seconds 60

For every file of `annotating/` that finds a kind of mention, in the order in which they run: the mentions found, megabytes a
second, its share of the time that annotating takes, and its share of the whole coding, from the text to the claims. Reading is
no part of it, nor is what is loaded once. All is taken within one run over the same documents, so that the shares can be
compared between machines; megabytes a second cannot. A document is stopped at no stage: with `--seconds` no new one is begun
when that time has passed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from comity.annotating import Tools, annotators
from comity.errors import DocumentError
from comity.mentions import Annotated
from comity.model import Document
from comity.parsing import parser
from comity.pipeline import Pipeline
from comity.reading import find, load

SEED = 1
"""Documents are taken in a mixed order, the same each time, so that a short run is not all of one folder."""


@dataclass
class Spent:
    """What a run has taken, in seconds, and found."""

    documents: int = 0
    characters: int = 0
    size: int = 0
    """In bytes of UTF-8."""
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    mentions: Counter[str] = field(default_factory=Counter)
    coding: float = 0.0
    """All from the text to the claims, annotating with it."""
    claims: int = 0

    @property
    def annotating(self) -> float:
        """What all kinds of mention took together."""
        return sum(self.seconds.values())


def documents(sources: Sequence[Path]) -> Iterator[Document]:
    """The documents that can be read, in a mixed order."""
    found = list(find(sources))
    random.Random(SEED).shuffle(found)
    for one in found:
        try:
            yield load(one)
        except DocumentError:
            continue


def take(document: Document, pipe: Pipeline, spent: Spent) -> None:
    """Annotate a document, one kind of mention after the other, and code it."""
    parser().forget()
    spent.documents += 1
    spent.characters += len(document.text)
    spent.size += len(document.text.encode())
    tools = Tools(pipe.gazetteer, pipe.rules.lexicon, pipe.rules.words)
    begun = time.perf_counter()
    annotated = Annotated(document)
    for annotator in annotators():
        start = time.perf_counter()
        annotated = annotated.plus(annotator.kind, annotator.annotate(annotated, tools))
        spent.seconds[annotator.kind] += time.perf_counter() - start
        spent.mentions[annotator.kind] += len(annotated.all(annotator.kind))
    spent.claims += len(pipe.claims(annotated))
    spent.coding += time.perf_counter() - begun


def run(found: Iterator[Document], pipe: Pipeline, seconds: float = float("inf")) -> Spent:
    """Take documents until there are no more, or the time has passed."""
    spent, end = Spent(), time.perf_counter() + seconds
    for document in found:
        take(document, pipe, spent)
        if time.perf_counter() > end:
            break
    return spent


def table(spent: Spent) -> Iterator[str]:
    """The lines to be shown."""
    megabytes = spent.size / 1e6
    yield f"{spent.documents} documents, {megabytes:.2f} MB, {spent.claims} claims"
    yield f"{'mentions':<10} {'found':>9} {'MB/s':>8} {'of annotating':>14} {'of coding':>10}"
    for kind, seconds in [*spent.seconds.items(), ("all", spent.annotating)]:
        found = spent.mentions[kind] if kind != "all" else spent.mentions.total()
        shares = f"{seconds / spent.annotating:>14.1%} {seconds / spent.coding:>10.1%}"
        yield f"{kind:<10} {found:>9,} {megabytes / seconds:>8.2f} {shares}"
    yield f"{'coding':<10} {spent.claims:>9,} {megabytes / spent.coding:>8.2f} {'':>14} {1:>10.1%}"


def main() -> int:
    """Print the table; 1 where there is no document."""
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("sources", nargs="+", type=Path)
    parse.add_argument("--seconds", type=float, default=float("inf"), help="begin no document after so many seconds")
    given = parse.parse_args()
    pipe = Pipeline()
    take(Document("warm", "On 2 June 1934 Peru’s envoy met 3 ministers in Лаос.", ()), pipe, Spent())
    spent = run(documents(given.sources), pipe, given.seconds)
    if not spent.documents:
        print("no document in it can be read", file=sys.stderr)
        return 1
    print("\n".join(table(spent)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
