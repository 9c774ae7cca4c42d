"""The model: a small pretrained encoder; for each sort of claim, where to look for it; and who stands on which side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from comity.coding.gleaning import NUMBER
from comity.mentions import How
from comity.schema import Kinds
from comity.sensing import LONGEST
from gleaning_training.sentences import Sentence, sides, sorts

LAYERS = 3
"""Of the encoder's six: with all six it finds no more."""
PIECES = 200
WIDTH = 192
MANNERS = (*(str(manner) for manner in How), NUMBER)


@dataclass(frozen=True)
class Example:
    """A sentence as numbers."""

    pieces: list[int]
    length: int
    """Of the sentence itself, without what stands before it."""
    says: Tensor
    counts: Tensor
    """Which answers count: not those that a careful coder may give or leave."""
    roles: list[tuple[int, int, int, float, float]]
    """Sort, piece and manner of somebody named, and whether on either side."""


class Maker:
    """Makes examples of sentences."""

    def __init__(self, encoder: Path, names: Sequence[str], kinds: Kinds) -> None:
        self.names, self._number, self._kinds = tuple(names), {name: at for at, name in enumerate(names)}, kinds
        self._tokenizer = AutoTokenizer.from_pretrained(encoder)

    def example(self, sentence: Sentence) -> Example:
        """One sentence."""
        pieces = self._tokenizer(sentence.text[:LONGEST], sentence.before, truncation="only_first", max_length=PIECES)
        says, counts = self._says(sentence)
        own = pieces.token_type_ids.count(0)
        places = [pieces.char_to_token(0, one.at, 0) if one.at < LONGEST else None for one in sentence.named]
        roles = [
            (
                sort,
                place,
                MANNERS.index(one.manner),
                float(not one.codes.isdisjoint(first)),
                float(not one.codes.isdisjoint(other)),
            )
            for sort, (first, other) in self._sides(sentence).items()
            for one, place in zip(sentence.named, places, strict=True)
            if place and one.codes and first | other
        ]
        return Example(pieces.input_ids, own, says, counts, roles)

    def _says(self, sentence: Sentence) -> tuple[Tensor, Tensor]:
        says, counts = torch.zeros(len(self.names)), torch.ones(len(self.names))
        perhaps = [*sentence.left_open]
        for claim in sentence.claims:
            own = sorts(claim, self._kinds[claim["kind"]])
            if not claim.get("optional"):
                says[[self._number[name] for name in own if name in self._number]] = 1
            perhaps += own + [f"{claim['kind']} {value}" for value in claim.get("type_alt") or ()]
        for name in perhaps:
            if name in self._number and not says[self._number[name]]:
                counts[self._number[name]] = 0
        return says, counts

    def _sides(self, sentence: Sentence) -> Mapping[int, tuple[frozenset[str], frozenset[str]]]:
        found: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        for claim in sentence.claims:
            kind = self._kinds[claim["kind"]]
            first, other = sides(claim, kind)
            for name in sorts(claim, kind):
                if (number := self._number.get(name)) is not None:
                    known = found.get(number, (frozenset(), frozenset()))
                    found[number] = (known[0] | first, known[1] | other)
        return found


class Model(nn.Module):
    """What a sentence says, by sort, and who stands on either side of it."""

    def __init__(self, encoder: Path, sorts: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="eager")
        self.encoder.encoder.layer = self.encoder.encoder.layer[:LAYERS]
        self.encoder.embeddings.word_embeddings.requires_grad_(False)  # a quarter faster, and nothing lost
        width = self.encoder.config.hidden_size
        self.look, self.tell, self.whole = nn.Linear(width, sorts), nn.Linear(width, sorts), nn.Linear(width, sorts)
        self.who, self.what, self.side = nn.Linear(width, WIDTH), nn.Linear(width, WIDTH, bias=False), nn.Linear(WIDTH, 2)
        self.sort, self.manner = nn.Embedding(sorts, WIDTH), nn.Embedding(len(MANNERS), WIDTH)
        self.drop = nn.Dropout(0.2)

    def says(self, pieces: Tensor, types: Tensor, own: Tensor, real: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of the sorts, where each looks, and the vectors of the pieces."""
        vectors = self.drop(self.encoder(input_ids=pieces, token_type_ids=types, attention_mask=real).last_hidden_state)
        looks = self.look(vectors).masked_fill(~own.unsqueeze(-1), -1e4).softmax(1)
        return (looks * self.tell(vectors)).sum(1) + self.whole(vectors[:, 0]), looks, vectors

    def stands(self, who: Tensor, seen: Tensor, sort: Tensor, manner: Tensor) -> Tensor:
        """Scores of either side for somebody named, with what a sort has looked at."""
        mixed = self.who(who) + self.what(seen) + self.sort(sort) + self.manner(manner)
        return self.side(nn.functional.gelu(mixed))

    def loss(self, batch: Sequence[Example]) -> Tensor:
        """The loss on some examples."""
        pieces, own = padded(batch)
        real = (pieces != 0).long()
        scores, looks, vectors = self.says(pieces, (~own).long() * real, own, real)
        entropy = nn.functional.binary_cross_entropy_with_logits
        says, counts = (torch.stack(each) for each in zip(*((one.says, one.counts) for one in batch), strict=True))
        loss = (entropy(scores, says, reduction="none") * counts).sum(1).mean()
        roles = [(row, *role) for row, one in enumerate(batch) for role in one.roles]
        if not roles:
            return loss
        row, sort, place, manner = (torch.tensor([role[at] for role in roles]) for at in range(4))
        seen = torch.einsum("nk,nkw->nw", looks[row, :, sort], vectors[row])
        stands = self.stands(vectors[row, place], seen, sort, manner)
        return loss + entropy(stands, torch.tensor([role[4:] for role in roles]), reduction="sum") / len(batch)


class Asked(nn.Module):
    """The model as it is asked about one sentence (see `comity.sensing`)."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, types: Tensor, named: Tensor, manners: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """How likely each sort is, the piece on which it rests most, and the sides of those who are named."""
        model = self.model
        scores, looks, vectors = model.says(pieces, types, types == 0, torch.ones_like(pieces))
        seen = torch.einsum("kn,kw->nw", looks[0], vectors[0]).unsqueeze(1)
        every = torch.arange(scores.shape[1]).unsqueeze(1)
        stands = model.stands(vectors[0, named].unsqueeze(0), seen, every, manners.unsqueeze(0))
        ends = (types[0] == 0).sum() - 1
        return scores[0].sigmoid(), looks[0, 1:ends].argmax(0) + 1, stands.sigmoid()


def padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """The pieces of several sentences in rows of one length, and which of them are the sentences' own."""
    longest = max(len(one.pieces) for one in batch)
    pieces = torch.tensor([one.pieces + [0] * (longest - len(one.pieces)) for one in batch])
    return pieces, torch.arange(longest)[None] < torch.tensor([one.length for one in batch])[:, None]
