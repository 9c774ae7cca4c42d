"""Names: a second teacher learns them from GUM, reads the other texts, and a recogniser of its own learns from all."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch
from torch import Tensor, nn

from syntax_training.teacher import Teacher, batches
from syntax_training.treebank import ENTITY_TYPES, Sentence

LABELS = ("O", *(f"{place}-{kind}" for kind in sorted(ENTITY_TYPES) for place in "BI"))
SURE = 0.6
"""How sure the teacher must be of each word of a sentence for it to teach."""


class NameTeacher(nn.Module):
    """The first teacher's encoder under a tagger of names."""

    def __init__(self, teacher: Teacher) -> None:
        super().__init__()
        self.teacher = teacher
        self.tag = nn.Linear(teacher.encoder.config.hidden_size, len(LABELS))

    def forward(self, sentences: Sequence[Sentence]) -> tuple[Tensor, Tensor]:
        """Scores of the labels of each word, and which words are real."""
        vectors, real = self.teacher.encode([[word.form for word in sentence.words] for sentence in sentences])
        return self.tag(vectors[:, 1:]), real[:, 1:]

    def loss(self, sentences: Sequence[Sentence]) -> Tensor:
        """The loss on sentences whose names are known."""
        scores, real = self(sentences)
        gold = torch.cat([torch.tensor(tags(sentence)) for sentence in sentences])
        return nn.functional.cross_entropy(scores[real], gold)

    @torch.inference_mode()
    def read(self, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
        """Those of the sentences of which it is sure, with their names."""
        order = sorted(sentences, key=lambda sentence: len(sentence.words))
        for start in range(0, len(order), 24):
            batch = order[start : start + 24]
            scores, _ = self(batch)
            sure, best = scores.softmax(-1).max(-1)
            for row, sentence in enumerate(batch):
                size = len(sentence.words)
                if float(sure[row, :size].min()) >= SURE:
                    yield replace(sentence, entities=tuple(spans([LABELS[int(label)] for label in best[row, :size]])))


def tags(sentence: Sentence) -> list[int]:
    """The label of each word by its place in LABELS."""
    found = [0] * len(sentence.words)
    for start, end, kind in sentence.entities or ():
        for at in range(start, end):
            found[at] = LABELS.index(f"{'B' if at == start else 'I'}-{kind}")
    return found


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The names that labels tell.

    >>> list(spans(["B-place", "I-place", "O", "I-person"]))
    [(0, 2, 'place'), (3, 4, 'person')]
    """
    start, kind = 0, ""
    for at, label in enumerate([*labels, "O"]):
        place, _, told = label.partition("-")
        if kind and (place != "I" or told != kind):
            yield start, at, kind
            kind = ""
        if told and not kind:
            start, kind = at, told


def train(teacher: Teacher, sentences: Sequence[Sentence], epochs: int, seed: int) -> NameTeacher:
    """A teacher of names trained on sentences whose names are known."""
    torch.manual_seed(seed)
    rng, learner = random.Random(seed), NameTeacher(teacher)
    steps = epochs * len(batches(sentences, 640, random.Random(seed)))
    optimizer = torch.optim.AdamW(learner.parameters(), lr=1e-4, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(step / 50, max(0.0, 1 - step / (steps * 1.02))))
    learner.train()
    for _ in range(epochs):
        for batch in batches(sentences, 640, rng):
            optimizer.zero_grad()
            learner.loss(batch).backward()
            optimizer.step()
            schedule.step()
    return learner.eval()
