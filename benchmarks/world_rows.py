"""Count the dated rows of the world's tables, apart from the product: an independent reading of raw wikitext.

    python benchmarks/world_rows.py FOLDER [--codes codes.tsv] [--json FILE] [--summary] [--pairs] [--notes]

FOLDER holds articles `foreign-relations-of-*.wiki`. Every table whose header names a state and the date of
relations gives rows (article, partner, date, role); nothing here is shared with the package, on purpose.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TextIO

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

SHORT = {
    name: i + 1 for i, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
}
MON = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
YEAR = r"(1[0-9]{3}|20[0-2][0-9])"
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
# Each form of a date with the order of its groups; the first that matches at the leftmost place is taken.
FORMS = [
    (rf"\b{YEAR}-(\d\d?)-(\d\d?)\b", "ymd"),
    (rf"\b{YEAR} (\d\d) (\d\d)\b(?! *{MON})", "ymd"),
    (rf"\b{YEAR}-{MON}-{DAY}\b", "ymd"),
    (rf"-{MON}-{DAY},? {YEAR}\b", "mdy"),
    (rf"\b{DAY}[ -](?:of )?{MON}[,-]? ?{YEAR}(?:-\d\d)?\b", "dmy"),
    (rf"\b{MON} {DAY},? ?{YEAR}\b", "mdy"),
    (rf"\b{YEAR} \({MON} {DAY}\)", "ymd"),
    (rf"\b(\d\d?)/(\d\d?)/{YEAR}\b", "dmy"),
    (rf"\b{DAY} {YEAR}-(\d\d)\b", "dym"),
    (rf"\b{YEAR}-(\d\d?)\b(?!\d)", "ym"),
    (rf"\b{YEAR}–(0[1-9]|1[0-2])\b(?!\d)", "ym"),
    (rf"\b{MON},? (?:of )?{YEAR}\b", "my"),
    (rf"\b{YEAR} {MON}\b", "ym"),
    (rf"\b{YEAR}s\b", "decade"),
    (rf"\b{YEAR}\b", "y"),
    (r"(?<=no later than )(\d{3})\b", "y"),
    (r"\b([1-9]\d{2})(?= \()", "y"),
]
UNGROUPED = [re.sub(r"(?<!\\)\((?!\?)", "(?:", form) for form, _ in FORMS]
ANY_DATE = re.compile("|".join(f"(?P<f{i}>{form})" for i, form in enumerate(UNGROUPED)), re.I)
ROLES = [
    ("severed", r"sever|broke|\bbreak|\bcut\b|\bended\b|rescind|terminat|ceased|lapsed|cancel"),
    ("suspended", r"suspend|frozen|froze"),
    ("restored", r"re-? ?establish|restor|resum|renew|\bagain\b|reopen"),
    ("recognized", r"recogni[sz]"),
    ("established", r"(?<!re)(?<!re-)establish|\bstarted\b|\bformaliz|\bofficial"),
]
STATE_HEAD = re.compile(r"^(countr|state$|sovereign state|region$|organi[sz]ations?$|countries)", re.I)
DATE_HEAD = re.compile(
    r"^(date\b(?! of (issue|visit))|since$|relations began|formal relations?\b|formal an$"
    r"|diplomatic relations established|beginning of formal|duration of previous relations)",
    re.I,
)
SAID = re.compile(
    r"(?:establish\w*|establishment of) (?:\w+ ){0,3}?(?:diplomatic|formal) (?:relations|ties)[^.;\n]{0,60}?\b(?:on|in|since)\s+$"
    r"|(?:diplomatic|formal) (?:relations|ties)[^.;\n]{0,60}?establish\w*[^.;\n]{0,40}?\b(?:on|in|since)\s+$",
    re.I,
)


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


@dataclass
class Row:
    """One date of one partner, as a row says it."""

    article: str
    home: str
    partner: str
    code: str
    date: str
    role: str
    line: int
    where: str  # "list" (ordinal, state, date), "table" (state, date, notes) or "notes" (only the prose says it)
    first: bool  # the first date of its row
    group: str  # "state" or "organisation"
    status: str  # words such as "suspended" beside the partner's name
    heading: str
    cell: str


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


def content(cell: Cell) -> str:
    """The cell without its attributes; what stands before a lone bar is kept where only it holds a date."""
    head, bar, tail = cell.text.partition("|")
    if not bar or TO in head or LO in head:
        return cell.text.replace("|", " ")
    return head if ANY_DATE.search(dated(head)) and not ANY_DATE.search(dated(tail)) and "=" not in head else tail


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


def dated(text: str) -> str:
    """The words of a date cell, its date templates written out as ISO dates."""

    def spelt(m: re.Match[str]) -> str:
        name, args, _ = template(m.group(1))
        if name in {"dts", "date table sorting", "dtsh", "start date", "sdts", "date"}:
            args = [a for a in args if a]
            numbers = [a for a in args if a.isdigit()]
            return "-".join([numbers[0], *[n.zfill(2) for n in numbers[1:3]]]) if args and numbers == args else " ".join(args)
        return args[0][:3] + "0s" if name == "decade" and args else m.group(0)

    return re.sub(r"[—−]", "–", shown(MASKED.sub(spelt, text)))


def edtf(text: str, index: int) -> str:
    """One matched date in EDTF; a day that no calendar holds is left out, day and month change places if only that helps."""
    pattern, order = FORMS[index]
    m = re.search(pattern, text, re.I)
    if m is None:
        return ""
    if order == "decade":
        return m.group(1)[:2] + "XX" if m.group(1).endswith("00") else m.group(1)[:3] + "X"
    part = dict(zip(order, m.groups(), strict=False))
    year = int(part["y"])
    month = part.get("m", "")
    number = int(month) if month.isdigit() else SHORT.get(month.lower()[:3], 0)
    day = int(part.get("d", 0))
    if number > 12 >= day > 0:
        number, day = day, number
    if number > 12:
        return f"{year:04d}"
    if day and day > calendar.monthrange(year, number)[1]:
        day = 0
    return f"{year:04d}" + (f"-{number:02d}" if number else "") + (f"-{day:02d}" if day else "")


def dates(text: str) -> list[tuple[str, str]]:
    """The dates of a cell with their roles, ranges and approximations joined, in the order of the words."""
    hits: list[tuple[int, int, str]] = []
    for m in ANY_DATE.finditer(text):
        index = next(i for i in range(len(FORMS)) if m.group(f"f{i}") is not None)
        begin = max(0, m.start() - 20) if FORMS[index][0].startswith("(?<=") else m.start()
        date = edtf(text[begin : m.end() + 2], index)
        joined = re.fullmatch(r"\s*(–|-|to|until|till)\s*", text[hits[-1][1] : m.start()]) if hits else None
        if date and joined and "/" not in hits[-1][2]:
            hits[-1] = (hits[-1][0], m.end(), f"{hits[-1][2]}/{date}")
        elif date:
            hits.append((m.start(), m.end(), date))
    bounds = [0, *[end for _, end, _ in hits]]
    found = []
    for i, (start, end, date) in enumerate(hits):
        before = text[bounds[i] : start]
        after = text[end : hits[i + 1][0] if i + 1 < len(hits) else len(text)]
        found.append((hedged(date, before, after), role(before, after, i + 1 == len(hits), "/" in date)))
    return found


def hedged(date: str, before: str, after: str) -> str:
    """The date with what the words say about its closeness."""
    earlier = re.search(r"\b(before|by|prior to|no later than)\s*\(?$", before, re.I)
    if earlier or re.match(r"\s*or (before|earlier)", after, re.I):
        return f"../{date}"
    if re.search(r"\b(after|since at least)\s*$", before, re.I):
        return f"{date}/.."
    if re.search(r"\b(c\.|ca\.?|circa|around|about)\s*$", before, re.I):
        return f"{date}~"
    return f"{date}?" if after.startswith("?") else date


def role(before: str, after: str, last: bool, ranged: bool) -> str:
    """What the date is of: the last such word before it, else one in brackets or alone after it."""
    own = re.split(r";|\.\s+(?=[A-Z])", before)[-1]
    stated = [(m.start(), name) for name, pattern in ROLES for m in re.finditer(pattern, own, re.I)]
    if stated:
        return max(stated)[1]
    bracket = re.match(r"\s*\(([^()]*)(\)|$)", after)
    clause = bracket or re.match(r"([^;(]*?)(?=\.\s+[A-Z]" + (r"|$)" if last else ")"), after)
    clause = bracket if ranged else clause
    told = [name for name, pattern in ROLES if clause and re.search(pattern, clause.group(1), re.I)]
    if bracket and not bracket.group(2) and not last:
        return "established"
    return told[0] if told else "established"


def precision(date: str) -> str:
    """Day, month, year, decade or century, range or hedged."""
    if "/" in date or date[-1] in "~?":
        return "range or hedged"
    return {4: "decade or century" if "X" in date else "year", 7: "month", 10: "day"}.get(len(date), "other")


def span(date: str) -> tuple[int, int]:
    """First and last possible day of a date as numbers, for telling whether two exclude one another."""
    if "/" in date:
        low, high = date.split("/")
        return (span(low)[0] if low != ".." else 0, span(high)[1] if high != ".." else 10**8)
    slack = 50000 if date[-1] in "~?" else 0
    y, m, d = [*date.rstrip("~?").split("-"), "", ""][:3]
    first, final = y.replace("X", "0") + (m or "00") + (d or "00"), y.replace("X", "9") + (m or "99") + (d or "99")
    return int(first) - slack, int(final) + slack


class Names:
    """The codes by name: codes.tsv and the aliases beside this script."""

    def __init__(self, codes: Path) -> None:
        self.code: dict[str, str] = {}
        self.kind: dict[str, str] = {}
        lines = codes.read_text(encoding="utf-8").splitlines()[1:]
        for code, name, kind, *_ in (line.split("\t") for line in lines if line.strip()):
            self.kind[code] = kind
            self.code.setdefault(self.key(code), code)
            self.code[self.key(name)] = code
        aliases = Path(__file__).with_name("world_aliases.tsv").read_text(encoding="utf-8").splitlines()
        for name, code in (line.split("\t") for line in aliases if line.strip() and not line.startswith("#")):
            self.code[self.key(name)] = code

    @staticmethod
    def key(name: str) -> str:
        """The name without case, accents, article and spare blanks."""
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        return re.sub(r"^the ", "", re.sub(r"\s+", " ", plain.replace("’", "'").replace("_", " ")).strip().casefold())

    def find(self, *names: str) -> str:
        """The code of the first name that has one."""
        return next((self.code[self.key(n)] for n in names if self.key(n) in self.code), "")

    def home(self, stem: str) -> str:
        """The code of an article's state from its file name."""
        name = stem.removeprefix("foreign-relations-of-").removesuffix("-country").replace("-", " ")
        spelt = {self.key(n).replace("-", " "): c for n, c in self.code.items()}
        return "" if name == "korea" else spelt.get(self.key(name), "")


