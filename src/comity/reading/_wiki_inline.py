"""From the wikitext of one passage to its words: links, templates, tags and entities, each as a reader sees them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from comity.reading import _wiki_source as marks
from comity.reading._wiki_cite import citation, short_citation
from comity.reading._wiki_nodes import Given, called, lines_of, parsed, plain
from comity.reading._wiki_source import Source, bare, shield, unshield, without_marks
from comity.reading._wiki_templates import Kind, fill, kind_of, state, state_of_code

_SIGNS = re.compile(r"[\[{<&']|://")
_LEFT_OVER = re.compile(r"'{2,}|\{\{+|\}\}+|\[\[+|\]\]+|</?[a-zA-Z][^<>\n]{0,300}>|(?m:^[ \t]*(?:\{\|.*|\|\}|-{4,}))")
_NAMESPACE = re.compile(r"\s*([\w -]*?)\s*:\s*(.*)", re.DOTALL)
_FILES = frozenset(("file", "image", "media", "datei", "fichier", "archivo"))
_UNSEEN = frozenset(("category", "kategorie", "catégorie"))
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z-]+)?|simple")
_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|baseline|middle|sub|super|top|text-top|bottom|text-bottom"
    r"|upright|(?:\d+\s*)?x?\s*\d+\s*px|\d+\s*px|(?:alt|link|upright|page|class|lang|thumb(?:nail)?|start|end|time|thumbtime|loop|muted)\s*=.*)\s*",
    re.IGNORECASE | re.DOTALL,
)
_DROPPED = frozenset(("ref", "references", "del", "s", "strike", "math", "gallery", "style", "script", "section"))
_BLOCKS = frozenset((
    "p", "div", "blockquote", "center", "ul", "ol", "dl", "poem", "table", "tr", "caption", "h1", "h2", "h3", "h4", "h5", "h6",
))  # fmt: skip
_ITEMS = frozenset(("li", "dd", "dt"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


class Inline:
    """Reads the passages of one article; counts the templates that it could not show."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.unknown: Counter[str] = Counter()
        self.computed: Counter[str] = Counter()
        self._citing = False
        self._cited: dict[int, str] = {}
        self._passage: Any = None

    def render(self, raw: str) -> str:
        """The words of a passage; footnotes and captions stand in it as marks."""
        if not _SIGNS.search(raw):
            return unshield(raw)
        raw = unshield(raw)
        code = parsed(raw)
        if code is None:
            return plain(raw)
        outer, self._passage = self._passage, code
        words = self.nodes(code.nodes)
        self._passage = outer
        return words

    def cite(self, number: int) -> str:
        """The line that a footnote cites; "" where it cites nothing."""
        number, aside = self.source.find(number)
        if number not in self._cited:
            self._cited[number] = ""
            outer, self._citing = self._citing, True
            self._cited[number] = bare(self.render(aside.source)).rstrip(" .,;")
            self._citing = outer
        return self._cited[number]

    def nodes(self, nodes: Iterable[Any]) -> str:
        """The words of nodes that follow one another."""
        return "".join(_BY_KIND[type(node).__name__](self, node) for node in nodes)

    def words(self, code: Any) -> str:
        """The words of a piece of parsed wikitext; "" of none."""
        return self.nodes(code.nodes) if code is not None else ""

    def _text(self, node: Any) -> str:
        words = str(node.value)
        return _LEFT_OVER.sub("", words) if _SIGNS.search(words) or "}" in words or "]" in words or "|}" in words else words

    def _entity(self, node: Any) -> str:
        return html.unescape(str(node))

    def _argument(self, node: Any) -> str:
        return self.words(node.default)

    def _nothing(self, node: Any) -> str:
        return ""

    def _heading(self, node: Any) -> str:
        return f"\n\n{self.words(node.title)}\n\n"

    def _link(self, node: Any) -> str:
        title = str(node.title).strip()
        match = _NAMESPACE.match(title) if ":" in title else None
        if match:
            space = match[1].casefold()
            if space in _FILES:
                return self._file(node)
            if space in _UNSEEN or (_LANGUAGE.fullmatch(match[1]) and not node.text):
                return ""
        if node.text is not None and (shown := self.words(node.text)).strip():
            return marks.NAMED + shown
        page = self.words(node.title).strip().lstrip(":")
        return marks.NAMED + (page.partition("#")[0].strip() or page.strip("#"))

    def _file(self, node: Any) -> str:
        parts = shield(str(node)[2:-2]).split("|")[1:]
        caption = parts[-1] if parts and not _OPTION.fullmatch(parts[-1]) else ""
        return self.source.set_aside("caption", caption) if caption.strip() else ""

    def _external(self, node: Any) -> str:
        url, label = str(node.url).strip(), self.words(node.title).strip()
        if not node.brackets:
            return url
        if self._citing:
            return f"{label} {url}".strip()
        return f"{label}{self.source.set_aside('cite', url)}" if "://" in url else label

    def _tag(self, node: Any) -> str:
        name = str(node.tag).strip().casefold()
        if name in ("br", "hr"):
            return "\n"
        if name in _DROPPED or _HIDDEN.search(str(node)[:200]):
            return ""
        if node.wiki_markup and name in _ITEMS:
            return str(node.wiki_markup)
        words = self.words(node.contents) if node.contents is not None else ""
        if name in _BLOCKS:
            return f"\n\n{words.rstrip(' |') if name == 'tr' else words}\n\n"
        if name in _ITEMS:
            return f"\n* {words.strip()}\n"
        return f"{words.strip()} | " if name in ("td", "th") else words

    def _template(self, node: Any) -> str:
        name, given = called(node, self.words)
        kind = kind_of(name)
        if kind is None:
            return self._unlisted(str(node.name), name, given)
        if kind.sort == "words":
            return fill(kind.pattern, given)
        if kind.sort == "flags":
            shown = fill(kind.pattern, given)
            return marks.NAMED + state(shown) if shown else ""
        return _BY_SORT[kind.sort](self, name, kind, given)

    def _icon(self, name: str, kind: Kind, given: Given) -> str:
        return f"{marks.ICON}{state(given.get('1', ''))}{marks.ICON_END}{marks.NAMED}"

    def _hatnote(self, name: str, kind: Kind, given: Given) -> str:
        links = [
            given.get(f"l{number}", "") or given.get(f"label {number}", "") or given[number]
            for number in given
            if number.isdigit()
        ]
        pages = {str(number): link.replace("#", " § ") for number, link in enumerate(links, 1)}
        shown = fill(kind.pattern, pages)
        return f"\n\n{marks.POINTER}{shown}\n\n" if pages and not self._citing else ""

    def _citation(self, name: str, kind: Kind, given: Given) -> str:
        outer, self._citing = self._citing, True
        shown = citation(name, given)
        self._citing = outer
        return shown

    def _short(self, name: str, kind: Kind, given: Given) -> str:
        shown = short_citation(given)
        return self.source.set_aside("cite", shown) if name.startswith("sfn") and not self._citing else shown

    def _named(self, name: str, kind: Kind, given: Given) -> str:
        return "".join(self.source.set_aside("cite", "", given[number].strip()) for number in given if number.isdigit())

    def _note(self, name: str, kind: Kind, given: Given) -> str:
        words, label = given.raw("1") or given.raw("text"), given.get("name", "").strip()
        return self.source.set_aside("note", words, label) if words.strip() or label else ""

    def _pairs(self, name: str, kind: Kind, given: Given) -> str:
        return self.source.set_aside("pairs", given.wikitext)

    def _captions(self, name: str, kind: Kind, given: Given) -> str:
        told = [given.raw(key) for key in given if re.fullmatch(r"(?:caption|footer|title|header)\d*", key)]
        return "".join(self.source.set_aside("caption", words) for words in told if words.strip())

    def _computed(self, name: str, kind: Kind, given: Given) -> str:
        self.computed[name] += 1
        return ""

    def _ignored(self, name: str, kind: Kind, given: Given) -> str:
        return ""

    def _unlisted(self, written: str, name: str, given: Given) -> str:
        """A state's code, or a template that nobody has described: the words in it are kept."""
        if not len(given) and (named := state_of_code(written.strip())):
            return marks.NAMED + named
        told = [given[key] for key in given if _tells(key, given.raw(key))]
        # One that stands alone and takes no words is a box of links.
        if told or not self._alone():
            self.unknown[name[:60]] += 1
        return " ".join(words.strip() for words in told)

    def _alone(self) -> bool:
        """Is there nothing but templates in the passage?"""
        nodes = self._passage.nodes if self._passage is not None else ()
        return all(type(node).__name__ == "Template" or not without_marks(str(node)).strip() for node in nodes)

    def pairs(self, wikitext: str) -> Iterator[tuple[str, str]]:
        """The keys and values of an infobox, each as rendered words."""
        code = parsed(wikitext)
        for node in code.nodes if code is not None else ():
            if type(node).__name__ == "Template":
                yield from lines_of(called(node, self.words)[1])


