"""Wikitext made ready for reading by lines: comments gone, footnotes set aside, templates and links kept from being cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

ASIDE, END = "\ufdd0", "\ufdd1"
"""Around the number of something set aside: a footnote, a caption. Unicode keeps these characters out of all texts."""
ICON, ICON_END = "\ufdd7", "\ufdd8"
"""Around the state that a flag without words stands for."""
NAMED = "\ufdd2"
"""Stands before the words of a link or flag."""
POINTER = "\ufdd6"
"""Stands before words that only lead elsewhere."""
_NEWLINE, _BAR, _BANG = "\ufdd3", "\ufdd4", "\ufdd5"
_ALL_MARKS = re.compile("[\ufdd0-\ufdef]")
_SHIELD = str.maketrans({"\n": _NEWLINE, "|": _BAR, "!": _BANG})
_UNSHIELD = str.maketrans({_NEWLINE: "\n", _BAR: "|", _BANG: "!"})
_LITERAL = str.maketrans({sign: f"&#{ord(sign)};" for sign in "&<>[]{}|!='*#:;_"})

_REF = re.compile(r"<ref\b(?P<given>[^<>]*?)(?P<empty>/?)>|</ref\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(name|group)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+))""", re.IGNORECASE)
_SPECIAL = re.compile(
    r"<(nowiki|pre|syntaxhighlight|source|gallery|math|chem|ce|timeline|score|imagemap|graph|mapframe|maplink|hiero"
    r"|templatestyles|style|script|indicator|templatedata)\b[^<>]*?(/?)>",
    re.IGNORECASE,
)
_KEPT = frozenset(("nowiki", "pre", "syntaxhighlight", "source"))
_MAGIC = re.compile(r"__[A-Z]{3,}__")
_BRACKETS = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_MANY_LINES = re.compile(r"\n\s*\n|\n[|=]")
_FILE = re.compile(r"\[\[\s*(?:file|image)\s*:", re.IGNORECASE)


_ASIDE = re.compile(f"{ASIDE}(\\d+){END}")
_ICON = re.compile(f"{ICON}([^{ICON_END}]*){ICON_END}")


def asides(words: str) -> list[int]:
    """The numbers of what was set aside within rendered words."""
    return [int(number) for number in _ASIDE.findall(words)] if ASIDE in words else []


def without_marks(words: str) -> str:
    """Rendered words without any mark; where flags are all that there is, the states that they stand for."""
    if not _ALL_MARKS.search(words):
        return words
    words = _ASIDE.sub("", words)
    shown = _ALL_MARKS.sub("", _ICON.sub("", words))
    return shown if shown.strip() or ICON not in words else ", ".join(filter(None, _ICON.findall(words)))


def bare(words: str) -> str:
    """Rendered words on one line, without marks."""
    return " ".join(without_marks(words).split())


@dataclass(slots=True)
class Aside:
    """What was taken out of a passage: a footnote, a caption, an infobox."""

    kind: str
    """`cite`, `note`, `caption` or `pairs`."""
    source: str
    """Its wikitext; of a citation that is settled, its words."""
    name: str = ""
    told: bool = False
    """Has it been given already?"""


@dataclass(slots=True)
class Source:
    """An article's wikitext, ready to be taken apart by lines, and what was set aside."""

    text: str = ""
    asides: list[Aside] = field(default_factory=list)
    by_name: dict[str, int] = field(default_factory=dict)

    def set_aside(self, kind: str, source: str, name: str = "") -> str:
        """Keep something for later; the mark that stands for it."""
        self.asides.append(Aside(kind, source, name))
        number = len(self.asides) - 1
        if name and source.strip():
            self.by_name.setdefault(name, number)
        return f"{ASIDE}{number}{END}"

    def find(self, number: int) -> tuple[int, Aside]:
        """Something set aside; where a footnote only names another, that one."""
        aside = self.asides[number] if number < len(self.asides) else Aside("cite", "")
        if aside.source.strip() or aside.name not in self.by_name:
            return number, aside
        number = self.by_name[aside.name]
        return number, self.asides[number]


def prepare(wikitext: str) -> Source:
    """The article without comments, its footnotes set aside.

    >>> source = prepare("Peru<!-- ? --> left.<ref>A</ref>")
    >>> source.text.startswith("Peru left."), source.asides[0].source
    (True, 'A')
    """
    source = Source()
    text = _without_comments(_ALL_MARKS.sub("", wikitext))
    text = "".join(_without_refs("".join(_without_special(text)), source))
    source.text = shield(_MAGIC.sub("", text))
    return source


