"""Names of statesmen -> an encoder that tells how well a name fits each state."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from comity.gazetteer import Gazetteer
from comity.naming import LONGEST, MODEL, STATES

SEED, EPOCHS, BATCH, LAYERS = 1, 8, 32, 3
INNER, OUTER, SCALE = 8e-5, 5e-4, 1e-2
"""The highest rates of learning: of the encoder, of the states, and of how sharply it tells them apart."""
ALONE = 0.3
"""How often a name is cut down to its last word: texts call people so."""
Named: TypeAlias = tuple[str, str]
"""A name and the code of the state."""


def listed(folder: Path) -> Iterator[Named]:
    """The names of our lists: files with a code and a name in each line."""
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            code, _, name = line.partition("\t")
            yield name, code


class Encoder(nn.Module):
    """The vector of a name, against one for each state."""

    def __init__(self, encoder: Path, states: Sequence[str]) -> None:
        super().__init__()
        self.tokenizer = AutoTokenizer.from_pretrained(encoder)
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="eager")
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        self.encoder.embeddings.word_embeddings.requires_grad_(False)
        with torch.inference_mode():
            begun = torch.cat([self._vectors([state]) for state in states])
        self.states, self.scale = nn.Parameter(begun.clone()), nn.Parameter(torch.tensor(12.0))

    def _vectors(self, texts: Sequence[str]) -> Tensor:
        asked = self.tokenizer(list(texts), padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
        return self.forward(asked.input_ids, asked.attention_mask)

    def forward(self, pieces: Tensor, real: Tensor | None = None) -> Tensor:
        """The vectors of names, each of length one."""
        real = torch.ones_like(pieces) if real is None else real
        hidden = self.encoder(input_ids=pieces, attention_mask=real).last_hidden_state * real.unsqueeze(-1)
        return nn.functional.normalize(hidden.sum(1) / real.sum(1, keepdim=True), dim=1)

    def weights(self) -> Tensor:
        """What the vectors of names are held against."""
        return self.scale * nn.functional.normalize(self.states, dim=1)

    def scores(self, texts: Sequence[str]) -> Tensor:
        """How well names fit each state."""
        return self._vectors(texts) @ self.weights().T


def trained(encoder: Path, found: Iterable[Named], gazetteer: Gazetteer) -> tuple[Encoder, list[str]]:
    """An encoder that has learned from names, and the codes of the states in the order of its answers."""
    torch.manual_seed(SEED)
    random.seed(SEED)
    pairs = sorted({(name, code) for name, code in found if gazetteer.is_state(code)})
    codes = sorted({code for _, code in pairs})
    model = Encoder(encoder, [gazetteer[code].names["en"].name for code in codes])
    _fit(model, [(name, codes.index(code)) for name, code in pairs])
    return model.eval(), codes


def _fit(model: Encoder, pairs: list[tuple[str, int]]) -> None:
    counts = Counter(number for _, number in pairs)
    inner = [value for name, value in model.named_parameters() if name.startswith("encoder.") and value.requires_grad]
    groups = [{"params": inner, "lr": INNER}, {"params": [model.states], "lr": OUTER}, {"params": [model.scale], "lr": SCALE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * (len(pairs) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [INNER, OUTER, SCALE], total_steps=steps)
    model.train()
    for epoch in range(EPOCHS):
        random.shuffle(pairs)
        whole = 0.0
        for at in range(0, len(pairs), BATCH):
            part = pairs[at : at + BATCH]
            numbers = [number for _, number in part]
            scores = model.scores([_called(name) for name, _ in part])
            weighed = torch.tensor([counts[number] ** -0.5 for number in numbers])
            losses = nn.functional.cross_entropy(scores, torch.tensor(numbers), reduction="none", label_smoothing=0.1)
            loss = (losses * weighed).sum() / weighed.sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            whole += loss.item()
        print(f"names, epoch {epoch + 1} of {EPOCHS}: loss {whole * BATCH / len(pairs):.3f}", flush=True)


def _called(name: str) -> str:
    """A name as a text may call it."""
    return name.rsplit(maxsplit=1)[-1] if random.random() < ALONE else name


def store(model: Encoder, codes: Sequence[str], folder: Path) -> None:
    """Write what the package reads, in whole numbers of eight bits."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / MODEL
        torch.onnx.export(
            model,
            (torch.tensor([[101, 7513, 102]]),),
            whole,
            input_names=["pieces"],
            output_names=["vector"],
            dynamic_axes={"pieces": {1: "n"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, folder / MODEL, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    states = model.weights().detach().numpy().astype(np.float16)
    np.savez_compressed(folder / STATES, codes=np.array(codes), states=states)
