"""Treebanks in CoNLL-U: their sentences with words, trees and named entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ENTITY_TYPES = frozenset({"person", "place", "organization", "event"})
"""The types of GUM's entities that mentions can use; dates, quantities and things are found otherwise."""


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word of a treebank; `head` counts from 0 and is the word's own place at the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank; entities as (first word, word after the last, type), None where none are annotated."""

    words: tuple[Word, ...]
    entities: tuple[tuple[int, int, str], ...] | None
    document: str = ""
    opens_paragraph: bool = False


@dataclass
class _Open:
    """Mentions whose end has not been met, by their name in the document."""

    starts: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    done: list[tuple[int, int, str]] = field(default_factory=list)


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in their order."""
    document, paragraph, rows = "", True, list[list[str]]()
    entities = "global.Entity" in path.read_text(encoding="utf-8")[:100_000]
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                document, paragraph = line.rpartition("=")[2].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line[:1].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield _sentence(rows, document, paragraph=paragraph, entities=entities)
                paragraph, rows = False, []


def _sentence(rows: list[list[str]], document: str, *, paragraph: bool, entities: bool) -> Sentence:
    glued = _glued(rows)
    plain = [row for row in rows if row[0].isdigit()]
    words = tuple(_word(index, row, space=index not in glued) for index, row in enumerate(plain))
    spans = tuple(_names(words, [row[9] for row in plain])) if entities else None
    return Sentence(words, spans, document, paragraph)


def _glued(rows: list[list[str]]) -> frozenset[int]:
    """The places of the words after which no space stands, those inside a word of several words among them."""
    glued: set[int] = set()
    for row in rows:
        last = "SpaceAfter=No" in row[9]
        if "-" in row[0]:
            start, end = map(int, row[0].split("-"))
            glued.update(range(start - 1, end - 1))
            glued.update({end - 1} if last else ())
        elif row[0].isdigit() and last:
            glued.add(int(row[0]) - 1)
    return frozenset(glued)


def _word(index: int, row: list[str], *, space: bool) -> Word:
    head = int(row[6]) - 1
    feats = "" if row[5] == "_" else row[5]
    return Word(row[1], row[2], row[3], row[4], feats, index if head < 0 else head, row[7], space)


def _names(words: tuple[Word, ...], misc: list[str]) -> Iterator[tuple[int, int, str]]:
    """The names among the annotated mentions: those headed by a proper noun, cut to the name; the longest of nested ones."""
    named = (_name(words, start, end, kind) for start, end, kind in _mentions(misc) if kind in ENTITY_TYPES)
    taken: set[int] = set()
    for start, end, kind in sorted(filter(None, named), key=lambda name: (name[0] - name[1], name[0])):
        if not taken & set(range(start, end)):
            taken.update(range(start, end))
            yield start, end, kind


def _mentions(misc: list[str]) -> list[tuple[int, int, str]]:
    found = _Open()
    for index, column in enumerate(misc):
        value = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for piece in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            _read_piece(piece, index, found)
    return found.done


def _read_piece(piece: str, index: int, found: _Open) -> None:
    name, _, rest = piece.strip("()").partition("-")
    if piece.startswith("("):
        found.starts.setdefault(name, []).append((index, index + 1, rest.partition("-")[0]))
    if piece.endswith(")") and found.starts.get(name):
        start, _, kind = found.starts[name].pop()
        found.done.append((start, index + 1, kind))


def _name(words: tuple[Word, ...], start: int, end: int, kind: str) -> tuple[int, int, str] | None:
    head = next(
        (index for index in range(start, end) if not start <= words[index].head < end or words[index].head == index), start
    )
    if words[head].upos != "PROPN":
        return None
    first, last = head, head + 1
    while first > start and _belongs(words[first - 1]):
        first -= 1
    while last < end and (step := _continues(words, last, end)):
        last += step
    return first, last, kind


def _belongs(word: Word) -> bool:
    """Does a word before the head belong to the name: the United in United Kingdom?"""
    return word.upos == "PROPN" or (
        word.form[:1].isupper() and word.deprel in ("amod", "compound", "flat") and word.upos != "NOUN"
    )


def _continues(words: tuple[Word, ...], at: int, end: int) -> int:
    """How many words continue a name: a proper noun, or "of (the)" before one."""
    if words[at].upos == "PROPN":
        return 1
    if words[at].form != "of":
        return 0
    after = at + 2 if at + 1 < end and words[at + 1].form == "the" else at + 1
    return after + 1 - at if after < end and words[after].upos == "PROPN" else 0