def partner(text: str, names: Names) -> tuple[str, str, str]:
    """The partner's words, its code and its status; empty words where the cell holds no flag, link or known name."""
    rest = shown(text)
    words = ""
    also: list[str] = []
    for m in MASKED.finditer(text):
        name, args, named = template(m.group(1))
        args = [a for a in args if a]
        if name in {"flag", "flagu", "flagcountry", "flag+link", "noflag", "flagg"} and args:
            words, also = words or named.get("name") or args[0], [*also, args[0]]
        elif name.startswith("flag") and args:
            also.append(args[0])
        elif re.fullmatch(r"[a-z]{3}", name) and names.find(name):
            words, also = words or m.group(1).split(BAR)[0].strip(), [*also, name]
    status = " ".join(re.findall(r"\(([a-z][^()]*)\)", rest))
    bare = re.sub(r"\([^()]*\)", "", rest).strip(" ;,*")
    links = [p for m in MASKED_LINK.finditer(text) for p in m.group(1).split(BAR)]
    if not words and (also or links or names.find(bare)):
        words = bare or (links or also)[-1]
    return words, names.find(words, bare, *also, *links), status


def columns(table: Table) -> tuple[str, int, dict[int, str]] | str:
    """The header's words, the state's column and the date columns with their role; or only the words, if it is no such table."""
    head = next((r for r in table.rows if sum(c.kind == "!" for c in r) > 1), [])
    words = [shown(content(c)).lower().split("\n")[0] for c in head]
    title = " / ".join(words)
    when = {i: "severed" if "ended" in w else "established" for i, w in enumerate(words) if DATE_HEAD.search(w)}
    states = [i for i, w in enumerate(words) if STATE_HEAD.search(w) or w == "name"]
    if re.search("milestone|admission|signed|ambassador", title) or not (when or title == "country / notes"):
        return title
    return title, states[0] if states else min(when) - 1, when


