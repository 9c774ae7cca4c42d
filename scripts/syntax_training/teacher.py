"""The teacher: a small pretrained encoder with a biaffine parser (Dozat and Manning 2017), trained on the same treebanks.

It never ships. It reads raw text, and the pipeline learns from what it reads as well as from the treebanks.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from syntax_training.treebank import Sentence

LONGEST = 250
"""The most word pieces in a sentence; longer ones are left out."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the teacher may say: relations, tags, and universal tags with features."""

    relations: tuple[str, ...]
    tags: tuple[str, ...]
    morphs: tuple[str, ...]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Labels:
        """All labels of these sentences."""
        words = [word for sentence in sentences for word in sentence.words]
        return cls(
            tuple(sorted({word.deprel for word in words})),
            tuple(sorted({word.xpos for word in words})),
            tuple(sorted({f"{word.upos}/{word.feats}" for word in words})),
        )


class Biaffine(nn.Module):
    """Scores of pairs of words."""

    def __init__(self, size: int, out: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(out, size + 1, size + 1))

    def forward(self, child: Tensor, head: Tensor) -> Tensor:
        """Scores with the shape (batch, out, child, head)."""
        one = child.new_ones((*child.shape[:-1], 1))
        return torch.einsum("bid,odk,bjk->boij", torch.cat([child, one], -1), self.weight, torch.cat([head, one], -1))


def shape(form: str) -> int:
    """How a word is written, which an encoder of lower-case text does not see."""
    if not form[:1].isalpha():
        return 0
    if form.isupper():
        return 1 if len(form) > 1 else 2
    return 3 if form[0].isupper() else 4


