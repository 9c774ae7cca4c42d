"""Networks of one hidden layer that tell who stands on which side; what they learn from is in `standing`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from comity.learned import signs_table
from comity.sensing import SIDES
from gleaning_training.standing import Asked, Likely, vocabulary, weigh

SEED, PARTS, NETWORKS, HIDDEN, EPOCHS = 1, 5, 5, 48, 30


class Network(nn.Module):
    """Several networks of one hidden layer, trained side by side."""

    def __init__(self, signs: int) -> None:
        super().__init__()
        self.inner = nn.Parameter(torch.randn(NETWORKS, signs, HIDDEN) / 6)
        self.bent = nn.Parameter(torch.zeros(NETWORKS, HIDDEN))
        self.outer = nn.Parameter(torch.randn(NETWORKS, HIDDEN, 2) / HIDDEN**0.5)
        self.base = nn.Parameter(torch.zeros(NETWORKS, 2))
        self.drop = nn.Dropout(0.3)

    def forward(self, table: Tensor) -> Tensor:
        """The scores of either side by each network."""
        hidden = torch.tanh(torch.einsum("nf,mfh->mnh", table, self.inner) + self.bent[:, None])
        return torch.einsum("mnh,mhk->mnk", self.drop(hidden), self.outer) + self.base[:, None]


def table(every: Sequence[Asked], names: Sequence[str]) -> Tensor:
    """The signs of all candidates as rows of numbers."""
    return torch.from_numpy(signs_table([candidate.signs for one in every for candidate in one.found], names))


def fit_sides(every: Sequence[Asked], names: Sequence[str]) -> Network:
    """Networks that have learned from what people have coded."""
    coded = [one for one in every if one.claims and one.found]
    rows, stands = table(coded, names), torch.tensor([each for one in coded for each in one.stands()])
    network = Network(len(names))
    optimizer = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=0.05)
    steps = EPOCHS * (len(rows) // 256 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 5e-3, total_steps=steps)
    for _ in range(EPOCHS):
        for part in torch.randperm(len(rows)).split(256):
            optimizer.zero_grad()
            scores = network(rows[part])
            wanted = stands[part].expand_as(scores)
            nn.functional.binary_cross_entropy_with_logits(scores, wanted).backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def read(network: Network, one: Asked, names: Sequence[str]) -> Likely:
    """How likely each candidate stands on either side."""
    if not one.found:
        return []
    with torch.inference_mode():
        return [(a, b) for a, b in network(table([one], names)).mean(0).sigmoid().tolist()]


def crossed(every: Sequence[Asked], names: Sequence[str]) -> Iterator[tuple[Asked, Likely]]:
    """Each as networks tell it that have not learned from its document."""
    docs = sorted({one.doc for one in every})
    for part in range(PARTS):
        held = set(docs[part::PARTS])
        network = fit_sides([one for one in every if one.doc not in held], names)
        yield from ((one, read(network, one, names)) for one in every if one.doc in held)


def learned(every: Sequence[Asked], folder: Path) -> dict[str, object]:
    """Learn who stands where; the networks go into a folder. Returns what the model tells of itself besides."""
    torch.manual_seed(SEED)
    names = vocabulary(every)
    weights = weigh(list(crossed(every, names)))
    network = fit_sides(every, names)
    arrays = {name: value.detach().numpy().astype(np.float16) for name, value in network.named_parameters()}
    np.savez_compressed(folder / SIDES, **arrays)
    return {"weights": weights, "signs": names}
