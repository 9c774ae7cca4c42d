"""Sentence -> Tree: a spaCy pipeline with Universal Dependencies labels, ours or another that is installed.

Ours stand under `syntax/`, a folder for each language. A pipeline is loaded when the first sentence is parsed, once a process.

>>> from comity.model import Block, BlockKind, Document, Span
>>> text = "Peru recognised Kenya."
>>> tree = parser().trees(Document("x", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)), [Span(0, len(text))])[0]
>>> [(token.lemma, token.relation, token.head) for token in tree.tokens][:3]
[('Peru', 'nsubj', 1), ('recognise', 'root', 1), ('Kenya', 'obj', 1)]
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from threadpoolctl import ThreadpoolController

from comity.errors import ForeignLabels, MissingExtra, NoParser
from comity.mentions import Token, Tree
from comity.model import Document, Span
from comity.registry import OWN_PARSER
from comity.waste import uncollected

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SYNTAX = Path(__file__).parent / "syntax"
STANZA = "stanza:"

# Sentences longer than this are lists that lost their shape; parsing them costs much and tells nothing.
LONGEST = 1200
Row: TypeAlias = tuple[int, int, str, str, str, int]
"""A token: where in its sentence it begins, its length, its lemma, part of speech and relation, and its head."""
KEPT = 512
"""How many trees are kept for sentences that come again."""
_NAMES = (
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat "
    "goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp"
)
RELATIONS = frozenset(_NAMES.split())
"""The universal relations of Universal Dependencies 2."""


class Parser:
    """Trees of sentences, from one spaCy pipeline."""

    def __init__(self, name: str, nlp: Language) -> None:
        self.name, self._nlp = name, nlp
        unused = {"ner", "tagger"} if (SYNTAX / name).is_dir() else {"ner"}
        self._wanted = [name for name in nlp.pipe_names if name not in unused]
        self._threads = ThreadpoolController()
        self._known: dict[str, tuple[Row, ...]] = {}

    def trees(self, document: Document, sentences: Sequence[Span]) -> list[Tree | None]:
        """The tree of each sentence; None for one that is too long to be one."""
        texts = [sentence.of(document) if len(sentence) <= LONGEST else "" for sentence in sentences]
        wanted = dict.fromkeys(text for text in texts if text)
        if new := [text for text in wanted if text not in self._known]:
            held = self._known if len(self._known) < KEPT else {}
            self._known = {**held, **{text: self._known[text] for text in wanted if text in self._known}, **self._parsed(new)}
        return [
            _tree(self._known[text], sentence.start) if text else None for text, sentence in zip(texts, sentences, strict=True)
        ]

    def forget(self) -> None:
        """Keep no trees, so that what follows is measured as if it were the first."""
        self._known = {}

    def _parsed(self, texts: Sequence[str]) -> dict[str, tuple[Row, ...]]:
        with (
            self._nlp.select_pipes(enable=self._wanted),
            self._threads.limit(limits=1),
        ):  # more threads than one wait for one another
            return dict(zip(texts, map(_rows, self._nlp.pipe([self._whole(text) for text in texts])), strict=True))

    def _whole(self, text: str) -> Doc:
        """The words of one sentence, which the parser may not cut."""
        doc = self._nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc


def _rows(doc: Doc) -> tuple[Row, ...]:
    return tuple((each.idx, len(each), each.lemma_, each.pos_, each.dep_.lower(), each.head.i) for each in doc)


def _tree(rows: Sequence[Row], start: int) -> Tree:
    """The tree of a sentence that begins there."""
    return Tree(
        tuple(
            Token(Span(start + at, start + at + length), lemma, pos, relation, head)
            for at, length, lemma, pos, relation, head in rows
        )
    )


def parser(name: str = OWN_PARSER) -> Parser:
    """The parser of this name, loaded once.

    Args:
        name: A folder under `syntax/`, an installed spaCy pipeline or a folder that holds one, or `stanza:LANGUAGE`.

    Raises:
        NoParser: There is none of this name.
        ForeignLabels: Its relations are not those of Universal Dependencies.
        MissingExtra: Stanza's wrapper is wanted and not installed.
    """
    return _loaded(name)


@cache
def digest(name: str) -> str:
    """What changes when a parser does: its name, with the content of the folder it lies in or the version it is installed in.

    >>> digest("none"), len(digest("en"))
    ('none', 19)
    """
    own = SYNTAX / name if (SYNTAX / name).is_dir() else Path(name)
    if own.is_dir():
        told = hashlib.sha256()
        for path in sorted(path for path in own.rglob("*") if path.is_file()):
            told.update(path.relative_to(own).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return f"{own.name}-{told.hexdigest()[:16]}"
    try:
        return f"{name}-{version(name.partition(':')[0])}"
    except PackageNotFoundError:
        return name


@cache
def _loaded(name: str) -> Parser:
    with uncollected():
        nlp = _stanza(name.removeprefix(STANZA)) if name.startswith(STANZA) else _spacy(name)
    _check(name, nlp)
    return Parser(name, nlp)


def _spacy(name: str) -> Language:
    import spacy
    from thinc.api import use_ops

    own = SYNTAX / name
    with warnings.catch_warnings(), use_ops("numpy", use_blis=False):  # NumPy multiplies twice as fast as BLIS does
        warnings.simplefilter("ignore")
        try:
            nlp = spacy.load(own if own.is_dir() else name)
        except OSError as error:
            raise NoParser(name=name, own=", ".join(sorted(path.name for path in SYNTAX.iterdir() if path.is_dir()))) from error
    return _widened(nlp)


def _widened(nlp: Language) -> Language:
    """The pipeline with its vectors in single precision: ours are stored in half of it."""
    if nlp.vocab.vectors.data.dtype == "float16":
        nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype("float32")
    return nlp


def _stanza(language: str) -> Language:
    try:
        import spacy_stanza
    except ImportError as error:
        raise MissingExtra(what="a parser of Stanza", package="spacy-stanza", extra="stanza") from error
    load: Callable[[str], Language] = spacy_stanza.load_pipeline
    return load(language)


def _check(name: str, nlp: Language) -> None:
    """A ForeignLabels error where the labels, or those of a trial sentence, are no universal relations."""
    trained = getattr(nlp.get_pipe("parser"), "labels", ()) if nlp.has_pipe("parser") else ()
    labels = trained or [token.dep_ for token in nlp("Peru signed a treaty.")]
    plain = {label.split("||")[0].split(":")[0].lower() for label in labels if label}
    if not plain or not plain <= RELATIONS:
        found = ", ".join(sorted(plain - RELATIONS)[:6]) or "none"
        raise ForeignLabels(name=name, found=found, allowed=", ".join(sorted(RELATIONS)))
