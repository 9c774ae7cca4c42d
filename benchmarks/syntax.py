"""How well and how fast the parser parses: trees, lemmas, sentences and names against the treebanks' own.

Gold words, predicted sentences, punctuation left out; sentences and words also from the running text of paragraphs.

    pip install spacy
    python benchmarks/syntax.py ../shared/training [--part dev] [--pipeline src/comity/syntax/en] [-o FILE] [--floors FILE]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from syntax_training.corpus import document, paragraphs
from syntax_training.treebank import Sentence, read
from thinc.api import NumpyOps, set_current_ops

Figures: TypeAlias = dict[str, dict[str, float]]
SPEED = "words a second"
NOISE = 0.05
"""Per cent; other processors round otherwise, and a word in ten thousand may hang on it."""
OWN = Path(__file__).parent.parent / "src" / "comity" / "syntax" / "en"


def trees(nlp: Language, groups: Sequence[list[Sentence]]) -> dict[str, float]:
    """Attachment, lemmas, tags and names on gold words, in per cent."""
    gold = [document(nlp.vocab, group) for group in groups]
    blank = [
        Doc(nlp.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc]) for doc in gold
    ]
    told = list(nlp.pipe(blank))
    scored = Scorer(nlp).score([Example(doc, right) for doc, right in zip(told, gold, strict=True)])
    names = {"UAS": "dep_uas", "LAS": "dep_las", "lemmas": "lemma_acc", "tags": "tag_acc", "pos": "pos_acc", "entities": "ents_f"}
    found = {name: round(100 * scored[key], 2) for name, key in names.items() if scored.get(key)}
    return found | {"LAS of universal relations": _plain_las(told, gold)}


def _plain_las(told: Iterable[Doc], gold: Iterable[Doc]) -> float:
    """Labelled attachment without the relations' subtypes."""
    pairs = [(one, right) for doc, other in zip(told, gold, strict=True) for one, right in zip(doc, other, strict=True)]
    kept = [(one, right) for one, right in pairs if right.dep_ != "punct"]
    right = sum(one.head.i == gold.head.i and one.dep_.split(":")[0] == gold.dep_.split(":")[0] for one, gold in kept)
    return round(100 * right / len(kept), 2)


def running(nlp: Language, groups: Sequence[list[Sentence]]) -> dict[str, float]:
    """F1 of sentences and of words on the text of paragraphs, in per cent."""
    told: dict[str, set[tuple[int, int, int]]] = {"sentences": set(), "words": set()}
    gold: dict[str, set[tuple[int, int, int]]] = {"sentences": set(), "words": set()}
    texts = [document(nlp.vocab, group) for group in groups]
    for number, (right, doc) in enumerate(zip(texts, nlp.pipe([doc.text for doc in texts]), strict=True)):
        for found, one in ((told, doc), (gold, right)):
            found["sentences"] |= {(number, sent.start_char, sent.end_char) for sent in one.sents}
            found["words"] |= {(number, token.idx, token.idx + len(token)) for token in one}
    return {name: round(200 * len(told[name] & gold[name]) / (len(told[name]) + len(gold[name])), 2) for name in told}


def speed(nlp: Language, groups: Sequence[list[Sentence]]) -> float:
    """Words a second of the tagger, lemmatizer and parser alone."""
    docs = [document(nlp.vocab, group) for group in groups]
    blank = [Doc(nlp.vocab, words=[token.text for token in doc]) for doc in docs]
    with nlp.select_pipes(disable=["ner"]):
        start = time.perf_counter()
        list(nlp.pipe(blank))
        return round(sum(map(len, docs)) / (time.perf_counter() - start))


def main() -> int:
    """Print the figures, and keep them where asked."""
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("treebanks", type=Path)
    parse.add_argument("--part", default="dev", choices=("dev", "test"))
    parse.add_argument("--pipeline", default=str(OWN))
    parse.add_argument("-o", "--out", type=Path)
    parse.add_argument("--floors", type=Path, help="figures kept before, under which none may fall")
    given = parse.parse_args()
    warnings.simplefilter("ignore")
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(given.pipeline)
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype("float32")  # stored in half precision
    figures: Figures = {}
    for name in ("ewt", "gum"):
        groups = list(paragraphs(read(given.treebanks / f"{name}-{given.part}.conllu")))
        figures[name] = {**trees(nlp, groups), **running(nlp, groups), SPEED: speed(nlp, groups)}
        print(name, given.part, ", ".join(f"{what} {value}" for what, value in figures[name].items()))
    if given.out:
        given.out.write_text(json.dumps({given.part: figures}, indent=2) + "\n", encoding="utf-8")
    return int(bool(given.floors) and not _holds(figures, json.loads(given.floors.read_text(encoding="utf-8"))[given.part]))


def _holds(figures: Figures, floors: Figures) -> bool:
    """Is no figure under its floor? Speed is no figure of that kind."""
    fallen = [
        f"{name}: {what} {figures[name].get(what, 0.0)} is under {floor}"
        for name, held in floors.items()
        for what, floor in held.items()
        if what != SPEED and figures[name].get(what, 0.0) < floor - NOISE
    ]
    print("\n".join(fallen or ["no figure is under its floor"]))
    return not fallen


if __name__ == "__main__":
    sys.exit(main())
