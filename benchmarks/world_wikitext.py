"""Wikitext's tables for the count of rows, read without a parser: what must not be cut is masked, then lines are cut."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Marks that stand for wikitext which must not be cut: line ends, bars, braces and brackets inside templates and links.
NL, BAR, TO, TC, LO, LC = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"
NOTES = re.compile(
    r"<!--.*?-->|<ref\b[^<>]*/\s*>|<ref\b[^<>]*>.*?</ref\s*>|<nowiki>.*?</nowiki>|<gallery.*?</gallery>",
    re.S | re.I,
)
TEMPLATE = re.compile(r"\{\{([^{}]*)\}\}")
LINK = re.compile(r"\[\[([^\[\]]*)\]\]")
MASKED = re.compile(TO + r"([^" + TO + TC + r"]*)" + TC)
MASKED_LINK = re.compile(LO + r"([^" + LO + LC + r"]*)" + LC)


@dataclass
class Cell:
    """One cell: its kind (`|` or `!`), the line it begins on and its masked text."""

    kind: str
    line: int
    text: str


@dataclass
class Table:
    """One table with the headings that stand over it."""

    line: int
    headings: list[str]
    rows: list[list[Cell]] = field(default_factory=list)
    end: int = 0


def masked(text: str) -> str:
    """Take out comments and footnotes and hide what stands inside templates and links; the count of line ends stays."""
    text = NOTES.sub(lambda m: NL * m.group(0).count("\n"), text)
    for pattern, begin, end in ((TEMPLATE, TO, TC), (LINK, LO, LC)):
        before = ""
        while before != text:
            before = text
            text = pattern.sub(rf"{begin}\1{end}", hide(pattern, text))
    return text


def hide(pattern: re.Pattern[str], text: str) -> str:
    """Replace line ends and bars inside each match."""
    return pattern.sub(lambda m: m.group(0).replace("\n", NL).replace("|", BAR), text)


def tables(text: str) -> list[Table]:
    """Read the tables line by line; headings inside a table belong to its cells."""
    found: list[Table] = []
    open_tables: list[Table] = []
    headings: list[tuple[int, str]] = []
    number = 1
    for raw in text.split("\n"):
        here, number = number, number + 1 + raw.count(NL)
        line = raw.strip(NL + " \t:")
        if heading := re.match(r"^(=+)\s*(.*?)\s*\1$", raw.strip(NL + " ")):
            level = len(heading.group(1))
            if not open_tables:
                headings = [*[h for h in headings if h[0] < level], (level, shown(heading.group(2)))]
        elif line.startswith("{|"):
            open_tables.append(Table(here, [h for _, h in headings]))
            found.append(open_tables[-1])
        elif open_tables:
            if line.startswith("|}"):
                open_tables.pop().end = here
            else:
                take_line(open_tables[-1], line, raw, here)
    return found


def take_line(table: Table, line: str, raw: str, here: int) -> None:
    """Add one line to a table: a new row, new cells, or more of the last cell."""
    if line.startswith(("|-", "|+")):
        table.rows.append([])
    elif line[:1] in ("|", "!") and line:
        table.rows = table.rows or [[]]
        for part in re.split(r"\|\||!!" if line[0] == "!" else r"\|\|", line[1:]):
            table.rows[-1].append(Cell(line[0], here, part))
            here += part.count(NL)
    elif table.rows and table.rows[-1]:
        table.rows[-1][-1].text += "\n" + raw


def shown(text: str) -> str:
    """The words a reader sees, templates dropped but for their shown arguments."""
    text = MASKED.sub(passed, MASKED.sub(passed, text))
    text = MASKED_LINK.sub(lambda m: m.group(1).split(BAR)[-1], text)
    text = re.sub(r"<br\s*/?>", " ; ", text, flags=re.I)
    text = re.sub(r"<[^>]*>|'{2,}|&nbsp;", " ", text).replace("&ndash;", "–").replace(NL, " ")
    return re.sub(r"\s+", " ", text).strip()


def passed(m: re.Match[str]) -> str:
    """What a template shows: the last argument of those that only set their text, else nothing."""
    name, args, _ = template(m.group(1))
    if name in {"nobr", "nowrap", "small", "center", "longitem", "abbr", "sort", "sort dash"}:
        return args[-1] if args else ""
    if name in {"circa", "c."}:
        return "c. " + " ".join(args)
    return " ; " if name == "pb" else ""


def template(body: str) -> tuple[str, list[str], dict[str, str]]:
    """Name in lower case, positional arguments and named ones of a template."""
    name, *rest = [p.replace(NL, " ").strip() for p in body.split(BAR)]
    named = dict(re.split(r"\s*=\s*", p, maxsplit=1) for p in rest if "=" in p)
    args = [p for p in rest if "=" not in p]
    if name.lower().startswith("#invoke:"):
        name, args = name[8:], args[1:]
    return name.lower().replace("_", " "), args, named
