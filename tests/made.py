"""What the tests of several rooms make in one line: documents, mentions, drafts, claims, runs of the real command."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import comity
import warm
from comity.annotating import Tools, annotate
from comity.coding.items import items
from comity.gazetteer import actors
from comity.mentions import Annotated
from comity.model import Block, BlockKind, Document, Source, Span
from comity.pipeline import Pipeline, pipeline
from comity.registry import Folders
from comity.triggers import lexicon
from comity.vocabulary import compile_words

SOURCE = Path(comity.__file__).parents[1]
EXAMPLES = Path(comity.__file__).parent / "examples"
NOT_RUN = "NOT RUN"
"""Begins the reason of a test that is left out for want of something that could be installed; the summary tells of it."""


def document(*parts: str | tuple[BlockKind, str], id: str = "made", **source: str) -> Document:
    """A document of blocks: a string is a paragraph; headings stand over what follows them."""
    text, blocks, over = "", [], ()
    for kind, words in ((BlockKind.PARAGRAPH, part) if isinstance(part, str) else part for part in parts):
        span = Span(len(text), len(text) + len(words))
        blocks.append(Block(kind, span, () if kind in (BlockKind.TITLE, BlockKind.HEADING) else over))
        over = (span,) if kind is BlockKind.HEADING else over
        text += words + "\n\n"
    return Document(id, text, tuple(blocks), Source(**source))


def title(words: str) -> tuple[BlockKind, str]:
    return BlockKind.TITLE, words


def heading(words: str) -> tuple[BlockKind, str]:
    return BlockKind.HEADING, words


def line(words: str) -> tuple[BlockKind, str]:
    return BlockKind.ITEM, words


def annotated(*parts: str | tuple[BlockKind, str], **source: str) -> Annotated:
    """The same with all mentions, by the package's own words."""
    return annotate(document(*parts, **source), Tools(actors(), lexicon(), compile_words(lexicon())))


def row(text: str) -> tuple:
    """The items of one sentence."""
    return items(annotated(text), Span(0, len(text)), lexicon())


def claims(*parts: str | tuple[BlockKind, str], **source: str) -> list:
    """What all rules of the package code in a document."""
    return pipeline().code(document(*parts, **source))


# A rule for a thing that no rule of the package tells.
TOAST = """
claim: {kind: event, type: SUPPORT}
words:
  toast: {verb: [toast]}
patterns:
  - "{source} <toast> {target}"
"""


def own_pipeline(folder: Path, **rules: str) -> Pipeline:
    """A pipeline with these rule files and no other."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in rules.items():
        (folder / f"{name}.yaml").write_text(body, encoding="utf-8")
    return Pipeline(Folders(rules=(folder,)), gleaning=1)


def run(*args: object, cwd: Path | None = None, source: Path = SOURCE) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own, with the package that lies in `source`; that of this one is loaded already."""
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONWARNINGS": "error", "PYTHONUTF8": "1"}
    command = warm.command() if source == SOURCE else [sys.executable, "-m", "comity"]
    command += map(str, args)
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, timeout=120, check=False)


def in_articles(*texts: str, published: tuple[str, ...] = ()) -> Annotated:
    """A page of articles, a paragraph each, with the days on which they were published."""
    page = document(*texts)
    blocks = tuple(replace(block, article=number) for number, block in enumerate(page.blocks))
    days = (*published, *("" for _ in texts))[: len(texts)]
    page = replace(page, blocks=blocks, articles=tuple(Source(published=day) for day in days))
    return annotate(page, Tools(actors(), lexicon(), compile_words(lexicon())))
