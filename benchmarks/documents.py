"""How much of documents that nobody fitted is found: precision, recall, slots and exact claims, by kind.

    python benchmarks/documents.py [--by-kind]

The documents lie in `tests/documents/`, in a half that may be read and a half that is only scored; the floors in
`benchmarks/documents.json`. The exit status is 1 where a figure is under its floor.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import comity

FOLDER = Path(__file__).parent.parent / "tests" / "documents"
FLOORS = Path(__file__).with_name("documents.json")
HALVES = ("read", "held")
FIGURES = ("precision", "recall", "F1", "fields right", "exact F1")


def scored(half: str) -> dict[str, dict[str, Any]]:
    """The figures of each kind, and of all."""
    folder = FOLDER / half
    with tempfile.TemporaryDirectory() as where:
        path = Path(where) / "made.comity"
        comity.build([folder], path)
        with comity.open(path) as record:
            data = record.evaluate(gold=str(folder)).data
    return {row["kind"]: row for row in data["kinds"]}


def main() -> int:
    """Print the figures; 1 where one is under its floor."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--by-kind", action="store_true")
    given = options.parse_args()
    floors, fell = json.loads(FLOORS.read_text(encoding="utf-8"))["floors"], 0
    for half in HALVES:
        figures = scored(half)
        for kind, row in figures.items() if given.by_kind else [("all", figures["all"])]:
            told = "  ".join(f"{name} {row[name]:.3f}" for name in FIGURES)
            print(f"{half}, {kind}: {told}")
        for name, floor in floors[half].items():
            if figures["all"][name] < floor:
                print(f"{half}: {name} {figures['all'][name]:.3f} is under its floor {floor}", file=sys.stderr)
                fell = 1
    return fell


if __name__ == "__main__":
    sys.exit(main())
