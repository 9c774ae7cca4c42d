"""From an article's lines to its pieces: headings, paragraphs, lists, rows, and what footnotes and captions say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity.model import BlockKind
from comity.reading import _wiki_source as marks
from comity.reading._furniture import is_pointer
from comity.reading._lines import paragraphs, split
from comity.reading._wiki_inline import Inline
from comity.reading._wiki_pieces import Piece
from comity.reading._wiki_rows import rows
from comity.reading._wiki_source import Source, asides, bare, shield
from comity.reading._wiki_tables import end_of, opens

_HEADING = re.compile(rf"(={{1,6}})\s*(.+?)\s*\1((?:\s|{marks.ASIDE}\d+{marks.END}|\{{\{{[^{{}}]*\}}\}})*)")
_LIST = re.compile(r"\s*([*#:;•]+)\s*(\S.*)", re.DOTALL)
_DEFINED = re.compile(r"(.*?)\s+:\s+(.+)", re.DOTALL)
_LEVEL = 7
"""Below all headings of the article's own: a term that stands alone over what follows."""
_DEEPEST = 12
"""Cells within cells: no article goes deeper than three."""


class Layout:
    """Reads the lines of one article."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.inline = Inline(source)
        self._deep = 0

    def article(self) -> list[Piece]:
        """All pieces of the article."""
        return list(self.pieces(self.source.text.split("\n")))

    def pieces(self, lines: Sequence[str]) -> Iterator[Piece]:
        """The pieces of lines."""
        self._deep += 1
        at, run = 0, list[str]()
        while at < len(lines):
            line = lines[at]
            end = end_of(lines, at) if opens(line) and self._deep < _DEEPEST else at + 1
            found = list(self._table(lines[at:end])) if end > at + 1 else self._apart(line)
            if found is None:
                run.append(line)
            else:
                yield from self.passages("\n".join(run))
                run = []
                yield from found
            at = end
        yield from self.passages("\n".join(run))
        self._deep -= 1

    def _apart(self, line: str) -> list[Piece] | None:
        """The pieces of a line that is no part of a paragraph; None where it is."""
        if not line.strip():
            return []
        if line.startswith("=") and (match := _HEADING.fullmatch(line.strip())):
            return self._heading(match)
        if match := _LIST.fullmatch(line):
            return list(self._item(match[1], match[2]))
        return [] if line.startswith("----") and not line.strip("- ") else None

    def _heading(self, match: re.Match[str]) -> list[Piece]:
        words = self.inline.render(match[2] + match[3])
        head = Piece(BlockKind.HEADING, bare(words), len(match[1]), self._citation(words))
        return [head, *self._beside(words)] if head.words else []

    def _item(self, sign: str, wikitext: str) -> Iterator[Piece]:
        if sign.endswith(";"):
            term = _DEFINED.fullmatch(wikitext)
            if not term:
                words = self.inline.render(wikitext)
                if bare(words):
                    yield Piece(BlockKind.HEADING, bare(words), _LEVEL, self._citation(words))
                yield from self._beside(words)
                return
            wikitext = f"{term[1]}: {term[2]}"
        yield from self._passages(self.inline.render(wikitext), BlockKind.ITEM)

    def _table(self, lines: Sequence[str]) -> Iterator[Piece]:
        return rows(lines, self.inside)

    def inside(self, lines: Sequence[str]) -> list[Piece]:
        """The pieces of a cell or caption."""
        if len(lines) == 1 and not _LIST.match(lines[0]):
            return list(self.passages(lines[0]))
        return list(self.pieces(lines))

    def passages(self, wikitext: str) -> Iterator[Piece]:
        """The pieces of lines that make up a paragraph, and of what templates make of it."""
        if wikitext.strip():
            yield from self._passages(self.inline.render(wikitext), BlockKind.PARAGRAPH)

    def _passages(self, words: str, first: BlockKind) -> Iterator[Piece]:
        """A list item keeps its kind up to the end of its line; what follows has its own."""
        kind = first
        for line in _cut(words):
            item = _LIST.fullmatch(line) if line.lstrip()[:1] in _BULLETS else None
            yield from self._passage(item[2] if item else line, BlockKind.ITEM if item else kind)
            kind = BlockKind.PARAGRAPH

    def _passage(self, words: str, kind: BlockKind) -> Iterator[Piece]:
        shown = bare(words)
        if shown.strip(_PUNCTUATION):
            if marks.POINTER in words or is_pointer(shown):
                kind = BlockKind.BOILERPLATE
            named = marks.NAMED in words
            yield Piece(kind, shown, citation=self._citation(words), named=named)
        yield from self._beside(words)

    def _citation(self, words: str) -> str:
        found = (self.inline.cite(number) for number in asides(words) if self.source.find(number)[1].kind == "cite")
        return " ; ".join(dict.fromkeys(line for line in found if line))

    def _beside(self, words: str) -> Iterator[Piece]:
        """What stood beside the words: captions, lines of an infobox, footnotes that tell something."""
        for number in asides(words):
            _, aside = self.source.find(number)
            if aside.kind == "cite" or aside.told or self._deep >= _DEEPEST:
                continue
            aside.told = True
            if aside.kind == "pairs":
                yield from self._pairs(aside.source)
            else:
                kind = BlockKind.CAPTION if aside.kind == "caption" else BlockKind.PARAGRAPH
                for piece in self.inside(shield(aside.source).split("\n")):
                    yield replace(piece, kind=kind if piece.kind is BlockKind.PARAGRAPH else piece.kind, extra=True)

    def _pairs(self, wikitext: str) -> Iterator[Piece]:
        for key, value in self.inline.pairs(wikitext):
            shown = "; ".join(filter(None, (bare(line.lstrip(_BULLETS)) for line in _cut(value))))
            name = bare(key)
            if not shown:
                pass
            elif "caption" in name:
                yield Piece(BlockKind.CAPTION, shown, citation=self._citation(value), extra=True)
            elif name:
                yield Piece(BlockKind.PAIR, f"{name}: {shown}", citation=self._citation(value), key=len(name), extra=True)
            else:
                yield Piece(BlockKind.PARAGRAPH, shown, citation=self._citation(value), extra=True)
            yield from self._beside(value)


_BULLETS = "*#:;• "
_PUNCTUATION = ",.;:()[]|•*'\"/- "
"""What is left of a passage that held nothing but templates."""


def _cut(words: str) -> Iterator[str]:
    """Rendered words, cut at blank lines, before each item of a list, and between lines that were not wrapped."""
    if "\n" not in words:
        yield words
        return
    for part in re.split(r"\n\s*\n", words):
        run: list[str] = []
        for line in part.split("\n"):
            if line.lstrip()[:1] in ("*", "#", "•"):
                yield from _joined(run)
                yield line
                run = []
            elif run and not (bare(line) and bare(run[-1])):
                # Marks that stand alone go with the words beside them.
                run[-1] += " " + line
            elif line.strip():
                run.append(line)
        yield from _joined(run)


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Lines that stand together, those of one paragraph joined."""
    if len(lines) < 2:
        yield from lines
        return
    shown = split("\n".join(bare(line) for line in lines))
    for span in paragraphs(shown):
        yield " ".join(line for line, place in zip(lines, shown, strict=True) if span.start <= place.start < span.end)