def read_table(table: Table, names: Names, notes: bool) -> list[tuple[int, str, str, str, str, str, str, bool, str]]:
    """The dated rows of one table: line, words, code, status, date, role, where, first, cell."""
    shape = columns(table)
    if isinstance(shape, str):
        return []
    title, state, when = shape
    ordinal = title.startswith(("# /", " /")) and "notes" not in title
    kind = "list" if ordinal or "source" in title else "table"
    out = []
    for row in table.rows:
        seen = ((i, *partner(content(c), names)) for i, c in enumerate(row[: state + 2]))
        who = next((w for w in seen if w[1]), None)
        if who is None or all(c.kind == "!" for c in row):
            continue
        at, words, code, status = who
        got = []
        for column, normal in when.items():
            cell = dated(content(row[at + column - state])) if at + column - state < len(row) else ""
            got += [(d, r if r != "established" else normal, kind, cell) for d, r in dates(cell)]
        if not got and notes:
            got = [(d, "established", "notes", "") for c in row[at + 1 :] for d in said(dated(content(c)))][:1]
        out += [(row[at].line, words, code, status, d, r, w, n == 0, cell) for n, (d, r, w, cell) in enumerate(got)]
    return out


def said(prose: str) -> list[str]:
    """The dates that a note's prose gives for the establishment of relations."""
    told = [m for m in ANY_DATE.finditer(prose) if SAID.search(prose[max(0, m.start() - 160) : m.start()])]
    return [d for m in told for d, _ in dates(m.group(0))[:1]]


