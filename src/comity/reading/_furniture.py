"""What stands on a page and is no part of its text: menus, buttons, notices, pointers to other pages; and captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from comity.model import Block, BlockKind, Span
from comity.reading._lines import ends_sentence
from comity.reading._stamps import byline, is_stamp

_LINE = re.compile(
    r"""
      (?:privacy|cookies?|personal\s+data)(?:\b.{0,30}\b(?:policy|notice|settings|preferences|statement)\b.{0,20})?
    | terms\s+(?:of|and|&)\s+(?:use|service|conditions)\b.{0,30} | legal\s+(?:notice|information) | disclaimer | imprint
    | accessibility
    | sign\s+(?:up|in|out)\b.{0,40}
    | log\s?(?:in|out) | register | subscribe\b.{0,60} | (?:our\s+)?newsletters?
    | donate(?:\s+now)?
    | share(?:\s+(?:this|on|via)\b.{0,40})? | tweet | e-?mail(?:\s+(?:this|us)\b.{0,20})?
    | print(?:\s+this\b.{0,20})? | copy\s+link | save
    | (?:small|medium|large)\s+text | text\s+size | listen(?:\s+to\s+this\b.{0,20})?
    | advertis(?:ement|ements|ing|e\s+with\s+us) | (?:sponsored|promoted)(?:\s+content)?
    | (?:read|see|load|view|show)\s+(?:more|all|less)\b.{0,40} | continue\s+reading\b.{0,40} | click\s+here\b.{0,60} | more\s+>+
    | (?:related|latest|recent|popular|trending|top|more|other|previous|next|recommended)\s+
      (?:articles?|news|stories|story|posts?|links?|topics?|headlines?|videos?|content|page|reads?)
    | (?:most|must)\s+(?:read|popular|viewed|shared) | you\s+(?:may|might)\s+also\s+like\b.{0,200} | editor['’]?s\s+picks?
    | follow\s+us\b.{0,60} | find\s+us\b.{0,60} | contact(?:\s+us)? | about(?:\s+us)?
    | home(?:\s?page)? | site\s?map | rss | faqs? | help
    | menu | search(?:\s+(?:the|this|our)\b.{0,20})? | navigation | skip\s+to\b.{0,30} | back\s+to\b.{0,30}
    | (?:back|next|previous|top)
    | images? | photos? | videos? | gallery | comments?(?:\s*\(\d+\))? | tags?(?::.{0,120})?
    | categor(?:y|ies)(?::.{0,80})? | filed\s+under\b.{0,80}
    | leave\s+a\s+(?:reply|comment) | no\s+comments | loading\.{0,3} | language | languages
    | .{0,60}\bopens?\s+(?:in\s+)?(?:a\s+)?new\s+(?:tab|window)\b.{0,20} | .{0,60}\binto\s+section\b.{0,5}
    | (?:©|\(c\)|copyright\s*(?:©|\(c\)|by\b|\d{4})).{0,160} | copyright | .{0,120}\ball\s+rights\s+reserved\b.{0,40}
    | powered\s+by\b.{0,40}
    | >>+.{0,200} | .{0,60}[→»›↗]
    | (?:reporting|writing|additional\s+reporting|compiled)\s+by\b.{0,120} | edit(?:ed|ing)\s+by\b.{0,100}
    | our\s+standards\b.{0,100}
    | for\s+more\b.{0,120}\b(?:click|visit|read|see)\b.{0,80}
    | (?:this\s+site|we)\s+(?:uses?|stores?)\b.{0,40}\bcookies?\b.{0,120}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MENU = re.compile(
    r".*\b(?:sports?|advertising|jobs|careers?|internships|press\s+releases?|special\s+projects|foreign\s+policy|domestic\s+policy"
    r"|terminal|editions?|opinion|business|entertainment|weather|health|technology|law\s+and\s+crime|culture|environment"
    r"|flag|arms|anthem|podcasts?|e-?paper|facebook|twitter|youtube|instagram|telegram|whatsapp|linkedin)\b.*"
    r"|[a-z]{2}-[A-Z]{2}\d?(?:\s+[a-z]{2}-[A-Z]{2}\d?)*",
)
"""What a list of links names; in lower case, and in capitals after lowering the line."""
_POINTER = re.compile(
    r"(?:see(?:\s+also)?|main\s+articles?:?|further\s+(?:information|reading):?|not\s+to\s+be\s+confused\s+with)\s.+", re.I
)
_BACK_MATTER = re.compile(
    r"(?:see\s+also|(?:notes\s+and\s+)?references|notes|footnotes|external\s+links|further\s+reading|bibliography|sources|citations|literature)"
    r"(?:\s+and\s+(?:notes|references|sources))?",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:Credits?|Photos?(?:graph)?|Image|Picture)\s?:|\((?:Photo|Image|Picture)s?(?:\s+(?:by|courtesy)|/|:)"
    r"|\(AP Photo|\bGetty Images|/(?:Reuters|AFP|AP|EPA|TASS|RFA|Xinhua)\)?$"
)
_FILE_PHOTO = re.compile(r"FILE\s?(?:PHOTO)?\s?[-–—:]|File photo|PHOTO:|Photo:")


def is_furniture(words: str) -> bool:
    """Is a line a button, a notice, a credit or a pointer and no part of the text?

    >>> is_furniture("Privacy Policy"), is_furniture("Privacy was the subject of the talks in Lima.")
    (True, False)
    """
    if len(words) > 240:
        return False
    if is_stamp(words) or byline(words) or is_pointer(words):
        return True
    return _LINE.fullmatch(words.rstrip(" .:")) is not None and len(words.split()) <= 20


def is_pointer(words: str) -> bool:
    """Does a line only send the reader to other articles?"""
    return len(words.split()) <= 14 and not re.search(r"[.!?]\s", words) and _POINTER.fullmatch(words) is not None


def is_caption(words: str) -> bool:
    """Does a line stand under a picture? It then names who took it, or says that it is from the files."""
    return len(words) <= 600 and bool(_FILE_PHOTO.match(words) or _CREDIT.search(words[-100:]))


def kind_of(words: str) -> BlockKind | None:
    """What a line is that is no part of the running text; None for a line that is."""
    if is_caption(words):
        return BlockKind.CAPTION
    return BlockKind.BOILERPLATE if is_furniture(words) else None


def without_furniture(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with menus and back matter marked as boilerplate."""
    menus = set(_menus(text, blocks))
    for place, block in enumerate(blocks):
        furniture = place in menus or _in_back_matter(text, block)
        yield replace(block, kind=BlockKind.BOILERPLATE) if furniture else block


def is_back_matter(heading: str) -> bool:
    """Does a heading stand over notes and pointers to other works?

    >>> is_back_matter("See also"), is_back_matter("Notes on trade")
    (True, False)
    """
    return _BACK_MATTER.fullmatch(heading) is not None


def _in_back_matter(text: str, block: Block) -> bool:
    heads = (*block.headings, block.span) if block.kind is BlockKind.HEADING else block.headings
    return any(is_back_matter(_words(text, head)) for head in heads)


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end] if len(span) < 300 else ""


def _menus(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """The places of the list lines that make up menus."""
    for run in _runs(blocks):
        words = [_words(text, blocks[place].span) for place in run]
        links = [_linklike(each) for each in words]
        known = sum(_menu_word(each) for each in words)
        # One known word in four: lists of missions or visits have none, menus have more.
        if len(run) > 1 and known * 4 >= len(run):
            yield from (place for place, link in zip(run, links, strict=True) if link)


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Places of list lines that follow one another, those already known as furniture among them."""
    run: list[int] = []
    for place, block in enumerate(blocks):
        if block.kind in (BlockKind.ITEM, BlockKind.BOILERPLATE):
            run.append(place)
        else:
            yield run
            run = []
    yield run


def _linklike(words: str) -> bool:
    """Could it be the text of a link: short, no sentence, no year, no brackets?"""
    return words != "" and len(words.split()) <= 12 and not ends_sentence(words) and not re.search(r"\d{4}|\(", words)


def _menu_word(words: str) -> bool:
    short = len(words.split()) <= 8
    return short and (is_furniture(words) or bool(_MENU.fullmatch(words) or _MENU.fullmatch(words.lower())))


def repeated(lines: Iterable[str]) -> frozenset[str]:
    """Short lines that a page shows three times or more, as it does its own name or a search."""
    seen: dict[str, int] = {}
    for line in lines:
        if 0 < len(line) <= 60 and not ends_sentence(line):
            seen[line] = seen.get(line, 0) + 1
    return frozenset(line for line, count in seen.items() if count > 2)
