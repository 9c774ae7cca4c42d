"""Raw text that the teacher has read: sentences of running text, and vectors of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.language import Language
from spacy.vectors import Vectors

from comity.annotating import sentences
from comity.mentions import Annotated
from comity.model import BlockKind
from comity.reading import find, load
from syntax_training.teacher import Teacher
from syntax_training.tokens import adapt
from syntax_training.treebank import Sentence, Word

SHORTEST, LONGEST = 5, 60  # words of a sentence worth reading
SURE = 0.75
"""How sure the teacher must be of the heads of a sentence on average, and half as sure of each."""
WIDTH = 64


def running_text(folder: Path) -> Iterator[str]:
    """The sentences of the paragraphs of all documents in a folder, each once."""
    seen: set[str] = set()
    for found in find([folder]):
        document = load(found)
        for mention in sentences.annotate(Annotated(document), None):  # type: ignore[arg-type]
            text = " ".join(mention.span.of(document).split())
            if mention.value == BlockKind.PARAGRAPH.value and text not in seen:
                seen.add(text)
                yield text


def tokenised(nlp: Language, texts: Iterable[str]) -> Iterator[tuple[list[str], list[bool]]]:
    """Words, and whether a space follows each, of the sentences of fitting length."""
    for doc in map(nlp.make_doc, texts):
        if SHORTEST <= len(doc) <= LONGEST and not any(token.is_space for token in doc):
            yield [token.text for token in doc], [bool(token.whitespace_) for token in doc]


def read(teacher: Teacher, texts: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of which the teacher is sure; without lemmas and entities."""
    nlp = spacy.blank("en")
    adapt(nlp)
    todo = sorted(tokenised(nlp, texts), key=lambda sentence: len(sentence[0]))
    for start in range(0, len(todo), 24):
        batch = todo[start : start + 24]
        for (forms, spaces), told in zip(batch, teacher.read([forms for forms, _ in batch]), strict=True):
            sure = [word[4] for word in told]
            if sum(sure) / len(sure) >= SURE + 0.15 and min(sure) >= SURE / 2:
                yield _sentence(forms, spaces, told)


def _sentence(forms: Sequence[str], spaces: Sequence[bool], told: Sequence[tuple[int, str, str, str, float]]) -> Sentence:
    words = []
    for form, space, (head, relation, tag, morph, _) in zip(forms, spaces, told, strict=True):
        pos, _, feats = morph.partition("/")
        words.append(Word(form, "", pos, tag, feats, head, relation, space))
    return Sentence(tuple(words), None, "", opens_paragraph=True)


def vocabulary(teacher: Teacher, known: Iterable[Sentence], most: int) -> list[str]:
    """The commonest words of the sentences, then whole words that the encoder knows."""
    counts = Counter(word.form.lower() for sentence in known for word in sentence.words)
    common = [word for word, count in counts.most_common() if count > 1 and word.isalpha()]
    pieces = sorted(teacher.tokenizer.get_vocab().items(), key=lambda piece: piece[1])
    return list(dict.fromkeys([*common, *(word for word, _ in pieces if word.isalpha() and word.isascii() and len(word) > 2)]))[
        :most
    ]


@torch.inference_mode()
def vectors(teacher: Teacher, words: Sequence[str]) -> np.ndarray:
    """A vector for each word as the teacher sees it alone, cut to the directions in which words differ most."""
    rows = [teacher.encode([[word] for word in words[start : start + 256]])[0][:, 1] for start in range(0, len(words), 256)]
    table = torch.cat(rows)
    table = table - table.mean(0)
    _, _, axes = torch.pca_lowrank(table, WIDTH, center=False, niter=4)
    kept = table @ axes
    return (kept / kept.std()).numpy().astype("float32")


def store_vectors(folder: Path, words: Sequence[str], table: np.ndarray) -> None:
    """Vectors as spaCy loads them, sought by words in lower case."""
    nlp = spacy.blank("en")
    keys = [nlp.vocab.strings.add(word) for word in words]
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=table, keys=keys, name="teacher", attr="LOWER")
    nlp.to_disk(folder)