def read_article(path: Path, names: Names, notes: bool, shapes: dict[str, Counter[str]]) -> list[Row]:
    """All rows of one article; what its tables are like is counted in `shapes`."""
    rows: list[Row] = []
    home = names.home(path.stem)
    for table in tables(masked(path.read_text(encoding="utf-8"))):
        shape = columns(table)
        heading = " > ".join(table.headings)
        if isinstance(shape, str):
            shapes["left out"][shape or "(no header)"] += 1
            continue
        got = read_table(table, names, notes)
        shapes["headers"][shape[0]] += 1
        shapes["headings"][heading] += 1
        shapes["rows by header"][shape[0]] += sum(g[7] for g in got)
        multilateral = bool(re.search(r"multilateral|organi[sz]ation", heading + shape[0], re.I))
        for line, words, code, status, date, what, where, first, cell in got:
            group = "organisation" if names.kind.get(code) == "organisation" or (multilateral and not code) else "state"
            rows.append(Row(path.stem[21:], home, words, code, date, what, line, where, first, group, status, heading, cell))
    return rows


def top(out: TextIO, title: str, counts: Counter[str], most: int = 400) -> None:
    """Write a heading and counts, the most frequent first."""
    out.write(f"\n# {title}\n")
    for name, n in counts.most_common(most):
        out.write(f"{n}\t{name}\n")


