"""Learns what the second reading of a sentence goes by: counts of words, and weights of signs.

    python scripts/train_gleaning.py count SOURCE...
    python scripts/train_gleaning.py learn CODED... [--limit P] [--show]

`count` reads a large collection of documents with the rules and counts, for each wording and word, the sentences that have it and
those that the rules coded so: `src/comity/odds/en.tsv`. `learn` fits the weights in `src/comity/odds/en.yaml` to documents that
people have coded. CODED is a folder with NAME.claims.jsonl for each document, beside NAME.txt, which holds the document or the
part of it that was coded; where another file is to be read, such as wikitext, FOLDER=SOURCES names the folder that holds it.
The counts must stand before the weights are learned. Claims marked `optional` teach nothing; what the rules' own files say that
must not be found teaches too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from comity.checking import document as example_document
from comity.coding.coder import Coder, Place
from comity.coding.odds import COUNTS, WEIGHTS, Odds, read_odds
from comity.coding.rules import Rules
from comity.coding.signs import Sort, View, key_of_word
from comity.errors import DocumentError
from comity.mentions import GLEANED, Annotated, Draft
from comity.model import Claim, Document
from comity.pipeline import Pipeline
from comity.reading import find, load
from comity.resolving.settle import Resolver

LIMIT = 0.5
RIDGE = 20.0
"""How strongly weights are drawn to 0, where a sign is as wide as its spread."""
ROUNDS = 50
NEAR = 0.01
"""The share by which a number may differ from that of a reference claim."""

Signs = Mapping[str, float]


class Watching(Coder):
    """A coder that keeps the sentences it looks at again, and gleans nothing."""

    def __init__(self, pipe: Pipeline, odds: Odds) -> None:
        super().__init__(pipe.rules, pipe.gazetteer, pipe.trees, odds=odds)
        self.views: list[View] = []

    def gleaned(self, annotated: Annotated, place: Place, own: Sequence[Draft], barred: Set[tuple[Sort, int]]) -> tuple[()]:
        """Nothing; the sentence is kept."""
        if place.grammar and self.gleaner:
            view = View(place.span, place.number, place.row, place.grammar, own, self.gleaner.odds, barred)
            self.views.append(view)
        return ()

    def read(self, annotated: Annotated) -> tuple[list[Draft], list[View]]:
        """What the rules find in a document, and the sentences that are looked at again."""
        self.views = []
        return list(self.code(annotated)), self.views


def documents(sources: Sequence[Path]) -> Iterator[Document]:
    """The documents that can be read."""
    for found in find(sources):
        try:
            yield load(found)
        except DocumentError as error:
            print(error, file=sys.stderr)


def count(pipe: Pipeline, sources: Sequence[Path]) -> dict[str, tuple[int, int]]:
    """For each wording and word, the sentences that have it and those that are coded so."""
    coder = Watching(pipe, Odds(0, {}))
    assert coder.gleaner
    seen, told = Counter({each.key: 0 for each in coder.gleaner.wordings.every}), Counter[str]()
    for document in documents(sources):
        for view in coder.read(pipe.annotate(document))[1]:
            sorts = set(map(coder.gleaner.sort_of, view.found))
            sorts |= {(kind, "") for kind, _ in sorts}
            said = list(coder.gleaner.wordings.said(view.row))
            keys = {(each.key, each.sort) for _, each in said} | {
                (key_of_word(each, view.row[at]), each.sort) for at, each in said
            }
            for key, sort in keys:
                seen[key] += 1
                told[key] += sort in sorts
    return {key: (number, told[key]) for key, number in sorted(seen.items())}


def examples(pipe: Pipeline, odds: Odds, folder: Path, sources: Path) -> Iterator[tuple[Signs, bool]]:
    """The signs of all that might be gleaned from coded documents, and whether it would be right with all its sides."""
    coder = Watching(pipe, odds)
    assert coder.gleaner
    for path in sorted(folder.glob("*.claims.jsonl")):
        name = path.name.removesuffix(".claims.jsonl")
        claims = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        coded = " ".join((folder / f"{name}.txt").read_text(encoding="utf-8").split())
        for document in documents(sorted(path for path in sources.glob(f"{name}.*") if not path.name.endswith(".jsonl"))[:1]):
            annotated = pipe.annotate(document)
            found, views = coder.read(annotated)
            for view in views:
                sentence = " ".join(view.span.of(document).split())
                if sentence not in coded:
                    continue
                about = [claim for claim in claims if _is_of(claim["quote"], sentence)]
                for each in coder.gleaner.gleanings(annotated, view):
                    for made in _settled(pipe, annotated, found, each.draft):
                        right = [claim for claim in about if agrees(claim, made, pipe.rules)]
                        if not right or not all(claim.get("optional") for claim in right):
                            yield each.signs, bool(right)


def _settled(pipe: Pipeline, annotated: Annotated, found: Sequence[Draft], draft: Draft) -> list[Claim]:
    """What comes of a draft among what the rules have found."""
    claims = Resolver(annotated, pipe.rules.kinds, pipe.gazetteer).settle([*found, draft])
    return [claim for claim in claims if claim.how == GLEANED]


def counter_examples(pipe: Pipeline, odds: Odds) -> Iterator[tuple[Signs, bool]]:
    """The signs of what rules must not find in the sentences that they must leave alone."""
    coder = Watching(pipe, odds)
    assert coder.gleaner
    for rule in pipe.rules.rules.values():
        for example in rule.body.counter if not rule.body.inside else ():
            annotated = pipe.annotate(example_document(pipe, example))
            for view in coder.read(annotated)[1]:
                for each in coder.gleaner.gleanings(annotated, view):
                    name = rule.kind.foremost
                    if each.draft.kind == rule.kind_name and rule.fixed.get(name) in (None, each.draft.fixed.get(name)):
                        yield each.signs, False


def _is_of(quote: str, sentence: str) -> bool:
    """Is a quote the sentence, or so near it that a claim from one finds a claim from the other?"""
    told = " ".join(quote.split())
    shorter, longer = sorted((told, sentence), key=len)
    return shorter in longer and 2 * len(shorter) >= len(longer)


def agrees(claim: Mapping[str, Any], made: Claim, rules: Rules) -> bool:
    """Is a reference claim of the same kind, about the same number or person, and with the same actors on its sides?"""
    kind = rules.kinds[made.kind]
    if claim["kind"] != made.kind:
        return False
    for name in kind.of_type("number")[:1]:
        number, ours = float(claim[name]), float(str(made.fields[name]))
        return abs(ours - number) <= NEAR * abs(number) and claim[kind.foremost] == made.fields[kind.foremost]
    if made.fields.get(kind.foremost) not in {claim[kind.foremost], *(claim.get("type_alt") or ())}:
        return False
    for name in kind.of_type("person"):
        if str(claim.get(name) or " ").split()[-1:] != str(made.fields.get(name) or " ").split()[-1:]:
            return False
    told, ours_told = ([_codes(fields.get(side)) for side in kind.sides] for fields in (claim, made.fields))
    return told == ours_told or (kind.even(made.fields) and sorted(map(sorted, told)) == sorted(map(sorted, ours_told)))


def _codes(side: object) -> set[str]:
    return set() if not side else {side} if isinstance(side, str) else set(side) if isinstance(side, list | tuple) else set()


def fit(rows: Sequence[tuple[Signs, bool]]) -> dict[str, float]:
    """The weights of a ridge logistic regression, by Newton's method."""
    names = sorted({name for signs, _ in rows for name in signs})
    table = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in rows])
    right = np.array([float(one) for _, one in rows])
    base = names.index("bias")
    spread = table.std(axis=0)
    spread[spread == 0] = 1
    middle = table.mean(axis=0)
    middle[base] = 0
    scaled, ridge, weights = (table - middle) / spread, np.full(len(names), RIDGE), np.zeros(len(names))
    ridge[base] = 0
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - right) + ridge * weights
        bend = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + np.diag(ridge + 1e-9)
        weights -= np.linalg.solve(bend, slope)
    told = dict(zip(names, weights / spread, strict=True))
    told["bias"] -= float(sum(told[name] * mean for name, mean in zip(names, middle, strict=True)))
    return {name: round(float(weight), 3) for name, weight in told.items()}


