"""How many rows of the tables of dates, quantities, actors and persons are read right.

    python benchmarks/tables.py [TABLE ...] [--show]

Each table was written by somebody who had not seen the grammar. A row gives a text, an expression in it, and what that expression
means there; empty where it means nothing of the sort. The tables lie in `tests/tables/`, the scores of the first run and those
that must not be lost in `benchmarks/tables.json`.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from comity import edtf
from comity.mentions import ActorName, Annotated, PersonName, Quantity
from comity.model import Block, BlockKind, Document, Source, Span
from comity.pipeline import pipeline
from comity.resolving.settle import Resolver

FOLDER = Path(__file__).parent.parent / "tests" / "tables"
FLOORS = Path(__file__).with_name("tables.json")
Row = Mapping[str, str]


def rows(table: str) -> list[Row]:
    """The rows of a table."""
    with (FOLDER / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        read = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{name: value or "" for name, value in row.items()} for row in read]


def annotated(row: Row) -> Annotated:
    """The row's text with its mentions."""
    text = row["text"]
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return pipeline().annotate(Document("row", text, (block,), Source(published=row.get("published", ""))))


def _expression(row: Row) -> Span:
    at = row["text"].index(row["expression"])
    return Span(at, at + len(row["expression"]))


def _resolver(read: Annotated) -> Resolver:
    pipe = pipeline()
    return Resolver(read, pipe.rules.kinds, pipe.gazetteer)


def dates(row: Row) -> tuple[object, object]:
    """What the date means, and what is read."""
    read, where = annotated(row), _expression(row)
    resolver = _resolver(read)
    found = [resolver.date(mention) for mention in read.all("date") if mention.span.touches(where)]
    wanted = [row["edtf"]] if row["edtf"] else []
    return wanted, wanted if [edtf.widened(date) for date in found] == wanted else [date for date in found if date]


def quantities(row: Row) -> tuple[object, object]:
    """What the quantity is, and what is read."""
    where = _expression(row)
    found = [
        (float(told.value), told.value_to, told.unit, told.bound)
        for mention in annotated(row).all("quantity")
        if mention.span.touches(where) and isinstance(told := mention.value, Quantity)
    ]
    upper = float(row["value_to"]) if row["value_to"] else None
    wanted = [(float(row["value"]), upper, row["unit"], row["bound"])] if row["value"] else []
    return wanted, [one for one in found if one in wanted] or found


def actors(row: Row) -> tuple[object, object]:
    """Whom the words mean in that year, and whom they are read as."""
    read, where = annotated(row), _expression(row)
    who = _resolver(read).who(0)
    found = {
        who.settled(code, row["year"])[0]
        for kind in ("actor", "person")
        for mention in read.all(kind)
        if mention.span.touches(where) and isinstance(mention.value, ActorName | PersonName)
        for code in who.codes(mention)[0]
    }
    return sorted(set(re.split(r"[+,]", row["codes"])) - {""}), sorted(found)


def persons(row: Row) -> tuple[object, object]:
    """Who holds which office of whom, and what is read."""
    if row["when"][:1].isdigit() or row["when"].startswith(".."):
        return dated_post(row)
    told = [mention.value for mention in annotated(row).all("person") if isinstance(mention.value, PersonName)]
    found = [(one.name, one.office, one.state, one.host, one.when) for one in told if one.name and (one.office or row["person"])]
    wanted = [(row["person"], row["office"], row["state"], row["host"], row["when"])] if row["person"] else []
    return wanted, [one for one in found if one in wanted] or found


def dated_post(row: Row) -> tuple[object, object]:
    """When an office was held, which only a claim tells, and what is coded."""
    fields = ("person", "office", "sender", "host")
    posts = [claim for claim in pipeline().code(annotated(row).document) if claim.kind == "post"]
    found = [(*(str(claim.fields.get(name, "")) for name in fields), claim.when) for claim in posts]
    wanted = [(row["person"], row["office"], row["state"], row["host"], row["when"])]
    return wanted, [one for one in found if one in wanted] or found


READERS: dict[str, Callable[[Row], tuple[object, object]]] = {
    "dates": dates,
    "quantities": quantities,
    "actors": actors,
    "persons": persons,
}
TABLES = [*READERS, *(f"second/{name}" for name in READERS)]
"""The second ones were written when the first had been worked on: their first scores tell how far that carries."""


def score(table: str, *, show: bool = False) -> int:
    """How many rows of a table are read right."""
    right = 0
    for row in rows(table):
        wanted, found = READERS[table.rpartition("/")[2]](row)
        right += wanted == found
        if show and wanted != found:
            print(f"{row['text']}\n  {row.get('expression', '')} ({row['form']}): wanted {wanted}, read {found}")
    return right


def floors_of() -> dict[str, int]:
    """The scores that must not be lost."""
    floors: dict[str, int] = json.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    return floors


def main() -> int:
    """Print the scores; 1 where one is under its floor."""
    parse = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parse.add_argument("tables", nargs="*", choices=[*TABLES, []], metavar="TABLE")
    parse.add_argument("--show", action="store_true", help="the rows that are read otherwise")
    given = parse.parse_args()
    floors = floors_of()
    fallen = False
    for table in given.tables or TABLES:
        right = score(table, show=given.show)
        fallen |= right < floors.get(table, 0)
        print(f"{table}: {right} of {len(rows(table))} right, floor {floors.get(table, 0)}")
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main())