def _tells(key: str, wikitext: str) -> bool:
    """Does a parameter of an unknown template hold words that a reader may see?"""
    words = wikitext.strip()
    if "://" in words[:8] or not re.search(r"[^\W\d_]{2}", words):
        return False
    return key.isdigit() or key in _TELLING or (" " in words and not _SETTING.search(key))


_TELLING = frozenset(("text", "content", "quote", "title", "name", "alt", "label"))
_SETTING = re.compile(
    r"style|class|width|height|size|align|float|colou?r|date|url|image|file|format|group|reason|sort|col", re.IGNORECASE
)

_BY_KIND: dict[str, Callable[[Inline, Any], str]] = {
    "Text": Inline._text,
    "Wikilink": Inline._link,
    "Template": Inline._template,
    "Tag": Inline._tag,
    "ExternalLink": Inline._external,
    "HTMLEntity": Inline._entity,
    "Comment": Inline._nothing,
    "Argument": Inline._argument,
    "Heading": Inline._heading,
}
_BY_SORT: dict[str, Callable[[Inline, str, Kind, Given], str]] = {
    "icons": Inline._icon,
    "hatnotes": Inline._hatnote,
    "citations": Inline._citation,
    "short_citations": Inline._short,
    "named_citations": Inline._named,
    "notes": Inline._note,
    "pairs": Inline._pairs,
    "captions": Inline._captions,
    "computed": Inline._computed,
    "ignored": Inline._ignored,
}
