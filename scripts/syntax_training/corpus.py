"""Training documents: sentences of treebanks, one paragraph a document, as spaCy reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from syntax_training.treebank import Sentence

LONGEST = 10
"""The most sentences in one document."""


def paragraphs(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences that stand in one paragraph, at most `LONGEST` of them."""
    held: list[Sentence] = []
    for sentence in sentences:
        if held and (sentence.opens_paragraph or len(held) == LONGEST or sentence.document != held[0].document):
            yield held
            held = []
        held.append(sentence)
    if held:
        yield held


def document(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """One document with the annotations of its sentences."""
    words = [word for sentence in sentences for word in sentence.words]
    starts: list[bool | int | None] = [index == 0 for sentence in sentences for index in range(len(sentence.words))]
    offsets = [sum(len(sentence.words) for sentence in sentences[:index]) for index in range(len(sentences))]
    heads = [word.head + offset for sentence, offset in zip(sentences, offsets, strict=True) for word in sentence.words]
    doc = Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words] if all(word.lemma for word in words) else None,
        heads=heads,
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in words],
        sent_starts=starts,
    )
    _set_entities(doc, sentences, offsets)
    return doc


def _set_entities(doc: Doc, sentences: list[Sentence], offsets: list[int]) -> None:
    known = [(sentence, offset) for sentence, offset in zip(sentences, offsets, strict=True) if sentence.entities is not None]
    spans = [
        Span(doc, offset + start, offset + end, label=kind)
        for sentence, offset in known
        for start, end, kind in sentence.entities or ()
    ]
    doc.set_ents(spans, default="outside" if known else "missing")


def store(path: Path, sentences: Iterable[Sentence]) -> int:
    """Write documents to a file for training; returns how many words they hold."""
    vocab, count = Vocab(), 0
    kept = DocBin(store_user_data=False)
    for group in paragraphs(sentences):
        doc = document(vocab, group)
        count += len(doc)
        kept.add(doc)
    kept.to_disk(path)
    return count
