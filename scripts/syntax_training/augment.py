"""Copies of sentences as other texts would print them: in lower case, as headlines, without diacritics, about states."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from syntax_training.treebank import Sentence

SMALL = frozenset({"ADP", "DET", "CCONJ", "AUX", "PART", "SCONJ", "PRON"})


def copies(sentences: Iterable[Sentence], states: Sequence[str], seed: int) -> Iterator[Sentence]:
    """About one changed copy for every seven sentences."""
    rng = random.Random(seed)
    for sentence in sentences:
        draw = rng.random()
        if draw < 0.03:
            yield _formed(sentence, str.lower)
        elif draw < 0.06:
            yield headline(sentence)
        elif draw < 0.07:
            yield _formed(sentence, plain)
        elif draw < 0.15 and (changed := renamed(sentence, states, rng)) != sentence:
            yield changed


def plain(form: str) -> str:
    """A word without diacritics.

    >>> plain("Vientián")
    'Vientian'
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", form) if not unicodedata.combining(letter))
    return bare or form


def headline(sentence: Sentence) -> Sentence:
    """The sentence with capitals as in a headline."""
    words = [
        word if index and word.upos in SMALL else replace(word, form=word.form[:1].upper() + word.form[1:])
        for index, word in enumerate(sentence.words)
    ]
    return replace(sentence, words=tuple(words))


def renamed(sentence: Sentence, states: Sequence[str], rng: random.Random) -> Sentence:
    """The sentence with names of one word that stand alone replaced by names of states."""
    governing = {
        word.head for index, word in enumerate(sentence.words) if word.deprel in ("flat", "compound") and word.head != index
    }
    words = [
        replace(word, form=name, lemma=name)
        if word.upos == "PROPN" and word.deprel not in ("flat", "compound", "goeswith") and index not in governing
        and word.form.isalpha() and (name := rng.choice(states))
        else word
        for index, word in enumerate(sentence.words)
    ]  # fmt: skip
    return replace(sentence, words=tuple(words), entities=None)


def _formed(sentence: Sentence, form: Callable[[str], str]) -> Sentence:
    return replace(sentence, words=tuple(replace(word, form=form(word.form)) for word in sentence.words))
