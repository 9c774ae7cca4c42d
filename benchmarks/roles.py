"""Who did what to whom: how many of the roles of a table of sentences come out, with a parser and without.

The table (`roles.tsv`) was written by somebody who knew neither the engine nor the rules. A row is right when a claim of its kind
says the same of the same sides and of none that stand in the sentence for something else.

    python benchmarks/roles.py [--parser en] [--show]
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from comity.model import Block, BlockKind, Claim, Document, Span, Value
from comity.pipeline import Pipeline, pipeline
from comity.registry import Folders

TABLE = Path(__file__).with_name("roles.tsv")
FLOORS = Path(__file__).with_name("roles.json")
WHAT = ("type", "change", "office", "measure")
EVEN = {"CONSULT", "COOPERATE", "AGREE"}


Pair: TypeAlias = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Row:
    """A sentence and what must come out of it."""

    sentence: str
    kind: str
    what: str
    source: frozenset[str]
    target: frozenset[str]
    barred: frozenset[str]
    form: str


def rows() -> list[Row]:
    """The rows of the table."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [
            Row(
                row["sentence"],
                row["kind"],
                row["what"],
                codes(row["source"]),
                codes(row["target"]),
                codes(row["not"]),
                row["form"],
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def codes(cell: str | None) -> frozenset[str]:
    """The codes of a cell."""
    return frozenset((cell or "").split("+")) - {""}


def code(pipe: Pipeline, sentence: str) -> list[Claim]:
    """The claims of a sentence that stands alone."""
    return pipe.code(Document("row", sentence, (Block(BlockKind.PARAGRAPH, Span(0, len(sentence))),)))


def is_right(row: Row, claims: Sequence[Claim], others: Sequence[Row], pipe: Pipeline) -> bool:
    """Do the claims say what the row says, one of them or several together, and none a thing that nobody says?"""
    sides = [_sides(claim, pipe) for claim in claims if claim.kind == row.kind and row.what in map(claim.fields.get, WHAT)]
    if any(row.barred & (one | other) and not any(_fits(each, [(one, other)]) for each in others) for one, other in sides):
        return False
    return any(_fits(row, [pair]) for pair in sides) or _fits(row, [pair for pair in sides if _within(row, pair)])


def _sides(claim: Claim, pipe: Pipeline) -> Pair:
    names = ("member", "organization") if claim.kind == "membership" else pipe.rules.kinds[claim.kind].sides
    one, *rest = (_codes(claim.fields, name) for name in names)
    return one, frozenset().union(*rest)


def _within(row: Row, pair: Pair) -> bool:
    return pair[0] | pair[1] <= row.source | row.target and (_is_even(row) or (pair[0] <= row.source and pair[1] <= row.target))


def _is_even(row: Row) -> bool:
    return not row.target or row.what in EVEN or row.kind == "status"


def _fits(row: Row, pairs: Sequence[Pair]) -> bool:
    one, other = (frozenset().union(*(pair[at] for pair in pairs)) for at in (0, 1))
    if _is_even(row):
        return one | other == row.source | row.target
    return one == row.source and other == row.target


def _codes(fields: Mapping[str, Value], name: str) -> frozenset[str]:
    value = fields.get(name, ())
    return frozenset(value if isinstance(value, tuple) else [str(value)]) - {""}


def score(parser: str) -> tuple[list[Row], list[Row]]:
    """The rows that come out right, and the others."""
    pipe = pipeline(Folders(parser=parser))
    right: list[Row] = []
    wrong: list[Row] = []
    every = rows()
    for row in every:
        others = [other for other in every if other.sentence == row.sentence and other is not row]
        (right if is_right(row, code(pipe, row.sentence), others, pipe) else wrong).append(row)
    return right, wrong


def show(wrong: Sequence[Row], pipe: Pipeline) -> None:
    """Print what is not found, and what is coded instead."""
    for row in wrong:
        sides = " > ".join("+".join(sorted(side)) for side in (row.source, row.target))
        print(f"\n{row.sentence}\n  want {row.kind} {row.what} {sides} ({row.form})")
        for claim in code(pipe, row.sentence):
            told = {name: value for name, value in claim.fields.items() if value not in ("", ())}
            print("  got ", claim.kind, told, claim.rule)


def main() -> int:
    """Print the score; 1 where it is under the floor."""
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("--parser", default="en")
    parse.add_argument("--show", action="store_true", help="what is not found, and what is coded instead")
    given = parse.parse_args()
    right, wrong = score(given.parser)
    share = len(right) / (len(right) + len(wrong))
    print(f"{given.parser}: {len(right)} of {len(right) + len(wrong)} right ({share:.3f})")
    kinds = Counter(row.kind for row in right)
    print(", ".join(f"{kind} {kinds[kind]}/{count + kinds[kind]}" for kind, count in Counter(row.kind for row in wrong).items()))
    if given.show:
        show(wrong, pipeline(Folders(parser=given.parser)))
    return int(len(right) < json.loads(FLOORS.read_text(encoding="utf-8"))["floors"].get(given.parser, 0))


if __name__ == "__main__":
    sys.exit(main())
