"""A web page as pieces in the order of the page: headings, paragraphs, list items, table rows, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from comity.model import BlockKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKING = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main",
    "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "ul",
    *_HEADINGS,
))  # fmt: skip
_UNREAD = (
    "script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "canvas", "audio", "video", "textarea",
    "select", "button", "datalist", "nav", "form",
)  # fmt: skip
_UNREAD_WHERE = (
    "//*[@hidden] | //*[@aria-hidden='true'] | //sup[contains(@class, 'reference')] | //*[contains(@class, 'mw-editsection')]"
    " | //*[contains(translate(@style, ' ', ''), 'display:none')]"
)
_FRAME = frozenset(("aside", "footer", "header"))
_LISTS = frozenset(("ul", "ol", "dl", "tbody", "thead", "tfoot", "tr", "table", "td", "menu"))
_KINDS = {
    **dict.fromkeys(_HEADINGS, BlockKind.HEADING), **dict.fromkeys(("li", "dd", "dt"), BlockKind.ITEM),
    "tr": BlockKind.ROW, "figcaption": BlockKind.CAPTION,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that a page sets apart."""

    kind: BlockKind
    words: str
    level: int
    """Of a heading."""
    linked: float
    """The share of its letters that are links."""
    framed: bool
    """Does it stand in the page's head, foot or margin?"""
    home: int
    """Which element it and its like stand in: pieces of one text have one home."""


def parse(text: str) -> Any | None:
    """The page's tree without what no reader sees; None where there is no element at all."""
    from lxml import etree, html

    # Old pages nest hundreds of tags that nobody closed; without huge_tree all below the 256th is lost.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    # libxml2 stops at characters that XML has not got.
    clean = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", " ", text)
    try:
        return html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def prune(tree: Any) -> None:
    """Take out of a tree what is not shown or not read."""
    unseen = [element for name in _UNREAD for element in tree.iter(name)] + list(tree.xpath(_UNREAD_WHERE))
    for element in unseen:
        if element.getparent() is not None and not _holds_page(element):
            element.drop_tree()


def _holds_page(element: Any) -> bool:
    """Some sites put the whole page into one form, or hide it until a script shows it."""
    if element.tag in ("html", "body"):
        return True
    return element.tag == "form" and element.find(".//p") is not None


def bare(words: str) -> str:
    """The words without blanks, for comparing."""
    return "".join(words.split())


def pieces(tree: Any) -> Iterator[Piece]:
    """The pieces of a pruned page."""
    from lxml import etree

    collector = _Collector()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "start" and element.tag == "tr" and _is_data_row(element):
            yield from collector.flush()
            yield from collector.row(element)
            walk.skip_subtree()
        elif event == "start":
            yield from collector.start(element)
        else:
            yield from collector.end(element)
    yield from collector.flush()


def _is_data_row(row: Any) -> bool:
    """Is it a row of facts, and not of a table that only lays out the page?"""
    holds_more = next(row.iter("table", "h1", "h2", "h3", "ul", "ol", "blockquote", "article"), None) is not None
    return not holds_more and all(len(list(cell.iter("p", "div"))) <= 1 for cell in row.iter("td"))


def _linked(element: Any) -> float:
    letters = len(bare("".join(element.itertext())))
    links = sum(len(bare("".join(link.itertext()))) for link in element.iter("a"))
    return links / letters if letters else 0.0


def _is_framed(element: Any) -> bool:
    """Heads and feet of an article are its own; those of the page are furniture."""
    for above in (element, *element.iterancestors()):
        if above.tag in ("article", "main"):
            return False
        if above.tag in _FRAME:
            return above.tag == "aside" or not _inside(above, "article", "main")
    return False


def _inside(element: Any, *names: str) -> bool:
    return next(element.iterancestors(*names), None) is not None


def _home(element: Any) -> Any:
    """The nearest element over this one that is no mere list or table."""
    above = element.getparent()
    while above is not None and above.tag in _LISTS:
        above = above.getparent()
    return above


@dataclass
class _Collector:
    """Gathers the words between two breaks."""

    blocks: list[Any] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    links: int = 0
    homes: dict[Any, int] = field(default_factory=dict)

    def row(self, row: Any) -> Iterator[Piece]:
        """A row of facts as a whole, its cells set apart by bars."""
        cells = [" ".join("".join(cell.itertext()).split()) for cell in row.iter("td", "th")]
        words = " | ".join(cell for cell in cells if cell)
        if words:
            table = next(row.iterancestors("table"), row)
            yield Piece(BlockKind.ROW, words, 0, _linked(row), _is_framed(row), self.home(table))

    def home(self, element: Any) -> int:
        """The number of the element that this one stands in."""
        return self.homes.setdefault(_home(element), len(self.homes))

    def start(self, element: Any) -> Iterator[Piece]:
        if element.tag in _BREAKING:
            if element.tag == "br":
                self.add("\n")
            else:
                yield from self.flush()
                self.blocks.append(element)
        self.links += element.tag == "a"
        self.add(element.text or "")

    def end(self, element: Any) -> Iterator[Piece]:
        self.links = max(0, self.links - (element.tag == "a"))
        # A row that was taken as a whole ends without having begun here.
        if self.blocks and self.blocks[-1] is element:
            yield from self.flush()
            self.blocks.pop()
        self.add(element.tail or "")

    def add(self, words: str) -> None:
        if words:
            self.words.append(words if words == "\n" else re.sub(r"\s+", " ", words))
            count = len(bare(words))
            self.letters += count
            self.linked += count if self.links else 0

    def flush(self) -> Iterator[Piece]:
        parts = re.split(r"\n\s*\n", "".join(self.words))
        share = self.linked / self.letters if self.letters else 0.0
        self.words, self.letters, self.linked = [], 0, 0
        for part in parts:
            if (words := " ".join(part.split())) and self.blocks:
                yield self.piece(words, share)

    def piece(self, words: str, linked: float) -> Piece:
        element = self.blocks[-1]
        holder = next((above for above in reversed(self.blocks) if above.tag in _KINDS), element)
        # A paragraph inside a list item or a heading is that item or heading.
        kind = _KINDS.get(holder.tag, BlockKind.PARAGRAPH)
        if kind is BlockKind.ROW:
            kind = BlockKind.PARAGRAPH
        return Piece(kind, words, _HEADINGS.get(holder.tag, 0), linked, _is_framed(element), self.home(element))
