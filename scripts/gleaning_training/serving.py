"""Whom persons serve of whom no words tell it, learned where the encoder of names had not seen theirs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import yaml
from torch import Tensor, nn

from comity.learned import Networks, signs_table
from comity.resolving.serving import TOLD, WEIGHTS, read
from gleaning_training.persons import Person, vocabulary

SEED, NETWORKS, HIDDEN, EPOCHS, BATCH = 1, 5, 24, 40, 32


class Network(nn.Module):
    """Several networks of one hidden layer, trained side by side; of the candidates each chooses one, or none."""

    def __init__(self, signs: int) -> None:
        super().__init__()
        self.inner = nn.Parameter(torch.randn(NETWORKS, signs, HIDDEN) / 6)
        self.bent = nn.Parameter(torch.zeros(NETWORKS, HIDDEN))
        self.outer = nn.Parameter(torch.randn(NETWORKS, HIDDEN, 1) / HIDDEN**0.5)
        self.base = nn.Parameter(torch.zeros(NETWORKS, 1))
        self.drop = nn.Dropout(0.3)

    def forward(self, table: Tensor) -> Tensor:
        """The logs of the odds of each candidate, and of none."""
        hidden = torch.tanh(torch.einsum("nf,mfh->mnh", table, self.inner) + self.bent[:, None])
        scores = torch.einsum("mnh,mhk->mnk", self.drop(hidden), self.outer)[:, :, 0]
        return torch.cat([scores, self.base], 1)


def fit(every: Sequence[Person], names: Sequence[str]) -> Network:
    """Networks that have learned from what people have coded."""
    known = [(torch.from_numpy(_table(one, names)), _wanted(one)) for one in every if one.found]
    network = Network(len(names))
    optimizer = torch.optim.AdamW(network.parameters(), lr=4e-3, weight_decay=0.1)
    steps = EPOCHS * (len(known) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=steps)
    for _ in range(EPOCHS):
        random.shuffle(known)
        for at in range(0, len(known), BATCH):
            part = known[at : at + BATCH]
            losses = [-(network(table).log_softmax(1) * wanted).sum(1).mean() for table, wanted in part]
            optimizer.zero_grad()
            torch.stack(losses).mean().backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def _table(one: Person, names: Sequence[str]) -> np.ndarray:
    table: np.ndarray = signs_table([candidate.signs for candidate in one.found], names)
    return table


def _wanted(one: Person) -> Tensor:
    right = torch.tensor([*one.right, float(not any(one.right))])
    return right / right.sum()


def learned(every: Sequence[Person], folder: Path) -> None:
    """Learn whom somebody serves, and write it into a folder."""
    torch.manual_seed(SEED)
    random.seed(SEED)
    names = vocabulary(every)
    network = fit(every, names)
    arrays = {name: value.detach().numpy().astype(np.float16) for name, value in network.named_parameters()}
    np.savez_compressed(folder / WEIGHTS, **arrays)
    head = "# What the weights beside it weigh, in their order; made by scripts/train_serving.py.\n"
    (folder / TOLD).write_text(head + yaml.safe_dump({"signs": names}), encoding="utf-8")


def show(every: Sequence[Person], folder: Path) -> None:
    """Print how many persons are given their state, from several probabilities on."""
    networks = Networks(folder / WEIGHTS, yaml.safe_load((folder / TOLD).read_text(encoding="utf-8"))["signs"])
    for told in (True, False):
        both = [zip(read(networks, one.found), one.right, strict=True) for one in every if one.told is told]
        best = [max(each, default=(0.0, 0.0)) for each in both]
        for limit in (0.0, 0.5, 0.7, 0.9):
            right = [is_right for likely, is_right in best if likely >= limit]
            print(f"{'told' if told else 'not told':<9} from {limit}: {sum(right):.0f} of {len(right)} right")