def _without_comments(text: str) -> str:
    """A comment that fills a line takes the line with it; one that never ends hides nothing."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        end += 3
        before = text[at:start]
        line = before.rpartition("\n")[2] if "\n" in before or not at else "."
        following = text.find("\n", end)
        rest = text[end:following] if 0 <= following < end + 80 else "."
        if not line.strip() and not rest.strip():
            before, end = before[: len(before) - len(line)], following + 1
        kept.append(before)
        at = end
    kept.append(text[at:].replace("<!--", ""))
    return "".join(kept)


def _without_special(text: str) -> Iterator[str]:
    """Elements with a language of their own: what is literal is kept so, pictures become links, formulas go."""
    at, endless = 0, set[str]()
    for match in _SPECIAL.finditer(text):
        name = match[1].lower()
        if match.start() < at or name in endless:
            continue
        yield text[at : match.start()]
        at = match.end()
        if match[2]:
            continue
        close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, at)
        if not close:
            endless.add(name)
            continue
        if name in _KEPT:
            yield text[at : close.start()].translate(_LITERAL)
        elif name == "gallery":
            yield from _pictures(text[at : close.start()])
        at = close.end()
    yield text[at:]


def _pictures(lines: str) -> Iterator[str]:
    yield "\n\n"
    for line in lines.split("\n"):
        name, bar, caption = line.strip().partition("|")
        if bar:
            name = name if ":" in name else f"File:{name}"
            yield f"[[{name}|thumb|{caption}]]\n"
    yield "\n"


def _without_refs(text: str, source: Source) -> Iterator[str]:
    """The text with a mark for each footnote; one that is never closed ends with its line."""
    at = 0
    opened: re.Match[str] | None = None
    for match in _REF.finditer(text):
        closing = match["given"] is None
        if opened and not closing:
            at = _line_end(text, opened.end())
            yield _ref(source, opened["given"], text[opened.end() : at])
            opened = None
        if not opened:
            yield text[at : max(at, match.start())]
        if closing and opened:
            yield _ref(source, opened["given"], text[opened.end() : match.start()])
            opened = None
        elif not closing and match["empty"]:
            yield _ref(source, match["given"], "")
        elif not closing:
            opened = match
        at = max(at, match.end())
    if opened:
        at = _line_end(text, opened.end())
        yield _ref(source, opened["given"], text[opened.end() : at])
    yield text[at:]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _ref(source: Source, given: str, words: str) -> str:
    told = {match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(given)}
    group = told.get("group", "")
    # Footnotes in a group of their own are remarks; those of the main one cite.
    kind = "note" if group and not group.lower().startswith(("ref", "cit", "source", "web")) else "cite"
    return source.set_aside(kind, words, told.get("name", "").strip())


def shield(text: str) -> str:
    """The text in which no line end, bar or exclamation mark within a template or link can be taken for the article's own.

    >>> shield("{{a\\n|b}} | c").count("|")
    1
    """
    kept, at = [], 0
    for start, end in _regions(text):
        if start >= at and _is_whole(text, start, end):
            kept += [text[at:start], text[start:end].translate(_SHIELD)]
            at = end
    kept.append(text[at:])
    return "".join(kept)


def unshield(text: str) -> str:
    """The text as it was before `shield`."""
    return text.translate(_UNSHIELD)


def _regions(text: str) -> list[tuple[int, int]]:
    """Where braces and brackets stand in pairs, outer ones before those in them."""
    found, stack = list[tuple[int, int]](), list[tuple[str, int]]()
    templates = 0
    for match in _BRACKETS.finditer(text):
        sign = match[0]
        if sign in ("{{", "[["):
            stack.append((sign, match.start()))
            templates += sign == "{{"
        elif sign == "]]" and stack and stack[-1][0] == "[[":
            found.append((stack.pop()[1], match.end()))
        elif sign == "}}" and templates:
            # A link that is left open inside a template ends with it.
            while stack[-1][0] == "[[":
                stack.pop()
            found.append((stack.pop()[1], match.end()))
            templates -= 1
    return sorted(found)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Is it one template or link, and not two halves of broken ones with half the article between?"""
    if text.startswith("[[", start) and not _FILE.match(text, start):
        return _MANY_LINES.search(text, start, end) is None
    if text.find("\n==", start, end) >= 0:
        return False
    rows = text.find("\n|-", start, end) >= 0 or text.find("\n|}\n", start, end) >= 0
    return not rows or text.find("\n{|", start, end) >= 0 or text.find("|{|", start, end) >= 0
