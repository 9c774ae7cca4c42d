"""Keeps the manual true: writes the derived pages, and what the other pages show of commands and of Python.

python scripts/docs.py            write what has changed
python scripts/docs.py --check    only say what has; exit status 1 if anything has
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from manual.journey import from_bytes_to_answer
from manual.pages import commands, errors, kinds, rule_catalogue
from manual.shown import refreshed

ROOT = Path(__file__).resolve().parents[1]
DERIVED = {
    "docs/kinds.md": kinds,
    "docs/rule-catalogue.md": rule_catalogue,
    "docs/errors.md": errors,
    "docs/commands.md": commands,
    "docs/from-bytes-to-answer.md": from_bytes_to_answer,
}


def written() -> list[Path]:
    """The pages that people write."""
    return [ROOT / "README.md", *sorted(path for path in (ROOT / "docs").glob("*.md") if f"docs/{path.name}" not in DERIVED)]


def fresh() -> Iterator[tuple[Path, str]]:
    """Every page as it should be now."""
    for name, page in DERIVED.items():
        yield ROOT / name, page()
    for path in written():
        yield path, refreshed(path.read_text(encoding="utf-8"))


def main() -> int:
    """The command; its exit status."""
    parser = argparse.ArgumentParser(description="Write the manual's derived pages, and the output that it shows.")
    parser.add_argument("--check", action="store_true", help="write nothing; say which pages are stale")
    check = parser.parse_args().check
    stale = 0
    for path, text in fresh():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        print(f"{path.relative_to(ROOT)}: {'stale' if check else 'written'}")
        if not check:
            path.write_text(text, encoding="utf-8")
    if check and stale:
        print("run `python scripts/docs.py`, read what it changed, and keep it if it is right")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