class Teacher(nn.Module):
    """Encoder, biaffine parser and taggers over one sentence at a time."""

    def __init__(self, encoder: Path, labels: Labels) -> None:
        super().__init__()
        self.labels = labels
        self.tokenizer = AutoTokenizer.from_pretrained(encoder)
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.shapes = nn.Embedding(5, width)
        nn.init.zeros_(self.shapes.weight)
        self.arcs = nn.ModuleList(nn.Sequential(nn.Linear(width, 320), nn.GELU(), nn.Dropout(0.25)) for _ in "ch")
        self.names = nn.ModuleList(nn.Sequential(nn.Linear(width, 128), nn.GELU(), nn.Dropout(0.25)) for _ in "ch")
        self.arc, self.relation = Biaffine(320, 1), Biaffine(128, len(labels.relations))
        self.tag = nn.Linear(width, len(labels.tags))
        self.morph = nn.Linear(width, len(labels.morphs))
        self.drop = nn.Dropout(0.2)

    def encode(self, batch: Sequence[Sequence[str]]) -> tuple[Tensor, Tensor]:
        """Vectors of the words, a root before them, and which of them are real."""
        pieces = self.tokenizer(
            [list(words) for words in batch], is_split_into_words=True, padding=True, return_tensors="pt", truncation=True
        )
        hidden = self.encoder(**pieces).last_hidden_state
        longest = max(map(len, batch))
        first = torch.zeros(len(batch), longest + 1, dtype=torch.long)
        real = torch.zeros(len(batch), longest + 1, dtype=torch.bool)
        shapes = torch.zeros(len(batch), longest + 1, dtype=torch.long)
        for row, words in enumerate(batch):
            real[row, : len(words) + 1] = True
            for at, word in enumerate(pieces.word_ids(row)):
                if word is not None and not first[row, word + 1]:
                    first[row, word + 1] = at
            shapes[row, 1 : len(words) + 1] = torch.tensor([shape(word) for word in words])
        vectors = hidden.gather(1, first.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        return self.drop(vectors + self.shapes(shapes)), real

    def relations(self, vectors: Tensor, row: Tensor, child: Tensor, head: Tensor) -> Tensor:
        """Scores of the relations of some words to their heads."""
        one = vectors.new_ones((len(row), 1))
        low = torch.cat([self.names[0](vectors[row, child]), one], -1)
        high = torch.cat([self.names[1](vectors[row, head]), one], -1)
        return torch.einsum("nd,odk,nk->no", low, self.relation.weight, high)

    def forward(self, batch: Sequence[Sequence[str]]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Scores of heads, the words' vectors, scores of tags and of features, and which words are real."""
        vectors, real = self.encode(batch)
        arcs = self.arc(self.arcs[0](vectors), self.arcs[1](vectors)).squeeze(1)
        arcs = arcs.masked_fill(~real.unsqueeze(1), -1e4)
        arcs = arcs - 1e4 * torch.eye(arcs.shape[-1])
        return arcs, vectors, self.tag(vectors), self.morph(vectors), real

    def loss(self, sentences: Sequence[Sentence]) -> Tensor:
        """The loss on sentences of a treebank."""
        arcs, vectors, tags, morphs, real = self([[word.form for word in sentence.words] for sentence in sentences])
        real = real.clone()
        real[:, 0] = False
        gold = [self._gold(sentence) for sentence in sentences]
        heads, relations, tag, morph = (torch.cat([torch.tensor(part[at]) for part in gold]) for at in range(4))
        row, child = real.nonzero(as_tuple=True)
        entropy = nn.functional.cross_entropy
        return (
            entropy(arcs[row, child], heads)
            + entropy(self.relations(vectors, row, child, heads), relations)
            + 0.5 * entropy(tags[row, child], tag)
            + 0.5 * entropy(morphs[row, child], morph)
        )

    def _gold(self, sentence: Sentence) -> tuple[list[int], list[int], list[int], list[int]]:
        words, labels = sentence.words, self.labels
        return (
            [0 if word.head == at else word.head + 1 for at, word in enumerate(words)],
            [labels.relations.index(word.deprel) for word in words],
            [labels.tags.index(word.xpos) for word in words],
            [labels.morphs.index(f"{word.upos}/{word.feats}") for word in words],
        )

    @torch.inference_mode()
    def read(self, batch: Sequence[Sequence[str]]) -> Iterator[list[tuple[int, str, str, str, float]]]:
        """For each sentence, each word's head (its own place at the root), relation, tag, features, and how sure the head is."""
        arcs, vectors, tags, morphs, _ = self(batch)
        sure = arcs.softmax(-1)
        for row, words in enumerate(batch):
            size = len(words) + 1
            heads = tree(sure[row, :size, :size].clamp_min(1e-9).log())
            out = []
            places = torch.arange(1, size)
            names = self.relations(vectors, torch.full_like(places, row), places, torch.tensor(heads[1:]))
            for child in range(1, size):
                head, scores = heads[child], names[child - 1]
                scores[self.labels.relations.index("root")] += 1e4 if head == 0 else -1e4
                out.append(
                    (
                        child - 1 if head == 0 else head - 1,
                        self.labels.relations[int(scores.argmax())],
                        self.labels.tags[int(tags[row, child].argmax())],
                        self.labels.morphs[int(morphs[row, child].argmax())],
                        float(sure[row, child, head]),
                    )
                )
            yield out


def tree(scores: Tensor) -> list[int]:
    """The best tree with one root over scores (child, head), the root at 0 (Edmonds 1967, where the best heads are no tree)."""
    heads = [0, *scores[1:].argmax(-1).tolist()]
    if _is_tree(heads):
        return heads
    root = int(scores[1:, 0].argmax()) + 1
    graph = nx.DiGraph()
    graph.add_edge(0, root, weight=0.0)
    size = len(heads)
    graph.add_weighted_edges_from(
        (head, child, float(scores[child, head]))
        for child in range(1, size)
        for head in range(1, size)
        if child not in (root, head)
    )
    best = nx.maximum_spanning_arborescence(graph)
    return [0, *(next(best.predecessors(child)) for child in range(1, size))]


def _is_tree(heads: list[int]) -> bool:
    if sum(head == 0 for head in heads[1:]) != 1:
        return False
    for start in range(1, len(heads)):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if at:
            return False
    return True


def batches(sentences: Sequence[Sentence], words: int, rng: random.Random) -> list[list[Sentence]]:
    """Sentences of like length together, so many words at a time."""
    order = sorted(sentences, key=lambda sentence: len(sentence.words) + rng.random() * 4)
    out: list[list[Sentence]] = [[]]
    for sentence in order:
        if out[-1] and (len(out[-1]) + 1) * len(sentence.words) > words:
            out.append([])
        out[-1].append(sentence)
    rng.shuffle(out)
    return out


def train(encoder: Path, sentences: Sequence[Sentence], epochs: int, seed: int) -> Iterator[Teacher]:
    """A teacher trained on sentences; handed out after each epoch."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    labels = Labels.of(sentences)
    teacher = Teacher(encoder, labels)
    known = [sentence for sentence in sentences if len(sentence.words) < LONGEST // 2]
    steps = epochs * len(batches(known, 640, random.Random(seed)))
    inner = [value for name, value in teacher.named_parameters() if name.startswith("encoder")]
    outer = [value for name, value in teacher.named_parameters() if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": inner, "lr": 1.5e-4}, {"params": outer, "lr": 1.5e-3}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(step / 200, max(0.0, 1 - step / (steps * 1.02))))
    for _ in range(epochs):
        teacher.train()
        for batch in batches(known, 640, rng):
            optimizer.zero_grad()
            teacher.loss(batch).backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        teacher.eval()
        yield teacher
