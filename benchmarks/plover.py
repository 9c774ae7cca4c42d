"""How many sentences of a PLOVER gold standard come out right: writes the events of each, and hands them to the gold's scorer.

    python benchmarks/plover.py GOLD_FOLDER [-o EVENTS.jsonl] [--floors benchmarks/plover.json]

The folder holds `*.jsonl` (a sentence a line: id, text, date) and `score_plover.py`. Each sentence is a document of its date;
affairs inside states are read too.
With floors, the exit status is 1 where a figure is under its own.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from comity.model import Block, BlockKind, Document, Source, Span
from comity.pipeline import pipeline
from comity.presenting.export.plover import event


def sentences(folder: Path) -> Iterator[dict[str, Any]]:
    """The records of the gold files."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def events(folder: Path) -> Iterator[dict[str, object]]:
    """What is coded of each sentence, as the export writes it."""
    coder = pipeline(inside=True)
    for told in sentences(folder):
        text = str(told["text"])
        block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
        document = Document(str(told["id"]), text, (block,), Source(published=str(told["date"])))
        for claim in coder.code(document):
            found = event(claim, document, coder.rules.kinds[claim.kind], coder.gazetteer)
            if found:
                yield found


def fallen(told: str, floors: Mapping[str, float]) -> list[str]:
    """Which of the scorer's figures are under their floors."""
    figures = {name: float(value) for name, value in re.findall(r"([a-z]+(?: \(lenient\))?) (\d+(?:\.\d+)?)", told)}
    return [f"{name} {figures.get(name, 0)}, floor {floor}" for name, floor in floors.items() if figures.get(name, 0) < floor]


def main() -> int:
    """Write the events and print the scorer's figures; 1 where one is under its floor."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("-o", "--output", type=Path)
    options.add_argument("--floors", type=Path)
    given = options.parse_args()
    target = given.output or Path(tempfile.mkdtemp()) / "events.jsonl"
    target.write_text("".join(json.dumps(told, ensure_ascii=False) + "\n" for told in events(given.folder)), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, given.folder / "score_plover.py", target], check=True, capture_output=True, text=True
    ).stdout
    print(told, end="")
    under = fallen(told, json.loads(given.floors.read_text(encoding="utf-8"))) if given.floors else []
    print(*under, sep="\n", end="\n" if under else "")
    return int(bool(under))


if __name__ == "__main__":
    sys.exit(main())
