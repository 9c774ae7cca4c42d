"""How many pairs of claims are joined, parted and set against each other as a historian would; how many days of status are right.

    python benchmarks/entries.py [pairs | chains] [--show]

Both tables lie in `tests/tables/entries/`, written by people who had not seen the program. A pair is `same`, `compatible`,
`different`, or `contradicting` in some way; a chain is what several sources tell of two states, asked about on a day. The
scores of the first run and those that must not be lost are in `benchmarks/entries.json`.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from comity.model import Block, BlockKind, Claim, Document, Span, Value
from comity.querying import Record
from comity.querying._differences import differences
from comity.recording.store import Store
from comity.sameness import told_otherwise
from comity.schema import kinds

FOLDER = Path(__file__).parent.parent / "tests" / "tables" / "entries"
FLOORS = Path(__file__).with_name("entries.json")
NOT_FIELDS = {"doc", "kind", "when", "factuality"}
Row = Mapping[str, str]


def rows(table: str) -> list[Row]:
    """The rows of a table."""
    with (FOLDER / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def record(told: Sequence[Mapping[str, Any]], path: Path) -> Store:
    """A record of claims, each a line of its document."""
    docs: dict[str, list[Mapping[str, Any]]] = {}
    for one in told:
        docs.setdefault(one["doc"], []).append(one)
    with Store.writer(path) as writer:
        for doc, claims in docs.items():
            lines = [f"Line {number} of {doc}." for number in range(len(claims))]
            starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
            spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
            text = "\n".join(lines)
            document = Document(doc, text, tuple(Block(BlockKind.PARAGRAPH, span) for span in spans))
            writer.put(document, [claim(one, document, span) for one, span in zip(claims, spans, strict=True)])
        writer.finish()
    return Store.open(path)


def claim(told: Mapping[str, Any], document: Document, span: Span) -> Claim:
    """A claim of a table."""
    kind = kinds()[told["kind"]]
    given: dict[str, Value] = {name: field.empty for name, field in kind.fields.items() if not field.optional}
    given |= {name: tuple(value) if isinstance(value, list) else value for name, value in told.items() if name not in NOT_FIELDS}
    return Claim(document.id, told["kind"], given, told["when"], told["factuality"], span, "table", (), document.sha256)


def pairs(row: Row) -> tuple[str, str]:
    """What two claims are to each other, and what the record makes of them."""
    told = [json.loads(row["a"]), json.loads(row["b"])]
    with tempfile.TemporaryDirectory() as folder, record(told, Path(folder) / "pair.comity") as store:
        entries = store.entries()
        wanted = f"{row['verdict']} {row['way']}".strip()
        if len(entries) == 2:
            return wanted, "different"
        clashes = [clash for entry in entries for clash in entry.contradictions]
        if clashes:
            return wanted, f"contradicting {clashes[0].way}"
        first, second = (entries[0].claims * 2)[:2]
        unlike = told_otherwise(first, second, store.kinds[first.kind])
        return wanted, "compatible" if differences(entries, store.kinds) or unlike else "same"


def chains(row: Row) -> tuple[str, str]:
    """What held on a day, and what the record says."""
    told = [{"kind": "status", **one} for one in json.loads(row["claims"])]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "chain.comity"
        record(told, path).close()
        with Record(path) as asked:
            return row["expected"], str(asked.status(told[0]["a"], told[0]["b"], on=row["on"], exact=True).data["status"])


TABLES = {"pairs": pairs, "chains": chains}


def wrong(table: str) -> Iterator[tuple[Row, str, str]]:
    """The rows that come out otherwise than they should, with what was wanted and what came."""
    for row in rows(table):
        wanted, found = TABLES[table](row)
        if wanted != found:
            yield row, wanted, found


def main() -> int:
    """Print the scores; 1 where one is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="*", default=list(TABLES))
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    floors, fell = json.loads(FLOORS.read_text(encoding="utf-8"))["floors"], 0
    for table in given.tables:
        missed, count = list(wrong(table)), len(rows(table))
        print(f"{table}: {count - len(missed)} of {count}, floor {floors.get(table, 0)}")
        fell |= count - len(missed) < floors.get(table, 0)
        for row, wanted, found in missed if given.show else ():
            print(f"  wanted {wanted}, found {found}: {row['why']}")
            print("".join(f"    {row[name]}\n" for name in ("a", "b", "on", "claims") if name in row), end="")
    return int(fell)


if __name__ == "__main__":
    sys.exit(main())
