"""Networks that tell how well each stands where, and how well so many on a side fit; what they learn from is in `standing`.

They are trained for whole arrangements: what is made likelier is the share of the one that people have coded among all that there
could be, which are counted by dynamic programming over how many stand on each side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from comity.arranging import BOTH, FIRST, MANY, OTHER, Arrangement, best, cell
from comity.learned import signs_table
from comity.sensing import SIDES
from gleaning_training.standing import Asked, vocabulary, weigh

SEED, PARTS, NETWORKS, HIDDEN, EPOCHS, BATCH = 1, 5, 5, 48, 12, 48
NEVER = -1e4
STEADY = 0.01
"""How much it costs that one value has crowds of its own."""


class Network(nn.Module):
    """Several networks of one hidden layer, trained side by side."""

    def __init__(self, names: Sequence[str], values: Sequence[str]) -> None:
        super().__init__()
        self.names, self.values = tuple(names), {value: number for number, value in enumerate(values, 1)}
        self.inner = nn.Parameter(torch.randn(NETWORKS, len(names), HIDDEN) / 6)
        self.bent = nn.Parameter(torch.zeros(NETWORKS, HIDDEN))
        self.outer = nn.Parameter(torch.randn(NETWORKS, HIDDEN, BOTH) / HIDDEN**0.5)
        self.base = nn.Parameter(torch.zeros(NETWORKS, BOTH))
        self.alike = nn.Parameter(torch.zeros(NETWORKS, 2, MANY**3))
        self.sorts = nn.Parameter(torch.zeros(NETWORKS, len(values) + 1, MANY**3))
        self.drop = nn.Dropout(0.3)

    def scores(self, table: Tensor) -> Tensor:
        """By each network, how well each stands on the first side, on the other, on both."""
        hidden = torch.tanh(torch.einsum("nf,mfh->mnh", table, self.inner) + self.bent[:, None])
        return torch.einsum("mnh,mhk->mnk", self.drop(hidden), self.outer) + self.base[:, None]

    def crowds(self, even: Tensor, value: Tensor) -> Tensor:
        """By each network, how well so many on either side fit."""
        return self.alike[:, even] + self.sorts[:, value]


@dataclass(frozen=True)
class Packed:
    """Claims as numbers."""

    table: Tensor
    at: Tensor
    """For each claim, the rows of its candidates; -1 where it has no more."""
    even: Tensor
    value: Tensor
    stands: Tensor
    """For each claim, each arrangement that is right, and each candidate, where he stands."""
    lacking: Tensor
    """Where a claim has no further arrangement that is right."""


def packed(every: Sequence[Asked], network: Network) -> Packed:
    """Claims with what people have coded of them."""
    right = [one.arrangements() for one in every]
    most, widest = max(map(len, right)), max(len(one.found) for one in every)
    at, number = torch.full((len(every), widest), -1), 0
    stands, lacking = torch.zeros(len(every), most, widest, dtype=torch.long), torch.zeros(len(every), most)
    for row, one in enumerate(every):
        at[row, : len(one.found)] = torch.arange(number, number + len(one.found))
        number += len(one.found)
        lacking[row, len(right[row]) :] = NEVER
        for which, arranged in enumerate(right[row]):
            stands[row, which, : len(arranged)] = torch.tensor(arranged)
    even = torch.tensor([int(one.even) for one in every])
    value = torch.tensor([network.values.get(one.value, 0) for one in every])
    return Packed(table(every, network.names), at, even, value, stands, lacking)


def table(every: Sequence[Asked], names: Sequence[str]) -> Tensor:
    """The signs of all candidates as rows of numbers."""
    return torch.from_numpy(signs_table([candidate.signs for one in every for candidate in one.found], names))


def whole(scores: Tensor, real: Tensor, even: Tensor, crowds: Tensor) -> Tensor:
    """The logarithm of the sum over all arrangements, by how many stand where (see `cell`); for each network and claim."""
    apart = torch.tensor([side != BOTH for side in (FIRST, OTHER, BOTH)])
    scores = scores.masked_fill((even[:, None, None] > 0) & apart, NEVER)
    counted = torch.full((*scores.shape[:2], MANY, MANY, MANY), NEVER)
    counted[..., 0, 0, 0] = 0.0
    for one in range(scores.shape[2]):
        added = [_one_more(counted, side) + scores[:, :, one, side, None, None, None] for side in range(BOTH)]
        more = torch.stack([counted, *added]).logsumexp(0)
        counted = torch.where(real[:, one, None, None, None], more, counted)
    return (counted.flatten(2) + crowds).logsumexp(-1)


def _one_more(counted: Tensor, side: int) -> Tensor:
    """The same, with one more on a side; where there are many there are many still."""
    dim = side + 2
    less, many = counted.narrow(dim, 0, MANY - 2), counted.narrow(dim, MANY - 2, 2).logsumexp(dim, keepdim=True)
    return torch.cat([torch.full_like(many, NEVER), less, many], dim)


def loss(network: Network, given: Packed, part: Tensor) -> Tensor:
    """How unlikely it is what people have coded, of some claims."""
    at = given.at[part]
    at = at[:, : int((at >= 0).sum(1).max())]
    real, even, stands = at >= 0, given.even[part], given.stands[part][..., : at.shape[1]]
    scores = network.scores(given.table[at.clamp(min=0).flatten()]).unflatten(1, at.shape)
    crowds = network.crowds(even, given.value[part])
    own = torch.cat([torch.zeros_like(scores[..., :1]), scores], -1).unsqueeze(2)
    own = own.expand(-1, -1, stands.shape[1], -1, -1).gather(4, stands.expand(NETWORKS, *stands.shape).unsqueeze(-1))
    cells = torch.from_numpy(cell(*((stands == side).sum(-1).numpy() for side in (FIRST, OTHER, BOTH))))
    right = own.squeeze(-1).sum(-1) + crowds.gather(2, cells.expand(NETWORKS, *cells.shape)) + given.lacking[part]
    told = whole(scores, real, even, crowds) - right.logsumexp(-1)
    return told.mean() + STEADY * network.sorts.square().sum() / NETWORKS


def fit_sides(every: Sequence[Asked], names: Sequence[str]) -> Network:
    """Networks that have learned from what people have coded."""
    coded = [one for one in every if one.arrangements()]
    network = Network(names, sorted({one.value for one in coded}))
    given = packed(coded, network)
    optimizer = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=0.05)
    steps = EPOCHS * (len(coded) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 5e-3, total_steps=steps)
    for _ in range(EPOCHS):
        for part in torch.randperm(len(coded)).split(BATCH):
            optimizer.zero_grad()
            loss(network, given, part).backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def arrange(network: Network, one: Asked) -> Arrangement:
    """The best arrangement of a claim's candidates."""
    value = torch.tensor([network.values.get(one.value, 0)])
    with torch.inference_mode():
        scores = network.scores(table([one], network.names)).mean(0)
        crowd = network.crowds(torch.tensor([int(one.even)]), value).mean(0)[0]
    return best(scores.numpy(), crowd.numpy(), even=one.even)


def crossed(every: Sequence[Asked], names: Sequence[str]) -> Iterator[tuple[Asked, Arrangement]]:
    """Each that no rule has told, as networks arrange it that have not learned from its document."""
    docs = sorted({one.doc for one in every})
    for part in range(PARTS):
        held = set(docs[part::PARTS])
        network = fit_sides([one for one in every if one.doc not in held], names)
        yield from ((one, arrange(network, one)) for one in every if one.doc in held and not one.known)


def learned(every: Sequence[Asked], folder: Path) -> dict[str, object]:
    """Learn who stands where; the networks go into a folder. Returns what the model tells of itself besides."""
    torch.manual_seed(SEED)
    every = [one for one in every if one.found]
    names = vocabulary(every)
    weights = weigh(list(crossed(every, names)))
    network = fit_sides(every, names)
    arrays = {name: value.detach().numpy().astype(np.float16) for name, value in network.named_parameters()}
    arrays |= {name: arrays[name].mean(0, dtype=np.float32).astype(np.float16) for name in ("alike", "sorts")}
    np.savez_compressed(folder / SIDES, **arrays)
    return {"weights": weights, "signs": names, "crowds": list(network.values)}
