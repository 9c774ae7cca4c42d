"""Count the dated rows of the world's tables, apart from the product: an independent reading of raw wikitext.

    python benchmarks/world_rows.py FOLDER [--codes codes.tsv] [--json FILE] [--summary] [--pairs] [--notes]

FOLDER holds articles `foreign-relations-of-*.wiki`. Every table whose header names a state and the date of
relations gives rows (article, partner, date, role); nothing here is shared with the package, on purpose.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

sys.path.insert(0, str(Path(__file__).parent))
from world_dates import ANY_DATE, dates, overlap, precision
from world_wikitext import BAR, LO, MASKED, MASKED_LINK, TO, Cell, Table, masked, shown, tables, template

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


def content(cell: Cell) -> str:
    """The cell without its attributes; what stands before a lone bar is kept where only it holds a date."""
    head, bar, tail = cell.text.partition("|")
    if not bar or TO in head or LO in head:
        return cell.text.replace("|", " ")
    return head if ANY_DATE.search(dated(head)) and not ANY_DATE.search(dated(tail)) and "=" not in head else tail


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


def read_folder(folder: Path, codes: Path | None = None, notes: bool = False) -> tuple[list[Row], dict[str, Counter[str]]]:
    """Every dated row of the folder's articles, and what the tables are like."""
    names = Names(codes or folder.resolve().parents[1] / "gold" / "codes.tsv")
    shapes: dict[str, Counter[str]] = {k: Counter() for k in ("headers", "rows by header", "headings", "left out")}
    return [row for path in sorted(folder.glob("*.wiki")) for row in read_article(path, names, notes, shapes)], shapes


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
    rows, shapes = read_folder(wanted.folder, wanted.codes, wanted.notes)
    if wanted.json:
        wanted.json.write_text("".join(json.dumps(asdict(r), ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    if wanted.pairs:
        pairs(rows, sys.stdout)
    if wanted.summary or not (wanted.json or wanted.pairs):
        summary(rows, shapes, sys.stdout)


if __name__ == "__main__":
    main()