def summary(rows: list[Row], shapes: dict[str, Counter[str]], out: TextIO) -> None:
    """Write the figures."""
    states = [r for r in rows if r.group == "state"]
    figures = {
        "articles with rows": len({r.article for r in rows}),
        "dated rows": sum(r.first for r in rows),
        "dates in them": len(rows),
        "dated rows, states": sum(r.first for r in states),
        "dated rows, organisations": sum(r.first for r in rows) - sum(r.first for r in states),
        "dates, states": len(states),
        "distinct (article, partner words, date), states": len({(r.article, r.partner, r.date) for r in states}),
        "distinct (home, partner code, date), states": len({(r.home, r.code, r.date) for r in states if r.code}),
        "distinct (home, partner code), states": len({(r.home, r.code) for r in states if r.code}),
        "rows without code": sum(r.first for r in rows if not r.code),
    }
    for name, n in figures.items():
        out.write(f"{n}\t{name}\n")
    for title, counts in {
        "where": Counter(r.where for r in rows),
        "roles": Counter(r.role for r in rows),
        "status": Counter(r.status for r in rows if r.status),
        "precision": Counter(precision(r.date) for r in rows),
        "unresolved": Counter(r.partner for r in rows if not r.code),
        **shapes,
        "rows by article": Counter(r.article for r in rows if r.first),
    }.items():
        top(out, title, counts)


def pairs(rows: list[Row], out: TextIO) -> None:
    """Write how many pairs both articles date, how many exclude one another, and these as TSV."""
    mine: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for r in rows:
        if r.home and r.code and r.group == "state" and r.role == "established" and r.where != "notes" and r.home != r.code:
            mine[r.home, r.code].append(r)
    both = sorted(p for p in mine if p[0] < p[1] and p[::-1] in mine)
    apart, wholly = [], 0
    for a, b in both:
        one, other = mine[a, b][0], mine[b, a][0]
        if not overlap(one.date, other.date):
            apart.append((a, b, one.date, other.date, str(one.line), str(other.line)))
            wholly += not any(overlap(x.date, y.date) for x in mine[a, b] for y in mine[b, a])
    kinds = Counter(" / ".join(sorted((precision(x[2]), precision(x[3])))) for x in apart)
    out.write(f"{len(both)}\tpairs dated by both\n{len(apart)}\tof them exclude one another (first date of each)\n")
    out.write(f"{wholly}\tof those, by every date that the two articles give\n")
    top(out, "precisions of those that exclude", kinds)
    out.write("\nhome\tpartner\tdate at home\tdate at the partner's\tline\tline\n")
    out.writelines("\t".join(x) + "\n" for x in apart)


def overlap(one: str, other: str) -> bool:
    """Whether the two dates can be one."""
    (a, b), (c, d) = span(one), span(other)
    return a <= d and c <= b


def rows_of(folder: Path, codes: Path | None = None) -> list[Row]:
    """Every dated row of the folder's articles."""
    names = Names(codes or folder.resolve().parents[1] / "gold" / "codes.tsv")
    shapes: dict[str, Counter[str]] = {k: Counter() for k in ("headers", "rows by header", "headings", "left out")}
    return [row for path in sorted(folder.glob("*.wiki")) for row in read_article(path, names, False, shapes)]


def main() -> None:
    """Read the folder and write what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--codes", type=Path, default=None, help="codes.tsv (default: gold/codes.tsv beside the corpus)")
    parser.add_argument("--json", type=Path, help="write the rows here, one JSON object a line")
    parser.add_argument("--summary", action="store_true", help="write the figures (also if nothing else is asked)")
    parser.add_argument(
        "--pairs", action="store_true", help="write how many pairs both articles date, and those that exclude one another"
    )
    parser.add_argument("--notes", action="store_true", help="also take rows whose date only the notes' prose says")
    wanted = parser.parse_args()
    names = Names(wanted.codes or wanted.folder.resolve().parents[1] / "gold" / "codes.tsv")
    shapes: dict[str, Counter[str]] = {k: Counter() for k in ("headers", "rows by header", "headings", "left out")}
    rows = [row for path in sorted(wanted.folder.glob("*.wiki")) for row in read_article(path, names, wanted.notes, shapes)]
    if wanted.json:
        wanted.json.write_text("".join(json.dumps(asdict(r), ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    if wanted.pairs:
        pairs(rows, sys.stdout)
    if wanted.summary or not (wanted.json or wanted.pairs):
        summary(rows, shapes, sys.stdout)


if __name__ == "__main__":
    main()