def learn(pipe: Pipeline, coded: Sequence[str], limit: float) -> list[tuple[Signs, bool]]:
    """Fit the weights and write them; the examples they were fitted to."""
    odds = replace(read_odds(WEIGHTS, COUNTS), limit=0.0)
    rows = list(counter_examples(pipe, odds))
    for each in coded:
        folder, _, sources = each.partition("=")
        rows += list(examples(pipe, odds, Path(folder), Path(sources or folder)))
    text = yaml.safe_dump({"limit": limit, "weights": fit(rows)}, sort_keys=True, allow_unicode=True)
    head = "# How much each sign of src/comity/coding/signs.py weighs; made by scripts/train_gleaning.py.\n"
    WEIGHTS.write_text(head + text, encoding="utf-8")
    return rows


def show(rows: Sequence[tuple[Signs, bool]]) -> None:
    """Print how many of the examples would be gleaned from several probabilities on, and how many of these are right."""
    odds = read_odds(WEIGHTS, COUNTS)
    told = [(odds.of(signs), right) for signs, right in rows]
    every = sum(right for _, right in told)
    print(f"{len(told)} that might be gleaned, {every} right")
    for limit in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        likely = [right for probability, right in told if probability >= limit]
        share, of_all = sum(likely) / max(1, len(likely)), sum(likely) / every
        print(f"from {limit}: {len(likely)}, of which right {share:.2f}; of all right {of_all:.2f}")


def main() -> None:
    """Count, or learn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("count", "learn"))
    parser.add_argument("given", nargs="+")
    parser.add_argument("--limit", type=float, default=LIMIT)
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    pipe = Pipeline()
    WEIGHTS.parent.mkdir(exist_ok=True)
    if asked.what == "count":
        counted = count(pipe, [Path(each) for each in asked.given])
        lines = (f"{key}\t{seen}\t{told}\n" for key, (seen, told) in counted.items() if seen > 1 or "'" not in key)
        COUNTS.write_text("".join(lines), encoding="utf-8")
        return
    rows = learn(pipe, asked.given, asked.limit)
    if asked.show:
        show(rows)


if __name__ == "__main__":
    main()
