"""What the parser of wikitext gives, made safe: broken passages are read without it, and templates come with their parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from comity.reading._wiki_templates import kind_of

_DEEPEST, _MOST = 25, 300
"""Articles nest templates five deep; the parser takes seconds over what seems to nest by the hundred."""
_LONGEST = 5_000_000
_NESTING = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_PREFIX = re.compile(r"(?:template|subst|safesubst|msg|msgnw)\s*:\s*")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_OUTER = re.compile(r"\[\w+://[^\s\[\]]+\s*([^\[\]]*)\]")
_NOISE = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|'{2,}|[\[\]{}]{2,}|<!--|-->")


def parsed(wikitext: str) -> Any | None:
    """The parser's tree of a passage; None where it is too broken to be parsed."""
    from mwparserfromhell import parse
    from mwparserfromhell.parser import ParserError

    if not _is_sound(wikitext):
        return None
    try:
        return parse(wikitext, skip_style_tags=True)
    except (ParserError, RecursionError, IndexError, ValueError):
        return None


def _is_sound(wikitext: str) -> bool:
    """Is a passage nested no deeper than people nest?"""
    if len(wikitext) < 100:
        return True
    depth = 0
    for match in _NESTING.finditer(wikitext):
        depth += 1 if match[0] in ("{{", "[[") else -1
        if depth > _DEEPEST or depth < -_MOST:
            return False
    tags, links = wikitext.count("<"), wikitext.count("[http") + wikitext.count("[//")
    # For each mark that may be left open, the parser reads to the end once more.
    return max(tags, links) < _MOST and (max(depth, 0) + tags + links) * len(wikitext) < _LONGEST


def plain(wikitext: str) -> str:
    """The words of a passage that cannot be parsed: what can be told from marks is taken out, all else stays.

    >>> plain("{{{{{{ [[Lima|the capital]] '''fell'''")
    ' the capital fell'
    """
    for _ in range(5):
        wikitext = _LINK.sub(r"\1", wikitext)
    return _NOISE.sub("", _OUTER.sub(r"\1", wikitext))


class Given(Mapping[str, str]):
    """The parameters of one template: their words, made when asked for."""

    def __init__(self, node: Any, words: Callable[[Any], str], skip: int = 0) -> None:
        self._node, self._render = node, words
        self._values: dict[str, Any] = {}
        for param in node.params:
            name = str(param.name).strip()
            if not param.showkey:
                name = str(int(name) - skip)
            if name != "0":
                self._values[name] = param.value
        self._words: dict[str, str] = {}

    @cached_property
    def wikitext(self) -> str:
        """The whole template."""
        return str(self._node)

    def put(self, name: str, value: Any) -> None:
        """Add a parameter that stood elsewhere."""
        self._values[name] = value

    def raw(self, name: str) -> str:
        """A parameter's wikitext; "" where it is not given."""
        return str(self._values.get(name, ""))

    def __getitem__(self, name: str) -> str:
        if name not in self._words:
            self._words[name] = self._render(self._values[name])
        return self._words[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def called(node: Any, words: Callable[[Any], str]) -> tuple[str, Given]:
    """The name under which a template is described, and what it is given.

    A call of the module behind it is the same: `{{#invoke:flag||Peru}}` is `{{flag|Peru}}`.
    """
    written = str(node.name)
    name = _PREFIX.sub("", " ".join(written.replace("_", " ").split()).casefold(), count=1)
    if kind_of(name) is not None or ":" not in name:
        return name, Given(node, words)
    if name.startswith("#invoke:"):
        module = name.removeprefix("#invoke:").strip()
        function = str(node.params[0].value).strip().casefold() if node.params else ""
        return f"cite {function}" if module in ("cite", "citation/cs1") else module, Given(node, words, skip=1)
    given = Given(node, words)
    code = parsed(written.partition(":")[2].strip())
    if code is not None:
        given.put("1", code)
    return name.partition(":")[0].strip(), given


_UNREAD = re.compile(
    r"image|logo|map|flag|size|width|height|style|class|\bbg|colou?r|align|icon|^above|^below|footnotes|^embed|^child|autoheaders|^name$|^title$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?:data|value)(\d*)")


def lines_of(given: Given) -> Iterator[tuple[str, str]]:
    """The keys and values of an infobox; where it names its keys itself (`label1`, `data1`), those."""
    for name in given:
        match = _LABELLED.fullmatch(name)
        key = given.get(f"label{match[1]}", "") if match else name.replace("_", " ")
        if _UNREAD.search(name) or re.fullmatch(r"(?:label|header)\d*", name):
            continue
        value = given[name]
        if value.strip():
            yield key, value
